import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { logsSchema } from '../../src/config/logging.ts';
import { storeOf } from '../../src/logs/checks.ts';
import { askStore } from '../../src/logs/endpoint.ts';
import type { LogStore } from '../../src/logs/store.ts';

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
  return storeOf(settings, askStore(settings, { fetch: () => Promise.reject(new Error('unused')) }, env));
}

const answers: Record<StoreKind, (store: FakeStore, path: string, body: string) => Canned> = {
  elasticsearch: answerOfElasticsearch,
  loki: answerOfLoki,
};

interface SearchBody {
  size: number;
  query: { bool: { filter: Filter[] } };
  aggs?: object;
}

interface Filter {
  range?: { '@timestamp': { gte: number; lt: number } };
  term?: Record<string, string>;
  terms?: Record<string, string[]>;
  multi_match?: { query: string };
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
  const buckets = <More>(
    of: Entry[],
    keyOf: (each: Entry) => string | undefined,
    more: (all: Entry[]) => More,
  ) =>
    [...Map.groupBy(of, keyOf)].flatMap(([key, all]) =>
      key === undefined ? [] : [{ key, doc_count: all.length, ...more(all) }],
    );
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
            pods: {
              buckets: buckets(
                found,
                ({ pod }) => pod,
                all => ({
                  levels: {
                    buckets: buckets(
                      all,
                      ({ level }) => level,
                      () => ({}),
                    ),
                  },
                }),
              ),
            },
          },
        }),
    ...store.overwrite,
  };
  return { status: 200, body: JSON.stringify(body) };
}

function holds({ range, term, terms, multi_match }: Filter, entry: Entry): boolean {
  const ms = Number(entry.time / 1_000_000n);
  if (range !== undefined) return ms >= range['@timestamp'].gte && ms < range['@timestamp'].lt;
  if (term !== undefined) return term['kubernetes.namespace_name.keyword'] === entry.namespace;
  if (terms !== undefined) return terms['kubernetes.pod_name']?.includes(entry.pod) === true;
  return entry.text.includes(multi_match?.query ?? '');
}

function answerOfLoki(store: FakeStore, path: string): Canned {
  const url = new URL(path, 'http://localhost');
  const query = url.searchParams.get('query') ?? '';
  const [, namespace = ''] = /namespace="([^"]*)"/.exec(query) ?? [];
  const [, pods] = /pod=~"([^"]*)"/.exec(query) ?? [];
  const [, word] = /\|= "([^"]*)"/.exec(query) ?? [];
  const matching = store.entries.filter(
    each =>
      each.namespace === namespace &&
      (pods === undefined || new RegExp(`^(?:${pods.replaceAll('\\\\', '\\')})$`).test(each.pod)) &&
      (word === undefined || each.text.includes(word)),
  );
  if (url.pathname === '/loki/api/v1/query') {
    const to = BigInt(url.searchParams.get('time') ?? 0);
    const seconds = BigInt(/\[(\d+)s\]/.exec(query)?.[1] ?? 0);
    const inside = matching.filter(({ time }) => time > to - seconds * 1_000_000_000n && time <= to);
    const groups = Map.groupBy(inside, ({ pod, level }) =>
      JSON.stringify({ pod, detected_level: level ?? 'unknown' }),
    );
    const result = [...groups].map(([metric, all]) => ({
      metric: JSON.parse(metric),
      value: [Number(to / 1_000_000_000n), String(all.length)],
    }));
    return ok({ resultType: 'vector', result }, store);
  }
  if (url.pathname !== '/loki/api/v1/query_range') return { status: 404, body: '404 page not found\n' };
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
  const streams = Map.groupBy(found, ({ pod }) => pod);
  const result = [...streams].map(([pod, all]) => ({
    stream: { namespace, pod, container: 'app' },
    values: all.map(({ time, text }) => [String(time), text]),
  }));
  return ok({ resultType: 'streams', result, stats: {} }, store);
}

const ok = (data: object, { overwrite }: FakeStore): Canned => ({
  status: 200,
  body: JSON.stringify({ status: 'success', data, ...overwrite }),
});
