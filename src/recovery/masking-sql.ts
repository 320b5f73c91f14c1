import { createHash } from 'node:crypto';
import { counted } from '../toolkit/count.ts';
import { type Column, type ForeignKey, pathOf } from './catalog.ts';
import type { Masked, MaskingPlan } from './masking.ts';

/**
 * Renders the masking as SQL for PostgreSQL 13 and later, to run as a superuser on the restored copy. The database makes the values from a
 * keyed hash and remembers originals as keyed digests, so no original leaves it.
 */

interface Statement {
  readonly sql: string;
  /** Values of `$1` and so on, as text. */
  readonly values: readonly string[];
}

/** A query for one number, which must be 0. */
interface Proof {
  readonly kind: 'survives' | 'does-not-join' | 'elsewhere';
  /** `schema.table.column`, or the name of the foreign key. */
  readonly of: string;
  /** Whether a count above 0 fails the masking; `elsewhere` is for a person to review. */
  readonly required: boolean;
  readonly sql: string;
}

export interface Masking {
  /** To run in one transaction, in this order. */
  readonly statements: readonly Statement[];
  /** To run after them in the same transaction: commit only when all required ones return 0. */
  readonly proofs: readonly Proof[];
  /**
   * To run after the commit, each outside of a transaction: drops other databases, and removes the originals from dead rows, indexes and
   * planner statistics. The last checkpoint removes the WAL with them, unless settings keep or recycle it: a closed copy has none.
   */
  readonly scrub: readonly string[];
}

/**
 * Returns the statements of a masking.
 * @param key secret, at least 32 bytes; it allows guessing originals by trial. For the same values in two copies use the same key.
 * @throws {RangeError} for a shorter key.
 */
export function maskingSql(plan: MaskingPlan, key: Uint8Array): Masking {
  if (key.length < 32) throw new RangeError(`a key of ${key.length} bytes`);
  const tables = [...Map.groupBy(plan.masked, ({ column }) => tableOf(column))];
  return {
    statements: [
      ...preparation(key),
      ...plan.masked.map(({ column }) => remember(column)),
      ...tables.map(([table, masked]) => update(table, masked)),
    ].map(each => (typeof each === 'string' ? { sql: each, values: [] } : each)),
    proofs: [...plan.masked.map(survivors), ...plan.joins.map(orphans), ...plan.kept.map(elsewhere)],
    scrub: [
      ...plan.drops.map(name => `drop database ${quoted(name)} with (force)`),
      ...tables.map(([table]) => `vacuum (full, analyze) ${table}`),
      ...plan.materialisedViews.flatMap(({ schema, name }) => {
        const view = `${quoted(schema)}.${quoted(name)}`;
        return [`refresh materialized view ${view}`, `analyze ${view}`];
      }),
      // A checkpoint keeps the segment in which it begins.
      'select pg_switch_wal()',
      'checkpoint',
    ],
  };
}

/** Describes a count above 0. */
export function proofSentence({ kind, of }: Proof, count: number): string {
  switch (kind) {
    case 'survives':
      return `an original value is still in ${counted(count, 'row')} of ${of}`;
    case 'does-not-join':
      return `${counted(count, 'row')} ${count === 1 ? 'violates' : 'violate'} the foreign key ${of}`;
    case 'elsewhere':
      return `${of} has, in ${counted(count, 'row')}, a value that is masked in another column; mask ${of}, too`;
  }
}

/** Quotes an identifier for PostgreSQL. */
export function quoted(identifier: string): string {
  if (identifier === '' || identifier.includes('\0'))
    throw new RangeError(`not an identifier: ${identifier}`);
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * HMAC-SHA256 from built-in functions of PostgreSQL, so that no extension is needed. The two halves of the key are settings of the
 * transaction: no statement contains the key, and statements are not logged while they are set.
 */
function preparation(key: Uint8Array): (Statement | string)[] {
  const { inner, outer } = padsOf(key);
  return [
    'set local search_path = pg_catalog, pg_temp',
    "set local log_statement = 'none'",
    'set local log_min_duration_statement = -1',
    'set local log_min_error_statement = panic',
    // Disables foreign keys, and triggers that might copy an original into an audit table.
    'set local session_replication_role = replica',
    {
      // `is null` hides the result of set_config, which is the key: results may be logged.
      sql: "select set_config('slipway.masking_inner', $1, true) is null, set_config('slipway.masking_outer', $2, true) is null",
      values: [inner, outer],
    },
    `create or replace function pg_temp.slipway_digest(purpose text, value text) returns bytea language sql stable as $body$
  select sha256(decode(current_setting('slipway.masking_outer'), 'hex')
    || sha256(decode(current_setting('slipway.masking_inner'), 'hex') || convert_to(purpose || ':' || value, 'UTF8')))
$body$`,
    'create temporary table slipway_originals (digest bytea not null) on commit drop',
  ];
}

/** Returns the key as HMAC mixes it into each of its two hashes; hexadecimal. RFC 2104. */
export function padsOf(key: Uint8Array): { readonly inner: string; readonly outer: string } {
  const block = Buffer.alloc(64);
  block.set(key.length > 64 ? createHash('sha256').update(key).digest() : key);
  const mixed = (byte: number) => Buffer.from(block.map(each => each ^ byte)).toString('hex');
  return { inner: mixed(0x36), outer: mixed(0x5c) };
}

function remember(column: Column): string {
  return `insert into pg_temp.slipway_originals
  select distinct ${digestOf('proof', column)} from ${tableOf(column)} where ${quoted(column.column)} is not null`;
}

function update(table: string, masked: readonly Masked[]): string {
  const set = masked.map(each => `${quoted(each.column.column)} = ${maskOf(each)}`);
  return `update ${table} set\n  ${set.join(',\n  ')}`;
}

const givenNames = ['Alex', 'Bo', 'Charlie', 'Dana', 'Eli', 'Finn', 'Gray', 'Harper'];
const familyNames = ['Ash', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Linden', 'Maple', 'Rowan'];

/** Null stays null: every function here is strict. No real value has the form of a fake one. */
function maskOf({ column, strategy }: Masked): string {
  const digest = digestOf(strategy, column);
  const hex = (digits: number) => `left(encode(${digest}, 'hex'), ${digits})`;
  const oneOf = (names: readonly string[], byte: number) =>
    `(array[${names.map(each => `'${each}'`).join(', ')}])[1 + get_byte(${digest}, ${byte}) % ${names.length}]`;
  switch (strategy) {
    case 'null':
      return 'null';
    case 'hash':
      if (column.type === 'bytea') return digest;
      return column.type === 'uuid' ? `${hex(32)}::uuid` : hex(32);
    case 'fake-name':
      return `${oneOf(givenNames, 30)} || ' ' || ${oneOf(familyNames, 31)} || '-' || ${hex(16)}`;
    case 'fake-email':
      return `'user-' || ${hex(20)} || '@example.invalid'`;
    case 'fake-phone':
      return `'+999' || lpad((('x' || ${hex(12)})::bit(48)::bigint % 10000000000)::text, 10, '0')`;
    case 'fake-text':
      return `'masked ' || ${hex(16)}`;
  }
}

function survivors({ column, strategy }: Masked): Proof {
  const isThere = `${quoted(column.column)} is not null`;
  const among =
    strategy === 'null'
      ? ''
      : ` and ${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
  const sql = `select count(*) from ${tableOf(column)} where ${isThere}${among}`;
  return { kind: 'survives', of: pathOf(column), required: true, sql };
}

function orphans({ name, from, to }: ForeignKey): Proof {
  const there = from.columns.map(column => `f.${quoted(column)} is not null`);
  const same = from.columns.map(
    (column, index) => `t.${quoted(to.columns[index] ?? '')} = f.${quoted(column)}`,
  );
  const parents = `select from ${tableOf(to)} t where ${same.join(' and ')}`;
  const sql = `select count(*) from ${tableOf(from)} f where ${there.join(' and ')} and not exists (${parents})`;
  return { kind: 'does-not-join', of: `${from.schema}.${from.table}.${name}`, required: true, sql };
}

/** Short values, such as a country, match by chance. */
const shortest = 6;

function elsewhere(column: Column): Proof {
  const value = textOf(column);
  const among = `${digestOf('proof', column)} in (select digest from pg_temp.slipway_originals)`;
  const sql = `select count(*) from ${tableOf(column)} where length(${value}) >= ${shortest} and ${among}`;
  return { kind: 'elsewhere', of: pathOf(column), required: false, sql };
}

const tableOf = ({ schema, table }: { readonly schema: string; readonly table: string }) =>
  `${quoted(schema)}.${quoted(table)}`;

/** Returns the value as text, the same for equal values: citext ignores case. */
function textOf({ column, type }: Column): string {
  const name = quoted(column);
  if (type === 'bytea') return `encode(${name}, 'hex')`;
  return type === 'citext' ? `lower(${name}::text)` : `${name}::text`;
}

const digestOf = (purpose: string, column: Column) =>
  `pg_temp.slipway_digest('${purpose}', ${textOf(column)})`;
