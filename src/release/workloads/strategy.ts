import type { Strategy } from '../../config/types.ts';

/** What follows from the strategy of slipway.yml. All pure. */

/** What the strategy says about waiting; milliseconds. */
export interface PausePolicy {
  onInconclusive: 'rollback' | 'hold' | 'approve';
  /** For a person, or after the bake for whoever looks at it. */
  patience: number;
  bake: number;
  /** Of the bake, until it is paused. */
  attended: number;
}

/** What a strategy says about waiting with traffic on the candidate; undefined when a run always stays beside it. */
export function pausePolicyOf(strategy: Strategy): PausePolicy | undefined {
  if (strategy.kind !== 'canary') return undefined;
  const { bake, 'hold-for': patience, 'on-inconclusive': onInconclusive } = strategy;
  return { onInconclusive, patience, bake: bake.for, attended: bake.attended };
}

/** Milliseconds that a rollout may take while a run is beside it: without what is paused of its bake. */
export function attendedTimeOf(strategy: Strategy): number {
  if (strategy.kind !== 'canary') return strategy.deadline;
  const { bake, deadline } = strategy;
  const paused = bake.for - bake.attended;
  return paused > 0 ? Math.max(bake.attended, deadline - paused) : deadline;
}

/**
 * Percentage of the traffic that the canary carries while the workload rolls: all of it, or in place what it baked with. Pure.
 */
export function promotionWeight(strategy: Strategy): number {
  return strategy.kind === 'canary' && strategy.promotion === 'in-place' ? strategy.bake.weight : 100;
}
