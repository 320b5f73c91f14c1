import { claimReplicas, fieldManager, takeOwnership } from '../../cluster/apply.ts';
import type { HorizontalPodAutoscaler, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { annotationOf, type FencingToken, fencingTests } from '../../traffic/fence.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { canaryOf, type Owner } from '../state/canary.ts';
import { fencedUpdate } from '../state/custody.ts';
import { stamp } from '../state/fencing.ts';
import { restorePatch } from '../state/undo.ts';
import {
  collectionOf,
  kindOf,
  pathTo,
  titleOf,
  traitsOf,
  typeOf,
  type Workload,
} from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { RolloutContext } from './drive.ts';
import type { Snapshot } from './world.ts';

/** What a rollout writes to the workload that keeps its name, and the copy that it makes of it for a time. */

type Tell = (line: string) => void;

export async function createCanary(
  { cluster, course, world, candidate }: RolloutContext,
  replicas: number,
  owner: Owner,
  tell: Tell,
): Promise<void> {
  const { app, token, namespace, candidate: release } = course;
  tell(`canary: ${replicas} pods`);
  const canary = canaryOf(candidate, { app, release, token, replicas, owner });
  world.put(await cluster.create(pathOf(resources.deployment, namespace), canary));
}

/** Held to the very object that was read: made anew by others, or stamped by a newer run, it is not ours to write. */
export async function applyWorkload(
  { cluster, course, world, candidate }: RolloutContext,
  tell: Tell,
): Promise<void> {
  const path = pathTo(course.namespace, course.workload);
  const how = course.promotionWeight < 100 ? 'in place' : 'out of traffic';
  tell(`${titleOf(course.workload)} gets release ${course.candidate}, ${how}`);
  const seen = await stamp<Workload>(cluster, path, course.app, course.token);
  if (course.scaledByOthers && seen !== undefined) {
    const { uid, resourceVersion } = seen.metadata ?? {};
    await claimReplicas(cluster, path, seen, {
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    });
  }
  if (seen !== undefined) await takeOwnership(cluster, path, course.guard(seen));
  const live = await stamp<Workload>(cluster, path, course.app, course.token);
  const { metadata, spec } = candidate;
  const { replicas: _, ...unscaled } = spec ?? {};
  const object = {
    ...typeOf(course.workload.kind),
    metadata: {
      ...metadata,
      annotations: { ...metadata?.annotations, ...marks(course, course.candidate) },
      uid: live?.metadata?.uid,
      resourceVersion: live?.metadata?.resourceVersion,
    },
    spec: course.scaledByOthers ? unscaled : spec,
  };
  world.put(await cluster.patch(path, 'apply', object, { force: 'true', fieldManager }));
}

/** The baseline's template, byte for byte: its ReplicaSet is used again. */
export async function restoreWorkload(
  { cluster, course, world, baseline, keeper }: RolloutContext,
  { workload }: Snapshot,
  tell: Tell,
): Promise<void> {
  const { journal } = keeper;
  if (workload === undefined || baseline === undefined || journal.baseline === undefined) return;
  tell(`putting release ${journal.baseline} back`);
  const replicas = course.scaledByOthers ? 0 : journal.capacity;
  const patch = restorePatch(workload, baseline.template, journal.baseline, replicas);
  world.put(
    await cluster.patch(pathTo(course.namespace, course.workload), 'json', [
      ...course.guard(workload),
      ...patch,
    ]),
  );
}

/** Somebody deleted the workload in the middle: it comes back as the baseline's record has it. */
export async function recreateWorkload(
  { cluster, course, world, baseline, candidate, keeper }: RolloutContext,
  tell: Tell,
): Promise<void> {
  const { journal } = keeper;
  tell(`${titleOf(course.workload)} is made again as release ${journal.baseline} had it`);
  const made = await recreate(cluster, {
    namespace: course.namespace,
    fence: course,
    manifest: baseline?.manifest ?? candidate,
    template: baseline?.template,
    release: journal.baseline,
    replicas: journal.capacity,
  });
  world.put(made);
}

/** A workload that is gone. */
export interface Remake {
  namespace: string;
  fence: FencingToken;
  /** As it was released, but for these. */
  manifest: Workload;
  template: PodTemplate | undefined;
  release: number | undefined;
  replicas: number;
}

/** Creates it, so that one which somebody has made meanwhile is not overwritten. */
export function recreate(
  cluster: Cluster,
  { namespace, fence, manifest, template, release, replicas }: Remake,
): Promise<Workload> {
  const { metadata, spec } = manifest;
  const kind = kindOf(manifest);
  return cluster.create(collectionOf(namespace, kind), {
    ...manifest,
    metadata: { ...metadata, annotations: { ...metadata?.annotations, ...marks(fence, release) } },
    spec: {
      ...spec,
      ...(traitsOf(kind).scales ? { replicas } : {}),
      template,
    },
  } as Workload);
}

/** How many pods a workload that is gone comes back with: what an autoscaler wanted last, for its record leaves the number to that. */
export async function replicasFor(cluster: Cluster, namespace: string, manifest: Workload): Promise<number> {
  const path = pathOf(resources.horizontalPodAutoscaler, namespace);
  const { items } = await cluster.list<HorizontalPodAutoscaler>(path);
  const ref = { kind: manifest.kind ?? '', name: manifest.metadata?.name ?? '' };
  const wanted = autoscalersOf(items, ref).map(({ spec, status }) =>
    Math.max(spec?.minReplicas ?? 1, status?.desiredReplicas ?? 0),
  );
  return Math.max(manifest.spec?.replicas ?? 1, ...wanted);
}

/** A workload gets our stamp before anything else is written to it, and what an apply must find in it. */
export async function prepareApply(
  cluster: Cluster,
  path: string,
  fence: FencingToken,
  scaledByOthers: boolean,
): Promise<void> {
  const { app, token } = fence;
  await fencedUpdate<Workload, void>(cluster, path, app, token, async seen => {
    if (scaledByOthers) await claimReplicas(cluster, path, seen, heldTo(seen));
  });
  await fencedUpdate<Workload, void>(cluster, path, app, token, seen =>
    takeOwnership(cluster, path, fencingTests(seen, fence)),
  );
}

function heldTo({ metadata }: Workload): { uid?: string; resourceVersion?: string } {
  const { uid, resourceVersion } = metadata ?? {};
  return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}

const marks = ({ app, token }: FencingToken, release: number | undefined) => ({
  [labels.release]: String(release),
  [annotationOf.token(app)]: String(token),
});
