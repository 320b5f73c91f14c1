import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { boundText, type Spread, spreadOf } from './statistics.ts';
import { type Trend, trendOf } from './trend.ts';
import type { DrillVerdict } from './verdict.ts';

/** One line for each drill, kept for years: what it showed, and no more. */

export interface Entry {
  readonly schema: 1;
  /** When it began; ms since 1970. */
  readonly at: number;
  readonly app: string;
  readonly environment: string;
  readonly scenario: string;
  readonly verdict: DrillVerdict['verdict'];
  /** Milliseconds; absent where it was not measured. */
  readonly rto?: number;
  readonly rpo?: number;
  /** Of the data. */
  readonly bytes?: number;
  /** Address of its run. */
  readonly run?: string;
}

const verdicts: readonly string[] = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'];

/** A line ends with a break, so that two that are written at once are still two. Pure. */
export const historyLine = (entry: Entry): string => `${JSON.stringify(entry)}\n`;

/**
 * Reads a history. A last line that was cut off is left out; keys that a later version wrote are kept.
 * @throws UserError naming the line that is none.
 */
export function parseHistory(text: string): Entry[] {
  const lines = text.split('\n');
  const whole = lines.slice(0, -1);
  return whole.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const entry = entryIn(line);
    if (entry !== undefined) return [entry];
    throw new UserError(
      `line ${index + 1} of the history of drills is no entry`,
      'take it out, or give the file back as it was before it was changed by hand',
    );
  });
}

function entryIn(line: string): Entry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isMap(value) || value.schema !== 1) return undefined;
  const texts = [value.app, value.environment, value.scenario].every(each => typeof each === 'string');
  const times = [value.rto, value.rpo, value.bytes].every(each => each === undefined || isTime(each));
  const good = texts && times && isTime(value.at) && verdicts.includes(String(value.verdict));
  return good ? (value as unknown as Entry) : undefined;
}

const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export interface Standing {
  readonly scenario: string;
  /** Those that were begun. One that broke down counts as not passed: nobody knows that it would have. */
  readonly judged: number;
  readonly green: number;
  /** Of the last green one; ms since 1970. */
  readonly lastGreen?: number | undefined;
  readonly rto: Spread | undefined;
  readonly rpo: Spread | undefined;
  /** What so many drills show and do not show. */
  readonly bound: string;
  readonly trend: Trend;
}

/**
 * Where a scenario stands after all its drills. Pure.
 * @param rtoTarget milliseconds.
 */
export function standingOf(history: readonly Entry[], scenario: string, rtoTarget: number): Standing {
  const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => a.at - b.at);
  const judged = own.filter(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused');
  const green = judged.filter(({ verdict }) => verdict === 'pass');
  const measured = judged.filter(({ verdict }) => verdict !== 'error');
  const times = (key: 'rto' | 'rpo') =>
    measured.flatMap(each => (each[key] === undefined ? [] : [{ milliseconds: each[key] }]));
  const recovered = measured.flatMap(({ verdict, rto, bytes }) =>
    verdict !== 'fail' && rto !== undefined && rto > 0 && bytes !== undefined && bytes > 0
      ? [{ rto, bytes }]
      : [],
  );
  return {
    scenario,
    judged: judged.length,
    green: green.length,
    lastGreen: green.at(-1)?.at,
    rto: spreadOf(times('rto')),
    rpo: spreadOf(times('rpo')),
    bound: boundText(judged.length, judged.length - green.length),
    trend: trendOf(recovered, rtoTarget),
  };
}

/**
 * Whether the last green drill of a scenario is too old. Pure.
 * @param most milliseconds.
 * @returns a sentence, or undefined when it is young enough.
 */
export function staleness(
  { scenario, lastGreen }: Pick<Standing, 'scenario' | 'lastGreen'>,
  now: number,
  most: number,
): string | undefined {
  const days = (milliseconds: number) => `${Math.floor(milliseconds / 86_400_000)} days`;
  if (lastGreen === undefined) return `no drill of ${scenario} has ever been green`;
  if (now - lastGreen <= most) return undefined;
  return `the last green drill of ${scenario} is ${days(now - lastGreen)} old, and ${days(most)} are allowed`;
}
