import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { logsSchema } from '../../src/config/logging.ts';
import { type LogStore, storeOf } from '../../src/logs/store.ts';

/** Log stores on the loopback interface, which answer as the documentation of Elasticsearch, OpenSearch and Loki says. */

export interface Entry {
  /** ns since 1970. */
  time: bigint;
  namespace: string;
  pod: string;
  level?: string;
  text: string;
  /** What the shipper has parsed. */
  parsed?: object;
}

/** An answer in the place of the usual one. */
export interface Canned {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface FakeStore {
  readonly url: string;
  readonly entries: Entry[];
  readonly asked: Asked[];
  /** Answers the next requests, in order. */
  readonly canned: (Canned | ((response: ServerResponse) => void))[];
  /** The most lines of one answer: `max_result_window`, `max_entries_limit_per_query`. */
  most: number;
  /** Fields to overwrite in each answer to a search. */
  overwrite: object;
  /** Fields to overwrite in what Elasticsearch knows of its fields. */
  capabilities: object;
  close(): Promise<void>;
}

export type StoreKind = 'elasticsearch' | 'loki';

export async function startStore(kind: StoreKind): Promise<FakeStore> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      store.asked.push({
        ...{ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body },
      });
      const next = store.canned.shift();
      if (typeof next === 'function') return next(response);
      const { status, body: text, headers = {} } = next ?? answers[kind](store, request.url ?? '', body);
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store: FakeStore = {
    ...{
      url: `http://127.0.0.1:${port}`,
      entries: [],
      asked: [],
      canned: [],
      most: 5000,
      overwrite: {},
      capabilities: {},
    },
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await promisify(server.close.bind(server))();
    },
  };
  return store;
}

/** The client of a store, with further settings. */
export function clientOf(
  kind: StoreKind,
  url: string,
  more: object = {},
  env: NodeJS.ProcessEnv = {},
): LogStore {
  const which = kind === 'loki' ? { loki: true } : { elasticsearch: 'logs-*' };
  const settings = logsSchema.parse({ ...which, url, ...more });
  return storeOf(settings, { fetch: () => Promise.reject(new Error('unused')) }, env);
}

const answers: Record<StoreKind, (store: FakeStore, path: string, body: string) => Canned> = {
  elasticsearch: answerOfElasticsearch,
  loki: answerOfLoki,
};

interface SearchBody {
  size: number;
  query: { bool: { filter: Filter[] } };
  aggs?: { pods: { aggs: { steps: { date_histogram: { fixed_interval: string; offset: string } } } } };
}

interface Filter {
  range?: { '@timestamp': { gte: number; lt: number } };
  term?: Record<string, string>;
  terms?: Record<string, string[]>;
}

/** As an index with the default mapping knows its fields: text, and whole as `keyword`. */
const capabilities = {
  indices: ['logs-2026.01.01'],
  fields: {
    '@timestamp': { date: { type: 'date' } },
    'kubernetes.namespace_name': { text: { type: 'text' } },
    'kubernetes.namespace_name.keyword': { keyword: { type: 'keyword' } },
    'kubernetes.pod_name': { keyword: { type: 'keyword' } },
    level: { keyword: { type: 'keyword' } },
  },
};

function answerOfElasticsearch(store: FakeStore, path: string, text: string): Canned {
  if (path.startsWith('/logs-*/_field_caps'))
    return { status: 200, body: JSON.stringify({ ...capabilities, ...store.capabilities }) };
  if (!path.startsWith('/logs-*/_search'))
    return { status: 404, body: '{"error":"no handler found","status":400}' };
  const { size, query, aggs } = JSON.parse(text) as SearchBody;
  if (size > store.most) {
    const reason = `Result window is too large, from + size must be less than or equal to: [${store.most}] but was [${size}]. See the scroll api for a more efficient way to request large data sets.`;
    const cause = { type: 'illegal_argument_exception', reason };
    const error = {
      root_cause: [cause],
      type: 'search_phase_execution_exception',
      reason: 'all shards failed',
    };
    return { status: 400, body: JSON.stringify({ error, status: 400 }) };
  }
  const found = store.entries
    .filter(each => query.bool.filter.every(filter => holds(filter, each)))
    .sort((a, b) => Number(a.time - b.time));
  const { date_histogram } = aggs?.pods.aggs.steps ?? {};
  const [step, offset] = [date_histogram?.fixed_interval ?? '1', date_histogram?.offset ?? '0'].map(
    Number.parseFloat,
  );
  const startOf = ({ time }: Entry) => {
    const ms = Number(time / 1_000_000n);
    return ms - ((ms - offset!) % step!);
  };
  const body = {
    took: 3,
    timed_out: false,
    _shards: { total: 5, successful: 5, skipped: 0, failed: 0 },
    hits: {
      max_score: null,
      hits: found.slice(0, size).map(each => ({
        _index: 'logs-2026.01.01',
        _id: String(store.entries.indexOf(each)),
        _score: null,
        _source: {
          '@timestamp': new Date(Number(each.time / 1_000_000n)).toISOString(),
          log: each.text,
          ...(each.level === undefined ? {} : { level: each.level }),
          ...each.parsed,
          kubernetes: { namespace_name: each.namespace, pod_name: each.pod, container_name: 'app' },
        },
        sort: [Number(each.time / 1_000_000n)],
      })),
    },
    ...(aggs === undefined
      ? {}
      : {
          aggregations: {
            pods: bucketsOf(
              found,
              ({ pod }) => pod,
              ofPod => ({
                steps: bucketsOf(ofPod, startOf, ofStep => ({
                  levels: bucketsOf(ofStep, ({ level }) => level),
                })),
              }),
            ),
          },
        }),
    ...store.overwrite,
  };
  return { status: 200, body: JSON.stringify(body) };
}

/** Entries without the key are in no bucket. */
function bucketsOf(
  of: Entry[],
  keyOf: (each: Entry) => string | number | undefined,
  more: (all: Entry[]) => object = () => ({}),
) {
  const buckets = [...Map.groupBy(of, keyOf)].flatMap(([key, all]) =>
    key === undefined ? [] : [{ key, doc_count: all.length, ...more(all) }],
  );
  return { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets };
}

function holds({ range, term, terms }: Filter, entry: Entry): boolean {
  const ms = Number(entry.time / 1_000_000n);
  if (range !== undefined) return ms >= range['@timestamp'].gte && ms < range['@timestamp'].lt;
  if (term !== undefined) return term['kubernetes.namespace_name.keyword'] === entry.namespace;
  return terms?.['kubernetes.pod_name']?.includes(entry.pod) === true;
}

function answerOfLoki(store: FakeStore, path: string): Canned {
  const url = new URL(path, 'http://localhost');
  const query = url.searchParams.get('query') ?? '';
  const [, namespace = ''] = /namespace="([^"]*)"/.exec(query) ?? [];
  const [, pods] = /pod=~"([^"]*)"/.exec(query) ?? [];
  const matching = store.entries.filter(
    each =>
      each.namespace === namespace &&
      (pods === undefined || new RegExp(`^(?:${pods.replaceAll('\\\\', '\\')})$`).test(each.pod)),
  );
  if (url.pathname !== '/loki/api/v1/query_range') return { status: 404, body: '404 page not found\n' };
  const [, milliseconds] =
    /^sum by \(pod, detected_level\) \(count_over_time\(.*\[(\d+)ms\]\)\)$/.exec(query) ?? [];
  if (milliseconds !== undefined)
    return ok(matrixOf(matching, url.searchParams, BigInt(milliseconds)), store);
  const limit = Number(url.searchParams.get('limit'));
  if (limit > store.most)
    return {
      status: 400,
      body: `max entries limit per query exceeded, limit > max_entries_limit_per_query (${limit} > ${store.most})`,
    };
  const start = BigInt(url.searchParams.get('start') ?? 0);
  const end = BigInt(url.searchParams.get('end') ?? 0);
  const found = matching
    .filter(({ time }) => time >= start && time < end)
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .slice(0, limit);
  const streams = Map.groupBy(found, ({ pod, level }) =>
    JSON.stringify({ namespace, pod, container: 'app', detected_level: level ?? 'unknown' }),
  );
  const result = [...streams].map(([stream, all]) => ({
    stream: JSON.parse(stream),
    values: all.map(({ time, text }) => [String(time), text]),
  }));
  return ok({ resultType: 'streams', result, stats: {} }, store);
}

/** A value at each step that has lines: those after the step before, up to it. */
function matrixOf(entries: Entry[], parameters: URLSearchParams, milliseconds: bigint): object {
  const step = milliseconds * 1_000_000n;
  if (Number(parameters.get('step')) * 1000 !== Number(milliseconds))
    throw new Error('the step is not the range');
  const [start = 0n, end = 0n] = ['start', 'end'].map(name => BigInt(parameters.get(name) ?? 0));
  const groups = Map.groupBy(entries, ({ pod, level }) =>
    JSON.stringify({ pod, detected_level: level ?? 'unknown' }),
  );
  const result = [...groups].map(([metric, all]) => {
    const values: [number, string][] = [];
    for (let at = start; at <= end; at += step) {
      const count = all.filter(({ time }) => time > at - step && time <= at).length;
      if (count > 0) values.push([Number(at / 1_000_000n) / 1000, String(count)]);
    }
    return { metric: JSON.parse(metric), values };
  });
  return { resultType: 'matrix', result: result.filter(({ values }) => values.length > 0) };
}

const ok = (data: object, { overwrite }: FakeStore): Canned => ({
  status: 200,
  body: JSON.stringify({ status: 'success', data, ...overwrite }),
});
