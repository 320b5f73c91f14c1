import type { Verdict } from '../../analysis/verdict.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { replicasOf, titleOf } from '../../workloads/kinds.ts';
import { isReady, podsOfTrack, runsTemplate } from '../../workloads/pods.ts';
import { limitsOf } from '../../workloads/update-limits.ts';
import {
  bringUpCanary,
  ensureWatchdog,
  prepareExposure,
  requireWatchdog,
  scale,
  serviceGone,
} from './bring-up.ts';
import { promote } from './decide-promotion.ts';
import {
  cleanUp,
  continueRollback,
  gatewayAccepts,
  isIrreversible,
  rollbackOrNeedsAction,
} from './decide-rollback.ts';
import { approvalOf, pauseFor } from './pause.ts';
import {
  canCarry,
  capacityOf,
  changeOfWorkload,
  type Inputs,
  type RolloutAction,
  type RolloutSnapshot,
  type RolloutSpec,
  removeAction,
  runsCandidate,
} from './spec.ts';

type PodLocal = Extract<Verdict, { verdict: 'pod-local' }>;

/**
 * Decides the next action of a rollout. The phase selects the checks, and the first check that asks for an action wins. The reconciler
 * carries that action out and calls `decide` again with the next snapshot. Pure.
 * @throws UserError when the weights of a route, which another client changed, cannot be split exactly.
 */
export function decide(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  const { rollout } = snapshot;
  switch (rollout.phase) {
    case 'prepared':
      return (
        rollbackTrigger(spec, snapshot, inputs) ??
        applyFirst(spec, snapshot, inputs) ??
        changedByOthers(spec, snapshot, inputs) ??
        prepare(spec, snapshot, inputs)
      );
    case 'stepping':
    case 'baking':
      return (
        rollbackTrigger(spec, snapshot, inputs) ??
        // Before every wait: requests to missing pods fail, and the watchdog of the run before was deleted with its fence.
        takeTrafficFromStarved(spec, snapshot, inputs) ??
        ensureWatchdog(spec, snapshot) ??
        changedByOthers(spec, snapshot, inputs) ??
        expose(spec, snapshot, inputs)
      );
    case 'promoting':
      return (
        rollbackTrigger(spec, snapshot, inputs) ??
        // A rolling update begins in this phase.
        applyFirst(spec, snapshot, inputs) ??
        takeTrafficFromStarved(spec, snapshot, inputs) ??
        promote(spec, snapshot, inputs)
      );
    case 'watching':
      return rollbackTrigger(spec, snapshot, inputs) ?? watch(spec, snapshot, inputs);
    case 'rolling-back':
      return continueRollback(spec, snapshot, inputs);
    case 'done':
    case 'rolled-back':
      return { do: 'end' };
    default:
      return rollout.phase satisfies never;
  }
}

function rollbackTrigger(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  const reason = rollbackReason(spec, snapshot, inputs);
  return reason === undefined ? undefined : rollbackOrNeedsAction(spec, snapshot, reason);
}

/**
 * Returns what ends a rollout in any step: this run's task, a cancel, an abort request, the watchdog, a hard fact; before promotion also
 * proven harm, the deadline, and objects that another client deleted or changed.
 */
function rollbackReason(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): string | undefined {
  const { rollout, workload } = snapshot;
  if (spec.rollback !== undefined) return spec.rollback;
  if (inputs.cancelled) return 'the run was cancelled';
  if (rollout.abortRequested !== undefined) return `${rollout.abortRequested.by} requested the rollback`;
  // An irreversible release is not rolled back: its promotion continues, and moves the traffic back to the candidate.
  const fired = isIrreversible(spec, snapshot) ? [] : (spec.watchdog?.fired(snapshot) ?? []);
  if (fired.length > 0)
    return `the watchdog restored the traffic (${fired.join(', ')}): no run sent a heartbeat for too long`;
  const [fact] = inputs.facts;
  if (fact !== undefined) return fact;
  if (rollout.phase === 'promoting' || rollout.phase === 'watching') return undefined;
  // Harm counts, even while some of the canary's pods are not ready, or another client restarts the workload.
  if (rollout.phase !== 'prepared' && inputs.verdict?.verdict === 'fail') return inputs.verdict.reason;
  if (snapshot.now > expiryOf(spec, snapshot)) {
    const said = inputs.verdict === undefined ? '' : `, and the gate said: ${inputs.verdict.reason}`;
    return `the rollout exceeded its deadline with ${counted(snapshot.ready.canary, 'ready canary pod')}${said}`;
  }
  if (workload === undefined) return changeOfWorkload(spec, snapshot);
  const gone = serviceGone(spec, snapshot);
  if (gone !== undefined || rollout.phase === 'prepared' || !runsCandidate(spec, workload)) return gone;
  return `another client set ${titleOf(spec.workload)} to the candidate`;
}

/** Returns when a rollout is rolled back for exceeding its deadline: a minute late, because the gate can give a better reason first. */
function expiryOf({ gateway, strategy, watchMs }: RolloutSpec, { rollout }: RolloutSnapshot): number {
  const { phase, deadline, since } = rollout;
  if (phase === 'prepared') return deadline;
  // Blue-green keeps the baseline for the watch time, which begins with the switch.
  const kept = strategy === 'blue-green' && phase === 'baking' ? since + gateway.arrival + watchMs : 0;
  return Math.max(deadline, kept) + 60_000;
}

/** Waits while another client's change to the workload rolls, then rolls back: the gate has lost the baseline to compare with. */
function changedByOthers(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  const { workload } = snapshot;
  if (workload === undefined || spec.baselineTemplate === undefined) return undefined;
  if (runsTemplate(workload, spec.baselineTemplate)) return undefined;
  const what = `another client changed ${titleOf(spec.workload)}`;
  return inputs.workload?.state === 'progressing'
    ? { do: 'await', what: `${what}; waiting for that update to finish` }
    : rollbackOrNeedsAction(spec, snapshot, `${what} during the rollout`);
}

/**
 * Takes all traffic from a canary with too few ready pods, at once: pods that are down do not show in its metrics. The need comes from the
 * capacity at the start of the rollout, so a canary that still follows a workload that was scaled up keeps its traffic.
 */
function takeTrafficFromStarved(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  const { router } = spec;
  const { rollout } = snapshot;
  // A canary without its own Service is behind the stable one, which sends no requests to missing pods.
  if (!router.ownService) return undefined;
  const set = router.weight(snapshot);
  const need = router.podsNeeded(Math.min(set, rollout.weight), rollout.capacity);
  const ready = snapshot.ready.canary;
  if (set === 0 || ready >= need || !canCarry(spec, snapshot, set)) return undefined;
  // Lost nodes may take pods from both sides: the traffic stays on the side that kept more of its own.
  if (lastingPods(spec, snapshot, inputs) * need < ready * capacityOf(snapshot)) return undefined;
  const writes = router.setWeight(snapshot, 0);
  if (writes.length === 0) return undefined;
  return { do: 'patch', what: 'too few canary pods are ready: no traffic to the canary', writes };
}

/** Returns the stable pods to rely on: of those of a workload that rolls, its controller may end all but a minimum at any moment. */
function lastingPods(
  spec: RolloutSpec,
  { ready, workload }: RolloutSnapshot,
  { workload: health }: Inputs,
): number {
  if (!runsCandidate(spec, workload) || workload === undefined || health?.state === 'complete')
    return ready.stable;
  const replicas = replicasOf(workload);
  return Math.min(ready.stable, replicas - limitsOf(workload, replicas).maxUnavailable);
}

function applyFirst(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  { pending }: Inputs,
): RolloutAction | undefined {
  if (snapshot.rollout.applied !== false) return undefined;
  if (pending) return { do: 'apply-manifests' };
  return rollbackOrNeedsAction(spec, snapshot, 'the deploy run ended before it applied all manifests');
}

function prepare(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  const [weight = 100] = spec.weights;
  const need = spec.router.podsNeeded(weight, capacityOf(snapshot));
  const up = bringUpCanary(spec, snapshot, inputs, need);
  if (up !== undefined) return up;
  if (spec.goal === 'prepared') return { do: 'end' };
  return { do: 'transition', phase: 'stepping', step: 0, weight, deadline: snapshot.now + spec.deadlineMs };
}

/** Decides within a step or the bake: first the canary's pods, then the traffic, then the verdict. */
function expose(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  const { router } = spec;
  const { weight } = snapshot.rollout;
  const up = bringUpCanary(spec, snapshot, inputs, router.podsNeeded(weight, capacityOf(snapshot)));
  if (up !== undefined) return up;
  const opening = router.weight(snapshot) > 0 ? undefined : prepareExposure(spec, snapshot, inputs);
  if (opening !== undefined) return opening;
  const writes = router.setWeight(snapshot, weight);
  if (writes.length > 0) return { do: 'patch', what: `${weight} % to the canary`, writes };
  return gatewayAccepts(spec, snapshot) ?? actOnVerdict(spec, snapshot, inputs);
}

function actOnVerdict(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  const { verdict } = inputs;
  const { rollout } = snapshot;
  const last = spec.weights.length - 1;
  const advance = (reason?: string): RolloutAction => {
    const why = reason === undefined ? {} : { reason };
    // A run that stops before promotion leaves the traffic as it is.
    const promoted = spec.goal === 'judged' ? rollout.weight : spec.promotionWeight;
    if (rollout.phase === 'baking') return { do: 'transition', phase: 'promoting', weight: promoted, ...why };
    const step = rollout.step + 1;
    const weight = spec.weights[step] ?? 100;
    return { do: 'transition', phase: step < last ? 'stepping' : 'baking', step, weight, ...why };
  };
  if (verdict === undefined) return { do: 'await', what: 'waiting for the gate' };
  const approval = approvalOf(spec, rollout, verdict);
  if (approval !== undefined) return advance(approval);
  const waits = pauseFor(spec, snapshot, verdict);
  if (waits !== undefined) return requireWatchdog(spec, snapshot, inputs) ?? { do: 'pause', ...waits };
  switch (verdict.verdict) {
    case 'continue':
      return { do: 'await', what: 'waiting for the gate' };
    case 'pod-local':
      return replacePod(spec, snapshot, verdict);
    case 'pass':
      return advance();
    case 'fail':
    case 'no-data':
    case 'inconclusive':
      return rollbackOrNeedsAction(spec, snapshot, verdict.reason);
    default:
      return verdict satisfies never;
  }
}

/** Replaces a single bad pod, which says nothing about the version. Its replacement must be ready before it is deleted. */
function replacePod(spec: RolloutSpec, snapshot: RolloutSnapshot, { pod, reason }: PodLocal): RolloutAction {
  const bad = podsOfTrack(snapshot, 'canary').find(({ metadata }) => metadata?.name === pod);
  if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined)
    return { do: 'await', what: 'waiting for the gate' };
  const need = spec.router.podsNeeded(snapshot.rollout.weight, capacityOf(snapshot));
  const others = snapshot.ready.canary - (isReady(bad) ? 1 : 0);
  // Without a route the share is the number of pods: an additional one would change it, and the stable pods carry its requests.
  if (others >= need || !spec.router.ownService)
    return removeAction(`Pod/${pod}: ${reason}`, pathOf(resources.pod, spec.namespace, pod), bad);
  if (snapshot.canary !== undefined && (snapshot.canary.spec?.replicas ?? 0) <= need) {
    const writes = [scale(spec, snapshot.canary, need + 1)];
    return { do: 'patch', what: `canary: adding a pod to replace ${pod}`, writes };
  }
  return { do: 'await', what: `waiting for the pod that replaces ${pod} to become ready` };
}

function watch(spec: RolloutSpec, snapshot: RolloutSnapshot, inputs: Inputs): RolloutAction {
  if (!runsCandidate(spec, snapshot.workload))
    return rollbackOrNeedsAction(spec, snapshot, changeOfWorkload(spec, snapshot));
  const { verdict } = inputs;
  if (verdict?.verdict === 'fail') return rollbackOrNeedsAction(spec, snapshot, verdict.reason);
  // A run that attached during the watch has created a fence, too.
  const rest = cleanUp(spec, snapshot);
  if (rest !== undefined) return rest;
  const left = snapshot.rollout.since + spec.watchMs - snapshot.now;
  if (left > 0) return { do: 'await', what: 'watching', ms: left };
  // The watch may have ended without an active run: its metrics are judged first.
  if (verdict === undefined && inputs.awaitsFirstVerdict)
    return { do: 'await', what: 'waiting for the gate to read the metrics of the time without a run' };
  return { do: 'transition', phase: 'done', weight: 100 };
}
