import { type MetricPast, podsOfPast } from './past.ts';

const leastBadOfPod = 5;

/**
 * Returns how much pods of one version differ: the standard deviation of the logarithm of their shares of bad requests, beyond chance. A
 * release changes pods, not single requests, so one pod of the canary is only one observation of its version.
 *
 * A spread that chance exceeds once in ten times counts as 0: where pods are equal, a spread from noise would only cost time.
 *
 * @param phi dispersion of the counts, which increases the part that chance explains
 * @returns tau, at least 0; undefined with fewer than two pods, or when one has fewer than five bad requests
 */
export function spreadOf(history: MetricPast, index: number, phi: number): number | undefined {
  const pods = [...podsOfPast(history, index).values()].filter(pod => pod.total > 0);
  if (pods.length < 2 || pods.some(pod => pod.bad < leastBadOfPod)) return undefined;
  const logs = pods.map(pod => Math.log(pod.bad / pod.total));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  const chance = pods.reduce((sum, pod) => sum + phi / pod.bad, 0) / pods.length;
  const freedom = pods.length - 1;
  if (variance < chance * chiSquareAt(freedom, 1.2816)) return 0;
  return Math.sqrt(Math.max(0, variance - chance) * (freedom / medianOfChiSquare(freedom)));
}

/** Returns chi-square over its degrees of freedom, at a quantile of the normal distribution (Wilson-Hilferty). */
const chiSquareAt = (freedom: number, z: number) =>
  (1 - 2 / (9 * freedom) + z * Math.sqrt(2 / (9 * freedom))) ** 3;

const medians = [0.454936, 1.386294, 2.365974, 3.356694, 4.35146];

/** Exact for the first five degrees of freedom, then the Wilson-Hilferty approximation (error below 0.1 %). */
export function medianOfChiSquare(freedom: number): number {
  return medians[freedom - 1] ?? freedom * (1 - 2 / (9 * freedom)) ** 3;
}
