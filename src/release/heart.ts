import type { ConfigMap } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { beatPatch, beatSeconds } from './dead-man.ts';

/** Lets the dead man hear that this run lives, until it is stopped. A beat that fails is followed by the next. */
export function beating(cluster: Cluster, fence: ConfigMap): { stop(): void } {
  let beat = 0;
  let under = false;
  const timer = setInterval(() => {
    if (under) return;
    under = true;
    beat += 1;
    void send(cluster, fence, { beat }).finally(() => {
      under = false;
    });
  }, beatSeconds * 1000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** For a rollout that waits on purpose: the dead man is patient until then. */
export async function lastBeat(cluster: Cluster, fence: ConfigMap, ms: number): Promise<void> {
  await send(cluster, fence, { beat: -1, patience: Math.ceil(ms / 1000) + 60 });
}

async function send(
  cluster: Cluster,
  { metadata }: ConfigMap,
  heartbeat: Parameters<typeof beatPatch>[1],
): Promise<void> {
  const path = pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name);
  await cluster.patch(path, 'json', beatPatch(metadata?.uid ?? '', heartbeat)).catch(() => undefined);
}
