import type { KubeObject } from '../../cluster/objects.ts';
import { stamp } from '../state/fencing.ts';
import { pathTo, refOfKey } from '../workloads/kinds.ts';
import type { Action } from './course.ts';
import type { RolloutContext } from './drive.ts';

/** What is read again because a write found something else than was seen. */

/** After a conflict: what is there now, with our stamp where the object is new or lost it. */
export async function refresh({ cluster, course, world }: RolloutContext, move: Action): Promise<void> {
  const paths =
    move.do === 'patch'
      ? move.writes.map(({ path }) => path)
      : [pathTo(course.namespace, 'name' in move ? refOfKey(move.name) : course.workload)];
  for (const path of paths) {
    const object = await stamp(cluster, path, course.app, course.token);
    if (object !== undefined) world.put(object);
  }
  await world.waitForChange(50);
}

/** After a deletion. */
export async function reread({ cluster, world }: RolloutContext, path: string, uid: string): Promise<void> {
  const object = await cluster.get<KubeObject>(path);
  if (object === undefined || object.metadata?.uid !== uid) world.drop(uid);
  else world.put(object);
}
