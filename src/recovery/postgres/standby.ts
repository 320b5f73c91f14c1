import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';
import { type CommitWait, guardCommits, waitsFor } from './commits.ts';
import { type DatabaseInventory, inventoryOf } from './inventory.ts';
import { everything, inventoryScript, replayedTo, type TableSampling } from './inventory-sql.ts';
import { type Connection, rowsOf } from './sql.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * Takes an inventory at an exact LSN, to which a restore can recover. On a busy primary a snapshot matches no LSN. On a standby with paused
 * replay it matches the end of the last replayed record, even if replay resumes afterwards. No commit waits for it: if commits wait for
 * replay, that is paused only until the snapshot is taken; if one waits nevertheless, replay is resumed. Needs PostgreSQL 14 or later.
 */

export interface Standby {
  readonly exec: Exec;
  readonly connection: Connection;
  /** Its primary, whose commits may wait for it. */
  readonly primary: Exec;
  /** Whether it is a synchronous standby. */
  readonly synchronous: boolean;
  /** The end of the backup: the count must be after this LSN, because a backup can only be rolled forward. */
  readonly notBefore?: Lsn;
  /** Whether an earlier run recorded that it paused replay, but not that it resumed it. Otherwise an existing pause is not ours. */
  readonly leftPaused: boolean;
  /** Records the pause before it begins and after it ended, so that the next run can end it if this one dies. */
  note(paused: boolean): Promise<void>;
  readonly sampling?: TableSampling;
  /** Timeout for reaching the LSN, for the pause and for its end; ms. */
  readonly patience: number;
  sleep(milliseconds: number): Promise<unknown>;
  readonly signal?: AbortSignal;
}

interface PausedInventory {
  /** The end of the replayed WAL: restore with `--type=lsn --target-exclusive`. */
  readonly lsn: Lsn;
  readonly timeline: number;
  readonly inventory: DatabaseInventory;
  /** Remarks for the report. */
  readonly notes: readonly string[];
}

/**
 * Pauses replay, takes the inventory, and resumes replay even after an error.
 * @throws {UserError} when the server is not a standby, was paused by another party, does not reach the LSN in time, or cannot be paused or
 * counted. If replay cannot be resumed, that error takes precedence.
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
    // Without the signal: replay must resume even if the run was cancelled.
    await resume(standby, failure);
    await standby.note(false);
  }
}

const attempts = 3;
/** Delay before the next attempt; ms. */
const pauseBetween = 1000;

/** Retries if replay was resumed too soon, or would have had to wait for the count. */
async function counted(standby: Standby, waits: CommitWait): Promise<PausedInventory> {
  const { exec, connection, sampling = everything, patience, signal } = standby;
  const script = inventoryScript(sampling, { patience, resumes: waits === 'apply' });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [rows, waited] = await guarded(standby, waits, () => rowsOf(exec, connection, script, signal));
      const place = rows.find(({ kind }) => kind === 'place') ?? {};
      const notes = waited
        ? ['commits waited for a standby during the count, so its replay was resumed']
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
        'check pg_stat_activity on the standby: a query may block replay, or another program may resume it at once',
      );
  }
}

/** @returns the result of the work, and whether replay had to be resumed during it. */
async function guarded<Result>(
  { primary, exec, connection, sleep }: Standby,
  waits: CommitWait,
  work: () => Promise<Result>,
): Promise<[Result, boolean]> {
  if (waits === 'none') return [await work(), false];
  const ended = new AbortController();
  const guarding = guardCommits({ primary, standby: exec, connection }, ended.signal, sleep);
  // The error is thrown below, where the guard is awaited.
  guarding.catch(() => undefined);
  let result: Result;
  try {
    result = await work();
  } finally {
    ended.abort();
  }
  return [result, await guarding];
}

/** Whether replay, or a lock that replay holds, ended a query on a standby. */
export const isConflict = (error: unknown): error is UserError =>
  error instanceof UserError &&
  /conflict with recovery|due to user request|due to lock timeout/.test(error.message);

const conflicting = (cause: UserError) =>
  new UserError(
    `the count conflicted with replay on the standby ${attempts} times: ${cause.message}`,
    'set hot_standby_feedback = on on the standby, or add an asynchronous one, and change no table definitions during the count',
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

const stateQuery = `select json_build_object('standby', pg_is_in_recovery(),
  'pause', case when pg_is_in_recovery() then pg_get_wal_replay_pause_state() end,
  ${replayedTo});`;

/** @param after SQL that runs before the query; it may print other rows. */
async function stateOf(standby: Standby, signal: AbortSignal | undefined, after = ''): Promise<State> {
  const rows = await rowsOf(standby.exec, standby.connection, `${after}${stateQuery}`, signal);
  const row = rows.at(-1) ?? {};
  const { standby: is, pause } = row;
  if (is !== true)
    throw new UserError('the server is not a standby', 'choose a standby, on which replay can be paused');
  if (pause !== 'not paused' && pause !== 'pause requested' && pause !== 'paused')
    throw odd(`pause: ${pause}`);
  return { pause, ...placeOf(row) };
}

/** A paused standby falls behind and makes its primary keep WAL; one that a person paused may hold data that is lost elsewhere. */
async function endOldPause(standby: Standby, { pause, lsn }: State): Promise<string[]> {
  if (pause === 'not paused') return [];
  if (!standby.leftPaused)
    throw new UserError(
      `replay on the standby is already paused at ${formatLsn(lsn)}, but not by Slipway`,
      'ask who paused it, then resume it with select pg_wal_replay_resume()',
    );
  await resume(standby);
  return [`an earlier run ended while replay was paused at ${formatLsn(lsn)}; replay was resumed`];
}

async function reach(standby: Standby, { lsn }: State): Promise<void> {
  const { notBefore, signal } = standby;
  if (notBefore === undefined || lsn > notBefore) return;
  const last = await until(standby, signal, state => state.lsn > notBefore);
  if (last.lsn <= notBefore)
    throw new UserError(
      `the standby did not replay past ${formatLsn(notBefore)} in time: it has reached ${formatLsn(last.lsn)}`,
      'check the replication lag',
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
      'replay on the standby may still be paused: it could not be resumed',
      'run select pg_wal_replay_resume() on the standby at once: it falls behind, and its primary keeps WAL for it',
      { cause: cause === undefined ? error : new AggregateError([error, cause]) },
    );
  }
}

const interval = 200;

/** Returns the first state that meets the condition, or else the last one that was read. */
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
  new UserError(`the standby gave an unexpected answer: ${what}`, 'use PostgreSQL 14 or later');
