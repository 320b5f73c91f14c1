import { explainAbsence } from './absence.ts';
import type { QueryResult } from './ask.ts';
import { contradictions } from './contradiction.ts';
import { grownIn } from './counters.ts';
import { haveArrived, withLines } from './log-lines.ts';
import {
  boundOf,
  ownMatchers,
  type Probe,
  podOf,
  type Sampling,
  type Span,
  selectorsOf,
  type WatchedPod,
} from './probe.ts';
import type { MetricSource, Series } from './prometheus.ts';
import { narrowed } from './selector.ts';
import { readGateway, trafficIn, trafficOf } from './share.ts';
import type { PodCounts, Reading, Tick, Track, Traffic } from './tick.ts';
import { type Counter, readWindow, type Window } from './window.ts';

/**
 * Reads every metric once: the counts of each pod in each of consecutive spans, with one query per counter, to catch up after a pause. For
 * spans in the past, the result is always the same.
 * @param spans at least one, oldest first.
 */
export async function readTicks(
  source: MetricSource,
  sampling: Sampling,
  pods: readonly WatchedPod[],
  spans: readonly Span[],
  { stage, weight }: { stage: number; weight: number },
): Promise<Tick[]> {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = { from: first.from, to: last.to };
  const [windows, gateway] = await Promise.all([
    Promise.all(sampling.probes.map(probe => readProbe(source, sampling, probe, pods, whole))),
    readGateway(source, sampling, whole),
  ]);
  const tickOf = async (span: Span): Promise<Tick> => {
    const readings = await Promise.all(
      sampling.probes.map(async (probe, index): Promise<[string, Reading]> => {
        const window = windows[index] as QueryResult<Window>;
        const reading = await explained(source, sampling, probe, pods, span, window);
        return [probe.name, aged(reading, pods, span.to)];
      }),
    );
    const reached = trafficOf(sampling, windows, pods, span);
    const traffic = trafficBy(sampling, trafficIn(gateway, span), reached);
    return {
      at: span.to,
      stage,
      weight,
      ...(traffic?.total ? { share: (100 * traffic.canary) / traffic.total } : {}),
      ...(traffic && { traffic }),
      readings: Object.fromEntries(readings),
    };
  };
  const ticks: Tick[] = [];
  for (const span of spans) ticks.push(await tickOf(span));
  return ticks;
}

/** Adds the age of each pod, because the gate judges pods in their warm-up differently. */
function aged(reading: Reading, pods: readonly WatchedPod[], at: number): Reading {
  if (reading.kind !== 'counts') return reading;
  const born = new Map(pods.map(({ name, started }) => [name, started]));
  const withAge = (each: PodCounts): PodCounts => ({ ...each, age: at - (born.get(each.pod) ?? 0) });
  return { ...reading, canary: reading.canary.map(withAge), baseline: reading.baseline.map(withAge) };
}

async function explained(
  source: MetricSource,
  sampling: Sampling,
  probe: Probe,
  pods: readonly WatchedPod[],
  span: Span,
  window: QueryResult<Window>,
): Promise<Reading> {
  if (!window.ok) return { kind: 'provider', detail: window.detail };
  const reading = readingOf(window.value, probe, pods, sampling, span);
  if (reading.kind !== 'absent') return reading;
  const reason = await explainAbsence(source, sampling, probe, pods, reading.track, span.to);
  // Many client libraries export a counter only after its first count, and there were no requests.
  const isYetToCome =
    reason.kind === 'absent' &&
    reason.track === 'canary' &&
    isScrapedInSilence(window.value, probe, pods, span);
  return isYetToCome ? { kind: 'idle' } : reason;
}

function trafficBy(
  { share }: Sampling,
  gateway: Traffic | undefined,
  pods: Traffic | undefined,
): Traffic | undefined {
  if (share.kind === 'application') return pods;
  return gateway === undefined || pods === undefined ? gateway : { ...gateway, reached: pods.canary };
}

/** Splits an interval into spans of one tick, to catch up after a pause. The remainder belongs to the next tick. Pure. */
export function spansBetween(from: number, to: number, tick: number): Span[] {
  const count = Math.max(0, Math.floor((to - from) / tick));
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * tick,
    to: from + (index + 1) * tick,
  }));
}

/** Returns the latest possible end of a tick, on Prometheus's clock: a query certainly finds all scrapes until then. */
export async function settledUntil(
  source: MetricSource,
  { pace }: Pick<Sampling, 'pace'>,
): Promise<QueryResult<number>> {
  const now = await source.now();
  return now.ok ? { ok: true, value: now.value - pace.settle } : now;
}

/** Reads the counters of a probe for these pods. */
export async function readProbe(
  source: MetricSource,
  { namespace, pace }: Pick<Sampling, 'namespace' | 'pace'>,
  probe: Probe,
  pods: readonly WatchedPod[],
  span: Span,
  patience?: number,
): Promise<QueryResult<Window>> {
  const ours = ownMatchers(namespace, pods);
  const selectors = selectorsOf(probe).map(selector => narrowed(selector, ours));
  const bornOf = (labels: Series['labels']) => podOf(labels, pods)?.started;
  const window = await readWindow(source, selectors, narrowed('up', ours), span, pace, bornOf, patience);
  return window.ok && probe.kind === 'logs'
    ? withLines(source, { namespace, probe, pods, span }, window.value)
    : window;
}

/** Returns the reading of a probe for a tick. Pure. */
export function readingOf(
  window: Window,
  probe: Probe,
  pods: readonly WatchedPod[],
  { warmUp, pace }: Pick<Sampling, 'warmUp' | 'pace'>,
  span: Span,
): Reading {
  const counts = countsOf(window, probe, pods, warmUp, span);
  const asked =
    probe.kind === 'logs'
      ? countsOf({ ...window, newestLine: undefined }, probe, pods, warmUp, span)
      : counts;
  const wrong = contradictions(window, probe, pods, counts)[0];
  if (wrong !== undefined) return { kind: 'wrong-labels', detail: wrong };
  for (const track of ['canary', 'baseline'] as const) {
    const own = pods.filter(pod => pod.track === track);
    // After promotion there is no baseline, but the limits still need counts.
    if (own.length === 0 && track === 'baseline') continue;
    // These pods are too young to be scraped twice after their warm-up.
    if (own.length > 0 && own.every(pod => span.to < pod.started + warmUp + 2 * pace.interval)) continue;
    const seen = newest(window, own, span.to);
    if (seen !== undefined && span.to - seen > 2 * pace.interval) {
      return { kind: 'stale', seconds: Math.round((span.to - seen) / 1000) };
    }
    if (!hasRequests(window, probe, own)) return { kind: 'absent', track };
    // Without counts between two scrapes it is unknown whether there were requests.
    if (track === 'canary' && asked.canary.length > 0 && totalOf(asked.canary) === 0) return { kind: 'idle' };
    if (probe.kind === 'logs' && counts[track].length === 0 && totalOf(asked[track]) > 0)
      return { kind: 'stale', seconds: probe.delay / 1000, lines: true };
  }
  return { kind: 'counts', ...counts };
}

type Counts = Record<Track, PodCounts[]>;

/**
 * Returns the counts of each pod after its warm-up, over all its series; pods without samples, or whose lines may still be on their way to
 * the log store, are left out. Pure.
 * @param warmUp age in milliseconds.
 */
export function countsOf(
  window: Window,
  probe: Probe,
  pods: readonly WatchedPod[],
  warmUp: number,
  { from, to, since = Number.NEGATIVE_INFINITY }: Span,
): Counts {
  const byPod = window.counters.map(counters =>
    Map.groupBy(counters, ({ labels }) => podOf(labels, pods)?.uid),
  );
  const counted = (pod: WatchedPod): PodCounts[] => {
    const begin = Math.max(since, pod.started + warmUp);
    const sum = (counters: Counter[]) =>
      counters.reduce((total, { growths }) => total + grownIn(growths, from, to, begin), 0);
    const [requests = [], errors = []] = byPod.map(each => each.get(pod.uid) ?? []);
    const began = requests.some(({ growths }) =>
      growths.some(({ since, at }) => since >= begin && at > from && at <= to),
    );
    if (!began || !haveArrived(window, pod.name, to)) return [];
    if (probe.kind !== 'histogram') {
      const [total, bad] = [sum(requests), sum(errors)];
      // One request may log several lines.
      return [{ pod: pod.name, total, bad: [probe.kind === 'logs' ? Math.min(total, bad) : bad] }];
    }
    const total = sum(requests.filter(({ labels }) => boundOf(labels) === Number.POSITIVE_INFINITY));
    const bad = probe.boundaries.map(bound =>
      Math.max(0, total - sum(requests.filter(({ labels }) => boundOf(labels) === bound))),
    );
    return [{ pod: pod.name, total, bad }];
  };
  const of = (track: Track) => pods.filter(pod => pod.track === track).flatMap(counted);
  return { canary: of('canary'), baseline: of('baseline') };
}

function totalOf(counts: readonly PodCounts[]): number {
  return counts.reduce((sum, { total }) => sum + total, 0);
}

/** Whether the canary was scraped, and the baseline got no requests. */
function isScrapedInSilence(window: Window, probe: Probe, pods: readonly WatchedPod[], span: Span): boolean {
  const canary = pods.filter(({ track }) => track === 'canary');
  return (
    newest(window, canary, span.to) !== undefined &&
    totalOf(countsOf(window, probe, pods, 0, span).baseline) === 0
  );
}

function hasRequests({ series }: Window, probe: Probe, pods: readonly WatchedPod[]): boolean {
  return (series[0] ?? []).some(
    ({ labels, samples }) =>
      samples.length > 0 &&
      podOf(labels, pods) !== undefined &&
      (probe.kind !== 'histogram' || boundOf(labels) === Number.POSITIVE_INFINITY),
  );
}

/** Returns the time of the last scrape of one of these pods. */
function newest({ targets }: Window, pods: readonly WatchedPod[], to: number): number | undefined {
  const scrapes = [...targets.values()]
    .filter(({ labels }) => podOf(labels, pods) !== undefined)
    .flatMap(({ scrapes }) => scrapes.filter(at => at <= to).slice(-1));
  return scrapes.length === 0 ? undefined : Math.max(...scrapes);
}
