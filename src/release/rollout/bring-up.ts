import type { Deployment } from '../../cluster/objects.ts';
import { timing } from '../../toolkit/timing.ts';
import type { FencedPatch } from '../../traffic/fencing-token.ts';
import { raiseMinReplicas } from '../../traffic/hpa.ts';
import { scalePatch } from '../../traffic/service-routers.ts';
import { labels } from '../../workloads/naming.ts';
import { isWatching, watchdogAccount } from '../watchdog/watchdog.ts';
import { gatewayAccepts, rollbackOrNeedsAction } from './decide-rollback.ts';
import {
  canaryPath,
  findCanaryService,
  type Inputs,
  type RolloutAction,
  type RolloutSnapshot,
  type RolloutSpec,
  removeAction,
} from './spec.ts';

/**
 * Brings the canary to `need` ready pods. Before that it binds the Services to the stable pods, so that they do not select the canary's.
 * @returns undefined when the canary is ready.
 */
export function bringUpCanary(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
  need: number,
): RolloutAction | undefined {
  const { router } = spec;
  const present = snapshot.workload?.spec?.replicas ?? 1;
  const floor = raiseMinReplicas(spec, snapshot.autoscalers, present);
  if (floor.length > 0) return { do: 'patch', what: "raising the autoscaler's minReplicas", writes: floor };
  const pins = router.pin(snapshot, snapshot.rollout.weight);
  if (pins.length > 0) return { do: 'patch', what: 'binding the Services to the stable pods', writes: pins };
  if (router.ownService && findCanaryService(spec, snapshot) === undefined) {
    const gone = serviceGone(spec, snapshot);
    return gone === undefined ? { do: 'create-service' } : rollbackOrNeedsAction(spec, snapshot, gone);
  }
  if (snapshot.canary === undefined) return { do: 'create-canary', replicas: need };
  if (snapshot.canary.metadata?.deletionTimestamp !== undefined)
    return { do: 'await', what: 'waiting for the canary of an earlier rollout to be gone' };
  const { [labels.release]: release = '?' } = snapshot.canary.metadata?.annotations ?? {};
  if (release !== String(spec.candidate)) {
    const weight = router.weight(snapshot);
    const reason = `the canary of release ${release} still has ${weight} % of the traffic; roll back release ${release} first`;
    if (weight > 0) return { do: 'needs-action', reason };
    return removeAction('the canary of an earlier rollout', canaryPath(spec), snapshot.canary);
  }
  if ((snapshot.canary.spec?.replicas ?? 0) < need) {
    return {
      do: 'patch',
      what: `canary: scaling to ${need} pods`,
      writes: [scale(spec, snapshot.canary, need)],
    };
  }
  const { canary } = inputs;
  if (canary?.state === 'failed') return rollbackOrNeedsAction(spec, snapshot, canary.cause);
  const ready = snapshot.ready.canary;
  return ready < need ? { do: 'await', what: `${ready} of ${need} canary pods ready` } : undefined;
}

/** Returns that the Service was deleted, if it was: without it the candidate gets no requests, and no share can be set. */
export function serviceGone(
  { service, strategy }: RolloutSpec,
  { services }: RolloutSnapshot,
): string | undefined {
  if (strategy === 'rolling' || service === undefined) return undefined;
  return services.some(({ metadata }) => metadata?.name === service)
    ? undefined
    : `Service/${service} was deleted`;
}

export function scale(spec: RolloutSpec, canary: Deployment, replicas: number): FencedPatch {
  return { path: canaryPath(spec), patch: scalePatch(canary, spec, replicas) };
}

/**
 * Adds the canary to the routes at weight 0, waits for the gateway to accept that, then for the watchdog. Without the step at weight 0
 * Envoy may learn of the weight before it learns of the Service, and answers 503 until then.
 */
export function prepareExposure(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  const open = spec.router.addCanary(snapshot);
  if (open.length > 0)
    return { do: 'patch', what: 'adding the canary to the routes at weight 0', writes: open };
  return (
    gatewayAccepts(spec, snapshot) ??
    (spec.watchdog === undefined ? undefined : watchdogReady(spec, snapshot, inputs))
  );
}

/** Creates this run's watchdog where the candidate has traffic already. */
export function ensureWatchdog(spec: RolloutSpec, snapshot: RolloutSnapshot): RolloutAction | undefined {
  const isExposed = spec.router.weight(snapshot) > 0;
  return isExposed && spec.watchdog !== undefined && jobOf(spec, snapshot) === undefined
    ? { do: 'create-watchdog' }
    : undefined;
}

/** Requires a ready watchdog before this run leaves traffic on the candidate. */
export function requireWatchdog(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  inputs: Inputs,
): RolloutAction | undefined {
  return spec.watchdog === undefined
    ? rollbackOrNeedsAction(
        spec,
        snapshot,
        'the rollout would have to pause, and there is no watchdog to restore traffic meanwhile',
      )
    : watchdogReady(spec, snapshot, inputs);
}

export const jobOf = ({ watchdog }: RolloutSpec, snapshot: RolloutSnapshot) =>
  snapshot.jobs.find(({ metadata }) => metadata?.name === watchdog?.name);

function watchdogReady(
  spec: RolloutSpec,
  snapshot: RolloutSnapshot,
  { unwatchedSince = snapshot.now }: Inputs,
): RolloutAction | undefined {
  const job = jobOf(spec, snapshot);
  if (job === undefined) return { do: 'create-watchdog' };
  if (isWatching(job)) return undefined;
  // Not since its creation: it may be starting again on another node.
  if (snapshot.now - unwatchedSince < timing.watchdogStart)
    return {
      do: 'await',
      what: 'waiting for the watchdog to confirm with a dry run that it can restore the traffic',
      ms: 1000,
    };
  const name = spec.watchdog?.name;
  return rollbackOrNeedsAction(
    spec,
    snapshot,
    `the watchdog did not become ready: check Job/${name}, its image, and Role/${watchdogAccount}:${spec.app} (\`slipway rbac\`)`,
  );
}
