import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { digestsIn, imagesIn } from '../../image/mentions.ts';
import type { Digest } from '../../image/reference.ts';
import { keyOf, pathTo, podTemplatesOf, type Ref, titleOf, traitsOf } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { Revision } from '../workloads/pods.ts';
import type { ShippedConfig } from '../workloads/shipped.ts';
import { workersOf } from '../workloads/workers.ts';
import { isRestorableRelease, type Release, ReleaseStore } from './releases.ts';
import { irreversibleSince } from './reversibility.ts';

/** Number of releases to keep, beside those that are still needed. */
const keptReleases = 10;

/**
 * Returns the releases to remove: all but the newest ten, the last verified and complete ones, the baselines of these, and the last
 * irreversible one that is newer than any of them. Pure.
 * @param releases newest first.
 */
export function expired(releases: Release[]): Release[] {
  const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
  const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
  if (verified !== undefined) kept.add(verified.record.release);
  const whole = releases.find(isRestorableRelease);
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

/**
 * Returns the shipped copies that only expired releases name, and that no revision kept by a controller uses. Pure.
 * @param versions objects with the templates of the revisions.
 */
export function unusedCopies(
  gone: Release[],
  kept: Release[],
  versions: readonly unknown[],
): ShippedConfig[] {
  const needed = new Set(
    kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)),
  );
  // An adopted release shipped nothing, but its template may name copies of an earlier release.
  const used = JSON.stringify([
    versions,
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
export async function collect(
  cluster: Cluster,
  namespace: string,
  app: string,
  refs: readonly Ref[],
  releases: Release[],
): Promise<void> {
  const gone = expired(releases);
  if (gone.length === 0) return;
  const kept = releases.filter(release => !gone.includes(release));
  const keepers = new Set(refs.flatMap(({ kind }) => traitsOf(kind).revisions ?? []));
  const versions = await Promise.all(
    [...keepers].map(async resource => {
      const { items } = await cluster.list<Revision>(pathOf(resource, namespace));
      return items.map(each =>
        'data' in each ? each.data : podTemplatesOf({ ...each, kind: 'ReplicaSet' }),
      );
    }),
  );
  for (const { kind, copy } of unusedCopies(gone, kept, versions.flat())) {
    const path = pathOfCopy(namespace, { kind, copy });
    const live = await cluster.get<KubeObject>(path);
    // A forged record can name any object; only a user who may write Secrets can label one.
    if (isShipped(live, app)) await cluster.remove(path, live?.metadata?.uid);
  }
  const records = new ReleaseStore(cluster, namespace, app);
  for (const { record } of gone) await records.remove(record.release);
}

/** The images that an environment runs or may roll back to. */
export interface InUse {
  /** Each digest with an object that names it. */
  readonly digests: ReadonlyMap<Digest, string>;
  /** The same for each `repository:tag` of images that are not named by digest. */
  readonly tags: ReadonlyMap<string, string>;
  /** Whether a release or the workload exists: if not, it may be the wrong cluster. */
  readonly found: boolean;
}

/**
 * Reads every digest and tag that pods, workloads, their revisions and the recorded releases name in any field: one too many does no
 * harm. Recorded releases are those that a rollback can restore. Writes nothing.
 */
export async function inUse(
  cluster: Cluster,
  app: string,
  { name, environment }: { readonly name: string; readonly environment: Environment },
): Promise<InUse> {
  const { namespace, workload } = environment;
  const refs = [workload, ...workersOf(environment)];
  const [pods, lives, versions, releases] = await Promise.all([
    cluster.list<KubeObject>(pathOf(resources.pod, namespace)),
    Promise.all(refs.map(async ref => [ref, await cluster.get<KubeObject>(pathTo(namespace, ref))] as const)),
    versionsOf(cluster, namespace, refs),
    new ReleaseStore(cluster, namespace, app).list(),
  ]);
  const named: [string, unknown][] = [
    ...pods.items.map((pod): [string, unknown] => [`pod ${nameOf(pod)} of ${name}`, pod]),
    ...lives.map(([ref, live]): [string, unknown] => [`${titleOf(ref)} of ${name}`, live]),
    ...versions.map((each): [string, unknown] => [`${nameOf(each)}, an earlier version in ${name}`, each]),
    ...releases.map((release): [string, unknown] => [
      `release ${release.record.release} of ${name}`,
      release,
    ]),
  ];
  const digests = new Map<Digest, string>();
  const tags = new Map<string, string>();
  for (const [who, object] of named) {
    const text = JSON.stringify(object) ?? '';
    for (const digest of digestsIn(text)) if (!digests.has(digest)) digests.set(digest, who);
    for (const { repository, tag = 'latest', digest } of imagesIn(text)) {
      const at = `${repository}:${tag}`;
      if (digest === undefined && !tags.has(at)) tags.set(at, who);
    }
  }
  const main = lives.find(([ref]) => keyOf(ref) === keyOf(workload))?.[1];
  return { digests, tags, found: main !== undefined || releases.length > 0 };
}

/** Lists the revisions that controllers keep, to which kubectl can roll back. */
async function versionsOf(cluster: Cluster, namespace: string, refs: readonly Ref[]): Promise<KubeObject[]> {
  const kept = new Set(refs.flatMap(({ kind }) => traitsOf(kind).revisions ?? []));
  const lists = await Promise.all(
    [...kept].map(resource => cluster.list<KubeObject>(pathOf(resource, namespace))),
  );
  return lists.flatMap(({ items }) => items);
}

const nameOf = ({ metadata }: KubeObject) => metadata?.name ?? '';
