import type { Series } from './prometheus.ts';
import { type Matcher, narrowed, podMatcher } from './selector.ts';
import type { Track } from './tick.ts';

/** What is asked of Prometheus for a gate: plain data, kept in the state, so that whoever resumes asks the same. */
export interface Sampling {
  namespace: string;
  /** Milliseconds of age from which on a pod's counts are compared. */
  warmUp: number;
  pace: Pace;
  probes: Probe[];
  share: ShareProbe;
}

/** How often the pods are scraped, in milliseconds, as it was measured. */
export interface Pace {
  /** From one scrape of a pod to its next. */
  interval: number;
  /** From the time that a sample carries until a query surely finds it. A tick ends no later than this ago. */
  settle: number;
  /** How far before a tick samples are read, to find the one before. */
  lookback: number;
}

/** Counters by which one metric is compared. */
export type Probe =
  | { kind: 'ratio'; name: string; total: string; bad: string }
  /**
   * `series` ends in `_bucket`; a request is bad at a boundary when it took longer. Boundaries are some of the buckets' upper
   * bounds, in seconds: those of slipway.yml, or none until they are chosen from the hour before.
   */
  | { kind: 'histogram'; name: string; series: string; buckets: number[]; boundaries: number[] };

/** Counters by which the share that arrived is measured. */
export type ShareProbe =
  /** From the pods' own counters of a probe. */
  { kind: 'application'; probe: string } | ({ kind: 'counters' } & ShareCounters);

/** Selectors of a gateway's counters. */
export interface ShareCounters {
  /** All requests for the application, and those for the candidate. */
  total: string;
  candidate: string;
  /** Of these the ones that were answered with 5xx. */
  errors?: string;
  /** All 5xx of the route, and those of the Services behind it: the difference is what no Service was asked. */
  routed?: string;
  served?: string;
}

/** A pod whose counts are compared. */
export interface WatchedPod {
  name: string;
  uid: string;
  track: Track;
  /** From when its age counts, in ms since the epoch: the API server's `creationTimestamp` or the pod's `startTime`. */
  started: number;
}

/** A stretch of time on Prometheus's clock, in ms since the epoch: after `from`, up to and with `to`. */
export interface Span {
  from: number;
  to: number;
  /** Nothing that may have happened before counts, such as before the weight moved; default: whatever was seen in the span. */
  since?: number;
}

/** What narrows a selector to these pods. Pure. */
export function ownMatchers(namespace: string, pods: readonly WatchedPod[]): Matcher[] {
  return [{ label: 'namespace', operator: '=', value: namespace }, podMatcher(pods.map(({ name }) => name))];
}

/** The requests first. A histogram's buckets hold them too, as `+Inf`: one answer, in which all fits together. */
export function selectorsOf(probe: Probe): string[] {
  if (probe.kind === 'ratio') return [probe.total, probe.bad];
  const bounds = probe.boundaries.flatMap(bound =>
    // Prometheus 3 writes `1.0` what others leave as `1`.
    Number.isInteger(bound) ? [String(bound), `${bound}\\.0`] : [String(bound).replace('.', '\\.')],
  );
  const value = [...bounds, '\\+Inf'].join('|');
  return [narrowed(probe.series, [{ label: 'le', operator: '=~', value }])];
}

/** The pod of a series: by its uid where the series carry that, else by its name; the namespace was asked for. Pure. */
export function podOf(labels: Series['labels'], pods: readonly WatchedPod[]): WatchedPod | undefined {
  const uid = labels.pod_uid;
  const namesakes = byName(pods).get(labels.pod ?? '');
  return uid === undefined || uid === '' ? namesakes?.[0] : namesakes?.find(pod => pod.uid === uid);
}

const indexes = new WeakMap<readonly WatchedPod[], Map<string, WatchedPod[]>>();

/** Made once a list: thousands of series are joined to hundreds of pods in every tick. */
function byName(pods: readonly WatchedPod[]): Map<string, WatchedPod[]> {
  const known = indexes.get(pods);
  if (known !== undefined) return known;
  const index = Map.groupBy(pods, ({ name }) => name);
  indexes.set(pods, index);
  return index;
}

/** The upper bound of a bucket. */
export function boundOf({ le = '' }: Series['labels']): number {
  return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}
