import { parseForce } from '../release/store/reversibility.ts';
import { parseFromRelease, parseReleaseNumber } from '../release/workloads/naming.ts';
import { rollbackSummary } from '../report/summary.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs, withdrawEarly } from './proofs.ts';
import { withRollout } from './session.ts';
import { signatureDemand } from './trust.ts';

const engine = () => import('../release/rollback.ts');

export const rollbackAction = defineAction({
  name: 'rollback',
  description:
    'Put the last verified release, or a named one, back with its configuration, and prove that it serves.',
  inputs: {
    environment: shared.environment,
    'to-release': {
      description:
        'Number of the release to go back to. Default: what served before the one of `from-release`; without that, the last verified one.',
      default: '',
    },
    'from-release': {
      description:
        'Number of the only release to roll back, or `run` for the one that this run recorded. When another came after it, nothing is changed. Default: whatever serves.',
      default: '',
    },
    within: {
      description:
        'At most this long, such as `4m`; what has not ended then is left to `sweep`, and the step fails. Default: as long as it takes.',
      default: '',
    },
    force: {
      description:
        'Why a release that is marked as not reversible may be gone back past (kept in its record), or an image put back that nothing shows to be signed. Default: neither may.',
      default: '',
    },
    config: shared.config,
    context: shared.context,
    'deployments-token': shared.deploymentsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    release: 'Number of the release that serves; empty when it is not known.',
    changed: '`false` when it was serving already, or nothing was to do.',
    seconds: 'Seconds from the first write until it was all there again.',
    state:
      '`complete`, `failed`, `not-needed` (the one of `from-release` was never made, is rolled back, or another came after it) or `refused`; the last two change nothing.',
    record: 'Folder with `decision.json` and `report.html` of a rollout that was ended; empty when none was.',
    proof: proofOutput,
    reason: 'Why it failed or was needless, in one sentence; empty when it did the work.',
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
    return withRollout(inputs, host, engine, async (cluster, request, { rollback }) => {
      let withdrawing = Promise.resolve(false);
      const requireSigned = await signatureDemand(inputs, { ...request, force, host });
      const result = await rollback(cluster, {
        ...request,
        onRollback: () => {
          // A rollout first, then what serves.
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
