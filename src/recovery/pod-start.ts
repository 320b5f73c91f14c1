import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';

/**
 * Waits until the pod runs.
 * @param waiting `patience` in ms.
 * @returns its UID.
 * @throws {UserError} when it does not start in time, with the reason that Kubernetes gives.
 */
export async function waitUntilRunning(
  cluster: Cluster,
  path: string,
  {
    name,
    patience,
    signal,
    sleep,
  }: {
    readonly name: string;
    readonly patience: number;
    readonly signal: AbortSignal;
    sleep(milliseconds: number): Promise<unknown>;
  },
): Promise<string> {
  const end = performance.now() + patience;
  for (;;) {
    if (signal.aborted) throw cancelled();
    const pod = await cluster.get<Pod>(path);
    const state = pod?.status?.containerStatuses?.[0]?.state;
    if (state?.running !== undefined) return pod?.metadata?.uid ?? '';
    const ended = state?.terminated;
    if (pod === undefined || ended !== undefined || performance.now() >= end)
      throw new UserError(
        `the pod ${name} does not start: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'no reason given'}`,
        `check its events with \`kubectl describe pod ${name}\`: an image, a volume or capacity may be missing`,
      );
    await sleep(500);
  }
}
