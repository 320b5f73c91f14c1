import { z } from 'zod';

/** The input of the gate: plain counts by tick, as read from Prometheus, and as kept in decision records. */

const trackSchema = z.enum(['canary', 'baseline']);
export type Track = z.output<typeof trackSchema>;

const count = z.number().min(0);
const percent = z.number().min(0).max(100);
const text = z.string();

const podCountsSchema = z.object({
  /** Name of the pod. */
  pod: text,
  /** Requests. */
  total: count,
  /** Bad ones among them: one number for a ratio, one for each boundary of a histogram, in its order. */
  bad: z.array(count),
  /** Age of the pod in ms at the end of the tick; without it the pod counts as an old one. */
  age: z.number().exactOptional(),
});
/** The counts of one pod in one tick. */
export type PodCounts = z.output<typeof podCountsSchema>;

const readingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counts'),
    canary: z.array(podCountsSchema),
    baseline: z.array(podCountsSchema),
  }),
  /** The series exist, and the canary got no requests. */
  z.object({ kind: z.literal('idle') }),
  /** No series of this name from the pods of a track. */
  z.object({ kind: z.literal('absent'), track: trackSchema }),
  /** Series exist, but their labels do not match the pods: the query is wrong. */
  z.object({ kind: z.literal('wrong-labels'), detail: text }),
  /** The newest sample is too old. `lines`: no later line of a track is in the log store, so that lines may be missing. */
  z.object({ kind: z.literal('stale'), seconds: count, lines: z.literal(true).exactOptional() }),
  /** Prometheus did not answer, or answered with an error. */
  z.object({ kind: z.literal('provider'), detail: text }),
]);
/** The reading of one metric in one tick. Only `counts` is evidence; the other kinds say why there is none. */
export type Reading = z.output<typeof readingSchema>;

const trafficSchema = z.object({
  canary: count,
  /** Those of both tracks. */
  total: count,
  /** Requests for the canary that were answered with 5xx, by its pods or by a gateway that could not reach them. */
  errors: count.exactOptional(),
  /** Requests that the gateway answered with 5xx without a Service, because a side of the route had no endpoint. Not in `total`. */
  unserved: count.exactOptional(),
  /** Requests that the canary's pods counted. */
  reached: count.exactOptional(),
});
/** Requests that arrived in a tick, including pods in their warm-up. */
export type Traffic = z.output<typeof trafficSchema>;

export const tickSchema = z.object({
  at: count.int().meta({ description: "The end of the tick by Prometheus's clock, in ms since the epoch." }),
  /** Index of the stage: the steps in order, then the bake, then the watch. */
  stage: count.int(),
  /** The percentage of requests that the canary should get. */
  weight: percent,
  share: percent
    .exactOptional()
    .meta({ description: 'The percentage of requests that really reached the candidate, if it is known.' }),
  traffic: trafficSchema
    .exactOptional()
    .meta({ description: 'The requests from which the share is computed.' }),
  /** By name of the metric. */
  readings: z.record(text, readingSchema),
});
/** One reading of all metrics, disjoint from the one before, so that nothing is counted twice. */
export type Tick = z.output<typeof tickSchema>;
