/** What the gate is fed with: plain counts, tick by tick, as they were read from Prometheus. */

export type Track = 'canary' | 'baseline';

/** What one pod counted in one tick. */
export interface PodCounts {
  /** Name of the pod. */
  pod: string;
  /** Requests, at least 0. */
  total: number;
  /** Bad ones among them: one number for a ratio, one for each boundary of a histogram, in its order. */
  bad: number[];
  /** Age of the pod in ms at the end of the tick; without it the pod counts as an old one. */
  age?: number;
}

/** What one metric said in one tick. Only `counts` is evidence; the others say why there is none. */
export type Reading =
  | { kind: 'counts'; canary: PodCounts[]; baseline: PodCounts[] }
  /** The series are there and the canary was asked nothing. */
  | { kind: 'idle' }
  /** No series of this name from the pods of a track. */
  | { kind: 'absent'; track: Track }
  /** Series are there, but their labels cannot be those of the pods: the query is wrong. */
  | { kind: 'wrong-labels'; detail: string }
  /** The newest sample is older than it may be. */
  | { kind: 'stale'; seconds: number }
  /** Prometheus did not answer, or answered with an error. */
  | { kind: 'provider'; detail: string };

/** Requests that arrived in a tick, warm-up or not. */
export interface Traffic {
  canary: number;
  /** Those of both tracks. */
  total: number;
  /** What was answered with 5xx for the canary, by its pods or by the gateway that could not reach them. */
  errors?: number;
  /** What the gateway answered with 5xx without any Service: a side of the route had no endpoint. In `total` it is not. */
  unserved?: number;
  /** What the canary's pods say that they were asked. */
  reached?: number;
}

/** One look: disjoint from the one before, so that nothing is counted twice. */
export interface Tick {
  /** Its end, in ms since the epoch, by Prometheus's clock. */
  at: number;
  /** Index of the stage: the steps in order, then the bake, then the watch. */
  stage: number;
  /** Percentage that the canary was to get, and the percentage of requests that it got at the gateway, if known. */
  weight: number;
  share?: number;
  /** The requests by which it is known, if they were counted. */
  traffic?: Traffic;
  /** By name of the metric. */
  readings: Record<string, Reading>;
}
