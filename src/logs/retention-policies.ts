import { basename } from 'node:path';
import { z } from 'zod';
import { type LogLevel, levelOf, levelsIn, logLevels } from './levels.ts';

/** Reads the retention policies of log stores. All pure. */

/** A policy, and the levels that its name, its pattern or its selector is for. */
export interface LogPolicy {
  readonly name: string;
  readonly levels: readonly LogLevel[] | 'all';
  readonly deletes: boolean;
  /** Days until it deletes; undefined if that depends on sizes. */
  readonly days?: number | undefined;
  /** Why it never deletes. */
  readonly why?: string;
}

const ilmSchema = z.object({
  policy: z.object({
    phases: z.object({
      delete: z
        .object({
          min_age: z.string().default('0ms'),
          actions: z.object({ delete: z.unknown().optional() }).default({}),
        })
        .optional(),
    }),
  }),
});

const ismSchema = z.object({
  policy: z.object({
    policy_id: z.string().optional(),
    default_state: z.string(),
    states: z.array(
      z.object({
        name: z.string(),
        actions: z.array(z.record(z.string(), z.unknown())).default([]),
        transitions: z
          .array(
            z.object({
              state_name: z.string(),
              conditions: z.object({ min_index_age: z.string().optional() }).optional(),
            }),
          )
          .default([]),
      }),
    ),
    ism_template: z
      .union([
        z.array(z.object({ index_patterns: z.array(z.string()) })),
        z.object({ index_patterns: z.array(z.string()) }),
      ])
      .nullish(),
  }),
});

const limitsSchema = z.object({
  retention_period: z.string().optional(),
  retention_stream: z.array(z.object({ selector: z.string(), period: z.string() })).nullish(),
});
const lokiSchema = z.object({
  limits_config: limitsSchema,
  compactor: z.object({ retention_enabled: z.boolean().optional() }).nullish(),
});

/** Returns the policies in a document; undefined if it has none that is known. @param namespace whose lines matter. */
export function policiesIn(path: string, document: unknown, namespace: string): LogPolicy[] | undefined {
  const title = basename(path).replace(/\.\w+$/, '');
  const loki = lokiSchema.safeParse(document);
  if (loki.success) return policiesOfLoki(title, loki.data, namespace);
  const policies = namedIn(title, document).map(([name, each]) => policyIn(name, each));
  return policies.length > 0 && policies.every(each => each !== undefined) ? policies : undefined;
}

/** Returns the policies of a single one, of `GET _ilm/policy` and of `GET _plugins/_ism/policies`, by name. */
function namedIn(title: string, document: unknown): [string, unknown][] {
  if (typeof document !== 'object' || document === null) return [];
  if ('policy' in document) return [[title, document]];
  if ('policies' in document && Array.isArray(document.policies))
    return document.policies.map((each: unknown) => [title, each]);
  return Object.entries(document);
}

function policyIn(name: string, document: unknown): LogPolicy | undefined {
  const ism = ismSchema.safeParse(document);
  if (ism.success) return policyOfOpenSearch(name, ism.data);
  const ilm = ilmSchema.safeParse(document);
  if (!ilm.success) return undefined;
  const phase = ilm.data.policy.phases.delete;
  const levels = levelsOrAll(name);
  return phase?.actions.delete === undefined
    ? { name, levels, deletes: false, why: 'has no phase that deletes' }
    : { name, levels, deletes: true, days: daysOf(phase.min_age) };
}

const levelsOrAll = (...names: string[]): LogPolicy['levels'] => {
  const found = names.flatMap(levelsIn);
  return found.length === 0 ? 'all' : found;
};

function policyOfOpenSearch(title: string, { policy }: z.output<typeof ismSchema>): LogPolicy {
  const name = policy.policy_id ?? title;
  const patterns = [policy.ism_template ?? []].flat().flatMap(({ index_patterns }) => index_patterns);
  const levels = levelsOrAll(name, ...patterns);
  const reached = new Map<string, string | undefined>([[policy.default_state, undefined]]);
  for (const [state] of reached) {
    const next = policy.states.find(each => each.name === state)?.transitions ?? [];
    for (const { state_name, conditions } of next)
      if (!reached.has(state_name)) reached.set(state_name, conditions?.min_index_age);
  }
  const deleting = policy.states.find(
    each => reached.has(each.name) && each.actions.some(action => 'delete' in action),
  );
  if (deleting === undefined) return { name, levels, deletes: false, why: 'reaches no state that deletes' };
  const age = reached.get(deleting.name);
  return { name, levels, deletes: true, days: age === undefined ? undefined : daysOf(age) };
}

function policiesOfLoki(
  title: string,
  { limits_config, compactor }: z.output<typeof lokiSchema>,
  namespace: string,
): LogPolicy[] {
  const enabled = compactor?.retention_enabled === true;
  const policy = (name: string, levels: LogPolicy['levels'], period: string): LogPolicy => {
    const days = daysOf(period);
    // A period of 0 keeps everything.
    const deletes = enabled && days !== undefined && days > 0;
    const why = enabled
      ? `keeps lines without end: its period is ${period}`
      : 'deletes nothing: `compactor.retention_enabled` is not true';
    return { name, levels, deletes, ...(deletes ? { days } : { why }) };
  };
  const { retention_period, retention_stream } = limits_config;
  const streams = (retention_stream ?? []).flatMap(({ selector, period }) => {
    const levels = levelsOfSelector(selector, namespace);
    return levels === undefined ? [] : [policy(selector, levels, period)];
  });
  return [...streams, ...(retention_period === undefined ? [] : [policy(title, 'all', retention_period)])];
}

/** Returns the levels that a selector of streams is for; undefined if it is for another namespace or for a part of the lines. */
function levelsOfSelector(selector: string, namespace: string): LogPolicy['levels'] | undefined {
  let levels: LogPolicy['levels'] = 'all';
  for (const [, label = '', operator = '', value = ''] of selector.matchAll(
    /([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*"([^"]*)"/g,
  )) {
    const names = operator.endsWith('~') ? value.split('|') : [value];
    const isNegative = operator.startsWith('!');
    if (label === 'namespace') {
      if (names.includes(namespace) === isNegative) return undefined;
    } else if (/^(detected_)?level$|^severity$/.test(label)) {
      const named = names.map(levelOf);
      levels = isNegative ? logLevels.filter(level => !named.includes(level)) : named;
    } else return undefined;
  }
  return levels;
}

const milliseconds: Readonly<Record<string, number>> = {
  nanos: 1e-6,
  micros: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};

/** Returns a duration of Elasticsearch or Prometheus such as `30d` or `1w12h` in days; undefined if it is none. */
function daysOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:nanos|micros|ms|[smhdwy]))+$|^0$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(nanos|micros|ms|[smhdwy])/g)];
  const ms = parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (milliseconds[unit] ?? 0), 0);
  return Math.round((ms / 86_400_000) * 100) / 100;
}
