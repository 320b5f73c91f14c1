import type { Verdict } from '../../analysis/verdict.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { RolloutState } from '../store/schema.ts';
import { titleOf } from '../workloads/kinds.ts';
import { canonical } from '../workloads/naming.ts';
import { bringUpCanary, scale } from './bring-up.ts';
import { ensureWatchdog, prepareExposure, requireWatchdog } from './exposure.ts';
import type { Snapshot } from './informers.ts';
import { approvalOf, pauseFor } from './pause.ts';
import { endedBefore, promote } from './promote.ts';
import { abort, cleanUp, gatewayAccepts, isIrreversible, remove, rollBack } from './roll-back.ts';
import {
  type Action,
  canCarry,
  capacityOf,
  type Inputs,
  podsOfTrack,
  type RolloutSpec,
  readyPods,
  runsCandidate,
} from './spec.ts';

type PodLocal = Extract<Verdict, { verdict: 'pod-local' }>;

/**
 * Decides the next action of a rollout. The phase selects the checks, and the first check that asks for an action wins. The reconciler
 * carries that action out and calls `decide` again with the next snapshot. Pure.
 */
export function decide(spec: RolloutSpec, o: Snapshot & { rollout: RolloutState }, inputs: Inputs): Action {
  const { rollout } = o;
  switch (rollout.phase) {
    case 'prepared':
      return (
        interrupted(spec, o, rollout, inputs) ??
        unapplied(spec, o, rollout, inputs) ??
        changedByOthers(spec, o, inputs) ??
        prepare(spec, o, inputs)
      );
    case 'stepping':
    case 'baking':
      return (
        interrupted(spec, o, rollout, inputs) ??
        starved(spec, o, rollout) ??
        changedByOthers(spec, o, inputs) ??
        expose(spec, o, rollout, inputs)
      );
    case 'promoting':
      return (
        interrupted(spec, o, rollout, inputs) ??
        unapplied(spec, o, rollout, inputs) ??
        starved(spec, o, rollout) ??
        promote(spec, o, inputs)
      );
    case 'watching':
      return interrupted(spec, o, rollout, inputs) ?? watch(spec, o, rollout, inputs);
    case 'rolling-back':
      return rollBack(spec, o, rollout, inputs);
    case 'done':
    case 'rolled-back':
      return { do: 'end' };
    default:
      return rollout.phase satisfies never;
  }
}

/** Checks what can end a rollout in any step: a cancel, an abort request, the watchdog, a hard fact, the deadline. */
function interrupted(
  spec: RolloutSpec,
  o: Snapshot,
  rollout: RolloutState,
  inputs: Inputs,
): Action | undefined {
  if (inputs.cancelled) return abort(spec, o, 'the run was cancelled');
  if (rollout.abortRequested !== undefined) {
    return abort(spec, o, `${rollout.abortRequested.by} requested the rollback`);
  }
  // An irreversible release is not rolled back: its promotion takes the traffic again.
  const fired = isIrreversible(spec, o) ? [] : (spec.watchdog?.fired(o) ?? []);
  if (fired.length > 0) {
    return abort(
      spec,
      o,
      `the watchdog restored the traffic (${fired.join(', ')}): this run sent no heartbeat for too long`,
    );
  }
  const [fact] = inputs.facts;
  if (fact !== undefined) return abort(spec, o, fact);
  if (rollout.phase === 'promoting' || rollout.phase === 'watching') return undefined;
  if (o.now > endOf(spec, rollout)) return abort(spec, o, 'the rollout exceeded its deadline');
  if (o.workload === undefined) return abort(spec, o, `${titleOf(spec.workload)} was deleted`);
  if (runsCandidate(spec, o.workload) && rollout.phase !== 'prepared') {
    return abort(spec, o, `another client set ${titleOf(spec.workload)} to the candidate`);
  }
  return undefined;
}

/** Returns when a rollout is rolled back for exceeding its deadline: a minute late, because the gate can give a better reason first. */
function endOf(
  { gateway, strategy, watchMs }: RolloutSpec,
  { phase, deadline, since }: RolloutState,
): number {
  if (phase === 'prepared') return deadline;
  // Blue-green keeps the baseline for the watch time, which begins with the switch.
  const kept = strategy === 'blue-green' && phase === 'baking' ? since + gateway.arrival + watchMs : 0;
  return Math.max(deadline, kept) + 60_000;
}

/** Waits while another client's change to the workload rolls, then rolls back: the gate has lost the baseline to compare with. */
function changedByOthers(spec: RolloutSpec, o: Snapshot, inputs: Inputs): Action | undefined {
  if (o.workload === undefined) return undefined;
  if (spec.baselineTemplate !== undefined && canonical(o.workload.spec?.template) !== spec.baselineTemplate) {
    if (inputs.workload?.state === 'progressing')
      return {
        do: 'await',
        what: `another client changed ${titleOf(spec.workload)}, waiting until it has rolled`,
      };
    return abort(spec, o, `another client changed ${titleOf(spec.workload)} during the rollout`);
  }
  return undefined;
}

/**
 * Takes all traffic from a canary with too few ready pods, at once: pods that are down do not show in its metrics. The need comes from the
 * capacity at the start of the rollout, so a canary that still follows a workload that was scaled up keeps its traffic.
 */
function starved(spec: RolloutSpec, o: Snapshot, rollout: RolloutState): Action | undefined {
  const { router } = spec;
  // A canary without its own Service is behind the stable one, which sends no requests to missing pods.
  if (!router.ownService) return undefined;
  const set = router.weight(o) ?? 0;
  const need = router.need(Math.min(set, rollout.weight), rollout.capacity);
  const ready = readyPods(o, 'canary').length;
  if (set === 0 || ready >= need || !canCarry(spec, o, set)) return undefined;
  // Lost nodes may take pods from both sides: the traffic stays on the side that kept more of its own.
  if (readyPods(o, 'stable').length * need < ready * capacityOf(o)) return undefined;
  const writes = router.shift(o, 0);
  if (writes.length === 0) return undefined;
  return { do: 'patch', what: 'too few canary pods are ready: no traffic to the canary', writes };
}

/** Applies the manifests that precede the workload. Only the run that began the release can: records hold no values of Secrets. */
function unapplied(
  spec: RolloutSpec,
  o: Snapshot,
  { applied }: RolloutState,
  { pending }: Inputs,
): Action | undefined {
  if (applied !== false) return undefined;
  return pending.manifests ? { do: 'apply-manifests' } : abort(spec, o, endedBefore);
}

function prepare(spec: RolloutSpec, o: Snapshot, inputs: Inputs): Action {
  const up = bringUpCanary(spec, o, inputs, spec.router.need(spec.weights[0] ?? 100, capacityOf(o)));
  if (up !== undefined) return up;
  if (spec.goal === 'prepared') return { do: 'end' };
  const weight = spec.weights[0] ?? 100;
  return { do: 'transition', phase: 'stepping', step: 0, weight, deadline: o.now + spec.deadlineMs };
}

/** Decides within a step or the bake: first the canary's pods, then the traffic, then the verdict. */
function expose(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, inputs: Inputs): Action {
  const { router } = spec;
  const weight = rollout.weight;
  const up = bringUpCanary(spec, o, inputs, router.need(weight, capacityOf(o)));
  if (up !== undefined) return up;
  const guarded =
    (router.weight(o) ?? 0) === 0 ? prepareExposure(spec, o, gatewayAccepts) : ensureWatchdog(spec, o);
  if (guarded !== undefined) return guarded;
  const writes = router.shift(o, weight);
  if (writes.length > 0) return { do: 'patch', what: `${weight} % to the canary`, writes };
  const trouble = gatewayAccepts(spec, o);
  if (trouble !== undefined) return trouble;
  return judged(spec, o, rollout, inputs);
}

function judged(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, { verdict }: Inputs): Action {
  const last = spec.weights.length - 1;
  const onward = (reason?: string): Action => {
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
  if (approval !== undefined) return onward(approval);
  const waits = pauseFor(spec, o, rollout, verdict);
  if (waits !== undefined) return requireWatchdog(spec, o) ?? { do: 'pause', ...waits };
  switch (verdict.verdict) {
    case 'continue':
      return { do: 'await', what: 'waiting for the gate' };
    case 'pod-local':
      return replaced(spec, o, rollout, verdict);
    case 'pass':
      return onward();
    case 'fail':
    case 'no-data':
    case 'inconclusive':
      return abort(spec, o, verdict.reason);
    default:
      return verdict satisfies never;
  }
}

/** Replaces a single bad pod, which says nothing about the version. Its replacement must be ready before it is deleted. */
function replaced(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, { pod, reason }: PodLocal): Action {
  const bad = podsOfTrack(o, 'canary').find(({ metadata }) => metadata?.name === pod);
  if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
    return { do: 'await', what: 'waiting for the gate' };
  }
  const need = spec.router.need(rollout.weight, capacityOf(o));
  const others = readyPods(o, 'canary').filter(each => each !== bad).length;
  if (others >= need) return remove(`Pod/${pod}: ${reason}`, podPath(spec, pod), bad);
  if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
    const writes = [scale(spec, o.canary, need + 1)];
    return { do: 'patch', what: `canary: adding a pod to replace ${pod}`, writes };
  }
  return { do: 'await', what: `waiting for the pod that replaces ${pod} to become ready` };
}

function watch(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, inputs: Inputs): Action {
  const title = titleOf(spec.workload);
  if (o.workload === undefined) return abort(spec, o, `${title} was deleted`);
  if (!runsCandidate(spec, o.workload))
    return abort(spec, o, `another client replaced the version of ${title}`);
  const { verdict } = inputs;
  if (verdict?.verdict === 'fail') return abort(spec, o, verdict.reason);
  // A run that attached during the watch has created a fence, too.
  const rest = cleanUp(spec, o);
  if (rest !== undefined) return rest;
  const left = rollout.since + spec.watchMs - o.now;
  if (left > 0) return { do: 'await', what: 'watching', ms: left };
  // The watch may have ended without an active run: its metrics are judged first.
  if (verdict === undefined && inputs.unheard)
    return { do: 'await', what: 'waiting for the gate to read the time without a run' };
  return { do: 'transition', phase: 'done', weight: 100 };
}

const podPath = ({ namespace }: RolloutSpec, name: string) => pathOf(resources.pod, namespace, name);
