import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EventText,
  eventOf,
  eventsOfTransition,
  startedEvent,
} from '../../../src/release/decision-record/event-recorder.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { anyText } from '../../report/texts.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const target = {
  app: 'shop',
  namespace: 'shop',
  workload: { kind: 'Deployment' as const, name: 'shop' },
  uid: '1-2',
  token: 57,
  origin: { run: 'run 4711 of acme/shop', actor: 'ann' },
};
const at = Date.UTC(2026, 2, 14, 2, 41, 0, 5);
const rollout = (changes: Partial<RolloutState>): RolloutState =>
  ({ candidate: 42, step: 0, weight: 0, phase: 'prepared', strategy: 'canary', ...changes }) as RolloutState;
/** Returns the last Event of a transition, as it is written. */
const written = (text: EventText | undefined) => text && eventOf(text, target, at);
const last = (
  from: Partial<RolloutState>,
  to: Partial<RolloutState>,
  judged?: { verdict: string; reason: string },
) => eventsOfTransition(rollout(from), rollout(to), judged).at(-1) as EventText;
const atWeight = (weight: number) => last({}, { phase: 'stepping', weight });
const rolledBack = (changes: Partial<RolloutState>) =>
  last({ phase: 'rolling-back' }, { phase: 'rolled-back', ...changes });

describe('an Event on the workload', () => {
  it('has the fields that events.k8s.io requires', () => {
    expect(written(atWeight(25))).toEqual({
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: expect.stringMatching(/^shop\.[0-9a-f]{12}$/), namespace: 'shop' },
      eventTime: '2026-03-14T02:41:00.005000Z',
      reportingController: 'slipway.dev/release',
      reportingInstance: 'run 4711 of acme/shop',
      action: 'Shift',
      reason: 'WeightChanged',
      type: 'Normal',
      note: wording('42', '25 %'),
      regarding: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop', namespace: 'shop', uid: '1-2' },
    });
  });

  const stepping = { phase: 'stepping' as const, weight: 5 };
  it.each<[string, EventText, string, string]>([
    [
      'the start of a canary',
      startedEvent(rollout({ baseline: 41 as RolloutState['candidate'] })),
      'Normal',
      wording('42', '41', 'canary'),
    ],
    ['a first release', startedEvent(rollout({ strategy: 'rolling' })), 'Normal', wording('42', 'rolling')],
    [
      'a pass',
      last(stepping, { phase: 'promoting', weight: 5 }, { verdict: 'pass', reason: 'good' }),
      'Normal',
      wording('pass', '42', 'good'),
    ],
    [
      'no data',
      last(stepping, { phase: 'rolling-back' }, { verdict: 'no-data', reason: 'idle' }),
      'Warning',
      wording('no-data', '42', 'idle'),
    ],
    [
      'a rollback',
      rolledBack({ baseline: 41 as RolloutState['candidate'], reason: 'errors' }),
      'Warning',
      wording('42', '41', 'errors'),
    ],
    ['the rollback of a first release', rolledBack({ reason: 'errors' }), 'Warning', wording('42', 'errors')],
    [
      'a version that another client replaced',
      last({ phase: 'promoting' }, { phase: 'rolled-back', reason: 'replaced' }),
      'Warning',
      wording('42', 'replaced', 'another version'),
    ],
    ['a complete release', last({ phase: 'watching' }, { phase: 'done' }), 'Normal', wording('42')],
  ])('describes %s', (_, text, type, note) => {
    expect(written(text)).toMatchObject({ type, note });
  });

  it('has the same name when it is written again, and another for anything else', () => {
    const name = (text: EventText, token = 57) => eventOf(text, { ...target, token }, at).metadata?.name;
    expect(name(atWeight(25))).toBe(name(atWeight(25)));
    expect(new Set([name(atWeight(25)), name(atWeight(50)), name(atWeight(25), 58)]).size).toBe(3);
  });

  it('keeps within the limits of the API, whatever the reason', () => {
    fc.assert(
      fc.property(anyText(1500), reason => {
        const origin = { ...target.origin, run: reason };
        const event = eventOf(rolledBack({ reason }), { ...target, origin }, at);
        const { note, reportingInstance } = event as unknown as Record<string, string>;
        expect(Buffer.byteLength(note ?? '')).toBeLessThanOrEqual(1024);
        expect(Buffer.byteLength(reportingInstance ?? '')).toBeLessThanOrEqual(128);
        expect(reportingInstance).not.toBe('');
      }),
      search(30),
    );
  });
});
