import { environmentOf, loadConfig } from '../config/load.ts';
import { sweep } from '../release/sweep.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { withCluster } from './session.ts';

export const sweepAction = defineAction({
  name: 'sweep',
  description:
    'Find a rollout that a dead run left, and finish or undo it; look after one that waits on purpose.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    context: shared.context,
  },
  outputs: {
    state:
      '`nothing` to sweep, `busy` (a run is at work, or the rollout waits on purpose), `finished`, `undone`, `held` (somebody must look), or `refused`.',
    release: 'Number of the release that was rolled out; empty when there was none.',
    reason: 'Why, in one sentence; empty when there is nothing to say.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    return withCluster(inputs, environment, host, async cluster => {
      const result = await sweep(cluster, {
        config,
        environment,
        origin: originOf(host.env),
        env: host.env,
        wait: 0,
        report: host.report,
        signal: host.cancellation(),
      });
      host.output('state', result.state);
      host.output('release', result.release === undefined ? '' : String(result.release));
      host.output('reason', result.reason ?? '');
      host.report(`${result.state}${result.reason === undefined ? '' : `: ${result.reason}`}`);
      return result.state !== 'held';
    });
  },
});
