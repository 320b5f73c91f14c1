import type { KubeObject } from '../../cluster/objects.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { FencedPatch } from '../../traffic/fencing-token.ts';
import { type Owner, ownedBy, setToken } from '../store/fencing.ts';
import { removeMade } from '../store/restore.ts';
import { pathTo, refOfKey } from '../workloads/kinds.ts';
import { removeStuck } from '../workloads/stuck.ts';
import { applyManifests, applyReleased, applyRoutes, restoreWorker } from './apply.ts';
import type { RolloutContext } from './context.ts';
import { createWatchdog } from './heartbeat.ts';
import type { Snapshot } from './informers.ts';
import type { Action } from './spec.ts';
import { createCanary, recreateWorkload, restoreWorkload } from './workload-writes.ts';

/** Actions that the reconciler handles itself: they wait, change the phase, or end the run. */
type Decision = Extract<Action, { do: 'await' | 'end' | 'transition' | 'fail' | 'needs-action' | 'pause' }>;

/**
 * Carries out an action that writes to the cluster.
 * @returns why the cluster refused the manifests; undefined when it did not.
 * @throws ClusterError when the write fails, LeaseLost when a newer run has taken over.
 */
export async function perform(
  context: RolloutContext,
  action: Exclude<Action, Decision>,
  snapshot: Snapshot,
  say: (line: string) => void,
): Promise<string | undefined> {
  const { cluster, spec, informers, store } = context;
  switch (action.do) {
    case 'apply-manifests':
      return applyManifests(context, snapshot);
    case 'apply-routes':
      return applyRoutes(context);
    case 'apply-workload':
      return applyReleased(context, spec.workload, snapshot, say);
    case 'apply-worker':
      return applyReleased(context, refOfKey(action.name), snapshot, say);
    case 'patch':
      say(action.what);
      await patchAll(context, action.writes);
      break;
    case 'set-weight':
      await store.change(rollout => ({ ...rollout, weight: action.weight }));
      break;
    case 'create-canary':
      await createCanary(context, action.replicas, ownerOf(context), say);
      break;
    case 'create-watchdog':
      await createWatchdog(context, snapshot, ownerOf(context), say);
      break;
    case 'create-service': {
      const service = spec.router.canaryService(snapshot, ownerOf(context));
      informers.put(await cluster.create(pathOf(resources.service, spec.namespace), service));
      break;
    }
    case 'remove':
      say(`removing ${action.what}`);
      await cluster.remove(action.path, action.uid, action.resourceVersion);
      await reread(context, action.path, action.uid);
      break;
    case 'remove-stuck':
      await removeStuck(cluster, spec.namespace, action.of, action.pod, spec, say);
      await informers.waitForChange(50);
      break;
    case 'restore-workload':
      await restoreWorkload(context, snapshot, say);
      break;
    case 'recreate-workload':
      await recreateWorkload(context, say);
      break;
    case 'restore-worker':
      await restoreWorker(context, action.name, snapshot, say);
      break;
    case 'delete-created':
      await removeMade(
        cluster,
        store.rollout.makes ?? [],
        { ...spec, manifests: context.record.manifests },
        say,
      );
      break;
    default:
      return action satisfies never;
  }
  return undefined;
}

export async function patchAll(
  { cluster, informers }: Pick<RolloutContext, 'cluster' | 'informers'>,
  writes: readonly FencedPatch[],
): Promise<void> {
  await Promise.all(
    writes.map(async ({ path, patch }) => informers.put(await cluster.patch(path, 'json', patch))),
  );
}

function ownerOf({ fence }: RolloutContext): Owner {
  if (fence === undefined)
    throw new Error('a temporary object needs a fence as its owner, and a rolling update has none');
  return ownedBy(fence);
}

/** Reads the objects of an action again after a conflict, and sets the token on those that are new or lost it. */
export async function refresh({ cluster, spec, informers }: RolloutContext, action: Action): Promise<void> {
  const paths =
    action.do === 'patch'
      ? action.writes.map(({ path }) => path)
      : [pathTo(spec.namespace, 'name' in action ? refOfKey(action.name) : spec.workload)];
  for (const path of paths) {
    const object = await setToken(cluster, path, spec.app, spec.token);
    if (object !== undefined) informers.put(object);
  }
  await informers.waitForChange(50);
}

/** Reads an object again after its deletion: it may be gone, terminating, or a new one of that name. */
export async function reread(
  { cluster, informers }: RolloutContext,
  path: string,
  uid: string,
): Promise<void> {
  const object = await cluster.get<KubeObject>(path);
  if (object === undefined || object.metadata?.uid !== uid) informers.drop(uid);
  else informers.put(object);
}

/** Writes a deleted state again: this run knows all of it. @throws LeaseLost when a newer run has the Lease. */
export async function restoreOwnState({
  store,
  report,
  informers,
}: Pick<RolloutContext, 'store' | 'report' | 'informers'>): Promise<undefined> {
  report('the state of this rollout was deleted; writing it again');
  await store.change(rollout => rollout);
  await informers.waitForChange(1000);
}
