import type { Series } from './prometheus.ts';
import { type Matcher, matching, narrowed, podMatcher } from './selector.ts';
import type { Track } from './tick.ts';

/** The queries of a gate: plain data, kept in the state, so that a run that resumes sends the same queries. */
export interface Sampling {
  namespace: string;
  /** Age in milliseconds from which a pod's counts are compared. */
  warmUp: number;
  pace: ScrapePace;
  probes: Probe[];
  share: ShareProbe;
}

/** How often the pods are scraped, as measured, in milliseconds. */
export interface ScrapePace {
  /** From one scrape of a pod to its next. */
  interval: number;
  /** From the timestamp of a sample until a query certainly finds it. A tick ends at least this long ago. */
  settle: number;
  /** How far before a tick samples are read, to find the previous one. */
  lookback: number;
}

/** The counters of one metric. */
export type Probe =
  | { kind: 'ratio'; name: string; total: string; bad: string }
  /**
   * The bad ones are log lines of these levels, counted in steps of one tick. `delay` is in ms: whole ticks, in which a line certainly gets
   * to the store.
   */
  | { kind: 'logs'; name: string; total: string; levels: string[]; tick: number; delay: number }
  /**
   * `series` ends in `_bucket`; a request is bad at a boundary when it took longer. Boundaries are some of the buckets' upper
   * bounds, in seconds: those of slipway.yml, or none until they are chosen from the last hour.
   */
  | { kind: 'histogram'; name: string; series: string; buckets: number[]; boundaries: number[] };

/** The counters that measure the share that arrived. */
export type ShareProbe =
  /** From the pods' own counters of a probe. */
  { kind: 'application'; probe: string } | ({ kind: 'counters' } & ShareCounters);

/** The selectors of a gateway's counters. */
export interface ShareCounters {
  /** All requests for the application, and those for the candidate. */
  total: string;
  candidate: string;
  /** The requests for the candidate that were answered with 5xx. */
  errors?: string;
  /** All 5xx of the route, and those of its Services: the difference never reached a Service. */
  routed?: string;
  served?: string;
}

/** A pod whose counts are compared. */
export interface WatchedPod {
  name: string;
  uid: string;
  track: Track;
  /** The start of its age, in ms since the epoch: the API server's `creationTimestamp` or the pod's `startTime`. */
  started: number;
}

/** An interval on Prometheus's clock, in ms since the epoch: after `from`, up to and including `to`. */
export interface Span {
  from: number;
  to: number;
  /** Requests that may have happened before it do not count, such as before a change of weight; default: all in the span count. */
  since?: number;
}

/** Returns the matchers that narrow a selector to these pods. Pure. */
export function ownMatchers(namespace: string, pods: readonly WatchedPod[]): Matcher[] {
  return [matching('namespace', '=', namespace), podMatcher(pods.map(({ name }) => name))];
}

/** Returns the selectors, that of all requests first. A histogram has those in the bucket `+Inf`, so one consistent response is enough. */
export function selectorsOf(probe: Probe): string[] {
  if (probe.kind === 'ratio') return [probe.total, probe.bad];
  if (probe.kind === 'logs') return [probe.total];
  const bounds = probe.boundaries.flatMap(bound =>
    // Prometheus 3 writes `1.0` where others write `1`.
    Number.isInteger(bound) ? [String(bound), `${bound}\\.0`] : [String(bound).replace('.', '\\.')],
  );
  const value = [...bounds, '\\+Inf'].join('|');
  return [narrowed(probe.series, [matching('le', '=~', value)])];
}

/** Returns the pod of a series: by its uid if the series has one, otherwise by its name; the query already selects the namespace. Pure. */
export function podOf(labels: Series['labels'], pods: readonly WatchedPod[]): WatchedPod | undefined {
  const uid = labels.pod_uid;
  const namesakes = byName(pods).get(labels.pod ?? '');
  return uid === undefined || uid === '' ? namesakes?.[0] : namesakes?.find(pod => pod.uid === uid);
}

const indexes = new WeakMap<readonly WatchedPod[], Map<string, WatchedPod[]>>();

/** Cached per list, because every tick joins thousands of series to hundreds of pods. */
function byName(pods: readonly WatchedPod[]): Map<string, WatchedPod[]> {
  const known = indexes.get(pods);
  if (known !== undefined) return known;
  const index = Map.groupBy(pods, ({ name }) => name);
  indexes.set(pods, index);
  return index;
}

/** Returns the upper bound of a bucket. */
export function boundOf({ le = '' }: Series['labels']): number {
  return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}
