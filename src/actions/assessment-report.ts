import { dirname, join, relative, resolve } from 'node:path';
import type { AssessResult } from '../assess/assess.ts';
import type { RequirementAssessment } from '../assess/assessment.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { writeReport } from './reports.ts';

/** The outputs that every assessment sets. */
export const assessmentOutputs = {
  verdict: '`fail` if there is a finding of level `error` without an exception, otherwise `pass`.',
  findings: 'Number of findings without an exception.',
  unknown: 'Number of checks that could not be run.',
  report: 'Path of the JSON report.',
  reason: 'The worst error and the number of others, in one sentence; otherwise empty.',
} as const;

interface AssessmentPlace extends Readonly<Record<'environment' | 'config' | 'report', string>> {
  readonly by: 'assess' | 'keys';
  /** What the name of its record says too. */
  readonly about?: readonly string[];
}

/** Publishes assessments: outputs, report, job summary, annotations and log. @returns whether there is no error among them. */
export async function publishAssessments(
  result: AssessResult,
  app: string,
  { by, environment, config, report: path, about = [] }: AssessmentPlace,
  at: Date,
  host: Host,
): Promise<boolean> {
  const { countAssessments, failureSentence, findingsIn } = await import('../assess/assessment.ts');
  const { assessLines, assessSummary, toAnnotate } = await import('../report/assess.ts');
  const reason = failureSentence(result.assessments) ?? '';
  const counts = countAssessments(result.assessments);
  const verdict = reason === '' ? 'pass' : 'fail';
  setOutputs(host, { verdict, findings: findingsIn(result.assessments).length, unknown: counts.unknown });
  const report = { schema: 1, app, environment, at, verdict, counts, ...result };
  const record = { env: host.env, about: [by, environment, config, ...about] };
  await writeReport(path, `${JSON.stringify(report, null, 2)}\n`, record);
  setOutputs(host, { report: path, reason });
  await host.summary(assessSummary(by, app, environment, result));
  annotate(host, by, toAnnotate(result.assessments), resolve(dirname(config)));
  for (const line of assessLines(by, result)) host.report(line);
  return reason === '';
}

function annotate(host: Host, by: string, found: readonly RequirementAssessment[], root: string): void {
  for (const { level, rule, what, remedy, place } of found)
    host.annotate(level === 'error' ? 'error' : 'warning', {
      title: `${by}: ${rule}`,
      message: remedy === undefined ? what : `${what}; ${remedy}`,
      ...(place === undefined ? {} : { file: relative('', join(root, place.file)) }),
      ...(place?.line === undefined ? {} : { line: place.line }),
    });
}
