/** Where a rollout stands. `rolling-back` and what follows it are reached from every other phase. */
export const phases = [
  /** The candidate comes up, or is up, without any traffic. */
  'prepared',
  /** It gets one weight after the other, and is judged at each. */
  'stepping',
  /** It is judged on while the rest of the traffic is still on the baseline; blue-green: while the old side is kept. */
  'baking',
  /** It was judged good and becomes the stable workload. */
  'promoting',
  /** Everything has moved; limits are watched. */
  'watching',
  'done',
  'rolling-back',
  'rolled-back',
] as const;

export type Phase = (typeof phases)[number];

/** The moves that exist. Whatever is not here is a bug, and is refused before it is written. */
export const moves: Readonly<Record<Phase, readonly Phase[]>> = {
  prepared: ['stepping', 'promoting', 'rolling-back'],
  stepping: ['stepping', 'baking', 'rolling-back'],
  baking: ['promoting', 'rolling-back'],
  promoting: ['watching', 'done', 'rolling-back'],
  watching: ['done', 'rolling-back'],
  'rolling-back': ['rolled-back'],
  done: [],
  'rolled-back': [],
};

/** Whether a rollout has ended, for good or not. */
export const isOver = (phase: Phase): boolean => moves[phase].length === 0;

/** What a run that finds a rollout without a living owner does with it: only what was judged good goes on. */
export function remedyOf(phase: Phase): 'none' | 'finish' | 'rollback' {
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
