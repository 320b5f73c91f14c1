import { defineAction, setOutputs } from '../toolkit/host.ts';
import { publishOutcome } from './deployment.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { requestOf, withCluster } from './session.ts';
import { silenced } from './silences.ts';

const engine = () => import('../release/gate.ts');

export const gateAction = defineAction({
  name: 'gate',
  description:
    'Shift traffic to the candidate in steps and judge the candidate by its metrics. Roll it back if it fails.',
  inputs: { ...shared.ofRollout, approve: shared.approve },
  outputs: {
    app: shared.appOutput,
    state:
      '`passed` (ready for `promote`), `rolled-back` (the baseline has all traffic again), `paused` (see `waiting-for`), `needs-action` (a person must act), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
    'waiting-for':
      'What a paused rollout waits for: `bake` (`sweep` resumes it afterwards; the step succeeds), `resume` or `approval` (a person must decide; the step fails, unless the approval is a step of slipway.yml). Otherwise empty.',
    until: 'When a paused rollout is rolled back if it is not resumed (ISO 8601); otherwise empty.',
    verdict:
      '`pass`, `fail`, `inconclusive` or `no-data`; empty if the rollout ended without a verdict, or `gate` is `checks`.',
    release: 'Number of the release that was judged.',
    weight: 'Final percentage of traffic to the candidate.',
    record:
      'Folder with `decision.json` and `report.html`, which explain the outcome; empty if nothing was done.',
    reason: 'Why the candidate did not pass, in one sentence; otherwise empty.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    const approve = shared.flag('approve', inputs.approve);
    const named = shared.releaseOf(inputs.release);
    const request = await requestOf(inputs, host);
    const { config, environment } = request;
    host.output('app', config.app);
    requireApplied(environment, inputs.environment, 'leave this step out: `deploy` waits and verifies');
    return withCluster(inputs, environment, host, engine, async (cluster, { gate }) => {
      const signal = host.cancellation();
      const result = await silenced(cluster, request, host, quiet =>
        gate(cluster, { ...request, ...quiet, ...named, approve, signal }),
      );
      const { waits, verdict, weight } = result;
      const until = waits && new Date(waits.until).toISOString();
      setOutputs(host, { 'waiting-for': waits?.for, until, verdict, weight });
      await publishOutcome(host, request, inputs['deployments-token'], result);
      return result.state === 'passed' || waits?.for === 'bake' || waits?.planned === true;
    });
  },
});
