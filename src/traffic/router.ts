import type { Deployment, ObjectMeta, OwnerReference, Service } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { UserError } from '../toolkit/errors.ts';
import type { Acceptance } from './acceptance.ts';
import {
  type FencedPatch,
  type FencingToken,
  isRestoredByWatchdog,
  type TrackName,
} from './fencing-token.ts';
import type { HttpRoute, Split } from './route.ts';
import {
  canaryServiceOf,
  isPinned,
  pinPatch,
  type SplitBy,
  servicesMatching,
  switchPatch,
  unpinPatch,
} from './service-patches.ts';

/** The objects between which the traffic is split, and the fencing token of the writer. */
export interface TrafficTargets {
  namespace: string;
  service: string;
  canaryService: string;
  canaryWorkload: string;
  writer: FencingToken;
  /** Labels of the canary's pods. */
  podLabels: Readonly<Record<string, string>>;
}

/** The objects of the namespace, as last read. A snapshot of the rollout has them. */
export interface TrafficObjects {
  /** Every HTTPRoute of the namespace; empty where there is no Gateway API. */
  routes: readonly HttpRoute[];
  /** Every Service of the namespace. */
  services: readonly Service[];
  /** The Deployment of the canary, while there is one. */
  canary: Deployment | undefined;
  /** Ready pods of each track. */
  ready: { stable: number; canary: number };
}

/**
 * Splits traffic between the stable pods and the canary: by the weights of routes (gateway-api.ts), or by the selector of the Service or
 * the number of pods (service-routers.ts). Pure: it returns patches, which the caller sends.
 */
export interface TrafficRouter {
  /** Whether the canary has a separate Service. */
  ownService: boolean;
  /** How routes are split; undefined where no route is. */
  split?: Split;
  /** Returns the percentage of traffic that is set for the canary; the highest one where routes differ. */
  weight(objects: TrafficObjects): number;
  /**
   * Returns the patches that set this percentage; none when it is set, or when the Service is gone.
   * @throws UserError when a route cannot give exactly that weight.
   */
  setWeight(objects: TrafficObjects, weight: number): FencedPatch[];
  /** Returns the patches that send all traffic to stable, at any weight. They can be prepared for the watchdog. */
  restore(objects: TrafficObjects): FencedPatch[];
  /**
   * Returns the patches that restore the traffic even if the routes have changed: the canary's Service selects the stable pods. The
   * gateway needs longer for this than for a weight. They are for the watchdog, which cannot create a new patch.
   */
  fallback(objects: TrafficObjects): FencedPatch[];
  /** Returns the patches that add the canary at weight 0; none when it is there. */
  addCanary(objects: TrafficObjects): FencedPatch[];
  /** Returns the patches that remove the canary from the routes when it gets no traffic. */
  removeCanary(objects: TrafficObjects): FencedPatch[];
  /** Returns the patches that pin the Services to the stable pods. @param weight percentage that the rollout gives the canary. */
  pin(objects: TrafficObjects, weight: number): FencedPatch[];
  /** Returns the patches that restore the selectors of the Services, after the canary is gone. */
  unpin(objects: TrafficObjects): FencedPatch[];
  /** Returns how many canary pods must be ready for this percentage. */
  podsNeeded(weight: number, capacity: number): number;
  /** Returns why the gateway does not apply the split: it refused it, or has not processed it yet. */
  routeProblem(objects: TrafficObjects): Exclude<Acceptance, { state: 'accepted' }> | undefined;
  /** Returns the objects that hold the split. */
  splitObjects(objects: TrafficObjects): (HttpRoute | Service)[];
  /**
   * Returns the objects on which the watchdog of this run or of an earlier one has restored the traffic: `HTTPRoute/shop`.
   * @param firstToken of the run that began the rollout.
   */
  restoredByWatchdog(objects: TrafficObjects, firstToken: number): string[];
  /** Returns why the Services of the namespace make a rollout impossible; checked before the first write. */
  problems(objects: TrafficObjects): UserError[];
  /** Returns the Service of the canary. @throws Error when the Service that it copies is gone. */
  buildCanaryService(objects: TrafficObjects, owner: OwnerReference): Service;
}

/** The methods that are the same for every router. */
export function commonOf(
  targets: TrafficTargets,
  splitBy: SplitBy,
): Pick<TrafficRouter, 'pin' | 'unpin' | 'restoredByWatchdog' | 'problems' | 'buildCanaryService'> {
  const { writer, podLabels } = targets;
  const matching = ({ services }: TrafficObjects) =>
    servicesMatching(services, podLabels, writer.app, targets, splitBy);
  return {
    pin: (objects, weight) => {
      // Where the selector of the Service is the split, it is not pinned again once the canary gets traffic.
      const service = splitBy === 'selector' && weight > 0 ? serviceOf(targets, objects) : undefined;
      const free = service !== undefined && isPinned(service, writer.app) ? service : undefined;
      return matching(objects)
        .matching.filter(each => each !== free)
        .flatMap(each => patchOfService(targets, each, pinPatch(each, writer)));
    },
    unpin: ({ services }) =>
      services
        .filter(({ metadata }) => metadata?.name !== targets.canaryService)
        .flatMap(each => patchOfService(targets, each, unpinPatch(each, writer))),
    restoredByWatchdog: ({ routes, services }, firstToken) => {
      const names = (kind: string, objects: readonly { metadata?: ObjectMeta }[]) =>
        objects
          .filter(object => isRestoredByWatchdog(object, writer, firstToken))
          .map(({ metadata }) => `${kind}/${metadata?.name}`);
      return [...names('HTTPRoute', routes), ...names('Service', services)];
    },
    problems: objects => matching(objects).problems,
    buildCanaryService: (objects, owner) => {
      const service = serviceOf(targets, objects);
      if (service === undefined) throw new Error(`Service/${targets.service} does not exist`);
      return canaryServiceOf(service, { name: targets.canaryService, splitBy, writer, owner });
    },
  };
}

/** Returns the Service of the application; undefined when it was deleted. */
export const serviceOf = ({ service }: TrafficTargets, { services }: TrafficObjects): Service | undefined =>
  services.find(({ metadata }) => metadata?.name === service);

/** Returns the patch that gives all traffic of the Service to one track; none when the Service was deleted. */
export function switchTo(targets: TrafficTargets, objects: TrafficObjects, to: TrackName): FencedPatch[] {
  const service = serviceOf(targets, objects);
  return service === undefined
    ? []
    : patchOfService(targets, service, switchPatch(service, targets.writer, to));
}

/** Returns the patch of a Service with its path; none when nothing changes. */
export const patchOfService = (
  { namespace }: TrafficTargets,
  { metadata }: Service,
  patch: JsonPatch[],
): FencedPatch[] => patchAt(pathOf(resources.service, namespace, metadata?.name), patch);

/** Returns a patch with its path; none when nothing changes. */
export const patchAt = (path: string, patch: JsonPatch[]): FencedPatch[] =>
  patch.length === 0 ? [] : [{ path, patch }];

/** Returns how many pods must be ready before the canary may get this weight: its share of the capacity, rounded up. */
export function needOf(weight: number, capacity: number): number {
  return weight <= 0 ? 0 : Math.max(1, Math.ceil((weight * capacity) / 100 - 1e-9));
}
