import { z } from 'zod';
import type { LogSettings } from '../config/monitoring.ts';
import { type AskStore, short } from './endpoint.ts';
import { fieldOf } from './fields.ts';
import { logLevels, spellingsOf } from './levels.ts';
import { type LogPage, type PagedLine, readPages } from './paging.ts';
import type { LevelCounts, LogLine, LogQuery, LogStore, StoreAnswer } from './store.ts';

/** Fields of Fluent Bit with its Kubernetes filter. */
const defaults = {
  namespace: 'kubernetes.namespace_name',
  pod: 'kubernetes.pod_name',
  container: 'kubernetes.container_name',
  message: 'log',
  level: 'level',
  time: '@timestamp',
};

/** Fields that hold the line if the configured one is missing: shippers rename it when they parse JSON. */
const otherMessages = ['message', 'log', 'msg'];

const countable = logLevels.filter(level => level !== 'other');

const searchSchema = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({ total: z.number(), failed: z.number() }),
  hits: z.object({
    hits: z.array(
      z.object({
        _index: z.string(),
        _id: z.string(),
        _source: z.record(z.string(), z.unknown()).default({}),
        sort: z.array(z.union([z.number(), z.string()])).min(1),
      }),
    ),
  }),
});

const bucketSchema = z.object({ doc_count: z.number() });
const countSchema = searchSchema.omit({ hits: true }).extend({
  aggregations: z.object({
    pods: z.object({
      buckets: z.record(
        z.string(),
        bucketSchema.extend({
          levels: z.object({ buckets: z.record(z.string(), bucketSchema) }),
        }),
      ),
    }),
  }),
});

/** Builds a store on `_search` of Elasticsearch (7 and later) or OpenSearch. @param size of a page. */
export function elasticsearch(
  name: string,
  ask: AskStore,
  settings: Pick<LogSettings, 'elasticsearch' | 'labels'>,
  size = 1000,
): LogStore {
  const index = settings.elasticsearch ?? '*';
  const fields = { ...defaults, ...settings.labels };
  const search = async <Answer extends Completeness>(
    body: object,
    schema: z.ZodType<Answer>,
  ): Promise<StoreAnswer<Answer>> => {
    const answer = await ask(`/${index}/_search?ignore_unavailable=true`, body);
    if (!answer.ok) return answer;
    const { success, data } = schema.safeParse(answer.value);
    if (!success) return { ok: false, detail: `${name} does not answer as _search is documented` };
    // A pattern that matches no index is not an error for the store, and would look like silence.
    if (data._shards.total === 0) return { ok: false, detail: `${name} has no index ${index}` };
    return { ok: true, value: data };
  };
  let pageSize = size;
  const pageOf = async (query: LogQuery, from: bigint): Promise<StoreAnswer<LogPage>> => {
    const body = { size: pageSize, ...bodyOf(query, from, fields) };
    const answer = await search(body, searchSchema);
    if (!answer.ok) {
      const most = Number(/Result window is too large.*?\[(\d+)\]/.exec(answer.detail)?.[1] ?? 0);
      if (most < 1 || most >= pageSize) return answer;
      pageSize = most;
      return pageOf(query, from);
    }
    const { hits } = answer.value.hits;
    const lines = hits.map(hit => lineOf(hit, fields));
    return {
      ok: true,
      value: {
        lines: lines.filter(line => line !== undefined).filter(line => isAsked(line, query)),
        more: hits.length >= pageSize,
        partial: partialOf(answer.value),
      },
    };
  };
  return {
    name,
    search: (query, limit) => readPages(from => pageOf(query, from), BigInt(Math.floor(query.from)), limit),
    count: async query => {
      const answer = await search(countBodyOf(query, fields), countSchema);
      if (!answer.ok) return answer;
      const partial = partialOf(answer.value);
      if (partial !== undefined) return { ok: false, detail: `${name} counted only a part: ${partial}` };
      const counts = Object.entries(answer.value.aggregations.pods.buckets).map(
        ([pod, { doc_count, levels }]) => [pod, countsOf(doc_count, levels.buckets)] as const,
      );
      return { ok: true, value: Object.fromEntries(counts) };
    },
  };
}

type Fields = typeof defaults;
type Completeness = Pick<z.output<typeof searchSchema>, 'timed_out' | '_shards'>;

/** A phrase matches exactly in an index of keywords, and all words in order in one of text. */
const bodyOf = (query: LogQuery, from: bigint, fields: Fields) => ({
  query: { bool: { filter: filtersOf(query, from, fields) } },
  sort: [{ [fields.time]: { order: 'asc', unmapped_type: 'date' } }],
});

function filtersOf({ namespace, pods, containing, to }: LogQuery, from: bigint, fields: Fields): object[] {
  const range = { gte: Number(from), lt: Math.ceil(to), format: 'epoch_millis' };
  const inPods = pods?.map(pod => ({ match_phrase: { [fields.pod]: pod } }));
  const texts = [...new Set([fields.message, ...otherMessages])];
  return [
    { range: { [fields.time]: range } },
    { match_phrase: { [fields.namespace]: namespace } },
    ...(inPods === undefined ? [] : [{ bool: { should: inPods, minimum_should_match: 1 } }]),
    ...(containing === undefined
      ? []
      : [{ multi_match: { query: containing, type: 'phrase', fields: texts, lenient: true } }]),
  ];
}

const countBodyOf = (query: LogQuery & { readonly pods: readonly string[] }, fields: Fields) => ({
  size: 0,
  query: { bool: { filter: filtersOf(query, BigInt(Math.floor(query.from)), fields) } },
  aggs: {
    pods: {
      filters: {
        filters: Object.fromEntries(query.pods.map(pod => [pod, { match_phrase: { [fields.pod]: pod } }])),
      },
      aggs: {
        levels: {
          filters: {
            filters: Object.fromEntries(
              countable.map(level => [level, { terms: { [fields.level]: spellingsOf(level) } }]),
            ),
          },
        },
      },
    },
  },
});

function countsOf(all: number, buckets: Readonly<Record<string, { doc_count: number }>>): LevelCounts {
  const known = countable.map(level => [level, buckets[level]?.doc_count ?? 0] as const);
  const other = all - known.reduce((sum, [, count]) => sum + count, 0);
  return Object.fromEntries([...known, ['other', Math.max(0, other)]]);
}

function partialOf({ timed_out, _shards }: Completeness): string | undefined {
  if (timed_out) return 'it ran out of time';
  return _shards.failed > 0 ? `${_shards.failed} of its ${_shards.total} shards failed` : undefined;
}

type Hit = z.output<typeof searchSchema>['hits']['hits'][number];

/** Returns the line of a hit; undefined for one without a time. */
function lineOf({ _index, _id, _source, sort }: Hit, fields: Fields): (PagedLine & InNamespace) | undefined {
  const [sorted = ''] = sort;
  const number = Number(sorted);
  // A field of nanoseconds sorts by them.
  const at = number > 1e15 ? number / 1e6 : number;
  if (!Number.isFinite(at) || at < 0 || at > 1e15) return undefined;
  const text = [fields.message, ...otherMessages]
    .map(field => fieldOf(_source, field))
    .find(value => typeof value === 'string');
  return {
    ...{ at, key: `${_index} ${_id}`, time: BigInt(Math.floor(at)), fields: _source },
    pod: textOf(_source, fields.pod),
    container: textOf(_source, fields.container),
    text: typeof text === 'string' ? text : JSON.stringify(_source),
    namespace: textOf(_source, fields.namespace),
  };
}

interface InNamespace {
  readonly namespace: string;
}

/** An index of text also matches names that contain the one that was asked for. */
const isAsked = ({ namespace, pod }: InNamespace & LogLine, query: LogQuery): boolean =>
  namespace === query.namespace && (query.pods === undefined || query.pods.includes(pod));

/** Names come from documents, so they are shortened and printable. */
function textOf(source: Readonly<Record<string, unknown>>, field: string): string {
  const value = fieldOf(source, field);
  return typeof value === 'string' ? short(value) : '';
}
