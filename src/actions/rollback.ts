import { parseForce } from '../release/store/reversibility.ts';
import { parseFromRelease, parseReleaseNumber } from '../release/workloads/naming.ts';
import { rollbackSummary } from '../report/summary.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs, withdrawEarly } from './proofs.ts';
import { requestOf, withCluster } from './session.ts';
import { signatureDemand } from './trust.ts';

const engine = () => import('../release/rollback.ts');

export const rollbackAction = defineAction({
  name: 'rollback',
  description:
    'Roll back to the last verified release or a given one, including its configuration, and verify that it is live.',
  inputs: {
    environment: shared.environment,
    'to-release': {
      description:
        'Number of the release to restore. Default: the baseline of `from-release`, or without it the last verified release.',
      default: '',
    },
    'from-release': {
      description:
        'Number of the release to roll back, or `run` for the release of this run. If another one came after it, nothing is changed. Default: the live release.',
      default: '',
    },
    within: {
      description:
        'Time limit, such as `4m`. An unfinished rollback is then left to `sweep`, and the step fails. Default: no limit.',
      default: '',
    },
    force: {
      description:
        'Reason to roll back a release that is not reversible (stored in its record), or to restore an image without a valid signature. Default: both are refused.',
      default: '',
    },
    config: shared.config,
    context: shared.context,
    'deployments-token': shared.deploymentsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    release: 'Number of the live release; empty if it is not known.',
    changed: '`true` if the rollback changed the cluster, otherwise `false`.',
    seconds: 'Seconds from the first write until the release was fully restored.',
    state:
      '`complete`, `failed`, `not-needed` (`from-release` was never created, is already rolled back, or another release came after it) or `refused`. The last two change nothing.',
    record:
      'Folder with `decision.json` and `report.html` of the rollout that was rolled back; empty if none was in progress.',
    proof: proofOutput,
    reason: 'Why the rollback failed or was not needed, in one sentence; otherwise empty.',
  },
  refused: { changed: 'false', state: 'refused', proof: 'none' },
  run: async (inputs, host) => {
    const from =
      inputs['from-release'] === ''
        ? undefined
        : parseFromRelease(inputs['from-release'], originOf(host.env));
    const to = inputs['to-release'] === '' ? undefined : parseReleaseNumber(inputs['to-release']);
    const within = inputs.within === '' ? undefined : shared.durationOf('within', inputs.within);
    const force = parseForce(inputs.force);
    const request = await requestOf(inputs, host);
    return withCluster(inputs, request.environment, host, engine, async (cluster, { rollback }) => {
      let withdrawing = Promise.resolve(false);
      const requireSigned = await signatureDemand(inputs, { ...request, force, host });
      const result = await rollback(cluster, {
        ...request,
        onRollback: () => {
          // Called for the rollout first, and again for the live release.
          const both = Promise.all([withdrawing, withdrawEarly(cluster, request)]);
          withdrawing = both.then(([before, now]) => before || now);
        },
        from,
        to,
        ...(force === undefined ? {} : { force }),
        ...(requireSigned === undefined ? {} : { requireSigned }),
        ...(within === undefined ? {} : { until: performance.now() + within }),
      }).finally(() => withdrawing);
      const { release, state, reason } = result;
      host.output('release', String(release ?? ''));
      host.output('changed', String(result.changed));
      host.output('seconds', result.seconds.toFixed(2));
      host.output('state', state);
      host.output(
        'record',
        result.decision === undefined ? '' : await publishDecision(result.decision, host),
      );
      host.output('reason', reason ?? '');
      await host.summary(rollbackSummary(request.config.app, result));
      if (release !== undefined && state === 'complete') {
        await publishDeployment(host, inputs['deployments-token'], {
          ...{ app: request.config.app, environment: inputs.environment, release, state },
        });
      }
      const proved = result.verification?.verdict === 'pass' ? result.verification : undefined;
      await publishProofs(host, cluster, { ...request, inputs }, proved, await withdrawing);
      const what = release === undefined ? 'rollback' : `release ${release}`;
      host.report(`${what}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
      return state !== 'failed';
    });
  },
});
