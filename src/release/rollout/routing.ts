import type { HorizontalPodAutoscaler, KubeObject } from '../../cluster/objects.ts';
import type { JsonPatch } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { type FencedPatch, type FencingToken, fencingTests } from '../../traffic/fencing-token.ts';
import { autoscalersOf, raiseMinReplicasPatch, restoreMinReplicasPatch } from '../../traffic/hpa.ts';
import { patchAt, type TrafficRouter, type TrafficTargets } from '../../traffic/router.ts';
import { routerOf, undivided } from '../../traffic/routers.ts';
import type { RolloutState } from '../store/schema.ts';
import { watchdogImage, watchdogJob, watchdogName } from '../watchdog/watchdog.ts';
import { labels, nameOf } from '../workloads/naming.ts';
import { pausePolicyOf } from '../workloads/strategy.ts';
import type { Snapshot } from './informers.ts';
import type { RolloutSpec, Watchdog } from './spec.ts';

type Routing = Pick<
  RolloutSpec,
  'router' | 'guard' | 'raiseFloor' | 'restoreFloor' | 'scaledByOthers' | 'watchdog'
>;

/**
 * Returns the router, the watchdog and the patches of autoscalers for a rollout of this environment. Pure.
 * @param token of this run. @param since token of the run that began the rollout.
 */
export function routingOf(
  environment: Environment,
  rollout: RolloutState,
  podLabels: Readonly<Record<string, string>>,
  token: number,
  since: number,
): Routing {
  const writer: FencingToken = { app: rollout.app, token };
  const { service } = environment;
  const router =
    service === undefined
      ? undivided
      : routerOf(environment, targetsOf(environment, service, writer, podLabels), rollout.capacity);
  const onAutoscalers = (
    snapshot: Snapshot,
    patchOf: (each: HorizontalPodAutoscaler) => JsonPatch[],
  ): FencedPatch[] =>
    autoscalersOf(snapshot.autoscalers, environment.workload).flatMap(each => {
      const path = pathOf(resources.horizontalPodAutoscaler, environment.namespace, each.metadata?.name);
      return patchAt(path, patchOf(each));
    });
  return {
    router,
    watchdog: router === undivided ? undefined : watchdogOf(environment, rollout, { router, writer, since }),
    guard: (object: KubeObject) => fencingTests(object, writer),
    raiseFloor: (o: Snapshot) =>
      onAutoscalers(o, each => raiseMinReplicasPatch(each, writer, o.workload?.spec?.replicas ?? 1)),
    restoreFloor: (o: Snapshot) => onAutoscalers(o, each => restoreMinReplicasPatch(each, writer)),
    scaledByOthers: rollout.autoscaler !== undefined,
  };
}

/** Returns the objects between which a rollout of this environment splits the traffic. Pure. */
export function targetsOf(
  { namespace, workload }: Pick<Environment, 'namespace' | 'workload'>,
  service: string,
  writer: FencingToken,
  podLabels: Readonly<Record<string, string>>,
): TrafficTargets {
  return {
    namespace,
    service,
    canaryService: nameOf.canary(service),
    canaryWorkload: nameOf.canary(workload.name),
    writer,
    podLabels: { ...podLabels, [labels.track]: 'canary' },
  };
}

/** Milliseconds after the deadline for promotion and rollback. */
const afterwards = 30 * 60_000;

function watchdogOf(
  { strategy, namespace }: Environment,
  rollout: RolloutState,
  { router, writer, since }: { router: TrafficRouter; writer: FencingToken; since: number },
): Watchdog | undefined {
  // A rolling update in place of another strategy has a router, too: an earlier rollout may have left a split.
  const image = rollout.strategy === 'rolling' ? undefined : watchdogImage(strategy);
  if (image === undefined) return undefined;
  // Blue-green keeps the baseline, and with it the watchdog, for the watch time.
  const kept = 'watch' in strategy ? strategy.watch : 0;
  const { holdFor = 0 } = pausePolicyOf(strategy) ?? {};
  return {
    name: watchdogName(writer),
    job: (o, owner) =>
      watchdogJob({
        writer,
        namespace,
        image,
        owner,
        lifetime: Math.max(0, rollout.deadline - o.now) + strategy.deadline + kept + afterwards + holdFor,
        writes: router.restore(o),
        fallback: router.fallback(o),
      }),
    fired: o => router.restoredByWatchdog(o, since),
  };
}
