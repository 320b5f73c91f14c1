import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import { type FluentBitRoutes, fluentBitRoutes } from './fluent-bit.ts';
import { type LogLevel, logLevels } from './levels.ts';
import { type LogPolicy, policiesIn } from './retention-policies.ts';

/** Judges how long log stores keep each level, from their configuration. All pure. */

export interface RetentionFile {
  readonly path: string;
  readonly text: string;
}

export interface RetentionFinding {
  /** A policy or a level. */
  readonly subject: string;
  readonly problem: string;
}

export interface RetentionReport {
  /** Days for which each level is kept; undefined if that depends on sizes. */
  readonly days: Readonly<Partial<Record<LogLevel, number>>>;
  readonly findings: readonly RetentionFinding[];
}

export interface RetentionContext {
  readonly namespace: string;
  /** Whether lines of the level debug may be stored. */
  readonly allowDebug: boolean;
}

const levels = logLevels.filter(level => level !== 'other');

/**
 * Judges the files of a log pipeline: policies of Elasticsearch (ILM) and OpenSearch (ISM), the configuration of Loki and of Fluent Bit.
 * @throws UserError for a file that is none of them.
 */
export function judgeRetention(
  files: readonly RetentionFile[],
  { namespace, allowDebug }: RetentionContext,
): RetentionReport {
  const read = files.map(file => partsOf(file, namespace));
  const policies = read.flatMap(each => each.policies);
  const routes = read.flatMap(each => each.routes);
  const kept = levels.map(level => [level, policyFor(level, policies)] as const);
  const days = Object.fromEntries(
    kept.flatMap(([level, policy]) => (policy?.days === undefined ? [] : [[level, policy.days]])),
  );
  const endless = policies
    .filter(({ deletes }) => !deletes)
    .map(({ name, why }) => ({ subject: name, problem: why ?? 'never deletes' }));
  const open = policies.length === 0 ? [] : kept.filter(([, policy]) => policy === undefined);
  return {
    days,
    findings: [
      ...endless,
      ...open.map(([level]) => ({ subject: level, problem: 'has no retention: no policy is for it' })),
      ...orderFindings(days),
      ...routes.flatMap(route => routeFindings(route, allowDebug)),
    ],
  };
}

/** A policy for a level goes before one for all. */
function policyFor(level: LogLevel, policies: readonly LogPolicy[]): LogPolicy | undefined {
  return (
    policies.find(({ levels: own }) => own !== 'all' && own.includes(level)) ??
    policies.find(({ levels: own }) => own === 'all')
  );
}

/** What is more urgent is kept at least as long. */
function orderFindings(days: RetentionReport['days']): RetentionFinding[] {
  return levels.slice(1).flatMap((level, at) => {
    const lower = levels[at] ?? level;
    const [own, below] = [days[level], days[lower]];
    return own === undefined || below === undefined || own >= below
      ? []
      : [
          {
            subject: level,
            problem: `is kept for ${own} days, and ${lower}, which is less urgent, for ${below}`,
          },
        ];
  });
}

function routeFindings(
  { path, routed, dropsDebug }: FluentBitRoutes,
  allowDebug: boolean,
): RetentionFinding[] {
  const lost = levels.filter(level => level !== 'debug' && !routed.includes(level));
  return [
    ...lost.map(level => ({ subject: level, problem: `has no output in ${path}` })),
    ...(allowDebug || dropsDebug || !routed.includes('debug')
      ? []
      : [{ subject: 'debug', problem: `is not dropped by a filter in ${path}, so it reaches the store` }]),
  ];
}

function partsOf(
  { path, text }: RetentionFile,
  namespace: string,
): { policies: LogPolicy[]; routes: FluentBitRoutes[] } {
  let document: unknown;
  try {
    document = parse(text);
  } catch {
    // The classic form of Fluent Bit is not YAML.
  }
  const routes = fluentBitRoutes(path, text, document);
  if (routes !== undefined) return { policies: [], routes: [routes] };
  const policies = policiesIn(path, document, namespace);
  if (policies !== undefined) return { policies, routes: [] };
  throw new UserError(
    `${path} is no retention policy: it is neither an ILM or ISM policy nor a configuration of Loki or Fluent Bit`,
    'save the answer of GET _ilm/policy or GET _plugins/_ism/policies, or name the configuration file of Loki or Fluent Bit',
  );
}
