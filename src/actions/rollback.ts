import { environmentOf, loadConfig } from '../config/load.ts';
import { parseReleaseNumber } from '../release/naming.ts';
import { rollback } from '../release/rollback.ts';
import { rollbackSummary } from '../report/summary.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { withCluster } from './session.ts';

export const rollbackAction = defineAction({
  name: 'rollback',
  description:
    'Put the last verified release, or a named one, back with its configuration, and prove that it serves.',
  inputs: {
    environment: shared.environment,
    'to-release': {
      description: 'Number of the release to go back to. Default: the last verified one.',
      default: '',
    },
    config: shared.config,
    context: shared.context,
  },
  outputs: {
    release: 'Number of the release that serves.',
    changed: '`false` when it was serving already.',
    seconds: 'Seconds from the first write until it was all there again.',
    state: '`complete`, `failed`, or `refused` (nothing was changed).',
    reason: 'Why it failed, in one sentence; empty when it did not.',
  },
  refused: { changed: 'false', state: 'refused' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const to = inputs['to-release'] === '' ? undefined : parseReleaseNumber(inputs['to-release']);
    return withCluster(inputs, environment, host, async cluster => {
      const result = await rollback(cluster, {
        config,
        environmentName: inputs.environment,
        environment,
        to,
        origin: originOf(host.env),
        report: host.report,
      });
      host.output('release', String(result.release));
      host.output('changed', String(result.changed));
      host.output('seconds', result.seconds.toFixed(2));
      host.output('state', result.state);
      host.output('reason', result.reason ?? '');
      await host.summary(rollbackSummary(config.app, result));
      host.report(
        `release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`,
      );
      return result.state === 'complete';
    });
  },
});
