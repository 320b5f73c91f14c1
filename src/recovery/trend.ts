import { formatDuration } from '../toolkit/duration.ts';

/** Whether recoveries get slower. */

/** A recovery by a drill. */
export interface MeasuredRecovery {
  /** Recovery time; milliseconds above 0. */
  readonly rto: number;
  /** Size of the data; above 0. */
  readonly bytes: number;
}

/** `rto = factor · bytes^exponent`, by least squares of the logarithms. */
interface Growth {
  readonly exponent: number;
  readonly factor: number;
  /** Standard error of the exponent. */
  readonly standardError: number;
}

export interface Trend {
  /** Undefined with fewer than five recoveries, or when the data hardly changed in size. */
  readonly growth: Growth | undefined;
  /** The data size at which the target is reached, in bytes; undefined when the time does not clearly grow with the data. */
  readonly reachesTargetAt: number | undefined;
  /** A sentence when the last recovery took more than a quarter longer than the median of the five before it. */
  readonly alarm: string | undefined;
}

/** How many recoveries a fit needs, and of how many the median is the usual time. */
const enough = 5;
/** Ratio of the largest to the smallest data size below which a slope is meaningless. */
const enoughRange = 1.5;
const alarmRatio = 1.25;

/**
 * Estimates whether recoveries get slower, before they miss their target.
 * @param history from the oldest to the newest.
 * @param target milliseconds.
 */
export function trendOf(history: readonly MeasuredRecovery[], target: number): Trend {
  const growth = growthOf(history);
  return { growth, reachesTargetAt: growth && sizeAt(growth, target), alarm: alarmOf(history) };
}

function growthOf(history: readonly MeasuredRecovery[]): Growth | undefined {
  const sizes = history.map(({ bytes }) => bytes);
  if (history.length < enough || Math.max(...sizes) < enoughRange * Math.min(...sizes)) return undefined;
  const points = history.map(({ rto, bytes }): [number, number] => [Math.log(bytes), Math.log(rto)]);
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const spread = sum(points.map(([x]) => (x - meanX) ** 2));
  const exponent = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
  const left = sum(points.map(([x, y]) => (y - meanY - exponent * (x - meanX)) ** 2));
  return {
    exponent,
    factor: Math.exp(meanY - exponent * meanX),
    standardError: Math.sqrt(left / (points.length - 2) / spread),
  };
}

/** Only for a slope above 0 by two standard errors: otherwise it would extrapolate noise. */
function sizeAt({ exponent, factor, standardError }: Growth, target: number): number | undefined {
  if (exponent < 0.05 || exponent < 2 * standardError) return undefined;
  return (target / factor) ** (1 / exponent);
}

function alarmOf(history: readonly MeasuredRecovery[]): string | undefined {
  const last = history.at(-1);
  const before = history.slice(0, -1).slice(-enough);
  if (last === undefined || before.length < enough) return undefined;
  const usual = medianOf(before.map(({ rto }) => rto));
  if (last.rto <= alarmRatio * usual) return undefined;
  const more = percentMore(last.rto, usual);
  const data = percentMore(last.bytes, medianOf(before.map(({ bytes }) => bytes)));
  return `the recovery took ${formatDuration(last.rto)}, ${more} % more than the median of the ${enough} before it; the data is ${Math.abs(data)} % ${data < 0 ? 'smaller' : 'larger'}`;
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const percentMore = (value: number, than: number) => Math.round((value / than - 1) * 100);

/** For an odd number of values. */
const medianOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? 0;
