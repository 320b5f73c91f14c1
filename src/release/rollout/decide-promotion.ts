import { writtenAt } from '../../workloads/controllers.ts';
import { replicasOf, titleOf } from '../../workloads/kinds.ts';
import { isOwnedBy } from '../../workloads/pods.ts';
import { type Cause, lateCause } from '../../workloads/progress.ts';
import { removeStuckAction, stuckAfterInRollout } from '../../workloads/stuck.ts';
import { releaseOf, type Worker } from '../../workloads/workers.ts';
import { bringUpCanary } from './bring-up.ts';
import {
  cleanUp,
  gatewayAccepts,
  gatewaySettles,
  isIrreversible,
  rollbackOrNeedsAction,
} from './decide-rollback.ts';
import {
  capacityOf,
  changeOfWorkload,
  findCanaryService,
  type Inputs,
  type RolloutAction,
  type RolloutSnapshot,
  type RolloutSpec,
  runsCandidate,
} from './spec.ts';

/** Promotion: a candidate that passed the gate becomes the stable workload. All pure. */

/**
 * Decides the next action of a promotion. While the workload rolls, the canary has all traffic, or in place the weight of the bake. Then
 * the traffic moves to the workload in steps. The new version's share never falls: the workload, which has the rest, only rolls towards it.
 */
export function promote(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  if (spec.goal === 'judged') return { do: 'end' };
  const replaced = replacedByOthers(spec, snapshot);
  if (replaced !== undefined) return replaced;
  const { router, promotionWeight } = spec;
  if (snapshot.rollout.weight < promotionWeight) return { do: 'set-weight', weight: promotionWeight };
  // A terminating pod is visible before the workload's status counts it as missing.
  const complete =
    inputs.workload?.state === 'complete' &&
    snapshot.workload !== undefined &&
    snapshot.ready.stable >= replicasOf(snapshot.workload);
  // Once the canary is being deleted, the workload has all traffic: scaling it then must not restart the promotion.
  const served = snapshot.canary?.metadata?.deletionTimestamp !== undefined || snapshot.canary === undefined;
  const moved =
    runsCandidate(spec, snapshot.workload) && (complete || (served && router.weight(snapshot) === 0));
  // The workload was complete before its workers got the candidate, so a pod that is missing later is not the release's fault.
  const wasComplete =
    complete || spec.workers.some(({ name }) => runsCandidate(spec, snapshot.workers[name]?.workload));
  if (spec.strategy === 'rolling' && !(moved && wasComplete)) return rolling(spec, snapshot, inputs);
  if (!moved) return rollBehindCanary(spec, snapshot, inputs);
  const set = router.weight(snapshot);
  if (set > 0) return gatewaySettles(spec, snapshot) ?? shiftToWorkload(spec, snapshot, set);
  const rest = cleanUp(spec, snapshot);
  if (rest !== undefined) return rest;
  // While workers follow, a pod that others keep from starting is not the release's fault. A version that fails is.
  const { workload: seen } = inputs;
  const isOfOthers = wasComplete && seen?.state === 'failed' && causesOfOthers.has(seen.cause.kind);
  if (seen?.state === 'failed' && !isOfOthers) return rollbackOrNeedsAction(spec, snapshot, seen.cause);
  if (!wasComplete) return waitForPods(spec, snapshot);
  const following = updateWorkers(spec, snapshot, inputs);
  if (following !== undefined) return following;
  // It was complete, and lost pods while its workers followed.
  if (!complete && !isOfOthers) return waitForPods(spec, snapshot, followedAt(spec, snapshot));
  if (snapshot.rollout.routesPending) return { do: 'apply-routes' };
  return spec.watchMs > 0 && spec.strategy === 'canary'
    ? { do: 'transition', phase: 'watching', weight: 100 }
    : { do: 'transition', phase: 'done', weight: 100 };
}

/**
 * Rolls back when another client gives the workload another version after the candidate was written, as with `kubectl rollout undo`. The
 * revisions show that it was written: the controller copies the workload's annotations to each of them. An irreversible candidate is
 * written again instead; a user who wants to leave it must force a rollback with a reason.
 */
function replacedByOthers(spec: RolloutSpec, snapshot: RolloutSnapshot): RolloutAction | undefined {
  if (
    snapshot.workload === undefined ||
    runsCandidate(spec, snapshot.workload) ||
    isIrreversible(spec, snapshot)
  )
    return undefined;
  const { uid } = snapshot.workload.metadata ?? {};
  const written = snapshot.revisions.some(each => isOwnedBy(each, uid) && releaseOf(each) === spec.candidate);
  return written ? rollbackOrNeedsAction(spec, snapshot, changeOfWorkload(spec, snapshot)) : undefined;
}

/** Rolls the workload once the canary has its pods and its traffic. */
function rollBehindCanary(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  const { router, workload } = spec;
  const written = runsCandidate(spec, snapshot.workload);
  // Another client deleted the workload after the cleanup. Without the fence no canary can be created, so the candidate is applied.
  if (snapshot.fences.length === 0 && !written) return { do: 'apply-workload' };
  const weight = promotionShare(spec, snapshot);
  const writes = router.setWeight(snapshot, weight);
  const what = `${weight < 100 ? `${weight} %` : 'all traffic'} to the canary`;
  const shift = writes.length === 0 ? undefined : ({ do: 'patch', what, writes } as const);
  // The requests to a workload without a ready pod cannot wait for the rest of the canary's pods.
  if (shift !== undefined && isOnlyCanaryReady(spec, snapshot)) return shift;
  // Where the number of pods is the split, the router sets it: a different number here would be changed back and forth.
  const up = bringUpCanary(
    spec,
    snapshot,
    inputs,
    router.podsNeeded(spec.promotionWeight, capacityFor(spec, snapshot, written)),
  );
  if (up?.do === 'await') return rollBackIfLate(spec, snapshot) ?? up;
  if (up !== undefined) return up;
  if (shift !== undefined) return shift;
  const trouble = gatewayAccepts(spec, snapshot) ?? gatewaySettles(spec, snapshot);
  if (trouble !== undefined) return trouble;
  if (!written) return { do: 'apply-workload' };
  if (inputs.workload?.state === 'failed')
    return rollbackOrNeedsAction(spec, snapshot, inputs.workload.cause);
  const how = spec.promotionWeight < 100 ? 'in place' : 'without traffic';
  const wait = `waiting for ${titleOf(workload)} to roll ${how}`;
  return rollBackIfLate(spec, snapshot) ?? { do: 'await', what: wait };
}

/** Returns the capacity for the canary. In place it does not follow a workload that its own release scales up, only an autoscaler's. */
const capacityFor = (
  { promotionWeight, autoscaled }: RolloutSpec,
  snapshot: RolloutSnapshot,
  written: boolean,
) => (promotionWeight < 100 && written && !autoscaled ? snapshot.rollout.capacity : capacityOf(snapshot));

/** Returns the canary's weight: all traffic while no stable pod is ready, because too few pods are better than none. */
const promotionShare = (spec: RolloutSpec, snapshot: RolloutSnapshot): number =>
  isOnlyCanaryReady(spec, snapshot) ? 100 : spec.promotionWeight;

/** Whether requests to the workload would fail. A single Service for both tracks sends none to missing pods. */
const isOnlyCanaryReady = (spec: RolloutSpec, snapshot: RolloutSnapshot): boolean =>
  snapshot.ready.stable === 0 &&
  snapshot.ready.canary > 0 &&
  spec.router.ownService &&
  findCanaryService(spec, snapshot) !== undefined;

/** Moves the traffic to the workload, in two steps where the router can split it. */
function shiftToWorkload(
  { router, workload }: RolloutSpec,
  snapshot: RolloutSnapshot,
  set: number,
): RolloutAction {
  const half = set > 50 ? router.setWeight(snapshot, 50) : [];
  if (half.length > 0) return { do: 'patch', what: `50 % to ${titleOf(workload)}`, writes: half };
  return { do: 'patch', what: `100 % to ${titleOf(workload)}`, writes: router.setWeight(snapshot, 0) };
}

/** Causes for which a pod does not start although its version works. */
const causesOfOthers: ReadonlySet<Cause['kind']> = new Set(['unschedulable', 'quota', 'refused']);

/** Waits for all pods of the workload, as long as the deadline allows. */
const waitForPods = (spec: RolloutSpec, snapshot: RolloutSnapshot, began?: number): RolloutAction =>
  rollBackIfLate(spec, snapshot, began) ?? {
    do: 'await',
    what: `waiting for all pods of ${titleOf(spec.workload)} to become ready`,
  };

/** Returns when the newest worker got the candidate, in milliseconds since 1970. */
const followedAt = ({ workers }: RolloutSpec, snapshot: RolloutSnapshot): number =>
  Math.max(
    snapshot.rollout.since,
    ...workers.map(({ name }) => writtenAt(snapshot.workers[name]?.workload ?? {})),
  );

/**
 * Rolls back when the promotion takes longer than the deadline.
 * @param began by default when the promotion began, or another run attached to it.
 */
function rollBackIfLate(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  began = snapshot.rollout.since,
): RolloutAction | undefined {
  const since = snapshot.now - began;
  if (since <= spec.deadlineMs) return undefined;
  return rollbackOrNeedsAction(spec, snapshot, lateCause(snapshot, Math.round(since / 1000)));
}

/** Decides within a rolling update, which the workload's controller carries out. */
function rolling(spec: RolloutSpec, snapshot: RolloutSnapshot, { workload }: Inputs): RolloutAction {
  if (!runsCandidate(spec, snapshot.workload)) return { do: 'apply-workload' };
  if (workload?.state === 'failed') return rollbackOrNeedsAction(spec, snapshot, workload.cause);
  const late = rollBackIfLate(spec, snapshot);
  if (late !== undefined) return late;
  const counted =
    workload === undefined
      ? `waiting for ${titleOf(spec.workload)} to roll`
      : `${workload.ready} of ${workload.wanted} new pods ready`;
  return (
    removeStuckAction(spec.workload, snapshot, snapshot.now, stuckAfterInRollout) ?? {
      do: 'await',
      what: counted,
    }
  );
}

/**
 * Gives the candidate to the workers, once the workload has it, and waits until all of them are ready.
 * @returns undefined when they are.
 */
export function updateWorkers(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  const workers = spec.workers.filter(({ candidate }) => candidate !== undefined);
  const liveOf = ({ name }: Worker) => snapshot.workers[name]?.workload;
  const next = workers.find(worker => !runsCandidate(spec, liveOf(worker)));
  if (next !== undefined) return { do: 'apply-worker', name: next.name };
  const ends = workers.map(worker => ({ worker, seen: inputs.workers[worker.name] }));
  // A failed worker ends the rollout even while others are still starting.
  for (const { seen } of ends)
    if (seen?.state === 'failed') return rollbackOrNeedsAction(spec, snapshot, seen.cause);
  const slow = ends.filter(({ seen }) => seen?.state !== 'complete');
  // For a run that has just attached no worker counts as complete for ten seconds: one with all pods ready is not late.
  const late = slow.find(
    ({ worker, seen }) =>
      seen !== undefined &&
      seen.ready < seen.wanted &&
      snapshot.now > writtenAt(liveOf(worker) ?? {}) + spec.deadlineMs,
  );
  if (late !== undefined)
    return rollbackOrNeedsAction(spec, snapshot, `${titleOf(late.worker.ref)} did not become ready in time`);
  const [first] = slow;
  if (first === undefined) return undefined;
  for (const { worker } of slow) {
    const stuck = removeStuckAction(
      worker.ref,
      snapshot.workers[worker.name],
      snapshot.now,
      stuckAfterInRollout,
    );
    if (stuck !== undefined) return stuck;
  }
  const counted = first.seen === undefined ? '' : `: ${first.seen.ready} of ${first.seen.wanted} pods`;
  return { do: 'await', what: `waiting for ${titleOf(first.worker.ref)}${counted}` };
}
