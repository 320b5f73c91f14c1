import { defineAction } from '../toolkit/host.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import * as shared from './inputs.ts';
import { requestOf, withCluster } from './session.ts';
import { silenced } from './silences.ts';

const engine = () => import('../release/gate.ts');

export const promoteAction = defineAction({
  name: 'promote',
  description: 'Promote a candidate that passed the gate to the stable workload, watch it, and clean up.',
  inputs: {
    environment: shared.environment,
    release: shared.release,
    config: shared.config,
    context: shared.context,
    'deployments-token': shared.deploymentsToken,
    wait: shared.wait,
    approve: shared.approve,
  },
  outputs: {
    state:
      '`complete`, `rolled-back` (the baseline is live again), `paused` (approved, but still without a verdict), `needs-action` (a person must act), `failed` (the release is live, but its `post` hook failed), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
    release: 'Number of the release.',
    record:
      'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
    reason: 'Why the release was not completed, in one sentence; otherwise empty.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    const approve = shared.flag('approve', inputs.approve);
    const named = shared.releaseOf(inputs.release);
    const request = await requestOf(inputs, host);
    return withCluster(inputs, request.environment, host, engine, async (cluster, { promote }) => {
      const { config, environment } = request;
      const around = await shared.aroundOf(inputs.config, environment, host);
      const signal = host.cancellation();
      const result = await silenced(cluster, request, host, quiet =>
        promote(cluster, { ...request, ...quiet, ...named, around, approve, signal }),
      );
      host.output('state', result.state);
      host.output('release', String(result.release));
      host.output('record', await publishDecision(result.decision, host));
      host.output('reason', result.reason ?? '');
      await publishDeployment(host, inputs['deployments-token'], {
        app: config.app,
        environment: inputs.environment,
        ...result,
      });
      host.report(
        `release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`,
      );
      return result.state === 'complete';
    });
  },
});
