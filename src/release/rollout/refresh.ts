import type { KubeObject } from '../../cluster/objects.ts';
import { stamp } from '../store/fencing.ts';
import { pathTo, refOfKey } from '../workloads/kinds.ts';
import type { RolloutContext } from './context.ts';
import type { Action } from './spec.ts';

/** What is read again because a write found something else than was seen. */

/** After a conflict: what is there now, with our stamp where the object is new or lost it. */
export async function refresh({ cluster, spec, informers }: RolloutContext, move: Action): Promise<void> {
  const paths =
    move.do === 'patch'
      ? move.writes.map(({ path }) => path)
      : [pathTo(spec.namespace, 'name' in move ? refOfKey(move.name) : spec.workload)];
  for (const path of paths) {
    const object = await stamp(cluster, path, spec.app, spec.token);
    if (object !== undefined) informers.put(object);
  }
  await informers.waitForChange(50);
}

/** After a deletion. */
export async function reread(
  { cluster, informers }: RolloutContext,
  path: string,
  uid: string,
): Promise<void> {
  const object = await cluster.get<KubeObject>(path);
  if (object === undefined || object.metadata?.uid !== uid) informers.drop(uid);
  else informers.put(object);
}

/** By a run that lives, and knows all that stood in it. @throws LeaseLost when a newer run has the lease. */
export async function restoreOwnState({
  store,
  report,
  informers,
}: Pick<RolloutContext, 'store' | 'report' | 'informers'>): Promise<undefined> {
  report('the state of this rollout was deleted; it is written again');
  await store.change(rollout => rollout);
  await informers.waitForChange(1000);
}
