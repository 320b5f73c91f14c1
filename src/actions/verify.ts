import { parseReleaseNumber } from '../release/workloads/naming.ts';
import { verifySummary } from '../report/summary.ts';
import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs } from './proofs.ts';
import { registryClient } from './registry.ts';
import { withRollout } from './session.ts';

const engine = () => import('../release/verify.ts');

export const verifyAction = defineAction({
  name: 'verify',
  description:
    'Prove that the running thing is the built thing and works; a release that passes is marked verified.',
  inputs: {
    environment: shared.environment,
    release: {
      description: 'Number of the release that must be serving. Default: whichever is.',
      default: '',
    },
    config: shared.config,
    context: shared.context,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    verdict:
      '`pass`, `fail`, or `unproved` (it serves and passes its checks, but was only found living, and nothing pins its images).',
    release: 'Number of the release.',
    checks: 'JSON list of the checks: `get`, `ok`, `reason`, `attempts`, `ms`.',
    zones: 'JSON list of zones: `zone`, `pods`, `ready`, `matching`.',
    proof: proofOutput,
    reason: 'What was not proved, in one sentence; empty when all was.',
  },
  refused: { verdict: 'fail', checks: '[]', zones: '[]', proof: 'none' },
  run: async (inputs, host) => {
    const release = inputs.release === '' ? undefined : parseReleaseNumber(inputs.release);
    return withRollout(inputs, host, engine, async (cluster, request, { verify }) => {
      const result = await verify(cluster, { ...request, release, registry: await registryClient() });
      const checks = result.checks.map(({ check, ok, reason, attempts, ms }) => ({
        get: check.get,
        ok,
        reason: reason ?? '',
        attempts,
        ms: Math.round(ms),
      }));
      host.output('verdict', result.verdict);
      host.output('release', String(result.release));
      host.output('checks', JSON.stringify(checks));
      host.output('zones', JSON.stringify(result.served.zones));
      host.output('reason', result.reasons.join('; '));
      await host.summary(verifySummary(request.config.app, result));
      for (const reason of result.reasons) host.report(reason);
      await publishProofs(
        host,
        cluster,
        { ...request, inputs },
        result.verdict === 'pass' ? result : undefined,
      );
      return result.verdict === 'pass';
    });
  },
});
