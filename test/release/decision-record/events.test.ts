import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Announcement,
  type EventTarget,
  eventOf,
} from '../../../src/release/decision-record/event-recorder.ts';
import { anyText } from '../../report/texts.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';

const target: EventTarget = {
  namespace: 'shop',
  kind: 'Deployment',
  name: 'shop',
  uid: '1-2',
  app: 'shop',
  instance: 'run 4711 of acme/shop',
  token: 57,
};
const at = Date.UTC(2026, 2, 14, 2, 41, 0, 5);
const noteOf = (announcement: Announcement) =>
  (eventOf(announcement, target, at) as unknown as { note: string }).note;

describe('an Event on the workload', () => {
  it('has the fields that events.k8s.io requires', () => {
    expect(eventOf({ kind: 'weight', release: 42, weight: 25 }, target, at)).toEqual({
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

  it.each<[Announcement, string, string]>([
    [
      { kind: 'started', release: 42, baseline: 41, strategy: 'canary' },
      'Normal',
      wording('42', '41', 'canary'),
    ],
    [{ kind: 'started', release: 1, strategy: 'rolling' }, 'Normal', wording('1', 'rolling')],
    [
      { kind: 'verdict', release: 42, verdict: 'pass', reason: 'good' },
      'Normal',
      wording('pass', '42', 'good'),
    ],
    [
      { kind: 'verdict', release: 42, verdict: 'no-data', reason: 'idle' },
      'Warning',
      wording('no-data', '42', 'idle'),
    ],
    [
      { kind: 'rolled-back', release: 42, serves: 41, reason: 'errors' },
      'Warning',
      wording('42', '41', 'errors'),
    ],
    [{ kind: 'rolled-back', release: 1, reason: 'errors' }, 'Warning', wording('1', 'errors')],
    [{ kind: 'complete', release: 42 }, 'Normal', wording('42')],
  ])('describes %o', (announcement, type, note) => {
    expect(eventOf(announcement, target, at)).toMatchObject({ type, note });
  });

  it('has the same name when it is written again, and another for anything else', () => {
    const name = (announcement: Announcement, token = 57) =>
      eventOf(announcement, { ...target, token }, at).metadata?.name;
    const said: Announcement = { kind: 'weight', release: 42, weight: 25 };
    expect(name(said)).toBe(name({ ...said }));
    expect(new Set([name(said), name({ ...said, weight: 50 }), name(said, 58)]).size).toBe(3);
  });

  it('keeps within the limits of the API, whatever the reason', () => {
    fc.assert(
      fc.property(anyText(1500), reason => {
        const note = noteOf({ kind: 'rolled-back', release: 42, reason });
        expect(Buffer.byteLength(note)).toBeLessThanOrEqual(1024);
        const long = eventOf({ kind: 'complete', release: 1 }, { ...target, instance: reason }, at);
        const { reportingInstance } = long as unknown as { reportingInstance: string };
        expect(Buffer.byteLength(reportingInstance)).toBeLessThanOrEqual(128);
        expect(reportingInstance).not.toBe('');
      }),
      search(30),
    );
  });
});
