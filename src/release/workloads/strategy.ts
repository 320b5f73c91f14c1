import type { Strategy } from '../../config/types.ts';

/** Values derived from the strategy in slipway.yml. All pure. */

/** When a rollout pauses, and for how long; in milliseconds. */
export interface PausePolicy {
  onInconclusive: 'rollback' | 'hold' | 'approve';
  /** Time for a person to act, or after the bake for the run that ends it. */
  holdFor: number;
  bake: number;
  /** Part of the bake before it is paused. */
  attended: number;
}

/** Returns when a rollout pauses with traffic on the candidate; undefined when a run always attends it. */
export function pausePolicyOf(strategy: Strategy): PausePolicy | undefined {
  if (strategy.kind !== 'canary') return undefined;
  const { bake, 'hold-for': holdFor, 'on-inconclusive': onInconclusive } = strategy;
  return { onInconclusive, holdFor, bake: bake.for, attended: bake.attended };
}

/** Returns the milliseconds that a rollout may take while a run attends it: without the paused part of its bake. */
export function attendedTimeOf(strategy: Strategy): number {
  if (strategy.kind !== 'canary') return strategy.deadline;
  const { bake, deadline } = strategy;
  const paused = bake.for - bake.attended;
  return paused > 0 ? Math.max(bake.attended, deadline - paused) : deadline;
}

/**
 * Returns the percentage of traffic on the canary while the workload rolls: 100, or for `in-place` the weight of the bake. Pure.
 */
export function promotionWeight(strategy: Strategy): number {
  return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
}
