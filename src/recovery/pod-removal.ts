import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';

/**
 * Removes a pod and waits until it is gone, because a PVC may be limited to one pod at a time. A missing pod is not an error.
 * @param uid UID of the pod; undefined: any pod of that path.
 * @param waiting `patience` in ms.
 * @throws UserError when it is not gone in that time.
 */
export async function removePod(
  cluster: Cluster,
  path: string,
  uid: string | undefined,
  {
    patience,
    signal,
    sleep,
  }: {
    readonly patience: number;
    readonly signal: AbortSignal;
    sleep(milliseconds: number): Promise<unknown>;
  },
): Promise<void> {
  await cluster.remove(path, uid);
  const end = performance.now() + patience;
  for (;;) {
    const there = await cluster.get<Pod>(path);
    if (there === undefined || (uid !== undefined && there.metadata?.uid !== uid)) return;
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end)
      throw new UserError(
        `the pod ${path.slice(path.lastIndexOf('/') + 1)} does not terminate`,
        'check whether its node is running; remove the pod with kubectl delete',
      );
    await sleep(500);
  }
}
