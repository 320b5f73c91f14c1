import type { HorizontalPodAutoscaler, KubeObject } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { acceptedBy } from '../../traffic/acceptance.ts';
import { type FencingToken, fencingTests } from '../../traffic/fencing-token.ts';
import { autoscalersOf, raiseMinReplicasPatch, restoreMinReplicasPatch } from '../../traffic/hpa.ts';
import { pods as podsFor } from '../../traffic/replicas.ts';
import { type HttpRoute, routesOf } from '../../traffic/route.ts';
import {
  cleanPatches,
  fallbackPatches,
  type Observed,
  pinPatches,
  rollbackPatches,
  shareNow,
  shiftPatches,
  type TrafficTargets,
  routerOf as trafficRouter,
  unpinPatches,
  watchdogFired,
} from '../../traffic/router.ts';
import { canaryService, isPinned } from '../../traffic/service.ts';
import type { RolloutState } from '../store/schema.ts';
import { watchdogImage, watchdogJob, watchdogName } from '../watchdog/watchdog.ts';
import { writtenAt } from '../workloads/controllers.ts';
import { labels, nameOf } from '../workloads/naming.ts';
import { pausePolicyOf } from '../workloads/strategy.ts';
import { needOf } from './canary.ts';
import type { Snapshot } from './informers.ts';
import { type FencedPatch, type RolloutSpec, readyPods, type TrafficRouter } from './spec.ts';

type Routing = Pick<
  RolloutSpec,
  'router' | 'guard' | 'raiseFloor' | 'restoreFloor' | 'scaledByOthers' | 'watchdog'
>;

/** Returns the router, the watchdog and the patches of autoscalers for a rollout of this environment. Pure. */
export function routingOf(
  environment: Environment,
  rollout: RolloutState,
  podLabels: Readonly<Record<string, string>>,
  token: number,
): Routing {
  const fence: FencingToken = { app: rollout.app, token };
  const onAutoscalers = (
    snapshot: Snapshot,
    patchOf: (each: HorizontalPodAutoscaler) => JsonPatch[],
  ): FencedPatch[] =>
    autoscalersOf(snapshot.autoscalers, environment.workload).flatMap(each => {
      const patch = patchOf(each);
      const path = pathOf(resources.horizontalPodAutoscaler, environment.namespace, each.metadata?.name);
      return patch.length === 0 ? [] : [{ path, patch }];
    });
  const common = {
    guard: (object: KubeObject) => fencingTests(object, fence),
    raiseFloor: (o: Snapshot) =>
      onAutoscalers(o, each => raiseMinReplicasPatch(each, fence, o.workload?.spec?.replicas ?? 1)),
    restoreFloor: (o: Snapshot) => onAutoscalers(o, each => restoreMinReplicasPatch(each, fence)),
    scaledByOthers: rollout.autoscaler !== undefined,
  };
  const { namespace, service, workload } = environment;
  // A rolling update in place of another strategy has a router, too: an earlier rollout may have left a split.
  if (environment.strategy.kind === 'rolling' || service === undefined)
    return { ...common, router: undivided, watchdog: undefined };
  const ends: TrafficTargets = {
    namespace,
    service,
    canaryService: nameOf.canary(service),
    workload: workload.name,
    canaryWorkload: nameOf.canary(workload.name),
    fence,
  };
  const router = trafficRouter(environment, ends, rollout.capacity);
  const seen = (o: Snapshot): Observed => ({
    routes: o.routes,
    services: o.services,
    ...(o.canary === undefined ? {} : { canary: o.canary }),
    ready: { stable: readyPods(o, 'stable').length, canary: readyPods(o, 'canary').length },
    podLabels: { ...podLabels, [labels.track]: 'canary' },
  });
  const isMain = ({ metadata }: KubeObject) => metadata?.name === service;
  const isThere = (o: Snapshot) => o.services.some(isMain);
  /** The objects that hold the split. */
  const moved = (o: Snapshot): KubeObject[] =>
    router.kind === 'gateway-api'
      ? routesOf(o.routes, service)
      : o.services.filter(({ metadata }) => metadata?.name === service);
  const { patience = 0 } = pausePolicyOf(environment.strategy) ?? {};
  const image = rollout.strategy === 'rolling' ? undefined : watchdogImage(environment.strategy);
  return {
    ...common,
    watchdog:
      image === undefined
        ? undefined
        : {
            name: watchdogName(fence),
            job: (o, owner) =>
              watchdogJob({
                fence,
                namespace,
                image,
                owner,
                lifetime:
                  Math.max(0, rollout.deadline - o.now) +
                  environment.strategy.deadline +
                  // Blue-green keeps the baseline, and with it the watchdog, for the watch time.
                  ('watch' in environment.strategy ? environment.strategy.watch : 0) +
                  afterwards +
                  patience,
                writes: rollbackPatches(router, seen(o)),
                fallback: fallbackPatches(router, seen(o)),
              }),
            fired: o => watchdogFired(router, seen(o)),
          },
    router: {
      open: o => (router.kind === 'gateway-api' ? shiftPatches(router, seen(o), 0) : []),
      weight: o => {
        if (!isThere(o)) return 0;
        const setting = shareNow(router, seen(o));
        return setting.state === 'off' ? 0 : setting.state === 'on' ? setting.weight : setting.highest;
      },
      shift: (o, weight) =>
        // A deleted Service takes no traffic; `decide` rolls back for it.
        !isThere(o)
          ? []
          : weight > 0
            ? shiftPatches(router, seen(o), weight)
            : rollbackPatches(router, seen(o)),
      clean: o => cleanPatches(router, seen(o)),
      trouble: o => (router.kind === 'gateway-api' ? troubleOf(routesOf(o.routes, service)) : undefined),
      setAt: o => Math.max(0, ...moved(o).map(writtenAt)),
      need: (weight, capacity) =>
        router.kind === 'replicas' ? podsFor(weight, router.capacity).canary : needOf(weight, capacity),
      // Where the selector of the Service is the split, it is not bound to the stable pods again once the canary gets traffic.
      pin: o => {
        const main = o.services.find(isMain);
        const moves = router.kind !== 'gateway-api' && (o.rollout?.weight ?? 0) > 0;
        const free = moves && main !== undefined && isPinned(main, rollout.app);
        const path = pathOf(resources.service, namespace, service);
        return pinPatches(router, seen(o)).filter(write => !(free && write.path === path));
      },
      unpin: o => unpinPatches(router, seen(o)),
      ownService: router.kind !== 'replicas',
      canaryService: (o, owner) => {
        const stable = o.services.find(({ metadata }) => metadata?.name === service);
        if (stable === undefined) throw new Error(`Service/${service} does not exist`);
        return canaryService(stable, { name: ends.canaryService, fence, owner });
      },
    },
  };
}

/** Milliseconds after the deadline for promotion and rollback. */
const afterwards = 30 * 60_000;

/** The router of a rolling update, which has no canary and no split. */
const undivided: TrafficRouter = {
  open: () => [],
  weight: () => 0,
  shift: () => [],
  clean: () => [],
  need: () => 0,
  trouble: () => undefined,
  setAt: () => 0,
  pin: () => [],
  unpin: () => [],
  ownService: false,
  canaryService: () => {
    throw new Error('a rolling update has no canary Service');
  },
};

/** Returns why a gateway does not apply the routes: a refusal first, then one that has not processed them yet. */
function troubleOf(routes: HttpRoute[]): ReturnType<TrafficRouter['trouble']> {
  const states = routes.map(acceptedBy);
  const trouble =
    states.find(({ state }) => state === 'refused') ?? states.find(({ state }) => state === 'pending');
  return trouble === undefined || trouble.state === 'accepted'
    ? undefined
    : { detail: trouble.detail, refused: trouble.state === 'refused' };
}
