import { writeFile } from 'node:fs/promises';
import { environmentOf, loadConfig } from '../config/load.ts';
import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { recoveryOf } from './recovery.ts';

/** No action: its file is committed beside the other rules of Prometheus. */
export const alertsCommand = defineAction({
  name: 'alerts',
  description:
    'Write rules for Prometheus that tell when backups or drills stop, when a repository takes no WAL, when WAL piles up, and when a standby is farther behind than `max-lag`.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    file: { description: 'Where the rules are written.', default: 'slipway-alerts.yml' },
  },
  positional: 'file',
  outputs: { rules: 'How many there are.' },
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
    host.report(`written: ${inputs.file}`);
    return true;
  },
});
