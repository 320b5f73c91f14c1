import { isRaced } from '../../cluster/errors.ts';
import type { KubeObject, OwnerReference, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { timing } from '../../toolkit/timing.ts';
import { uncaughtErrorOf } from '../../toolkit/uncaught-errors.ts';
import type { FencedPatch, FencingToken } from '../../traffic/fencing-token.ts';
import { pathTo, type Ref, refOfKey, titleOf } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import { ownedBy, requireNoHigherToken, setToken } from '../store/fencing.ts';
import { deleteCreatedObjects } from '../store/first-release.ts';
import { applyManifests, applyReleased, applyRoutes } from './apply.ts';
import type { RolloutContext, RunEnd } from './context.ts';
import type { FailurePolicy } from './failure-policy.ts';
import type { HealthTracker } from './health.ts';
import { createWatchdog, type HeartbeatTimer } from './heartbeat.ts';
import type { Snapshot } from './informers.ts';
import { canaryPath, type RolloutAction, type RolloutSpec } from './spec.ts';
import { createCanary, recreateWorkload, restoreWorker, restoreWorkload } from './workload-writes.ts';

/** What the loop of the reconciler keeps between two turns. The rollout itself is in the cluster. */
export interface ReconcileLoop {
  run: RolloutContext;
  heartbeat: HeartbeatTimer | undefined;
  health: HealthTracker;
  failures: FailurePolicy;
  /** Writes and manifests that the API server refused. `decide` gets them as facts, which roll the release back. */
  objections: string[];
  removed: boolean;
  /** Since when the watchdog's Job is not ready, by the API server's clock. */
  unwatchedSince: number | undefined;
  /** When the reason for the current action became known, in milliseconds of `performance.now()`. */
  decidedAt: number;
  /** Until when the gate may still be reading the time before this run, in milliseconds of `performance.now()`. */
  firstVerdictBy: number;
}

/**
 * Carries out an action that does not change the phase: waits, ends this run, or writes to the cluster. After a conflict it reads the
 * object again and sets the token: another client may have recreated it.
 * @returns how this run ends; undefined when it continues.
 * @throws ClusterError when a write fails, LeaseLost when a newer run has taken over.
 */
export async function act(
  loop: ReconcileLoop,
  action: Exclude<RolloutAction, { do: 'transition' }>,
  snapshot: Snapshot,
): Promise<RunEnd | undefined> {
  const { run } = loop;
  const { cluster, spec, informers, store, tell } = run;
  /** Why the cluster refused manifests. */
  let objection: string | undefined;
  try {
    switch (action.do) {
      case 'await': {
        const end = endOfCancelledRollback(run, snapshot);
        if (end !== undefined) return end;
        tell(action.what);
        await informers.waitForChange(Math.max(5, Math.min(action.ms ?? 1000, 1000)));
        return undefined;
      }
      case 'end':
        return endOf(run, snapshot);
      case 'needs-action':
        tell(action.reason);
        return { state: 'needs-action', reason: action.reason };
      case 'pause': {
        const { do: _, ...paused } = action;
        return { state: 'paused', paused, pods: snapshot.ready.canary };
      }
      case 'apply-manifests':
        objection = await applyManifests(run, snapshot);
        break;
      case 'apply-routes':
        objection = await applyRoutes(run);
        break;
      case 'apply-workload':
        objection = await applyReleased(run, spec.workload, snapshot);
        break;
      case 'apply-worker':
        objection = await applyReleased(run, refOfKey(action.name), snapshot);
        break;
      case 'patch':
        tell(action.what);
        await patchAll(run, action.writes);
        break;
      case 'set-weight':
        await store.change(rollout => ({ ...rollout, weight: action.weight }));
        break;
      case 'create-canary':
        await createCanary(run, action.replicas, ownerOf(run));
        break;
      case 'create-watchdog':
        await createWatchdog(run, snapshot, ownerOf(run));
        break;
      case 'create-service': {
        const service = spec.router.buildCanaryService(snapshot, ownerOf(run));
        informers.put(await cluster.create(pathOf(resources.service, spec.namespace), service));
        break;
      }
      case 'remove':
        tell(`removing ${action.what}`);
        await cluster.remove(action.path, action.uid, action.resourceVersion);
        await reread(run, action.path, action.uid);
        break;
      case 'remove-stuck':
        await removeStuck(cluster, spec.namespace, action.of, action.pod, spec, tell);
        await informers.waitForChange(50);
        break;
      case 'restore-workload':
        await restoreWorkload(run, snapshot);
        break;
      case 'recreate-workload':
        await recreateWorkload(run);
        break;
      case 'restore-worker':
        await restoreWorker(run, action.name, snapshot);
        break;
      case 'delete-created':
        await deleteCreatedObjects(
          cluster,
          store.rollout.createdObjects ?? [],
          { ...spec, manifests: run.record.manifests },
          tell,
        );
        loop.removed = true;
        break;
      default:
        return action satisfies never;
    }
  } catch (error) {
    if (isRaced(error)) await refresh(run, action);
    throw error;
  }
  if (objection !== undefined) loop.objections.push(objection);
  loop.failures.reset();
  return undefined;
}

/**
 * Ends a cancelled run before GitHub kills it, ten seconds after the cancellation: the rollback of a rolling update may need longer. The
 * rollback is written, so the next run only waits for its pods.
 */
function endOfCancelledRollback(
  { signal, store, spec, cluster }: RolloutContext,
  snapshot: Snapshot,
): RunEnd | undefined {
  const { phase, since, reason = '', baseline, strategy } = store.rollout;
  if (strategy !== 'rolling' || phase !== 'rolling-back') return undefined;
  if (signal?.aborted !== true || uncaughtErrorOf(signal) !== undefined) return undefined;
  if (cluster.now() - since < timing.cancelled || spec.router.weight(snapshot) > 0) return undefined;
  const back =
    baseline === undefined
      ? `release ${spec.candidate} was still being removed`
      : `release ${baseline} was the version of the workload again, and its pods were starting`;
  const left = `when this run ended, ${back}: the next run of rollback or sweep finishes the rollback`;
  return { state: 'needs-action', reachedTimeLimit: true, reason: `${reason}; ${left}` };
}

/** Returns how a rollout has ended, or this run's part of it. */
export function endOf({ store }: RolloutContext, { ready }: Snapshot): RunEnd {
  const { phase, reason = '' } = store.rollout;
  if (phase === 'rolled-back') return { state: 'rolled-back', reason, pods: ready.stable };
  if (phase === 'done') return { state: 'done', pods: ready.stable };
  return { state: phase === 'prepared' ? 'prepared' : 'judged', pods: ready.canary };
}

/** Sends patches, and takes their responses over into the next snapshot. */
export async function patchAll(
  { cluster, informers }: Pick<RolloutContext, 'cluster' | 'informers'>,
  writes: readonly FencedPatch[],
): Promise<void> {
  await Promise.all(
    writes.map(async ({ path, patch }) => informers.put(await cluster.patch(path, 'json', patch))),
  );
}

function ownerOf({ fence }: RolloutContext): OwnerReference {
  if (fence === undefined)
    throw new Error('a temporary object needs a fence as its owner, and a rolling update has none');
  return ownedBy(fence);
}

/**
 * Reads the objects of an action again after a conflict, and sets the token on those that are new or lost it. One that this run was about to
 * create may be its own: the response to the first attempt was lost.
 */
export async function refresh(
  { cluster, spec, informers }: RolloutContext,
  action: RolloutAction,
): Promise<void> {
  const made = createdBy(spec, action);
  if (made !== undefined) {
    const object = await cluster.get<KubeObject>(made);
    if (object !== undefined) informers.put(object);
    await informers.waitForChange(50);
    return;
  }
  const paths =
    action.do === 'patch'
      ? action.writes.map(({ path }) => path)
      : [pathTo(spec.namespace, 'name' in action ? refOfKey(action.name) : spec.workload)];
  for (const path of paths) {
    const object = await setToken(cluster, path, spec);
    if (object !== undefined) informers.put(object);
  }
  await informers.waitForChange(50);
}

/** Returns the path of the temporary object that an action creates; undefined for other actions. */
function createdBy(spec: RolloutSpec, action: RolloutAction): string | undefined {
  const { namespace, service = '', watchdog } = spec;
  switch (action.do) {
    case 'create-canary':
      return canaryPath(spec);
    case 'create-service':
      return pathOf(resources.service, namespace, nameOf.canary(service));
    case 'create-watchdog':
      return pathOf(resources.job, namespace, watchdog?.name);
    default:
      return undefined;
  }
}

/** Reads an object again after its deletion: it may be gone, terminating, or a new one of that name. */
async function reread({ cluster, informers }: RolloutContext, path: string, uid: string): Promise<void> {
  const object = await cluster.get<KubeObject>(path);
  if (object === undefined || object.metadata?.uid !== uid) informers.drop(uid);
  else informers.put(object);
}

/**
 * Deletes the pod in the version that was read: one that became ready meanwhile, or was recreated, stays.
 * @throws LeaseLost when a newer run has set its token on the workload.
 */
export async function removeStuck(
  cluster: Cluster,
  namespace: string,
  ref: Ref,
  { metadata }: Pod,
  writer: FencingToken,
  tell: (line: string) => void,
): Promise<void> {
  requireNoHigherToken(await cluster.get(pathTo(namespace, ref)), writer);
  const { name, uid, resourceVersion } = metadata ?? {};
  if (uid === undefined || resourceVersion === undefined)
    throw new Error(`a pod of ${titleOf(ref)} has no uid`);
  tell(
    `deleting Pod/${name}: it is not ready, and ${titleOf(ref)} waits for it before it updates other pods`,
  );
  await cluster.remove(pathOf(resources.pod, namespace, name), uid, resourceVersion);
}
