import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs } from './proofs.ts';
import { withRollout } from './session.ts';

const engine = () => import('../release/sweep.ts');

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
    proof: proofOutput,
    reason: 'Why, in one sentence; empty when there is nothing to say.',
  },
  refused: { state: 'refused', proof: 'none' },
  run: async (inputs, host) => {
    return withRollout(inputs, host, engine, async (cluster, request, { sweep }) => {
      const result = await sweep(cluster, { ...request, signal: host.cancellation() });
      host.output('state', result.state);
      host.output('release', result.release === undefined ? '' : String(result.release));
      host.output('reason', result.reason ?? '');
      await publishProofs(host, cluster, request, undefined);
      host.report(`${result.state}${result.reason === undefined ? '' : `: ${result.reason}`}`);
      return result.state !== 'held';
    });
  },
});
