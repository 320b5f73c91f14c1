import {
  commonOf,
  needOf,
  serviceOf,
  switchTo,
  type TrafficObjects,
  type TrafficRouter,
  type TrafficTargets,
} from './router.ts';
import { trackOf } from './service-patches.ts';

/** Moves all traffic at once, by the selector of the Service: every weight above 0 is 100 %. */
export function serviceSwitch(targets: TrafficTargets): TrafficRouter {
  const trackNow = (objects: TrafficObjects) => {
    const service = serviceOf(targets, objects);
    return service && trackOf(service);
  };
  return {
    ...commonOf(targets, 'selector'),
    ownService: true,
    weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
    setWeight: (objects, weight) =>
      weight > 0 && trackNow(objects) === 'canary'
        ? []
        : switchTo(targets, objects, weight > 0 ? 'canary' : 'stable'),
    restore: objects => switchTo(targets, objects, 'stable'),
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    podsNeeded: needOf,
    routeProblem: () => undefined,
    splitObjects: objects => [serviceOf(targets, objects) ?? []].flat(),
  };
}
