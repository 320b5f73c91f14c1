import { defineAction } from '../toolkit/host.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import * as shared from './inputs.ts';
import { withRollout } from './session.ts';

const engine = () => import('../release/gate.ts');

export const gateAction = defineAction({
  name: 'gate',
  description:
    'Shift traffic to the candidate step by step and judge it; one that is not shown to be good is rolled back.',
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
      '`passed` (it may be promoted), `rolled-back` (what served before has all of the traffic), `paused` (it waits on purpose, for `waits`), `needs-action` (somebody must look), or `refused` (nothing was changed); empty when it crashed in the middle.',
    waits:
      'What a paused one waits for: `bake` (sweep goes on with it when that is over, and the step succeeds), `resume` or `approval` (somebody must decide, and the step fails); empty otherwise.',
    until: 'When it is rolled back if nobody comes (ISO 8601); empty unless it is paused.',
    verdict: '`pass`, `fail`, `inconclusive`, `no-data`; empty when it was ended by something else.',
    release: 'Number of the release that was judged.',
    weight: 'Percentage of the traffic that it has at the end.',
    record:
      'Folder with `decision.json` and `report.html`: why it ended as it did; empty when nothing was done.',
    reason: 'Why it did not pass, in one sentence; empty when it did.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    const approve = shared.flag('approve', inputs.approve);
    const named = shared.releaseOf(inputs.release);
    return withRollout(inputs, host, engine, async (cluster, request, { gate }) => {
      const result = await gate(cluster, { ...request, ...named, approve, signal: host.cancellation() });
      host.output('state', result.state);
      host.output('waits', result.waits?.for ?? '');
      host.output('until', result.waits === undefined ? '' : new Date(result.waits.until).toISOString());
      host.output('verdict', result.verdict ?? '');
      host.output('release', String(result.release));
      host.output('weight', String(result.weight));
      host.output(
        'record',
        result.decision === undefined ? '' : await publishDecision(result.decision, host),
      );
      host.output('reason', result.reason ?? '');
      await publishDeployment(host, inputs['deployments-token'], {
        app: request.config.app,
        environment: inputs.environment,
        ...result,
      });
      host.report(
        `release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`,
      );
      return result.state === 'passed' || result.waits?.for === 'bake';
    });
  },
});
