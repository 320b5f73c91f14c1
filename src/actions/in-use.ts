import type { KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { digestsIn, imagesIn } from '../image/mentions.ts';
import type { Digest } from '../image/reference.ts';
import { ReleaseStore } from '../release/store/releases.ts';
import { listRevisions } from '../release/store/retention.ts';
import { keyOf, pathTo, titleOf } from '../workloads/kinds.ts';
import { workersOf } from '../workloads/workers.ts';

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
  const [pods, liveObjects, versions, releases] = await Promise.all([
    cluster.list<KubeObject>(pathOf(resources.pod, namespace)),
    Promise.all(refs.map(async ref => [ref, await cluster.get<KubeObject>(pathTo(namespace, ref))] as const)),
    listRevisions(cluster, namespace, refs),
    // A release by Git has no record in the cluster, and its Role does not read any.
    environment.delivery === undefined ? new ReleaseStore(cluster, namespace, app).list() : [],
  ]);
  const named = [
    ...pods.items.map(pod => [`pod ${nameOf(pod)} of ${name}`, pod] as const),
    ...liveObjects.map(([ref, live]) => [`${titleOf(ref)} of ${name}`, live] as const),
    ...versions.map(each => [`${nameOf(each)}, an earlier version in ${name}`, each] as const),
    ...releases.map(each => [`release ${each.record.release} of ${name}`, each] as const),
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
  const main = liveObjects.find(([ref]) => keyOf(ref) === keyOf(workload))?.[1];
  return { digests, tags, found: main !== undefined || releases.length > 0 };
}

const nameOf = ({ metadata }: KubeObject) => metadata?.name ?? '';
