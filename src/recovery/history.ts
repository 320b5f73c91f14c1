import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { boundText } from './statistics.ts';
import { slowdownOf } from './trend.ts';
import { type DrillVerdict, verdicts } from './verdict.ts';

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
  const good = texts && times && isTime(value.at) && verdicts.some(each => each === value.verdict);
  return good ? (value as unknown as HistoryEntry) : undefined;
}

const isTime = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

/**
 * Summarizes all drills of a scenario. Pure.
 * @returns `bound`: what this number of drills shows and does not show; `slowdown`: as in trend.ts.
 */
export function statisticsOf(
  history: readonly HistoryEntry[],
  scenario: string,
): { readonly bound: string; readonly slowdown: string | undefined } {
  const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => a.at - b.at);
  // A drill that broke down counts as not passed: it would not necessarily have passed.
  const judged = own.filter(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused');
  const missed = judged.filter(({ verdict }) => verdict !== 'pass');
  const recovered = judged.flatMap(({ verdict, rto = 0, bytes = 0 }) =>
    verdict !== 'error' && verdict !== 'fail' && rto > 0 && bytes > 0 ? [{ rto, bytes }] : [],
  );
  return { bound: boundText(judged.length, missed.length), slowdown: slowdownOf(recovered) };
}

/**
 * Checks the age of the last passed drill of a scenario. Pure.
 * @param most maximum age in milliseconds.
 * @returns a sentence when it is too old; otherwise undefined.
 */
export function staleness(
  { scenario, lastGreen }: { readonly scenario: string; readonly lastGreen?: number | undefined },
  now: number,
  most: number,
): string | undefined {
  const days = (milliseconds: number) => `${Math.floor(milliseconds / 86_400_000)} days`;
  if (lastGreen === undefined) return `no ${scenario} drill has ever passed`;
  if (now - lastGreen <= most) return undefined;
  return `the last passed ${scenario} drill is ${days(now - lastGreen)} old (${days(most)} allowed)`;
}
