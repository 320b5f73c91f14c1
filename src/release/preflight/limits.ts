import { workloadIn } from '../workloads/candidate.ts';
import { replicasOf, type Workload } from '../workloads/kinds.ts';
import { surgeOf } from './capacity.ts';
import type { DeployRequest } from './plan.ts';
import type { LiveState } from './preflight.ts';

/** How many pods a rolling update may add, and how many it may stop. */
export interface UpdateLimits {
  type: 'RollingUpdate' | 'Recreate';
  replicas: number;
  /** Pods beyond `replicas`, and pods that may be missing from them. */
  maxSurge: number;
  maxUnavailable: number;
  /** Most pods at once, without those that are ending. */
  peak: number;
}

/** Returns the limits of a release. @returns undefined for a new DaemonSet: its number of nodes is not known yet. */
export function limitsFor(
  { environment, manifests }: Pick<DeployRequest, 'environment' | 'manifests'>,
  liveState: LiveState,
): UpdateLimits | undefined {
  const workload = workloadIn(manifests, environment);
  const living = liveState.liveWorkload && replicasOf(liveState.liveWorkload);
  if (workload.kind === 'DaemonSet' && living === undefined) return undefined;
  const written = workload.spec?.replicas ?? living ?? 1;
  return limitsOf(workload, liveState.autoscaler === undefined ? written : (living ?? written));
}

/**
 * Returns the limits in pods, rounded as each controller does: surge up, unavailable down (that of a DaemonSet up), and never both 0.
 * Pure.
 * @param replicas the current number, where an autoscaler sets it.
 */
export function limitsOf(workload: Workload, replicas: number): UpdateLimits {
  const { strategy, updateStrategy } = workload.spec ?? {};
  if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
    const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
    const [surge, down] = [surgeOf(maxSurge, replicas), unavailableOf(maxUnavailable, replicas)];
    const fewer =
      workload.kind === 'DaemonSet' ? Math.min(replicas, surgeOf(maxUnavailable, replicas)) : down;
    const more = workload.kind === 'DaemonSet' ? surge : 0;
    return {
      type: 'RollingUpdate',
      replicas,
      maxSurge: more,
      maxUnavailable: more === 0 ? Math.max(Math.min(1, replicas), fewer) : fewer,
      peak: replicas + more,
    };
  }
  if (strategy?.type === 'Recreate') {
    return { type: 'Recreate', replicas, maxSurge: 0, maxUnavailable: replicas, peak: replicas };
  }
  const maxSurge = surgeOf(strategy?.rollingUpdate?.maxSurge, replicas);
  const unavailable = unavailableOf(strategy?.rollingUpdate?.maxUnavailable, replicas);
  const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
  return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}

function unavailableOf(value: unknown, replicas: number): number {
  if (typeof value === 'number') return Math.min(value, replicas);
  const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
  return percent === null ? 0 : Math.min(replicas, Math.floor((Number(percent[1]) * replicas) / 100));
}
