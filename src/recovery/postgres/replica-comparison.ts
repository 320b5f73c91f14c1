import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, textsIn } from '../../toolkit/map.ts';
import { retry } from '../../toolkit/retry.ts';
import type { Exec } from '../exec.ts';
import type { CopyAddress } from './copy-address.ts';
import { sessionSettings } from './inventory-sql.ts';
import { type Connection, literal, rowsOf } from './sql.ts';
import { isConflict } from './standby.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * Compares a table on the primary with a replica, without stopping writes. The rows are divided into parts by their hash. A part is read on
 * the primary, then on the replica once it has replayed everything up to that read, then on the primary again. If the primary has the same
 * rows both times, the replica must have them, too; otherwise the part was written to, and is compared again.
 */

interface Server {
  readonly exec: Exec;
  readonly connection: Connection;
}

export interface Replica extends Server {
  readonly name: string;
  /** Returns whether it has replayed everything up to there. */
  hasReplayed(lsn: Lsn): Promise<boolean>;
}

export interface TableComparison {
  readonly table: string;
  readonly replica: string;
  /** `unknown`: some rows were never compared, so it is not a pass. */
  readonly verdict: 'equal' | 'differs' | 'unknown';
  readonly sentence: string;
}

/** The parts of a table by number: how many rows each has, and the sum of their hashes. A part without rows is absent. */
export type Parts = Readonly<Record<string, string>>;

/** Parts that are not decided yet, with what the replica had in the last comparison that found a difference, and how many did. */
export type OpenParts = ReadonlyMap<string, { readonly had: string; readonly times: number } | undefined>;

const count = 256;
/** A difference counts when the replica had the same in this many consecutive comparisons, while the primary was not written to. */
const confirmations = 3;
const rounds = 8;

export const allParts: OpenParts = new Map(
  Array.from({ length: count }, (_, part) => [String(part), undefined]),
);

/**
 * Decides parts by one comparison. Pure.
 * @param before the table on the primary before the replica was read; `after`: after it.
 * @returns the parts that are still open, and those that differ.
 */
export function settle(
  open: OpenParts,
  { before, copied, after }: { before: Parts; copied: Parts; after: Parts },
): { open: OpenParts; differ: string[] } {
  const rest = new Map<string, { had: string; times: number } | undefined>();
  const differ: string[] = [];
  for (const [part, suspicion] of open) {
    const [was = '', had = '', is = ''] = [before[part], copied[part], after[part]];
    if (was !== is) rest.set(part, undefined);
    else if (had !== was) {
      const times = suspicion?.had === had ? suspicion.times + 1 : 1;
      if (times >= confirmations) differ.push(part);
      else rest.set(part, { had, times });
    }
  }
  return { open: rest, differ };
}

/** What is known of a replica after some comparisons. */
interface Progress {
  readonly replica: Replica;
  open: OpenParts;
  readonly differ: string[];
  /** What it had at the last comparison. */
  copied: Parts;
  /** Why it cannot be read. */
  fault?: string;
}

/**
 * Compares a table of the primary with all replicas at once, so that the primary is read once for all of them.
 * @param table with its schema; that is `public` if it is not written.
 * @param patience how long a replica may take to replay what the primary wrote before a comparison; ms.
 * @throws {UserError} when the primary cannot be read, or has no such table.
 */
export async function compareTable(
  primary: Server,
  replicas: readonly Replica[],
  table: string,
  patience: number,
): Promise<TableComparison[]> {
  let before = await readPrimary(primary, table);
  const all = replicas.map((replica): Progress => ({ replica, open: allParts, differ: [], copied: {} }));
  for (let round = 1; round <= rounds; round += 1) {
    const unsettled = all.filter(({ open, fault }) => open.size > 0 && fault === undefined);
    if (unsettled.length === 0) break;
    const { lsn } = before;
    const read = await Promise.all(
      unsettled.map(({ replica }) => readReplica(replica, table, lsn, patience)),
    );
    const after = await readPrimary(primary, table);
    for (const [at, each] of unsettled.entries()) proceed(each, read[at], before.parts, after.parts);
    before = after;
  }
  return all.map(each => resultOf(table, each, before.parts));
}

function proceed(
  progress: Progress,
  read: Awaited<ReturnType<typeof readReplica>>,
  before: Parts,
  after: Parts,
): void {
  if (typeof read === 'string') progress.fault = read;
  else if (read === undefined)
    // This round has no result, so a difference must be confirmed from the start.
    progress.open = new Map([...progress.open.keys()].map(part => [part, undefined]));
  else {
    const { open, differ } = settle(progress.open, { before, copied: read, after });
    Object.assign(progress, { open, copied: read });
    progress.differ.push(...differ);
  }
}

function resultOf(
  table: string,
  { replica, open, differ, copied, fault }: Progress,
  primary: Parts,
): TableComparison {
  const result = (verdict: TableComparison['verdict'], what: string): TableComparison => ({
    table,
    replica: replica.name,
    verdict,
    sentence: `table ${table} on ${replica.name} ${what}`,
  });
  const rows = counted(rowsIn(primary), 'row');
  const of = (parts: number) => `${parts} of ${count} parts`;
  if (differ.length > 0)
    return result(
      'differs',
      `differs from the primary in ${of(differ.length)}: it has ${counted(rowsIn(copied), 'row')}, the primary has ${rows}`,
    );
  if (fault !== undefined) return result('unknown', `is unknown: ${fault}`);
  if (open.size === 0) return result('equal', `is equal to the primary: ${rows}`);
  return result(
    'unknown',
    `is unknown: ${of(open.size)} were written to, or could not be read, in each of ${rounds} comparisons`,
  );
}

/** The rows are hashed in one snapshot. The columns of a replica must have the same order. */
const partsScript = (table: string) => {
  const name = `to_regclass(${literal(table.includes('.') ? table : `public.${table}`)})`;
  return `${sessionSettings}
begin isolation level repeatable read read only;
select format($q$select json_build_object('kind', 'parts', 'parts', coalesce(json_object_agg(part, content), '{}')) from (
  select hash & ${count - 1} as part, count(*) || ' ' || sum(hash) as content
  from (select hashtextextended((r.*)::text, 0) as hash from %s r) rows group by 1) parts$q$, ${name})
where ${name} is not null \\gexec
commit;`;
};

/**
 * A marker in the WAL, and not a row: it needs no table, and it is after every commit that the snapshot shows, even where commits are not
 * flushed at once. It waits for no standby.
 */
const markerScript = `set synchronous_commit = local;
select json_build_object('kind', 'marker', 'lsn', pg_logical_emit_message(true, 'slipway', '')::text);`;

async function readPrimary(
  { exec, connection }: Server,
  table: string,
): Promise<{ readonly parts: Parts; readonly lsn: Lsn }> {
  const rows = await rowsOf(exec, connection, `${partsScript(table)}\n${markerScript}`);
  const parts = partsIn(rows);
  const lsn = parseLsn(String(rows.at(-1)?.lsn));
  if (lsn === undefined) throw new UserError('the primary returned no LSN', 'use PostgreSQL 14 or later');
  if (parts !== undefined) return { parts, lsn };
  throw new UserError(
    `the primary has no table ${table}`,
    'correct its name, with its schema if that is not public',
  );
}

/** Returns undefined when replay ended the query, and a text with the reason if the replica cannot be read. */
async function readReplica(
  replica: Replica,
  table: string,
  lsn: Lsn,
  patience: number,
): Promise<Parts | undefined | string> {
  try {
    const replayed = await retry({ within: patience, unfinished: done => !done, delay: () => 200 }, () =>
      replica.hasReplayed(lsn),
    );
    if (!replayed) return `it has not replayed ${formatLsn(lsn)} in time`;
    const rows = await rowsOf(replica.exec, replica.connection, partsScript(table));
    return partsIn(rows) ?? 'it has no such table';
  } catch (error) {
    if (isConflict(error)) return undefined;
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function partsIn(rows: readonly Readonly<Record<string, unknown>>[]): Parts | undefined {
  const { parts } = rows.find(({ kind }) => kind === 'parts') ?? {};
  if (!isMap(parts)) return undefined;
  return Object.fromEntries(Object.entries(parts).map(([part, content]) => [part, String(content)]));
}

const rowsIn = (parts: Parts): number =>
  Object.values(parts).reduce((sum, content) => sum + Number.parseInt(content, 10), 0);

/** Returns a physical standby, which knows itself what it has replayed. */
export const standbyReplica = (name: string, exec: Exec, connection: Connection): Replica => ({
  name,
  exec,
  connection,
  hasReplayed: lsn =>
    isTrue({ exec, connection }, `coalesce(pg_last_wal_replay_lsn() >= '${formatLsn(lsn)}', false)`),
});

/**
 * Returns a logically replicated copy. The primary knows what it has applied, by the names of its subscriptions: a subscription uses its
 * name as `application_name`.
 */
export const copyReplica = ({ name, exec, connection }: CopyAddress, primary: Server): Replica => ({
  name,
  exec,
  connection,
  hasReplayed: async lsn => {
    const names = textsIn((await rowsOf(exec, connection, subscriptions))[0]?.names);
    if (names.length === 0)
      throw new UserError('it has no enabled subscription', 'run alter subscription NAME enable on the copy');
    return isTrue(
      primary,
      `(select count(*) = ${names.length} and bool_and(replay_lsn >= '${formatLsn(lsn)}') from pg_stat_replication
        where application_name in (${names.map(literal).join(', ')}))`,
    );
  },
});

const subscriptions = `select json_build_object('names', coalesce(json_agg(subname), '[]')) from pg_subscription
  where subenabled and subdbid = (select oid from pg_database where datname = current_database());`;

async function isTrue({ exec, connection }: Server, expression: string): Promise<boolean> {
  const [row] = await rowsOf(exec, connection, `select json_build_object('is', ${expression});`);
  return row?.is === true;
}
