import { claimReplicas, type TakesOver, takeOwnership } from '../../cluster/apply.ts';
import type { Deployment, OwnerReference, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import {
  annotationOf,
  annotationPointer,
  type FencingToken,
  fencingTests,
} from '../../traffic/fencing-token.ts';
import {
  kindOf,
  pathTo,
  templateOf,
  templatePointer,
  titleOf,
  traitsOf,
  type Workload,
} from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { canonicalTemplate } from '../../workloads/pods.ts';
import { fencedUpdate } from '../store/fencing.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

/** Writes the stable workload, and creates the canary. */

export async function createCanary(
  { cluster, spec, informers, candidateManifest, tell }: RolloutContext,
  replicas: number,
  owner: OwnerReference,
): Promise<void> {
  const { app, token, namespace, candidate: release } = spec;
  tell(`canary: creating ${replicas} pods`);
  const canary = canaryOf(candidateManifest, { app, release, token, replicas, owner });
  informers.put(await cluster.create(pathOf(resources.deployment, namespace), canary));
}

/** Restores the baseline's pod template byte for byte, so that its ReplicaSet is used again. */
export async function restoreWorkload(
  { cluster, spec, informers, baseline, store, tell }: RolloutContext,
  { workload }: Snapshot,
): Promise<void> {
  const { rollout } = store;
  if (workload === undefined || baseline === undefined || rollout.baseline === undefined) return;
  tell(`restoring release ${rollout.baseline}`);
  const replicas = spec.autoscaled ? 0 : rollout.capacity;
  const patch = restorePatch(workload, spec, baseline.template, rollout.baseline, replicas);
  const restored = await cluster.patch<Workload>(pathTo(spec.namespace, spec.workload), 'json', patch);
  informers.put(restored);
  // A webhook may have changed it: without this, the run would restore it again and again.
  spec.baselineTemplate = canonicalTemplate(templateOf(restored));
}

/** Returns the patch that restores a template, unless the object has the token of a newer run or another client has recreated it. Pure. */
export function restorePatch(
  live: Workload,
  writer: FencingToken,
  template: PodTemplate,
  release: number,
  replicas = 0,
): JsonPatch[] {
  const kind = kindOf(live);
  return [
    ...fencingTests(live, writer),
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
 * Creates a workload that another client deleted during the rollout, from the baseline's record. Unlike an apply, a create does not
 * overwrite one that another client has created since.
 */
export async function recreateWorkload({
  cluster,
  spec,
  informers,
  baseline,
  candidateManifest,
  store,
  tell,
}: RolloutContext): Promise<void> {
  const { rollout } = store;
  const { app, token, namespace, workload } = spec;
  const { resource, scales } = traitsOf(workload.kind);
  tell(`recreating ${titleOf(workload)} from release ${rollout.baseline}`);
  const manifest = baseline?.manifest ?? candidateManifest;
  const annotations = {
    ...manifest.metadata?.annotations,
    [labels.release]: String(rollout.baseline),
    [annotationOf.token(app)]: String(token),
  };
  const replicas = scales ? { replicas: rollout.capacity } : {};
  const made = await cluster.create<Workload>(pathOf(resource, namespace), {
    ...manifest,
    metadata: { ...manifest.metadata, annotations },
    spec: { ...manifest.spec, ...replicas, template: baseline?.template },
  } as Workload);
  informers.put(made);
}

/** Sets the fencing token of a workload before an apply, and takes over the fields that the apply must own. */
export async function prepareApply(
  cluster: Cluster,
  path: string,
  writer: FencingToken,
  autoscaled: boolean,
  takes: TakesOver,
): Promise<void> {
  if (autoscaled)
    await fencedUpdate<Workload, void>(cluster, path, writer, seen =>
      claimReplicas(cluster, path, seen, heldTo(seen)),
    );
  await fencedUpdate<Workload, void>(cluster, path, writer, seen =>
    takeOwnership(cluster, path, fencingTests(seen, writer), takes),
  );
}

function heldTo({ metadata }: Workload): { uid?: string; resourceVersion?: string } {
  const { uid, resourceVersion } = metadata ?? {};
  return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}

interface CanaryOrder {
  app: string;
  release: number;
  token: number;
  replicas: number;
  /** The fence of the run: everything temporary is deleted with it. */
  owner: OwnerReference;
}

/**
 * Returns the canary: a temporary copy of the workload that runs the candidate. Pure.
 *
 * Its selector is narrower than the workload's. Both Deployments keep to their own pods, because a ReplicaSet is found by its owner and
 * template hash. It keeps no old ReplicaSets, because its template never changes.
 * @param workload the candidate's manifest.
 */
export function canaryOf(workload: Workload, order: CanaryOrder): Deployment {
  const { spec, metadata } = workload;
  const track = { [labels.track]: 'canary' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: nameOf.canary(metadata?.name ?? ''),
      namespace: metadata?.namespace ?? '',
      labels: { ...metadata?.labels, [labels.app]: order.app, [labels.kind]: 'canary' },
      annotations: {
        [annotationOf.token(order.app)]: String(order.token),
        [labels.release]: String(order.release),
      },
      ownerReferences: [order.owner],
    },
    spec: {
      ...spec,
      replicas: order.replicas,
      revisionHistoryLimit: 0,
      selector: { ...spec?.selector, matchLabels: { ...spec?.selector?.matchLabels, ...track } },
      template: {
        ...spec?.template,
        metadata: {
          ...spec?.template?.metadata,
          labels: { ...spec?.template?.metadata?.labels, ...track },
        },
      },
    },
  } as Deployment;
}
