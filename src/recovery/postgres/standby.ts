import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from './exec.ts';
import { type Inventory, takeInventory } from './inventory.ts';
import type { Sampling } from './inventory-sql.ts';
import { type Connection, rowsOf } from './sql.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * An inventory at a place in the log that a restore can be told exactly. On a busy primary a snapshot is true of no LSN; a standby whose
 * replay is paused holds what is true of the end of the last record that it replayed. PostgreSQL 14 and later.
 */

export interface Standby {
  readonly exec: Exec;
  /** One for each database; the first one is asked for the state as well. */
  readonly connections: readonly [Connection, ...Connection[]];
  /** Not before this place: a backup has to have ended before it, to be rolled forward to it. */
  readonly notBefore?: Lsn;
  /** Whether a run before noted that it paused and not that it resumed. Else a pause that is found is somebody else's. */
  readonly leftPaused: boolean;
  /** Before the pause and after it, for whoever finds it when this run has died. */
  note(paused: boolean): Promise<void>;
  readonly sampling?: Sampling;
  /** How long to wait for the place, for the pause and for its end; ms. */
  readonly patience: number;
  sleep(milliseconds: number): Promise<void>;
  readonly signal?: AbortSignal;
}

export interface PausedInventory {
  /** The end of what was replayed: restore with `--type=lsn --target-exclusive`. */
  readonly lsn: Lsn;
  readonly timeline: number;
  readonly inventories: readonly Inventory[];
  /** Sentences on what was found. */
  readonly notes: readonly string[];
}

/**
 * Pauses replay, takes the inventories, and resumes whatever happens in between.
 * @throws {UserError} when it is no standby, when it was paused by somebody else, when it does not come so far in time, when somebody
 * resumed it in between, and, above all of these, when it could not be resumed.
 */
export async function pausedInventory(standby: Standby): Promise<PausedInventory> {
  const notes = await endOldPause(standby, await stateOf(standby, standby.signal));
  await reach(standby);
  return paused(standby, async place => {
    const inventories: Inventory[] = [];
    for (const connection of standby.connections)
      inventories.push(await takeInventory(standby.exec, connection, optionsOf(standby)));
    const after = await stateOf(standby, standby.signal);
    if (after.pause !== 'paused' || after.lsn !== place.lsn)
      throw new UserError(
        `replay went on to ${formatLsn(after.lsn)} while the inventory was taken`,
        'find out who resumes it, and run this again',
      );
    return { lsn: place.lsn, timeline: place.timeline, inventories, notes };
  });
}

interface State {
  readonly pause: 'not paused' | 'pause requested' | 'paused';
  readonly lsn: Lsn;
  readonly timeline: number;
}

/** Of the timeline that is received now; without a connection, the newest of the two that were noted on disk. */
const stateQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end,
  'lsn', pg_last_wal_replay_lsn()::text,
  'timeline', coalesce(
    (select received_tli from pg_stat_wal_receiver where status = 'streaming'),
    (select greatest(c.timeline_id, r.min_recovery_end_timeline) from pg_control_checkpoint() c, pg_control_recovery() r)));`;

async function stateOf(standby: Standby, signal: AbortSignal | undefined): Promise<State> {
  const [row] = await rowsOf(standby.exec, standby.connections[0], stateQuery, signal);
  const { pause, timeline } = row ?? {};
  const lsn = parseLsn(String(row?.lsn));
  if (row?.standby !== true)
    throw new UserError('the server is no standby', 'name a standby, on which replay can be paused');
  if (pause !== 'not paused' && pause !== 'pause requested' && pause !== 'paused')
    throw odd(`pause: ${pause}`);
  if (lsn === undefined || typeof timeline !== 'number') throw odd(`${row.lsn} on timeline ${timeline}`);
  return { pause, lsn, timeline };
}

/** A standby that stays paused falls behind and keeps WAL on its primary; one that somebody paused may hold what is lost elsewhere. */
async function endOldPause(standby: Standby, { pause, lsn }: State): Promise<string[]> {
  if (pause === 'not paused') return [];
  if (!standby.leftPaused)
    throw new UserError(
      `replay is paused on the standby at ${formatLsn(lsn)}, and not by us`,
      'ask who paused it; select pg_wal_replay_resume() lets it go on',
    );
  await resume(standby);
  return [`a run before ended while replay was paused at ${formatLsn(lsn)}; it was resumed`];
}

async function reach(standby: Standby): Promise<void> {
  const { notBefore, signal } = standby;
  if (notBefore === undefined) return;
  const last = await until(standby, signal, state => state.lsn > notBefore);
  if (last.lsn <= notBefore)
    throw new UserError(
      `the standby has replayed up to ${formatLsn(last.lsn)} and did not come past ${formatLsn(notBefore)} in time`,
      'look at the replication lag',
    );
}

async function paused<T>(standby: Standby, body: (place: State) => Promise<T>): Promise<T> {
  await standby.note(true);
  let failure: unknown;
  try {
    await tell(standby, 'select json_build_object() from pg_wal_replay_pause();', standby.signal);
    const place = await until(standby, standby.signal, ({ pause }) => pause === 'paused');
    if (place.pause !== 'paused')
      throw new UserError(
        'the standby did not pause in time',
        'a query may hold its replay: look at pg_stat_activity there',
      );
    return await body(place);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // Without the signal: whoever cancels wants the standby to go on all the same.
    await resume(standby, failure);
    await standby.note(false);
  }
}

async function resume(standby: Standby, cause?: unknown): Promise<void> {
  try {
    await tell(standby, 'select json_build_object() from pg_wal_replay_resume();', undefined);
    const { pause } = await until(standby, undefined, state => state.pause === 'not paused');
    if (pause !== 'not paused') throw odd(`pause: ${pause}`);
  } catch (error) {
    throw new UserError(
      'replay is still paused on the standby, or nobody knows whether it is',
      'run select pg_wal_replay_resume() there at once: it falls behind, and its primary keeps the WAL',
      { cause: cause === undefined ? error : new AggregateError([error, cause]) },
    );
  }
}

async function tell(standby: Standby, script: string, signal: AbortSignal | undefined): Promise<void> {
  await rowsOf(standby.exec, standby.connections[0], script, signal);
}

const interval = 200;

/** The first state of which it is true, or the last one that was seen. */
async function until(
  standby: Standby,
  signal: AbortSignal | undefined,
  reached: (state: State) => boolean,
): Promise<State> {
  for (let waited = 0; ; waited += interval) {
    const state = await stateOf(standby, signal);
    if (reached(state) || waited >= standby.patience) return state;
    await standby.sleep(interval);
  }
}

const optionsOf = ({ sampling, signal }: Standby) => ({
  ...(sampling && { sampling }),
  ...(signal && { signal }),
});

const odd = (what: string) =>
  new UserError(`the standby answers what was not expected (${what})`, 'it has to be PostgreSQL 14 or later');
