import { basename } from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../toolkit/errors.ts';
import type { LogCheck, LogFinding, LogScene } from './check.ts';
import { checkDeletion } from './deletion.ts';
import { fluentBitFindings } from './fluent-bit.ts';
import { type LogLevel, levelNames } from './levels.ts';
import { type LogPolicy, policiesIn } from './policies.ts';

/** Judges how long log stores keep each level, from their configuration, and by what they have deleted. */

export interface RetentionFile {
  readonly path: string;
  readonly text: string;
}

type Context = Pick<LogScene, 'namespace' | 'allowDebug'>;

/**
 * Judges the files, and if they are good, whether the store deletes.
 * @param born when the workload was created, in ms since 1970; undefined if that is not known.
 */
export async function checkRetention(
  files: readonly RetentionFile[],
  scene: Context & Parameters<typeof checkDeletion>[1],
  born: number | undefined,
): Promise<LogCheck> {
  const { check, days } = judgeRetention(files, scene);
  return check.verdict === 'pass' ? { ...check, deleted: await checkDeletion(days, scene, born) } : check;
}

/**
 * Judges the files of a log pipeline: policies of Elasticsearch (ILM) and OpenSearch (ISM), the configuration of Loki and of Fluent Bit.
 * @returns also for how many days each level is kept. Pure.
 * @throws UserError for a file that is none of them.
 */
export function judgeRetention(
  files: readonly RetentionFile[],
  context: Context,
): { check: LogCheck; days: ReadonlyMap<LogLevel, number> } {
  const read = files.map(file => partsOf(file, context));
  const policies = read.flatMap(each => each.policies);
  const kept = levelNames.map(level => ({ level, policy: policyFor(level, policies) }));
  const endless = policies.filter(policy => policy.endless !== undefined);
  const open = policies.length === 0 ? [] : kept.filter(({ policy }) => policy === undefined);
  const findings: LogFinding[] = [
    ...endless.map(({ name, endless = '' }) => ({ subject: name, problem: endless })),
    ...open.map(({ level }) => ({ subject: level, problem: 'has no retention: no policy applies to it' })),
    ...kept.slice(1).flatMap(({ level, policy }, at) => {
      const [own, below] = [policy?.days, kept[at]?.policy?.days];
      // What is more severe is kept at least as long.
      if (own === undefined || below === undefined || own >= below) return [];
      const lower = `${kept[at]?.level}, which is less severe, for ${below}`;
      return [{ subject: level, problem: `is kept for ${own} days, and ${lower}` }];
    }),
    ...read.flatMap(each => each.findings),
  ];
  const days = new Map(
    kept.flatMap(({ level, policy }) => (policy?.days === undefined ? [] : [[level, policy.days] as const])),
  );
  const shown = [...days].map(([level, most]) => `${level} ${most} d`);
  const [first] = findings;
  const unreadable = policies.find(policy => policy.unreadable);
  const [verdict, reason] =
    first !== undefined
      ? (['fail', `${first.subject} ${first.problem}`] as const)
      : unreadable !== undefined
        ? (['unknown', `it is not known which lines ${unreadable.name} selects`] as const)
        : (['pass', `every level has a retention: ${shown.join(', ')}`] as const);
  return { check: { check: 'retention', findings, verdict, reason }, days };
}

/** A policy for a level takes precedence over one for all. */
const policyFor = (level: LogLevel, policies: readonly LogPolicy[]): LogPolicy | undefined =>
  policies.find(({ levels: own }) => own !== 'all' && own.includes(level)) ??
  policies.find(({ levels: own }) => own === 'all');

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
  const findings = fluentBitFindings(path, text, document, allowDebug);
  if (findings !== undefined) return { policies: [], findings };
  const policies = policiesIn(basename(path).replace(/\.\w+$/, ''), document, namespace);
  if (policies !== undefined) return { policies, findings: [] };
  throw new UserError(
    `${path} is not a retention policy: it is neither an ILM or ISM policy nor a configuration of Loki or Fluent Bit`,
    'save the answer of GET _ilm/policy or GET _plugins/_ism/policies, or name the configuration file of Loki or Fluent Bit',
  );
}
