import { defineAction } from '../toolkit/host.ts';
import { publishOutcome } from './deployment.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { requestOf, withCluster } from './session.ts';
import { silenced } from './silences.ts';

const engine = () => import('../release/promote.ts');

export const promoteAction = defineAction({
  name: 'promote',
  description: 'Promote a candidate that passed the gate to the stable workload, watch it, and clean up.',
  inputs: shared.ofRollout,
  outputs: {
    app: shared.appOutput,
    state:
      '`complete`, `rolled-back` (the baseline is live again), `needs-action` (a person must act), `failed` (the release is live, but its `post` hook failed), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
    release: 'Number of the release.',
    record:
      'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
    reason: 'Why the release was not completed, in one sentence; otherwise empty.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    const named = shared.releaseOf(inputs.release);
    const request = await requestOf(inputs, host);
    const { config, environment } = request;
    host.output('app', config.app);
    requireApplied(environment, inputs.environment, 'leave this step out: `deploy` waits and verifies');
    return withCluster(inputs, environment, host, engine, async (cluster, { promote }) => {
      const hookSetup = await shared.hookSetupOf(inputs.config, environment, host);
      const signal = host.cancellation();
      const result = await silenced(cluster, request, host, quiet =>
        promote(cluster, { ...request, ...quiet, ...named, hookSetup, signal }),
      );
      await publishOutcome(host, request, inputs['deployments-token'], result);
      return result.state === 'complete';
    });
  },
});
