import { UserError } from '../../toolkit/errors.ts';
import { textsIn } from '../../toolkit/map.ts';
import type { Exec } from './exec.ts';
import { counting } from './inventory-sql.ts';
import { type Connection, rowsOf } from './sql.ts';

/**
 * Which commits wait for a standby, and what lets them end. A commit waits for replay where `synchronous_commit` is `remote_apply`, and
 * replay waits for a pause, and for a count that still has to see what the log removes.
 */

export interface Replicas {
  readonly primary: Exec;
  /** Where it is counted. */
  readonly standby: Exec;
  readonly connection: Connection;
}

/**
 * - `none`: there is no synchronous standby.
 * - `seldom`: a session may ask for `remote_apply` by itself, or another standby may become synchronous meanwhile.
 * - `apply`: this standby is synchronous, and a setting of the server, a role, a database or a function says `remote_apply`.
 */
export type Waits = 'none' | 'seldom' | 'apply';

const settingsQuery = `select json_build_object(
  'synchronous', current_setting('synchronous_standby_names') <> '',
  'applies', exists (select from pg_settings where name = 'synchronous_commit' and 'remote_apply' in (setting, reset_val))
    or exists (select from pg_file_settings where name = 'synchronous_commit' and setting = 'remote_apply')
    or exists (select from pg_db_role_setting where 'synchronous_commit=remote_apply' = any (setconfig))
    or exists (select from pg_proc where 'synchronous_commit=remote_apply' = any (proconfig)));`;

/** @throws {UserError} when the primary does not answer. */
export async function waitsFor(
  { primary, connection }: Omit<Replicas, 'standby'>,
  isSynchronous: boolean,
  signal?: AbortSignal,
): Promise<Waits> {
  const [row = {}] = await rowsOf(primary, connection, settingsQuery, signal);
  if (row.synchronous !== true) return 'none';
  return isSynchronous && row.applies === true ? 'apply' : 'seldom';
}

/** A commit that waits, by its process and the beginning of its transaction. */
const waitingQuery = `select json_build_object('commits', coalesce(json_agg(pid || ' ' || xact_start), '[]'))
from pg_stat_activity where wait_event = 'SyncRep' and xact_start is not null;`;

/** Ends the pause, and the count when replay waits for it all the same. */
const releaseScript = `select json_build_object() from pg_wal_replay_resume();
select json_build_object('ended', pg_cancel_backend(pid)) from pg_stat_activity
where application_name = '${counting}' and exists (select from pg_stat_activity where backend_type = 'startup'
  and (wait_event like 'RecoveryConflict%' or wait_event_type in ('Lock', 'BufferPin')));`;

/** Between two looks; a commit that is seen in both of them waits. ms. */
const look = 1000;
/** For an answer: a node that hangs gives none and refuses none. ms. */
const patience = 5_000;

/**
 * Looks at the primary, and lets replay go on when a commit waits, or when nobody can tell. Returns as soon as `ended`, whatever hangs.
 * @param sleep ms.
 * @returns whether it had to.
 */
export async function guardCommits(
  replicas: Replicas,
  ended: AbortSignal,
  sleep: (milliseconds: number) => Promise<unknown>,
): Promise<boolean> {
  const { standby, connection } = replicas;
  const over = new Promise(resolve => ended.addEventListener('abort', resolve, { once: true }));
  let released = false;
  let before: readonly string[] | undefined = [];
  for (;;) {
    await Promise.race([sleep(look), over]);
    if (ended.aborted) return released;
    const now = await waitingCommits(replicas, ended);
    if (ended.aborted) return released;
    if (now === undefined || now.some(commit => before?.includes(commit))) {
      released = true;
      await answered(ended, signal => rowsOf(standby, connection, releaseScript, signal));
    }
    before = now;
  }
}

/** Undefined when nobody can tell. */
async function waitingCommits(
  { primary, connection }: Replicas,
  ended: AbortSignal,
): Promise<string[] | undefined> {
  const rows = await answered(ended, signal => rowsOf(primary, connection, waitingQuery, signal));
  return rows && textsIn(rows[0]?.commits);
}

/** Undefined when there is no answer in time, or none before `ended`: the next look does it again. */
async function answered<Answer>(
  ended: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | undefined> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
  const over = new Promise<undefined>(resolve =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  // What was told to end may hang as well.
  return Promise.race([ask(signal).catch(ignored), over]);
}

function ignored(error: unknown): undefined {
  if (error instanceof UserError) return undefined;
  throw error;
}
