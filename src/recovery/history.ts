import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { boundText, type MeasuredSpread, spreadOf } from './statistics.ts';
import { type Trend, trendOf } from './trend.ts';
import type { DrillVerdict } from './verdict.ts';

/** The drill history: one line for each drill, kept for years. */

export interface HistoryEntry {
  readonly schema: 1;
  /** Start time; ms since 1970. */
  readonly at: number;
  readonly app: string;
  readonly environment: string;
  readonly scenario: string;
  readonly verdict: DrillVerdict['verdict'];
  /** Milliseconds; absent where it was not measured. */
  readonly rto?: number;
  readonly rpo?: number;
  /** Size of the data. */
  readonly bytes?: number;
  /** URL of its run. */
  readonly run?: string;
}

const verdicts: readonly string[] = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'];

/** Returns the line of an entry. The line break at its end keeps concurrently written entries apart. Pure. */
export const historyLine = (entry: HistoryEntry): string => `${JSON.stringify(entry)}\n`;

/**
 * Reads a history. A truncated last line is ignored; keys of later versions are kept.
 * @throws UserError naming the invalid line.
 */
export function parseDrillHistory(text: string): HistoryEntry[] {
  const lines = text.split('\n');
  const whole = lines.slice(0, -1);
  return whole.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const entry = entryIn(line);
    if (entry !== undefined) return [entry];
    throw new UserError(
      `line ${index + 1} of the drill history is not a valid entry`,
      'remove the line, or restore an earlier copy of the file',
    );
  });
}

function entryIn(line: string): HistoryEntry | undefined {
  const value = jsonMap(line);
  if (value?.schema !== 1) return undefined;
  const texts = [value.app, value.environment, value.scenario].every(each => typeof each === 'string');
  const times = [value.rto, value.rpo, value.bytes].every(each => each === undefined || isTime(each));
  const good = texts && times && isTime(value.at) && verdicts.includes(String(value.verdict));
  return good ? (value as unknown as HistoryEntry) : undefined;
}

const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

interface ScenarioStatistics {
  readonly scenario: string;
  /** Drills that started. A drill that broke down counts as not passed: it would not necessarily have passed. */
  readonly judged: number;
  readonly green: number;
  /** Time of the last green drill; ms since 1970. */
  readonly lastGreen?: number | undefined;
  readonly rto: MeasuredSpread | undefined;
  readonly rpo: MeasuredSpread | undefined;
  /** What this number of drills shows and does not show. */
  readonly bound: string;
  readonly trend: Trend;
}

/**
 * Summarizes all drills of a scenario. Pure.
 * @param rtoTarget milliseconds.
 */
export function statisticsOf(
  history: readonly HistoryEntry[],
  scenario: string,
  rtoTarget: number,
): ScenarioStatistics {
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
 * Checks the age of the last passed drill of a scenario. Pure.
 * @param most maximum age in milliseconds.
 * @returns a sentence when it is too old; otherwise undefined.
 */
export function staleness(
  { scenario, lastGreen }: Pick<ScenarioStatistics, 'scenario' | 'lastGreen'>,
  now: number,
  most: number,
): string | undefined {
  const days = (milliseconds: number) => `${Math.floor(milliseconds / 86_400_000)} days`;
  if (lastGreen === undefined) return `no drill of ${scenario} has ever passed`;
  if (now - lastGreen <= most) return undefined;
  return `the last passed drill of ${scenario} is ${days(now - lastGreen)} old (${days(most)} allowed)`;
}
