import type { Pod } from '../cluster/objects.ts';
import { standingOf } from './controllers.ts';
import { kindOf, type Ref, replicasOf, type Workload } from './kinds.ts';
import { containerStatusesOf, isLiving, isOwnedBy, isReady, isStarting, revisionOfPod } from './pods.ts';
import type { Observed } from './progress.ts';

/**
 * Pods that block the update of a StatefulSet. Its controller updates one pod after the other and waits for each to become ready, even
 * if it will be replaced anyway: after a rollback of the template, the controller would never get past the pod that failed.
 */

/** Milliseconds for which a pod may be unready in a rollout: it may just be restarting. */
export const stuckAfterInRollout = 30_000;

/**
 * Milliseconds for a pod that was ready once to become ready again: it may have lost a peer that is being replaced. It gets the longer
 * time while a pod of the new version is missing or not ready, because a quorum may need both.
 */
const rejoining = { whole: 10_000, short: 120_000 };

/**
 * Returns the pod to delete next: not ready, not of the new version, and while no other pod is ending. Pure.
 * @param now milliseconds since 1970 by the API server's clock.
 * @param stuckAfter milliseconds for which it must have been unready, at least; 0 in a rollback, which leaves a failed version.
 */
export function stuckPod(
  { workload, pods }: Pick<Observed, 'workload' | 'pods'>,
  now: number,
  stuckAfter: number,
): Pod | undefined {
  if (workload === undefined || kindOf(workload) !== 'StatefulSet') return undefined;
  const { updateRevision } = workload.status ?? {};
  // Until the controller has observed the write, updateRevision is not the new version.
  if (!standingOf(workload).observed || updateRevision === undefined) return undefined;
  const own = pods.filter(pod => isOwnedBy(pod, workload.metadata?.uid));
  if (!own.every(isLiving)) return undefined;
  const isNext = (pod: Pod) => revisionOfPod(pod) === updateRevision;
  const least = isWhole(workload, own, isNext) ? rejoining.whole : rejoining.short;
  return own
    .filter(pod => !isNext(pod) && !isReady(pod))
    .filter(pod => now - unreadySince(pod) >= (mayRejoin(pod) ? Math.max(stuckAfter, least) : stuckAfter))
    .sort((a, b) => ordinalOf(b) - ordinalOf(a))[0];
}

/** Whether no pod of the new version is about to join as a peer: none is unready, and none is missing that would be created first. */
function isWhole(workload: Workload, own: readonly Pod[], isNext: (pod: Pod) => boolean): boolean {
  if (!own.filter(isNext).every(isReady)) return false;
  if (own.length >= replicasOf(workload)) return true;
  // With OrderedReady, a pod is created only after all pods with a lower ordinal are ready.
  const inOrder = workload.spec?.podManagementPolicy !== 'Parallel';
  const highest = Math.max(...own.filter(pod => !isReady(pod)).map(ordinalOf));
  return inOrder && own.length > highest;
}

/** Whether it was ready once and its containers run: no other pod can be a peer. */
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
  // The kubelet writes both times when a pod starts, in whole seconds; a later one is that of a change.
  const began = Date.parse(status?.startTime ?? metadata?.creationTimestamp ?? '') || 0;
  return Date.parse(turned) - began > 1000;
}

function unreadySince({ metadata, status }: Pod): number {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return Date.parse(ready?.lastTransitionTime ?? metadata?.creationTimestamp ?? '') || 0;
}

/** Returns the action that deletes the stuck pod; undefined when there is none. Pure. */
export function removeStuckAction(
  of: Ref,
  observed: Pick<Observed, 'workload' | 'pods'> | undefined,
  now: number,
  stuckAfter: number,
): { do: 'remove-stuck'; of: Ref; pod: Pod } | undefined {
  const pod = observed && stuckPod(observed, now, stuckAfter);
  return pod && { do: 'remove-stuck', of, pod };
}

const ordinalOf = ({ metadata }: Pod): number => Number(/-(\d+)$/.exec(metadata?.name ?? '')?.[1] ?? 0);
