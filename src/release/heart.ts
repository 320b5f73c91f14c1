import type { ConfigMap } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { beatPatch, beatSeconds } from './dead-man.ts';

/**
 * Lets the dead man hear that this run lives, until it is stopped. A beat that fails is followed by the next. After `stop`
 * none comes any more, so that the last one, which may ask for patience, is the last. After `over` every beat tells the dead
 * man to end.
 */
export function beating(
  cluster: Cluster,
  fence: ConfigMap,
): { over(): Promise<void>; stop(): Promise<void> } {
  let beat = 0;
  let isOver = false;
  let under: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (under !== undefined) return;
    beat += 1;
    under = send(cluster, fence, isOver ? 'over' : { beat }).finally(() => {
      under = undefined;
    });
  }, beatSeconds * 1000);
  timer.unref();
  return {
    over: async () => {
      if (isOver) return;
      isOver = true;
      await standDown(cluster, fence);
    },
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}

/** For a rollout that waits on purpose: the dead man is patient until then. */
export async function lastBeat(cluster: Cluster, fence: ConfigMap, ms: number): Promise<void> {
  await send(cluster, fence, { beat: -1, patience: Math.ceil(ms / 1000) + 60 });
}

/** Where nothing else could serve, taking the traffic back would be an outage: the dead man ends. */
export function standDown(cluster: Cluster, fence: ConfigMap): Promise<void> {
  return send(cluster, fence, 'over');
}

async function send(
  cluster: Cluster,
  { metadata }: ConfigMap,
  heartbeat: Parameters<typeof beatPatch>[1],
): Promise<void> {
  const path = pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name);
  await cluster.patch(path, 'json', beatPatch(metadata?.uid ?? '', heartbeat)).catch(() => undefined);
}
