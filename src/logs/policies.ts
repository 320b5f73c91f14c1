import { z } from 'zod';
import { type Matcher, parseSelector } from '../analysis/selector.ts';
import { type LogLevel, levelNames, levelOf, levelsIn, levelsWhere } from './levels.ts';

/** Reads the retention policies of log stores. All pure. */

/** A policy, and the levels that its name, its pattern or its selector is for. */
export interface LogPolicy {
  readonly name: string;
  readonly levels: readonly LogLevel[] | 'all';
  /** Days until it deletes; undefined if that depends on sizes, or it never does. */
  readonly days?: number | undefined;
  /** Why it never deletes. */
  readonly endless?: string;
  /** Whether it is not known which lines it is for. */
  readonly unreadable?: true;
}

const text = z.string();
const conditions = z.object({ min_index_age: text }).partial();
const actions = z.object({ delete: z.unknown() }).partial();
const deletePhase = z.object({ min_age: text.default('0ms'), actions: actions.default({}) });
const ilmSchema = z.object({ policy: z.object({ phases: z.object({ delete: deletePhase.optional() }) }) });

const stateSchema = z.object({
  name: text,
  actions: z.array(z.record(text, z.unknown())).default([]),
  transitions: z.array(z.object({ state_name: text, conditions: conditions.default({}) })).default([]),
});
const template = z.object({ index_patterns: z.array(text) });
const ismSchema = z.object({
  policy: z.object({
    policy_id: text.optional(),
    default_state: text,
    states: z.array(stateSchema),
    ism_template: z.union([z.array(template), template.transform(each => [each])]).nullish(),
  }),
});

const lokiSchema = z.object({
  limits_config: z.object({
    retention_period: text.optional(),
    retention_stream: z
      .array(z.object({ selector: text, period: text, priority: z.number().default(0) }))
      .nullish(),
  }),
  compactor: z.object({ retention_enabled: z.boolean().optional() }).nullish(),
});

/**
 * Returns the policies in a document; undefined if it has none that is known.
 * @param title a name for one without a name. @param namespace whose lines matter.
 */
export function policiesIn(title: string, document: unknown, namespace: string): LogPolicy[] | undefined {
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
  return phase?.actions.delete === undefined
    ? { name, levels: levelsOrAll(name), endless: 'has no phase that deletes' }
    : { name, levels: levelsOrAll(name), days: daysOf(phase.min_age) };
}

function levelsOrAll(...names: string[]): LogPolicy['levels'] {
  const found = names.flatMap(levelsIn);
  return found.length === 0 ? 'all' : found;
}

function policyOfOpenSearch(title: string, { policy }: z.output<typeof ismSchema>): LogPolicy {
  const name = policy.policy_id ?? title;
  const patterns = (policy.ism_template ?? []).flatMap(({ index_patterns }) => index_patterns);
  const levels = levelsOrAll(name, ...patterns);
  const reached = new Map<string, string | undefined>([[policy.default_state, undefined]]);
  for (const [name] of reached) {
    const next = policy.states.find(each => each.name === name)?.transitions ?? [];
    for (const { state_name, conditions } of next)
      if (!reached.has(state_name)) reached.set(state_name, conditions.min_index_age);
  }
  const deleting = policy.states.find(
    each => reached.has(each.name) && each.actions.some(action => 'delete' in action),
  );
  if (deleting === undefined) return { name, levels, endless: 'reaches no state that deletes' };
  return { name, levels, days: daysOf(reached.get(deleting.name) ?? '') };
}

function policiesOfLoki(
  title: string,
  { limits_config: { retention_period, retention_stream }, compactor }: z.output<typeof lokiSchema>,
  namespace: string,
): LogPolicy[] {
  const policy = (name: string, levels: LogPolicy['levels'], period: string): LogPolicy => {
    const days = daysOf(period) ?? 0;
    if (compactor?.retention_enabled !== true)
      return { name, levels, endless: 'deletes nothing: `compactor.retention_enabled` is not true' };
    // A period of 0 keeps everything.
    return days > 0
      ? { name, levels, days }
      : { name, levels, endless: `keeps lines forever: its period is ${period}` };
  };
  const streams = (retention_stream ?? [])
    // Of those that match, the one with the highest priority counts, then the one with the shortest period.
    .sort((a, b) => b.priority - a.priority || (daysOf(a.period) ?? 0) - (daysOf(b.period) ?? 0))
    .map(({ selector, period }) => ({ selector, period, levels: levelsOfSelector(selector, namespace) }));
  const open = new Set<LogLevel>(levelNames);
  const found: LogPolicy[] = [];
  for (const { selector, period, levels } of streams) {
    if (levels === 'unreadable') found.push({ name: selector, levels: [], unreadable: true });
    else {
      const own = levels.filter(level => open.delete(level));
      if (own.length > 0) found.push(policy(selector, own, period));
    }
  }
  return [...found, ...(retention_period === undefined ? [] : [policy(title, 'all', retention_period)])];
}

/** Returns the levels that a selector of streams is for: none if it is for another namespace, or for a part of the lines. */
function levelsOfSelector(selector: string, namespace: string): readonly LogLevel[] | 'unreadable' {
  const matchers = parseSelector(`stream${selector.trim()}`)?.matchers;
  if (matchers === undefined) return 'unreadable';
  let levels: readonly LogLevel[] = levelNames;
  for (const matcher of matchers) {
    const { label, operator, value } = matcher;
    const isNegative = operator.startsWith('!');
    const isMeant = testOf(matcher);
    if (isMeant === undefined) return 'unreadable';
    if (label === 'namespace') {
      if (isMeant(namespace) === isNegative) return [];
    } else if (/^(detected_)?level$|^severity$/.test(label)) {
      const named = operator.endsWith('~') ? levelsWhere(isMeant) : [levelOf(value)];
      levels = levels.filter(level => named.includes(level) !== isNegative);
    } else return [];
  }
  return levels;
}

/** Returns the test of a matcher, without its negation; undefined if only Go can read its regular expression. */
function testOf({ label, operator, value }: Matcher): ((text: string) => boolean) | undefined {
  if (!operator.endsWith('~')) return text => text === value;
  try {
    const whole = new RegExp(`^(?:${value})$`, label === 'namespace' ? 'su' : 'siu');
    return text => whole.test(text);
  } catch {
    return undefined;
  }
}

const secondsOf: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Returns a duration of Elasticsearch or Prometheus such as `30d` or `1w12h` in days; undefined if it is not one. */
function daysOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/([\d.]+)(ms|[a-z])/g)];
  const seconds = parts.reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (secondsOf[unit] ?? 0),
    0,
  );
  return Math.round((seconds / 86_400) * 100) / 100;
}
