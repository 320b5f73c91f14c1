import { replicasOf, titleOf } from '../workloads/kinds.ts';
import { isOwnedBy } from '../workloads/pods.ts';
import { lateCause } from '../workloads/rollout.ts';
import { patienceForward, unstuck } from '../workloads/stuck.ts';
import { releaseOf } from '../workloads/workers.ts';
import { bringUpCanary } from './bring-up.ts';
import type { Snapshot } from './informers.ts';
import {
  abort,
  abortWithCause,
  cleanUp,
  gatewayAccepts,
  gatewaySettles,
  isIrreversible,
} from './roll-back.ts';
import { type Action, capacityOf, type Inputs, type RolloutSpec, readyPods, runsCandidate } from './spec.ts';
import { updateWorkers } from './update-workers.ts';

/** How a candidate that was judged good becomes the workload. All pure. */

export const endedBefore = 'the run that released it ended before it had applied everything';

/**
 * The canary carries its part while the workload rolls: all of the traffic, or in place what it baked with. Then the traffic goes
 * back, step by step. The share of the new version never falls, for whatever the canary does not carry rolls to it.
 */
export function promote(spec: RolloutSpec, o: Snapshot, inputs: Inputs): Action {
  if (spec.goal === 'judged') return { do: 'end' };
  const replaced = replacedByOthers(spec, o);
  if (replaced !== undefined) return replaced;
  const { router, promotionWeight } = spec;
  if ((o.rollout?.weight ?? 100) < promotionWeight) return { do: 'weigh', weight: promotionWeight };
  // A pod that ends is known before its workload says that it lacks one.
  const complete =
    inputs.workload?.state === 'complete' &&
    o.workload !== undefined &&
    readyPods(o, 'stable').length >= replicasOf(o.workload);
  // Once the canary goes, the workload serves; that others scale it then is no reason to begin again.
  const served = o.canary?.metadata?.deletionTimestamp !== undefined || o.canary === undefined;
  const moved = runsCandidate(spec, o.workload) && (complete || (served && router.weight(o) === 0));
  if (spec.strategy === 'rolling' && !(moved && complete)) return rolling(spec, o, inputs);
  if (!moved) return rollBehindCanary(spec, o, inputs);
  const set = router.weight(o);
  if (set !== undefined && set > 0) {
    return gatewaySettles(spec, o) ?? shiftToWorkload(spec, o, set);
  }
  const rest = cleanUp(spec, o);
  if (rest !== undefined) return rest;
  if (inputs.workload?.state === 'failed') return abortWithCause(spec, o, inputs.workload.cause);
  if (!complete) return { do: 'await', what: `${titleOf(spec.workload)} is not all up` };
  const following = updateWorkers(spec, o, inputs);
  if (following !== undefined) return following;
  if (inputs.pending.routes) return { do: 'apply-routes' };
  return spec.watchMs > 0 && spec.strategy === 'canary'
    ? { do: 'enter', phase: 'watching', weight: 100 }
    : { do: 'enter', phase: 'done', weight: 100 };
}

/**
 * Once written, the candidate stays in the workload; who gives it another version meanwhile, as by `kubectl rollout undo`, wants an
 * end. That it was written, its revisions tell: their controller copies the workload's annotations into each. Where there is no way
 * back nothing but the candidate may serve: it is written again, and whoever wants an end all the same says why.
 */
function replacedByOthers(spec: RolloutSpec, o: Snapshot): Action | undefined {
  if (o.workload === undefined || runsCandidate(spec, o.workload) || isIrreversible(spec, o))
    return undefined;
  const { uid } = o.workload.metadata ?? {};
  const written = o.revisions.some(each => isOwnedBy(each, uid) && releaseOf(each) === spec.candidate);
  return written
    ? abort(spec, o, `${titleOf(spec.workload)} was given another version by somebody else`)
    : undefined;
}

/** The workload rolls behind the canary, which has its pods and its traffic first. */
function rollBehindCanary(spec: RolloutSpec, o: Snapshot, inputs: Inputs): Action {
  const { router, workload } = spec;
  const written = runsCandidate(spec, o.workload);
  // The rest is cleared away, its fence with it, and somebody deleted the workload: nothing temporary can be made any more.
  if (o.fences.length === 0 && !written) return { do: 'apply-workload' };
  // Where pods divide the traffic their number is the router's: with another one asked for here, each would roll back the other's.
  const up = bringUpCanary(spec, o, inputs, router.need(spec.promotionWeight, capacityFor(spec, o, written)));
  if (up !== undefined) return up;
  const weight = promotionShare(spec, o);
  const writes = router.shift(o, weight);
  if (writes.length > 0) {
    return { do: 'patch', what: `${weight < 100 ? `${weight} %` : 'all traffic'} to the canary`, writes };
  }
  const trouble = gatewayAccepts(spec, o) ?? gatewaySettles(spec, o);
  if (trouble !== undefined) return trouble;
  if (!written) return { do: 'apply-workload' };
  if (inputs.workload?.state === 'failed') return abortWithCause(spec, o, inputs.workload.cause);
  const how = spec.promotionWeight < 100 ? 'in place' : 'out of traffic';
  return { do: 'await', what: `${titleOf(workload)} rolls ${how}` };
}

/** In place the canary has no room to grow with a workload that its own release made larger; with an autoscaler it has to. */
const capacityFor = ({ promotionWeight, scaledByOthers }: RolloutSpec, o: Snapshot, written: boolean) =>
  promotionWeight < 100 && written && !scaledByOthers ? (o.rollout?.capacity ?? 1) : capacityOf(o);

/** A part that nobody could answer goes to the canary too: too few pods are better than none. */
function promotionShare({ promotionWeight, router }: RolloutSpec, o: Snapshot): number {
  const alone = readyPods(o, 'stable').length === 0 && readyPods(o, 'canary').length > 0;
  // Where one Service selects all pods, none of it goes to those that are not there.
  return alone && router.ownService ? 100 : promotionWeight;
}

/** Traffic goes over to the workload in two parts, where it can be parted. */
function shiftToWorkload({ router, workload }: RolloutSpec, o: Snapshot, set: number): Action {
  const half = set > 50 ? router.shift(o, 50) : [];
  if (half.length > 0) return { do: 'patch', what: `50 % to ${titleOf(workload)}`, writes: half };
  return { do: 'patch', what: `100 % to ${titleOf(workload)}`, writes: router.shift(o, 0) };
}

/** The workload's own rolling update. */
function rolling(spec: RolloutSpec, o: Snapshot, { workload }: Inputs): Action {
  if (!runsCandidate(spec, o.workload)) return { do: 'apply-workload' };
  if (workload?.state === 'failed') return abortWithCause(spec, o, workload.cause);
  // It was up when its workers followed; a pod that goes or comes since then is none of its own doing.
  const followed = spec.workers.some(({ name }) => runsCandidate(spec, o.workers[name]?.workload));
  const { deadline = 0, startedAt = 0 } = o.rollout ?? {};
  if (!followed && o.now > deadline)
    return abortWithCause(spec, o, lateCause(o, Math.round((deadline - startedAt) / 1000)));
  const counted =
    workload === undefined
      ? `${titleOf(spec.workload)} rolls`
      : `${workload.ready} of ${workload.wanted} new pods ready`;
  return unstuck(spec.workload, o, o.now, patienceForward) ?? { do: 'await', what: counted };
}
