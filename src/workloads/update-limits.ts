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
export function limitsOf({ kind, spec }: Workload, replicas: number): UpdateLimits {
  const { strategy, updateStrategy } = spec ?? {};
  const limits = (maxSurge: number, fewer: number, least: number): UpdateLimits => ({
    type: 'RollingUpdate',
    replicas,
    maxSurge,
    maxUnavailable: maxSurge === 0 ? Math.max(least, fewer) : fewer,
    peak: replicas + maxSurge,
  });
  if (kind === 'StatefulSet' || kind === 'DaemonSet') {
    const { maxSurge = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
    const [more, rounded] =
      kind === 'DaemonSet' ? [podsIn(maxSurge, replicas, Math.ceil), Math.ceil] : [0, Math.floor];
    const fewer = Math.min(replicas, podsIn(maxUnavailable, replicas, rounded));
    return limits(more, fewer, Math.min(1, replicas));
  }
  if (strategy?.type === 'Recreate') return { ...limits(0, replicas, 0), type: 'Recreate' };
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  const fewer = Math.min(replicas, podsIn(maxUnavailable, replicas, Math.floor));
  return limits(podsIn(maxSurge, replicas, Math.ceil), fewer, 1);
}

/** Returns the pods that a number or a percentage of `replicas` stands for; 25 % by default. Pure. */
function podsIn(value: unknown, replicas: number, round: (pods: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = /^(\d+)%$/.exec(typeof value === 'string' ? value : '25%');
  return percent === null ? 0 : round((Number(percent[1]) * replicas) / 100);
}
