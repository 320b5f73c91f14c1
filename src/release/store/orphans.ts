import type { ConfigMap, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, placeOf, resources } from '../../cluster/resources.ts';
import { type FencingToken, stampOf } from '../../traffic/fence.ts';
import { pathTo, type Ref, type Workload } from '../workloads/kinds.ts';
import { labels, type ReleaseNumber, selecting } from '../workloads/naming.ts';
import { LeaseLost } from '../workloads/overtaken.ts';
import { type Created, fencedDelete } from './fenced-writes.ts';
import { isOver } from './phases.ts';
import { isWhole, type Release, ReleaseStore, restorable } from './releases.ts';
import { hasHadOtherReleases, isMadeBy } from './restore.ts';
import { readState } from './rollout-state.ts';
import type { ReleaseRecord, RolloutState } from './schema.ts';

/** What is left of releases whose run ended before the state named them, or after it named another. */

export interface Orphans {
  /** Records that do not say how their release ended. */
  open: Release[];
  /** Owners of temporary objects; none is needed while no rollout is under way. */
  fences: ConfigMap[];
  /** What a run made of a first release when that had been rolled back already. */
  strays: Created[];
}

/** Whether a release ended without a word; what serves did not end. Pure. */
export function isAbandoned({ record, outcome }: Release, live: Workload | undefined): boolean {
  return outcome === undefined && live?.metadata?.annotations?.[labels.release] !== String(record.release);
}

/** What is left while no rollout is under way; undefined when there is nothing, or when one is. */
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
  const open = releases.filter(release => isAbandoned(release, live));
  const strays = await findStrays(cluster, { app, namespace, live }, entry?.rollout, releases);
  const none = open.length === 0 && fences.items.length === 0 && strays.length === 0;
  return none ? undefined : { open, fences: fences.items, strays };
}

/**
 * A run that rolls back the first release of another run removes all that it made, and the state keeps the list. What bears the stamp of that
 * other run there was made by it afterwards, when it woke up from a stop. Where the workload has had another release, nothing is looked for.
 */
async function findStrays(
  cluster: Cluster,
  { app, namespace, live }: { app: string; namespace: string; live: Workload | undefined },
  rollout: RolloutState | undefined,
  releases: readonly Release[],
): Promise<Created[]> {
  const { phase, makes = [], candidate, token = 0 } = rollout ?? {};
  const record = releases.find(each => each.record.release === candidate)?.record;
  if (phase !== 'rolled-back' || record === undefined || record.token >= token) return [];
  if (hasHadOtherReleases(live, record.release)) return [];
  const { manifests } = record;
  const strays: Created[] = [];
  for (const path of makes.filter(each => placeOf(each)?.namespace === namespace)) {
    const object = await cluster.get<KubeObject>(path);
    const { uid, deletionTimestamp } = object?.metadata ?? {};
    if (object === undefined || uid === undefined || deletionTimestamp !== undefined) continue;
    if (stampOf(object, app) === record.token && isMadeBy(object, { path, namespace, app, manifests }))
      strays.push({ path, uid });
  }
  return strays;
}

/** Releases before the one that serves now whose rollback had no end: the baseline could not carry the traffic, and that one came. Pure. */
export function supersededBy(releases: readonly Release[], serving: ReleaseNumber): Release[] {
  return releases.filter(({ record, outcome }) => record.release < serving && outcome === undefined);
}

/** Closes the records and removes the rest. Under the lease: nobody else begins a release meanwhile. */
export async function removeOrphans(
  cluster: Cluster,
  namespace: string,
  { app, token }: FencingToken,
  { open, fences, strays }: Orphans,
  report: (line: string) => void,
): Promise<void> {
  const records = new ReleaseStore(cluster, namespace, app);
  for (const { record } of open) {
    await records.conclude({
      schema: 1,
      release: record.release,
      state: 'rolled-back',
      token,
      reason: `${record.by.actor} in ${record.by.run} ended before anything of it was applied`,
    });
  }
  for (const { metadata } of fences) {
    await cluster.remove(pathOf(resources.configMap, namespace, metadata?.name), metadata?.uid);
  }
  for (const { path, uid } of strays) {
    const object = await fencedDelete(cluster, path, app, token, uid);
    if (object === undefined) continue;
    report(
      `removing ${object.kind}/${object.metadata?.name}, which was made after its release was rolled back`,
    );
  }
}

/**
 * Says of every release after the one that was gone back to that it was left, that of a dead or displaced run included:
 * none of them is one that a later rollback may choose by itself.
 */
export async function markSuperseded(
  records: ReleaseStore,
  to: ReleaseNumber,
  { token, at, reason }: { token: number; at: string; reason: (left: ReleaseRecord) => string },
): Promise<void> {
  const skipped = (await records.list()).filter(
    release =>
      release.record.release > to &&
      // What a newer run has begun since is not this one's to leave.
      release.record.token <= token &&
      (release.outcome === undefined || isWhole(release)),
  );
  for (const { record, outcome } of skipped) {
    await records.conclude({
      schema: 1,
      release: record.release,
      state: 'rolled-back',
      at,
      token,
      reason: reason(record),
      ...restorable(outcome),
    });
  }
}

/**
 * A run that was overtaken closes its own records, but for one that the newer run goes on with.
 */
export async function closeOwn(
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
      (release.outcome === undefined || isWhole(release)),
  );
  for (const { record } of own) {
    const reason = 'another run took over before anything of it was applied';
    await records
      .conclude({ schema: 1, release: record.release, state: 'rolled-back', token, reason })
      // The newer run has closed it.
      .catch((error: unknown) => {
        if (!(error instanceof LeaseLost)) throw error;
      });
  }
}
