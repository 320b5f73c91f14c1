import type { Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { acceptedBy, worstOf } from './acceptance.ts';
import type { FencedPatch, TrackName } from './fencing-token.ts';
import { type HttpRoute, type PreviewHeader, routesOf, type Split, weightsIn } from './route.ts';
import { rollbackPatch, splitPatch, unsplitPatch } from './route-patches.ts';
import {
  commonOf,
  needOf,
  patchAt,
  patchOfService,
  serviceOf,
  type TrafficObjects,
  type TrafficRouter,
  type TrafficTargets,
} from './router.ts';
import { switchPatch, trackOf } from './service-patches.ts';

/**
 * Splits traffic by the weights of every HTTPRoute that leads to the Service.
 * @param weights every weight of the rollout above 0 and below 100, in percent, so that one scale fits the whole rollout.
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
  const common = commonOf(targets, 'routes');
  const canaryServiceIn = ({ services }: TrafficObjects) =>
    services.filter(({ metadata }) => metadata?.name === targets.canaryService);
  // When the routes had changed, the watchdog made the canary's Service select the stable pods.
  const stoppedIn = (objects: TrafficObjects) =>
    canaryServiceIn(objects).filter(each => trackOf(each) === 'stable');
  const switched = (services: readonly Service[], to: TrackName) =>
    services.flatMap(each => patchOfService(targets, each, switchPatch(each, writer, to)));
  return {
    ...common,
    ownService: true,
    split,
    weight: objects => {
      if (serviceOf(targets, objects) === undefined || stoppedIn(objects).length > 0) return 0;
      return Math.max(0, ...objects.routes.flatMap(route => weightsIn(route, split)));
    },
    setWeight: (objects, weight) => {
      if (serviceOf(targets, objects) === undefined) return [];
      // Weight 0 by the patch that fits any weight: it must not fail where a weight cannot be split off exactly.
      return weight > 0
        ? onRoutes(routesOf(objects.routes, service), route => splitPatch(route, split, weight))
        : onRoutes(objects.routes, route => rollbackPatch(route, split));
    },
    restore: ({ routes }) => onRoutes(routes, route => rollbackPatch(route, split)),
    fallback: objects => switched(canaryServiceIn(objects), 'stable'),
    addCanary: objects =>
      serviceOf(targets, objects) === undefined
        ? []
        : onRoutes(routesOf(objects.routes, service), route => splitPatch(route, split, 0)),
    pin: (objects, weight) => [...common.pin(objects, weight), ...switched(stoppedIn(objects), 'canary')],
    removeCanary: ({ routes }) => onRoutes(routes, route => unsplitPatch(route, split)),
    podsNeeded: needOf,
    routeProblem: ({ routes }) => {
      const worst = worstOf(routesOf(routes, service).map(acceptedBy));
      return worst.state === 'accepted' ? undefined : worst;
    },
    splitObjects: ({ routes }) => routesOf(routes, service),
  };
}
