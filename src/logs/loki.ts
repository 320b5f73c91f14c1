import { z } from 'zod';
import type { QueryResult } from '../analysis/ask.ts';
import { inSentence } from '../analysis/http-endpoint.ts';
import { podMatcher } from '../analysis/selector.ts';
import type { LogSettings } from '../config/logging.ts';
import { levelOf } from './levels.ts';
import { type LogPage, type PagedLine, readPages } from './paging.ts';
import type { AskStore, LogQuery, LogStore } from './store.ts';

/** Labels of Promtail and Alloy; Loki 3 detects the level itself. */
const defaults = { namespace: 'namespace', pod: 'pod', container: 'container', level: 'detected_level' };

const answerSchema = <Type extends string, Item extends z.ZodType>(resultType: Type, item: Item) =>
  z.object({
    status: z.literal('success'),
    warnings: z.array(z.string()).nullish(),
    data: z.object({ resultType: z.literal(resultType), result: z.array(item) }),
  });
const labelsSchema = z.record(z.string(), z.string());
const streamsSchema = answerSchema(
  'streams',
  z.object({
    stream: labelsSchema,
    // A third item holds structured metadata.
    values: z.array(z.tuple([z.string().regex(/^\d{1,19}$/), z.string()], z.unknown())),
  }),
);
const matrixSchema = answerSchema(
  'matrix',
  z.object({
    metric: labelsSchema,
    values: z.array(z.tuple([z.number(), z.string().regex(/^\d+$/)])),
  }),
);

/** Builds a store on the HTTP API of Grafana Loki. */
export function loki(name: string, ask: AskStore, settings: Pick<LogSettings, 'fields'>): LogStore {
  const labels = { ...defaults, ...settings.fields };
  const queryRange = <Answer>(parameters: Record<string, string>, schema: z.ZodType<Answer>) =>
    ask(`/loki/api/v1/query_range?${new URLSearchParams(parameters)}`, schema);
  const pageOf = async (asked: LogQuery, from: bigint, size: number): Promise<QueryResult<LogPage>> => {
    const parameters = {
      query: selectorOf(asked, labels),
      limit: String(size),
      direction: 'forward',
      start: String(from),
      end: String(inNanoseconds(asked.to)),
    };
    const answer = await queryRange(parameters, streamsSchema);
    if (!answer.ok) return answer;
    const { data, warnings } = answer.value;
    const lines = data.result.flatMap(({ stream, values }) =>
      values.map(([time, text]) => lineOf(stream, time, text, labels)),
    );
    const own = lines.filter(({ pod }) => asked.pods?.includes(pod) ?? true);
    return { ok: true, value: { lines: own, count: lines.length, partial: partialOf(warnings) } };
  };
  return {
    name,
    search: (asked, limit) =>
      readPages((from, size) => pageOf(asked, from, size), inNanoseconds(asked.from), limit),
    count: async ({ from, to, step, ...asked }) => {
      const selector = selectorOf(asked, labels);
      const parameters = {
        query: `sum by (${labels.pod}, ${labels.level}) (count_over_time(${selector}[${step}ms]))`,
        start: String(inNanoseconds(from + step)),
        end: String(inNanoseconds(to)),
        step: String(step / 1000),
      };
      const answer = await queryRange(parameters, matrixSchema);
      if (!answer.ok) return answer;
      const partial = partialOf(answer.value.warnings);
      if (partial !== undefined)
        return { ok: false, detail: `${name} counted only some of the lines: ${partial}` };
      const counts = answer.value.data.result.flatMap(({ metric, values }) =>
        values.map(([seconds, lines]) => ({
          pod: metric[labels.pod] ?? '',
          level: levelOf(metric[labels.level]),
          since: seconds * 1000 - step,
          at: seconds * 1000,
          lines: Number(lines),
        })),
      );
      return { ok: true, value: counts.filter(({ pod }) => asked.pods.includes(pod)) };
    },
  };
}

type Labels = typeof defaults;

/** A string of LogQL has the escapes of Go, which include those of JSON. */
function selectorOf({ namespace, pods }: Pick<LogQuery, 'namespace' | 'pods'>, labels: Labels): string {
  const of = pods === undefined ? '' : `, ${labels.pod}=~${JSON.stringify(podMatcher(pods).value)}`;
  return `{${labels.namespace}=${JSON.stringify(namespace)}${of}}`;
}

const partialOf = (warnings: readonly string[] | null | undefined): string | undefined =>
  warnings?.[0] === undefined ? undefined : `it warns: ${inSentence(warnings[0])}`;

/** A number of milliseconds is exact, one of nanoseconds would not be. */
const inNanoseconds = (ms: number): bigint => BigInt(Math.floor(ms)) * 1_000_000n;

/** Loki keeps one of several lines with the same time, text and labels. */
function lineOf(stream: Record<string, string>, time: string, text: string, labels: Labels): PagedLine {
  return {
    at: Number(BigInt(time) / 1_000_000n),
    time: BigInt(time),
    key: JSON.stringify([time, text, stream]),
    text,
    fields: {},
    pod: inSentence(stream[labels.pod] ?? ''),
    container: inSentence(stream[labels.container] ?? ''),
    level: levelOf(stream[labels.level]),
  };
}
