import { verifySummary } from '../report/summary.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { parseReleaseNumber } from '../workloads/naming.ts';
import { checksOutput, gitopsOf, verifyByGit } from './gitops.ts';
import * as shared from './inputs.ts';
import { proofOutput, publishProofs } from './proofs.ts';
import { registryClient } from './registry.ts';
import { requestOf, withCluster } from './session.ts';

const engine = () => import('../release/verify.ts');

export const verifyAction = defineAction({
  name: 'verify',
  description:
    'Verify that the live pods run the released images and work. A release that passes is marked as verified.',
  inputs: {
    environment: shared.environment,
    release: optional('Number of the release that must be live. Default: the live release.'),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: optional(
      'JSON object of variables with the values of the identities and other secrets of `verify` in slipway.yml. They are added to the environment. Default: none.',
    ),
    'gitops-token': shared.gitopsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    verdict:
      '`pass`, `fail`, or `unproved` (the checks pass, but neither a record nor a digest says which images should run).',
    cause:
      'Cause of the verdict `fail`: `release`, or `environment` if the release cannot have caused any failure, so that a rollback would not help. Otherwise empty.',
    release: 'Number of the release.',
    checks:
      'JSON array of checks with `title`, `part` (of `verify` in slipway.yml), `get`, `ok`, `reason`, `cause`, `skipped`, `detail`, `attempts` and `ms`; of the matrix with `cell`, of dependencies with `edge`.',
    zones: 'JSON array of zones with `zone`, `pods`, `ready` and `matching`.',
    proof: proofOutput,
    reason: 'What could not be verified, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'fail', checks: '[]', zones: '[]', proof: 'none' },
  recorded: ['environment'],
  run: async (inputs, host) => {
    const release = inputs.release === '' ? undefined : parseReleaseNumber(inputs.release);
    const request = await requestOf(inputs, host);
    const gitops = gitopsOf(request.environment);
    if (gitops !== undefined) return verifyByGit(inputs, { request, gitops, host });
    return withCluster(inputs, request.environment, host, engine, async (cluster, { verify }) => {
      const result = await verify(cluster, { ...request, release, registry: await registryClient() });
      const { verdict, cause, checks, reasons } = result;
      setOutputs(host, {
        verdict,
        cause,
        release: result.release,
        checks: checksOutput(checks),
        zones: result.served.zones,
        reason: reasons.join('; '),
      });
      await host.summary(verifySummary(request.config.app, result));
      for (const reason of reasons) host.report(reason);
      const proved = verdict === 'pass' ? result : undefined;
      await publishProofs(host, cluster, { ...request, inputs }, proved);
      return verdict === 'pass';
    });
  },
});
