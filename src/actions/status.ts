import { defineAction } from '../toolkit/host.ts';
import { gitopsOf, publishStatus, statusByGit } from './gitops.ts';
import * as shared from './inputs.ts';
import { signOutput, signsProofs } from './proofs.ts';
import { impatient, requestOf, withCluster } from './session.ts';

const engine = () => import('../release/status.ts');

export const statusAction = defineAction({
  name: 'status',
  description: 'Report the live release and the state of the rollout. Changes nothing.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    'gitops-token': shared.gitopsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    state:
      '`idle` (no rollout), `running` (a run works on it), `paused` (waits for a time or a person: see `waitingFor` in `status`), `needs-action` (a person must act) or `interrupted` (its run has ended: `sweep` finishes it or rolls it back).',
    phase: 'Phase of the last rollout; `none` if there was none.',
    candidate: 'Number of the release that is being rolled out; empty if there is none.',
    weight: 'Percentage of traffic to the candidate; empty if there is none.',
    release: 'Number of the live release; empty before the first release.',
    status:
      'The whole status as JSON. Also contains `holder` (the run that works on the rollout), `workers` (the release of each), `waitingFor`, `until` and `planned` of a paused rollout (`bake`, `resume`, `approval`, or the next action of its run; until when; whether slipway.yml planned it), `postHook` (a problem of the `post` hook), and `images` and `verified` of the live release.',
    'sign-proof': signOutput,
    reason: 'Why the status is unknown, in one sentence; otherwise empty.',
  },
  refused: { status: '{}', 'sign-proof': 'false' },
  run: async (inputs, host) => {
    const request = await requestOf(inputs, host);
    const gitops = gitopsOf(request.environment);
    if (gitops !== undefined) return statusByGit(inputs, { request, gitops, host });
    return withCluster(impatient(inputs), request.environment, host, engine, async (cluster, code) => {
      const found = await code.status(cluster, request);
      const signs = await signsProofs(request.config, inputs.environment);
      return publishStatus(found, signs, code.statusSentence(request.config.app, found), host);
    });
  },
});
