import { type Phase, phases, type Stamp } from '../phases.ts';

/** Notes when each phase of a recovery began and ended, by the clock of the drill. */
export interface Stamper {
  /** Notes how long work takes, whether it succeeds or not. */
  during<Result>(phase: Phase, work: () => Promise<Result>): Promise<Result>;
  /** Work of one phase that comes one after the other is one stamp; that which is under way ends now. */
  stamps(): readonly Stamp[];
}

/**
 * @param before of the jobs before. From the last of them until this job is where that one was it is `queue`: what is gone through again
 *   on the way there recovers nothing.
 */
export function startStamper(now: () => number, before: readonly Stamp[] = []): Stamper {
  const stamps = [...before];
  const last = before.at(-1);
  const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
  let isThere = last === undefined;
  let open: { readonly phase: Phase; readonly from: number } | undefined;
  const withOpen = (): readonly Stamp[] => {
    if (open === undefined) return stamps;
    const previous = stamps.at(-1);
    return previous?.phase === open.phase
      ? [...stamps.slice(0, -1), { ...previous, to: now() }]
      : [...stamps, { ...open, to: now() }];
  };
  return {
    during: async (phase, work) => {
      const from = now();
      if (!isThere && last !== undefined) {
        if (furthest !== undefined && rank(phase) < rank(furthest)) return work();
        stamps.push({ phase: 'queue', from: last.to, to: from });
        isThere = true;
      }
      open = { phase, from };
      try {
        return await work();
      } finally {
        stamps.splice(0, stamps.length, ...withOpen());
        open = undefined;
      }
    },
    stamps: withOpen,
  };
}

const rank = (phase: Phase): number => (phase === 'queue' ? -1 : phases.indexOf(phase));
