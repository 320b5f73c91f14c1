import type { KubeObject, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../cluster/port.ts';
import { placeOf } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { annotationPointer, type Fence, fenced, stampOf } from '../../traffic/fence.ts';
import { heldBack } from '../workloads/controllers.ts';
import { followRollout, type RolloutEnd } from '../workloads/follow.ts';
import {
  kindOf,
  pathTo,
  type Ref,
  templatePointer,
  titleOf,
  traitsOf,
  type Workload,
} from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { removeOurs, whileOurs } from './custody.ts';

export interface Restoration {
  namespace: string;
  workload: Ref;
  /** Whoever has a higher token wrote last. */
  fence: Fence;
  /** The template as the server held it: its ReplicaSet, and pods that still run, are reused. */
  template: PodTemplate;
  release: number;
  /** Replicas to have at least: a failed release may have asked for fewer. */
  replicas?: number;
  deadline: number;
  /** Follow until the deadline whatever happens, because nothing better can be tried. */
  patient: boolean;
  report: (line: string) => void;
}

/**
 * Writes a release's pod template back and waits until it is all there. Service and route rules stay as they are.
 * @throws LeaseLost when a newer run was at the workload.
 */
export async function restoreTemplate(cluster: Cluster, restoration: Restoration): Promise<RolloutEnd> {
  await writeTemplate(cluster, restoration);
  const { namespace, workload, fence, deadline, patient, report } = restoration;
  return followRollout(cluster, { namespace, workload, fence, stuckAfter: 0, deadline, patient, report });
}

/** As `restoreTemplate`, without waiting. */
export async function writeTemplate(
  cluster: Cluster,
  {
    namespace,
    workload,
    fence,
    template,
    release,
    replicas,
  }: Omit<Restoration, 'deadline' | 'patient' | 'report'>,
): Promise<void> {
  const path = pathTo(namespace, workload);
  const live = await cluster.get<Workload>(path);
  if (live === undefined) {
    throw new UserError(
      `${titleOf(workload)} is gone, so release ${release} cannot be put back into it`,
      'deploy that version again',
    );
  }
  const held = heldBack(live);
  if (held !== undefined)
    throw new UserError(`${held.problem}, so release ${release} cannot come up in it`, held.remedy);
  await whileOurs<Workload, Workload>(cluster, path, fence.app, fence.token, seen =>
    cluster.patch(path, 'json', [...fenced(seen, fence), ...restorePatch(seen, template, release, replicas)]),
  );
}

/** Holds only for the object that was read (uid), so that one made anew by others is not overwritten. Pure. */
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
 * Whether a workload shows that its application has had more than this first release: then nothing of it may be removed, whatever the
 * state of a rollout says. Pure.
 */
export function hasHadOtherReleases(workload: Workload | undefined, release: number): boolean {
  const { annotations = {} } = workload?.metadata ?? {};
  const { [labels.release]: marked, 'deployment.kubernetes.io/revision': revision = '1' } = annotations;
  return (
    workload !== undefined && ((marked !== undefined && marked !== String(release)) || Number(revision) > 1)
  );
}

/** Whether an object that the state of a rollout names is one of its release's manifests, in its namespace, and written by us. Pure. */
export function isMadeBy(
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
    stampOf(live, app) > 0 &&
    manifests.some(({ kind, metadata }) => kind === live.kind && metadata?.name === live.metadata?.name)
  );
}

/**
 * Removes what a first release made, at these paths, in this order: the workload first, so that its pods end. What the release's
 * manifests do not name stays, and so does what bears no stamp: others made it.
 * @returns `Kind/name` of each.
 * @throws LeaseLost when a newer run has made one of them its own.
 */
export async function removeMade(
  cluster: Cluster,
  paths: readonly string[],
  { app, token, ...made }: Fence & { namespace: string; manifests: readonly KubeObject[] },
  tell: (line: string) => void = () => {},
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of paths.filter(each => placeOf(each)?.namespace === made.namespace)) {
    const live = await cluster.get<KubeObject>(path);
    if (live === undefined) continue;
    const name = `${live.kind}/${live.metadata?.name}`;
    if (!isMadeBy(live, { path, app, ...made })) {
      tell(`${name} was not made by this release and stays`);
      continue;
    }
    if ((await removeOurs(cluster, path, app, token, live.metadata?.uid)) === undefined) continue;
    tell(`removing ${name}`);
    removed.push(name);
  }
  return removed;
}
