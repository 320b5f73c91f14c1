import type { Reading, Tick } from './tick.ts';
import { percent } from './wording.ts';

/** Requests of a stage by track, including pods in their warm-up, and the number that the canary should have got. */
export interface Arrived {
  canary: number;
  all: number;
  expected: number;
}

export const nothingArrived: Arrived = { canary: 0, all: 0, expected: 0 };

/** A share is judged from this many requests on, and only when its chance is below one in 150,000. */
const enough = 200;
const surprise = 12;

/**
 * Adds a tick: its own count of arrivals or, where the age of every pod is known, the counts of the pods. Without either it is unknown
 * which pods were left out because of their warm-up.
 */
export function arrivedAfter(before: Arrived, reading: Reading, { weight, traffic }: Tick): Arrived {
  const tick = traffic ?? arrivalsOf(reading);
  if (tick === undefined) return before;
  return {
    canary: before.canary + tick.canary,
    all: before.all + tick.total,
    expected: before.expected + (tick.total * weight) / 100,
  };
}

function arrivalsOf(reading: Reading): { canary: number; total: number } | undefined {
  if (reading.kind !== 'counts' || reading.canary.some(({ age }) => age === undefined)) return undefined;
  const sum = (pods: { total: number }[]) => pods.reduce((all, pod) => all + Math.max(0, pod.total), 0);
  const canary = sum(reading.canary);
  return { canary, total: canary + sum(reading.baseline) };
}

/**
 * Checks that the requests are the canary's: a query that matches the baseline's pods passes every candidate (argo-rollouts#1700).
 * The canary's share must be between half and twice its weight, and neither 0 nor 100 %.
 *
 * @returns the problem, or undefined
 */
export function wrongShare({ canary, all, expected }: Arrived): string | undefined {
  if (all < enough) return undefined;
  const share = canary / all;
  const weight = expected / all;
  const plausible = share > 0 && share < 1 && share >= weight / 2 && share <= weight * 2;
  if (plausible || all * divergence(share, weight) < surprise) return undefined;
  return `the canary got ${percent(share)} of ${Math.round(all).toLocaleString('en')} counted requests, but its weight is ${percent(weight)}`;
}

/** Returns the Kullback-Leibler divergence of two shares, in nats: the rate at which they are distinguished (Chernoff bound). */
export function divergence(share: number, weight: number): number {
  const term = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(a / b));
  return term(share, weight) + term(1 - share, 1 - weight);
}
