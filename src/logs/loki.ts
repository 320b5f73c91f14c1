import { z } from 'zod';
import type { LogSettings } from '../config/logging.ts';
import { type AskStore, short } from './endpoint.ts';
import { levelOf } from './levels.ts';
import { type LogPage, type PagedLine, readPages } from './paging.ts';
import type { LevelCounts, LogQuery, LogStore, StoreAnswer } from './store.ts';

/** Labels of Promtail and Alloy; Loki 3 detects the level itself. */
const defaults = { namespace: 'namespace', pod: 'pod', container: 'container', level: 'detected_level' };

const nanoseconds = z.string().regex(/^\d{1,19}$/);
const labelsSchema = z.record(z.string(), z.string());
const answered = { status: z.literal('success'), warnings: z.array(z.string()).nullish() };

const streamsSchema = z.object({
  ...answered,
  data: z.object({
    resultType: z.literal('streams'),
    result: z.array(
      z.object({
        stream: labelsSchema,
        // A third item holds structured metadata.
        values: z.array(z.tuple([nanoseconds, z.string()], z.unknown())),
      }),
    ),
  }),
});

const vectorSchema = z.object({
  ...answered,
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({ metric: labelsSchema, value: z.tuple([z.number(), z.string().regex(/^\d+$/)]) }),
    ),
  }),
});

/** Builds a store on the HTTP API of Grafana Loki. @param size of a page. */
export function loki(
  name: string,
  ask: AskStore,
  settings: Pick<LogSettings, 'fields'>,
  size = 1000,
): LogStore {
  const labels = { ...defaults, ...settings.fields };
  const query = async <Answer>(
    path: string,
    parameters: Record<string, string>,
    schema: z.ZodType<Answer>,
  ): Promise<StoreAnswer<Answer>> => {
    const answer = await ask(`/loki/api/v1/${path}?${new URLSearchParams(parameters)}`);
    if (!answer.ok) return answer;
    const { success, data } = schema.safeParse(answer.value);
    return success
      ? { ok: true, value: data }
      : { ok: false, detail: `${name} does not answer as ${path} of Loki is documented` };
  };
  let pageSize = size;
  const pageOf = async (asked: LogQuery, from: bigint): Promise<StoreAnswer<LogPage>> => {
    const parameters = {
      query: `${selectorOf(asked, labels)}${filterOf(asked)}`,
      ...{ start: String(from), end: String(inNanoseconds(asked.to)) },
      ...{ limit: String(pageSize), direction: 'forward' },
    };
    const answer = await query('query_range', parameters, streamsSchema);
    if (!answer.ok) {
      const most = Number(/max entries limit.*\(\d+ > (\d+)\)/.exec(answer.detail)?.[1] ?? 0);
      if (most < 1 || most >= pageSize) return answer;
      pageSize = most;
      return pageOf(asked, from);
    }
    const { data, warnings } = answer.value;
    const lines = data.result.flatMap(({ stream, values }) =>
      stream[labels.namespace] === asked.namespace
        ? values.map(([time, text]) => lineOf(stream, time, text, labels))
        : [],
    );
    const [warning] = warnings ?? [];
    return {
      ok: true,
      value: {
        lines: lines.filter(({ pod }) => asked.pods === undefined || asked.pods.includes(pod)),
        more: data.result.reduce((sum, { values }) => sum + values.length, 0) >= pageSize,
        partial: warning === undefined ? undefined : `it warns: ${short(warning)}`,
      },
    };
  };
  return {
    name,
    search: (asked, limit) => readPages(from => pageOf(asked, from), inNanoseconds(asked.from), limit),
    count: async asked => {
      const seconds = Math.max(1, Math.round((asked.to - asked.from) / 1000));
      const counted = `count_over_time(${selectorOf(asked, labels)}${filterOf(asked)}[${seconds}s])`;
      const parameters = {
        query: `sum by (${labels.pod}, ${labels.level}) (${counted})`,
        time: String(inNanoseconds(asked.to)),
      };
      const answer = await query('query', parameters, vectorSchema);
      if (!answer.ok) return answer;
      const counts: Record<string, LevelCounts> = {};
      for (const { metric, value } of answer.value.data.result) {
        const pod = metric[labels.pod] ?? '';
        if (asked.pods?.includes(pod) === false) continue;
        const level = levelOf(metric[labels.level]);
        const known = counts[pod] ?? {};
        counts[pod] = { ...known, [level]: (known[level] ?? 0) + Number(value[1]) };
      }
      return { ok: true, value: counts };
    },
  };
}

type Labels = typeof defaults;

/** A string of LogQL has the escapes of Go, which include those of JSON. */
const quoted = (text: string): string => JSON.stringify(text);

function selectorOf({ namespace, pods }: LogQuery, labels: Labels): string {
  const matchers = [`${labels.namespace}=${quoted(namespace)}`];
  if (pods !== undefined)
    matchers.push(`${labels.pod}=~${quoted(pods.map(pod => pod.replaceAll('.', '\\.')).join('|'))}`);
  return `{${matchers.join(', ')}}`;
}

const filterOf = ({ containing }: LogQuery): string =>
  containing === undefined ? '' : ` |= ${quoted(containing)}`;

/** A number of milliseconds is exact, one of nanoseconds would not be. */
const inNanoseconds = (ms: number): bigint => BigInt(Math.floor(ms)) * 1_000_000n;

/** Loki keeps one of several lines with the same time, text and labels. */
function lineOf(stream: Record<string, string>, time: string, text: string, labels: Labels): PagedLine {
  return {
    at: Number(BigInt(time) / 1_000_000n),
    ...{ time: BigInt(time), key: JSON.stringify([time, text, stream]), text, fields: {} },
    pod: short(stream[labels.pod] ?? ''),
    container: short(stream[labels.container] ?? ''),
  };
}
