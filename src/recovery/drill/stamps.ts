import type { Phase, Stamp } from '../phases.ts';

/** Notes when each phase of a recovery began and ended, by the clock of the drill. */
export interface Stamper {
  /** Notes how long work takes, whether it succeeds or not. */
  during<Result>(phase: Phase, work: () => Promise<Result>): Promise<Result>;
  /** Work of one phase that comes one after the other is one stamp. */
  stamps(): readonly Stamp[];
}

export function startStamper(now: () => number): Stamper {
  const stamps: Stamp[] = [];
  return {
    during: async (phase, work) => {
      const from = now();
      try {
        return await work();
      } finally {
        const last = stamps.at(-1);
        if (last?.phase === phase) stamps[stamps.length - 1] = { ...last, to: now() };
        else stamps.push({ phase, from, to: now() });
      }
    },
    stamps: () => stamps,
  };
}
