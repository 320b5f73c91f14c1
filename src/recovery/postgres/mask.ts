import { randomBytes } from 'node:crypto';
import { UserError } from '../../toolkit/errors.ts';
import { defined, jsonMap } from '../../toolkit/map.ts';
import { type Catalog, catalogQuery } from '../catalog.ts';
import type { Exec } from '../exec.ts';
import { type MaskingMap, type MaskingPlan, type OtherDatabase, planMasking } from '../masking.ts';
import { type Masking, maskingSql, proofSentence } from '../masking-sql.ts';
import { type Connection, literal, psql, rowsOf } from './sql.ts';

/** Masks a restored copy in one transaction, which commits only if no original value is left and every join still matches. */

interface Masked {
  readonly plan: MaskingPlan;
  /** For review by a person: values that are masked in one column and also appear in another. */
  readonly notes: readonly string[];
}

/**
 * Masks a database.
 * @param key secret, at least 32 bytes; default: a random one, so that no second copy can be masked alike.
 * @throws {UserError} when the map does not fit the database or an original value is left; nothing is masked then.
 */
export async function mask(
  exec: Exec,
  connection: Connection,
  map: MaskingMap,
  { key = randomBytes(32), signal }: { key?: Uint8Array; signal?: AbortSignal } = {},
): Promise<Masked> {
  const catalog = await catalogueOf(exec, connection, signal);
  const plan = planMasking(map, catalog, await othersOf(exec, connection, signal));
  const masking = maskingSql(plan, key);
  const input = maskingScript(masking);
  const { code, stdout, stderr } = await exec(psql(connection), { input, ...defined({ signal }) });
  const counts = countsIn(stdout);
  const sentences = (required: boolean) =>
    masking.proofs.flatMap((proof, index) => {
      const count = counts.get(index) ?? 0;
      return proof.required === required && count > 0 ? [proofSentence(proof, count)] : [];
    });
  const [left] = sentences(true);
  if (code !== 0 || counts.size < masking.proofs.length)
    throw new UserError(
      `the copy is not masked: ${left ?? (stderr.trim().split('\n')[0] || 'psql exited early').slice(0, 300)}`,
      left === undefined ? 'fix this error and restore again' : 'correct the masking map and restore again',
    );
  return { plan, notes: sentences(false) };
}

async function catalogueOf(exec: Exec, connection: Connection, signal?: AbortSignal): Promise<Catalog> {
  const [catalog] = await rowsOf(exec, connection, `${pinned}${catalogQuery};`, signal);
  return catalog as unknown as Catalog;
}

/** All other databases except `template0`, which accepts no writes. One that accepts no connections cannot be inspected. */
const othersQuery = `select json_build_object('name', datname, 'open', datallowconn) from pg_database
where datname <> current_database() and datname <> 'template0' order by datname;`;

async function othersOf(exec: Exec, connection: Connection, signal?: AbortSignal): Promise<OtherDatabase[]> {
  const others: OtherDatabase[] = [];
  for (const { name: text, open } of await rowsOf(exec, connection, `${pinned}${othersQuery}`, signal)) {
    const name = String(text);
    if (open !== true) {
      others.push({ name, holds: true });
      continue;
    }
    const { columns, largeObjects } = await catalogueOf(exec, { ...connection, database: name }, signal);
    others.push({ name, holds: columns.length > 0 || largeObjects });
  }
  return others;
}

const pinned = 'set search_path = pg_catalog;\n';

/** Returns a script for psql, which stops at the first error and so rolls back. Values are in its input, never in arguments. Pure. */
export function maskingScript({ statements, proofs, scrub }: Masking): string {
  const filled = statements.map(({ sql, values }) =>
    values.reduce((text, value, index) => text.replaceAll(`$${index + 1}`, () => literal(value)), sql),
  );
  const required = proofs.flatMap(({ required }, index) => (required ? [index] : []));
  return [
    pinned.trim(),
    'begin;',
    ...filled.map(quietly),
    'create temporary table slipway_proofs (proof int, count bigint) on commit drop;',
    ...proofs.map(({ sql }, index) => `insert into pg_temp.slipway_proofs select ${index}, (${sql});`),
    `select json_build_object('proof', proof, 'count', count) from pg_temp.slipway_proofs order by proof;`,
    ...(required.length === 0
      ? []
      : [
          `do $slipway$ begin if exists (select from pg_temp.slipway_proofs where count > 0 and proof in (${required.join(', ')})) then
  raise exception 'an original is left, or something does not join'; end if; end $slipway$;`,
        ]),
    'commit;',
    ...scrub.map(sql => `${sql};`),
  ].join('\n');
}

/** Discards the result of a statement, so that psql prints our rows only. */
const quietly = (sql: string) => (/^\s*select\b/i.test(sql) ? `${sql} \\g /dev/null` : `${sql};`);

function countsIn(stdout: string): Map<number, number> {
  return new Map(
    stdout.split('\n').flatMap((line): [number, number][] => {
      const row = jsonMap(line);
      return row === undefined ? [] : [[Number(row.proof), Number(row.count)]];
    }),
  );
}
