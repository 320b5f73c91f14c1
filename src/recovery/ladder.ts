import { firstOf } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';

/**
 * How much of a recovery was proved, rung by rung: a fresh backup exists, it is intact, it can be restored, the data matches its manifest,
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
export interface Rung {
  readonly level: DrillLevel;
  readonly what: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** What was found, or why it was not checked. */
  readonly sentence: string;
  /** Milliseconds. */
  readonly took?: number;
  /** False for an optional check: skipping it does not lower the level. Default: it is required. */
  readonly demanded?: boolean;
}

/** Returns a passed rung without problems; otherwise a failed one, with the first problem and the number of others. Pure. */
export function rungOf(level: DrillLevel, what: string, problems: readonly string[], good: string): Rung {
  const sentence = firstOf(problems);
  return sentence === undefined
    ? { level, what, state: 'passed', sentence: good }
    : { level, what, state: 'failed', sentence };
}

/** Whether the rung counts for its level. */
const counts = ({ state, demanded }: Rung) => demanded !== false || state !== 'skipped';

/** Returns the level up to which everything was checked and passed; undefined when not even the first. Pure. */
export function reached(rungs: readonly Rung[]): DrillLevel | undefined {
  let highest: DrillLevel | undefined;
  for (const level of levels) {
    const own = rungs.filter(each => each.level === level && counts(each));
    if (own.length === 0 || own.some(({ state }) => state !== 'passed')) return highest;
    highest = level;
  }
  return highest;
}

/** Returns why the required level was not reached, lowest level first; empty when it was. Pure. */
export function missingLevels(rungs: readonly Rung[], required: DrillLevel): string[] {
  return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
    const own = rungs.filter(each => each.level === level && counts(each));
    if (own.length === 0) return [`${level} (${meanings[level]}) was not checked`];
    return own
      .filter(({ state }) => state !== 'passed')
      .map(
        ({ what, state, sentence }) =>
          `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`,
      );
  });
}

/** Returns the rungs of required parts that were not restored. Pure. */
export const notRestored = (rungs: readonly Rung[]): Rung[] =>
  rungs.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));

/** Describes the rungs that do not prove the set: a skipped one counts like a failed one. Pure. */
export function unproved(rungs: readonly Rung[]): string[] {
  return rungs.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
}

/** Formats a rung: `L1 pgbackrest verify: intact (2s)`. */
export function rungText({ level, what, state, sentence, took }: Rung): string {
  const mark = state === 'passed' ? '' : ` ${state}`;
  return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${formatDuration(Math.round(took))})`}`;
}
