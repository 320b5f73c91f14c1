import { type DrillPhase, drillPhases, type PhaseTime } from '../phases.ts';

/** Records when each phase of a recovery began and ended, by the drill's clock. */
export interface PhaseRecorder {
  /** Records how long work takes, whether it succeeds or not. */
  during<Result>(phase: DrillPhase, work: () => Promise<Result>): Promise<Result>;
  /** Returns the times so far. Consecutive work of one phase is one entry; an entry in progress ends now. */
  phaseTimes(): readonly PhaseTime[];
}

/**
 * Starts recording.
 * @param before times of the earlier jobs. The time from their last one until this job has caught up is `queue`: repeated work recovers
 *   nothing.
 */
export function startPhaseRecorder(now: () => number, before: readonly PhaseTime[] = []): PhaseRecorder {
  const phaseTimes = [...before];
  const last = before.at(-1);
  const furthest = before.findLast(({ phase }) => phase !== 'queue')?.phase;
  let isThere = last === undefined;
  let open: { readonly phase: DrillPhase; readonly from: number } | undefined;
  const withOpen = (): readonly PhaseTime[] => {
    if (open === undefined) return phaseTimes;
    const previous = phaseTimes.at(-1);
    return previous?.phase === open.phase
      ? [...phaseTimes.slice(0, -1), { ...previous, to: now() }]
      : [...phaseTimes, { ...open, to: now() }];
  };
  return {
    during: async (phase, work) => {
      const from = now();
      if (!isThere && last !== undefined) {
        if (furthest !== undefined && rank(phase) < rank(furthest)) return work();
        phaseTimes.push({ phase: 'queue', from: last.to, to: from });
        isThere = true;
      }
      open = { phase, from };
      try {
        return await work();
      } finally {
        phaseTimes.splice(0, phaseTimes.length, ...withOpen());
        open = undefined;
      }
    },
    phaseTimes: withOpen,
  };
}

const rank = (phase: DrillPhase): number => (phase === 'queue' ? -1 : drillPhases.indexOf(phase));

/** In a whole recovery, the choice of the backup and the comparison during replay are part of longer phases. */
export const phaseInRecovery: Readonly<Partial<Record<DrillPhase, DrillPhase>>> = {
  decide: 'restore',
  verify: 'replay',
};
