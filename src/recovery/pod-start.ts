import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { type Polling, poll } from './polling.ts';

/**
 * Waits until the pod runs.
 * @returns its UID.
 * @throws {UserError} when it does not start in time, with the reason that Kubernetes gives.
 */
export function waitUntilRunning(
  cluster: Cluster,
  path: string,
  waiting: Polling & { readonly name: string },
): Promise<string> {
  const { name, signal } = waiting;
  let pod: Pod | undefined;
  const fault = () =>
    new UserError(
      `the pod ${name} does not start: ${reasonIn(pod)}`,
      `check its events with \`kubectl describe pod ${name}\`: an image, a volume or capacity may be missing`,
    );
  const look = async () => {
    if (signal.aborted) throw cancelled();
    pod = await cluster.get<Pod>(path);
    const { running, terminated } = pod?.status?.containerStatuses?.[0]?.state ?? {};
    if (running !== undefined) return pod?.metadata?.uid ?? '';
    if (pod === undefined || terminated !== undefined) throw fault();
    return undefined;
  };
  return poll(waiting, look, fault);
}

/** Returns why Kubernetes says that a pod does not run. Pure. */
export function reasonIn(pod: Pod | undefined): string {
  const { terminated, waiting } = pod?.status?.containerStatuses?.[0]?.state ?? {};
  const why = terminated?.message ?? terminated?.reason ?? waiting?.message ?? waiting?.reason;
  const unmet = pod?.status?.conditions?.find(({ status }) => status === 'False');
  return why ?? unmet?.message ?? 'no reason given';
}
