import { pathOf, resources } from '../../cluster/resources.ts';
import { restoreMinReplicas } from '../../traffic/hpa.ts';
import { writtenAt } from '../../workloads/controllers.ts';
import { sentenceOf } from '../../workloads/diagnosis.ts';
import { titleOf } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import { podsOfTrack, runsTemplate } from '../../workloads/pods.ts';
import { type Cause, lateCause } from '../../workloads/progress.ts';
import { removeStuckAction } from '../../workloads/stuck.ts';
import { releaseOf } from '../../workloads/workers.ts';
import { tokenOfFence } from '../store/fencing.ts';
import { hasHadOtherReleases } from '../store/first-release.ts';
import { hasReplacedBaseline, needsActionBecause } from '../store/reversibility.ts';
import { waitForWorkers, workerToRestore } from './restore-workers.ts';
import {
  canaryPath,
  canCarry,
  findCanaryService,
  type Inputs,
  mayHaveRunCandidate,
  type RolloutAction,
  type RolloutSnapshot,
  type RolloutSpec,
  removeAction,
  runsCandidate,
  weightWithoutService,
} from './spec.ts';

/** Rollback, and the cleanup that every end of a rollout needs. All pure. */

/**
 * Milliseconds that a rollback waits for a baseline that was never replaced. If it is not ready by itself, the next release may be the fix,
 * and must not wait longer.
 */
const shortTimeout = 60_000;

/** Milliseconds for which a gateway may refuse a route because it has not seen a new Service yet. */
const untilRefused = 30_000;

/**
 * Decides the next action of a rollback. `rollbackOrNeedsAction` has returned the traffic already if the baseline could carry it. The rest
 * follows in this order: templates to restore, traffic, the canary's pods (which ends long-lived connections), everything else.
 */
export function continueRollback(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction {
  const { router } = spec;
  const { rollout } = snapshot;
  const worker = workerToRestore(spec, snapshot);
  if (rollout.baseline === undefined) {
    if (worker !== undefined) return { do: 'restore-worker', name: worker.name };
    if (hasHadOtherReleases(snapshot.workload, rollout.candidate))
      return {
        do: 'needs-action',
        reason: `release ${rollout.candidate} has no baseline, but ${titleOf(spec.workload)} has run other releases, so it is not deleted; deploy a version that works`,
      };
    return inputs.removed ? { do: 'transition', phase: 'rolled-back', weight: 0 } : { do: 'delete-created' };
  }
  const isGone = snapshot.workload === undefined;
  if (isGone || isToBeRestored(spec, snapshot)) {
    if (spec.baselineTemplate !== undefined) return { do: isGone ? 'recreate-workload' : 'restore-workload' };
    return {
      do: 'needs-action',
      reason: `the record of release ${rollout.baseline} has no pod template to restore; deploy a version that works`,
    };
  }
  if (worker !== undefined) return { do: 'restore-worker', name: worker.name };
  const stuck = removeStuckAction(spec.workload, snapshot, snapshot.now, 0);
  if (stuck !== undefined) return stuck;
  const set = router.weight(snapshot);
  if (set > 0) return shiftToStable(spec, snapshot, inputs, set);
  const rest = waitForStablePod(snapshot, inputs) ?? cleanUp(spec, snapshot);
  if (rest !== undefined) return rest;
  const { state = 'complete' } = inputs.workload ?? {};
  const down = state !== 'complete';
  const early = snapshot.now - rollout.since < baselineTimeout(spec, snapshot);
  // There is no better version to try than the baseline: after a rolling update only the time ends the wait for it. A baseline that was
  // never replaced, and serves, is as it was before.
  const waits = rollout.strategy === 'rolling' ? early : !isRestored(snapshot) && snapshot.ready.stable > 0;
  if (inputs.workload?.state === 'failed' && !waits) return baselineNotReady(snapshot, inputs.workload.cause);
  if (down && early)
    return { do: 'await', what: `waiting for release ${rollout.baseline} to become ready`, ms: 1000 };
  if (down && rollout.strategy === 'rolling')
    return baselineNotReady(snapshot, lateCause(snapshot, Math.round((snapshot.now - rollout.since) / 1000)));
  const workers = waitForWorkers(spec, snapshot, inputs);
  if (typeof workers !== 'string') return workers;
  const behind = `${down ? `; release ${rollout.baseline} is not ready` : ''}${workers}`;
  const reason = behind === '' ? {} : { reason: `${rollout.reason ?? 'rolled back'}${behind}` };
  return { do: 'transition', phase: 'rolled-back', weight: 0, ...reason };
}

/** Whether the workload must get the baseline's template. Only a rollback to a release also replaces versions of other clients. */
function isToBeRestored(spec: RolloutSpec, { workload, rollout }: RolloutSnapshot): boolean {
  if (rollout.restoresRelease !== true) {
    // A person asked for the baseline, also over an earlier release that needs action.
    const isNewer = (releaseOf(workload) ?? 0) > (rollout.baseline ?? Number.POSITIVE_INFINITY);
    return runsCandidate(spec, workload) || (rollout.abortRequested !== undefined && isNewer);
  }
  return releaseOf(workload) !== rollout.baseline || !runsTemplate(workload, spec.baselineTemplate);
}

function baselineNotReady({ rollout }: RolloutSnapshot, cause: Cause): RolloutAction {
  const { baseline, reason, restoresRelease } = rollout;
  const why = sentenceOf(cause);
  return {
    do: 'needs-action',
    reason:
      restoresRelease === true
        ? why
        : `${reason}; release ${baseline}, which the rollback restores, does not become ready: ${why}`,
  };
}

/** Returns the milliseconds that a rollback waits for the baseline to become ready: long only if that was restored or recreated. */
const baselineTimeout = (spec: RolloutSpec, snapshot: RolloutSnapshot): number =>
  isRestored(snapshot) ? spec.deadlineMs : shortTimeout;

/** Whether this rollback has restored or recreated the baseline, which the candidate may have replaced. */
function isRestored(snapshot: RolloutSnapshot): boolean {
  const { rollout, workload } = snapshot;
  const made = Date.parse(workload?.metadata?.creationTimestamp ?? '') || 0;
  const { rolledBackFrom = 'promoting', strategy } = rollout;
  const moved = hasReplacedBaseline({ phase: rolledBackFrom, strategy }, mayHaveRunCandidate(snapshot));
  const asked = strategy === 'rolling' && rollout.abortRequested !== undefined;
  return moved || asked || made >= rollout.startedAt;
}

/** Moves the traffic back to the baseline as soon as the baseline can carry it. */
function shiftToStable(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
  set: number,
): RolloutAction {
  const { router } = spec;
  const { rollout } = snapshot;
  const ready = snapshot.ready.stable;
  const waited = snapshot.now - rollout.since;
  const over = inputs.workload?.state === 'failed' || waited > baselineTimeout(spec, snapshot);
  const late = over || (rollout.strategy !== 'rolling' && waited > shortTimeout);
  // Some pods of a version that works are better than all of one that does not.
  const whole = ready > 0 && ready >= (snapshot.workload?.spec?.replicas ?? 1);
  if (whole || canCarry(spec, snapshot, set) || (late && ready > 0)) {
    return { do: 'patch', what: 'restoring traffic to the baseline', writes: router.setWeight(snapshot, 0) };
  }
  if (over)
    return {
      do: 'needs-action',
      reason: `release ${rollout.baseline} has no ready pod to take the traffic; deploy a version that works`,
    };
  // Requests to the baseline would get 503, and the canary's pods can answer them.
  const all = set < 100 && ready === 0 && snapshot.ready.canary > 0 ? router.setWeight(snapshot, 100) : [];
  if (all.length > 0)
    return { do: 'patch', what: 'all traffic to the canary until the baseline is ready', writes: all };
  return {
    do: 'await',
    what: `waiting for more ready pods of release ${rollout.baseline}, which has ${ready}`,
    ms: 1000,
  };
}

/** Waits for at least one ready pod of a recreated or restored baseline before the canary is deleted. */
function waitForStablePod(snapshot: RolloutSnapshot, { workload }: Inputs): RolloutAction | undefined {
  const { rollout } = snapshot;
  if (snapshot.ready.stable > 0 || snapshot.ready.canary === 0) return undefined;
  if (workload?.state !== 'progressing' || snapshot.now - rollout.since > shortTimeout) return undefined;
  return { do: 'await', what: `waiting for release ${rollout.baseline} to become ready`, ms: 1000 };
}

/** Removes all that the rollout added, in an order that costs no request. @returns undefined when nothing is left. */
export function cleanUp(spec: RolloutSpec, snapshot: RolloutSnapshot): RolloutAction | undefined {
  const { router } = spec;
  if (weightWithoutService(spec, snapshot) > 0)
    return {
      do: 'needs-action',
      reason: `Service/${spec.service} was deleted, and only the canary gets traffic; create that Service again`,
    };
  const split = router.removeCanary(snapshot);
  if (split.length > 0) {
    return (
      gatewaySettles(spec, snapshot) ?? { do: 'patch', what: 'removing the traffic split', writes: split }
    );
  }
  if (snapshot.canary !== undefined && snapshot.canary.metadata?.deletionTimestamp === undefined) {
    return gatewaySettles(spec, snapshot) ?? removeAction('the canary', canaryPath(spec), snapshot.canary);
  }
  const living = podsOfTrack(snapshot, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
  // Not without end: a pod that lost its owner is never deleted.
  const since = snapshot.now - snapshot.rollout.since;
  if (living.length > 0 && since < spec.deadlineMs)
    return { do: 'await', what: 'waiting for the canary pods to end' };
  const service = findCanaryService(spec, snapshot);
  if (service !== undefined)
    return removeAction(
      "the canary's Service",
      pathOf(resources.service, spec.namespace, nameOf.canary(spec.service ?? '')),
      service,
    );
  const pins = router.unpin(snapshot);
  if (pins.length > 0) return { do: 'patch', what: 'restoring the selectors of the Services', writes: pins };
  const floor = restoreMinReplicas(spec, snapshot.autoscalers);
  if (floor.length > 0) return { do: 'patch', what: "restoring the autoscaler's minReplicas", writes: floor };
  // Last: temporary objects that are still created with the fence as owner are deleted with it.
  const fence = snapshot.fences.find(each => tokenOfFence(each) <= spec.token);
  if (fence !== undefined) {
    const { namespace = '', name } = fence.metadata ?? {};
    return removeAction('the fence', pathOf(resources.configMap, namespace, name), fence);
  }
  return undefined;
}

/** Waits until the gateway has accepted the routes, and rolls back when it does not. @returns undefined when it has. */
export function gatewayAccepts(spec: RolloutSpec, snapshot: RolloutSnapshot): RolloutAction | undefined {
  const trouble = spec.router.routeProblem(snapshot);
  if (trouble === undefined) return undefined;
  const { detail, state } = trouble;
  const { 'accept-timeout': acceptTimeout } = spec.gateway;
  const timeout = state === 'refused' ? Math.min(acceptTimeout, untilRefused) : acceptTimeout;
  const since = snapshot.now - writtenLast(spec, snapshot);
  return since < timeout
    ? { do: 'await', what: detail, ms: 1000 }
    : rollbackOrNeedsAction(spec, snapshot, detail);
}

/** Waits until the gateway has surely applied the last change, before an action that relies on it. @returns undefined when it has. */
export function gatewaySettles(spec: RolloutSpec, snapshot: RolloutSnapshot): RolloutAction | undefined {
  const setAt = writtenLast(spec, snapshot);
  const trouble = spec.router.routeProblem(snapshot);
  // A gateway that has not processed the change may still send requests by the old routes.
  if (trouble?.state === 'pending' && snapshot.now - setAt < spec.gateway['accept-timeout'])
    return { do: 'await', what: trouble.detail, ms: 1000 };
  const left = setAt + drainOf(spec, snapshot) - snapshot.now;
  const who = spec.router.split === undefined ? 'nodes' : 'gateway';
  return left > 0 ? { do: 'await', what: `waiting for the ${who} to apply the change`, ms: left } : undefined;
}

/** Returns when the traffic split was written last, by the API server's clock. */
const writtenLast = ({ router }: RolloutSpec, snapshot: RolloutSnapshot) =>
  Math.max(0, ...router.splitObjects(snapshot).map(writtenAt));

/** Returns the milliseconds until a change has arrived: the setting, or the longest delay that the gate measured in this rollout. */
function drainOf({ gateway: { arrival, drain } }: RolloutSpec, { rollout }: RolloutSnapshot): number {
  const { lag = 0 } = rollout.gate?.state ?? {};
  // The gate never waits longer than `arrival`, so a larger value in the state is wrong.
  return Math.max(drain, Math.min(lag, arrival));
}

/**
 * Enters the rollback, with the patches that restore traffic if the baseline could carry it. A release that can no longer be rolled back
 * needs action instead.
 * @param why a reason, or the cause for which a workload does not become ready.
 */
export function rollbackOrNeedsAction(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  why: string | Cause,
): RolloutAction {
  if (isIrreversible(spec, snapshot)) {
    const reason = typeof why === 'string' ? why : sentenceOf(why);
    return { do: 'needs-action', reason: needsActionBecause(spec.candidate, reason) };
  }
  const { router } = spec;
  const set = router.weight(snapshot);
  const carries = set > 0 && !runsCandidate(spec, snapshot.workload) && canCarry(spec, snapshot, set);
  return {
    do: 'transition',
    phase: 'rolling-back',
    weight: 0,
    ...(typeof why === 'string' ? { reason: why } : { cause: why }),
    writes: carries ? router.setWeight(snapshot, 0) : [],
  };
}

/** Whether the release can no longer be rolled back. An abort request overrides that: its user has given a reason. */
export function isIrreversible(spec: RolloutSpec, snapshot: RolloutSnapshot): boolean {
  const { rollout, workload } = snapshot;
  if (spec.reversible || rollout.baseline === undefined || rollout.abortRequested !== undefined) return false;
  // An earlier release that needs action may have replaced the baseline before this one was written.
  const isReplaced =
    runsCandidate(spec, workload) ||
    (releaseOf(workload) ?? 0) > rollout.baseline ||
    spec.router.weight(snapshot) > 0;
  return hasReplacedBaseline(rollout, isReplaced);
}
