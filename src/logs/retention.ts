import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import type { LogCheck, LogFinding, LogScene } from './check.ts';
import { routesIn } from './fluent-bit.ts';
import { type LogLevel, logLevels } from './levels.ts';
import { type LogPolicy, policiesIn } from './policies.ts';

/** Judges how long log stores keep each level, from their configuration. All pure. */

export interface RetentionFile {
  readonly path: string;
  readonly text: string;
}

type Context = Pick<LogScene, 'namespace' | 'allowDebug'>;

const levels = logLevels.filter(level => level !== 'other');

/**
 * Judges the files of a log pipeline: policies of Elasticsearch (ILM) and OpenSearch (ISM), the configuration of Loki and of Fluent Bit.
 * @throws UserError for a file that is none of them.
 */
export function checkRetention(files: readonly RetentionFile[], context: Context): LogCheck {
  const read = files.map(file => partsOf(file, context));
  const policies = read.flatMap(each => each.policies);
  const kept = levels.map(level => [level, policyFor(level, policies)] as const);
  const days = Object.fromEntries(kept.map(([level, policy]) => [level, policy?.days]));
  const findings: LogFinding[] = [
    ...policies.flatMap(({ name, endless }) =>
      endless === undefined ? [] : [{ subject: name, problem: endless }],
    ),
    ...kept
      .filter(([, policy]) => policies.length > 0 && policy === undefined)
      .map(([level]) => ({ subject: level, problem: 'has no retention: no policy is for it' })),
    ...levels.flatMap((level, at) => orderProblem(level, levels[at - 1], days)),
    ...read.flatMap(each => each.findings),
  ];
  const shown = levels.flatMap(level => (days[level] === undefined ? [] : [`${level} ${days[level]} d`]));
  const [first] = findings;
  return {
    ...{ check: 'retention', findings },
    ...(first === undefined
      ? { verdict: 'pass', reason: `every level has a retention: ${shown.join(', ')}` }
      : { verdict: 'fail', reason: `${first.subject} ${first.problem}` }),
  };
}

/** A policy for a level goes before one for all. */
const policyFor = (level: LogLevel, policies: readonly LogPolicy[]): LogPolicy | undefined =>
  policies.find(({ levels: own }) => own !== 'all' && own.includes(level)) ??
  policies.find(({ levels: own }) => own === 'all');

/** What is more urgent is kept at least as long. */
function orderProblem(
  level: LogLevel,
  lower: LogLevel | undefined,
  days: Readonly<Record<string, number | undefined>>,
): LogFinding[] {
  const [own, below] = [days[level], days[lower ?? '']];
  if (own === undefined || below === undefined || own >= below) return [];
  const problem = `is kept for ${own} days, and ${lower}, which is less urgent, for ${below}`;
  return [{ subject: level, problem }];
}

function partsOf(
  { path, text }: RetentionFile,
  { namespace, allowDebug }: Context,
): { policies: LogPolicy[]; findings: LogFinding[] } {
  let document: unknown;
  try {
    document = parse(text);
  } catch {
    // The classic form of Fluent Bit is not YAML.
  }
  const routes = routesIn(text, document);
  if (routes !== undefined) {
    const lost = levels.filter(level => level !== 'debug' && !routes.routed.includes(level));
    const findings = lost.map(level => ({ subject: level, problem: `has no output in ${path}` }));
    const problem = `is not dropped by a filter in ${path}, so it reaches the store`;
    const isStored = routes.routed.includes('debug') && !routes.dropsDebug;
    if (isStored && !allowDebug)
      return { policies: [], findings: [...findings, { subject: 'debug', problem }] };
    return { policies: [], findings };
  }
  const policies = policiesIn(path, document, namespace);
  if (policies !== undefined) return { policies, findings: [] };
  throw new UserError(
    `${path} is no retention policy: it is neither an ILM or ISM policy nor a configuration of Loki or Fluent Bit`,
    'save the answer of GET _ilm/policy or GET _plugins/_ism/policies, or name the configuration file of Loki or Fluent Bit',
  );
}
