import { UserError } from '../../toolkit/errors.ts';
import { guardCommits, type Waits, waitsFor } from './commits.ts';
import type { Exec } from './exec.ts';
import { type Inventory, inventoryOf } from './inventory.ts';
import { everything, inventoryScript, type Sampling } from './inventory-sql.ts';
import { type Connection, rowsOf } from './sql.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * An inventory at a place in the log that a restore can be told exactly. On a busy primary a snapshot is true of no LSN; one that is
 * taken on a standby while replay stands still is true of the end of the last record that was replayed, whatever is replayed after
 * that. No commit waits for it: where one would wait for replay, that stands still only for the moment of the snapshot, and where one waits
 * all the same, replay is let go. PostgreSQL 14 and later.
 */

export interface Standby {
  readonly exec: Exec;
  readonly connection: Connection;
  /** Its primary, where commits may wait for it. */
  readonly primary: Exec;
  /** Whether it is among the synchronous ones. */
  readonly synchronous: boolean;
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
  readonly inventory: Inventory;
  /** Sentences on what was found. */
  readonly notes: readonly string[];
}

/**
 * Pauses replay, takes the inventory, and resumes whatever happens in between.
 * @throws {UserError} when it is no standby, when it was paused by somebody else, when it does not come so far in time, when it cannot
 * be paused or counted, and, above all of these, when it could not be resumed.
 */
export async function pausedInventory(standby: Standby): Promise<PausedInventory> {
  const first = await stateOf(standby, standby.signal);
  const notes = await endOldPause(standby, first);
  await reach(standby, first);
  const waits = await waitsFor(standby, standby.synchronous, standby.signal);
  await standby.note(true);
  let failure: unknown;
  try {
    const found = await counted(standby, waits);
    return { ...found, notes: [...notes, ...found.notes] };
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // Without the signal: whoever cancels wants the standby to go on all the same.
    await resume(standby, failure);
    await standby.note(false);
  }
}

const attempts = 3;
/** For what held it up to pass; ms. */
const pauseBetween = 1000;

/** Once more where replay was resumed too soon, or would have had to wait for the count. */
async function counted(standby: Standby, waits: Waits): Promise<PausedInventory> {
  const { exec, connection, sampling = everything, patience, signal } = standby;
  const script = inventoryScript(sampling, { patience, resumes: waits === 'apply' });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [rows, waited] = await guarded(standby, waits, () => rowsOf(exec, connection, script, signal));
      const place = rows.find(({ kind }) => kind === 'place') ?? {};
      const notes = waited
        ? ['commits waited for a standby while it was counted, so its replay was let go']
        : [];
      if (place.pause === 'paused') return { ...placeOf(place), inventory: inventoryOf(rows), notes };
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (attempt === attempts) throw conflicting(error);
      await resume(standby, error);
      await standby.sleep(pauseBetween);
    }
    if (attempt === attempts)
      throw new UserError(
        'the standby did not pause in time',
        'a query may hold its replay, or somebody resumes it at once: look at pg_stat_activity there',
      );
  }
}

/** @returns what the work came to, and whether replay had to be let go meanwhile. */
async function guarded<Result>(
  { primary, exec, connection, sleep }: Standby,
  waits: Waits,
  work: () => Promise<Result>,
): Promise<[Result, boolean]> {
  if (waits === 'none') return [await work(), false];
  const ended = new AbortController();
  const guarding = guardCommits({ primary, standby: exec, connection }, ended.signal, sleep);
  // Whoever waits for it hears of it.
  guarding.catch(() => undefined);
  let result: Result;
  try {
    result = await work();
  } finally {
    ended.abort();
  }
  return [result, await guarding];
}

const isConflict = (error: unknown): error is UserError =>
  error instanceof UserError &&
  /conflict with recovery|due to user request|due to lock timeout/.test(error.message);

const conflicting = (cause: UserError) =>
  new UserError(
    `replay on the standby would have had to wait for the count, ${attempts} times: ${cause.message}`,
    'set hot_standby_feedback = on there, or add a standby that is not synchronous; and change no table meanwhile',
    { cause },
  );

function placeOf({ lsn: text, timeline }: Readonly<Record<string, unknown>>) {
  const lsn = parseLsn(String(text));
  if (lsn === undefined || typeof timeline !== 'number') throw odd(`${text} on timeline ${timeline}`);
  return { lsn, timeline };
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

/** @param after what is done before it is asked; it prints rows of its own. */
async function stateOf(standby: Standby, signal: AbortSignal | undefined, after = ''): Promise<State> {
  const rows = await rowsOf(standby.exec, standby.connection, `${after}${stateQuery}`, signal);
  const row = rows.at(-1);
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

async function reach(standby: Standby, { lsn }: State): Promise<void> {
  const { notBefore, signal } = standby;
  if (notBefore === undefined || lsn > notBefore) return;
  const last = await until(standby, signal, state => state.lsn > notBefore);
  if (last.lsn <= notBefore)
    throw new UserError(
      `the standby has replayed up to ${formatLsn(last.lsn)} and did not come past ${formatLsn(notBefore)} in time`,
      'look at the replication lag',
    );
}

async function resume(standby: Standby, cause?: unknown): Promise<void> {
  try {
    const goes = ({ pause }: State) => pause === 'not paused';
    const told = await stateOf(
      standby,
      undefined,
      'select json_build_object() from pg_wal_replay_resume();\n',
    );
    const { pause } = goes(told) ? told : await until(standby, undefined, goes);
    if (pause !== 'not paused') throw odd(`pause: ${pause}`);
  } catch (error) {
    throw new UserError(
      'replay is still paused on the standby, or nobody knows whether it is',
      'run select pg_wal_replay_resume() there at once: it falls behind, and its primary keeps the WAL',
      { cause: cause === undefined ? error : new AggregateError([error, cause]) },
    );
  }
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

const odd = (what: string) =>
  new UserError(`the standby answers what was not expected (${what})`, 'it has to be PostgreSQL 14 or later');
