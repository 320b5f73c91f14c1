import { claimReplicas, takeOwnership } from '../../cluster/apply.ts';
import type { HorizontalPodAutoscaler, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { annotationOf, type FencingToken, fencingTests } from '../../traffic/fence.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { fencedUpdate } from '../store/fenced-writes.ts';
import { restorePatch } from '../store/restore.ts';
import { collectionOf, kindOf, pathTo, titleOf, traitsOf, type Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { canaryOf, type Owner } from './canary.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

/** What a rollout writes to the workload that keeps its name, and the copy that it makes of it for a time. */

type Tell = (line: string) => void;

export async function createCanary(
  { cluster, spec, informers, candidate }: RolloutContext,
  replicas: number,
  owner: Owner,
  tell: Tell,
): Promise<void> {
  const { app, token, namespace, candidate: release } = spec;
  tell(`canary: ${replicas} pods`);
  const canary = canaryOf(candidate, { app, release, token, replicas, owner });
  informers.put(await cluster.create(pathOf(resources.deployment, namespace), canary));
}

/** The baseline's template, byte for byte: its ReplicaSet is used again. */
export async function restoreWorkload(
  { cluster, spec, informers, baseline, store }: RolloutContext,
  { workload }: Snapshot,
  tell: Tell,
): Promise<void> {
  const { rollout } = store;
  if (workload === undefined || baseline === undefined || rollout.baseline === undefined) return;
  tell(`putting release ${rollout.baseline} back`);
  const replicas = spec.scaledByOthers ? 0 : rollout.capacity;
  const patch = restorePatch(workload, baseline.template, rollout.baseline, replicas);
  informers.put(
    await cluster.patch(pathTo(spec.namespace, spec.workload), 'json', [...spec.guard(workload), ...patch]),
  );
}

/** Somebody deleted the workload in the middle: it comes back as the baseline's record has it. */
export async function recreateWorkload(
  { cluster, spec, informers, baseline, candidate, store }: RolloutContext,
  tell: Tell,
): Promise<void> {
  const { rollout } = store;
  tell(`${titleOf(spec.workload)} is made again as release ${rollout.baseline} had it`);
  const made = await recreate(cluster, {
    namespace: spec.namespace,
    fence: spec,
    manifest: baseline?.manifest ?? candidate,
    template: baseline?.template,
    release: rollout.baseline,
    replicas: rollout.capacity,
  });
  informers.put(made);
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
