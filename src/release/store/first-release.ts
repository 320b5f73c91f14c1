import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { placeOf } from '../../cluster/resources.ts';
import { type FencingToken, tokenOn, tokensOfOthers } from '../../traffic/fencing-token.ts';
import { isKept } from '../../workloads/controllers.ts';
import type { Workload } from '../../workloads/kinds.ts';
import { labels } from '../../workloads/naming.ts';
import { fencedDelete } from './fencing.ts';

/** Removes what a first release created: there is no earlier version to restore. */

/**
 * Whether a workload shows that its application has had other releases than this first one: then none of its objects may be removed,
 * regardless of what the state of a rollout says. Pure.
 */
export function hasHadOtherReleases(workload: Workload | undefined, release: number): boolean {
  const { annotations = {} } = workload?.metadata ?? {};
  const { [labels.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
  return (
    workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1)
  );
}

/**
 * Whether an object is in the release's manifests and has a token of this application only, so that others neither created it nor apply
 * it, too. Pure.
 */
export function isCreatedBy(live: KubeObject, app: string, manifests: readonly KubeObject[]): boolean {
  return (
    tokenOn(live, app) > 0 &&
    !isShared(live, app) &&
    manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name)
  );
}

const isShared = (live: KubeObject, app: string) => Object.keys(tokensOfOthers(live, app)).length > 0;

/**
 * Removes the objects that a first release created, in the order of their paths: the workload first, so that its pods end. Keeps
 * objects that are not in the release's manifests or have no token, because others created them, those that another application also applies, and those
 * that a chart wants to be kept.
 * @returns `Kind/name` of each removed object.
 * @throws LeaseLost when a newer run has set its token on one of them.
 */
export async function deleteCreatedObjects(
  cluster: Cluster,
  paths: readonly string[],
  writer: FencingToken & { namespace: string; manifests: readonly KubeObject[] },
  tell: (line: string) => void,
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of paths.filter(each => placeOf(each)?.namespace === writer.namespace)) {
    const live = await cluster.get<KubeObject>(path);
    if (live === undefined) continue;
    const name = `${live.kind}/${live.metadata?.name}`;
    if (!isCreatedBy(live, writer.app, writer.manifests)) {
      const whose = isShared(live, writer.app)
        ? 'another application also applies'
        : 'this release did not create';
      tell(`keeping ${name}, which ${whose}`);
      continue;
    }
    if (isKept(live)) {
      tell(`keeping ${name}, as its annotation helm.sh/resource-policy says`);
      continue;
    }
    if ((await fencedDelete(cluster, path, writer, live.metadata?.uid)) === undefined) continue;
    tell(`removing ${name}`);
    removed.push(name);
  }
  return removed;
}
