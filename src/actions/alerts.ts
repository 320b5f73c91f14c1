import { writeFile } from 'node:fs/promises';
import { environmentOf, loadConfig } from '../config/load.ts';
import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { recoveryOf } from './recovery.ts';

/** A command only: its file is committed next to the other Prometheus rules. */
export const alertsCommand = defineAction({
  name: 'alerts',
  description:
    'Write Prometheus alerting rules for overdue backups and drills, for WAL that is not archived or piles up, and for a standby that lags by more than `max-lag`.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    file: { description: 'Path of the file to write.', default: 'slipway-alerts.yml' },
  },
  positional: 'file',
  outputs: { rules: 'Number of rules.' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const recovery = recoveryOf(environment, inputs.environment);
    const [{ alertRules }, { stringify }] = await Promise.all([
      import('../recovery/alerts.ts'),
      import('yaml'),
    ]);
    const place = { app: config.app, namespace: environment.namespace };
    const rules = alertRules(place, recovery, recovery.drills?.due?.within ?? {});
    await writeFile(inputs.file, stringify(rules, { lineWidth: 0 }));
    host.output('rules', String(rules.groups.flatMap(group => group.rules).length));
    host.report(`wrote ${inputs.file}`);
    return true;
  },
});
