import type { Verdict } from '../../analysis/verdict.ts';
import type { Job, KubeObject, ObjectMeta, Pod, Service } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import type { Gateway } from '../../config/types.ts';
import type { Phase } from '../store/phases.ts';
import type { Pause, PauseReason, RolloutState } from '../store/schema.ts';
import type { Ref, Workload } from '../workloads/kinds.ts';
import { labels, nameOf } from '../workloads/naming.ts';
import { isLiving, isReady, podsOwnedBy } from '../workloads/pods.ts';
import type { Assessment, Cause } from '../workloads/rollout.ts';
import type { PausePolicy } from '../workloads/strategy.ts';
import type { Worker } from '../workloads/workers.ts';
import type { Snapshot } from './informers.ts';

/** What a rollout is decided from and with: its course, what is known beside the cluster, and the moves there are. */

type Owner = NonNullable<ObjectMeta['ownerReferences']>[number];

/** A patch that tests our stamp first. */
export interface FencedPatch {
  path: string;
  patch: JsonPatch[];
}

/** The one thing to do next. */
export type Action =
  | { do: 'patch'; what: string; writes: FencedPatch[] }
  /** The state asks for more than a gate that has passed did. */
  | { do: 'weigh'; weight: number }
  | { do: 'create-service' }
  | { do: 'create-canary'; replicas: number }
  /** The Job that takes the traffic back when this run is lost. */
  | { do: 'create-watchdog' }
  /** Everything that goes before the workload; only the run that began the release has the values of its Secrets. */
  | { do: 'apply-manifests' }
  /** Routes that had to wait until a canary that an earlier rollout left had no traffic. */
  | { do: 'apply-routes' }
  | { do: 'apply-workload' }
  | { do: 'restore-workload' }
  | { do: 'recreate-workload' }
  /** A worker of the workload gets the candidate, or what it had before. */
  | { do: 'apply-worker' | 'restore-worker'; name: string }
  /** A first release: all that it made goes again. */
  | { do: 'remove-made' }
  | { do: 'remove'; what: string; path: string; uid: string }
  /** A pod that keeps a StatefulSet from getting another version. */
  | { do: 'remove-stuck'; of: Ref; pod: Pod }
  /** Into another phase or step; `writes` are sent beside it, because traffic must not wait for a state. */
  | {
      do: 'enter';
      phase: Phase;
      step?: number;
      weight?: number;
      deadline?: number;
      reason?: string;
      writes?: FencedPatch[];
    }
  /** It cannot come up: traffic goes first, then the cause is put into a sentence, and the rollout is rolled back. */
  | { do: 'give-up'; cause: Cause; writes: FencedPatch[] }
  /** Something must change first. `ms`: at the latest then it is looked at again. */
  | { do: 'await'; what: string; ms?: number }
  /** It stays as it is until somebody comes, at most until then. */
  | { do: 'pause'; for: PauseReason; until: number; reason?: string }
  /** Nothing that we may do helps. */
  | { do: 'hold'; reason: string }
  | { do: 'end' };

/** How traffic is divided, whatever divides it. All pure. */
export interface TrafficRouter {
  /** Percentage that the canary is set to get; undefined when nothing is divided, or not everywhere alike. */
  weight(o: Snapshot): number | undefined;
  /** Writes that lead to that percentage; none when it is set. */
  shift(o: Snapshot, weight: number): FencedPatch[];
  /** Writes that bring the canary in without giving it anything; none when it is in. */
  open(o: Snapshot): FencedPatch[];
  /** Writes that take every trace of the division away; none when there is none. */
  clean(o: Snapshot): FencedPatch[];
  /** Pods of the canary that must be ready before it may get that percentage. */
  need(weight: number, capacity: number): number;
  /** Why the gateway does not carry out what is set; unless it refuses that, it has not looked yet. */
  trouble(o: Snapshot): { detail: string; refused: boolean } | undefined;
  /** When what is set was set, by the API server's clock. */
  setAt(o: Snapshot): number;
  /** Writes that keep the Services to the stable pods, so that the canary gets what the router gives it and no more. */
  pin(o: Snapshot): FencedPatch[];
  unpin(o: Snapshot): FencedPatch[];
  /** Whether the canary has a Service of its own, and how that looks. */
  ownService: boolean;
  canaryService(o: Snapshot, owner: Owner): Service;
}

/** The watchdog of this run. */
export interface Watchdog {
  name: string;
  /** Made when the canary is in the routes, so that its writes stay right at every weight. */
  job(o: Snapshot, owner: Owner): Job;
  /** Objects from which it took the traffic back. */
  fired(o: Snapshot): string[];
}

/** What stays the same through a rollout. */
export interface RolloutSpec {
  app: string;
  namespace: string;
  workload: Ref;
  service: string | undefined;
  workers: readonly Worker[];
  strategy: RolloutState['strategy'];
  /** Weights of the steps; the last entry is the bake's. */
  weights: number[];
  /** What the canary carries while the workload rolls: 100, out of traffic then; less: in place, with the rest of it. */
  promotionWeight: number;
  /** Milliseconds for steps and bake together, and for the watch. */
  deadlineMs: number;
  watchMs: number;
  /** How long the gateway may take, in ms. */
  gateway: Gateway;
  /** The workload's selector as a template: whether its pods are the baseline's. */
  baselineTemplate: string | undefined;
  candidate: number;
  /** Whether it may be rolled back after everything has moved over to it. */
  reversible: boolean;
  /** Fencing token of this run. */
  token: number;
  /** An autoscaler owns the number of pods. */
  scaledByOthers: boolean;
  /** What takes the traffic back when this run is lost; undefined when there is none, on purpose. */
  watchdog: Watchdog | undefined;
  router: TrafficRouter;
  /** The first operations of every patch: they hold only while nobody with a higher token was at the object. */
  guard(object: KubeObject): JsonPatch[];
  /** Patches that keep an autoscaler from taking pods away, and that give it its room back. */
  raiseFloor(o: Snapshot): FencedPatch[];
  restoreFloor(o: Snapshot): FencedPatch[];
  /** For how long it may stand with traffic on the candidate and no run beside it; undefined where it never may. */
  waiting: PausePolicy | undefined;
  /** It waited for something before this run, which has come for this. */
  waited?: { paused: Pause; calls: 'look' | 'resume' | 'approve'; who: string; phase: Phase; step: number };
  /** How far this run goes: `prepared` stops at weight 0, `judged` before promotion. */
  goal: 'prepared' | 'judged' | 'done';
}

/** What the run itself knows beside the cluster. */
export interface Inputs {
  canary: Assessment | undefined;
  workload: Assessment | undefined;
  /** By name. */
  workers: Readonly<Record<string, Assessment | undefined>>;
  /** The gate's newest word on this very step. */
  verdict: Verdict | undefined;
  /** Somebody judges, and has not come to a first word yet, although there may be much to read. */
  unheard: boolean;
  /** Sentences about what needs no statistics. */
  facts: string[];
  cancelled: boolean;
  /** What a first release made is removed already. */
  removed: boolean;
  /** What only this run can apply. */
  pending: { manifests: boolean; routes: boolean };
}

/** Whether the workload, or a worker, was given the candidate; annotation and template are written in one write. */
export function runsCandidate(spec: RolloutSpec, workload: Workload | undefined): boolean {
  return workload?.metadata?.annotations?.[labels.release] === String(spec.candidate);
}

export const capacityOf = (o: Snapshot) =>
  Math.max(o.rollout?.capacity ?? 1, o.workload?.spec?.replicas ?? 1);

export const podsOfTrack = (o: Snapshot, track: 'stable' | 'canary'): Pod[] =>
  o.pods.filter(pod => (pod.metadata?.labels?.[labels.track] === 'canary') === (track === 'canary'));

/** Pods that can serve: ready, not ending, and not left behind by a workload that was deleted. */
export function readyPods(o: Snapshot, track: 'stable' | 'canary'): Pod[] {
  const isOwn = podsOwnedBy(track === 'stable' ? o.workload : o.canary, o.revisions);
  return podsOfTrack(o, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod));
}

/**
 * Whether the workload's own pods could take all of the traffic: what is left beside the canary they carried all along;
 * behind all of it, or once they roll to another version, they must be as many as are needed, or at least as many as serve it now.
 */
export function canCarry(spec: RolloutSpec, o: Snapshot, set: number): boolean {
  const ready = readyPods(o, 'stable').length;
  if (ready === 0) return false;
  const rolls = runsCandidate(spec, o.workload) || o.rollout?.rolledBackFrom === 'promoting';
  return (
    (set < 100 && !rolls) || ready >= Math.min(capacityOf(o), Math.max(1, readyPods(o, 'canary').length))
  );
}

export const canaryService = (spec: RolloutSpec, o: Snapshot) =>
  o.services.find(({ metadata }) => metadata?.name === nameOf.canary(spec.service ?? ''));
