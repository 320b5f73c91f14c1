import type { Event, Pod, ReplicaSet } from '../cluster/objects.ts';
import { hasNoSurge, standingOf, writtenAt } from './controllers.ts';
import { containersOf, kindOf, replicasOf, traitsOf, type Workload } from './kinds.ts';
import {
  containerStatusesOf,
  graceOfConfiguration,
  isLiving,
  isOwnedBy,
  isReady,
  newestOf,
  newestReplicaSet,
  type Revision,
  startFailure,
} from './pods.ts';

/** What is known about a workload at one moment. */
export interface Observed {
  workload: Workload | undefined;
  /** Revisions that its controller keeps. */
  revisions: readonly Revision[];
  pods: readonly Pod[];
  /** Events about the workload, for kinds where only Events show that pods could not be created. */
  events?: readonly Event[];
}

/** Why a rollout fails, with the facts to explain it. */
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
    };

export type Assessment = { ready: number; wanted: number } & (
  | { state: 'complete' | 'progressing' }
  /** Bad, but possibly transient: it counts only if it lasts for `graceMs`. */
  | { state: 'suspect'; cause: Cause; graceMs: number }
  | { state: 'failed'; cause: Cause }
);

/**
 * Assesses the progress of a rolling update. Pure.
 *
 * Complete has the same meaning as in `kubectl rollout status`: the controller has seen the newest template, every
 * replica has it, all are available, and no old one is left.
 */
export function assess(observed: Observed & { workload: Workload }): Assessment {
  const { workload, revisions, pods } = observed;
  const { desired: wanted, available, ...standing } = standingOf(workload);
  if (!standing.observed) return { state: 'progressing', ready: 0, wanted };
  if (standing.complete) return { state: 'complete', ready: available, wanted };
  const isNewest = newestOf(workload, revisions);
  // Failures of another version do not count.
  if (isNewest === undefined) return { state: 'progressing', ready: 0, wanted };
  const newPods = pods.filter(pod => isNewest(pod) && isLiving(pod));
  const ready = newPods.filter(isReady).length;
  const judged = (cause: Cause, graceMs?: number): Assessment =>
    graceMs === undefined
      ? { state: 'failed', ready, wanted, cause }
      : { state: 'suspect', ready, wanted, cause, graceMs };
  const refused = refusal(observed, workload);
  if (refused !== undefined) return judged(refused, graceOfRefusal(refused, workload));
  const cause = firstOf(newPods, podFailure);
  if (cause !== undefined) return judged(cause);
  const pulling = firstOf(newPods, failingPull);
  if (pulling !== undefined) return judged(pulling, 20_000);
  const missing = firstOf(newPods, missingConfiguration);
  if (missing !== undefined) return judged(missing, graceOfConfiguration);
  const stuck = firstOf(newPods, unschedulable);
  if (stuck !== undefined) return judged(stuck, graceOfNode(stuck, workload));
  const slow = workload.status?.conditions?.find(
    c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded',
  );
  if (slow === undefined) return { state: 'progressing', ready, wanted };
  // The condition of a failed rollout stays until the controller sees progress of the rollback.
  return judged(notReady(newPods, ready, wanted, workload.spec?.progressDeadlineSeconds ?? 600), 3000);
}

/** Returns the milliseconds for which pods may be refused before that counts; undefined when it counts at once. */
function graceOfRefusal(refused: Refusal, workload: Workload): number | undefined {
  // The controller retries: unless a policy decided, the cause may be a webhook, a permission or an account that does not exist yet.
  if (refused.kind === 'refused') return isDecided(refused.detail) ? undefined : 30_000;
  // These kinds delete a pod before they create the next one, and the quota is updated a moment later.
  if (traitsOf(kindOf(workload)).refusedInEvents) return 30_000;
  // Without a surge, the new pods need the room of those that are ending, which the quota counts until they have ended.
  return hasNoSurge(workload) ? 60_000 : undefined;
}

/**
 * Returns the milliseconds for which a pod may be unschedulable. Without room on the nodes, that includes time for an autoscaler to
 * react, which looks for such pods every ten seconds.
 */
function graceOfNode({ detail }: Cause & { kind: 'unschedulable' }, workload: Workload): number {
  const room = /insufficient/i.test(detail);
  // The previous pod has made room already, but its volume may still be moving.
  if (traitsOf(kindOf(workload)).refusedInEvents)
    return /volume/i.test(detail) ? 60_000 : room ? 15_000 : 10_000;
  return hasNoSurge(workload) ? 60_000 : room ? 15_000 : 3000;
}

/** Returns the cause to report when the time is over and no worse one is known. */
export function lateCause({ workload, revisions, pods }: Observed, seconds: number): Cause {
  const isNewest = workload && newestOf(workload, revisions);
  const newPods = pods.filter(pod => isNewest?.(pod) === true && isLiving(pod));
  return notReady(newPods, newPods.filter(isReady).length, workload ? replicasOf(workload) : 0, seconds);
}

function firstOf<C extends Cause>(pods: readonly Pod[], find: (pod: Pod) => C | undefined): C | undefined {
  for (const pod of pods) {
    const cause = find(pod);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

type Refusal = Cause & { kind: 'quota' | 'refused' };

/** Returns why the API server does not let the controller create pods; undefined when it does. */
function refusal(observed: Observed, workload: Workload): Refusal | undefined {
  const message = traitsOf(kindOf(workload)).refusedInEvents
    ? refusedByEvents(observed, workload)
    : refusedByCondition(newestReplicaSet(workload, observed.revisions));
  if (message === undefined) return undefined;
  return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}

const refusedByCondition = (set: ReplicaSet | undefined): string | undefined =>
  set?.status?.conditions?.find(c => c.type === 'ReplicaFailure' && c.status === 'True')?.message;

/** Returns the newest Event since our last write, while pods are missing: an Event stays after its cause is gone. */
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

/** Whether admission refused the pods for their content, so that a retry would be refused again. */
function isDecided(detail: string): boolean {
  return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}

function podFailure(pod: Pod): Cause | undefined {
  // A reused ReplicaSet may have ready pods that crashed once, long ago.
  if (isReady(pod)) return undefined;
  const name = pod.metadata?.name ?? '';
  for (const { name: container, image, restartCount, state, lastState } of containerStatusesOf(pod)) {
    const waiting = state?.waiting;
    const ended = state?.terminated ?? lastState?.terminated;
    if (ended?.reason === 'OOMKilled') {
      const own = containersOf(pod.spec).find(each => each.name === container);
      const limit = own?.resources?.limits?.memory ?? 'none';
      return { kind: 'out-of-memory', pod: name, container, limit };
    }
    const detail = waiting?.message ?? '';
    const failure = startFailure(waiting);
    if (failure === 'image-pull') return { kind: failure, pod: name, container, image, detail };
    if (failure === 'bad-container')
      return { kind: failure, pod: name, container, detail: detail || (waiting?.reason ?? '') };
    if (
      waiting?.reason === 'CrashLoopBackOff' ||
      (restartCount >= 2 && ended !== undefined && ended.exitCode !== 0)
    ) {
      return { kind: 'crash', pod: name, container, exitCode: ended?.exitCode ?? 0, restarts: restartCount };
    }
  }
  return undefined;
}

/** Returns a pull that fails for a possibly transient reason, such as a registry restart or a network failure. */
function failingPull(pod: Pod): Cause | undefined {
  const failing = containerStatusesOf(pod).find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
  if (failing === undefined) return undefined;
  const { name: container, image, state } = failing;
  const detail = state?.waiting?.message ?? '';
  return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}

/** Returns a container whose Secret or ConfigMap does not exist yet. */
function missingConfiguration(pod: Pod): Cause | undefined {
  const lacking = containerStatusesOf(pod).find(
    ({ state }) => startFailure(state?.waiting) === 'missing-configuration',
  );
  if (lacking === undefined) return undefined;
  const detail = lacking.state?.waiting?.message ?? '';
  return { kind: 'bad-container', pod: pod.metadata?.name ?? '', container: lacking.name, detail };
}

function unschedulable(pod: Pod): (Cause & { kind: 'unschedulable' }) | undefined {
  const condition = pod.status?.conditions?.find(
    c => c.type === 'PodScheduled' && c.reason === 'Unschedulable',
  );
  // A nominated node means that the scheduler is already making room.
  if (condition === undefined || pod.status?.nominatedNodeName) return undefined;
  return { kind: 'unschedulable', pod: pod.metadata?.name ?? '', detail: condition.message ?? '' };
}

function notReady(newPods: Pod[], ready: number, wanted: number, seconds: number): Cause {
  const pods = newPods
    .filter(pod => !isReady(pod))
    .map(pod => ({
      pod: pod.metadata?.name ?? '',
      container: pod.status?.containerStatuses?.find(status => !status.ready)?.name ?? '',
    }));
  return { kind: 'not-ready', pods, ready, wanted, seconds };
}
