import type { Cluster } from '../../../src/cluster/port.ts';
import { isComplete } from '../../../src/workloads/controllers.ts';
import type { Workload } from '../../../src/workloads/kinds.ts';

/** When a command changed a Deployment, and when all its pods were available, by performance.now(). */
export interface RolloutMoments {
  written: number;
  complete: number;
}

/**
 * Starts to watch a Deployment before a command replaces its pods.
 * @returns a function that resolves when `kubectl rollout status` would end. It throws an Error if that takes longer than three minutes.
 */
export async function watchRollout(
  cluster: Cluster,
  path: string,
  name: string,
): Promise<() => Promise<RolloutMoments>> {
  const { items, resourceVersion } = await cluster.list<Workload>(path, selecting(name));
  const templateIn = (object: Workload | undefined) => JSON.stringify(object?.spec?.template);
  const before = templateIn(items[0]);
  const follow = async (): Promise<RolloutMoments> => {
    const query = { ...selecting(name), resourceVersion };
    let written: number | undefined;
    for await (const { object } of cluster.watch<Workload>(path, query, AbortSignal.timeout(180_000))) {
      // The fencing token is written first: an annotation, which counts as a generation of its own.
      if (templateIn(object) === before) continue;
      written ??= performance.now();
      if (isComplete(object)) return { written, complete: performance.now() };
    }
    throw new Error(`the watch of Deployment/${name} ended before its rollout`);
  };
  const followed = follow();
  // Awaited after the command.
  followed.catch(() => undefined);
  return () => followed;
}

const selecting = (name: string) => ({ fieldSelector: `metadata.name=${name}` });
