import type { PodCounts, Reading, Tick, Track } from '../analysis/tick.ts';
import { mapValues } from '../toolkit/map.ts';
import type { DecisionRecord, Evidence, TickRow } from './schema.ts';

/** The largest record in bytes: sixteen chunks, see chunks.ts. A larger one is reduced before it is stored. */
const largestRecord = 16 * 256 * 1024;

/** The reduction after which the verdict can only be computed again approximately. */
export const mergedTicks = 'neighboring ticks are summed';

/**
 * Reduces a record to at most `bytes` bytes of JSON, and lists in `reduced` what is lost. First the pods of the baseline are summed, then
 * those of the canary, then neighboring ticks of one weight, as often as necessary. After the last step the verdict cannot be computed
 * again exactly.
 */
export function reduce(record: DecisionRecord, bytes = largestRecord): DecisionRecord {
  const fits = (each: DecisionRecord) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
  if (fits(record)) return record;
  let next = record;
  for (const track of ['baseline', 'canary'] as const) {
    const ticks = next.ticks.map(row => withoutPods(row, track));
    next = withReduction({ ...next, ticks }, `pods of the ${track} are summed`);
    if (fits(next)) return next;
  }
  for (;;) {
    const { rows, counts } = halved(next.ticks);
    if (rows.length === next.ticks.length) return next;
    const moved = <Each extends { after: number }>(each: Each) => ({
      ...each,
      after: counts[each.after] ?? 0,
    });
    const [turns, verdicts] = [next.turns.map(moved), next.verdicts.map(moved)];
    next = withReduction({ ...next, ticks: rows, turns, verdicts }, mergedTicks);
    if (fits(next)) return next;
  }
}

/** Adds that something was summed or left out. */
export const withReduction = (record: DecisionRecord, what: string): DecisionRecord => ({
  ...record,
  reduced: [...new Set([...record.reduced, what])],
});

/**
 * Merges each second tick into the one before it, where stage, weight and kinds of readings are the same.
 * @returns `counts`: for each number of ticks in the old list, how many they are in the new one.
 */
function halved(rows: TickRow[]): { rows: TickRow[]; counts: number[] } {
  const joined: TickRow[] = [];
  const counts = [0];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as TickRow;
    const next = rows[index + 1];
    const both = next === undefined ? undefined : together(row, next);
    joined.push(both ?? row);
    counts.push(joined.length);
    if (both === undefined) continue;
    index += 1;
    counts.push(joined.length);
  }
  return { rows: joined, counts };
}

function together(a: TickRow, b: TickRow): TickRow | undefined {
  const names = Object.keys(a.readings);
  const alike =
    a.stage === b.stage &&
    a.weight === b.weight &&
    names.length === Object.keys(b.readings).length &&
    names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
  if (!alike) return undefined;
  const sum = (reading: Reading, name: string) => sumOfReadings(reading, b.readings[name] as Reading);
  return { ...b, readings: mapValues(a.readings, sum) };
}

function sumOfReadings(a: Reading, b: Reading): Reading {
  if (a.kind !== 'counts' || b.kind !== 'counts') return b;
  return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}

function byPod(a: PodCounts[], b: PodCounts[]): PodCounts[] {
  const pods = new Map<string, PodCounts>();
  for (const each of [...a, ...b]) {
    const known = pods.get(each.pod);
    pods.set(each.pod, known === undefined ? each : { ...sumOf([known, each]), pod: each.pod });
  }
  return [...pods.values()];
}

// Bounds the size of a decision record: long lists, long texts, many pods.

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
    metrics: mapValues(metrics, ({ harm, pass }) => ({ harm: clamp(harm), pass: clamp(pass) })),
  };
}

/** The largest tick, in characters, so that it fits into a chunk with room to spare. The pods of a larger one are summed. */
const largestTick = 64 * 1024;
export const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;

export function bounded(tick: Tick): { row: Tick; folded: boolean } {
  const fits = (row: Tick) => JSON.stringify(row).length <= largestTick;
  const short = (reading: Reading) => (reading.kind === 'counts' ? reading : clipped(reading));
  const plain: Tick = { ...tick, readings: mapValues(tick.readings, short) };
  if (fits(plain)) return { row: plain, folded: false };
  const half = withoutPods(plain, 'baseline');
  return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}

/** Sums the pods of a track in a tick. The evidence about the version stays the same, but a single bad pod cannot be found any more. */
function withoutPods<Each extends Tick>(tick: Each, track: Track): Each {
  const summed = (reading: Reading): Reading =>
    reading.kind === 'counts' && reading[track].length > 1
      ? { ...reading, [track]: [sumOf(reading[track])] }
      : reading;
  return { ...tick, readings: mapValues(tick.readings, summed) };
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
