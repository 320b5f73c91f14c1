import {
  applyObjects,
  claimReplicas,
  type Destination,
  type TakesOver,
  takeOwnership,
} from '../../cluster/apply.ts';
import { ClusterError } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, resources } from '../../cluster/resources.ts';
import { NoAnswer } from '../../cluster/retry.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type FencingToken, fencingTests } from '../../traffic/fencing-token.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { isKept, mayTakeFromHelm, requireWritable } from '../../workloads/controllers.ts';
import { keyOf, pathTo, type Ref, titleOf, typeOf, type Workload } from '../../workloads/kinds.ts';
import { labels } from '../../workloads/naming.ts';
import { fencedApply, fencedDelete, fencedUpdate, LeaseLost } from '../store/fencing.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

/** Applies manifests, workload and workers of a release. */

/**
 * Applies the manifests that precede the workload. Only the run that began the release can: records hold no values of Secrets.
 * @returns why the cluster refused them; undefined when it did not.
 * @throws LeaseLost when a newer run has taken over.
 */
export async function applyManifests(run: RolloutContext, snapshot: Snapshot): Promise<string | undefined> {
  const { pending, fence } = run;
  if (pending === undefined) return undefined;
  // In a rolling update the canary of an earlier rollout may still have traffic, so its routes change only when the workload has all of it.
  const hasEarlierCanary = fence === undefined && snapshot.fences.length > 0;
  const isLate = ({ object }: Destination) => hasEarlierCanary && object.kind === 'HTTPRoute';
  const refused = await apply(
    run,
    pending.filter(each => !isLate(each)),
  );
  if (refused !== undefined) return refused;
  const routes = pending.some(isLate) ? ({ routesPending: true } as const) : {};
  await run.store.change(rollout => ({ ...rollout, ...routes, applied: true }));
  run.pending = [];
  return undefined;
}

/**
 * Applies the routes that `applyManifests` left out, which may have been that of a run that died. @returns why the cluster refused them;
 * undefined when it did not.
 */
export async function applyRoutes(run: RolloutContext): Promise<string | undefined> {
  const discovery = new Discovery(run.cluster);
  const routes = run.record.manifests.filter(({ kind }) => kind === 'HTTPRoute');
  const destinations = await Promise.all(
    routes.map(async object => {
      const resource = await discovery.find(object.apiVersion ?? '', 'HTTPRoute');
      const path = pathOf(resource ?? resources.httpRoute, run.spec.namespace, object.metadata?.name);
      return { path, object, live: await run.cluster.get<KubeObject>(path) };
    }),
  );
  const refused = await apply(run, destinations);
  if (refused === undefined) await run.store.change(({ routesPending: _, ...rollout }) => rollout);
  return refused;
}

/**
 * Applies the candidate's manifest of the workload or of a worker, with uid and resourceVersion of the object that was read. An
 * autoscaler, if there is one, keeps the number of pods.
 * @returns why the cluster refused it; undefined when it did not.
 * @throws LeaseLost when a newer run has taken over; an object created after that is deleted again.
 */
export async function applyReleased(
  run: RolloutContext,
  ref: Ref,
  { autoscalers }: Snapshot,
): Promise<string | undefined> {
  const { cluster, spec, informers, candidateManifest, store, tell } = run;
  const { namespace } = spec;
  const name = keyOf(ref);
  const isMain = name === keyOf(spec.workload);
  const manifest = isMain ? candidateManifest : spec.workers.find(worker => worker.name === name)?.candidate;
  if (manifest === undefined) return undefined;
  const how =
    !isMain || spec.strategy === 'rolling'
      ? ''
      : spec.promotionWeight < 100
        ? ', in place'
        : ', without traffic';
  tell(`applying release ${spec.candidate} to ${titleOf(ref)}${how}`);
  const path = pathTo(namespace, ref);
  const scaled = isMain ? spec.autoscaled : autoscalersOf(autoscalers, ref).length > 0;
  await prepareApply(cluster, path, spec, scaled, live => mayTakeFromHelm(live, spec));
  const live = await cluster.get<Workload>(path);
  const { replicas = 1, ...unscaled } = manifest.spec ?? {};
  // A deleted workload would return with one pod until its autoscaler has measured the load.
  const before = isMain && live === undefined ? { replicas: Math.max(replicas, store.rollout.capacity) } : {};
  const object = {
    ...manifest,
    ...typeOf(ref.kind),
    metadata: {
      ...manifest.metadata,
      annotations: { ...manifest.metadata?.annotations, [labels.release]: String(spec.candidate) },
    },
    spec: scaled && live !== undefined ? unscaled : { ...manifest.spec, ...(scaled ? before : {}) },
  };
  const refused = await apply(run, [{ path, object: object as KubeObject, live }]);
  if (refused !== undefined) return refused;
  const written = await cluster.get<Workload>(path);
  if (written !== undefined) informers.put(written);
  return undefined;
}

/** Sets the fencing token of a workload before an apply, and takes over the fields that the apply must own. */
async function prepareApply(
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

/** Applies objects. A fencing token cannot stop a run without the Lease from creating one, so the Lease is checked after each creation. */
async function apply(
  { cluster, spec, lease }: RolloutContext,
  destinations: Destination[],
): Promise<string | undefined> {
  const made = (path: string, object: KubeObject) =>
    lease.assertHeld().catch(async (error: unknown) => {
      if (error instanceof LeaseLost && !isKept(object))
        await fencedDelete(cluster, path, spec, object.metadata?.uid);
      throw error;
    });
  try {
    await applyObjects(cluster, destinations, fencedApply(spec), made, requireWritable(spec));
    return undefined;
  } catch (error) {
    // A failed or unanswered call says nothing about the manifests.
    const isCall = error instanceof ClusterError || error instanceof NoAnswer;
    if (!(error instanceof UserError) || isCall || error instanceof LeaseLost) throw error;
    return error.message;
  }
}
