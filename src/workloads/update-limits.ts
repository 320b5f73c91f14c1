import type { Workload } from './kinds.ts';

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

/**
 * Returns the limits in pods, rounded as each controller does: surge up, unavailable down (that of a DaemonSet up), and never both 0.
 * Pure.
 * @param replicas the current number, where an autoscaler sets it.
 */
export function limitsOf(workload: Workload, replicas: number): UpdateLimits {
  const { strategy, updateStrategy } = workload.spec ?? {};
  if (workload.kind === 'StatefulSet' || workload.kind === 'DaemonSet') {
    const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
    const isDaemonSet = workload.kind === 'DaemonSet';
    const more = isDaemonSet ? podsIn(maxSurge, replicas, Math.ceil) : 0;
    const rounded = isDaemonSet ? Math.ceil : Math.floor;
    const fewer = Math.min(replicas, podsIn(maxUnavailable, replicas, rounded));
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
  const { maxSurge: surge, maxUnavailable: stopped } = strategy?.rollingUpdate ?? {};
  const maxSurge = podsIn(surge, replicas, Math.ceil);
  const unavailable = Math.min(replicas, podsIn(stopped, replicas, Math.floor));
  const maxUnavailable = maxSurge === 0 && unavailable === 0 ? 1 : unavailable;
  return { type: 'RollingUpdate', replicas, maxSurge, maxUnavailable, peak: replicas + maxSurge };
}

/** Returns the pods that a number or a percentage of `replicas` stands for; 25 % by default. Pure. */
function podsIn(value: unknown, replicas: number, round: (pods: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
  return percent === null ? 0 : round((Number(percent[1]) * replicas) / 100);
}
