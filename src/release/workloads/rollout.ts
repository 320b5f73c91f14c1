import type { Event, Pod, ReplicaSet } from '../../cluster/objects.ts';
import { standingOf, surgesNot } from './controllers.ts';
import { kindOf, replicasOf, traitsOf, type Workload } from './kinds.ts';
import { writtenAt } from './owners.ts';
import {
  containerStatusesOf,
  isLiving,
  isOwnedBy,
  isReady,
  newestOf,
  newestReplicaSet,
  type Revision,
} from './pods.ts';

/** What is known of a workload at one moment. */
export interface Observed {
  workload: Workload | undefined;
  /** Versions of it that its controller keeps. */
  revisions: readonly Revision[];
  pods: readonly Pod[];
  /** About the workload itself, of kinds whose controllers say by Events alone that pods could not be made. */
  events?: readonly Event[];
}

/** Why a rollout cannot end well, in the terms in which it is explained. */
export type Cause =
  | { kind: 'image-pull'; pod: string; container: string; image: string; detail: string }
  | { kind: 'crash'; pod: string; container: string; exitCode: number; restarts: number }
  | { kind: 'out-of-memory'; pod: string; container: string; limit: string }
  | { kind: 'bad-container'; pod: string; container: string; detail: string }
  | { kind: 'unschedulable'; pod: string; detail: string }
  | { kind: 'quota'; detail: string }
  | { kind: 'refused'; detail: string }
  | {
      kind: 'not-ready';
      pods: { pod: string; container: string }[];
      ready: number;
      wanted: number;
      seconds: number;
    }
  | { kind: 'gone' }
  | { kind: 'cancelled' };

export type Assessment =
  | { state: 'complete'; ready: number; wanted: number }
  | { state: 'progressing'; ready: number; wanted: number }
  /** Bad, but it may pass by itself: it counts only when it is still so after `graceMs`. */
  | { state: 'suspect'; ready: number; wanted: number; cause: Cause; graceMs: number }
  | { state: 'failed'; ready: number; wanted: number; cause: Cause };

/**
 * Where a rolling update stands. Pure.
 *
 * Complete means what `kubectl rollout status` means by it: the controller has seen the newest template, every
 * replica has it, all are available, and no old one is left.
 */
export function assess(observed: Observed): Assessment {
  const { workload, revisions, pods } = observed;
  if (workload === undefined) return { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
  const { wanted, seen, up, available } = standingOf(workload);
  if (!seen) return { state: 'progressing', ready: 0, wanted };
  if (up) return { state: 'complete', ready: available, wanted };
  const isNewest = newestOf(workload, revisions);
  // Another version's failures are no cause.
  if (isNewest === undefined) return { state: 'progressing', ready: 0, wanted };
  const young = pods.filter(pod => isNewest(pod) && isLiving(pod));
  const ready = young.filter(isReady).length;
  const refused = refusal(observed, workload);
  const patience = refused === undefined ? undefined : patienceOf(refused, workload);
  if (refused !== undefined && patience !== undefined) {
    return { state: 'suspect', ready, wanted, cause: refused, graceMs: patience };
  }
  const cause = refused ?? firstOf(young, podFailure);
  if (cause !== undefined) return { state: 'failed', ready, wanted, cause };
  const pulling = firstOf(young, failingPull);
  if (pulling !== undefined) return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
  const stuck = firstOf(young, unschedulable);
  if (stuck !== undefined) {
    return { state: 'suspect', ready, wanted, cause: stuck, graceMs: patienceForNode(stuck, workload) };
  }
  const slow = workload.status?.conditions?.find(
    c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded',
  );
  if (slow !== undefined) {
    // The condition of a failed rollout outlives it until the controller counts progress of the rollback.
    return {
      state: 'suspect',
      ready,
      wanted,
      cause: notReady(young, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600),
      graceMs: 3000,
    };
  }
  return { state: 'progressing', ready, wanted };
}

/** Milliseconds for which pods may be refused before that counts; undefined: it counts at once. */
function patienceOf(refused: Refusal, workload: Workload): number | undefined {
  // The controller tries again: what no policy decided may be a webhook, a right or an account that is not there yet.
  if (refused.kind === 'refused') return isDecided(refused.detail) ? undefined : 30_000;
  // A pod of these goes before the next one comes, and the quota learns of that a moment later.
  if (traitsOf(kindOf(workload)).refusedInEvents) return 30_000;
  // Without a surge the new pods need the room of those that are just ending, and the quota counts these to the end.
  return surgesNot(workload) ? 60_000 : undefined;
}

/**
 * Milliseconds for which no node may take a pod: where there is no room, time for an autoscaler to say so, which looks for such
 * pods every ten seconds.
 */
function patienceForNode({ detail }: Cause & { kind: 'unschedulable' }, workload: Workload): number {
  const room = /insufficient/i.test(detail);
  // In their place the pod before is gone; a volume may be on its way.
  if (traitsOf(kindOf(workload)).refusedInEvents)
    return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
  return surgesNot(workload) ? 60_000 : room ? 15_000 : 3000;
}

/** The cause to name when time has run out and nothing worse is known. */
export function lateCause({ workload, revisions, pods }: Observed, seconds: number): Cause {
  if (workload === undefined) return { kind: 'gone' };
  const isNewest = newestOf(workload, revisions);
  const young = pods.filter(pod => isNewest?.(pod) === true && isLiving(pod));
  return notReady(young, young.filter(isReady).length, replicasOf(workload), seconds);
}

function firstOf<C extends Cause>(pods: readonly Pod[], find: (pod: Pod) => C | undefined): C | undefined {
  for (const pod of pods) {
    const cause = find(pod);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

type Refusal = Cause & { kind: 'quota' | 'refused' };

/** Pods that the API server does not let the controller create. */
function refusal(observed: Observed, workload: Workload): Refusal | undefined {
  const message = traitsOf(kindOf(workload)).refusedInEvents
    ? refusedByEvents(observed, workload)
    : refusedByCondition(newestReplicaSet(workload, observed.revisions));
  if (message === undefined) return undefined;
  return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}

const refusedByCondition = (set: ReplicaSet | undefined): string | undefined =>
  set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;

/** The newest Event since the last write, as long as pods are missing: it stays when they have come. */
function refusedByEvents({ pods, events = [] }: Observed, workload: Workload): string | undefined {
  const own = workload.metadata?.uid;
  const there = pods.filter(pod => isOwnedBy(pod, own) && isLiving(pod)).length;
  if (there >= replicasOf(workload)) return undefined;
  const time = ({ lastTimestamp, eventTime, metadata }: Event) =>
    Date.parse(lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '') || 0;
  const newest = events
    .filter(event => event.involvedObject.uid === own && event.reason === 'FailedCreate')
    .filter(event => time(event) >= writtenAt(workload))
    .sort((a, b) => time(b) - time(a))[0];
  return newest?.message?.replace(/^([Cc]reate (Pod|Claim) .*? failed error|Error creating): /, '');
}

/** Whether admission refused these pods for what they are: it will not think otherwise when asked again. */
function isDecided(detail: string): boolean {
  return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}

function podFailure(pod: Pod): Cause | undefined {
  // A reused ReplicaSet has pods that serve well and crashed once, long ago.
  if (isReady(pod)) return undefined;
  const name = pod.metadata?.name ?? '';
  for (const { name: container, image, restartCount, state, lastState } of containerStatusesOf(pod)) {
    const waiting = state?.waiting;
    const ended = state?.terminated ?? lastState?.terminated;
    if (ended?.reason === 'OOMKilled') {
      const limits = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
      const limit = limits.find(c => c.name === container)?.resources?.limits?.memory ?? 'none of its own';
      return { kind: 'out-of-memory', pod: name, container, limit };
    }
    const detail = waiting?.message ?? '';
    const pulling = waiting?.reason === 'ErrImagePull' || waiting?.reason === 'ImagePullBackOff';
    const final = /not found|unknown|denied|unauthorized|forbidden/i.test(detail);
    if ((pulling && final) || waiting?.reason === 'InvalidImageName') {
      return { kind: 'image-pull', pod: name, container, image, detail };
    }
    // A kubelet under load gives its cache one second to learn of a new ConfigMap or Secret, and then tries again.
    if (/^failed to sync (configmap|secret) cache: timed out/.test(detail)) continue;
    if (
      waiting?.reason === 'CreateContainerConfigError' ||
      waiting?.reason === 'CreateContainerError' ||
      waiting?.reason === 'RunContainerError'
    ) {
      return { kind: 'bad-container', pod: name, container, detail: detail || waiting.reason };
    }
    if (
      waiting?.reason === 'CrashLoopBackOff' ||
      (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)
    ) {
      return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
    }
  }
  return undefined;
}

/** A pull that fails for a reason that may pass: a registry that restarts, a network that stumbles. */
function failingPull(pod: Pod): Cause | undefined {
  const failing = containerStatusesOf(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
  if (failing === undefined) return undefined;
  const { name: container, image, state } = failing;
  const detail = state?.waiting?.message ?? '';
  return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}

function unschedulable(pod: Pod): (Cause & { kind: 'unschedulable' }) | undefined {
  const condition = pod.status?.conditions?.find(
    c => c.type === 'PodScheduled' && c.reason === 'Unschedulable',
  );
  // A nominated node means that the scheduler is making room already.
  if (condition === undefined || pod.status?.nominatedNodeName) return undefined;
  return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}

function notReady(young: Pod[], ready: number, wanted: number, seconds: number): Cause {
  const pods = young
    .filter(pod => !isReady(pod))
    .map(pod => ({
      pod: pod.metadata?.name ?? '',
      container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
  return { kind: 'not-ready', pods, ready, wanted, seconds };
}
