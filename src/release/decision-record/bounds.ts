import type { PodCounts, Reading, Tick, Track } from '../../analysis/tick.ts';
import type { Evidence } from './schema.ts';

/** Bounds the size of a decision record: long lists, long texts, many pods. All pure. */

/** Returns at most `length` entries of a list: the first half and the newest. */
export function kept<Each>(list: Each[], length: number): Each[] {
  if (list.length <= length) return list;
  const head = Math.floor(length / 2);
  return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}

const longestText = 600;

/** Cuts each text in a value to 600 characters. */
export function clipped<Value>(value: Value): Value {
  if (typeof value === 'string') {
    return (
      value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value
    ) as Value;
  }
  if (Array.isArray(value)) return value.map(clipped) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)])) as Value;
}

/** The largest logarithm in a record. JSON has no infinity, and a double reaches about e^±700. */
const far = 700;

export function finite({ harm, metrics }: Evidence): Evidence {
  const clamp = (value: number) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
  return {
    harm: clamp(harm),
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, each]) => [
        name,
        { harm: clamp(each.harm), pass: clamp(each.pass) },
      ]),
    ),
  };
}

/** The largest tick, in characters, so that it fits into a chunk with room to spare. The pods of a larger one are summed. */
const largestTick = 64 * 1024;
export const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;

export function bounded(tick: Tick): { row: Tick; folded: boolean } {
  const fits = (row: Tick) => JSON.stringify(row).length <= largestTick;
  const plain: Tick = {
    ...tick,
    readings: Object.fromEntries(
      Object.entries(tick.readings).map(([name, reading]) => [
        name,
        reading.kind === 'counts' ? reading : clipped(reading),
      ]),
    ),
  };
  if (fits(plain)) return { row: plain, folded: false };
  const half = withoutPods(plain, 'baseline');
  return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}

/** Sums the pods of a track in a tick. The evidence about the version stays the same, but a single bad pod cannot be found any more. */
export function withoutPods<Each extends Tick>(tick: Each, track: Track): Each {
  const readings = Object.entries(tick.readings).map(([name, reading]): [string, Reading] => [
    name,
    reading.kind === 'counts' && reading[track].length > 1
      ? { ...reading, [track]: [sumOf(reading[track])] }
      : reading,
  ]);
  return { ...tick, readings: Object.fromEntries(readings) };
}

/** Sums several pods into one. */
export function sumOf(pods: PodCounts[]): PodCounts {
  const width = Math.max(0, ...pods.map(each => each.bad.length));
  const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
  return {
    pod: `${pods.length} pods`,
    // The age of the youngest: a pod that was too young to be judged must not be judged now.
    ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
    total: pods.reduce((sum, each) => sum + each.total, 0),
    bad: Array.from({ length: width }, (_, index) =>
      pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0),
    ),
  };
}
