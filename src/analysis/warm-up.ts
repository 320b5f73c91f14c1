import type { Counts } from './eprocess.ts';
import type { PodCounts } from './tick.ts';

/**
 * The pods that are warm. A cold one (empty caches, code not compiled yet) is worse than an old one whatever its version, so each
 * counts from its own age on, on both sides; a tick in which it came of age is still a cold one.
 */
export function warmOnly({ warmUp, tick }: { warmUp: number; tick: number }, pods: PodCounts[]): PodCounts[] {
  return pods.filter(({ age }) => age === undefined || age - tick >= warmUp);
}

/** What pods of both tracks counted together, for one of the numbers of bad requests. */
export function countsOf(canary: PodCounts[], baseline: PodCounts[], index: number): Counts {
  const sides = { canary: pooled(canary, index), baseline: pooled(baseline, index) };
  return {
    canaryBad: sides.canary.bad,
    canary: sides.canary.total,
    baselineBad: sides.baseline.bad,
    baseline: sides.baseline.total,
  };
}

export const without = (pods: PodCounts[], pod: string): PodCounts[] => pods.filter(each => each.pod !== pod);

export const sumOf = (a: Counts, b: Counts): Counts => ({
  canaryBad: a.canaryBad + b.canaryBad,
  canary: a.canary + b.canary,
  baselineBad: a.baselineBad + b.baselineBad,
  baseline: a.baseline + b.baseline,
});

/** Two counters that are read apart can be off by what happened between: never more bad requests than requests. */
function pooled(pods: PodCounts[], index: number): { total: number; bad: number } {
  let total = 0;
  let bad = 0;
  for (const pod of pods) {
    const requests = counted(pod.total);
    total += requests;
    bad += Math.min(counted(pod.bad[index]), requests);
  }
  return { total, bad };
}

/** A number that is none would spoil all evidence after it. */
const counted = (count: number | undefined) =>
  count !== undefined && count > 0 && Number.isFinite(count) ? count : 0;
