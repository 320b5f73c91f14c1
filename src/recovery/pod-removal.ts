import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Polling, poll } from './polling.ts';

/**
 * Removes a pod and waits until it is gone, because a PVC may be limited to one pod at a time. A missing pod is not an error.
 * @param uid UID of the pod; undefined: any pod of that path.
 * @throws UserError when it is not gone in that time.
 */
export async function removePod(
  cluster: Cluster,
  path: string,
  uid: string | undefined,
  waiting: Polling,
): Promise<void> {
  await cluster.remove(path, uid);
  const look = async () => {
    const there = await cluster.get<Pod>(path);
    const isGone = there === undefined || (uid !== undefined && there.metadata?.uid !== uid);
    return isGone ? true : undefined;
  };
  const late = () =>
    new UserError(
      `the pod ${path.slice(path.lastIndexOf('/') + 1)} does not terminate`,
      'check whether its node is running; remove the pod with kubectl delete',
    );
  await poll(waiting, look, late);
}
