import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { type Ref, traitsOf } from '../../workloads/kinds.ts';
import { labels } from '../../workloads/naming.ts';
import type { ShippedConfig } from '../../workloads/shipped.ts';
import { hasSucceeded, type Release, ReleaseStore } from './releases.ts';
import { irreversibleSince } from './reversibility.ts';

/** Number of releases to keep, beside those that are still needed. */
const keptReleases = 10;

/**
 * Returns the releases to remove: all but the newest ten, the last verified and complete ones, the baselines of these, and the last
 * irreversible one that is newer than any of them. Pure.
 * @param releases newest first.
 */
export function expiredReleases(releases: Release[]): Release[] {
  const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
  const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
  if (verified !== undefined) kept.add(verified.record.release);
  const whole = releases.find(hasSucceeded);
  if (whole !== undefined) kept.add(whole.record.release);
  // Not the baselines of baselines: every release has one, so none would ever expire.
  const baselines = releases
    .filter(({ record }) => kept.has(record.release))
    .map(({ record }) => record.baseline);
  for (const baseline of baselines) if (baseline !== undefined) kept.add(baseline);
  // Without it a rollback past it would not be refused. One of the newest ten may be rolled back itself.
  const [irreversible] = irreversibleSince(releases.slice(keptReleases), Math.min(...kept));
  if (irreversible !== undefined) kept.add(irreversible.record.release);
  return releases.filter(({ record }) => !kept.has(record.release));
}

/** Returns the shipped copies that only expired releases name, and that no revision kept by a controller uses. Pure. */
export function unusedCopies(
  gone: Release[],
  kept: Release[],
  revisions: readonly unknown[],
): ShippedConfig[] {
  const needed = new Set(
    kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)),
  );
  // An adopted release shipped nothing, but its template may name copies of an earlier release.
  const used = JSON.stringify([
    revisions,
    kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
  ]);
  const candidates = gone.flatMap(({ record }) => record.shipped);
  return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}

/** Returns the path of a shipped copy. Pure. */
export const pathOfCopy = (
  namespace: string,
  { kind, copy }: Pick<Release['record']['shipped'][number], 'kind' | 'copy'>,
): string => pathOf(kind === 'ConfigMap' ? resources.configMap : resources.secret, namespace, copy);

const isShipped = (live: KubeObject | undefined, app: string) =>
  live?.metadata?.labels?.[labels.app] === app && live.metadata.labels[labels.kind] === 'shipped';

/**
 * Removes expired releases and the configuration that only they shipped.
 * @param refs the workloads of the application, whose revisions may use it.
 */
export async function collectGarbage(
  cluster: Cluster,
  namespace: string,
  app: string,
  refs: readonly Ref[],
  releases: Release[],
): Promise<void> {
  const gone = expiredReleases(releases);
  if (gone.length === 0) return;
  const kept = releases.filter(release => !gone.includes(release));
  const revisions = await listRevisions(cluster, namespace, refs);
  for (const { kind, copy } of unusedCopies(gone, kept, revisions)) {
    const path = pathOfCopy(namespace, { kind, copy });
    const live = await cluster.get<KubeObject>(path);
    // A forged record can name any object; only a user who may write Secrets can label one.
    if (isShipped(live, app)) await cluster.remove(path, live?.metadata?.uid);
  }
  const records = new ReleaseStore(cluster, namespace, app);
  for (const { record } of gone) await records.remove(record.release);
}

/** Lists the revisions that controllers keep, to which kubectl can roll back. */
export async function listRevisions(
  cluster: Cluster,
  namespace: string,
  refs: readonly Ref[],
): Promise<KubeObject[]> {
  const kept = new Set(refs.flatMap(({ kind }) => traitsOf(kind).revisions ?? []));
  const lists = await Promise.all(
    [...kept].map(resource => cluster.list<KubeObject>(pathOf(resource, namespace))),
  );
  return lists.flatMap(({ items }) => items);
}
