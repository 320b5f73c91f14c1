import type { ConfigMap, OwnerReference } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { noteWatchdog } from '../../decision/record.ts';
import { timing } from '../../toolkit/timing.ts';
import { heartbeatPatch } from '../watchdog/watchdog.ts';
import type { RolloutContext } from './context.ts';
import type { Snapshot } from './informers.ts';

export interface HeartbeatTimer {
  /** Says that the run has just seen an up-to-date snapshot. */
  markObserved(): void;
  /** Tells the watchdog to end, now and with every later beat. @throws ClusterError when that was not written. */
  endWatchdog(): Promise<void>;
  /** Stops the heartbeat. Resolves when no beat is in flight that could overwrite a longer timeout. */
  stop(): Promise<void>;
}

/**
 * Starts the heartbeat of this run. A beat is sent only if the run has seen an up-to-date snapshot since the one before: a run whose
 * watches fail cannot judge the candidate, so its watchdog must act. A failed beat is not retried; the next one follows.
 */
export function startHeartbeat(cluster: Cluster, fence: ConfigMap): HeartbeatTimer {
  let beat = 0;
  let sees = false;
  let isOver = false;
  let under: Promise<unknown> | undefined;
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
      await write(cluster, fence, 'over');
      isOver = true;
    },
    stop: async () => {
      clearInterval(timer);
      await under;
    },
  };
}

export async function createWatchdog(
  { cluster, spec, informers, decisions, tell }: RolloutContext,
  snapshot: Snapshot,
  owner: OwnerReference,
): Promise<void> {
  const job = spec.watchdog?.job(snapshot, owner);
  if (job === undefined) return;
  tell('starting the watchdog');
  decisions.update(record => noteWatchdog(record, `Job/${job.metadata?.name}`));
  informers.put(await cluster.create(pathOf(resources.job, spec.namespace), job));
}

/**
 * Makes the watchdog wait that many milliseconds for the next heartbeat, because the rollout is paused.
 * @returns whether that was written.
 */
export function extendWatchdogTimeout(cluster: Cluster, fence: ConfigMap, ms: number): Promise<boolean> {
  return send(cluster, fence, { beat: -1, timeout: Math.ceil((ms + timing.watchdogMargin) / 1000) });
}

/** Ends the watchdog, where restoring traffic would be an outage because the baseline cannot take it. @returns whether that was written. */
export const tryToEndWatchdog = (cluster: Cluster, fence: ConfigMap): Promise<boolean> =>
  send(cluster, fence, 'over');

const send = (...sent: Parameters<typeof write>): Promise<boolean> =>
  write(...sent).then(
    () => true,
    () => false,
  );

async function write(
  cluster: Cluster,
  { metadata }: ConfigMap,
  heartbeat: Parameters<typeof heartbeatPatch>[1],
): Promise<void> {
  const path = pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name);
  await cluster.patch(path, 'json', heartbeatPatch(metadata?.uid ?? '', heartbeat));
}
