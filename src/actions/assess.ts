import { dirname, join, relative, resolve } from 'node:path';
import type { AssessRequest } from '../assess/assess.ts';
import type { RequirementAssessment } from '../assess/assessment.ts';
import type { Live } from '../assess/live.ts';
import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { writeReport } from './reports.ts';
import { manifestsOf, withCluster } from './session.ts';

const reader = () => import('../assess/live.ts');

export const assessAction = defineAction({
  name: 'assess',
  description:
    'Check what must be true of the manifests of an environment against its cluster: zones, probes, drains, resources, autoscaling, rights, secrets. Changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    cluster: {
      description:
        '`ask`, or `none` to read the manifests alone, such as in a pull request. Then what only the cluster can show is unknown.',
      default: 'ask',
    },
    'tool-mirrors': shared.toolMirrors,
    report: { description: 'Path of the JSON report to write.', default: 'assess.json' },
  },
  outputs: {
    verdict: '`fail` if there is a finding of level `error` without an exception, otherwise `pass`.',
    findings: 'Number of findings without an exception.',
    unknown: 'Number of checks that could not be made.',
    report: 'Path of the JSON report.',
    reason: 'The worst error and the number of others, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'fail' },
  run: async (inputs, host) => {
    const { app, result, now, root } = await assessed(inputs, host);
    const { countAssessments, failureIn, shortfallsIn } = await import('../assess/assessment.ts');
    const { assessLines, assessSummary, toAnnotate } = await import('../report/assess.ts');
    const reason = failureIn(result.assessments) ?? '';
    const counts = countAssessments(result.assessments);
    const verdict = reason === '' ? 'pass' : 'fail';
    host.output('verdict', verdict);
    host.output('findings', String(shortfallsIn(result.assessments).length));
    host.output('unknown', String(counts.unknown));
    const report = { schema: 1, app, environment: inputs.environment, at: now, verdict, counts, ...result };
    await writeReport(inputs.report, `${JSON.stringify(report, null, 2)}\n`);
    host.output('report', inputs.report);
    host.output('reason', reason);
    await host.summary(assessSummary(app, inputs.environment, result));
    annotate(host, toAnnotate(result.assessments), root);
    for (const line of assessLines(result)) host.report(line);
    return reason === '';
  },
});

/**
 * Assesses an environment by its manifests and its cluster.
 * @throws UserError when the cluster does not answer: a pass without it would say too much.
 */
export async function assessed(
  inputs: Parameters<typeof withCluster>[0] & { readonly environment: string; readonly cluster: string },
  host: Host,
) {
  const asks = oneOf('cluster', ['ask', 'none'], inputs.cluster) === 'ask';
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  requireApplied(
    environment,
    inputs.environment,
    'assess an environment of the same namespace that has `manifests`',
  );
  const { manifests, notes } = await manifestsOf(inputs.config, config, inputs.environment, host.env);
  for (const note of notes) host.report(note);
  const signal = host.cancellation();
  const live = await liveOf(inputs, environment, asks, host);
  const now = new Date();
  const root = resolve(dirname(inputs.config));
  const { assess } = await import('../assess/assess.ts');
  const request: AssessRequest = {
    ...{ config: configFor(config, environment), environment, environmentName: inputs.environment },
    ...{ manifests, root, live, now },
  };
  const result = await assess(request, { env: host.env, signal, report: host.report });
  return { ...request, app: config.app, asks, result };
}

/** @throws UserError when the cluster does not answer. */
async function liveOf(
  inputs: Parameters<typeof withCluster>[0],
  environment: Environment,
  asks: boolean,
  host: Host,
): Promise<Live> {
  const { nothingAsked } = await reader();
  if (!asks) return nothingAsked('no cluster was asked (`cluster: none`)');
  return withCluster({ ...inputs, patient: false }, environment, host, reader, (cluster, { readLive }) =>
    readLive(cluster, environment.namespace),
  );
}

function annotate(host: Host, found: readonly RequirementAssessment[], root: string): void {
  for (const { level, rule, what, remedy, place } of found)
    host.annotate(level === 'error' ? 'error' : 'warning', {
      title: `assess: ${rule}`,
      message: remedy === undefined ? what : `${what}; ${remedy}`,
      ...(place === undefined ? {} : { file: relative('', join(root, place.file)) }),
      ...(place?.line === undefined ? {} : { line: place.line }),
    });
}
