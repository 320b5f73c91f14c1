import type { Verdict } from '../analysis/verdict.ts';
import type { Deployment, Job, KubeObject, ObjectMeta, Pod, Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { needOf } from './canary.ts';
import { isWatching } from './dead-man.ts';
import type { Journal } from './journal.ts';
import { canonical, labels, nameOf } from './naming.ts';
import type { Phase } from './phases.ts';
import { type Assessment, type Cause, isReady } from './rollout.ts';
import type { Observation } from './world.ts';

type Owner = NonNullable<ObjectMeta['ownerReferences']>[number];

/** A patch that tests our stamp first. */
export interface Write {
  path: string;
  patch: JsonPatch[];
}

/** The one thing to do next. */
export type Move =
  | { do: 'patch'; what: string; writes: Write[] }
  | { do: 'create-service' }
  | { do: 'create-canary'; replicas: number }
  /** The Job that takes the traffic back when this run is lost. */
  | { do: 'create-dead-man' }
  | { do: 'apply-workload' }
  | { do: 'restore-workload' }
  | { do: 'recreate-workload' }
  /** A first release: all that it made goes again. */
  | { do: 'remove-made' }
  | { do: 'remove'; what: string; path: string; uid: string }
  /** Into another phase or step; `writes` are sent beside it, because traffic must not wait for a journal. */
  | {
      do: 'enter';
      phase: Phase;
      step?: number;
      weight?: number;
      deadline?: number;
      reason?: string;
      writes?: Write[];
    }
  /** It cannot come up: the cause is put into a sentence, and the rollout is undone. */
  | { do: 'give-up'; cause: Cause }
  /** Something must change first. `ms`: at the latest then it is looked at again. */
  | { do: 'await'; what: string; ms?: number }
  /** Nothing that we may do helps. */
  | { do: 'hold'; reason: string }
  | { do: 'end' };

/** How traffic is divided, whatever divides it. All pure. */
export interface Router {
  /** Percentage that the canary is set to get; undefined when nothing is divided, or not everywhere alike. */
  weight(o: Observation): number | undefined;
  /** Writes that lead to that percentage; none when it is set. */
  shift(o: Observation, weight: number): Write[];
  /** Writes that bring the canary in without giving it anything; none when it is in. */
  open(o: Observation): Write[];
  /** Writes that take every trace of the division away; none when there is none. */
  clean(o: Observation): Write[];
  /** Why the gateway does not carry out what is set; it may not have looked yet. */
  trouble(o: Observation): string | undefined;
  /** When what is set was set, by the API server's clock. */
  setAt(o: Observation): number;
  /** Writes that keep the Services to the stable pods, so that the canary gets what the router gives it and no more. */
  pin(o: Observation): Write[];
  unpin(o: Observation): Write[];
  /** Whether the canary has a Service of its own, and how that looks. */
  ownService: boolean;
  canaryService(o: Observation, owner: Owner): Service;
}

/** The dead man of this run. */
export interface DeadMan {
  name: string;
  /** Made when the canary is in the routes, so that its writes stay right at every weight. */
  job(o: Observation, owner: Owner): Job;
  /** Objects from which it took the traffic back. */
  fired(o: Observation): string[];
}

/** What stays the same through a rollout. */
export interface Course {
  app: string;
  namespace: string;
  workload: string;
  service: string | undefined;
  strategy: Journal['strategy'];
  /** Weights of the steps; the last entry is the bake's. */
  weights: number[];
  /** Milliseconds for steps and bake together, and for the watch. */
  deadlineMs: number;
  watchMs: number;
  /** The workload's selector as a template: whether its pods are the baseline's. */
  baselineTemplate: string | undefined;
  candidate: number;
  /** Fencing token of this run. */
  token: number;
  /** An autoscaler owns the number of pods. */
  scaledByOthers: boolean;
  /** What takes the traffic back when this run is lost; undefined when there is none, on purpose. */
  deadMan: DeadMan | undefined;
  router: Router;
  /** The first operations of every patch: they hold only while nobody with a higher token was at the object. */
  guard(object: KubeObject): JsonPatch[];
  /** Patches that keep an autoscaler from taking pods away, and that give it its room back. */
  raiseFloor(o: Observation): Write[];
  restoreFloor(o: Observation): Write[];
  /** How far this run goes: `prepared` stops at weight 0, `judged` before promotion. */
  goal: 'prepared' | 'judged' | 'done';
}

/** What the run itself knows beside the cluster. */
export interface Insight {
  canary: Assessment | undefined;
  workload: Assessment | undefined;
  /** The gate's newest word on this very step. */
  verdict: Verdict | undefined;
  /** Sentences about what needs no statistics. */
  facts: string[];
  cancelled: boolean;
  /** What a first release made is removed already. */
  removed: boolean;
}

/** Milliseconds that a gateway is given to carry out what it was told, before pods are taken away behind it. */
const drain = 3000;

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

/** The shortest way to safety: traffic, then pods (which ends long-lived connections), then the rest. */
function undo(course: Course, o: Observation, journal: Journal, insight: Insight): Move {
  const { router } = course;
  if (journal.baseline === undefined) {
    return insight.removed ? { do: 'enter', phase: 'undone', weight: 0 } : { do: 'remove-made' };
  }
  if (o.workload === undefined) return { do: 'recreate-workload' };
  if (isCandidate(course, o.workload)) return { do: 'restore-workload' };
  const set = router.weight(o) ?? 0;
  if (set > 0) {
    const ready = readyOf(o, 'stable').length;
    const complete = insight.workload?.state === 'complete';
    // Behind all of the traffic the old side must be able to carry it; a rest that it carried all along it can.
    const enough = complete || (set < 100 && ready > 0) || ready >= capacityOf(o);
    if (!enough) {
      if (insight.workload?.state === 'failed' || (ready === 0 && o.now - journal.since > 60_000)) {
        return {
          do: 'hold',
          reason: `release ${journal.baseline} has no ready pod that could take the traffic back; release a version that works`,
        };
      }
      return { do: 'await', what: `${ready} pods of release ${journal.baseline} ready`, ms: 1000 };
    }
    return { do: 'patch', what: 'traffic back to the baseline', writes: router.shift(o, 0) };
  }
  const rest = tidy(course, o);
  if (rest !== undefined) return rest;
  if (insight.workload !== undefined && insight.workload.state !== 'complete') {
    if (insight.workload.state === 'failed')
      return { do: 'hold', reason: `release ${journal.baseline} does not come up either` };
    if (o.now - journal.since < journal.deadline - journal.startedAt)
      return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
  }
  return { do: 'enter', phase: 'undone', weight: 0 };
}

/** Takes away what the rollout brought, in the order in which nobody notices. */
function tidy(course: Course, o: Observation): Move | undefined {
  const { router } = course;
  const split = router.clean(o);
  if (split.length > 0) {
    return settled(course, o) ?? { do: 'patch', what: 'the route is as it was', writes: split };
  }
  if (o.canary !== undefined && o.canary.metadata?.deletionTimestamp === undefined) {
    return settled(course, o) ?? remove('the canary', canaryPath(course), o.canary);
  }
  const living = podsOf(o, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
  if (living.length > 0) return { do: 'await', what: 'the pods of the canary end' };
  const service = canaryService(course, o);
  if (service !== undefined)
    return remove("the canary's Service", servicePath(course, nameOf.canary(course.service ?? '')), service);
  const pins = router.unpin(o);
  if (pins.length > 0) return { do: 'patch', what: 'Services select as before', writes: pins };
  const floor = course.restoreFloor(o);
  if (floor.length > 0) return { do: 'patch', what: 'the autoscaler has its room back', writes: floor };
  // Last: as long as it is there, it takes with it whatever is made in its name.
  const [fence] = o.fences;
  if (fence !== undefined) {
    const { namespace = '', name } = fence.metadata ?? {};
    return remove('the fence', pathOf(resources.configMap, namespace, name), fence);
  }
  return undefined;
}

/** Waits until the gateway has surely carried out the last change, before something is done that relies on it. */
function settled(course: Course, o: Observation): Move | undefined {
  const left = course.router.setAt(o) + drain - o.now;
  return left > 0 ? { do: 'await', what: 'the gateway carries it out', ms: left } : undefined;
}

const canaryPath = ({ namespace, workload }: Course) =>
  pathOf(resources.deployment, namespace, nameOf.canary(workload));

const servicePath = ({ namespace }: Course, name: string) => pathOf(resources.service, namespace, name);

function scale(course: Course, canary: Deployment, replicas: number): Write {
  return {
    path: canaryPath(course),
    patch: [...course.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
  };
}

function remove(what: string, path: string, object: KubeObject): Move {
  return { do: 'remove', what, path, uid: object.metadata?.uid ?? '' };
}

/** Whether the workload was given the candidate; annotation and template are written in one write. */
export function isCandidate(course: Course, workload: Deployment | undefined): boolean {
  return workload?.metadata?.annotations?.[labels.release] === String(course.candidate);
}

const capacityOf = (o: Observation) => Math.max(o.journal?.capacity ?? 1, o.workload?.spec?.replicas ?? 1);

const podsOf = (o: Observation, track: 'stable' | 'canary'): Pod[] =>
  o.pods.filter(pod => (pod.metadata?.labels?.[labels.track] === 'canary') === (track === 'canary'));

/** Pods that can serve: ready, and not ending. */
export const readyOf = (o: Observation, track: 'stable' | 'canary'): Pod[] =>
  podsOf(o, track).filter(pod => pod.metadata?.deletionTimestamp === undefined && isReady(pod));

const canaryService = (course: Course, o: Observation) =>
  o.services.find(({ metadata }) => metadata?.name === nameOf.canary(course.service ?? ''));
