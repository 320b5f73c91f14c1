import { z } from 'zod';
import type { QueryResult } from '../analysis/ask.ts';
import { inSentence } from '../analysis/http-endpoint.ts';
import type { CountedLines } from '../analysis/log-lines.ts';
import type { LogSettings } from '../config/logging.ts';
import { fieldOf } from './fields.ts';
import { levelOf } from './levels.ts';
import { type LogPage, type PagedLine, readPages } from './paging.ts';
import type { AskStore, LogQuery, LogStore } from './store.ts';

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

const failureSchema = z.object({ reason: z.object({ reason: z.string() }) });
const completenessSchema = z.object({
  timed_out: z.boolean().default(false),
  _shards: z.object({ total: z.number(), failed: z.number(), failures: z.array(failureSchema).default([]) }),
});

const hitSchema = z.object({
  _index: z.string(),
  _id: z.string(),
  _source: z.record(z.string(), z.unknown()).default({}),
  sort: z.array(z.union([z.number(), z.string()])).min(1),
});
const searchSchema = completenessSchema.extend({ hits: z.object({ hits: z.array(hitSchema) }) });

const buckets = <More extends z.ZodRawShape>(more: More) =>
  z.object({
    sum_other_doc_count: z.number().default(0),
    buckets: z.array(z.object({ key: z.union([z.string(), z.number()]), doc_count: z.number(), ...more })),
  });
const stepsSchema = buckets({ levels: buckets({}) });
const countSchema = completenessSchema.extend({
  aggregations: z.object({ pods: buckets({ steps: stepsSchema }) }),
});

const capabilitiesSchema = z.object({
  indices: z.array(z.string()),
  fields: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** Builds a store on `_search` of Elasticsearch or OpenSearch. */
export function elasticsearch(
  name: string,
  ask: AskStore,
  settings: Pick<LogSettings, 'elasticsearch' | 'fields'>,
): LogStore {
  const index = settings.elasticsearch ?? '*';
  const fields = { ...defaults, ...settings.fields };
  let exact: Fields | undefined;
  const search = async <Answer>(
    query: LogQuery,
    schema: z.ZodType<Answer>,
    more: (exact: Fields) => object,
  ): Promise<QueryResult<Answer>> => {
    if (exact === undefined) {
      const found = await exactFields(name, ask, index, fields);
      if (!found.ok) return found;
      exact = found.value;
    }
    const body = { query: { bool: { filter: filtersOf(query, exact) } }, ...more(exact) };
    return ask(`/${index}/_search?ignore_unavailable=true`, schema, body);
  };
  const pageOf = async (query: LogQuery, from: bigint, size: number): Promise<QueryResult<LogPage>> => {
    const answer = await search({ ...query, from: Number(from) }, searchSchema, ({ time }) => ({
      size,
      sort: [{ [time]: { order: 'asc', unmapped_type: 'date' } }],
    }));
    if (!answer.ok) return answer;
    const { hits } = answer.value.hits;
    const lines = hits.flatMap(hit => lineOf(hit, fields));
    return { ok: true, value: { lines, count: hits.length, partial: partialOf(answer.value) } };
  };
  return {
    name,
    search: (query, limit) =>
      readPages((from, size) => pageOf(query, from, size), BigInt(Math.floor(query.from)), limit),
    count: async ({ step, ...query }) => {
      const steps = Math.floor((query.to - query.from) / step);
      const whole = { ...query, to: query.from + steps * step };
      const answer = await search(whole, countSchema, exact => ({
        size: 0,
        aggs: aggregationsOf(query.from, step, exact),
      }));
      if (!answer.ok) return answer;
      const { pods } = answer.value.aggregations;
      const partial =
        partialOf(answer.value) ?? (pods.sum_other_doc_count > 0 ? 'there are too many pods' : undefined);
      return partial === undefined
        ? { ok: true, value: pods.buckets.flatMap(({ key, steps }) => countsOf(String(key), steps, step)) }
        : { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
    },
  };
}

type Fields = typeof defaults;

/** Finds the fields that hold whole names: those of an index of text would also match longer names. */
async function exactFields(
  name: string,
  ask: AskStore,
  index: string,
  fields: Fields,
): Promise<QueryResult<Fields>> {
  const names = Object.values(fields).flatMap(field => [field, `${field}.keyword`]);
  const call = `_field_caps?fields=${encodeURIComponent(names.join(','))}&ignore_unavailable=true`;
  const answer = await ask(`/${index}/${call}`, capabilitiesSchema);
  if (!answer.ok) return answer;
  const { indices, fields: known } = answer.value;
  const { namespace, pod, level, time } = fields;
  const refused = (why: string) => ({ ok: false, detail: `${name} has ${why}` }) as const;
  // A pattern that matches no index, or a wrong field, is not an error for a search, and would look like silence.
  if (indices.length === 0) return refused(`no index ${index}`);
  const missing = [namespace, pod, time].find(field => !Object.hasOwn(known, field));
  if (missing !== undefined)
    return refused(`no field ${missing} in ${index}; name the right one in \`fields\``);
  const isText = (field: string) => Object.hasOwn(known[field] ?? {}, 'text');
  const mixed = [namespace, pod].find(field => isText(field) && Object.keys(known[field] ?? {}).length > 1);
  if (mixed !== undefined)
    return refused(
      `${mixed} as text in some indexes of ${index} only; name a pattern of indexes with one mapping`,
    );
  const whole = (field: string) => (isText(field) ? `${field}.keyword` : field);
  const value = { ...fields, namespace: whole(namespace), pod: whole(pod), level: whole(level) };
  return { ok: true, value };
}

function filtersOf({ namespace, pods, from, to }: LogQuery, fields: Fields): object[] {
  const range = { gte: Math.floor(from), lt: Math.ceil(to), format: 'epoch_millis' };
  return [
    { range: { [fields.time]: range } },
    { term: { [fields.namespace]: namespace } },
    ...(pods === undefined ? [] : [{ terms: { [fields.pod]: pods } }]),
  ];
}

function aggregationsOf(from: number, step: number, { pod, level, time }: Fields): object {
  const steps = {
    field: time,
    fixed_interval: `${step}ms`,
    offset: `${Math.floor(from) % step}ms`,
    min_doc_count: 1,
  };
  const levels = { terms: { field: level, size: 50 } };
  const inSteps = { date_histogram: steps, aggs: { levels } };
  return { pods: { terms: { field: pod, size: 1000 }, aggs: { steps: inSteps } } };
}

function countsOf(pod: string, { buckets }: z.output<typeof stepsSchema>, step: number): CountedLines[] {
  return buckets.flatMap(({ key, doc_count, levels }) => {
    const known = levels.buckets.reduce((sum, each) => sum + each.doc_count, 0);
    // Lines without a level are in no bucket.
    const all = [...levels.buckets, { key: '', doc_count: doc_count - known }];
    const at = { pod, since: Number(key), at: Number(key) + step };
    return all
      .filter(each => each.doc_count > 0)
      .map(each => ({ ...at, level: levelOf(each.key), lines: each.doc_count }));
  });
}

function partialOf({ timed_out, _shards }: z.output<typeof completenessSchema>): string | undefined {
  if (timed_out) return 'the query timed out';
  if (_shards.failed === 0) return undefined;
  const said = _shards.failures[0]?.reason.reason ?? '';
  return `${_shards.failed} of its ${_shards.total} shards failed${said === '' ? '' : `: ${inSentence(said)}`}`;
}

/** Returns the line of a hit; nothing for one without a time. */
function lineOf({ _index, _id, _source, sort }: z.output<typeof hitSchema>, fields: Fields): PagedLine[] {
  const number = Number(sort[0]);
  // A field of nanoseconds sorts by them.
  const at = number > 1e15 ? number / 1e6 : number;
  if (!Number.isFinite(at) || at < 0 || at > 1e15) return [];
  const text = [fields.message, ...otherMessages]
    .map(field => fieldOf(_source, field))
    .find(value => typeof value === 'string');
  const nameIn = (field: string): string => {
    const value = fieldOf(_source, field);
    return typeof value === 'string' ? inSentence(value) : '';
  };
  return [
    {
      at,
      key: `${_index} ${_id}`,
      time: BigInt(Math.floor(at)),
      fields: _source,
      pod: nameIn(fields.pod),
      container: nameIn(fields.container),
      level: levelOf(fieldOf(_source, fields.level)),
      text: typeof text === 'string' ? text : JSON.stringify(_source),
    },
  ];
}
