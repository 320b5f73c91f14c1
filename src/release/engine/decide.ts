import type { Verdict } from '../../analysis/verdict.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { RolloutState } from '../state/stored.ts';
import { titleOf } from '../workloads/kinds.ts';
import { canonical } from '../workloads/naming.ts';
import { bringUpCanary, scale } from './bringing-up.ts';
import {
  type Action,
  canCarry,
  capacityOf,
  type Inputs,
  podsOfTrack,
  type RolloutSpec,
  readyPods,
  runsCandidate,
} from './course.ts';
import { ensureWatchdog, prepareExposure, requireWatchdog } from './guarding.ts';
import { endedBefore, promote } from './promotion.ts';
import { abort, cleanUp, gatewayAccepts, isIrreversible, remove, rollBack } from './tidying.ts';
import { approvalOf, pauseFor } from './waiting.ts';
import type { Snapshot } from './world.ts';

type PodLocal = Extract<Verdict, { verdict: 'pod-local' }>;

/** What to do next, from what is there. Pure. */
export function decide(
  course: RolloutSpec,
  o: Snapshot & { journal: RolloutState },
  insight: Inputs,
): Action {
  const { journal } = o;
  switch (journal.phase) {
    case 'prepared':
      return (
        interrupted(course, o, journal, insight) ??
        unapplied(course, o, journal, insight) ??
        changedByOthers(course, o, insight) ??
        prepare(course, o, insight)
      );
    case 'stepping':
    case 'baking':
      return (
        interrupted(course, o, journal, insight) ??
        starved(course, o, journal) ??
        changedByOthers(course, o, insight) ??
        expose(course, o, journal, insight)
      );
    case 'promoting':
      return (
        interrupted(course, o, journal, insight) ??
        unapplied(course, o, journal, insight) ??
        starved(course, o, journal) ??
        promote(course, o, insight)
      );
    case 'watching':
      return interrupted(course, o, journal, insight) ?? watch(course, o, journal, insight);
    case 'undoing':
      return rollBack(course, o, journal, insight);
    case 'done':
    case 'undone':
      return { do: 'end' };
    default:
      return journal.phase satisfies never;
  }
}

/** What ends a rollout whatever it is doing. */
function interrupted(
  course: RolloutSpec,
  o: Snapshot,
  journal: RolloutState,
  insight: Inputs,
): Action | undefined {
  if (insight.cancelled) return abort(course, o, 'the run was cancelled');
  if (journal.abortRequested !== undefined) {
    return abort(course, o, `${journal.abortRequested.by} asked for it`);
  }
  // Where there is no way back, what the dead man took is given over again.
  const fired = isIrreversible(course, o) ? [] : (course.deadMan?.fired(o) ?? []);
  if (fired.length > 0) {
    return abort(
      course,
      o,
      `the dead man took the traffic back (${fired.join(', ')}): this run was not heard for too long`,
    );
  }
  const [fact] = insight.facts;
  if (fact !== undefined) return abort(course, o, fact);
  if (journal.phase === 'promoting' || journal.phase === 'watching') return undefined;
  if (o.now > endOf(course, journal)) return abort(course, o, 'the time of the rollout is over');
  if (o.workload === undefined) return abort(course, o, `${titleOf(course.workload)} was deleted`);
  if (runsCandidate(course, o.workload) && journal.phase !== 'prepared') {
    return abort(course, o, `${titleOf(course.workload)} was given the candidate by somebody else`);
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
function changedByOthers(course: RolloutSpec, o: Snapshot, insight: Inputs): Action | undefined {
  if (o.workload === undefined) return undefined;
  if (
    course.baselineTemplate !== undefined &&
    canonical(o.workload.spec?.template) !== course.baselineTemplate
  ) {
    if (insight.workload?.state === 'progressing')
      return { do: 'await', what: `${titleOf(course.workload)} was changed by somebody else and rolls` };
    return abort(course, o, `${titleOf(course.workload)} was changed by somebody else meanwhile`);
  }
  return undefined;
}

/**
 * A canary that dies is invisible to its own metrics: without enough pods it gets nothing, at once. It is measured by what
 * the rollout began with: when the workload grows meanwhile, the canary grows after it, and keeps its traffic.
 */
function starved(course: RolloutSpec, o: Snapshot, journal: RolloutState): Action | undefined {
  const { router } = course;
  // Where the stable Service selects the canary's pods, it sends nothing to those that are gone.
  if (!router.ownService) return undefined;
  const set = router.weight(o) ?? 0;
  const need = router.need(Math.min(set, journal.weight), journal.capacity);
  const ready = readyPods(o, 'canary').length;
  if (set === 0 || ready >= need || !canCarry(course, o, set)) return undefined;
  // What takes pods from both sides, such as nodes that are lost, is no reason to leave the side that has more of its own.
  if (readyPods(o, 'stable').length * need < ready * capacityOf(o)) return undefined;
  const writes = router.shift(o, 0);
  if (writes.length === 0) return undefined;
  return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
}

/** Only the run that began the release can apply what goes before the workload: records hold no values of Secrets. */
function unapplied(
  course: RolloutSpec,
  o: Snapshot,
  { applied }: RolloutState,
  { pending }: Inputs,
): Action | undefined {
  if (applied !== false) return undefined;
  return pending.manifests ? { do: 'apply-manifests' } : abort(course, o, endedBefore);
}

function prepare(course: RolloutSpec, o: Snapshot, insight: Inputs): Action {
  const up = bringUpCanary(course, o, insight, course.router.need(course.weights[0] ?? 100, capacityOf(o)));
  if (up !== undefined) return up;
  if (course.goal === 'prepared') return { do: 'end' };
  const weight = course.weights[0] ?? 100;
  return { do: 'enter', phase: 'stepping', step: 0, weight, deadline: o.now + course.deadlineMs };
}

/** One step or the bake: capacity first, then traffic, then the gate's word. */
function expose(course: RolloutSpec, o: Snapshot, journal: RolloutState, insight: Inputs): Action {
  const { router } = course;
  const weight = journal.weight;
  const up = bringUpCanary(course, o, insight, router.need(weight, capacityOf(o)));
  if (up !== undefined) return up;
  const guarded =
    (router.weight(o) ?? 0) === 0 ? prepareExposure(course, o, gatewayAccepts) : ensureWatchdog(course, o);
  if (guarded !== undefined) return guarded;
  const writes = router.shift(o, weight);
  if (writes.length > 0) return { do: 'patch', what: `${weight} % to the canary`, writes };
  const trouble = gatewayAccepts(course, o);
  if (trouble !== undefined) return trouble;
  return judged(course, o, journal, insight);
}

function judged(course: RolloutSpec, o: Snapshot, journal: RolloutState, { verdict }: Inputs): Action {
  const last = course.weights.length - 1;
  const onward = (reason?: string): Action => {
    const why = reason === undefined ? {} : { reason };
    // Whoever only judges leaves the traffic as it is.
    const promoted = course.goal === 'judged' ? journal.weight : course.promotionWeight;
    if (journal.phase === 'baking') return { do: 'enter', phase: 'promoting', weight: promoted, ...why };
    const step = journal.step + 1;
    const weight = course.weights[step] ?? 100;
    return { do: 'enter', phase: step < last ? 'stepping' : 'baking', step, weight, ...why };
  };
  if (verdict === undefined) return { do: 'await', what: 'the gate watches' };
  const approval = approvalOf(course, journal, verdict);
  if (approval !== undefined) return onward(approval);
  const waits = pauseFor(course, o, journal, verdict);
  if (waits !== undefined) return requireWatchdog(course, o) ?? { do: 'park', ...waits };
  switch (verdict.verdict) {
    case 'continue':
      return { do: 'await', what: 'the gate watches' };
    case 'pod-local':
      return replaced(course, o, journal, verdict);
    case 'pass':
      return onward();
    case 'fail':
    case 'no-data':
    case 'inconclusive':
      return abort(course, o, verdict.reason);
    default:
      return verdict satisfies never;
  }
}

/** One bad pod is no bad version: another one comes up first, and then this one goes. */
function replaced(
  course: RolloutSpec,
  o: Snapshot,
  journal: RolloutState,
  { pod, reason }: PodLocal,
): Action {
  const bad = podsOfTrack(o, 'canary').find(({ metadata }) => metadata?.name === pod);
  if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
    return { do: 'await', what: 'the gate watches' };
  }
  const need = course.router.need(journal.weight, capacityOf(o));
  const others = readyPods(o, 'canary').filter(each => each !== bad).length;
  if (others >= need) return remove(`Pod/${pod}: ${reason}`, podPath(course, pod), bad);
  if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
    const writes = [scale(course, o.canary, need + 1)];
    return { do: 'patch', what: `canary: another pod in place of ${pod}`, writes };
  }
  return { do: 'await', what: `another pod comes up in place of ${pod}` };
}

function watch(course: RolloutSpec, o: Snapshot, journal: RolloutState, insight: Inputs): Action {
  const title = titleOf(course.workload);
  if (o.workload === undefined) return abort(course, o, `${title} was deleted`);
  if (!runsCandidate(course, o.workload))
    return abort(course, o, `${title} was given another version by somebody else`);
  const { verdict } = insight;
  if (verdict?.verdict === 'fail') return abort(course, o, verdict.reason);
  // A run that took over here has raised a fence of its own.
  const rest = cleanUp(course, o);
  if (rest !== undefined) return rest;
  const left = journal.since + course.watchMs - o.now;
  if (left > 0) return { do: 'await', what: 'watching', ms: left };
  // Its time went by without a run: what happened then is judged first.
  if (verdict === undefined && insight.unheard)
    return { do: 'await', what: 'the gate reads what happened meanwhile' };
  return { do: 'enter', phase: 'done', weight: 100 };
}

const podPath = ({ namespace }: RolloutSpec, name: string) => pathOf(resources.pod, namespace, name);
