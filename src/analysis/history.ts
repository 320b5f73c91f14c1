import type { QueryResult } from './ask.ts';
import type { MetricPast, Past } from './past.ts';
import { ownMatchers, type Probe, type Sampling, selectorsOf, type WatchedPod } from './probe.ts';
import type { MetricSource } from './prometheus.ts';
import { countsOf, readProbe, spansBetween } from './sampling.ts';
import { narrowed } from './selector.ts';
import type { PodCounts } from './tick.ts';
import { together } from './window.ts';

/** The counts of the baseline before the rollout, which determine dispersion, spread, boundaries and the expected time. */
export interface History extends Past {
  /** Its end in ms since the epoch, on Prometheus's clock. */
  to: number;
}

const hour = 3_600_000;
const chunk = 600_000;
/** Raw samples for one metric: about 15 MB of text. */
const affordable = 400_000;
/** With fewer pods, the spread between them cannot be estimated. */
const fewestPods = 4;
const patience = 30_000;

/**
 * Reads the hour before `to`, with at most seven queries per metric and a bounded number of samples: with many series only a sample of
 * pods is read, and then a shorter time of at least ten minutes.
 * @param pods the baseline's.
 * @param to ms since the epoch on Prometheus's clock; settled (`settledUntil`).
 */
export async function readHistory(
  source: MetricSource,
  sampling: Sampling,
  pods: readonly WatchedPod[],
  { to, tick }: { to: number; tick: number },
): Promise<QueryResult<History>> {
  const read = await Promise.all(
    sampling.probes.map(probe => {
      // All buckets, because the history determines which of them are compared.
      const wide = probe.kind === 'histogram' ? { ...probe, boundaries: probe.buckets } : probe;
      return readMetric(source, sampling, wide, pods, { to, tick });
    }),
  );
  const all = together(read);
  if (!all.ok) return all;
  const names = sampling.probes.map(({ name }) => name);
  const metrics = Object.fromEntries(all.value.map((metric, index) => [names[index] ?? '', metric]));
  const ages = pods.map(({ started }) => Math.max(0, to + sampling.pace.settle - started));
  const value = { to, tick, metrics };
  return { ok: true, value: ages.length === 0 ? value : { ...value, age: Math.max(...ages) } };
}

async function readMetric(
  source: MetricSource,
  sampling: Sampling,
  probe: Probe,
  pods: readonly WatchedPod[],
  { to, tick }: { to: number; tick: number },
): Promise<QueryResult<MetricPast>> {
  const series = await countSeries(source, sampling, probe, pods, to);
  if (!series.ok) return series;
  const { sampled, span } = budgetOf(series.value, pods, sampling.pace.interval);
  const ticks: PodCounts[][] = [];
  for (const { from, to: end } of chunksBetween(to - span, to, tick)) {
    const window = await readProbe(source, sampling, probe, sampled, { from, to: end }, patience);
    if (!window.ok) return window;
    for (const each of spansBetween(from, end, tick)) {
      ticks.push(countsOf(window.value, probe, sampled, sampling.warmUp, each).baseline);
    }
  }
  const first = ticks.findIndex(counts => counts.length > 0);
  const covered = first < 0 ? [] : ticks.slice(first);
  const boundaries = probe.kind === 'histogram' ? probe.boundaries : [];
  const share = sampled.length / Math.max(1, pods.length);
  return { ok: true, value: { boundaries, ticks: covered, share: share || 1 } };
}

async function countSeries(
  source: MetricSource,
  { namespace }: Sampling,
  probe: Probe,
  pods: readonly WatchedPod[],
  at: number,
): Promise<QueryResult<number>> {
  const ours = ownMatchers(namespace, pods);
  const counted = await Promise.all(
    selectorsOf(probe).map(selector => source.query(`count(${narrowed(selector, ours)})`, at, patience)),
  );
  const all = together(counted);
  if (!all.ok) return all;
  const count = all.value.flat().reduce((sum, { samples }) => sum + (samples[0]?.[1] ?? 0), 0);
  return { ok: true, value: count };
}

/** Returns the pods and the part of the hour that can be read. Pure. */
export function budgetOf<P>(
  series: number,
  pods: readonly P[],
  interval: number,
): { sampled: P[]; span: number } {
  const perPod = Math.max(1, (series / Math.max(1, pods.length)) * (hour / interval));
  const fitting = Math.floor(affordable / perPod);
  if (fitting >= pods.length) return { sampled: [...pods], span: hour };
  const take = Math.min(pods.length, Math.max(fewestPods, fitting));
  // Evenly over the list, which may be sorted by node or age.
  const sampled = Array.from({ length: take }, (_, i) => pods[Math.floor((i * pods.length) / take)] as P);
  const span = Math.min(
    hour,
    Math.max(chunk, Math.floor(((affordable / (perPod * take)) * hour) / chunk) * chunk),
  );
  return { sampled, span };
}

/** Splits the time into chunks of whole ticks, about ten minutes each. */
function chunksBetween(from: number, to: number, tick: number) {
  const length = Math.max(1, Math.floor(chunk / tick)) * tick;
  const count = Math.ceil((to - from) / length);
  return Array.from({ length: count }, (_, index) => ({
    from: to - (count - index) * length,
    to: to - (count - index - 1) * length,
  }));
}
