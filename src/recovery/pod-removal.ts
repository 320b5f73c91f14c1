import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';

/**
 * Takes a pod away and waits until it is gone, for a PVC of one pod may be bound by one at a time. Where it is not there any more nothing
 * happens.
 * @param uid of the pod; undefined: whichever has that path.
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
        `the pod ${path.slice(path.lastIndexOf('/') + 1)} does not end`,
        'see whether its node is there; remove it with kubectl delete',
      );
    await sleep(500);
  }
}
