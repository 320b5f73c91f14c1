import type { Pod } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { progressText, standingOf } from '../../workloads/controllers.ts';
import { refOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import { isLiving, isReady } from '../../workloads/pods.ts';
import { seededDelay } from './pace.ts';
import type { Placement } from './placement.ts';

/** Whether the pods of an application are whole, and what has become of those that a drill broke. All pure. */

/** The workload and its pods at one moment, those that terminate included. */
export interface PodsState {
  readonly workload: Workload;
  readonly pods: readonly Pod[];
}

/** What a drill of the application breaks. */
export interface DrillTarget extends Placement {
  /** The container whose PID 1 is killed. */
  readonly container: string;
}

/** Returns why the application is not healthy; undefined if every replica is ready and no pod is starting or terminating. */
export function notHealthyBecause({ workload, pods }: PodsState): string | undefined {
  const title = titleOf(refOf(workload));
  const { desired, complete } = standingOf(workload);
  if (desired === 0) return `${title} has no replicas`;
  const ending = pods.find(pod => !isLiving(pod));
  if (ending !== undefined) return `${ending.metadata?.name} is terminating`;
  const unready = pods.find(pod => !isReady(pod));
  if (unready !== undefined) return `${unready.metadata?.name} is not ready`;
  if (!complete) return `${title} is not complete: ${progressText(workload)}`;
  return pods.length < desired ? `${title} has ${pods.length} of ${counted(desired, 'pod')}` : undefined;
}

/** Returns a ready pod, drawn by the seed so that a drill can be repeated; undefined if there is none. */
export function drawnPod({ pods }: PodsState, seed: string): DrillTarget | undefined {
  const ready = pods
    .filter(pod => isLiving(pod) && isReady(pod))
    .toSorted((a, b) => ((a.metadata?.name ?? '') < (b.metadata?.name ?? '') ? -1 : 1));
  const { metadata, spec } = ready[seededDelay(seed, ready.length)] ?? {};
  const { name: pod, uid, annotations = {} } = metadata ?? {};
  const container = annotations['kubectl.kubernetes.io/default-container'] ?? spec?.containers[0]?.name;
  if (pod === undefined || uid === undefined || spec?.nodeName === undefined || container === undefined)
    return undefined;
  return { pod, uid, node: spec.nodeName, container };
}

/** Returns why PID 1 of this container must not be killed, or could not be. */
export function notKillable({ spec }: Pick<Pod, 'spec'>): string | undefined {
  if (spec?.hostPID === true) return 'its pods use the process namespace of the node (hostPID)';
  if (spec?.shareProcessNamespace === true)
    return 'the containers of its pods share a process namespace, whose PID 1 is not the application';
  return spec?.restartPolicy === undefined || spec.restartPolicy === 'Always'
    ? undefined
    : `its restartPolicy is ${spec.restartPolicy}`;
}

/** What a fault has come to: `broken` will not get better. */
export type Aftermath =
  | { readonly kind: 'pending' | 'broken'; readonly why: string }
  | { readonly kind: 'recovered' };

const statusIn = ({ pods }: PodsState, { uid, container }: DrillTarget) =>
  pods
    .find(({ metadata }) => metadata?.uid === uid)
    ?.status?.containerStatuses?.find(({ name }) => name === container);

/** Returns how often the container has restarted; undefined if its pod is gone. */
export const restartsOf = (state: PodsState, target: DrillTarget): number | undefined =>
  statusIn(state, target)?.restartCount;

/**
 * Judges the container whose PID 1 was killed: it must restart exactly once, and be ready again. A waiting container is not yet
 * in a crash loop: after an earlier restart, the kubelet delays the next one, too.
 */
export function afterKill(before: PodsState, now: PodsState, target: DrillTarget): Aftermath {
  const [was, is] = [restartsOf(before, target) ?? 0, statusIn(now, target)];
  if (is === undefined)
    return { kind: 'broken', why: `${target.pod} was replaced, but its container should have restarted` };
  const more = is.restartCount - was;
  const waits = is.state?.waiting?.reason === 'CrashLoopBackOff';
  if (more > 1 || (more === 1 && waits))
    return {
      kind: 'broken',
      why: `${target.container} in ${target.pod} crashes repeatedly (CrashLoopBackOff)`,
    };
  if (more < 1) return { kind: 'pending', why: `${target.container} in ${target.pod} has not restarted` };
  return afterLoss(now, []);
}

/** Judges the workload after pods were lost: they are gone, and all its replicas are ready again. */
export function afterLoss(now: PodsState, lost: readonly string[]): Aftermath {
  const there = now.pods.find(({ metadata }) => lost.includes(metadata?.uid ?? ''));
  const why = there === undefined ? notHealthyBecause(now) : `${there.metadata?.name} is still there`;
  return why === undefined ? { kind: 'recovered' } : { kind: 'pending', why };
}

/**
 * Judges the workload while a zone is drained. A pod that must not run elsewhere, because slipway's own rule asks for a required spread
 * over zones, waits for the zone: that is not a fault.
 */
export function afterDrain(now: PodsState, lost: readonly string[]): Aftermath {
  const there = now.pods.find(({ metadata }) => lost.includes(metadata?.uid ?? ''));
  if (there !== undefined) return { kind: 'pending', why: `${there.metadata?.name} is still there` };
  if (now.pods.every(pod => isReady(pod) || waitsForZone(pod)) && now.pods.some(isReady))
    return { kind: 'recovered' };
  return { kind: 'pending', why: notHealthyBecause(now) ?? 'its pods are not ready' };
}

/** Whether a pod is unschedulable because of a required spread. */
export const waitsForZone = ({ spec, status }: Pod): boolean =>
  (spec?.topologySpreadConstraints ?? []).some(
    ({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule',
  ) &&
  (status?.conditions ?? []).some(
    ({ type, reason, message = '' }) =>
      type === 'PodScheduled' && reason === 'Unschedulable' && /topology spread/.test(message),
  );

/** Returns the images that run, each once. */
export const imagesIn = ({ pods }: PodsState): string[] =>
  [...new Set(pods.flatMap(each => (each.status?.containerStatuses ?? []).map(({ imageID }) => imageID)))]
    .filter(image => image !== '')
    .toSorted();
