import type { Deployment } from '../cluster/objects.ts';
import { needOf } from './canary.ts';
import {
  type Course,
  canaryService,
  capacityOf,
  type Insight,
  isCandidate,
  type Move,
  podsOf,
  readyOf,
  type Write,
} from './course.ts';
import { isWatching } from './dead-man.ts';
import type { Journal } from './journal.ts';
import { canonical, labels } from './naming.ts';
import { canaryPath, remove, settled, tidy, undo } from './tidying.ts';
import type { Observation } from './world.ts';

/** What to do next, from what is there. Pure. */
export function decide(course: Course, o: Observation, insight: Insight): Move {
  const { journal } = o;
  if (journal === undefined) return { do: 'hold', reason: 'the journal of the rollout was deleted' };
  switch (journal.phase) {
    case 'prepared':
      return interrupted(course, o, journal, insight) ?? prepare(course, o, insight);
    case 'stepping':
    case 'baking':
      return interrupted(course, o, journal, insight) ?? expose(course, o, journal, insight);
    case 'promoting':
      return interrupted(course, o, journal, insight) ?? promote(course, o, insight);
    case 'watching':
      return interrupted(course, o, journal, insight) ?? watch(course, o, journal, insight);
    case 'undoing':
      return undo(course, o, journal, insight);
    case 'done':
    case 'undone':
      return { do: 'end' };
    default:
      return journal.phase satisfies never;
  }
}

/** What ends a rollout whatever it is doing. */
function interrupted(course: Course, o: Observation, journal: Journal, insight: Insight): Move | undefined {
  if (insight.cancelled) return giveBack(course, o, 'the run was cancelled');
  if (journal.abortRequested !== undefined) {
    return giveBack(course, o, `${journal.abortRequested.by} asked for it`);
  }
  const fired = course.deadMan?.fired(o) ?? [];
  if (fired.length > 0) {
    return giveBack(
      course,
      o,
      `the dead man took the traffic back (${fired.join(', ')}): this run was not heard for too long`,
    );
  }
  const [fact] = insight.facts;
  if (fact !== undefined) return giveBack(course, o, fact);
  if (journal.phase === 'promoting' || journal.phase === 'watching') return undefined;
  // The gate says so itself, in better words; this is for one that does not come to a word.
  if (o.now > journal.deadline + (journal.phase === 'prepared' ? 0 : 60_000)) {
    return giveBack(course, o, 'the time of the rollout is over');
  }
  if (o.workload === undefined) return giveBack(course, o, `Deployment/${course.workload} was deleted`);
  if (isCandidate(course, o.workload) && journal.phase !== 'prepared') {
    return giveBack(course, o, `Deployment/${course.workload} was given the candidate by somebody else`);
  }
  if (
    course.baselineTemplate !== undefined &&
    canonical(o.workload.spec?.template) !== course.baselineTemplate
  ) {
    // Hold while it rolls: traffic goes where it can be served, and there is no baseline to compare with any more.
    if (insight.workload?.state === 'progressing')
      return { do: 'await', what: `Deployment/${course.workload} was changed by somebody else and rolls` };
    return giveBack(course, o, `Deployment/${course.workload} was changed by somebody else meanwhile`);
  }
  return undefined;
}

/** Into the undo, with the traffic patch beside the entry of the journal. */
function giveBack(course: Course, o: Observation, reason: string): Move {
  return { do: 'enter', phase: 'undoing', weight: 0, reason, writes: takeBack(course, o) };
}

/** The patch that ends the exposure; none when the baseline could not carry the traffic. */
function takeBack(course: Course, o: Observation): Write[] {
  if ((course.router.weight(o) ?? 0) === 0) return [];
  const canCarry = !isCandidate(course, o.workload) && readyOf(o, 'stable').length > 0;
  return canCarry ? course.router.shift(o, 0) : [];
}

function prepare(course: Course, o: Observation, insight: Insight): Move {
  const up = bringUp(course, o, insight, needOf(course.weights[0] ?? 100, capacityOf(o)));
  if (up !== undefined) return up;
  if (course.goal === 'prepared') return { do: 'end' };
  const weight = course.weights[0] ?? 100;
  return { do: 'enter', phase: 'stepping', step: 0, weight, deadline: o.now + course.deadlineMs };
}

/** The canary with at least that many ready pods, and nothing leading to it by accident. */
function bringUp(course: Course, o: Observation, insight: Insight, need: number): Move | undefined {
  const { router } = course;
  const floor = course.raiseFloor(o);
  if (floor.length > 0) return { do: 'patch', what: 'the autoscaler keeps its pods', writes: floor };
  const pins = router.pin(o);
  if (pins.length > 0) return { do: 'patch', what: 'Services keep to the stable pods', writes: pins };
  if (router.ownService && canaryService(course, o) === undefined) return { do: 'create-service' };
  if (o.canary === undefined) return { do: 'create-canary', replicas: need };
  if (o.canary.metadata?.deletionTimestamp !== undefined)
    return { do: 'await', what: 'the canary of an earlier rollout ends' };
  if (o.canary.metadata?.annotations?.[labels.release] !== String(course.candidate)) {
    return remove('the canary of an earlier rollout', canaryPath(course), o.canary);
  }
  if ((o.canary.spec?.replicas ?? 0) < need) {
    return { do: 'patch', what: `canary: ${need} pods`, writes: [scale(course, o.canary, need)] };
  }
  const { canary } = insight;
  if (canary?.state === 'failed') return { do: 'give-up', cause: canary.cause };
  const ready = readyOf(o, 'canary').length;
  if (ready < need) return { do: 'await', what: `${ready} of ${need} canary pods ready` };
  return undefined;
}

/** One step or the bake: capacity first, then traffic, then the gate's word. */
function expose(course: Course, o: Observation, journal: Journal, insight: Insight): Move {
  const { router } = course;
  const weight = journal.weight;
  const set = router.weight(o) ?? 0;
  // A canary that dies is invisible to its own metrics: without enough pods it gets nothing, at once.
  if (
    set > 0 &&
    readyOf(o, 'canary').length < Math.min(needOf(set, capacityOf(o)), 1 + podsOf(o, 'canary').length)
  ) {
    const writes = router.shift(o, 0);
    if (writes.length > 0)
      return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
  }
  const up = bringUp(course, o, insight, needOf(weight, capacityOf(o)));
  if (up !== undefined) return up;
  const guarded = set === 0 ? guardedBy(course, o) : undefined;
  if (guarded !== undefined) return guarded;
  const writes = router.shift(o, weight);
  if (writes.length > 0) return { do: 'patch', what: `${weight} % to the canary`, writes };
  const trouble = carried(course, o);
  if (trouble !== undefined) return trouble;
  return judged(course, o, journal, insight);
}

/** The dead man watches before anything is exposed. */
function guardedBy(course: Course, o: Observation): Move | undefined {
  const { deadMan, router } = course;
  if (deadMan === undefined) return undefined;
  const open = router.open(o);
  if (open.length > 0)
    return { do: 'patch', what: 'the canary is in the routes, without traffic', writes: open };
  const trouble = carried(course, o);
  if (trouble !== undefined) return trouble;
  const job = o.jobs.find(({ metadata }) => metadata?.name === deadMan.name);
  if (job === undefined) return { do: 'create-dead-man' };
  if (isWatching(job)) return undefined;
  const waited = o.now - (Date.parse(job.metadata?.creationTimestamp ?? '') || o.now);
  if (waited < 60_000) return { do: 'await', what: 'the dead man tries what it would do', ms: 1000 };
  return giveBack(
    course,
    o,
    `the dead man does not watch: see Job/${deadMan.name}, its image and its account`,
  );
}

/** Whether the gateway does what the route says. */
function carried(course: Course, o: Observation): Move | undefined {
  const trouble = course.router.trouble(o);
  if (trouble === undefined) return undefined;
  const since = o.now - course.router.setAt(o);
  return since < 30_000 ? { do: 'await', what: trouble, ms: 1000 } : giveBack(course, o, trouble);
}

function judged(course: Course, o: Observation, journal: Journal, { verdict }: Insight): Move {
  const last = course.weights.length - 1;
  const onward = (): Move => {
    if (journal.phase === 'baking') return { do: 'enter', phase: 'promoting', weight: 100 };
    const step = journal.step + 1;
    const weight = course.weights[step] ?? 100;
    return { do: 'enter', phase: step < last ? 'stepping' : 'baking', step, weight };
  };
  switch (verdict?.verdict) {
    case undefined:
    case 'continue':
    case 'pod-local':
      return { do: 'await', what: 'the gate watches' };
    case 'pass':
      return onward();
    case 'fail':
    case 'no-data':
    case 'inconclusive':
      return giveBack(course, o, verdict.reason);
    default:
      return verdict satisfies never;
  }
}

/** The canary carries everything while the workload rolls out of traffic; then traffic goes back, step by step. */
function promote(course: Course, o: Observation, insight: Insight): Move {
  if (course.goal === 'judged') return { do: 'end' };
  const { router } = course;
  const moved = isCandidate(course, o.workload) && insight.workload?.state === 'complete';
  if (course.strategy === 'rolling' && !moved) return rolling(course, o, insight);
  if (!moved) {
    const up = bringUp(course, o, insight, capacityOf(o));
    if (up !== undefined) return up;
    const all = router.shift(o, 100);
    if (all.length > 0) return { do: 'patch', what: 'all traffic to the canary', writes: all };
    const trouble = carried(course, o) ?? settled(course, o);
    if (trouble !== undefined) return trouble;
    if (!isCandidate(course, o.workload)) return { do: 'apply-workload' };
    if (insight.workload?.state === 'failed') return { do: 'give-up', cause: insight.workload.cause };
    return { do: 'await', what: `Deployment/${course.workload} rolls out of traffic` };
  }
  const set = router.weight(o);
  if (set !== undefined && set > 0) {
    const half = set > 50 ? 50 : 0;
    return (
      settled(course, o) ?? {
        do: 'patch',
        what: `${100 - half} % to Deployment/${course.workload}`,
        writes: router.shift(o, half),
      }
    );
  }
  const rest = tidy(course, o);
  if (rest !== undefined) return rest;
  return course.watchMs > 0 && course.strategy === 'canary'
    ? { do: 'enter', phase: 'watching', weight: 100 }
    : { do: 'enter', phase: 'done', weight: 100 };
}

/** A rolling update that another run began. What was not applied yet cannot be: Secrets stand in no record. */
function rolling(course: Course, o: Observation, { workload }: Insight): Move {
  if (!isCandidate(course, o.workload)) {
    return giveBack(course, o, 'the run that released it ended before it had applied everything');
  }
  if (workload?.state === 'failed') return { do: 'give-up', cause: workload.cause };
  if (o.now > (o.journal?.deadline ?? 0)) return giveBack(course, o, 'it did not come up in time');
  return { do: 'await', what: `Deployment/${course.workload} rolls` };
}

function watch(course: Course, o: Observation, journal: Journal, insight: Insight): Move {
  if (o.workload === undefined || !isCandidate(course, o.workload)) {
    return {
      do: 'enter',
      phase: 'done',
      weight: 100,
      reason: 'somebody else changed the workload meanwhile',
    };
  }
  const { verdict } = insight;
  if (verdict?.verdict === 'fail') return giveBack(course, o, verdict.reason);
  const left = journal.since + course.watchMs - o.now;
  if (left > 0) return { do: 'await', what: 'watching', ms: left };
  return { do: 'enter', phase: 'done', weight: 100 };
}

function scale(course: Course, canary: Deployment, replicas: number): Write {
  return {
    path: canaryPath(course),
    patch: [...course.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
  };
}
