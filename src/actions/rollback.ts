import type { Cluster } from '../cluster/port.ts';
import type { RollbackRequest, RollbackResult } from '../release/rollback.ts';
import { rollbackSummary } from '../report/summary.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { defined } from '../toolkit/map.ts';
import { originOf } from '../toolkit/origin.ts';
import { parseFromRelease, parseReleaseNumber } from '../workloads/naming.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import { gitopsOf, rollBackByGit } from './gitops.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs, withdrawEarly } from './proofs.ts';
import { type ActionRequest, requestOf, withCluster } from './session.ts';
import { signatureDemand } from './trust.ts';

const engine = () => import('../release/rollback.ts');

export const rollbackAction = defineAction({
  name: 'rollback',
  description:
    'Roll back to the last verified release or a given one, including its configuration, and verify that it is live.',
  inputs: {
    environment: shared.environment,
    'to-release': optional(
      'Number of the release to restore. Default: the baseline of `from-release`, or without it the last verified release.',
    ),
    'from-release': optional(
      'Number of the release to roll back, or `run` for the release of this run. If another one came after it, nothing is changed. Default: the live release.',
    ),
    timeout: optional(
      'Time limit, such as `4m`. An unfinished rollback is then left to `sweep`, and the step fails. Default: no limit.',
    ),
    force: optional(
      'Reason to roll back a release that is not reversible (stored in its record), or to restore an image without a valid signature. Default: both are refused.',
    ),
    config: shared.config,
    'kube-context': shared.kubeContext,
    'deployments-token': shared.deploymentsToken,
    'gitops-token': shared.gitopsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    app: shared.appOutput,
    release: 'Number of the live release; empty if it is not known.',
    changed: '`true` if the rollback changed the cluster, otherwise `false`.',
    'rollback-seconds': 'Seconds from the first write until the release was fully restored.',
    state:
      '`complete`, `failed`, `not-needed` (`from-release` was never created, is already rolled back, or another release came after it) or `refused`. The last two change nothing.',
    record:
      'Folder with `decision.json` and `report.html` of the rollout that was rolled back; empty if none was in progress.',
    proof: proofOutput,
    reason:
      'Why the rollback failed, was not needed or, without `from-release` and `to-release`, changed nothing, in one sentence; otherwise empty.',
  },
  refused: { changed: 'false', state: 'refused', proof: 'none' },
  run: async (inputs, host) => {
    const from =
      inputs['from-release'] === ''
        ? undefined
        : parseFromRelease(inputs['from-release'], originOf(host.env));
    const to = inputs['to-release'] === '' ? undefined : parseReleaseNumber(inputs['to-release']);
    const timeout = shared.durationIfGiven('timeout', inputs.timeout);
    const force = shared.parseForce(inputs.force);
    const request = await requestOf(inputs, host);
    host.output('app', request.config.app);
    const gitops = gitopsOf(request.environment);
    if (gitops !== undefined)
      return rollBackByGit(inputs, { request, gitops, host }, { from, to, timeout, force });
    return withCluster(inputs, request.environment, host, engine, async (cluster, { rollback }) => {
      const onResult = async ({ release, changed, seconds, state, decision, reason }: RollbackResult) => {
        const live = liveOutput({ release, state });
        setOutputs(host, { release: live, changed, 'rollback-seconds': seconds.toFixed(2), state });
        host.output('record', await publishDecision(decision, host));
        host.output('reason', reason ?? '');
      };
      const until = timeout === undefined ? undefined : performance.now() + timeout;
      const what = { from, to, ...defined({ force, until }), onResult };
      const asked = { ...request, inputs, host };
      const { release, state, reason } = await rollBackAndPublish(cluster, rollback, asked, what);
      const tried = state === 'failed' ? 'rollback to release' : 'release';
      const said = release === undefined ? 'rollback' : `${tried} ${release}`;
      host.report(`${said}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
      if (state === 'complete' && reason !== undefined)
        host.annotate('warning', { title: 'rollback', message: reason });
      return state !== 'failed';
    });
  },
});

/** Returns the output `release`: empty after a failure, because then another release may be live. Pure. */
export const liveOutput = ({ release, state }: { release?: number | undefined; state: string }): string =>
  release === undefined || state === 'failed' ? '' : String(release);

/**
 * Rolls back, and shows it: in the job summary, as a GitHub deployment, and by the proofs at the images, which later environments read.
 * @param rollback the engine, which is imported late.
 */
export async function rollBackAndPublish(
  cluster: Cluster,
  rollback: typeof import('../release/rollback.ts').rollback,
  request: ActionRequest & {
    readonly inputs: Readonly<Record<'config' | 'environment' | 'deployments-token', string>>;
    readonly host: Host;
  },
  {
    onResult,
    ...what
  }: Pick<RollbackRequest, 'from' | 'to' | 'force' | 'because' | 'until'> & {
    /** Sets the outputs, before anything that may fail. */
    onResult?: (result: RollbackResult) => Promise<void>;
  },
): Promise<RollbackResult> {
  const { inputs, host } = request;
  let withdrawing = Promise.resolve(false);
  const requireSigned = await signatureDemand(inputs, { ...request, force: what.force });
  const result = await rollback(cluster, {
    ...request,
    ...what,
    onRollback: () => {
      // Called for the rollout first, and again for the live release.
      const both = Promise.all([withdrawing, withdrawEarly(cluster, request)]);
      withdrawing = both.then(([before, now]) => before || now);
    },
    ...(requireSigned === undefined ? {} : { requireSigned }),
  }).finally(() => withdrawing);
  await onResult?.(result);
  const { release, state } = result;
  await host.summary(rollbackSummary(request.config.app, result));
  const place = { app: request.config.app, environment: inputs.environment };
  if (release !== undefined && state === 'complete')
    await publishDeployment(host, inputs['deployments-token'], { ...place, release, state });
  const proved = result.verification?.verdict === 'pass' ? result.verification : undefined;
  await publishProofs(host, cluster, request, proved, await withdrawing);
  return result;
}
