import type { Verdict } from '../../analysis/verdict.ts';
import type { Job, KubeObject, OwnerReference, Pod } from '../../cluster/objects.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment, Gateway } from '../../config/types.ts';
import { type FencedPatch, tokenOn } from '../../traffic/fencing-token.ts';
import { weightsIn } from '../../traffic/route.ts';
import type { TrafficRouter } from '../../traffic/router.ts';
import { type Ref, titleOf, type Workload } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import type { Assessment, Cause } from '../../workloads/progress.ts';
import { releaseOf, type Worker } from '../../workloads/workers.ts';
import type { Phase } from '../store/phases.ts';
import type { Pause, RolloutState } from '../store/schema.ts';
import type { Snapshot } from './informers.ts';
import type { PausePolicy } from './pause.ts';

/** The types of `decide`: the spec of a rollout, the inputs besides the snapshot, and the actions to choose from. */

/** A snapshot with the state of the rollout, as this run has written it. */
export type RolloutSnapshot = Snapshot & { rollout: RolloutState };

/** The next action of a rollout. */
export type RolloutAction =
  | { do: 'patch'; what: string; writes: FencedPatch[] }
  /** Raises the weight in the state to that of the promotion: a run that only judged has left it at that of the bake. */
  | { do: 'set-weight'; weight: number }
  | { do: 'create-service' }
  | { do: 'create-canary'; replicas: number }
  /** Creates the Job that restores traffic when this run is lost. */
  | { do: 'create-watchdog' }
  /** Applies everything that precedes the workload; only the run that began the release has the values of its Secrets. */
  | { do: 'apply-manifests' }
  /** Applies the routes that waited until the canary of an earlier rollout had no traffic. */
  | { do: 'apply-routes' }
  | { do: 'apply-workload' }
  | { do: 'restore-workload' }
  | { do: 'recreate-workload' }
  /** Gives a worker the candidate, or restores its version from before. */
  | { do: 'apply-worker' | 'restore-worker'; name: string }
  /** Rolls back a first release: deletes all that it created. */
  | { do: 'delete-created' }
  | { do: 'remove'; what: string; path: string; uid: string; resourceVersion: string }
  /** Deletes a pod that blocks the update of a StatefulSet. */
  | { do: 'remove-stuck'; of: Ref; pod: Pod }
  /**
   * Enters another phase or step. `writes` restore traffic and are sent first, because they must not wait for the state; then the cause,
   * if there is one, is looked up and becomes the reason.
   */
  | {
      do: 'transition';
      phase: Phase;
      step?: number;
      weight?: number;
      deadline?: number;
      reason?: string;
      cause?: Cause;
      writes?: FencedPatch[];
    }
  /** Waits until something in the cluster changes, at most `ms` milliseconds. */
  | { do: 'await'; what: string; ms?: number }
  /** Ends this run and leaves the rollout paused, at most until that time. */
  | ({ do: 'pause' } & Pause)
  /** Ends this run: a person must act. */
  | { do: 'needs-action'; reason: string }
  | { do: 'end' };

/** The watchdog Job of this run. */
export interface Watchdog {
  name: string;
  /** Returns its manifest. Called when the canary is in the routes, so that its patches are right at every weight. */
  job(snapshot: Snapshot, owner: OwnerReference): Job;
  /** Returns the objects on which it restored traffic. */
  fired(snapshot: Snapshot): string[];
}

/**
 * What stays the same while one run advances a rollout, except `baselineTemplate` and `before` of a worker: once this run has restored a
 * template, they are as the API server has stored it, which a webhook may have changed.
 */
export interface RolloutSpec {
  app: string;
  namespace: string;
  /** The release of Helm whose objects are taken over. */
  'take-over'?: NonNullable<Environment['take-over']>;
  workload: Ref;
  service: string | undefined;
  workers: readonly Worker[];
  strategy: RolloutState['strategy'];
  /** Weights of the steps; the last entry is the bake's. */
  weights: number[];
  /** The canary's percentage while the workload is updated: 100, or in place less. The workload keeps the rest. */
  promotionWeight: number;
  /** Milliseconds for the steps and the bake together, and again for each part of the promotion. */
  deadlineMs: number;
  /** Milliseconds of the watch. */
  watchMs: number;
  /** How long the gateway may take, in milliseconds. */
  gateway: Gateway;
  /** The baseline's pod template in canonical form; undefined when there is none on record. */
  baselineTemplate: string | undefined;
  candidate: number;
  /** Whether the release may be rolled back once the workload has moved over to it. */
  reversible: boolean;
  /** Fencing token of this run. */
  token: number;
  /** Whether an autoscaler owns the number of pods. */
  autoscaled: boolean;
  /** Restores traffic when this run is lost; undefined for a rolling update, or when it is off. */
  watchdog: Watchdog | undefined;
  router: TrafficRouter;
  /** When and how long the rollout may be paused with traffic on the candidate; undefined where it never may. */
  pausePolicy: PausePolicy | undefined;
  /** The pause that this run found, and what it does about that; undefined when the rollout was not paused. */
  foundPause:
    | { paused: Pause; onPause: 'keep' | 'resume' | 'approve'; who: string; phase: Phase; step: number }
    | undefined;
  /** Why this run rolls the rollout back; undefined when it does not. */
  rollback: string | undefined;
  /** How far this run goes: `prepared` stops at weight 0, `judged` before promotion. */
  goal: 'prepared' | 'judged' | 'done';
}

/** What `decide` needs besides the spec and the snapshot. */
export interface Inputs {
  canary: Assessment | undefined;
  workload: Assessment | undefined;
  workers: Readonly<Record<string, Assessment | undefined>>;
  /** The gate's newest verdict on the current step. */
  verdict: Verdict | undefined;
  /** Since when this run sees the watchdog's Job not ready, by the API server's clock; undefined when it is ready, or there is none. */
  unwatchedSince: number | undefined;
  /** Whether the gate may still be reading the time before this run, so that `decide` waits for its first verdict. */
  awaitsFirstVerdict: boolean;
  /** Facts that end a rollout without statistics, as sentences. */
  facts: string[];
  cancelled: boolean;
  /** Whether all that a first release created is deleted. */
  removed: boolean;
  /** Whether this run can apply the manifests that precede the workload. */
  pending: boolean;
}

/** Whether a workload or worker was given the candidate. Its annotation says so: one write sets that and the template. */
export function runsCandidate(spec: RolloutSpec, workload: Workload | undefined): boolean {
  return releaseOf(workload) === spec.candidate;
}

/** Returns what another client did to a workload that does not run the version that this rollout gave it. */
export const changeOfWorkload = (spec: RolloutSpec, { workload }: RolloutSnapshot): string =>
  workload === undefined
    ? `${titleOf(spec.workload)} was deleted`
    : `another client replaced the version of ${titleOf(spec.workload)}`;

/**
 * Whether the workload may have run the candidate, now or before. Its revisions show that, because the controller copies the workload's
 * annotations to each of them, unless it keeps none.
 */
export const mayHaveRunCandidate = ({ rollout, workload, revisions }: RolloutSnapshot): boolean =>
  rollout.restoresRelease === true ||
  workload?.spec?.revisionHistoryLimit === 0 ||
  [workload, ...revisions].some(each => releaseOf(each) === rollout.candidate);

export const capacityOf = ({ rollout, workload }: RolloutSnapshot) =>
  Math.max(rollout.capacity, workload?.spec?.replicas ?? 1);

/**
 * Whether the stable pods could take all traffic. While they carry a part of it, one ready pod is enough. While they carry none, or roll to
 * another version, as many must be ready as the rollout's capacity, or as many as the canary has.
 */
export function canCarry(spec: RolloutSpec, snapshot: RolloutSnapshot, set: number): boolean {
  const ready = snapshot.ready.stable;
  if (ready === 0) return false;
  const rolls = runsCandidate(spec, snapshot.workload) || snapshot.rollout.rolledBackFrom === 'promoting';
  return (set < 100 && !rolls) || ready >= Math.min(capacityOf(snapshot), Math.max(1, snapshot.ready.canary));
}

/** Returns the Service of the canary. One of its name without our token belongs to another owner. */
export const findCanaryService = (
  { app, service }: Pick<RolloutSpec, 'app' | 'service'>,
  { services }: Pick<Snapshot, 'services'>,
) => services.find(each => each.metadata?.name === nameOf.canary(service ?? '') && tokenOn(each, app) > 0);

export const canaryPath = ({ namespace, workload }: RolloutSpec) =>
  pathOf(resources.deployment, namespace, nameOf.canary(workload.name));

export function removeAction(what: string, path: string, object: KubeObject): RolloutAction {
  const { uid = '', resourceVersion = '' } = object.metadata ?? {};
  return { do: 'remove', what, path, uid, resourceVersion };
}

/**
 * Returns the weight of the canary in the routes when the Service was deleted: only the canary answers requests then. 0 where it
 * exists, or the canary has no ready pod or no Service.
 */
export function weightWithoutService(spec: RolloutSpec, snapshot: Snapshot): number {
  const { split } = spec.router;
  if (split === undefined || snapshot.ready.canary === 0) return 0;
  if (findCanaryService(spec, snapshot) === undefined) return 0;
  if (snapshot.services.some(({ metadata }) => metadata?.name === spec.service)) return 0;
  return Math.max(0, ...snapshot.routes.flatMap(route => weightsIn(route, split)));
}
