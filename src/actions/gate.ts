import { gate } from '../release/gate.ts';
import { defineAction } from '../toolkit/host.ts';
import { publishDecision } from './decision.ts';
import * as shared from './inputs.ts';
import { withRollout } from './session.ts';

export const gateAction = defineAction({
  name: 'gate',
  description:
    'Shift traffic to the candidate step by step and judge it; one that is not shown to be good is undone.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    context: shared.context,
    wait: shared.wait,
  },
  outputs: {
    state:
      '`passed` (it may be promoted), `undone` (what served before has all of the traffic), `held` (somebody must look), or `refused` (nothing was changed).',
    verdict: '`pass`, `fail`, `inconclusive`, `no-data`; empty when it was ended by something else.',
    release: 'Number of the release that was judged.',
    weight: 'Percentage of the traffic that it has at the end.',
    record:
      'Folder with `decision.json` and `report.html`: why it ended as it did; empty when nothing was done.',
    reason: 'Why it did not pass, in one sentence; empty when it did.',
  },
  refused: { state: 'refused' },
  run: async (inputs, host) => {
    return withRollout(inputs, host, async (cluster, request) => {
      const result = await gate(cluster, { ...request, signal: host.cancellation() });
      host.output('state', result.state);
      host.output('verdict', result.verdict ?? '');
      host.output('release', String(result.release));
      host.output('weight', String(result.weight));
      host.output(
        'record',
        result.decision === undefined ? '' : await publishDecision(result.decision, host),
      );
      host.output('reason', result.reason ?? '');
      host.report(
        `release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`,
      );
      return result.state === 'passed';
    });
  },
});
