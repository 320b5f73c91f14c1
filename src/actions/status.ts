import { defineAction } from '../toolkit/host.ts';
import { cell } from '../toolkit/markdown.ts';
import * as shared from './inputs.ts';
import { signOutput, signsProofs } from './sealing.ts';
import { withRollout } from './session.ts';

const engine = () => import('../release/status.ts');

export const statusAction = defineAction({
  name: 'status',
  description: 'Say which release serves, and where a rollout stands; changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    context: shared.context,
  },
  outputs: {
    state:
      '`idle` (no rollout is under way), `running` (a run moves it), `waiting` (on purpose: `waits` in `status` says for what), `needs-action` (neither forth nor back without help) or `left` (nobody moves it: `sweep` ends it).',
    phase: 'Phase of the last rollout; `none` when there never was one.',
    candidate: 'Number of the release that is being rolled out; empty when none is.',
    weight: 'Percentage of the traffic that it is given; empty when none is.',
    release: 'Number of the release that the workload is; empty when it was never released.',
    status:
      'All of it as JSON, with `by` (who moves it), `workers` (the release that each says it is), `waits` (`for` what, `until` when), `postHook` (what is to be said of one that has not ended well), and `images` and `verified` of the release that serves.',
    sign: signOutput,
    reason: 'Why it could not be told; empty when it could.',
  },
  refused: { status: '{}', sign: 'false' },
  run: async (inputs, host) => {
    return withRollout(
      { ...inputs, patient: false },
      host,
      engine,
      async (cluster, request, { sentenceOf, status }) => {
        const found = await status(cluster, request);
        const { state, phase, candidate, weight, release } = found;
        host.output('state', state);
        host.output('phase', phase);
        host.output('candidate', String(candidate ?? ''));
        host.output('weight', String(weight ?? ''));
        host.output('release', String(release ?? ''));
        host.output('status', JSON.stringify(found));
        host.output('sign', String(await signsProofs(request.config, inputs.environment)));
        host.output('reason', '');
        const sentence = sentenceOf(request.config.app, found);
        await host.summary(`### ${cell(sentence)}\n`);
        host.report(sentence);
        return true;
      },
    );
  },
});
