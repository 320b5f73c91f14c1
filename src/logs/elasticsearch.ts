import { z } from 'zod';
import type { LogSettings } from '../config/logging.ts';
import { type AskStore, short } from './endpoint.ts';
import { fieldOf } from './fields.ts';
import { type LogLevel, levelOf } from './levels.ts';
import { type LogPage, type PagedLine, readPages } from './paging.ts';
import type { LevelCounts, LogQuery, LogStore, StoreAnswer } from './store.ts';

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

const searchSchema = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({
    total: z.number(),
    failed: z.number(),
    failures: z.array(z.object({ reason: z.object({ reason: z.string() }) })).optional(),
  }),
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

const bucketSchema = z.object({ key: z.union([z.string(), z.number()]), doc_count: z.number() });
const countSchema = searchSchema.omit({ hits: true }).extend({
  aggregations: z.object({
    pods: z.object({
      buckets: z.array(bucketSchema.extend({ levels: z.object({ buckets: z.array(bucketSchema) }) })),
    }),
  }),
});

const capabilitiesSchema = z.object({
  indices: z.array(z.string()),
  fields: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** Builds a store on `_search` of Elasticsearch (7 and later) or OpenSearch. @param size of a page. */
export function elasticsearch(
  name: string,
  ask: AskStore,
  settings: Pick<LogSettings, 'elasticsearch' | 'fields'>,
  size = 1000,
): LogStore {
  const index = settings.elasticsearch ?? '*';
  const fields = { ...defaults, ...settings.fields };
  const get = async <Answer>(
    call: string,
    schema: z.ZodType<Answer>,
    body?: object,
  ): Promise<StoreAnswer<Answer>> => {
    const answer = await ask(`/${index}/${call}`, body);
    if (!answer.ok) return answer;
    const { success, data } = schema.safeParse(answer.value);
    return success
      ? { ok: true, value: data }
      : { ok: false, detail: `${name} does not answer as ${call.replace(/\?.*/, '')} is documented` };
  };
  let exact: Promise<StoreAnswer<Fields>> | undefined;
  /** Finds the fields that hold whole names: those of an index of text would also match longer names. */
  const exactFields = async (): Promise<StoreAnswer<Fields>> => {
    const names = Object.values(fields).flatMap(field => [field, `${field}.keyword`]);
    const call = `_field_caps?fields=${encodeURIComponent(names.join(','))}&ignore_unavailable=true`;
    const answer = await get(call, capabilitiesSchema);
    if (!answer.ok) return answer;
    // A pattern that matches no index, or a wrong field, is no error for a search, and would look like silence.
    if (answer.value.indices.length === 0) return { ok: false, detail: `${name} has no index ${index}` };
    const known = answer.value.fields;
    const missing = [fields.namespace, fields.pod, fields.time].find(field => !Object.hasOwn(known, field));
    if (missing !== undefined)
      return {
        ok: false,
        detail: `${name} has no field ${missing} in ${index}; name the right one in \`fields\``,
      };
    const { namespace, pod, level } = fields;
    const typesOf = (field: string) => Object.keys(known[field] ?? {});
    const mixed = [namespace, pod].find(
      field => typesOf(field).includes('text') && typesOf(field).length > 1,
    );
    if (mixed !== undefined)
      return {
        ok: false,
        detail: `${name} has ${mixed} as text in some indexes of ${index} only; name a pattern of indexes with one mapping`,
      };
    const whole = (field: string) => (typesOf(field).includes('text') ? `${field}.keyword` : field);
    return {
      ok: true,
      value: { ...fields, namespace: whole(namespace), pod: whole(pod), level: whole(level) },
    };
  };
  const search = async <Answer extends Completeness>(
    query: LogQuery & { readonly first: bigint },
    schema: z.ZodType<Answer>,
    more: (exact: Fields) => object,
  ): Promise<StoreAnswer<Answer>> => {
    exact ??= exactFields();
    const found = await exact;
    if (!found.ok) {
      exact = undefined;
      return found;
    }
    const filter = filtersOf(query, found.value);
    return get('_search?ignore_unavailable=true', schema, {
      query: { bool: { filter } },
      ...more(found.value),
    });
  };
  let pageSize = size;
  const pageOf = async (query: LogQuery, first: bigint): Promise<StoreAnswer<LogPage>> => {
    const answer = await search({ ...query, first }, searchSchema, ({ time }) => ({
      ...{ size: pageSize, sort: [{ [time]: { order: 'asc', unmapped_type: 'date' } }] },
    }));
    const partial = answer.ok ? partialOf(answer.value) : answer.detail;
    const most = Number(/Result window is too large.*?\[(\d+)\]/.exec(partial ?? '')?.[1] ?? 0);
    if (most >= 1 && most < pageSize) {
      pageSize = most;
      return pageOf(query, first);
    }
    if (!answer.ok) return answer;
    const { hits } = answer.value.hits;
    const lines = hits.map(hit => lineOf(hit, fields)).filter(line => line !== undefined);
    return { ok: true, value: { lines, more: hits.length >= pageSize, partial } };
  };
  return {
    name,
    search: (query, limit) => readPages(first => pageOf(query, first), firstOf(query), limit),
    count: async query => {
      const answer = await search({ ...query, first: firstOf(query) }, countSchema, ({ pod, level }) => ({
        size: 0,
        aggs: {
          pods: {
            terms: { field: pod, size: mostPods },
            aggs: { levels: { terms: { field: level, size: 50 } } },
          },
        },
      }));
      if (!answer.ok) return answer;
      const partial = partialOf(answer.value);
      if (partial !== undefined) return { ok: false, detail: `${name} counted only a part: ${partial}` };
      const counts = answer.value.aggregations.pods.buckets.map(
        ({ key, doc_count, levels }) => [String(key), countsOf(doc_count, levels.buckets)] as const,
      );
      return { ok: true, value: Object.fromEntries(counts) };
    },
  };
}

type Fields = typeof defaults;
type Completeness = Pick<z.output<typeof searchSchema>, 'timed_out' | '_shards'>;

const mostPods = 1000;

const firstOf = ({ from }: LogQuery): bigint => BigInt(Math.floor(from));

function filtersOf(
  { namespace, pods, containing, first, to }: LogQuery & { readonly first: bigint },
  fields: Fields,
): object[] {
  const range = { gte: Number(first), lt: Math.ceil(to), format: 'epoch_millis' };
  const texts = [...new Set([fields.message, ...otherMessages])];
  return [
    { range: { [fields.time]: range } },
    { term: { [fields.namespace]: namespace } },
    ...(pods === undefined ? [] : [{ terms: { [fields.pod]: pods } }]),
    ...(containing === undefined
      ? []
      : [{ multi_match: { query: containing, type: 'phrase', fields: texts, lenient: true } }]),
  ];
}

function countsOf(all: number, buckets: readonly z.output<typeof bucketSchema>[]): LevelCounts {
  const counts: Partial<Record<LogLevel, number>> = {};
  const add = (level: LogLevel, count: number) => {
    counts[level] = (counts[level] ?? 0) + count;
  };
  for (const { key, doc_count } of buckets) add(levelOf(key), doc_count);
  // Lines without a level are in no bucket.
  add('other', Math.max(0, all - buckets.reduce((sum, { doc_count }) => sum + doc_count, 0)));
  return counts;
}

function partialOf({ timed_out, _shards }: Completeness): string | undefined {
  if (timed_out) return 'it ran out of time';
  if (_shards.failed === 0) return undefined;
  const said = _shards.failures?.[0]?.reason.reason ?? '';
  return `${_shards.failed} of its ${_shards.total} shards failed${said === '' ? '' : `: ${short(said)}`}`;
}

type Hit = z.output<typeof searchSchema>['hits']['hits'][number];

/** Returns the line of a hit; undefined for one without a time. */
function lineOf({ _index, _id, _source, sort }: Hit, fields: Fields): PagedLine | undefined {
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
  };
}

/** Names come from documents, so they are shortened and printable. */
function textOf(source: Readonly<Record<string, unknown>>, field: string): string {
  const value = fieldOf(source, field);
  return typeof value === 'string' ? short(value) : '';
}
