import type { Manifest } from '../../cluster/manifests.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Strategy } from '../../config/types.ts';
import { pathTo, type Workload } from '../../workloads/kinds.ts';
import { readWorkers, workersOf } from '../../workloads/workers.ts';
import type { GateSetup } from '../gate/setup.ts';
import { lifetimeOfRelease, requireLifetime, withWait } from '../permissions/credential-life.ts';
import { blockingProblem } from '../rollout/earlier-rollout.ts';
import { readState, releaseNeedingAction } from '../store/rollout-state.ts';
import { type DryRun, dryRunRelease } from './dry-run.ts';
import { checkExposure } from './exposure.ts';
import { type LiveState, readLiveState } from './live-state.ts';
import type { DeployRequest } from './release-objects.ts';
import { strategyFor } from './strategy.ts';

/** A release that passed preflight, with the live state against which it was checked. */
export interface PassedPreflight extends Pick<DryRun, 'salt' | 'plan' | 'targets'> {
  liveState: LiveState;
  /** The effective strategy: rolling where there is nothing to compare with. */
  kind: Strategy['kind'];
  gateSetup: GateSetup | undefined;
}

/**
 * Runs preflight after the live state was read: the credential, the objects, the traffic. Writes nothing.
 * @throws UserError for the first problem.
 */
export async function passPreflight(
  cluster: Cluster,
  request: DeployRequest,
  candidate: Manifest[],
  liveState: LiveState,
): Promise<PassedPreflight> {
  const { config, environment, report, wait } = request;
  const need = lifetimeOfRelease(environment, strategyFor(environment, liveState).kind);
  await requireLifetime(cluster, withWait(need, wait), report);
  const { problems, ...dryRun } = await dryRunRelease(cluster, request, candidate, liveState);
  if (problems[0] !== undefined) throw problems[0];
  const entry = await readState(cluster, environment.namespace, config.app);
  const blocking = await blockingProblem(cluster, request, entry);
  if (blocking !== undefined) throw blocking;
  const { kind, gateSetup, said, warnings, ...exposure } = await checkExposure(
    cluster,
    request,
    liveState,
    dryRun,
  );
  if (exposure.problems[0] !== undefined) throw exposure.problems[0];
  for (const warning of warnings) report(`warning: ${warning}`);
  for (const sentence of said) report(sentence);
  report('preflight passed');
  return { ...dryRun, liveState, kind, gateSetup };
}

/**
 * Reads the live state again under the Lease. If another run was active since preflight, or the strategy of this release changes,
 * preflight runs again: objects, gate, routes and capacity may be others.
 * @throws UserError as preflight does.
 */
export async function recheck(
  cluster: Cluster,
  request: DeployRequest,
  candidate: Manifest[],
  before: PassedPreflight,
): Promise<PassedPreflight> {
  const { config, environment, report } = request;
  const { namespace, workload } = environment;
  const [liveWorkload, entry, liveWorkers] = await Promise.all([
    cluster.get<Workload>(pathTo(namespace, workload)),
    readState(cluster, namespace, config.app),
    readWorkers(cluster, namespace, workersOf(environment)),
  ]);
  const now = { ...before.liveState, liveWorkload, needsAction: releaseNeedingAction(entry) };
  if (entry?.text !== before.liveState.state || strategyFor(environment, now).kind !== before.kind) {
    report('the application has changed since preflight: running preflight again');
    const liveState = await readLiveState(cluster, request, candidate);
    return passPreflight(cluster, { ...request, wait: 0 }, candidate, liveState);
  }
  const workers = Object.entries(before.liveState.workers).map(([name, worker]) => [
    name,
    { ...worker, live: liveWorkers[name] },
  ]);
  return { ...before, liveState: { ...now, workers: Object.fromEntries(workers) } };
}
