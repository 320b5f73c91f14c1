import type { Deployment, Pod, ReplicaSet } from '../cluster/objects.ts';

/** What is known of a workload at one moment. */
export interface Observed {
  deployment: Deployment | undefined;
  replicaSets: ReplicaSet[];
  pods: Pod[];
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
export function assess({ deployment, replicaSets, pods }: Observed): Assessment {
  if (deployment === undefined) return { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };
  const { status, spec, metadata } = deployment;
  const wanted = spec?.replicas ?? 1;
  if ((status?.observedGeneration ?? 0) < (metadata?.generation ?? 0)) {
    return { state: 'progressing', ready: 0, wanted };
  }
  if (isUp(deployment)) return { state: 'complete', ready: status?.availableReplicas ?? 0, wanted };
  const newest = newestReplicaSet(deployment, replicaSets);
  // Two watches: the ReplicaSets known here may be older than the Deployment, and another's failures no cause.
  if (newest !== undefined && revisionOf(newest) < revisionOf(deployment)) {
    return { state: 'progressing', ready: 0, wanted };
  }
  const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
  const ready = young.filter(isReady).length;
  const refused = refusal(newest);
  // Without a surge the new pods need the room of those that are just ending, and the quota counts these to the end.
  if (refused?.kind === 'quota' && surgesNot(deployment)) {
    return { state: 'suspect', ready, wanted, cause: refused, graceMs: 60_000 };
  }
  // The controller tries again: what no policy decided may be a webhook, a right or an account that is not there yet.
  if (refused?.kind === 'refused' && !isDecided(refused.detail)) {
    return { state: 'suspect', ready, wanted, cause: refused, graceMs: 30_000 };
  }
  const cause = refused ?? firstOf(young, podFailure);
  if (cause !== undefined) return { state: 'failed', ready, wanted, cause };
  const pulling = firstOf(young, failingPull);
  if (pulling !== undefined) return { state: 'suspect', ready, wanted, cause: pulling, graceMs: 20_000 };
  const stuck = firstOf(young, unschedulable);
  if (stuck !== undefined) {
    return { state: 'suspect', ready, wanted, cause: stuck, graceMs: surgesNot(deployment) ? 60_000 : 3000 };
  }
  const slow = status?.conditions?.find(
    c => c.type === 'Progressing' && c.reason === 'ProgressDeadlineExceeded',
  );
  if (slow !== undefined) {
    // The condition of a failed rollout outlives it until the controller counts progress of the undo.
    return {
      state: 'suspect',
      ready,
      wanted,
      cause: notReady(young, ready, wanted, spec?.progressDeadlineSeconds ?? 600),
      graceMs: 3000,
    };
  }
  return { state: 'progressing', ready, wanted };
}

/**
 * Whether every replica has the newest template and is available, and no old one is left: what
 * `kubectl rollout status` waits for. Pure.
 */
export function isUp({ metadata, spec, status }: Deployment): boolean {
  const updated = status?.updatedReplicas ?? 0;
  return (
    (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
    updated >= (spec?.replicas ?? 1) &&
    (status?.replicas ?? 0) <= updated &&
    (status?.availableReplicas ?? 0) >= updated
  );
}

function surgesNot({ spec }: Deployment): boolean {
  const surge: unknown = spec?.strategy?.rollingUpdate?.maxSurge;
  return spec?.strategy?.type === 'Recreate' || surge === 0 || surge === '0%' || surge === '0';
}

/** The cause to name when time has run out and nothing worse is known. */
export function lateCause({ deployment, replicaSets, pods }: Observed, seconds: number): Cause {
  if (deployment === undefined) return { kind: 'gone' };
  const newest = newestReplicaSet(deployment, replicaSets);
  const young = pods.filter(pod => ownedBy(pod, newest) && pod.metadata?.deletionTimestamp === undefined);
  return notReady(young, young.filter(isReady).length, deployment.spec?.replicas ?? 1, seconds);
}

/** The ReplicaSet of the newest template: the controller gives it the highest revision, an old one reused included. */
export function newestReplicaSet(deployment: Deployment, replicaSets: ReplicaSet[]): ReplicaSet | undefined {
  return replicaSets
    .filter(set => set.metadata?.ownerReferences?.some(owner => owner.uid === deployment.metadata?.uid))
    .sort((a, b) => revisionOf(b) - revisionOf(a))[0];
}

function revisionOf({ metadata }: Deployment | ReplicaSet): number {
  return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}

/** The `labelSelector` of a workload's pods and ReplicaSets, as a query of the API has it. */
export function selectorOf(deployment: Deployment | undefined): string {
  return Object.entries(deployment?.spec?.selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

/** Ready by its own condition. */
export function isReady(pod: Pod): boolean {
  return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}

function ownedBy(pod: Pod, set: ReplicaSet | undefined): boolean {
  return (
    set !== undefined &&
    (pod.metadata?.ownerReferences?.some(owner => owner.uid === set.metadata?.uid) ?? false)
  );
}

function firstOf(pods: Pod[], find: (pod: Pod) => Cause | undefined): Cause | undefined {
  for (const pod of pods) {
    const cause = find(pod);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

/** Pods that the API server does not let the controller create. */
function refusal(set: ReplicaSet | undefined): Cause | undefined {
  const message = set?.status?.conditions?.find(
    c => c.type === 'ReplicaFailure' && c.status === 'True',
  )?.message;
  if (message === undefined) return undefined;
  return { kind: /exceeded quota/.test(message) ? 'quota' : 'refused', detail: message };
}

/** Whether admission refused these pods for what they are: it will not think otherwise when asked again. */
function isDecided(detail: string): boolean {
  return /violates PodSecurity|denied the request|(max|min)imum .* usage per|is invalid/.test(detail);
}

function podFailure(pod: Pod): Cause | undefined {
  // A reused ReplicaSet has pods that serve well and crashed once, long ago.
  if (isReady(pod)) return undefined;
  const name = pod.metadata?.name ?? '';
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  for (const { name: container, image, restartCount, state, lastState } of statuses) {
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
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])];
  const failing = statuses.find(({ state }) => state?.waiting?.reason === 'ImagePullBackOff');
  if (failing === undefined) return undefined;
  const { name: container, image, state } = failing;
  const detail = state?.waiting?.message ?? '';
  return { kind: 'image-pull', pod: pod.metadata?.name ?? '', container, image, detail };
}

function unschedulable(pod: Pod): Cause | undefined {
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
