import type { HorizontalPodAutoscaler } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Config, Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Origin, originText } from '../../toolkit/origin.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { updateBlocker } from '../../workloads/controllers.ts';
import { manifestOf, pathTo, refOfKey, titleOf, type Workload } from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { canonicalTemplate, runsTemplate } from '../../workloads/pods.ts';
import { readWorkers, releaseOf } from '../../workloads/workers.ts';
import { workersAt } from '../store/baseline.ts';
import type { Lease } from '../store/lease.ts';
import { markRolledBackAfter } from '../store/orphans.ts';
import { type Release, ReleaseStore, type RestorableRelease } from '../store/releases.ts';
import { forcedBecause, irreversibleSince } from '../store/reversibility.ts';
import { beginState } from '../store/rollout-state.ts';
import type { RolloutRequest } from './context.ts';
import { advanceRollout } from './run.ts';

/** The rollback to an earlier release while no rollout is under way. */

interface RestoreReleaseRequest extends Omit<RolloutRequest, 'wait' | 'signal'> {
  config: Config;
  environmentName: string;
  origin: Origin;
  /** Why the rollback may go past a release that is not reversible. */
  force?: string;
  /** What made it necessary, if no person asked for it. */
  because?: string;
  /** Milliseconds until the release must be ready. */
  deadline: number;
  /** Called when the state is written, before the workload is changed. */
  onRollback?: () => void;
}

export interface RestoredRelease {
  /** False when that release was live already. */
  changed: boolean;
  /** From the first write until the release was ready. */
  seconds: number;
  /** Why it does not become ready. */
  problem?: string;
}

/**
 * Restores a release in the workload. The state describes that as a rollout in phase `rolling-back`, so that any later run can finish it.
 * @throws LeaseLost when another run has taken over.
 */
export async function restoreRelease(
  cluster: Cluster,
  request: RestoreReleaseRequest,
  environment: Environment,
  target: RestorableRelease,
  lease: Lease,
): Promise<RestoredRelease> {
  const { config, environmentName, origin, force, because, deadline, report } = request;
  const { namespace, workload } = environment;
  const { release } = target.record;
  const { token } = lease;
  const records = new ReleaseStore(cluster, namespace, config.app);
  const [live, releases] = await Promise.all([
    cluster.get<Workload>(pathTo(namespace, workload)),
    records.list(),
  ]);
  const at = cluster.now();
  const past = irreversibleSince(releases, release).length > 0 && force !== undefined;
  const reason = `rolled back to release ${release} by ${originText(origin)}${becauseOf(because)}${past ? `, ${forcedBecause(force)}` : ''}`;
  if (isLive(live, target) && (await workersAreThere(cluster, namespace, { target, releases, report }))) {
    report(`release ${release} is live already`);
    await markRolledBackAfter(records, release, undefined, { token, reason });
    return { changed: false, seconds: 0 };
  }
  const obstacle = live && updateBlocker(live);
  if (obstacle !== undefined)
    throw new UserError(
      `${obstacle.message}, so release ${release} cannot become ready in it`,
      obstacle.remedy,
    );
  report(`rolling back to release ${release}`);
  await beginState(cluster, namespace, {
    schema: 1,
    app: config.app,
    environment: environmentName,
    token,
    run: origin,
    strategy: 'rolling',
    phase: 'rolling-back',
    restoresRelease: true,
    step: 0,
    weight: 0,
    baseline: release,
    candidate: releaseToReplace(live, releases, release) ?? release,
    capacity:
      live === undefined ? await replicasOfGone(cluster, environment, target) : (live.spec?.replicas ?? 1),
    startedAt: at,
    since: at,
    deadline: at + deadline,
    abortRequested: { by: originText(origin), at },
    reason,
  });
  request.onRollback?.();
  const { end, ms } = await advanceRollout(cluster, { ...request, wait: 0 }, lease, {
    command: 'rollback',
    goal: 'done',
  });
  const done = { changed: true, seconds: ms / 1000 };
  return end.state === 'needs-action' ? { ...done, problem: end.reason } : done;
}

/** Returns the part of a reason that names the cause. Pure. */
export const becauseOf = (because: string | undefined): string =>
  because === undefined ? '' : `, because ${because}`;

/** Returns the replicas for a deleted workload: what its autoscaler wanted last, because the record leaves the number to that. */
async function replicasOfGone(
  cluster: Cluster,
  { namespace, workload }: Environment,
  { record }: Release,
): Promise<number> {
  const path = pathOf(resources.horizontalPodAutoscaler, namespace);
  const { items } = await cluster.list<HorizontalPodAutoscaler>(path);
  const wanted = autoscalersOf(items, workload).map(({ spec, status }) =>
    Math.max(spec?.minReplicas ?? 1, status?.desiredReplicas ?? 0),
  );
  return Math.max(manifestOf(record, workload)?.spec?.replicas ?? 1, ...wanted);
}

/** Returns the release that the workload's annotation names, if its record is enough for another run to finish the rollback. Pure. */
export function releaseToReplace(
  live: Workload | undefined,
  releases: readonly Release[],
  target: ReleaseNumber,
): ReleaseNumber | undefined {
  const record = releases.find(each => each.record.release === releaseOf(live))?.record;
  return record?.source === 'released' && record.release !== target ? record.release : undefined;
}

/** Whether all workers have the templates of the release. A missing one is not recreated: it was deleted on purpose. */
async function workersAreThere(
  cluster: Cluster,
  namespace: string,
  {
    target,
    releases,
    report,
  }: { target: RestorableRelease; releases: readonly Release[]; report: (line: string) => void },
): Promise<boolean> {
  const known = workersAt(target, releases);
  const liveWorkers = await readWorkers(cluster, namespace, Object.keys(known).map(refOfKey));
  const { release } = target.record;
  return Object.entries(known).every(([name, before]) => {
    const live = liveWorkers[name];
    if (before === null) return releaseOf(live) === undefined;
    if (live === undefined) {
      report(
        `warning: ${titleOf(refOfKey(name))}, a worker of release ${release}, no longer exists and is not recreated`,
      );
      return true;
    }
    return releaseOf(live) === release && runsTemplate(live, canonicalTemplate(before.template));
  });
}

/** Whether the workload runs the release already. Pure. */
export function isLive(live: Workload | undefined, target: RestorableRelease): boolean {
  return (
    releaseOf(live) === target.record.release &&
    runsTemplate(live, canonicalTemplate(target.outcome.template))
  );
}
