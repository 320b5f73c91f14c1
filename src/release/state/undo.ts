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
 * Removes what a first release made, at these paths, in this order: the workload first, so that its pods end. What bears no
 * stamp was made by others and stays, and so does whatever is in another namespace: no release makes anything there.
 * @returns `Kind/name` of each.
 * @throws LeaseLost when a newer run has made one of them its own.
 */
export async function removeMade(
  cluster: Cluster,
  paths: readonly string[],
  { app, token, namespace }: Fence & { namespace: string },
  tell: (line: string) => void = () => {},
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of paths.filter(each => placeOf(each)?.namespace === namespace)) {
    const live = await cluster.get<KubeObject>(path);
    if (live === undefined) continue;
    if (stampOf(live, app) === 0) {
      tell(`${live.kind}/${live.metadata?.name} was made by somebody else and stays`);
      continue;
    }
    const object = await removeOurs(cluster, path, app, token, live.metadata?.uid);
    if (object === undefined) continue;
    const name = `${object.kind}/${object.metadata?.name}`;
    tell(`removing ${name}`);
    removed.push(name);
  }
  return removed;
}
