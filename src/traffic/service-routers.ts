import type { Deployment } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { type FencingToken, fencingTests, pointer } from './fencing-token.ts';
import {
  commonOf,
  needOf,
  patchAt,
  patchOfService,
  serviceOf,
  switchTo,
  type TrafficObjects,
  type TrafficRouter,
  type TrafficTargets,
} from './router.ts';
import { selectBothTracksPatch, trackOf } from './service-patches.ts';

/** Routers without routes: the selector of the Service switches or shares the traffic. */

/** The members that every router has whose split is the selector of the Service. */
const bySelector = (targets: TrafficTargets) => ({
  ...commonOf(targets, 'selector'),
  restore: (objects: TrafficObjects) => switchTo(targets, objects, 'stable'),
  fallback: () => [],
  addCanary: () => [],
  removeCanary: () => [],
  routeProblem: () => undefined,
  splitObjects: (objects: TrafficObjects) => [serviceOf(targets, objects) ?? []].flat(),
});

/** Moves all traffic at once, by the selector of the Service: every weight above 0 is 100 %. */
export function serviceSwitch(targets: TrafficTargets): TrafficRouter {
  const trackNow = (objects: TrafficObjects) => {
    const service = serviceOf(targets, objects);
    return service && trackOf(service);
  };
  return {
    ...bySelector(targets),
    ownService: true,
    weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
    setWeight: (objects, weight) =>
      weight > 0 && trackNow(objects) === 'canary'
        ? []
        : switchTo(targets, objects, weight > 0 ? 'canary' : 'stable'),
    podsNeeded: needOf,
  };
}

/**
 * Splits traffic by the number of pods: the Service selects both tracks, and the canary is scaled.
 * @param capacity pods of the stable side when the rollout starts.
 */
export function byReplicas(targets: TrafficTargets, capacity: number): TrafficRouter {
  const { writer, namespace, canaryWorkload } = targets;
  return {
    ...bySelector(targets),
    ownService: false,
    weight: objects => {
      const service = serviceOf(targets, objects);
      if (service === undefined || trackOf(service) !== undefined) return 0;
      const { canary, stable } = objects.ready;
      return canary === 0 ? 0 : (100 * canary) / (canary + stable);
    },
    setWeight: (objects, weight) => {
      const service = serviceOf(targets, objects);
      if (weight <= 0 || service === undefined) return switchTo(targets, objects, 'stable');
      const path = pathOf(resources.deployment, namespace, canaryWorkload);
      const { canary } = objects;
      return [
        ...(canary === undefined
          ? []
          : patchAt(path, scalePatch(canary, writer, pods(weight, capacity).canary))),
        ...patchOfService(targets, service, selectBothTracksPatch(service, writer)),
      ];
    },
    podsNeeded: weight => pods(weight, capacity).canary,
  };
}

/** The number of pods of each track for a weight, when only their number splits the traffic. */
export interface Pods {
  canary: number;
  stable: number;
  /** The percentage of requests that the canary really gets with these numbers. */
  share: number;
}

/**
 * Returns the number of canary pods that comes nearest to a weight. The stable side keeps all of its pods, because a rollback sends all
 * traffic back to them at once; the canary has at most as many, so 50 % is the maximum.
 * @param weight percent, 0 to 100. @param capacity pods of the stable side, at least 1.
 */
export function pods(weight: number, capacity: number): Pods {
  const stable = Math.max(1, Math.ceil(capacity));
  if (weight <= 0) return { canary: 0, stable, share: 0 };
  const wanted = weight >= 100 ? stable : (stable * weight) / (100 - weight);
  const share = (canary: number) => (100 * canary) / (canary + stable);
  const below = clamp(Math.floor(wanted), 1, stable);
  const above = clamp(Math.ceil(wanted), 1, stable);
  // Of two numbers that are equally near, the smaller exposure.
  const canary = Math.abs(share(above) - weight) < Math.abs(share(below) - weight) ? above : below;
  return { canary, stable, share: share(canary) };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** Returns the sentence of a plan about weights that pods cannot give; undefined when all are met within half a point. */
export function granularity(weights: readonly number[], capacity: number): string | undefined {
  const coarse = weights
    .map(weight => ({ weight, ...pods(weight, capacity) }))
    .filter(({ weight, share }) => Math.abs(share - weight) > 0.5);
  if (coarse.length === 0) return undefined;
  const list = coarse.map(
    ({ weight, share, canary, stable }) =>
      `${weight} % is really ${share.toFixed(1)} % (${canary} of ${canary + stable} pods)`,
  );
  return `by the number of pods, because there is no route: ${list.join(', ')}; a route gives exact weights`;
}

/** Returns the patch that sets the replicas of a Deployment. Empty when nothing changes. */
export function scalePatch(deployment: Deployment, writer: FencingToken, replicas: number): JsonPatch[] {
  if (deployment.spec?.replicas === replicas) return [];
  return [
    ...fencingTests(deployment, writer),
    { op: 'add', path: pointer('spec', 'replicas'), value: replicas },
  ];
}
