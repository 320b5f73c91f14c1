import type { KubeObject, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../cluster/port.ts';
import { placeOf } from '../../cluster/resources.ts';
import { annotationPointer, type FencingToken, tokenOn } from '../../traffic/fencing-token.ts';
import { kindOf, templatePointer, traitsOf, type Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { fencedDelete } from './fencing.ts';

/** Returns the patch that restores a template. It tests the uid, so that an object that others recreated is not overwritten. Pure. */
export function restorePatch(
  live: Workload,
  template: PodTemplate,
  release: number,
  replicas = 0,
): JsonPatch[] {
  const kind = kindOf(live);
  return [
    { op: 'test', path: '/metadata/uid', value: live.metadata?.uid },
    ...(live.metadata?.annotations === undefined
      ? [{ op: 'add' as const, path: '/metadata/annotations', value: {} }]
      : []),
    { op: 'add', path: annotationPointer(labels.release), value: String(release) },
    { op: 'replace', path: templatePointer(kind), value: template },
    ...(traitsOf(kind).scales && replicas > (live.spec?.replicas ?? 1)
      ? [{ op: 'add' as const, path: '/spec/replicas', value: replicas }]
      : []),
  ];
}

/**
 * Whether a workload shows that its application has had other releases than this first one: then none of its objects may be removed,
 * whatever the state of a rollout says. Pure.
 */
export function hasHadOtherReleases(workload: Workload | undefined, release: number): boolean {
  const { annotations = {} } = workload?.metadata ?? {};
  const { [labels.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
  return (
    workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1)
  );
}

/** Whether an object that a state names is in the release's manifests and its namespace, and has our token. Pure. */
export function isCreatedBy(
  live: KubeObject,
  {
    path,
    namespace,
    app,
    manifests,
  }: { path: string; namespace: string; app: string; manifests: readonly KubeObject[] },
): boolean {
  return (
    placeOf(path)?.namespace === namespace &&
    tokenOn(live, app) > 0 &&
    manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name)
  );
}

/**
 * Removes the objects that a first release created, in the order of their paths: the workload first, so that its pods end. Keeps
 * objects that are not in the release's manifests or have no token, because others created them.
 * @returns `Kind/name` of each removed object.
 * @throws LeaseLost when a newer run has set its token on one of them.
 */
export async function deleteCreatedObjects(
  cluster: Cluster,
  paths: readonly string[],
  { app, token, ...made }: FencingToken & { namespace: string; manifests: readonly KubeObject[] },
  tell: (line: string) => void = () => {},
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of paths.filter(each => placeOf(each)?.namespace === made.namespace)) {
    const live = await cluster.get<KubeObject>(path);
    if (live === undefined) continue;
    const name = `${live.kind}/${live.metadata?.name}`;
    if (!isCreatedBy(live, { path, app, ...made })) {
      tell(`keeping ${name}, which this release did not create`);
      continue;
    }
    if ((await fencedDelete(cluster, path, app, token, live.metadata?.uid)) === undefined) continue;
    tell(`removing ${name}`);
    removed.push(name);
  }
  return removed;
}
