import type { PodCounts } from './tick.ts';

/** The counts of the baseline before the rollout, from which the policy is derived. */
export interface Past {
  /** Length of its ticks in ms. */
  tick: number;
  /** Of the oldest live pod at the end, in ms; missing when unknown. A rollback replaces all pods, whose counts are then gone. */
  age?: number;
  /** By name of the metric. */
  metrics: Record<string, MetricPast>;
}

export interface MetricPast {
  /** For a histogram: boundaries in seconds, one for each number of bad requests; for a ratio none. */
  boundaries: number[];
  /** Disjoint ticks, oldest first; the counts of each pod of the baseline. */
  ticks: PodCounts[][];
  /** Share of the baseline's pods that the ticks contain, above 0 and up to 1. Default: 1. */
  share?: number;
}

/** Sums the requests and the bad ones among them, of all pods and ticks. */
export function sumOfPast({ ticks }: MetricPast, index: number): { total: number; bad: number } {
  let total = 0;
  let bad = 0;
  for (const pods of ticks) {
    for (const pod of pods) {
      total += pod.total;
      bad += pod.bad[index] ?? 0;
    }
  }
  return { total, bad };
}

/** Returns the same sums by pod. */
export function podsOfPast(
  { ticks }: MetricPast,
  index: number,
): Map<string, { total: number; bad: number }> {
  const pods = new Map<string, { total: number; bad: number }>();
  for (const { pod, total, bad } of ticks.flat()) {
    const before = pods.get(pod) ?? { total: 0, bad: 0 };
    pods.set(pod, { total: before.total + total, bad: before.bad + (bad[index] ?? 0) });
  }
  return pods;
}

/** Returns the requests per second of all pods of the baseline. */
export function trafficOf(history: Past, metric: string): number {
  const of = history.metrics[metric];
  if (of === undefined || of.ticks.length === 0) return 0;
  return sumOfPast(of, 0).total / (of.share ?? 1) / ((of.ticks.length * history.tick) / 1000);
}

/** Returns the number of pods of the baseline at the end. */
export function podCount(history: Past, metric: string): number {
  const of = history.metrics[metric];
  const last = of?.ticks.findLast(pods => pods.length > 0)?.length ?? 0;
  return Math.round(last / (of?.share ?? 1));
}
