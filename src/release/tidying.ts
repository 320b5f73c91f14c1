import type { KubeObject } from '../cluster/objects.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { type Course, canaryService, type Move, podsOf } from './course.ts';
import { nameOf } from './naming.ts';
import type { Observation } from './world.ts';

/** Milliseconds that a gateway is given to carry out what it was told, before pods are taken away behind it. */
const drain = 3000;

/** Takes away what the rollout brought, in the order in which nobody notices. */
export function tidy(course: Course, o: Observation): Move | undefined {
  const { router } = course;
  const split = router.clean(o);
  if (split.length > 0) {
    return settled(course, o) ?? { do: 'patch', what: 'the route is as it was', writes: split };
  }
  if (o.canary !== undefined && o.canary.metadata?.deletionTimestamp === undefined) {
    return settled(course, o) ?? remove('the canary', canaryPath(course), o.canary);
  }
  const living = podsOf(o, 'canary').filter(pod => pod.metadata?.deletionTimestamp === undefined);
  if (living.length > 0) return { do: 'await', what: 'the pods of the canary end' };
  const service = canaryService(course, o);
  if (service !== undefined)
    return remove("the canary's Service", servicePath(course, nameOf.canary(course.service ?? '')), service);
  const pins = router.unpin(o);
  if (pins.length > 0) return { do: 'patch', what: 'Services select as before', writes: pins };
  const floor = course.restoreFloor(o);
  if (floor.length > 0) return { do: 'patch', what: 'the autoscaler has its room back', writes: floor };
  // Last: as long as it is there, it takes with it whatever is made in its name.
  const [fence] = o.fences;
  if (fence !== undefined) {
    const { namespace = '', name } = fence.metadata ?? {};
    return remove('the fence', pathOf(resources.configMap, namespace, name), fence);
  }
  return undefined;
}

/** Waits until the gateway has surely carried out the last change, before something is done that relies on it. */
export function settled(course: Course, o: Observation): Move | undefined {
  const left = course.router.setAt(o) + drain - o.now;
  return left > 0 ? { do: 'await', what: 'the gateway carries it out', ms: left } : undefined;
}

export const canaryPath = ({ namespace, workload }: Course) =>
  pathOf(resources.deployment, namespace, nameOf.canary(workload));

const servicePath = ({ namespace }: Course, name: string) => pathOf(resources.service, namespace, name);

export function remove(what: string, path: string, object: KubeObject): Move {
  return { do: 'remove', what, path, uid: object.metadata?.uid ?? '' };
}
