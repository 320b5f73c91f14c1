import type { Counts } from './eprocess.ts';
import type { PodCounts } from './tick.ts';

/**
 * Returns the pods after their warm-up. A cold pod (empty caches, code not compiled yet) is worse than an old one of any version, so each
 * pod on both sides counts from this age on; the tick in which it reaches the age does not count yet.
 */
export function warmOnly({ warmUp, tick }: { warmUp: number; tick: number }, pods: PodCounts[]): PodCounts[] {
  return pods.filter(({ age }) => age === undefined || age - tick >= warmUp);
}

/** Sums the counts of the pods of each track, for one of the numbers of bad requests. */
export function countsOf(canary: PodCounts[], baseline: PodCounts[], index: number): Counts {
  const [ours, theirs] = [pooled(canary, index), pooled(baseline, index)];
  return { canaryBad: ours.bad, canary: ours.total, baselineBad: theirs.bad, baseline: theirs.total };
}

export const without = (pods: PodCounts[], pod: string): PodCounts[] => pods.filter(each => each.pod !== pod);

export const sumOf = (a: Counts, b: Counts): Counts => ({
  canaryBad: a.canaryBad + b.canaryBad,
  canary: a.canary + b.canary,
  baselineBad: a.baselineBad + b.baselineBad,
  baseline: a.baseline + b.baseline,
});

/** Limits bad requests to requests, because two counters that are read separately can differ by the requests in between. */
function pooled(pods: PodCounts[], index: number): { total: number; bad: number } {
  let total = 0;
  let bad = 0;
  for (const pod of pods) {
    const requests = counted(pod.total);
    total += requests;
    const own = pod.bad[index];
    // Zero would look like evidence that the pod is good.
    if (own === undefined) throw new Error(`the counts of pod ${pod.pod} have no boundary ${index}`);
    bad += Math.min(counted(own), requests);
  }
  return { total, bad };
}

/** A value that is not a number would invalidate all evidence after it. */
const counted = (count: number) => (count > 0 && Number.isFinite(count) ? count : 0);
