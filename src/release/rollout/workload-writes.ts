import type { Deployment, OwnerReference, PodTemplate } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import {
  annotationOf,
  annotationPointer,
  type FencingToken,
  fencingTests,
} from '../../traffic/fencing-token.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import {
  kindOf,
  pathTo,
  refOfKey,
  templateOf,
  templatePointer,
  titleOf,
  traitsOf,
  type Workload,
} from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { canonicalTemplate } from '../../workloads/pods.ts';
import { fencedDelete } from '../store/fencing.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

/** Restores workload and workers, recreates the workload, and creates the canary. */

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

/** Restores the pod template of a worker byte for byte, or deletes a worker that the release created. */
export async function restoreWorker(
  { cluster, spec, informers, store, tell }: RolloutContext,
  name: string,
  { autoscalers, workers }: Snapshot,
): Promise<void> {
  const { namespace } = spec;
  const worker = spec.workers.find(each => each.name === name);
  const live = workers[name]?.workload;
  if (worker?.before === undefined || live === undefined) return;
  const { before } = worker;
  const ref = refOfKey(name);
  const path = pathTo(namespace, ref);
  if (before === null) {
    tell(`removing ${titleOf(ref)}, which release ${spec.candidate} created`);
    await fencedDelete(cluster, path, spec, live.metadata?.uid);
    informers.drop(live.metadata?.uid ?? '');
    return;
  }
  // Release 0 is the version from before Slipway.
  const release = store.rollout.baseline ?? 0;
  tell(`restoring ${titleOf(ref)} to release ${release}`);
  const replicas = autoscalersOf(autoscalers, ref).length > 0 ? 0 : before.replicas;
  const patch = restorePatch(live, spec, before.template, release, replicas);
  const restored = await cluster.patch<Workload>(path, 'json', patch);
  informers.put(restored);
  // As for the workload, `restoreWorkload`.
  worker.before = { ...before, template: templateOf(restored) ?? before.template };
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
