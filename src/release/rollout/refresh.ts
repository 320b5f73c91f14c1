import type { KubeObject } from '../../cluster/objects.ts';
import { stamp } from '../store/fencing.ts';
import { pathTo, refOfKey } from '../workloads/kinds.ts';
import type { RolloutContext } from './context.ts';
import type { Action } from './spec.ts';

/** Reads objects again when a write finds that they differ from the snapshot. */

/** Reads the objects of an action again after a conflict, and stamps those that are new or lost the stamp. */
export async function refresh({ cluster, spec, informers }: RolloutContext, action: Action): Promise<void> {
  const paths =
    action.do === 'patch'
      ? action.writes.map(({ path }) => path)
      : [pathTo(spec.namespace, 'name' in action ? refOfKey(action.name) : spec.workload)];
  for (const path of paths) {
    const object = await stamp(cluster, path, spec.app, spec.token);
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
