import type { Deployment } from '../../cluster/objects.ts';
import { labels } from '../workloads/naming.ts';
import {
  type Action,
  canaryService,
  type FencedPatch,
  type Inputs,
  type RolloutSpec,
  readyPods,
} from './course.ts';
import { abortWithCause, canaryPath, remove } from './tidying.ts';
import type { Snapshot } from './world.ts';

/** The canary with at least that many ready pods, and nothing leading to it by accident. */
export function bringUpCanary(
  course: RolloutSpec,
  o: Snapshot,
  insight: Inputs,
  need: number,
): Action | undefined {
  const { router } = course;
  const floor = course.raiseFloor(o);
  if (floor.length > 0) return { do: 'patch', what: 'the autoscaler keeps its pods', writes: floor };
  const pins = router.pin(o);
  if (pins.length > 0) return { do: 'patch', what: 'Services keep to the stable pods', writes: pins };
  if (router.ownService && canaryService(course, o) === undefined) return { do: 'create-service' };
  if (o.canary === undefined) return { do: 'create-canary', replicas: need };
  if (o.canary.metadata?.deletionTimestamp !== undefined)
    return { do: 'await', what: 'the canary of an earlier rollout ends' };
  if (o.canary.metadata?.annotations?.[labels.release] !== String(course.candidate)) {
    const weight = router.weight(o) ?? 0;
    if (weight > 0) {
      const reason = `the canary of an earlier rollout still has ${weight} % of the traffic; end that one by a rollback first`;
      return { do: 'hold', reason };
    }
    return remove('the canary of an earlier rollout', canaryPath(course), o.canary);
  }
  if ((o.canary.spec?.replicas ?? 0) < need) {
    return { do: 'patch', what: `canary: ${need} pods`, writes: [scale(course, o.canary, need)] };
  }
  const { canary } = insight;
  if (canary?.state === 'failed') return abortWithCause(course, o, canary.cause);
  const ready = readyPods(o, 'canary').length;
  if (ready < need) return { do: 'await', what: `${ready} of ${need} canary pods ready` };
  return undefined;
}

export function scale(course: RolloutSpec, canary: Deployment, replicas: number): FencedPatch {
  return {
    path: canaryPath(course),
    patch: [...course.guard(canary), { op: 'replace', path: '/spec/replicas', value: replicas }],
  };
}
