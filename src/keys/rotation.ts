import { type FernetKey, type StoredForm, sealStored } from '../recovery/fernet.ts';
import { counted } from '../toolkit/count.ts';
import { markAfterChange, UserError } from '../toolkit/errors.ts';
import type { EncryptedColumn } from './columns.ts';
import { copyInto, type SqlSession } from './session.ts';
import {
  batches,
  type ColumnCount,
  classifyValue,
  countValues,
  type KeyPair,
  keptValue,
  type StoredValue,
} from './values.ts';

/** Encrypts columns with another key, all in one transaction: a run that dies changes nothing, and the next one starts again. */

type BothKeys = { readonly [Which in keyof KeyPair]-?: FernetKey };

export interface Rotation {
  readonly columns: readonly EncryptedColumn[];
  readonly keys: BothKeys;
  /** `dry-run` only reads. `rehearse` writes, proves the result and takes it back: for a restored copy. */
  readonly how: 'dry-run' | 'rehearse' | 'commit';
  /** Whether values that are not encrypted are encrypted too. */
  readonly encryptPlain: boolean;
  report(line: string): void;
}

export interface Rotated {
  /** As they were before. */
  readonly counts: readonly ColumnCount[];
  /** How many values were written, or would be. */
  readonly written: number;
}

const reading = 'begin transaction isolation level repeatable read, read only;';

/** Other sessions may read meanwhile. What they write waits, because a row under the old key could otherwise be added unseen. */
const writing = (columns: readonly EncryptedColumn[]) =>
  `begin transaction isolation level read committed, read write;
set local lock_timeout = '30s';
select pg_advisory_xact_lock(hashtextextended('slipway keys', 0)) \\g /dev/null
lock table ${[...new Set(columns.map(({ table }) => table))].sort().join(', ')} in share row exclusive mode;`;

/** A hung run must not hold locks, and rows that a policy hides must not be skipped. Only superusers may keep statements out of the log. */
const limits = `set local row_security = off;
set local statement_timeout = '15min';
set local idle_in_transaction_session_timeout = '5min';
select set_config(name, value, true) from (values ('log_statement', 'none'), ('log_min_duration_statement', '-1'),
  ('log_min_error_statement', 'panic')) settings (name, value)
where (select rolsuper from pg_roles where rolname = current_user) \\g /dev/null`;

/** Counts in a transaction that only reads. */
export async function countColumns(
  session: SqlSession,
  columns: readonly EncryptedColumn[],
  keys: KeyPair,
): Promise<readonly ColumnCount[]> {
  await session.rows(`${reading}\n${limits}`);
  const counts = await countAll(session, columns, keys);
  await session.rows('rollback;');
  return counts;
}

/**
 * Rotates the key.
 * @throws {UserError} when a value opens with neither key, or the result is not what was written; then nothing is changed. When the
 *   connection is lost during the commit, the outcome is unknown, and a rerun is harmless.
 */
export async function rotate(session: SqlSession, rotation: Rotation): Promise<Rotated> {
  const { columns, keys, how, encryptPlain, report } = rotation;
  requirePrimaryKeys(columns);
  if (how === 'dry-run') {
    const counts = await countColumns(session, columns, keys);
    requireReadable(counts);
    return { counts, written: writtenOf(counts, encryptPlain) };
  }
  await session.rows(`${writing(columns)}\n${limits}`);
  const counts = await countAll(session, columns, keys);
  requireReadable(counts);
  for (const count of counts) {
    const written = await rewrite(session, count, rotation);
    report(`${count.column.name}: ${counted(written, 'value')} written with the new key, not committed yet`);
  }
  requireRotated(counts, await countAll(session, columns, keys), encryptPlain);
  if (how === 'commit') await commit(session);
  else await session.rows('rollback;');
  return { counts, written: writtenOf(counts, encryptPlain) };
}

async function countAll(session: SqlSession, columns: readonly EncryptedColumn[], keys: KeyPair) {
  const counts: ColumnCount[] = [];
  for (const column of columns) counts.push(await countValues(session, column, keys));
  return counts;
}

const writtenOf = (counts: readonly ColumnCount[], encryptPlain: boolean) =>
  counts.reduce((sum, each) => sum + toWrite(each, encryptPlain), 0);
const toWrite = (count: ColumnCount, encryptPlain: boolean) => count.old + (encryptPlain ? count.plain : 0);

function requirePrimaryKeys(columns: readonly EncryptedColumn[]): void {
  const without = columns.find(({ key }) => key.length === 0);
  if (without === undefined) return;
  throw new UserError(
    `the table of ${without.name} has no primary key, so its rows cannot be addressed`,
    'add a primary key to it',
  );
}

function requireReadable(counts: readonly ColumnCount[]): void {
  const bad = counts.filter(({ unreadable }) => unreadable > 0);
  if (bad.length === 0) return;
  const listed = bad.map(each => `${counted(each.unreadable, 'value')} of ${each.column.name}`).join(', ');
  throw new UserError(
    `${listed} cannot be decrypted with the old or the new key; nothing was changed`,
    'find the key that encrypted them; rotate first with that key as OLD_KEY and the current key as NEW_KEY, or remove these values',
  );
}

/** The form in which the application reads values of a column; a plain value does not show it. */
function formFor({ column, forms, plain }: ColumnCount, encryptPlain: boolean): StoredForm {
  const form = forms.base64 > 0 ? 'base64' : 'token';
  if (!encryptPlain || plain === 0 || forms.base64 > 0 !== forms.token > 0) return form;
  throw new UserError(
    `the plain values of ${column.name} cannot be encrypted: other values do not show whether the application stores tokens in base64`,
    'store one of them through the application first, or leave `encrypt-plain` out',
  );
}

/** Re-encrypts a column batch by batch, reads each batch back and compares it. */
async function rewrite(
  session: SqlSession,
  count: ColumnCount,
  { keys, encryptPlain }: Pick<Rotation, 'keys' | 'encryptPlain'>,
): Promise<number> {
  if (toWrite(count, encryptPlain) === 0) return 0;
  const form = formFor(count, encryptPlain);
  const { column, key, table, name } = count.column;
  const keyColumns = key.map((each, index) => `${each} as k${index}`).join(', ');
  const same = key.map((each, index) => `t.${each} = r.k${index}`).join(' and ');
  const id = `array[${key.map(each => `t.${each}::text`).join(', ')}]`;
  await session.rows(`create temporary table slipway_rotation as
select ${keyColumns}, ''::text as value from ${table} limit 0;`);
  let written = 0;
  for await (const batch of batches(session, count.column, key)) {
    const wanted = new Map<string, { readonly row: StoredValue; readonly plaintext: Buffer }>();
    for (const { id: of, value } of batch) {
      const found = classifyValue(value, keys);
      const isPlain = found.standing === 'plain' && encryptPlain;
      if (found.standing !== 'old' && !isPlain) continue;
      const opened = 'plaintext' in found ? found : { plaintext: Buffer.from(value), form, at: Date.now() };
      const { plaintext } = opened;
      const sealed = sealStored(plaintext, keys.new, opened.form, opened.at);
      wanted.set(JSON.stringify(of), { row: { id: of, value: sealed }, plaintext });
    }
    if (wanted.size === 0) continue;
    const rows = [...wanted.values()].map(({ row }) => [...row.id, row.value]);
    // Few round trips, because a busy machine makes each of them slow.
    const stored = await session.rows(`truncate pg_temp.slipway_rotation;
${copyInto('pg_temp.slipway_rotation', rows)}
update ${table} t set ${column} = r.value from pg_temp.slipway_rotation r where ${same};
select json_build_object('id', ${id}, 'value', t.${column}::text) from ${table} t join pg_temp.slipway_rotation r on ${same};`);
    const right = stored.map(keptValue).filter(({ id: of, value }) => {
      const found = classifyValue(value, { old: keys.new });
      return 'plaintext' in found && wanted.get(JSON.stringify(of))?.plaintext.equals(found.plaintext);
    });
    if (right.length !== wanted.size || stored.length !== wanted.size) throw notStored(name);
    written += wanted.size;
  }
  await session.rows('drop table pg_temp.slipway_rotation;');
  return written;
}

/** After triggers and everything else that the transaction did. */
function requireRotated(
  before: readonly ColumnCount[],
  after: readonly ColumnCount[],
  encryptPlain: boolean,
): void {
  for (const [index, count] of before.entries()) {
    const now = after[index];
    const plain = encryptPlain ? 0 : count.plain;
    const all = count.new + toWrite(count, encryptPlain);
    if (now?.old !== 0 || now.unreadable !== 0 || now.plain !== plain || now.new !== all)
      throw notStored(count.column.name);
  }
}

const notStored = (name: string) =>
  new UserError(
    `the values of ${name} that were read back differ from those that were written; nothing was changed`,
    'look for triggers or rules of the table that change the column',
  );

async function commit(session: SqlSession): Promise<void> {
  try {
    await session.rows('commit;');
  } catch (error) {
    throw markAfterChange(
      new UserError(
        `it is unknown whether the rotation was committed: ${(error as Error).message}`,
        'run it again with the same keys: values under the new key stay as they are',
        { cause: error },
      ),
    );
  }
}
