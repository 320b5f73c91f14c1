import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { acceptedBy } from './acceptance.ts';
import type { FencedPatch } from './fencing-token.ts';
import { type HttpRoute, type PreviewHeader, routesOf, type Split, weightOf } from './route.ts';
import { rollbackPatch, splitPatch, unsplitPatch } from './route-patches.ts';
import {
  commonOf,
  needOf,
  patchAt,
  patchOfService,
  serviceOf,
  type TrafficRouter,
  type TrafficTargets,
} from './router.ts';
import { switchPatch, trackOf } from './service-patches.ts';

/**
 * Splits traffic by the weights of every HTTPRoute that leads to the Service.
 * @param weights every weight of the strategy above 0 and below 100, in percent, so that one scale fits the whole rollout.
 */
export function gatewayApi(
  targets: TrafficTargets,
  weights: readonly number[],
  preview: PreviewHeader | undefined,
): TrafficRouter {
  const split: Split = { ...targets, weights, ...(preview === undefined ? {} : { preview }) };
  const { service, writer } = targets;
  const onRoutes = (
    routes: readonly HttpRoute[],
    patchOf: (route: HttpRoute) => JsonPatch[],
  ): FencedPatch[] =>
    routes.flatMap(route =>
      patchAt(pathOf(resources.httpRoute, targets.namespace, route.metadata?.name), patchOf(route)),
    );
  const restore: TrafficRouter['restore'] = ({ routes }) =>
    onRoutes(routes, route => rollbackPatch(route, split));
  const shift: TrafficRouter['shift'] = (objects, weight) => {
    if (serviceOf(targets, objects) === undefined) return [];
    return onRoutes(routesOf(objects.routes, service), route => splitPatch(route, split, weight));
  };
  return {
    ...commonOf(targets, 'routes'),
    ownService: true,
    split,
    weight: objects => {
      const { routes, services } = objects;
      if (serviceOf(targets, objects) === undefined) return 0;
      // When the routes had changed, the watchdog made the canary's Service select the stable pods.
      const canary = services.find(({ metadata }) => metadata?.name === targets.canaryService);
      if (canary !== undefined && trackOf(canary) === 'stable') return 0;
      return Math.max(0, ...routes.flatMap(route => weightOf(route, split).map(({ weight = 0 }) => weight)));
    },
    // Weight 0 by the patch that fits any weight: it must not fail where a weight cannot be split off exactly.
    shift: (objects, weight) =>
      weight > 0 ? shift(objects, weight) : serviceOf(targets, objects) === undefined ? [] : restore(objects),
    restore,
    fallback: ({ services }) =>
      services
        .filter(({ metadata }) => metadata?.name === targets.canaryService)
        .flatMap(each => patchOfService(targets, each, switchPatch(each, writer, 'stable'))),
    open: objects => shift(objects, 0),
    clean: ({ routes }) => onRoutes(routes, route => unsplitPatch(route, split)),
    need: needOf,
    trouble: ({ routes }) => {
      const states = routesOf(routes, service).map(acceptedBy);
      const found =
        states.find(({ state }) => state === 'refused') ?? states.find(({ state }) => state === 'pending');
      return found === undefined || found.state === 'accepted'
        ? undefined
        : { detail: found.detail, refused: found.state === 'refused' };
    },
    holders: ({ routes }) => routesOf(routes, service),
  };
}
