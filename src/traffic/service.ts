import type { TrackName } from './fencing-token.ts';
import {
  commonOf,
  needOf,
  patchOfService,
  serviceOf,
  type TrafficObjects,
  type TrafficRouter,
  type TrafficTargets,
} from './router.ts';
import { switchPatch, trackOf } from './service-patches.ts';

/** Moves all traffic at once, by the selector of the Service: every weight above 0 is 100 %. */
export function serviceSwitch(targets: TrafficTargets): TrafficRouter {
  const switched = (objects: TrafficObjects, to: TrackName) => {
    const service = serviceOf(targets, objects);
    return service === undefined
      ? []
      : patchOfService(targets, service, switchPatch(service, targets.writer, to));
  };
  const trackNow = (objects: TrafficObjects) => {
    const service = serviceOf(targets, objects);
    return service && trackOf(service);
  };
  return {
    ...commonOf(targets, 'selector'),
    ownService: true,
    weight: objects => (trackNow(objects) === 'canary' ? 100 : 0),
    setWeight: (objects, weight) =>
      weight > 0 && trackNow(objects) === 'canary' ? [] : switched(objects, weight > 0 ? 'canary' : 'stable'),
    restore: objects => switched(objects, 'stable'),
    fallback: () => [],
    addCanary: () => [],
    removeCanary: () => [],
    podsNeeded: needOf,
    routeProblem: () => undefined,
    splitObjects: objects => [serviceOf(targets, objects) ?? []].flat(),
  };
}
