/** The input of the gate: plain counts by tick, as read from Prometheus. */

export type Track = 'canary' | 'baseline';

/** The counts of one pod in one tick. */
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

/** The reading of one metric in one tick. Only `counts` is evidence; the other kinds say why there is none. */
export type Reading =
  | { kind: 'counts'; canary: PodCounts[]; baseline: PodCounts[] }
  /** The series exist, and the canary got no requests. */
  | { kind: 'idle' }
  /** No series of this name from the pods of a track. */
  | { kind: 'absent'; track: Track }
  /** Series exist, but their labels do not match the pods: the query is wrong. */
  | { kind: 'wrong-labels'; detail: string }
  /** The newest sample is too old. `lines`: no later line of a track is in the log store, so that lines may be missing. */
  | { kind: 'stale'; seconds: number; lines?: true }
  /** Prometheus did not answer, or answered with an error. */
  | { kind: 'provider'; detail: string };

/** Requests that arrived in a tick, including pods in their warm-up. */
export interface Traffic {
  canary: number;
  /** Those of both tracks. */
  total: number;
  /** Requests for the canary that were answered with 5xx, by its pods or by a gateway that could not reach them. */
  errors?: number;
  /** Requests that the gateway answered with 5xx without a Service, because a side of the route had no endpoint. Not in `total`. */
  unserved?: number;
  /** Requests that the canary's pods counted. */
  reached?: number;
}

/** One reading of all metrics, disjoint from the one before, so that nothing is counted twice. */
export interface Tick {
  /** Its end, in ms since the epoch, by Prometheus's clock. */
  at: number;
  /** Index of the stage: the steps in order, then the bake, then the watch. */
  stage: number;
  /** The percentage of requests that the canary should get, and the percentage that it got, if known. */
  weight: number;
  share?: number;
  /** The requests behind `share`, if they were counted. */
  traffic?: Traffic;
  /** By name of the metric. */
  readings: Record<string, Reading>;
}
