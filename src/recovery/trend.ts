import { formatDuration } from '../toolkit/duration.ts';

/** Whether recoveries get slower. */

/** A recovery by a drill. */
export interface MeasuredRecovery {
  /** Recovery time; milliseconds above 0. */
  readonly rto: number;
  /** Size of the data; above 0. */
  readonly bytes: number;
}

/** Of how many recoveries the median is the usual time. */
const enough = 5;
const alarmRatio = 1.25;

/**
 * Returns a sentence when the last recovery took more than a quarter longer than the median of the five before it. Pure.
 * @param history from the oldest to the newest.
 */
export function slowdownOf(history: readonly MeasuredRecovery[]): string | undefined {
  const last = history.at(-1);
  const before = history.slice(0, -1).slice(-enough);
  if (last === undefined || before.length < enough) return undefined;
  const usual = medianOf(before.map(({ rto }) => rto));
  if (last.rto <= alarmRatio * usual) return undefined;
  const more = percentMore(last.rto, usual);
  const data = percentMore(last.bytes, medianOf(before.map(({ bytes }) => bytes)));
  return `the recovery took ${formatDuration(last.rto)}, ${more} % more than the median of the ${enough} before it; the data is ${Math.abs(data)} % ${data < 0 ? 'smaller' : 'larger'}`;
}

const percentMore = (value: number, than: number) => Math.round((value / than - 1) * 100);

/** For an odd number of values. */
const medianOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? 0;
