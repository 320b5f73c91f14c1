import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { timing } from '../../toolkit/timing.ts';
import { noteWatchdog } from '../decision-record/record.ts';
import { beatPatch } from '../watchdog/watchdog.ts';
import type { Owner } from './canary.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

export interface Heartbeat {
  /** This run has seen all that it judges by. */
  markObserved(): void;
  /** From now on every beat tells the watchdog to end. */
  endWatchdog(): Promise<void>;
  /** After it no beat comes any more, so that the last one, which may ask for patience, is the last. */
  stop(): Promise<void>;
}

/**
 * Lets the watchdog hear that this run lives, as long as it sees: a beat follows only where it has looked since the one before.
 * Whoever is blind, as where one watch goes on failing, judges nothing. A beat that fails is followed by the next.
 */
export function startHeartbeat(cluster: Cluster, fence: ConfigMap): Heartbeat {
  let beat = 0;
  let sees = false;
  let isOver = false;
  let under: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (under !== undefined || !(sees || isOver)) return;
    sees = false;
    beat += 1;
    under = send(cluster, fence, isOver ? 'over' : { beat }).finally(() => {
      under = undefined;
    });
  }, timing.heartbeat);
  timer.unref();
  return {
    markObserved: () => {
      sees = true;
    },
    endWatchdog: async () => {
      if (isOver) return;
      isOver = true;
      await endWatchdog(cluster, fence);
    },
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}

export async function createWatchdog(
  { cluster, spec, informers, decisions }: RolloutContext,
  o: Snapshot,
  owner: Owner,
  tell: (line: string) => void,
): Promise<void> {
  const job = spec.watchdog?.job(o, owner);
  if (job === undefined) return;
  tell('the watchdog comes up');
  const watchdog = { state: 'armed' as const, note: `Job/${job.metadata?.name}` };
  decisions.update(record => noteWatchdog(record, watchdog));
  informers.put(await cluster.create(pathOf(resources.job, spec.namespace), job));
}

/** For a rollout that waits on purpose: the watchdog is patient until then. */
export async function askForPatience(cluster: Cluster, fence: ConfigMap, ms: number): Promise<void> {
  await send(cluster, fence, { beat: -1, patience: Math.ceil((ms + timing.watchdogMargin) / 1000) });
}

/** Where nothing else could serve, taking the traffic back would be an outage: the watchdog ends. */
export function endWatchdog(cluster: Cluster, fence: ConfigMap): Promise<void> {
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
