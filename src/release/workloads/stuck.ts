import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { type FencingToken, stampOf } from '../../traffic/fence.ts';
import { standingOf } from './controllers.ts';
import { kindOf, pathTo, type Ref, replicasOf, titleOf, type Workload } from './kinds.ts';
import { overtaken } from './overtaken.ts';
import { containerStatusesOf, isLiving, isOwnedBy, isReady, isStarting, revisionOfPod } from './pods.ts';
import type { Observed } from './rollout.ts';

/**
 * Pods that keep a StatefulSet from getting another version. Its controller goes from pod to pod and waits for one that is not
 * ready, also when it is to get another version anyhow: who writes the old template back waits for ever for the pod that failed.
 */

/** Milliseconds for which a pod may be unready on the way forward: it may be the usual moment of a restart. */
export const patienceForward = 30_000;

/**
 * Milliseconds that a pod which was ready once has to be so again: it may have lost a peer that is just being replaced. It has
 * the longer time while a pod of the version that is to come is missing or not ready, for a quorum may need both.
 */
const rejoining = { whole: 10_000, short: 120_000 };

/**
 * The pod that has to go next: not ready, of another version than the one that is to come, and no other one is ending. Pure.
 * @param now milliseconds since 1970 by the API server's clock.
 * @param patience milliseconds for which it has to have been unready, at least; 0 in a rollback, which leaves a version that failed.
 */
export function stuckPod(
  { workload, pods }: Pick<Observed, 'workload' | 'pods'>,
  now: number,
  patience: number,
): Pod | undefined {
  if (workload === undefined || kindOf(workload) !== 'StatefulSet') return undefined;
  const { updateRevision } = workload.status ?? {};
  // Until the controller has looked, the version that it means is not the one that was written.
  if (!standingOf(workload).seen || updateRevision === undefined) return undefined;
  const own = pods.filter(pod => isOwnedBy(pod, workload.metadata?.uid));
  if (!own.every(isLiving)) return undefined;
  const isNext = (pod: Pod) => revisionOfPod(pod) === updateRevision;
  const least = isWhole(workload, own, isNext) ? rejoining.whole : rejoining.short;
  return own
    .filter(pod => !isNext(pod) && !isReady(pod))
    .filter(pod => now - unreadySince(pod) >= (mayRejoin(pod) ? Math.max(patience, least) : patience))
    .sort((a, b) => ordinalOf(b) - ordinalOf(a))[0];
}

/** Whether no pod of the version that is to come is about to be a peer: it is not ready, or missing and made before the others are. */
function isWhole(workload: Workload, own: readonly Pod[], isNext: (pod: Pod) => boolean): boolean {
  if (!own.filter(isNext).every(isReady)) return false;
  if (own.length >= replicasOf(workload)) return true;
  // In order, no pod is made before all of those with a lower number are ready.
  const inOrder = workload.spec?.podManagementPolicy !== 'Parallel';
  const highest = Math.max(...own.filter(pod => !isReady(pod)).map(ordinalOf));
  return inOrder && own.length > highest;
}

/** Whether it was ready once and its containers run: any other one is nobody's peer. */
function mayRejoin(pod: Pod): boolean {
  const { metadata, status } = pod;
  if (
    containerStatusesOf(pod).some(
      ({ state }) => state?.waiting !== undefined && !isStarting(state.waiting.reason),
    )
  )
    return false;
  const turned = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
  if (turned === undefined) return false;
  // The kubelet writes both at once when a pod begins, in whole seconds; a later time is that of a change.
  const began = Date.parse(status?.startTime ?? metadata?.creationTimestamp ?? '') || 0;
  return Date.parse(turned) - began > 1000;
}

function unreadySince({ metadata, status }: Pod): number {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return Date.parse(ready?.lastTransitionTime ?? metadata?.creationTimestamp ?? '') || 0;
}

/** The move that takes it away. Pure. */
export function unstuck(
  of: Ref,
  observed: Pick<Observed, 'workload' | 'pods'> | undefined,
  now: number,
  patience: number,
): { do: 'remove-stuck'; of: Ref; pod: Pod } | undefined {
  const pod = observed && stuckPod(observed, now, patience);
  return pod && { do: 'remove-stuck', of, pod };
}

const ordinalOf = ({ metadata }: Pod): number => Number(/-(\d+)$/.exec(metadata?.name ?? '')?.[1] ?? 0);

/**
 * Deletes it as it was seen: one that has become ready meanwhile, or was made anew, stays.
 * @throws LeaseLost when a newer run was at its workload.
 */
export async function removeStuck(
  cluster: Cluster,
  namespace: string,
  ref: Ref,
  { metadata }: Pod,
  { app, token }: FencingToken,
  tell: (line: string) => void = () => {},
): Promise<void> {
  const workload = await cluster.get(pathTo(namespace, ref));
  if (workload !== undefined && stampOf(workload, app) > token) throw overtaken(app);
  const { name, uid, resourceVersion } = metadata ?? {};
  if (uid === undefined || resourceVersion === undefined)
    throw new Error(`a pod of ${titleOf(ref)} has no uid`);
  tell(`removing Pod/${name}: it is not ready, and ${titleOf(ref)} waits for it before it rolls`);
  await cluster.remove(pathOf(resources.pod, namespace, name), uid, resourceVersion);
}
