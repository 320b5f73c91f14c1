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

/** What to do next, from what is there. Pure. */
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

/** What ends a rollout whatever it is doing. */
function interrupted(
  spec: RolloutSpec,
  o: Snapshot,
  rollout: RolloutState,
  inputs: Inputs,
): Action | undefined {
  if (inputs.cancelled) return abort(spec, o, 'the run was cancelled');
  if (rollout.abortRequested !== undefined) {
    return abort(spec, o, `${rollout.abortRequested.by} asked for it`);
  }
  // Where there is no way back, what the watchdog took is given over again.
  const fired = isIrreversible(spec, o) ? [] : (spec.watchdog?.fired(o) ?? []);
  if (fired.length > 0) {
    return abort(
      spec,
      o,
      `the watchdog took the traffic back (${fired.join(', ')}): this run was not heard for too long`,
    );
  }
  const [fact] = inputs.facts;
  if (fact !== undefined) return abort(spec, o, fact);
  if (rollout.phase === 'promoting' || rollout.phase === 'watching') return undefined;
  if (o.now > endOf(spec, rollout)) return abort(spec, o, 'the time of the rollout is over');
  if (o.workload === undefined) return abort(spec, o, `${titleOf(spec.workload)} was deleted`);
  if (runsCandidate(spec, o.workload) && rollout.phase !== 'prepared') {
    return abort(spec, o, `${titleOf(spec.workload)} was given the candidate by somebody else`);
  }
  return undefined;
}

/** The gate says that time is over itself, in better words; this is for one that does not come to a word. */
function endOf(
  { gateway, strategy, watchMs }: RolloutSpec,
  { phase, deadline, since }: RolloutState,
): number {
  if (phase === 'prepared') return deadline;
  // The old side of a blue-green release is kept for a time of its own, from when everything has moved.
  const kept = strategy === 'blue-green' && phase === 'baking' ? since + gateway.arrival + watchMs : 0;
  return Math.max(deadline, kept) + 60_000;
}

/** Holds while somebody else's change rolls: traffic goes where it can be served. Then there is nothing to compare with. */
function changedByOthers(spec: RolloutSpec, o: Snapshot, inputs: Inputs): Action | undefined {
  if (o.workload === undefined) return undefined;
  if (spec.baselineTemplate !== undefined && canonical(o.workload.spec?.template) !== spec.baselineTemplate) {
    if (inputs.workload?.state === 'progressing')
      return { do: 'await', what: `${titleOf(spec.workload)} was changed by somebody else and rolls` };
    return abort(spec, o, `${titleOf(spec.workload)} was changed by somebody else meanwhile`);
  }
  return undefined;
}

/**
 * A canary that dies is invisible to its own metrics: without enough pods it gets nothing, at once. It is measured by what
 * the rollout began with: when the workload grows meanwhile, the canary grows after it, and keeps its traffic.
 */
function starved(spec: RolloutSpec, o: Snapshot, rollout: RolloutState): Action | undefined {
  const { router } = spec;
  // Where the stable Service selects the canary's pods, it sends nothing to those that are gone.
  if (!router.ownService) return undefined;
  const set = router.weight(o) ?? 0;
  const need = router.need(Math.min(set, rollout.weight), rollout.capacity);
  const ready = readyPods(o, 'canary').length;
  if (set === 0 || ready >= need || !canCarry(spec, o, set)) return undefined;
  // What takes pods from both sides, such as nodes that are lost, is no reason to leave the side that has more of its own.
  if (readyPods(o, 'stable').length * need < ready * capacityOf(o)) return undefined;
  const writes = router.shift(o, 0);
  if (writes.length === 0) return undefined;
  return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
}

/** Only the run that began the release can apply what goes before the workload: records hold no values of Secrets. */
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
  return { do: 'enter', phase: 'stepping', step: 0, weight, deadline: o.now + spec.deadlineMs };
}

/** One step or the bake: capacity first, then traffic, then the gate's word. */
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
    // Whoever only judges leaves the traffic as it is.
    const promoted = spec.goal === 'judged' ? rollout.weight : spec.promotionWeight;
    if (rollout.phase === 'baking') return { do: 'enter', phase: 'promoting', weight: promoted, ...why };
    const step = rollout.step + 1;
    const weight = spec.weights[step] ?? 100;
    return { do: 'enter', phase: step < last ? 'stepping' : 'baking', step, weight, ...why };
  };
  if (verdict === undefined) return { do: 'await', what: 'the gate watches' };
  const approval = approvalOf(spec, rollout, verdict);
  if (approval !== undefined) return onward(approval);
  const waits = pauseFor(spec, o, rollout, verdict);
  if (waits !== undefined) return requireWatchdog(spec, o) ?? { do: 'pause', ...waits };
  switch (verdict.verdict) {
    case 'continue':
      return { do: 'await', what: 'the gate watches' };
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

/** One bad pod is no bad version: another one comes up first, and then this one goes. */
function replaced(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, { pod, reason }: PodLocal): Action {
  const bad = podsOfTrack(o, 'canary').find(({ metadata }) => metadata?.name === pod);
  if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
    return { do: 'await', what: 'the gate watches' };
  }
  const need = spec.router.need(rollout.weight, capacityOf(o));
  const others = readyPods(o, 'canary').filter(each => each !== bad).length;
  if (others >= need) return remove(`Pod/${pod}: ${reason}`, podPath(spec, pod), bad);
  if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
    const writes = [scale(spec, o.canary, need + 1)];
    return { do: 'patch', what: `canary: another pod in place of ${pod}`, writes };
  }
  return { do: 'await', what: `another pod comes up in place of ${pod}` };
}

function watch(spec: RolloutSpec, o: Snapshot, rollout: RolloutState, inputs: Inputs): Action {
  const title = titleOf(spec.workload);
  if (o.workload === undefined) return abort(spec, o, `${title} was deleted`);
  if (!runsCandidate(spec, o.workload))
    return abort(spec, o, `${title} was given another version by somebody else`);
  const { verdict } = inputs;
  if (verdict?.verdict === 'fail') return abort(spec, o, verdict.reason);
  // A run that took over here has raised a fence of its own.
  const rest = cleanUp(spec, o);
  if (rest !== undefined) return rest;
  const left = rollout.since + spec.watchMs - o.now;
  if (left > 0) return { do: 'await', what: 'watching', ms: left };
  // Its time went by without a run: what happened then is judged first.
  if (verdict === undefined && inputs.unheard)
    return { do: 'await', what: 'the gate reads what happened meanwhile' };
  return { do: 'enter', phase: 'done', weight: 100 };
}

const podPath = ({ namespace }: RolloutSpec, name: string) => pathOf(resources.pod, namespace, name);
