import type { Verdict } from '../analysis/verdict.ts';
import type { Deployment, Job, KubeObject, ObjectMeta, Pod, Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { isWatching } from './dead-man.ts';
import type { Journal } from './journal.ts';
import { canonical, labels, nameOf } from './naming.ts';
import type { Phase } from './phases.ts';
import { type Assessment, type Cause, isReady } from './rollout.ts';
import type { Observation } from './world.ts';

type PodLocal = Extract<Verdict, { verdict: 'pod-local' }>;
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
  /** It cannot come up: traffic goes first, then the cause is put into a sentence, and the rollout is undone. */
  | { do: 'give-up'; cause: Cause; writes: Write[] }
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
  /** Pods of the canary that must be ready before it may get that percentage. */
  need(weight: number, capacity: number): number;
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
      return (
        interrupted(course, o, journal, insight) ??
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
        interrupted(course, o, journal, insight) ?? starved(course, o, journal) ?? promote(course, o, insight)
      );
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
  if (o.now > endOf(course, journal)) return giveBack(course, o, 'the time of the rollout is over');
  if (o.workload === undefined) return giveBack(course, o, `Deployment/${course.workload} was deleted`);
  if (isCandidate(course, o.workload) && journal.phase !== 'prepared') {
    return giveBack(course, o, `Deployment/${course.workload} was given the candidate by somebody else`);
  }
  return undefined;
}

/** The gate says that time is over itself, in better words; this is for one that does not come to a word. */
function endOf({ strategy, watchMs }: Course, { phase, deadline, since }: Journal): number {
  if (phase === 'prepared') return deadline;
  // The old side of a blue-green release is kept for a time of its own, after everything has moved.
  const kept = strategy === 'blue-green' && phase === 'baking' ? since + watchMs : 0;
  return Math.max(deadline, kept) + 60_000;
}

/** Holds while somebody else's change rolls: traffic goes where it can be served. Then there is nothing to compare with. */
function changedByOthers(course: Course, o: Observation, insight: Insight): Move | undefined {
  if (o.workload === undefined) return undefined;
  if (
    course.baselineTemplate !== undefined &&
    canonical(o.workload.spec?.template) !== course.baselineTemplate
  ) {
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
  const set = course.router.weight(o) ?? 0;
  if (set === 0 || isCandidate(course, o.workload) || !canCarry(o, set)) return [];
  return course.router.shift(o, 0);
}

/**
 * Whether the workload's own pods could take all of the traffic: what is left beside the canary they carried all along;
 * behind all of it they must be as many as are needed, or at least as many as serve it now.
 */
function canCarry(o: Observation, set: number): boolean {
  const ready = readyOf(o, 'stable').length;
  if (ready === 0) return false;
  return set < 100 || ready >= Math.min(capacityOf(o), Math.max(1, readyOf(o, 'canary').length));
}

/**
 * A canary that dies is invisible to its own metrics: without enough pods it gets nothing, at once. It is measured by what
 * the rollout began with: when the workload grows meanwhile, the canary grows after it, and keeps its traffic.
 */
function starved(course: Course, o: Observation, journal: Journal): Move | undefined {
  const { router } = course;
  // Where the stable Service selects the canary's pods, it sends nothing to those that are gone.
  if (!router.ownService) return undefined;
  const set = router.weight(o) ?? 0;
  const need = router.need(Math.min(set, journal.weight), journal.capacity);
  if (set === 0 || readyOf(o, 'canary').length >= need || !canCarry(o, set)) return undefined;
  const writes = router.shift(o, 0);
  if (writes.length === 0) return undefined;
  return { do: 'patch', what: 'the canary lacks ready pods: no traffic for it', writes };
}

function prepare(course: Course, o: Observation, insight: Insight): Move {
  const up = bringUp(course, o, insight, course.router.need(course.weights[0] ?? 100, capacityOf(o)));
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
  if (canary?.state === 'failed') return giveUp(course, o, canary.cause);
  const ready = readyOf(o, 'canary').length;
  if (ready < need) return { do: 'await', what: `${ready} of ${need} canary pods ready` };
  return undefined;
}

/** One step or the bake: capacity first, then traffic, then the gate's word. */
function expose(course: Course, o: Observation, journal: Journal, insight: Insight): Move {
  const { router } = course;
  const weight = journal.weight;
  const up = bringUp(course, o, insight, router.need(weight, capacityOf(o)));
  if (up !== undefined) return up;
  const guarded = (router.weight(o) ?? 0) === 0 ? guardedBy(course, o) : undefined;
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
      return { do: 'await', what: 'the gate watches' };
    case 'pod-local':
      return replaced(course, o, journal, verdict);
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

/** One bad pod is no bad version: another one comes up first, and then this one goes. */
function replaced(course: Course, o: Observation, journal: Journal, { pod, reason }: PodLocal): Move {
  const bad = podsOf(o, 'canary').find(({ metadata }) => metadata?.name === pod);
  if (bad === undefined || bad.metadata?.deletionTimestamp !== undefined) {
    return { do: 'await', what: 'the gate watches' };
  }
  const need = course.router.need(journal.weight, capacityOf(o));
  const others = readyOf(o, 'canary').filter(each => each !== bad).length;
  if (others >= need) return remove(`Pod/${pod}: ${reason}`, podPath(course, pod), bad);
  if (o.canary !== undefined && (o.canary.spec?.replicas ?? 0) <= need) {
    const writes = [scale(course, o.canary, need + 1)];
    return { do: 'patch', what: `canary: another pod in place of ${pod}`, writes };
  }
  return { do: 'await', what: `another pod comes up in place of ${pod}` };
}

/** The canary carries everything while the workload rolls out of traffic; then traffic goes back, step by step. */
function promote(course: Course, o: Observation, insight: Insight): Move {
  if (course.goal === 'judged') return { do: 'end' };
  const { router } = course;
  // A pod that ends is known before the Deployment says that it lacks one.
  const complete =
    insight.workload?.state === 'complete' &&
    readyOf(o, 'stable').length >= (o.workload?.spec?.replicas ?? 1);
  // Once the canary goes, the workload serves; that others scale it then is no reason to begin again.
  const served = o.canary?.metadata?.deletionTimestamp !== undefined || o.canary === undefined;
  const moved = isCandidate(course, o.workload) && (complete || (served && router.weight(o) === 0));
  if (course.strategy === 'rolling' && !(moved && complete)) return rolling(course, o, insight);
  if (!moved) {
    const up = bringUp(course, o, insight, capacityOf(o));
    if (up !== undefined) return up;
    const all = router.shift(o, 100);
    if (all.length > 0) return { do: 'patch', what: 'all traffic to the canary', writes: all };
    const trouble = carried(course, o) ?? settled(course, o);
    if (trouble !== undefined) return trouble;
    if (!isCandidate(course, o.workload)) return { do: 'apply-workload' };
    if (insight.workload?.state === 'failed') return giveUp(course, o, insight.workload.cause);
    return { do: 'await', what: `Deployment/${course.workload} rolls out of traffic` };
  }
  const set = router.weight(o);
  if (set !== undefined && set > 0) {
    return settled(course, o) ?? givenOver(course, o, set);
  }
  const rest = tidy(course, o);
  if (rest !== undefined) return rest;
  if (insight.workload?.state === 'failed') return giveUp(course, o, insight.workload.cause);
  if (!complete) return { do: 'await', what: `Deployment/${course.workload} is not all up` };
  return course.watchMs > 0 && course.strategy === 'canary'
    ? { do: 'enter', phase: 'watching', weight: 100 }
    : { do: 'enter', phase: 'done', weight: 100 };
}

/** Traffic goes over to the workload in two parts, where it can be parted. */
function givenOver({ router, workload }: Course, o: Observation, set: number): Move {
  const half = set > 50 ? router.shift(o, 50) : [];
  if (half.length > 0) return { do: 'patch', what: `50 % to Deployment/${workload}`, writes: half };
  return { do: 'patch', what: `100 % to Deployment/${workload}`, writes: router.shift(o, 0) };
}

/** A rolling update that another run began. What was not applied yet cannot be: Secrets stand in no record. */
function rolling(course: Course, o: Observation, { workload }: Insight): Move {
  if (!isCandidate(course, o.workload)) {
    return giveBack(course, o, 'the run that released it ended before it had applied everything');
  }
  if (workload?.state === 'failed') return giveUp(course, o, workload.cause);
  if (o.now > (o.journal?.deadline ?? 0)) return giveBack(course, o, 'it did not come up in time');
  return { do: 'await', what: `Deployment/${course.workload} rolls` };
}

function watch(course: Course, o: Observation, journal: Journal, insight: Insight): Move {
  // A run that took over here has raised a fence of its own.
  const rest = tidy(course, o);
  if (o.workload === undefined || !isCandidate(course, o.workload)) {
    const reason = 'somebody else changed the workload meanwhile';
    return rest ?? { do: 'enter', phase: 'done', weight: 100, reason };
  }
  const { verdict } = insight;
  if (verdict?.verdict === 'fail') return giveBack(course, o, verdict.reason);
  if (rest !== undefined) return rest;
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
  if (
    course.baselineTemplate === undefined &&
    (o.workload === undefined || isCandidate(course, o.workload))
  ) {
    return {
      do: 'hold',
      reason: `the record of release ${journal.baseline} has no template to put back; release a version that works`,
    };
  }
  if (o.workload === undefined) return { do: 'recreate-workload' };
  if (isCandidate(course, o.workload)) return { do: 'restore-workload' };
  const set = router.weight(o) ?? 0;
  if (set > 0) return broughtBack(course, o, journal, insight, set);
  const starting = started(o, journal, insight);
  const rest = starting ?? tidy(course, o);
  if (rest !== undefined) return rest;
  if (insight.workload !== undefined && insight.workload.state !== 'complete') {
    if (insight.workload.state === 'failed')
      return { do: 'hold', reason: `release ${journal.baseline} does not come up either` };
    if (o.now - journal.since < journal.deadline - journal.startedAt)
      return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
  }
  return { do: 'enter', phase: 'undone', weight: 0 };
}

/** Traffic goes to the baseline as soon as that can carry it. */
function broughtBack(course: Course, o: Observation, journal: Journal, insight: Insight, set: number): Move {
  const { router } = course;
  const ready = readyOf(o, 'stable').length;
  const late = insight.workload?.state === 'failed' || o.now - journal.since > 60_000;
  // Some pods of a version that works are better than all of one that does not.
  const all = ready > 0 && ready >= (o.workload?.spec?.replicas ?? 1);
  if (all || canCarry(o, set) || (late && ready > 0)) {
    return { do: 'patch', what: 'traffic back to the baseline', writes: router.shift(o, 0) };
  }
  if (late) {
    return {
      do: 'hold',
      reason: `release ${journal.baseline} has no ready pod that could take the traffic back; release a version that works`,
    };
  }
  // What the baseline's share would be answered with is 503; the canary's pods are there.
  const over = set < 100 && ready === 0 && readyOf(o, 'canary').length > 0 ? router.shift(o, 100) : [];
  if (over.length > 0)
    return { do: 'patch', what: 'all traffic to the canary while the baseline comes up', writes: over };
  return { do: 'await', what: `${ready} pods of release ${journal.baseline} ready`, ms: 1000 };
}

/** A baseline that was made again or put back has a pod at least before the canary goes. */
function started(o: Observation, journal: Journal, insight: Insight): Move | undefined {
  const { workload } = insight;
  if (readyOf(o, 'stable').length > 0 || readyOf(o, 'canary').length === 0) return undefined;
  if (workload?.state !== 'progressing' || o.now - journal.since > 60_000) return undefined;
  return { do: 'await', what: `release ${journal.baseline} comes up again`, ms: 1000 };
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

const podPath = ({ namespace }: Course, name: string) => pathOf(resources.pod, namespace, name);

function giveUp(course: Course, o: Observation, cause: Cause): Move {
  return { do: 'give-up', cause, writes: takeBack(course, o) };
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

/** Pods that can serve: ready, not ending, and not left behind by a Deployment that was deleted. */
export function readyOf(o: Observation, track: 'stable' | 'canary'): Pod[] {
  const owner = track === 'stable' ? o.workload : o.canary;
  const sets = new Set(
    o.replicaSets
      .filter(({ metadata }) => metadata?.ownerReferences?.some(({ uid }) => uid === owner?.metadata?.uid))
      .map(({ metadata }) => metadata?.uid),
  );
  return podsOf(o, track).filter(
    pod =>
      pod.metadata?.deletionTimestamp === undefined &&
      isReady(pod) &&
      pod.metadata?.ownerReferences?.some(({ uid }) => sets.has(uid)),
  );
}

const canaryService = (course: Course, o: Observation) =>
  o.services.find(({ metadata }) => metadata?.name === nameOf.canary(course.service ?? ''));
