import { firstOf } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';

/**
 * How much of a recovery was proved, check by check: a fresh backup exists, it is intact, it can be restored, the data matches its manifest,
 * the application works with the data, and the way back works.
 */
export const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'] as const;
export type DrillLevel = (typeof levels)[number];

export const meanings: Readonly<Record<DrillLevel, string>> = {
  L0: 'a fresh backup exists',
  L1: 'the repository is intact',
  L2: 'everything is restored and running',
  L3: 'the data matches the manifest',
  L4: 'the application works with the data',
  L5: 'the traffic was cut over, and back',
};

/** One check. */
export interface LevelCheck {
  readonly level: DrillLevel;
  readonly what: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** What was found, or why it was not checked. */
  readonly sentence: string;
  /** Milliseconds. */
  readonly took?: number;
  /** False for an optional check: skipping it does not lower the level. Default: it is required. */
  readonly demanded?: boolean;
  /** True for a check of what only older backups need: the new set counts without it. */
  readonly older?: boolean;
}

/** Returns a passed check without problems; otherwise a failed one, with the first problem and the number of others. Pure. */
export function levelCheckOf(
  level: DrillLevel,
  what: string,
  problems: readonly string[],
  good: string,
): LevelCheck {
  const sentence = firstOf(problems);
  return sentence === undefined
    ? { level, what, state: 'passed', sentence: good }
    : { level, what, state: 'failed', sentence };
}

/** Returns a failed check with the fault; without one, a passed check. Pure. */
export const checkFor = (
  level: DrillLevel,
  what: string,
  fault: string | undefined,
  good: string,
): LevelCheck => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });

/** Restores a part of a set. What the user can fix is a failed check at L2, so that the other parts are still restored. */
export async function partOrFailure(
  what: string,
  signal: AbortSignal,
  restore: () => Promise<LevelCheck[]>,
): Promise<LevelCheck[]> {
  try {
    return await restore();
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
  }
}

/** Whether the check counts for its level. */
const counts = ({ state, demanded }: LevelCheck) => demanded !== false || state !== 'skipped';

/** Returns the level up to which everything was checked and passed; undefined when not even the first. Pure. */
export function reached(levelChecks: readonly LevelCheck[]): DrillLevel | undefined {
  let highest: DrillLevel | undefined;
  for (const level of levels) {
    const own = levelChecks.filter(each => each.level === level && counts(each));
    if (own.length === 0 || own.some(({ state }) => state !== 'passed')) return highest;
    highest = level;
  }
  return highest;
}

/** Returns why the required level was not reached, lowest level first; empty when it was. Pure. */
export function missingLevels(levelChecks: readonly LevelCheck[], required: DrillLevel): string[] {
  return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
    const own = levelChecks.filter(each => each.level === level && counts(each));
    if (own.length === 0) return [`${level} (${meanings[level]}) was not checked`];
    return own
      .filter(({ state }) => state !== 'passed')
      .map(
        ({ what, state, sentence }) =>
          `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`,
      );
  });
}

/** Returns the checks of required parts that were not restored. Pure. */
export const notRestored = (levelChecks: readonly LevelCheck[]): LevelCheck[] =>
  levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));

/** Describes the checks that do not prove the set: a skipped one counts like a failed one. Pure. */
export const unproved = (levelChecks: readonly LevelCheck[]): string[] =>
  failures(levelChecks.filter(({ older }) => older !== true));

/** Describes the faults of older backups, which this set does not need. Pure. */
export const olderFaults = (levelChecks: readonly LevelCheck[]): string[] =>
  failures(levelChecks.filter(({ older }) => older === true));

const failures = (levelChecks: readonly LevelCheck[]) =>
  levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);

/** Formats a check: `L1 pgbackrest verify: intact (2s)`. */
export function levelCheckText({ level, what, state, sentence, took }: LevelCheck): string {
  const mark = state === 'passed' ? '' : ` ${state}`;
  return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${formatDuration(took)})`}`;
}
