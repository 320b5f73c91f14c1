import type { Cluster } from '../cluster/port.ts';
import type { Gate } from '../config/types.ts';
import { innermostCause } from '../toolkit/errors.ts';
import { withoutSecrets } from '../toolkit/secrecy.ts';
import { type EndpointReply, endpointOf, inSentence } from './http-endpoint.ts';

/** A value of a counter with the time of its scrape, in ms since the epoch. */
export type Sample = readonly [at: number, value: number];

export interface Series {
  labels: Readonly<Record<string, string>>;
  /** Oldest first. */
  samples: readonly Sample[];
}

export type QueryResult<Value> = { ok: true; value: Value } | { ok: false; detail: string };

/** A Prometheus, or a compatible server. It never throws: a failure is a sentence without a full stop. */
export interface MetricSource {
  /** Its name in sentences. */
  readonly name: string;
  /**
   * Returns the result of an instant query; for `selector[1m]` the raw samples.
   * @param at ms since the epoch; default: its current time.
   * @param patience milliseconds for all attempts together; default 5 s.
   */
  query(promql: string, at?: number, patience?: number): Promise<QueryResult<Series[]>>;
  /** Returns the time of its clock, in ms since the epoch: no decision depends on the clock of a runner. */
  now(): Promise<QueryResult<number>>;
}

type Send = (query: URLSearchParams, signal: AbortSignal) => Promise<EndpointReply>;

/** Returns the Prometheus of a gate: by its address, or as a Service through the API server's proxy. */
export function prometheusOf(
  settings: Gate['prometheus'],
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): MetricSource {
  const { name, send, secret, missing } = endpointOf(settings, cluster, env);
  return sourceOf(name, (query, signal) => send(`/api/v1/query?${query}`, signal), { secret, missing });
}

const defaultPatience = 5_000;
const longestAttempt = 15_000;

/** Builds a source on top of `send`. @param credential the token, which no sentence may contain, and why there is none. */
export function sourceOf(
  name: string,
  send: Send,
  credential: { secret?: string; missing?: string | undefined } = {},
): MetricSource {
  const hidden = credential.secret ? [credential.secret] : [];
  const failed = (detail: string): { ok: false; detail: string } => ({
    ok: false,
    detail: withoutSecrets(`Prometheus ${name} ${detail}`, hidden),
  });
  const query: MetricSource['query'] = async (promql, at, patience = defaultPatience) => {
    if (credential.missing !== undefined) return failed(`cannot be queried: ${credential.missing}`);
    // Without this, Thanos returns the counts of the available stores only, and partial counts are useless.
    const parameters = new URLSearchParams({ query: promql, partial_response: 'false' });
    if (at !== undefined) parameters.set('time', (at / 1000).toFixed(3));
    const end = performance.now() + patience;
    let detail = '';
    for (let pause = 250; ; pause = Math.min(2 * pause, 1_000)) {
      const left = Math.max(1, Math.ceil(end - performance.now()));
      const answer = await attempt(send, parameters, Math.min(left, longestAttempt));
      if (answer.ok) return { ok: true, value: answer.value };
      // An earlier response says more than the final timeout.
      if (detail === '' || !answer.timedOut) detail = answer.detail;
      if (!answer.passing || performance.now() + pause >= end) return failed(detail);
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  };
  return {
    name,
    query,
    now: async () => {
      const answer = await query('time()');
      if (!answer.ok) return answer;
      const at = answer.value[0]?.samples[0]?.[0];
      return at === undefined ? failed('does not return its time') : { ok: true, value: at };
    },
  };
}

type Attempt =
  | { ok: true; value: Series[] }
  | { ok: false; detail: string; passing: boolean; timedOut?: boolean };

async function attempt(send: Send, query: URLSearchParams, timeoutMs: number): Promise<Attempt> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs)));
  try {
    return judged(await send(query, signal));
  } catch (error) {
    const detail = signal.aborted
      ? `does not answer within ${(timeoutMs / 1000).toFixed(1)} s`
      : `does not answer (${innermostCause(error)})`;
    return { ok: false, detail, passing: true, timedOut: signal.aborted };
  }
}

/** Interprets a response: series, or why there are none and whether a retry may help. Pure. */
export function judged({ status, body, location }: EndpointReply): Attempt {
  const document = parsed(body);
  if (document?.status === 'success' && status === 200) {
    // The warning is about a store that could not be read, so a part of the counts is missing.
    const [warning] = document.warnings ?? [];
    if (warning !== undefined) {
      return { ok: false, detail: `returned an incomplete result: ${inSentence(warning)}`, passing: true };
    }
    const value = seriesOf(document.data);
    return value === undefined
      ? { ok: false, detail: 'returned a result without series', passing: false }
      : { ok: true, value };
  }
  const passing = status === 429 || status >= 500;
  if (document?.status === 'error') {
    return { ok: false, detail: `answered ${status}: ${inSentence(document.error ?? '')}`, passing };
  }
  if (status >= 300 && status < 400) {
    const where = location === undefined ? '' : ` to ${inSentence(location.replace(/[?#].*/, ''))}`;
    return {
      ok: false,
      detail: `answered with a redirect${where}, probably to a login page; set its direct address`,
      passing,
    };
  }
  return { ok: false, detail: refusal(status, document?.message ?? body), passing };
}

function refusal(status: number, said: string): string {
  // A message of the API server about the Service.
  if (/no endpoints available/.test(said)) return 'has no ready pod behind its Service';
  if (status === 401) return 'does not accept the credential (401)';
  if (status === 403) return `refuses the query (403${said === '' ? '' : `: ${inSentence(said)}`})`;
  if (status === 404) return `has no /api/v1/query (404: ${inSentence(said)})`;
  const text = inSentence(said);
  return `answered ${status}${text === '' ? '' : `: ${text}`}`;
}

interface Document {
  status?: string;
  data?: { resultType?: string; result?: unknown };
  error?: string;
  warnings?: string[];
  /** In a Status of the API server. */
  message?: string;
}

function parsed(body: string): Document | undefined {
  try {
    const document: unknown = JSON.parse(body);
    return typeof document === 'object' && document !== null ? document : undefined;
  } catch {
    return undefined;
  }
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
