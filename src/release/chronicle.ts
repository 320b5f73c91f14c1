import { endRecord, noteCalls, noteMoment } from './decision.ts';
import type { Moment } from './decision-schema.ts';
import type { Drive } from './drive.ts';
import { withFindings } from './findings.ts';
import type { Phase } from './phases.ts';

/** What a rollout says and writes down of itself when it moves on. */

/** Enters the move in the decision record; with the last one how it ended. */
export function noteMoved(
  { cluster, dossier, keeper }: Pick<Drive, 'cluster' | 'dossier' | 'keeper'>,
  phase: Phase,
  { step, weight, reason }: Partial<Moment>,
): void {
  const at = Math.round(cluster.now());
  const moment = {
    at,
    phase,
    ...(step === undefined ? {} : { step }),
    ...(weight === undefined ? {} : { weight }),
    ...(reason === undefined ? {} : { reason }),
  };
  dossier.note(record => noteMoment(record, moment));
  if (phase !== 'done' && phase !== 'undone') return;
  const { candidate, baseline } = keeper.journal;
  const serves = phase === 'done' ? candidate : baseline;
  dossier.note(record =>
    endRecord(noteCalls(withFindings(record), { all: cluster.calls() }), {
      at,
      state: phase === 'done' ? 'promoted' : 'undone',
      reason: reason ?? keeper.journal.reason ?? 'shown to be good',
      weight: phase === 'done' ? 100 : 0,
      ...(serves === undefined ? {} : { serves }),
    }),
  );
}

export function headline(phase: Phase, weight: number | undefined): string {
  switch (phase) {
    case 'stepping':
      return `step: ${weight} %`;
    case 'baking':
      return `bake at ${weight} %`;
    default:
      return phase;
  }
}
