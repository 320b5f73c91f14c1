import { formatDuration } from '../toolkit/duration.ts';

/**
 * How much of a recovery was proved, rung by rung: that there is a fresh backup, that it is whole, that it can be restored, that the
 * data are those of its manifest, that the application works with them, that the way back works.
 */
export const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'] as const;
export type Level = (typeof levels)[number];

export const meanings: Readonly<Record<Level, string>> = {
  L0: 'a fresh backup is there',
  L1: 'the repository is whole',
  L2: 'everything is restored and up',
  L3: 'the data are those of the manifest',
  L4: 'the application works with them',
  L5: 'it was cut over, and back',
};

/** One thing that was looked at. */
export interface Rung {
  readonly level: Level;
  readonly what: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** What was seen, or why it was not looked at. */
  readonly sentence: string;
  /** Milliseconds. */
  readonly took?: number;
  /** False of what nothing demands: not looked at, it holds no level up. Default: it is demanded. */
  readonly demanded?: boolean;
}

/** Passed where there is no problem; else failed, with the first of them and how many more there are. Pure. */
export function judged(level: Level, what: string, problems: readonly string[], good: string): Rung {
  const [first, ...more] = problems;
  if (first === undefined) return { level, what, state: 'passed', sentence: good };
  const rest = more.length === 0 ? '' : `, and ${more.length} more`;
  return { level, what, state: 'failed', sentence: `${first}${rest}` };
}

/** Whether a level rests on it. */
const counts = ({ state, demanded }: Rung) => demanded !== false || state !== 'skipped';

/** Up to which level everything was looked at and passed; undefined when not even the first. Pure. */
export function reached(rungs: readonly Rung[]): Level | undefined {
  let highest: Level | undefined;
  for (const level of levels) {
    const own = rungs.filter(each => each.level === level && counts(each));
    if (own.length === 0 || own.some(({ state }) => state !== 'passed')) return highest;
    highest = level;
  }
  return highest;
}

/** Why the required level was not reached, the lowest first; nothing when it was. Pure. */
export function lacking(rungs: readonly Rung[], required: Level): string[] {
  return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
    const own = rungs.filter(each => each.level === level && counts(each));
    if (own.length === 0) return [`${level}, ${meanings[level]}, was not looked at`];
    return own
      .filter(({ state }) => state !== 'passed')
      .map(
        ({ what, state, sentence }) =>
          `${level} ${what} ${state === 'failed' ? 'failed' : 'was not looked at'}: ${sentence}`,
      );
  });
}

/** What the backup holds, is demanded, and nothing has brought back. Pure. */
export const notRestored = (rungs: readonly Rung[]): Rung[] =>
  rungs.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));

/** The rungs that do not prove the set: a skipped one counts like a failed one. Pure. */
export function unproved(rungs: readonly Rung[]): string[] {
  return rungs.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
}

/** `L1 pgbackrest verify: whole (2s)`. */
export function rungText({ level, what, state, sentence, took }: Rung): string {
  const mark = state === 'passed' ? '' : ` ${state}`;
  return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${formatDuration(Math.round(took))})`}`;
}
