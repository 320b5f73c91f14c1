import type { Environment, Strategy } from '../config/types.ts';
import { gatewayApi } from './gateway-api.ts';
import type { TrafficRouter, TrafficTargets } from './router.ts';
import { byReplicas, serviceSwitch } from './service-routers.ts';

/** Returns what splits the traffic of an environment; undefined for a rolling update, which has only one track. */
export function routerKind({
  strategy,
  route,
}: Pick<Environment, 'strategy' | 'route'>): 'gateway-api' | 'service' | 'replicas' | undefined {
  if (strategy.kind === 'rolling') return undefined;
  if (route !== undefined) return 'gateway-api';
  return strategy.kind === 'canary' ? 'replicas' : 'service';
}

/**
 * Returns the router of an environment. This is where a router is added.
 * @param capacity pods of the stable side when the rollout starts.
 */
export function routerOf(environment: Environment, targets: TrafficTargets, capacity: number): TrafficRouter {
  const { strategy } = environment;
  switch (routerKind(environment)) {
    case undefined:
      return undivided;
    case 'gateway-api':
      return gatewayApi(
        targets,
        // A promotion moves the traffic to the workload by way of 50 %.
        [...weightsOf(environment), 50],
        strategy.kind === 'rolling' ? undefined : strategy.preview,
      );
    case 'replicas':
      return byReplicas(targets, capacity);
    case 'service':
      return serviceSwitch(targets);
  }
}

/** Returns every weight of a strategy above 0 and below 100, in percent. */
export function weightsOf({ strategy }: Pick<Environment, 'strategy'>): number[] {
  return strategy.kind === 'canary'
    ? [...strategy.steps.map(({ weight }) => weight), strategy.bake.weight]
    : [];
}

/** Returns the percentage of traffic on the canary while the workload rolls: 100, or for `in-place` the weight of the bake. Pure. */
export function promotionWeight(strategy: Strategy): number {
  return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
}

/** The router of a rolling update, which has no canary and no split. */
export const undivided: TrafficRouter = {
  ownService: false,
  weight: () => 0,
  setWeight: () => [],
  restore: () => [],
  fallback: () => [],
  addCanary: () => [],
  removeCanary: () => [],
  pin: () => [],
  unpin: () => [],
  podsNeeded: () => 0,
  routeProblem: () => undefined,
  splitObjects: () => [],
  restoredByWatchdog: () => [],
  problems: () => [],
  buildCanaryService: () => {
    throw new Error('a rolling update has no canary Service');
  },
};
