import type { Deployment } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { type FencingToken, fencingTests, pointer } from './fence.ts';

/** How many pods of each track stand for a weight when nothing but their number splits the traffic. */
export interface Pods {
  canary: number;
  stable: number;
  /** The percentage of requests that this really gives to the canary. */
  share: number;
}

/**
 * The number of canary pods that comes nearest to a weight. The stable side keeps all of its pods, because a rollback sends
 * everything back to them at once; and the canary has no more than that, so 50 % is the most that pods can give.
 * @param weight percent, 0 to 100. @param capacity pods of the stable side, at least 1.
 */
export function pods(weight: number, capacity: number): Pods {
  const stable = Math.max(1, Math.ceil(capacity));
  if (weight <= 0) return { canary: 0, stable, share: 0 };
  const wanted = weight >= 100 ? stable : (stable * weight) / (100 - weight);
  const share = (canary: number) => (100 * canary) / (canary + stable);
  const below = clamp(Math.floor(wanted), 1, stable);
  const above = clamp(Math.ceil(wanted), 1, stable);
  // Of two that are as near, the smaller exposure.
  const canary = Math.abs(share(above) - weight) < Math.abs(share(below) - weight) ? above : below;
  return { canary, stable, share: share(canary) };
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** What the plan says about weights that pods cannot give; undefined when each is met within half a point. */
export function granularity(weights: readonly number[], capacity: number): string | undefined {
  const coarse = weights
    .map(weight => ({ weight, ...pods(weight, capacity) }))
    .filter(({ weight, share }) => Math.abs(share - weight) > 0.5);
  if (coarse.length === 0) return undefined;
  const list = coarse.map(
    ({ weight, share, canary, stable }) =>
      `${weight} % is really ${share.toFixed(1)} % (${canary} of ${canary + stable} pods)`,
  );
  return `without a route the number of pods splits the traffic: ${list.join(', ')}; a route gives exact weights`;
}

/** Sets the number of a Deployment's pods. Empty when it is that already. */
export function scalePatch(deployment: Deployment, fence: FencingToken, replicas: number): JsonPatch[] {
  if (deployment.spec?.replicas === replicas) return [];
  return [
    ...fencingTests(deployment, fence),
    { op: 'add', path: pointer('spec', 'replicas'), value: replicas },
  ];
}
