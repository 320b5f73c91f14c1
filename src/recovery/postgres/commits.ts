import { UserError } from '../../toolkit/errors.ts';
import { textsIn } from '../../toolkit/map.ts';
import type { Exec } from '../exec.ts';
import { counting } from './inventory-sql.ts';
import { type Connection, rowsOf } from './sql.ts';

/**
 * Finds commits that wait for a standby, and releases them. With `synchronous_commit = remote_apply` a commit waits for replay. Replay
 * waits while it is paused, and for a count that still reads rows which the WAL removes.
 */

interface Replicas {
  readonly primary: Exec;
  /** Where the count runs. */
  readonly standby: Exec;
  readonly connection: Connection;
}

/**
 * Whether commits may wait for replay.
 *
 * - `none`: there is no synchronous standby.
 * - `seldom`: a session may set `remote_apply`, or another standby may become synchronous in the meantime.
 * - `apply`: this standby is synchronous, and the server, a role, a database or a function sets `remote_apply`.
 */
export type CommitWait = 'none' | 'seldom' | 'apply';

/** Returns a condition in SQL: whether a role, a database or a function sets `synchronous_commit` to one of these values. Pure. */
export function setElsewhere(...values: readonly string[]): string {
  const settings = `array[${values.map(each => `'synchronous_commit=${each}'`).join(', ')}]`;
  return `(exists (select from pg_db_role_setting where setconfig && ${settings})
    or exists (select from pg_proc where proconfig && ${settings}))`;
}

const settingsQuery = `select json_build_object(
  'synchronous', current_setting('synchronous_standby_names') <> '',
  'applies', exists (select from pg_settings where name = 'synchronous_commit' and 'remote_apply' in (setting, reset_val))
    or exists (select from pg_file_settings where name = 'synchronous_commit' and setting = 'remote_apply')
    or ${setElsewhere('remote_apply')});`;

/**
 * Reads whether commits may wait for replay.
 * @throws {UserError} when the primary does not answer.
 */
export async function waitsFor(
  { primary, connection }: Omit<Replicas, 'standby'>,
  isSynchronous: boolean,
  signal?: AbortSignal,
): Promise<CommitWait> {
  const [row = {}] = await rowsOf(primary, connection, settingsQuery, signal);
  if (row.synchronous !== true) return 'none';
  return isSynchronous && row.applies === true ? 'apply' : 'seldom';
}

/** Identifies a waiting commit by its process and the start of its transaction. */
const waitingQuery = `select json_build_object('commits', coalesce(json_agg(pid || ' ' || xact_start), '[]'))
from pg_stat_activity where wait_event = 'SyncRep' and xact_start is not null;`;

/** Resumes replay, and cancels the count if replay still waits for it. */
const releaseScript = `select json_build_object() from pg_wal_replay_resume();
select json_build_object('ended', pg_cancel_backend(pid)) from pg_stat_activity
where application_name = '${counting}' and exists (select from pg_stat_activity where backend_type = 'startup'
  and (wait_event like 'RecoveryConflict%' or wait_event_type in ('Lock', 'BufferPin')));`;

/** Interval between two checks; a commit that appears in both is waiting. ms. */
const interval = 1000;
/** Timeout for an answer: a node that hangs neither answers nor refuses. ms. */
const patience = 5_000;

/**
 * Watches the primary, and resumes replay if a commit waits or the primary does not answer. Returns as soon as `ended`, whatever hangs.
 * @param sleep ms.
 * @returns whether it resumed replay.
 */
export async function guardCommits(
  replicas: Replicas,
  ended: AbortSignal,
  sleep: (milliseconds: number) => Promise<unknown>,
): Promise<boolean> {
  const { standby, connection } = replicas;
  const aborted = new Promise(resolve => ended.addEventListener('abort', resolve, { once: true }));
  let released = false;
  let before: readonly string[] | undefined = [];
  for (;;) {
    await Promise.race([sleep(interval), aborted]);
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

/** Undefined when the primary does not answer. */
async function waitingCommits(
  { primary, connection }: Replicas,
  ended: AbortSignal,
): Promise<string[] | undefined> {
  const rows = await answered(ended, signal => rowsOf(primary, connection, waitingQuery, signal));
  return rows && textsIn(rows[0]?.commits);
}

/** Undefined without an answer in time or before `ended`: the next check asks again. */
async function answered<Answer>(
  ended: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | undefined> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(patience)]);
  const aborted = new Promise<undefined>(resolve =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  // An aborted call may hang, too.
  return Promise.race([ask(signal).catch(ignored), aborted]);
}

function ignored(error: unknown): undefined {
  if (error instanceof UserError) return undefined;
  throw error;
}
