import type { KubeObject } from '../../cluster/objects.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Gating } from '../gating/gate-parts.ts';
import { tokenOfOwner } from '../state/fencing.ts';
import { hasMovedOver, heldBecause } from '../state/reversibility.ts';
import type { RolloutState } from '../state/stored.ts';
import { hasHadOtherReleases } from '../state/undo.ts';
import { sentenceOf } from '../workloads/diagnosis.ts';
import { templateOf, titleOf } from '../workloads/kinds.ts';
import { canonical, nameOf } from '../workloads/naming.ts';
import { type Cause, lateCause } from '../workloads/rollout.ts';
import { unstuck } from '../workloads/stuck.ts';
import { releaseOf } from '../workloads/workers.ts';
import {
  type Action,
  canaryService,
  canCarry,
  type FencedPatch,
  type Inputs,
  podsOfTrack,
  type RolloutSpec,
  readyPods,
  runsCandidate,
} from './course.ts';
import { waitForWorkers, workerToRestore } from './going-back.ts';
import type { Snapshot } from './world.ts';

/** The way back, and what both ends of a rollout take away. */

/** Milliseconds that a baseline is given at which an undo changes nothing: what is down by itself may be what the next release mends. */
const brief = 60_000;

/** Milliseconds for which a gateway may refuse a route because it has not seen a new Service yet. */
const untilRefused = 30_000;

/** The shortest way to safety: traffic, then pods (which ends long-lived connections), then the rest. */
export function rollBack(course: RolloutSpec, o: Snapshot, journal: RolloutState, insight: Inputs): Action {
  const { router } = course;
  const worker = workerToRestore(course, o);
  if (journal.baseline === undefined) {
    if (worker !== undefined) return { do: 'restore-worker', name: worker.name };
    if (hasHadOtherReleases(o.workload, journal.candidate))
      return {
        do: 'hold',
        reason: `cannot undo release ${journal.candidate} as a first release: ${titleOf(course.workload)} has run other releases; deploy a version that works`,
      };
    return insight.removed ? { do: 'enter', phase: 'undone', weight: 0 } : { do: 'remove-made' };
  }
  if (
    course.baselineTemplate === undefined &&
    (o.workload === undefined || isToBeRestored(course, o, journal))
  ) {
    return {
      do: 'hold',
      reason: `the record of release ${journal.baseline} has no template to put back; release a version that works`,
    };
  }
  if (o.workload === undefined) return { do: 'recreate-workload' };
  if (isToBeRestored(course, o, journal)) return { do: 'restore-workload' };
  if (worker !== undefined) return { do: 'restore-worker', name: worker.name };
  const stuck = unstuck(course.workload, o, o.now, 0);
  if (stuck !== undefined) return stuck;
  const set = router.weight(o) ?? 0;
  if (set > 0) return shiftToStable(course, o, journal, insight, set);
  const starting = waitForStablePod(o, journal, insight);
  const rest = starting ?? cleanUp(course, o);
  if (rest !== undefined) return rest;
  const { state = 'complete' } = insight.workload ?? {};
  const down = state !== 'complete';
  const early = o.now - journal.since < patienceFor(journal, o);
  // Nothing better can be tried than the version before: of one that rolls only the time decides.
  if (insight.workload?.state === 'failed' && !(early && journal.strategy === 'rolling'))
    return doesNotComeUp(journal, insight.workload.cause);
  if (down && early) return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
  if (down && journal.strategy === 'rolling')
    return doesNotComeUp(journal, lateCause(o, Math.round((journal.deadline - journal.startedAt) / 1000)));
  const workers = waitForWorkers(course, o, journal, insight);
  if (typeof workers !== 'string') return workers;
  const behind = `${down ? `; release ${journal.baseline} is not up` : ''}${workers}`;
  const reason = behind === '' ? {} : { reason: `${journal.reason ?? 'undone'}${behind}` };
  return { do: 'enter', phase: 'undone', weight: 0, ...reason };
}

/** An undo leaves the versions of others alone; a rollback to a release replaces whatever is there. */
function isToBeRestored(
  course: RolloutSpec,
  { workload }: Snapshot,
  { baseline, rollback }: RolloutState,
): boolean {
  if (rollback !== true) return runsCandidate(course, workload);
  return releaseOf(workload) !== baseline || canonical(templateOf(workload)) !== course.baselineTemplate;
}

function doesNotComeUp({ baseline, reason, rollback }: RolloutState, cause: Cause): Action {
  const why = sentenceOf(cause);
  return {
    do: 'hold',
    reason: rollback === true ? why : `${reason}; and release ${baseline} does not come up either: ${why}`,
  };
}

/** Milliseconds for which an undo waits for a baseline that is not up: long only for one that was put back or made again. */
function patienceFor(journal: RolloutState, { workload }: Snapshot): number {
  const made = Date.parse(workload?.metadata?.creationTimestamp ?? '') || 0;
  const { undoneFrom = 'promoting', strategy } = journal;
  const moved = hasMovedOver({ phase: undoneFrom, strategy }, true);
  return moved || made >= journal.startedAt ? journal.deadline - journal.startedAt : brief;
}

/** Traffic goes to the baseline as soon as that can carry it. */
function shiftToStable(
  course: RolloutSpec,
  o: Snapshot,
  journal: RolloutState,
  insight: Inputs,
  set: number,
): Action {
  const { router } = course;
  const ready = readyPods(o, 'stable').length;
  const enough = journal.strategy === 'rolling' ? patienceFor(journal, o) : brief;
  const late = insight.workload?.state === 'failed' || o.now - journal.since > enough;
  // Some pods of a version that works are better than all of one that does not.
  const whole = ready > 0 && ready >= (o.workload?.spec?.replicas ?? 1);
  if (whole || canCarry(course, o, set) || (late && ready > 0)) {
    return { do: 'patch', what: 'traffic back to the baseline', writes: router.shift(o, 0) };
  }
  if (late) {
    return {
      do: 'hold',
      reason: `release ${journal.baseline} has no ready pod that could take the traffic back; release a version that works`,
    };
  }
  // What the baseline's share would be answered with is 503; the canary's pods are there.
  const all = set < 100 && ready === 0 && readyPods(o, 'canary').length > 0 ? router.shift(o, 100) : [];
  if (all.length > 0)
    return { do: 'patch', what: 'all traffic to the canary while the baseline comes up', writes: all };
  return { do: 'await', what: `${ready} pods of release ${journal.baseline} ready`, ms: 1000 };
}

/** A baseline that was made again or put back has a pod at least before the canary goes. */
function waitForStablePod(o: Snapshot, journal: RolloutState, insight: Inputs): Action | undefined {
  const { workload } = insight;
  if (readyPods(o, 'stable').length > 0 || readyPods(o, 'canary').length === 0) return undefined;
  if (workload?.state !== 'progressing' || o.now - journal.since > brief) return undefined;
  return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
}

/** Takes away what the rollout brought, in the order in which nobody notices. */
export function cleanUp(course: RolloutSpec, o: Snapshot): Action | undefined {
  const { router } = course;
  const split = router.clean(o);
  if (split.length > 0) {
    return gatewaySettles(course, o) ?? { do: 'patch', what: 'the route is as it was', writes: split };
  }
  if (o.canary !== undefined && o.canary.metadata?.deletionTimestamp === undefined) {
    return gatewaySettles(course, o) ?? remove('the canary', canaryPath(course), o.canary);
  }
  const living = podsOfTrack(o, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
  if (living.length > 0) return { do: 'await', what: 'the pods of the canary end' };
  const service = canaryService(course, o);
  if (service !== undefined)
    return remove("the canary's Service", servicePath(course, nameOf.canary(course.service ?? '')), service);
  const pins = router.unpin(o);
  if (pins.length > 0) return { do: 'patch', what: 'Services select as before', writes: pins };
  const floor = course.restoreFloor(o);
  if (floor.length > 0) return { do: 'patch', what: 'the autoscaler has its room back', writes: floor };
  // Last: as long as it is there, it takes with it whatever is made in its name.
  const fence = o.fences.find(each => tokenOfOwner(each) <= course.token);
  if (fence !== undefined) {
    const { namespace = '', name } = fence.metadata ?? {};
    return remove('the fence', pathOf(resources.configMap, namespace, name), fence);
  }
  return undefined;
}

/** Whether the gateway does what the route says. */
export function gatewayAccepts(course: RolloutSpec, o: Snapshot): Action | undefined {
  const trouble = course.router.trouble(o);
  if (trouble === undefined) return undefined;
  const { detail, refused } = trouble;
  const { acceptance } = course.gateway;
  const patience = refused ? Math.min(acceptance, untilRefused) : acceptance;
  const since = o.now - course.router.setAt(o);
  return since < patience ? { do: 'await', what: detail, ms: 1000 } : abort(course, o, detail);
}

/** Waits until the gateway has surely carried out the last change, before something is done that relies on it. */
export function gatewaySettles(course: RolloutSpec, o: Snapshot): Action | undefined {
  const setAt = course.router.setAt(o);
  const trouble = course.router.trouble(o);
  // One that has not looked yet may send requests to where they went before.
  if (trouble?.refused === false && o.now - setAt < course.gateway.acceptance)
    return { do: 'await', what: trouble.detail, ms: 1000 };
  const left = setAt + drainOf(course, o) - o.now;
  return left > 0 ? { do: 'await', what: 'the gateway carries it out', ms: left } : undefined;
}

/** Milliseconds: the setting, or as long as a weight of this rollout took to arrive, which the gate has measured. */
function drainOf({ gateway: { arrival, drain } }: RolloutSpec, { journal }: Snapshot): number {
  const { lag = 0 } = (journal?.gate as Gating | undefined)?.state ?? {};
  // No weight was waited for longer, whatever stands in the state.
  return Math.max(drain, Math.min(lag, arrival));
}

export const canaryPath = ({ namespace, workload }: RolloutSpec) =>
  pathOf(resources.deployment, namespace, nameOf.canary(workload.name));

const servicePath = ({ namespace }: RolloutSpec, name: string) => pathOf(resources.service, namespace, name);

export function remove(what: string, path: string, object: KubeObject): Action {
  return { do: 'remove', what, path, uid: object.metadata?.uid ?? '' };
}

/** Into the undo, with the traffic patch beside the entry of the journal; held where there is no way back. */
export function abort(course: RolloutSpec, o: Snapshot, reason: string): Action {
  if (isIrreversible(course, o)) return { do: 'hold', reason: heldBecause(course.candidate, reason) };
  return { do: 'enter', phase: 'undoing', weight: 0, reason, writes: returnTraffic(course, o) };
}

/** Whoever asks for an end through the journal has been asked for a reason before. */
export function isIrreversible(course: RolloutSpec, { journal, workload }: Snapshot): boolean {
  if (course.reversible || journal?.baseline === undefined || journal.abortRequested !== undefined)
    return false;
  return hasMovedOver(journal, runsCandidate(course, workload));
}

/** The patch that ends the exposure; none when the baseline could not carry the traffic. */
export function returnTraffic(course: RolloutSpec, o: Snapshot): FencedPatch[] {
  const set = course.router.weight(o) ?? 0;
  if (set === 0 || runsCandidate(course, o.workload) || !canCarry(course, o, set)) return [];
  return course.router.shift(o, 0);
}

export function abortWithCause(course: RolloutSpec, o: Snapshot, cause: Cause): Action {
  if (isIrreversible(course, o)) {
    return { do: 'hold', reason: heldBecause(course.candidate, sentenceOf(cause)) };
  }
  return { do: 'give-up', cause, writes: returnTraffic(course, o) };
}
