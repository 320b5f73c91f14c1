import type { Deployment } from '../../cluster/objects.ts';
import { labels } from '../workloads/naming.ts';
import type { Snapshot } from './informers.ts';
import { abortWithCause, canaryPath, remove } from './roll-back.ts';
import {
  type Action,
  canaryService,
  type FencedPatch,
  type Inputs,
  type RolloutSpec,
  readyPods,
} from './spec.ts';

/**
 * Brings the canary to `need` ready pods. Before that it binds the Services to the stable pods, so that they do not select the canary's.
 * @returns undefined when the canary is ready.
 */
export function bringUpCanary(
  spec: RolloutSpec,
  snapshot: Snapshot,
  inputs: Inputs,
  need: number,
): Action | undefined {
  const { router } = spec;
  const floor = spec.raiseFloor(snapshot);
  if (floor.length > 0) return { do: 'patch', what: "raising the autoscaler's minReplicas", writes: floor };
  const pins = router.pin(snapshot);
  if (pins.length > 0) return { do: 'patch', what: 'binding the Services to the stable pods', writes: pins };
  if (router.ownService && canaryService(spec, snapshot) === undefined) return { do: 'create-service' };
  if (snapshot.canary === undefined) return { do: 'create-canary', replicas: need };
  if (snapshot.canary.metadata?.deletionTimestamp !== undefined)
    return { do: 'await', what: 'waiting for the canary of an earlier rollout to be gone' };
  if (snapshot.canary.metadata?.annotations?.[labels.release] !== String(spec.candidate)) {
    const weight = router.weight(snapshot) ?? 0;
    if (weight > 0) {
      const reason = `the canary of an earlier rollout still has ${weight} % of the traffic; roll that rollout back first`;
      return { do: 'needs-action', reason };
    }
    return remove('the canary of an earlier rollout', canaryPath(spec), snapshot.canary);
  }
  if ((snapshot.canary.spec?.replicas ?? 0) < need) {
    return {
      do: 'patch',
      what: `canary: scaling to ${need} pods`,
      writes: [scale(spec, snapshot.canary, need)],
    };
  }
  const { canary } = inputs;
  if (canary?.state === 'failed') return abortWithCause(spec, snapshot, canary.cause);
  const ready = readyPods(snapshot, 'canary').length;
  if (ready < need) return { do: 'await', what: `${ready} of ${need} canary pods ready` };
  return undefined;
}

export function scale(spec: RolloutSpec, canary: Deployment, replicas: number): FencedPatch {
  return {
    path: canaryPath(spec),
    patch: [...spec.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
  };
}
