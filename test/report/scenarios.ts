import { endRecord, noteFact, noteMoment } from '../../src/release/decision.ts';
import type { DecisionRecord } from '../../src/release/decision-schema.ts';
import { rollout, startedAt } from './rollouts.ts';

/** The ends that a release can have, each once; made anew from a fixed seed. */
export const scenarios: Record<'promoted' | 'undone' | 'held' | 'no-data', DecisionRecord> = {
  promoted: rollout(),
  undone: rollout({ canary: minute => (minute > 13 ? 0.031 : 0.01), slowdown: 1.02 }),
  held: rollout({ rps: 2, canary: () => 0.016, onInconclusive: 'hold' }),
  'no-data': rollout({
    missing: minute =>
      minute > 6 || (minute > 3 && minute < 4.2)
        ? { kind: 'provider', detail: 'connection refused' }
        : undefined,
  }),
};

/** Of which nothing but its beginning is known. */
export const begun: DecisionRecord = {
  ...scenarios.promoted,
  timeline: [{ at: startedAt + 1_200, phase: 'prepared', weight: 0 }],
  ticks: [],
  turns: [],
  verdicts: [],
  findings: [],
  pods: [],
};

/** Undone by a fact before anything could be counted. */
export const crashed: DecisionRecord = endRecord(
  noteMoment(
    noteFact(begun, startedAt + 60_000, {
      kind: 'crash-loop',
      pod: 'shop-canary-0',
      detail: 'container shop ends with code 1 again and again',
    }),
    { at: startedAt + 61_000, phase: 'undoing', weight: 0 },
  ),
  {
    at: startedAt + 63_000,
    state: 'undone',
    reason: 'Container shop of pod shop-canary-0 ends with code 1 again and again.',
    serves: 41,
    weight: 0,
  },
);

/** Every text in it is this one. */
export function poisoned(record: DecisionRecord, poison: string): DecisionRecord {
  const kept = new Set(['kind', 'verdict', 'state', 'status', 'track', 'missing', 'on-inconclusive']);
  const poisonedValue = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : poison;
    if (Array.isArray(value)) return value.map(each => poisonedValue(each, `${key}[]`));
    if (value === null || typeof value !== 'object') return value;
    const named = ['readings', 'metrics', 'images', 'calls', 'durations'].includes(key);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        named ? `${poison}${name}` : name,
        poisonedValue(inner, name),
      ]),
    );
  };
  return poisonedValue(record, '') as DecisionRecord;
}
