import { pathOf, resources } from '../../cluster/resources.ts';
import { type Owner, ownedBy } from '../store/fencing.ts';
import { removeMade } from '../store/restore.ts';
import { refOfKey } from '../workloads/kinds.ts';
import { removeStuck } from '../workloads/stuck.ts';
import { applyManifests, applyReleased, applyRoutes, restoreWorker } from './apply.ts';
import type { RolloutContext } from './context.ts';
import { createWatchdog } from './heartbeat.ts';
import type { Snapshot } from './informers.ts';
import { reread } from './refresh.ts';
import type { Action, FencedPatch } from './spec.ts';
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
): Promise<string | undefined | undefined> {
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
      await cluster.remove(action.path, action.uid);
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
