import {
  endRecord,
  noteCalls,
  noteDuration,
  noteFact,
  noteMoment,
  notePods,
  startRecord,
} from '../../src/decision/record.ts';
import type { DecisionRecord, End, PodFacts } from '../../src/decision/schema.ts';
import { rollout, startedAt, url } from './rollouts.ts';

/** One record for each end that a release can have, from a fixed seed. */
export const scenarios: Record<'promoted' | 'rolled-back' | 'needs-action' | 'no-data', DecisionRecord> = {
  promoted: rollout(),
  'rolled-back': rollout({ canary: minute => (minute > 13 ? 0.031 : 0.01), slowdown: 1.02 }),
  'needs-action': rollout({ rps: 2, canary: () => 0.016, onInconclusive: 'pause' }),
  'no-data': rollout({
    missing: minute =>
      minute > 6 || (minute > 3 && minute < 4.2)
        ? { kind: 'provider', detail: 'connection refused' }
        : undefined,
  }),
};

/** A release of which only the start is known. */
export const begun: DecisionRecord = {
  ...scenarios.promoted,
  timeline: [{ at: startedAt + 1_200, phase: 'prepared', weight: 0 }],
  ticks: [],
  turns: [],
  verdicts: [],
  findings: [],
  pods: [],
};

/** Rolled back by a fact before any request was counted. */
export const crashed: DecisionRecord = endRecord(
  noteMoment(
    noteFact(begun, startedAt + 60_000, {
      kind: 'crash-loop',
      pod: 'shop-canary-0',
      detail: 'container shop ends with code 1 again and again',
    }),
    { at: startedAt + 61_000, phase: 'rolling-back', weight: 0 },
  ),
  {
    at: startedAt + 63_000,
    state: 'rolled-back',
    reason: 'Container shop of pod shop-canary-0 ends with code 1 again and again.',
    serves: 41,
    weight: 0,
  },
);

const rolling: DecisionRecord = noteMoment(
  startRecord({
    at: startedAt,
    app: 'shop',
    environment: 'production',
    namespace: 'shop',
    workload: 'Deployment/shop',
    release: 42,
    baseline: 41,
    images: { shop: 'ghcr.io/acme/shop@sha256:9f2c41d0' },
    by: { run: 'run 4711 attempt 1 of acme/shop', actor: 'ada', url },
    token: 57,
    doing: 'deploy',
    strategy: { kind: 'rolling', deadline: 600_000 } as never,
  }),
  { at: startedAt, phase: 'promoting' },
);
const podsOf = (track: PodFacts['track'], ready: boolean, ...names: string[]): PodFacts[] =>
  names.map(pod => ({ pod, track, node: 'node-a', ready, restarts: 0 }));
const crashedPod: PodFacts = {
  ...{ pod: 'shop-young-0', track: 'canary', node: 'node-b', ready: false, restarts: 4 },
  note: 'shop: CrashLoopBackOff',
};
const why = 'container shop crashes repeatedly (exit code 1, 4 restarts, pod shop-young-0)';
const failing = noteFact(
  notePods(rolling, [crashedPod, ...podsOf('baseline', true, 'shop-old-0', 'shop-old-1')]),
  startedAt + 40_000,
  { kind: 'crash-loop', pod: 'shop-young-0', detail: why },
);
const rollingBack = noteMoment(failing, { at: startedAt + 40_100, phase: 'rolling-back', reason: why });
const ending = (record: DecisionRecord, end: Omit<End, 'at'>) =>
  endRecord(noteCalls(record, 61), { at: startedAt + 44_000, ...end });

/** One record for each end of a rolling update, which no gate judges. */
export const rollings: Record<
  'up' | 'rolled-back' | 'rolling-back' | 'first' | 'needs-action' | 'no-pods',
  DecisionRecord
> = {
  up: ending(
    noteDuration(
      noteMoment(notePods(rolling, podsOf('canary', true, 'shop-young-0', 'shop-young-1')), {
        at: startedAt + 44_000,
        phase: 'done',
      }),
      'first write to all pods ready',
      11_900,
    ),
    { state: 'promoted', reason: 'all of its pods are ready', serves: 42, weight: 100 },
  ),
  'rolled-back': ending(
    noteDuration(
      noteMoment(notePods(rollingBack, podsOf('baseline', true, 'shop-old-0', 'shop-old-1')), {
        at: startedAt + 44_000,
        phase: 'rolled-back',
      }),
      'rollback',
      3_900,
    ),
    { state: 'rolled-back', reason: why, serves: 41, weight: 0 },
  ),
  'rolling-back': rollingBack,
  first: ending(
    { ...rolling, rolled: true, strategy: scenarios.promoted.strategy },
    {
      ...{ state: 'promoted', reason: 'all of its pods are ready', serves: 42, weight: 100 },
    },
  ),
  'needs-action': ending(failing, { state: 'needs-action', reason: why, serves: 41, weight: 0 }),
  'no-pods': ending(notePods(rollingBack, podsOf('baseline', false, 'shop-old-0', 'shop-old-1')), {
    state: 'needs-action',
    reason: why,
    weight: 0,
  }),
};

/** Replaces every text in a record. */
export function poisoned(record: DecisionRecord, poison: string): DecisionRecord {
  const kept = new Set(['kind', 'verdict', 'state', 'status', 'track', 'missing', 'on-inconclusive']);
  const poisonedValue = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : poison;
    if (Array.isArray(value)) return value.map(each => poisonedValue(each, `${key}[]`));
    if (value === null || typeof value !== 'object') return value;
    const named = ['readings', 'metrics', 'images', 'durations'].includes(key);
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        named ? `${poison}${name}` : name,
        poisonedValue(inner, name),
      ]),
    );
  };
  return poisonedValue(record, '') as DecisionRecord;
}
