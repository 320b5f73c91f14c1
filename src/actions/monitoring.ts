import { dirname, join } from 'node:path';
import { environmentOf, loadConfig } from '../config/load.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { writeReport } from './reports.ts';

/** A command only: its files are committed next to the configuration of Prometheus, Alertmanager and Grafana. */
export const monitoringCommand = defineAction({
  name: 'monitoring',
  description:
    'Write the monitoring of an environment as files: recording rules and alerts, scrape configuration, the configuration of Alertmanager, and dashboards for Grafana.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    folder: optional('Path of the folder to write to.', 'monitoring'),
  },
  positional: 'folder',
  outputs: {
    files: 'JSON array of the files that were written.',
    alerts: 'Number of alerts.',
    checked: '`true` if promtool and amtool have checked the files, `false` if one of them is not installed.',
  },
  run: async ({ config: path, environment: name, folder }, host) => {
    const config = await loadConfig(path);
    const { manifests: sources, namespace, hooks } = environmentOf(config, name);
    const { bundleOf } = await import('../monitoring/bundle.ts');
    const { monitoringSubject } = await import('../monitoring/subject.ts');
    const { checkBundle } = await import('../monitoring/check-bundle.ts');
    const { loadSorted } = await import('../workloads/chart-hooks.ts');
    const target = { namespace, app: config.app, env: host.env };
    const { manifests } = await loadSorted(hooks, dirname(path), sources, target);
    const subject = monitoringSubject(config, name, manifests);
    const bundle = bundleOf(subject);
    const files = Object.keys(bundle.files).map(file => join(folder, file));
    for (const [file, text] of Object.entries(bundle.files)) await writeReport(join(folder, file), text);
    const { checked, faults } = await checkBundle(folder, subject, host);
    setOutputs(host, { files, alerts: bundle.alerts, checked });
    for (const file of files) host.report(`wrote ${file}`);
    if (faults[0] === undefined) return true;
    const problem = `the monitoring of ${name} is invalid: ${faults[0]}`;
    throw new UserError(problem, 'correct `monitoring` in slipway.yml');
  },
});
