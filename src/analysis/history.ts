import type { PodCounts } from './tick.ts';

/** What the baseline did before the rollout: what the policy is made from. */
export interface History {
  /** Its end in ms since the epoch, on Prometheus's clock. */
  to: number;
  /** Length of its ticks in ms. */
  tick: number;
  /** By name of the metric. */
  metrics: Record<string, MetricHistory>;
}

export interface MetricHistory {
  /** Of a histogram: boundaries in seconds, one for each number of bad requests; of a ratio none. */
  boundaries: number[];
  /** Disjoint ticks, the oldest first; what each pod of the baseline counted. */
  ticks: PodCounts[][];
  /** Requests a second of all pods together. */
  rate: number;
}

/** Requests and bad ones among them, of all pods and ticks. */
export function sumOfHistory({ ticks }: MetricHistory, index: number): { total: number; bad: number } {
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

/** The same by pod. */
export function podsOfHistory(
  { ticks }: MetricHistory,
  index: number,
): Map<string, { total: number; bad: number }> {
  const pods = new Map<string, { total: number; bad: number }>();
  for (const { pod, total, bad } of ticks.flat()) {
    const before = pods.get(pod) ?? { total: 0, bad: 0 };
    pods.set(pod, { total: before.total + total, bad: before.bad + (bad[index] ?? 0) });
  }
  return pods;
}

/** Requests a second. */
export const trafficOf = (history: History, metric: string): number => history.metrics[metric]?.rate ?? 0;
