import { type DrillPhase, phases, type Stamp } from '../phases.ts';

/** Records when each phase of a recovery began and ended, by the drill's clock. */
export interface Stamper {
  /** Records how long work takes, whether it succeeds or not. */
  during<Result>(phase: DrillPhase, work: () => Promise<Result>): Promise<Result>;
  /** Returns the stamps so far. Consecutive work of one phase is one stamp; a stamp in progress ends now. */
  stamps(): readonly Stamp[];
}

/**
 * Starts recording.
 * @param before stamps of the earlier jobs. The time from their last one until this job has caught up is `queue`: repeated work recovers
 *   nothing.
 */
export function startStamper(now: () => number, before: readonly Stamp[] = []): Stamper {
  const stamps = [...before];
  const last = before.at(-1);
  const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
  let isThere = last === undefined;
  let open: { readonly phase: DrillPhase; readonly from: number } | undefined;
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

const rank = (phase: DrillPhase): number => (phase === 'queue' ? -1 : phases.indexOf(phase));

/** In a whole recovery, the choice of the backup and the comparison during replay are part of longer phases. */
export const phaseInRecovery: Readonly<Partial<Record<DrillPhase, DrillPhase>>> = {
  decide: 'restore',
  verify: 'replay',
};
