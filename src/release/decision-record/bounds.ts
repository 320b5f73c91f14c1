import type { PodCounts, Reading, Tick, Track } from '../../analysis/tick.ts';
import type { Evidence } from './schema.ts';

/** What keeps a decision record small, whatever a release does: long lists, long texts, many pods. All pure. */

/** At most so many: the first half and the newest. */
export function kept<Each>(list: Each[], length: number): Each[] {
  if (list.length <= length) return list;
  const head = Math.floor(length / 2);
  return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}

const longestText = 600;

/** No text in it is longer than 600 characters. */
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

/** JSON has no infinity; e^±700 is as far as a double goes. */
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

/** A tick must fit into a chunk with room to spare; in a larger one the pods of a track are added up. */
const largestTick = 64 * 1024;
export const addedUp = `pods are added up in ticks of more than ${largestTick / 1024} KiB`;

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

/** The tick with the pods of a track added up. Evidence for a version stays the same; that one pod is the cause cannot be seen. */
export function withoutPods<Each extends Tick>(tick: Each, track: Track): Each {
  const readings = Object.entries(tick.readings).map(([name, reading]): [string, Reading] => [
    name,
    reading.kind === 'counts' && reading[track].length > 1
      ? { ...reading, [track]: [sumOf(reading[track])] }
      : reading,
  ]);
  return { ...tick, readings: Object.fromEntries(readings) };
}

/** Several pods as one. */
export function sumOf(pods: PodCounts[]): PodCounts {
  const width = Math.max(0, ...pods.map(each => each.bad.length));
  const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
  return {
    pod: `${pods.length} pods`,
    // As young as the youngest, so that nothing is judged which was not before.
    ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
    total: pods.reduce((sum, each) => sum + each.total, 0),
    bad: Array.from({ length: width }, (_, index) =>
      pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0),
    ),
  };
}
