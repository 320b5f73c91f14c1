import type { Deployment, ObjectMeta, Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { type FencingToken, isRestoredByWatchdog, type Write } from './fencing-token.ts';
import { rollbackPatch, splitPatch, unsplitPatch } from './gateway-api.ts';
import { pods, scalePatch } from './replicas.ts';
import { type HttpRoute, type Preview, routesOf, type Split, weightOf } from './route.ts';
import {
  type Problem,
  pinPatch,
  selectBothTracksPatch,
  servicesMatching,
  switchPatch,
  trackOf,
  unpinPatch,
} from './service.ts';

/** The two ends of the traffic, their namespace, and the fencing token of the writer. */
export interface TrafficTargets {
  namespace: string;
  service: string;
  canaryService: string;
  workload: string;
  canaryWorkload: string;
  fence: FencingToken;
}

/**
 * The traffic router of a rollout: the weights of routes, the selector of the Service, or the number of pods. `weights` are all weights
 * of the strategy, so that one scale fits the whole rollout.
 */
export type Router =
  | (TrafficTargets & { kind: 'gateway-api'; weights: readonly number[]; preview?: Preview })
  | (TrafficTargets & { kind: 'service' })
  | (TrafficTargets & { kind: 'replicas'; capacity: number });

/** The objects of the namespace, as last read. */
export interface Observed {
  /** Every HTTPRoute of the namespace; empty where there is no Gateway API. */
  routes: readonly HttpRoute[];
  /** Every Service of the namespace. */
  services: readonly Service[];
  /** The Deployment of the canary, while there is one. */
  canary?: Deployment;
  /** Ready pods of each track. */
  ready: { stable: number; canary: number };
  /** Labels of the canary's pods. */
  podLabels: Readonly<Record<string, string>>;
}

/** The percentage of requests that the router gives to the canary. The gate measures the share that arrives. */
export type Setting =
  | { state: 'off' }
  | { state: 'on'; weight: number }
  /** The objects have different weights, because another writer changed them; `highest` is the largest weight of the canary. */
  | { state: 'mixed'; highest: number; detail: string };

/** Returns the kind of router of an environment; undefined for a rolling update, which has only one track. */
export function routerKind({ strategy, route }: Environment): Router['kind'] | undefined {
  if (strategy.kind === 'rolling') return undefined;
  if (route !== undefined) return 'gateway-api';
  return strategy.kind === 'canary' ? 'replicas' : 'service';
}

/**
 * Returns the router of an environment.
 * @param capacity pods of the stable side when the rollout starts.
 * @throws Error for a rolling update, which needs none.
 */
export function routerOf(environment: Environment, ends: TrafficTargets, capacity: number): Router {
  const kind = routerKind(environment);
  const { strategy } = environment;
  switch (kind) {
    case undefined:
      throw new Error('a rolling update has no router');
    case 'gateway-api': {
      const preview = strategy.kind === 'rolling' ? undefined : strategy.preview;
      return {
        ...ends,
        kind,
        weights: weightsOf(environment),
        ...(preview === undefined ? {} : { preview }),
      };
    }
    case 'replicas':
      return { ...ends, kind, capacity };
    case 'service':
      return { ...ends, kind };
  }
}

/** Returns every weight of a strategy above 0 and below 100, in percent. */
export function weightsOf({ strategy }: Environment): number[] {
  return strategy.kind === 'canary' ? [...strategy.steps, strategy.bake.weight] : [];
}

/** Returns why the Services of the namespace make a rollout with this router impossible; checked before the first write. */
export function serviceProblems(router: Router, observed: Observed): Problem[] {
  return matching(router, observed).problems;
}

const matching = (router: Router, { services, podLabels }: Observed) =>
  servicesMatching(
    services,
    podLabels,
    router.fence.app,
    router,
    router.kind === 'gateway-api' ? 'routes' : 'selector',
  );

/** Returns the writes before the canary starts: they pin every Service that would select its pods to the stable pods. */
export function pinPatches(router: Router, observed: Observed): Write[] {
  return matching(router, observed).matching.flatMap(service =>
    serviceWrite(router, service, pinPatch(service, router.fence), 'stable pods only'),
  );
}

/** Returns the writes after the canary is gone: they remove our label from the selectors. */
export function unpinPatches(router: Router, observed: Observed): Write[] {
  return observed.services
    .filter(({ metadata }) => metadata?.name !== router.canaryService)
    .flatMap(service =>
      serviceWrite(router, service, unpinPatch(service, router.fence), 'the selector before the rollout'),
    );
}

/** Returns the current setting of the canary. */
export function shareNow(router: Router, observed: Observed): Setting {
  switch (router.kind) {
    case 'gateway-api':
      return routeSetting(router, observed);
    case 'service':
      return trackOf(mainService(router, observed)) === 'canary'
        ? { state: 'on', weight: 100 }
        : { state: 'off' };
    case 'replicas': {
      if (trackOf(mainService(router, observed)) !== undefined) return { state: 'off' };
      const { canary, stable } = observed.ready;
      return canary === 0 ? { state: 'off' } : { state: 'on', weight: (100 * canary) / (canary + stable) };
    }
  }
}

/**
 * Returns the writes that give the canary `weight` percent. Empty when nothing changes.
 * A Service knows only all or nothing: every weight above 0 is 100 %.
 * @throws UserError when a route cannot give exactly that weight.
 */
export function shiftPatches(router: Router, observed: Observed, weight: number): Write[] {
  switch (router.kind) {
    case 'gateway-api':
      return routesOf(observed.routes, router.service).flatMap(route =>
        routeWrite(
          router,
          route,
          splitPatch(route, splitOf(router), weight),
          `${weight} % to ${router.canaryService}`,
        ),
      );
    case 'service': {
      const to = weight > 0 ? 'canary' : 'stable';
      const service = mainService(router, observed);
      if (trackOf(service) === to) return [];
      return serviceWrite(router, service, switchPatch(service, router.fence, to), `all traffic to ${to}`);
    }
    case 'replicas':
      return weight <= 0 ? rollbackPatches(router, observed) : podWrites(router, observed, weight);
  }
}

/** Returns the writes that send all traffic back to stable at once. They can be prepared, and sent at any setting. */
export function rollbackPatches(router: Router, observed: Observed): Write[] {
  if (router.kind === 'gateway-api') {
    return [...observed.routes].flatMap(route =>
      routeWrite(router, route, rollbackPatch(route, splitOf(router)), 'all traffic to stable'),
    );
  }
  const service = mainService(router, observed);
  return serviceWrite(router, service, switchPatch(service, router.fence, 'stable'), 'all traffic to stable');
}

/**
 * Returns the writes that restore the traffic even if the routes have changed: the canary's Service selects the stable pods. The gateway
 * needs longer for this than for a weight. It is for the watchdog, which cannot create a new patch when one no longer applies.
 */
export function fallbackPatches(router: Router, { services }: Observed): Write[] {
  if (router.kind !== 'gateway-api') return [];
  return services
    .filter(({ metadata }) => metadata?.name === router.canaryService)
    .flatMap(service =>
      serviceWrite(router, service, switchPatch(service, router.fence, 'stable'), 'stable pods'),
    );
}

/** Returns the objects on which the watchdog has restored the traffic instead of a run with this token: `HTTPRoute/shop`. */
export function watchdogFired({ fence }: Router, { routes, services }: Observed): string[] {
  const names = (kind: string, objects: readonly { metadata?: ObjectMeta }[]) =>
    objects
      .filter(object => isRestoredByWatchdog(object, fence))
      .map(({ metadata }) => `${kind}/${metadata?.name}`);
  return [...names('HTTPRoute', routes), ...names('Service', services)];
}

/** Returns the writes that remove the canary from the routes when it gets no traffic, before its Service is deleted. */
export function cleanPatches(router: Router, observed: Observed): Write[] {
  if (router.kind !== 'gateway-api') return [];
  return observed.routes.flatMap(route =>
    routeWrite(router, route, unsplitPatch(route, splitOf(router)), 'the rules before the rollout'),
  );
}

const splitOf = (router: Router & { kind: 'gateway-api' }): Split => router;

function routeSetting(router: Router & { kind: 'gateway-api' }, { routes, services }: Observed): Setting {
  const found = routes.flatMap(route =>
    weightOf(route, router).map(({ rule, weight }) => ({ route: route.metadata?.name, rule, weight })),
  );
  const highest = Math.max(0, ...found.map(({ weight = 0 }) => weight));
  if (highest === 0) return { state: 'off' };
  // When the routes had changed, the watchdog made the canary's Service select the stable pods.
  const canary = services.find(({ metadata }) => metadata?.name === router.canaryService);
  if (canary !== undefined && trackOf(canary) === 'stable') return { state: 'off' };
  if (found.every(({ weight = 0 }) => weight === highest)) return { state: 'on', weight: highest };
  const detail = found
    .map(({ route, rule, weight = 0 }) => `rule ${rule + 1} of HTTPRoute/${route} gives ${weight} %`)
    .join(', ');
  return { state: 'mixed', highest, detail };
}

function podWrites(router: Router & { kind: 'replicas' }, observed: Observed, weight: number): Write[] {
  const service = mainService(router, observed);
  const { canary } = pods(weight, router.capacity);
  const path = pathOf(resources.deployment, router.namespace, router.canaryWorkload);
  const scale = observed.canary === undefined ? [] : scalePatch(observed.canary, router.fence, canary);
  return [
    ...written(path, scale, `Deployment/${router.canaryWorkload}: ${canary} pods`),
    ...serviceWrite(router, service, selectBothTracksPatch(service, router.fence), 'stable and canary pods'),
  ];
}

/** Returns the main Service. @throws Error when it is gone; preflight has seen it, and the engine reads it again before it writes. */
function mainService({ service }: TrafficTargets, { services }: Observed): Service {
  const found = services.find(({ metadata }) => metadata?.name === service);
  if (found === undefined) throw new Error(`Service/${service} is gone`);
  return found;
}

const routeWrite = (router: TrafficTargets, { metadata }: HttpRoute, patch: JsonPatch[], says: string) =>
  written(
    pathOf(resources.httpRoute, router.namespace, metadata?.name),
    patch,
    `HTTPRoute/${metadata?.name}: ${says}`,
  );

const serviceWrite = (router: TrafficTargets, { metadata }: Service, patch: JsonPatch[], says: string) =>
  written(
    pathOf(resources.service, router.namespace, metadata?.name),
    patch,
    `Service/${metadata?.name}: ${says}`,
  );

const written = (path: string, patch: JsonPatch[], says: string): Write[] =>
  patch.length === 0 ? [] : [{ path, patch, description: says }];
