import type { ConfigMap, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, placeOf, resources } from '../../cluster/resources.ts';
import { originText } from '../../toolkit/origin.ts';
import { type FencingToken, tokenOn } from '../../traffic/fencing-token.ts';
import { isKept } from '../../workloads/controllers.ts';
import { pathTo, type Ref, type Workload } from '../../workloads/kinds.ts';
import { type ReleaseNumber, selecting } from '../../workloads/naming.ts';
import { releaseOf } from '../../workloads/workers.ts';
import { fencedDelete, LeaseLost } from './fencing.ts';
import { hasHadOtherReleases, isCreatedBy } from './first-release.ts';
import { isOver } from './phases.ts';
import { hasSucceeded, type Release, ReleaseStore } from './releases.ts';
import { readState } from './rollout-state.ts';
import type { RolloutState } from './schema.ts';

/** Objects of releases whose run ended before the state named the release, or after it named another one. */

interface Orphan {
  path: string;
  uid: string;
}

interface Orphans {
  /** Releases without an outcome. */
  abandoned: Release[];
  /** Owners of temporary objects; none is needed while no rollout is under way. */
  fences: ConfigMap[];
  /** Objects that a run created for a first release after its rollback. */
  orphans: Orphan[];
}

/** Whether a release ended without an outcome; the live release has not ended. Pure. */
function isAbandoned({ record, outcome }: Release, live: Workload | undefined): boolean {
  return outcome === undefined && releaseOf(live) !== record.release;
}

/** Finds the orphans of an application; undefined when there are none, or while a rollout is under way. */
export async function findOrphans(
  cluster: Cluster,
  namespace: string,
  app: string,
  workload: Ref,
  report?: (line: string) => void,
): Promise<Orphans | undefined> {
  const [entry, releases, live, fences] = await Promise.all([
    readState(cluster, namespace, app),
    new ReleaseStore(cluster, namespace, app, report).list(),
    cluster.get<Workload>(pathTo(namespace, workload)),
    cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
      labelSelector: selecting.fences(app),
    }),
  ]);
  if (entry !== undefined && !isOver(entry.rollout.phase)) return undefined;
  const abandoned = releases.filter(release => isAbandoned(release, live));
  const orphans = await findCreatedAfterRollback(cluster, { app, namespace, live }, entry?.rollout, releases);
  const none = abandoned.length === 0 && fences.items.length === 0 && orphans.length === 0;
  return none ? undefined : { abandoned, fences: fences.items, orphans };
}

/**
 * Finds objects that a stalled run created for its first release after another run had rolled that back. The rollback removed every
 * object in the state's list, so one that is there with the token of the stalled run was created later. Finds none if the workload has
 * had another release.
 */
async function findCreatedAfterRollback(
  cluster: Cluster,
  { app, namespace, live }: { app: string; namespace: string; live: Workload | undefined },
  rollout: RolloutState | undefined,
  releases: readonly Release[],
): Promise<Orphan[]> {
  const { phase, createdObjects = [], candidate, token = 0 } = rollout ?? {};
  const record = releases.find(each => each.record.release === candidate)?.record;
  if (phase !== 'rolled-back' || record === undefined || record.token >= token) return [];
  if (hasHadOtherReleases(live, record.release)) return [];
  const orphans: Orphan[] = [];
  for (const path of createdObjects.filter(each => placeOf(each)?.namespace === namespace)) {
    const object = await cluster.get<KubeObject>(path);
    const { uid, deletionTimestamp } = object?.metadata ?? {};
    if (object === undefined || uid === undefined || deletionTimestamp !== undefined) continue;
    if (isKept(object)) continue;
    if (tokenOn(object, app) === record.token && isCreatedBy(object, app, record.manifests))
      orphans.push({ path, uid });
  }
  return orphans;
}

/** Returns earlier releases whose rollback never ended: the baseline could not take the traffic, and the live one superseded them. Pure. */
export function supersededBy(releases: readonly Release[], serving: ReleaseNumber): Release[] {
  return releases.filter(({ record, outcome }) => record.release < serving && outcome === undefined);
}

/** Closes the records and removes the other orphans. Called under the Lease, so that no release begins meanwhile. */
export async function removeOrphans(
  cluster: Cluster,
  namespace: string,
  writer: FencingToken,
  { abandoned, fences, orphans }: Orphans,
  report: (line: string) => void,
): Promise<void> {
  const { app, token } = writer;
  const records = new ReleaseStore(cluster, namespace, app);
  for (const { record } of abandoned) {
    const reason = `${originText(record.by)} ended before it applied anything`;
    await records.markRolledBack(record.release, { token, reason });
  }
  for (const { metadata } of fences) {
    await cluster.remove(pathOf(resources.configMap, namespace, metadata?.name), metadata?.uid);
  }
  for (const { path, uid } of orphans) {
    const object = await fencedDelete(cluster, path, writer, uid);
    if (object === undefined) continue;
    report(
      `removing ${object.kind}/${object.metadata?.name}, which was created after its release was rolled back`,
    );
  }
}

/**
 * Marks every release after the restored one as rolled back, including those of dead or displaced runs, so that no later rollback
 * chooses them by default.
 * @param live the release in the workload: an earlier one that needs action stays there if this one failed before it was written.
 */
export async function markRolledBackAfter(
  records: ReleaseStore,
  to: ReleaseNumber,
  live: number | undefined,
  { token, reason }: { token: number; reason: string },
): Promise<void> {
  const skipped = (await records.list()).filter(
    release =>
      release.record.release > to &&
      release.record.release !== live &&
      // A release that a newer run has begun is not this run's to mark.
      release.record.token <= token &&
      (release.outcome === undefined || hasSucceeded(release)),
  );
  for (const { record } of skipped) await records.markRolledBack(record.release, { token, reason });
}

/** Marks the releases of a run as rolled back after another run has taken over, except those that the newer run needs. */
export async function markOwnRolledBack(
  cluster: Cluster,
  namespace: string,
  app: string,
  token: number,
): Promise<void> {
  const records = new ReleaseStore(cluster, namespace, app);
  const [entry, releases] = await Promise.all([readState(cluster, namespace, app), records.list()]);
  const { candidate, baseline } = entry?.rollout ?? {};
  const own = releases.filter(
    release =>
      release.record.token === token &&
      release.record.release !== candidate &&
      release.record.release !== baseline &&
      (release.outcome === undefined || hasSucceeded(release)),
  );
  for (const { record } of own) {
    const reason = 'another run took over before anything was applied';
    await records
      .markRolledBack(record.release, { token, reason }, { holds: false })
      // The newer run has closed it.
      .catch((error: unknown) => {
        if (!(error instanceof LeaseLost)) throw error;
      });
  }
}
