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
      '`idle` (no rollout), `running` (a run works on it), `paused` (waits for a time, for a person: see `waiting-for`, or for the merge of a pull request), `needs-action` (a person must act) or `interrupted` (its run has ended: `sweep` finishes it or rolls it back).',
    phase: 'Phase of the last rollout; `none` if there was none.',
    candidate: 'Number of the release that is being rolled out; empty if there is none.',
    weight: 'Percentage of traffic to the candidate; empty if there is none.',
    'waiting-for':
      'What a paused rollout waits for: `bake`, `resume` or `approval`, as in `gate`, or the next action of its run (`gate` or `promote`). Otherwise empty.',
    until: 'Until when a paused rollout waits (ISO 8601); otherwise empty.',
    planned: shared.plannedOutput,
    release: 'Number of the live release; empty before the first release.',
    images:
      'JSON object that maps image names to `repository@digest` of the live release; `{}` if Slipway has not released it.',
    status:
      'The whole status as JSON. Also contains `holder` (the run that works on the rollout), `workers` (the release of each), `postHook` (a problem of the `post` hook), and whether the live release is `verified`.',
    'sign-proof': signOutput,
    reason: 'Why the status is unknown, in one sentence; otherwise empty.',
  },
  refused: { images: '{}', status: '{}', 'sign-proof': 'false' },
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
