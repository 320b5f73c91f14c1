import type { Reading } from './tick.ts';

/** Requests of a stage by track, pods that warm up included, and what the canary should have got of them. */
export interface Arrived {
  canary: number;
  all: number;
  expected: number;
}

export const nothingArrived: Arrived = { canary: 0, all: 0, expected: 0 };

/** Judged from this many requests on, and only when chance makes such a share less than once in 150,000 looks. */
const enough = 200;
const surprise = 12;

export function arrivedAfter(before: Arrived, reading: Reading, weight: number): Arrived {
  if (reading.kind !== 'counts') return before;
  const total = (pods: { total: number }[]) => pods.reduce((sum, pod) => sum + Math.max(0, pod.total), 0);
  const canary = total(reading.canary);
  const all = canary + total(reading.baseline);
  return {
    canary: before.canary + canary,
    all: before.all + all,
    expected: before.expected + (all * weight) / 100,
  };
}

/**
 * Whose requests these are must be certain: a query that matches the baseline's pods passes every candidate (argo-rollouts#1700).
 * The canary's share has to be within half and twice its weight, and neither nothing nor all.
 *
 * @returns what is wrong, or undefined
 */
export function wrongShare({ canary, all, expected }: Arrived): string | undefined {
  if (all < enough) return undefined;
  const share = canary / all;
  const weight = expected / all;
  const plausible = share > 0 && share < 1 && share >= weight / 2 && share <= weight * 2;
  if (plausible || all * divergence(share, weight) < surprise) return undefined;
  return `${percent(share)} of ${Math.round(all).toLocaleString('en')} counted requests are the canary's, which has a weight of ${percent(weight)}`;
}

/** Kullback-Leibler divergence of two shares, in nats: the rate at which one is told from the other (Chernoff bound). */
function divergence(share: number, weight: number): number {
  const term = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return term(share, weight) + term(1 - share, 1 - weight);
}

const percent = (fraction: number) => `${Number((fraction * 100).toPrecision(3))} %`;
