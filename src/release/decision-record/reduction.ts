import type { PodCounts, Reading } from '../../analysis/tick.ts';
import { sumOf, withoutPods } from './bounds.ts';
import type { DecisionRecord, Row } from './schema.ts';

/** The largest record in bytes: sixteen chunks, see chunks.ts. A larger one is reduced before it is stored. */
export const largestRecord = 16 * 256 * 1024;

/** The reduction after which the verdict can only be computed again approximately. */
export const mergedTicks = 'neighboring ticks are summed';

/**
 * Reduces a record to at most `bytes` bytes of JSON, and lists in `reduced` what is lost. First the pods of the baseline are summed, then
 * those of the canary, then neighboring ticks of one weight, as often as necessary. After the last step the verdict cannot be computed
 * again exactly.
 */
export function reduce(record: DecisionRecord, bytes = largestRecord): DecisionRecord {
  const fits = (each: DecisionRecord) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
  const reduced = (each: DecisionRecord, ticks: Row[], what: string): DecisionRecord => ({
    ...each,
    ticks,
    reduced: [...new Set([...each.reduced, what])],
  });
  if (fits(record)) return record;
  let next = record;
  for (const track of ['baseline', 'canary'] as const) {
    const ticks = next.ticks.map(row => withoutPods(row, track));
    next = reduced(next, ticks, `pods of the ${track} are summed`);
    if (fits(next)) return next;
  }
  for (;;) {
    const { rows, counts } = halved(next.ticks);
    if (rows.length === next.ticks.length) return next;
    const moved = <Each extends { after: number }>(each: Each) => ({
      ...each,
      after: counts[each.after] ?? 0,
    });
    const { turns, verdicts } = next;
    next = reduced({ ...next, turns: turns.map(moved), verdicts: verdicts.map(moved) }, rows, mergedTicks);
    if (fits(next)) return next;
  }
}

/**
 * Merges each second tick into the one before it, where stage, weight and kinds of readings are the same.
 * @returns `counts`: for each number of ticks in the old list, how many they are in the new one.
 */
function halved(rows: Row[]): { rows: Row[]; counts: number[] } {
  const joined: Row[] = [];
  const counts = [0];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as Row;
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

function together(a: Row, b: Row): Row | undefined {
  const names = Object.keys(a.readings);
  const alike =
    a.stage === b.stage &&
    a.weight === b.weight &&
    names.length === Object.keys(b.readings).length &&
    names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
  if (!alike) return undefined;
  const readings = names.map((name): [string, Reading] => [
    name,
    sumOfReadings(a.readings[name] as Reading, b.readings[name] as Reading),
  ]);
  return { ...b, readings: Object.fromEntries(readings) };
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
