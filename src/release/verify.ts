import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { acceptance } from '../verify/acceptance.ts';
import { type CheckResult, type FailureCause, sentenceOf } from '../verify/checks.ts';
import type { Served } from '../verify/served.ts';
import { isComplete, progressText } from '../workloads/controllers.ts';
import { pathTo, titleOf, type Workload } from '../workloads/kinds.ts';
import { labels, type ReleaseNumber } from '../workloads/naming.ts';
import { releaseOf, workersOf } from '../workloads/workers.ts';
import {
  acceptedDigests,
  readWhenSettled,
  type VerifiedWorker,
  verifyWorkers,
  waitUntilServed,
} from './served-digests.ts';
import { pinnedImages } from './store/pinned-images.ts';
import { recordedEnvironment } from './store/recorded-environment.ts';
import { ReleaseStore } from './store/releases.ts';

interface VerifyRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  /** Default: the live release. */
  release: ReleaseNumber | undefined;
  /** Resolves the digests of an index's platforms; without it, only the recorded digest proves an image. */
  registry?: RegistryClient;
  report: (line: string) => void;
  /** Where the identities of `verify` are read. Without it, only checks without secrets are run. */
  env?: NodeJS.ProcessEnv;
}

export interface Verification {
  /** `unproved`: nothing failed, but no record or digest says which images it should run, or checks were left out. */
  verdict: 'pass' | 'fail' | 'unproved';
  release: ReleaseNumber;
  /** Container → digest that every live pod was shown to run. */
  digests: Record<string, string>;
  /** The images of the release that the workload and its workers name; other images were not verified. */
  shown: string[];
  served: Served;
  workers: VerifiedWorker[];
  checks: CheckResult[];
  /** Where the requests went. */
  address: string;
  reasons: string[];
  /** Of a verdict `fail`: `environment` if no reason can be the fault of the release, so that a rollback is no remedy. */
  cause?: FailureCause;
}

/**
 * Verifies that the live pods run what was built, and that it works: digests from the pods' own status, endpoints of the Service,
 * zones, and the checks of slipway.yml. Marks a release that passes as verified, except an adopted one with tags: they may point to
 * another image tomorrow.
 * @throws UserError when Slipway has not released this application here.
 */
export async function verify(cluster: Cluster, request: VerifyRequest): Promise<Verification> {
  const { config, environment, report } = request;
  const records = new ReleaseStore(cluster, environment.namespace, config.app, report);
  const live = await readWhenSettled(cluster, pathTo(environment.namespace, environment.workload));
  const serving = releaseOf(live) as ReleaseNumber | undefined;
  if (live === undefined || serving === undefined) {
    throw new UserError(
      `${titleOf(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`,
      'deploy a release first',
    );
  }
  const wanted = request.release ?? serving;
  const release = (await records.list()).find(({ record }) => record.release === serving);
  const pinned = pinnedImages(live, release?.record);
  const { workers: listed } = recordedEnvironment(release?.record, request.environmentName, environment);
  const known = [
    ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
    ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
    ...(isComplete(live) ? [] : [`release ${serving} is not fully rolled out: ${progressText(live)}`]),
  ];
  const digests = await acceptedDigests(pinned.images, request.registry, report);
  const running = Promise.all([
    waitUntilServed(cluster, environment, live, digests),
    verifyWorkers(cluster, environment, workersOf({ workers: listed }), release?.record, request),
  ]);
  const problems = running.then(all => [...known, ...all.flatMap(({ reasons }) => reasons)]);
  const [[served, workers], accepted] = await Promise.all([
    running,
    acceptance(cluster, {
      environment,
      env: request.env,
      // Their answers would be recorded as those of the release that was requested.
      ...(wanted === serving ? {} : { parts: [] }),
      owner: probeOwner(config.app, environment.namespace),
      mayChange: problems.then(
        all => all.length === 0,
        () => false,
      ),
    }),
  ]);
  const checks = accepted.results;
  const failed = checks.filter(({ ok }) => !ok);
  const reasons = [
    ...(await problems),
    ...failed.map(sentenceOf),
    ...(await unchanged(cluster, environment, live)),
  ];
  const unpinned = Object.keys(pinned.images).length === 0;
  const isVerified = release?.outcome?.state === 'verified';
  // A rollback has no identities: what it does not ask is not shown.
  const partly = accepted.partly && !isVerified;
  const unproved = reasons.length === 0 && (unpinned || partly);
  if (reasons.length === 0 && release !== undefined && !unproved) {
    const obstacle = await records.markVerified(release, live.spec?.template);
    if (obstacle !== undefined) reasons.push(obstacle);
  }
  const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
  if (unproved) {
    reasons.push(
      unpinned
        ? `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`
        : `release ${serving} is not marked as verified: this run has no identities, so only some checks were run; run \`verify\``,
    );
  }
  const isOfRelease = reasons.length > failed.length || failed.some(({ cause }) => cause !== 'environment');
  const cause: Pick<Verification, 'cause'> =
    verdict === 'fail' ? { cause: isOfRelease ? 'release' : 'environment' } : {};
  if (cause.cause === 'environment')
    reasons.push(
      `release ${serving} is not the cause: it stays live, but is not marked as verified. Fix the cause, then run \`verify\` again`,
    );
  report(`release ${wanted}: ${words[verdict]}`);
  return {
    verdict,
    release: wanted,
    digests: pinned.images,
    shown: [...new Set([...pinned.named, ...workers.named])],
    served,
    workers: workers.workers,
    checks,
    address: accepted.address,
    reasons,
    ...cause,
  };
}

/** Whose the Job is that asks the dependencies. */
export const probeOwner = (app: string, namespace: string) => ({
  app,
  namespace,
  labels: { [labels.app]: app, [labels.kind]: 'probe' },
});

const words: Record<Verification['verdict'], string> = {
  pass: 'verification passed',
  fail: 'verification failed',
  unproved: 'it is live, but cannot be verified',
};

/** Answers prove nothing if the workload changed meanwhile. */
async function unchanged(cluster: Cluster, environment: Environment, before: Workload): Promise<string[]> {
  const after = await cluster.get<Workload>(pathTo(environment.namespace, environment.workload));
  const same =
    after?.metadata?.uid === before.metadata?.uid &&
    JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
    releaseOf(after) === releaseOf(before);
  return same ? [] : ['the workload was changed while it was being verified'];
}
