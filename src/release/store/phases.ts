/** The phases of a rollout. `rolling-back` can follow any phase that is not over. */
export const phases = [
  /** The candidate becomes ready, or is ready, without traffic. */
  'prepared',
  /** The candidate gets one weight after the other, and is judged at each. */
  'stepping',
  /** The candidate is judged further while the baseline has the rest of the traffic; blue-green: while the old side is kept. */
  'baking',
  /** The candidate has passed and becomes the stable workload. */
  'promoting',
  /** The candidate has all traffic; limits are still checked. */
  'watching',
  'done',
  'rolling-back',
  'rolled-back',
] as const;

export type Phase = (typeof phases)[number];

/** The transitions that exist. Any other is a bug, and is refused before it is written. */
export const transitions: Readonly<Record<Phase, readonly Phase[]>> = {
  prepared: ['stepping', 'promoting', 'rolling-back'],
  stepping: ['stepping', 'baking', 'rolling-back'],
  baking: ['promoting', 'rolling-back'],
  promoting: ['watching', 'done', 'rolling-back'],
  watching: ['done', 'rolling-back'],
  'rolling-back': ['rolled-back'],
  done: [],
  'rolled-back': [],
};

/** Whether a rollout has ended, successfully or not. */
export const isOver = (phase: Phase): boolean => transitions[phase].length === 0;

/** The phases of a rollout that is under way. */
export const openPhases: readonly Phase[] = phases.filter(phase => !isOver(phase));

/** Returns what another run does with the rollout of a dead run: it finishes only a candidate that has passed. */
export function finishOrRollBack(phase: Phase): 'none' | 'finish' | 'rollback' {
  switch (phase) {
    case 'done':
    case 'rolled-back':
      return 'none';
    case 'promoting':
    case 'watching':
      return 'finish';
    case 'prepared':
    case 'stepping':
    case 'baking':
    case 'rolling-back':
      return 'rollback';
    default:
      return phase satisfies never;
  }
}
