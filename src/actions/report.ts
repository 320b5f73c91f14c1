import { join } from 'node:path';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { versionOf } from '../toolkit/version.ts';
import * as shared from './inputs.ts';
import { writeReport } from './reports.ts';

export const reportAction = defineAction({
  name: 'report',
  description:
    'Judge the 112 requirements (docs/requirements.md) for an application and environment, with evidence and remedy, from the cluster, Prometheus, the registry, the backup stores and the reports of other steps. Changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    'query-cluster': optional(
      'Whether to query the cluster: `true` or `false`. Without the cluster, what only it can show is unknown.',
      'true',
    ),
    reports: optional(
      'Files and folders with JSON reports of other steps, separated by commas or lines: of `assess`, `monitor`, `drill` and the policy, decision records, records of steps, any JSON with `assessments`, and `requirements.json` of an earlier run for the trend. Default: none.',
    ),
    'actions-token': optional(
      'Token with `actions: read` and `contents: read`, to read the records that runs of the default branch, and of the live commit, have left as artifacts. Default: none; such records are not read.',
    ),
    'max-age': optional(
      'How old evidence may be, in days. Drills may be as old as their schedule says.',
      '7d',
    ),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
    output: optional('Folder of the report.', 'requirements'),
  },
  outputs: {
    app: shared.appOutput,
    met: 'Number of requirements that are met.',
    'not-met': 'Number of requirements that are not met, with those that an exception accepts.',
    unknown: 'Number of requirements that could not be decided.',
    'report-folder': 'Folder with `requirements.json` and `requirements.html`.',
    reason: 'Why no report could be made, in one sentence; otherwise empty.',
  },
  run: async (inputs, host) => {
    const { conformanceReport, gatherEvidence, requirementLines, requirementsPage, requirementsSummary } =
      await import('./report-engine.ts');
    const gathered = await gatherEvidence(inputs, host);
    const report = conformanceReport({ ...gathered, by: versionOf() });
    await writeReport(join(inputs.output, 'requirements.json'), `${JSON.stringify(report, null, 2)}\n`);
    await writeReport(join(inputs.output, 'requirements.html'), requirementsPage(report));
    for (const each of ['met', 'not-met', 'unknown'] as const) host.output(each, String(report.counts[each]));
    setOutputs(host, { app: report.app, 'report-folder': inputs.output, reason: '' });
    await host.summary(requirementsSummary(report));
    for (const line of requirementLines(report)) host.report(line);
    return true;
  },
});
