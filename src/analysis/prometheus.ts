import type { Cluster } from '../cluster/port.ts';
import type { Gate } from '../config/types.ts';
import { jsonIn } from '../toolkit/map.ts';
import { type Attempt, ask, type QueryResult } from './ask.ts';
import { endpointOf, inSentence } from './http-endpoint.ts';
import type { LineSource } from './log-lines.ts';

/** A value of a counter with the time of its scrape, in ms since the epoch. */
export type Sample = readonly [at: number, value: number];

export interface Series {
  labels: Readonly<Record<string, string>>;
  /** Oldest first. */
  samples: readonly Sample[];
}

/** A Prometheus, or a compatible server; for some gates with a log store beside it. It never throws: a failure is a sentence without a full stop. */
export interface MetricSource {
  /** Its name in sentences. */
  readonly name: string;
  /**
   * Returns the result of an instant query; for `selector[1m]` the raw samples.
   * @param at ms since the epoch; default: its current time.
   * @param patience milliseconds for all attempts together; default 5 s.
   */
  query(promql: string, at?: number, patience?: number): Promise<QueryResult<Series[]>>;
  /** The log store, for metrics whose bad ones are log lines. */
  readonly lines?: LineSource;
  /** Returns the time of its clock, in ms since the epoch: no decision depends on the clock of a runner. */
  now(): Promise<QueryResult<number>>;
}

const defaultPatience = 5_000;

/** Returns the Prometheus of a gate: by its address, or as a Service through the API server's proxy. */
export function prometheusOf(
  settings: Gate['prometheus'],
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): MetricSource {
  const endpoint = endpointOf(settings, cluster, env);
  const { name } = endpoint;
  const query: MetricSource['query'] = (promql, at, patience = defaultPatience) => {
    // Without these, Thanos and VictoriaMetrics return the counts of the available stores only, and partial counts are useless.
    const whole = { partial_response: 'false', deny_partial_response: '1' };
    const parameters = new URLSearchParams({ query: promql, ...whole });
    if (at !== undefined) parameters.set('time', (at / 1000).toFixed(3));
    const path = `/api/v1/query?${parameters}`;
    return ask(endpoint, { server: 'Prometheus', path, patience, read: seriesIn });
  };
  return {
    name,
    query,
    now: async () => {
      const answer = await query('time()');
      if (!answer.ok) return answer;
      const at = answer.value[0]?.samples[0]?.[0];
      return at === undefined
        ? { ok: false, detail: `Prometheus ${name} does not return its time` }
        : { ok: true, value: at };
    },
  };
}

/** What a response of VictoriaMetrics says instead of a warning. */
const notAll = 'a part of its storage could not be read (isPartial)';

/** Interprets the body of a response: series, or why there are none. Pure. */
export function seriesIn(body: string): Attempt<Series[]> {
  const { status, warnings, isPartial, data } = (jsonIn(body) ?? {}) as Document;
  if (status !== 'success')
    return { ok: false, detail: `does not answer like Prometheus: ${inSentence(body)}`, temporary: false };
  // The warning is about a store that could not be read, so a part of the counts is missing.
  const [warning = isPartial === true ? notAll : undefined] = warnings ?? [];
  if (warning !== undefined)
    return { ok: false, detail: `returned an incomplete result: ${inSentence(warning)}`, temporary: true };
  const value = seriesOf(data);
  return value === undefined
    ? { ok: false, detail: 'returned a result without series', temporary: false }
    : { ok: true, value };
}

interface Document {
  status?: string;
  data?: { resultType?: string; result?: unknown };
  warnings?: string[];
  isPartial?: boolean;
}

type Pair = [seconds: number, value: string];
interface Row {
  metric: Record<string, string>;
  value?: Pair;
  values?: Pair[];
}

function seriesOf(data: Document['data']): Series[] | undefined {
  const { resultType, result } = data ?? {};
  if (!Array.isArray(result)) return undefined;
  if (resultType === 'scalar') return [{ labels: {}, samples: [sampleOf(result as Pair)] }];
  if (resultType !== 'vector' && resultType !== 'matrix') return undefined;
  return (result as Row[]).map(({ metric, value, values }) => ({
    labels: metric,
    // A value that is not finite is not a count; a native histogram has no single value.
    samples: (values ?? (value === undefined ? [] : [value]))
      .map(sampleOf)
      .filter(([, each]) => Number.isFinite(each)),
  }));
}

function sampleOf([seconds, value]: Pair): Sample {
  return [Math.round(seconds * 1000), Number(value)];
}
