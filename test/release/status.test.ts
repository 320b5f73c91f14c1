import { describe, expect, it } from 'vitest';
import type { LeaseObject } from '../../src/cluster/objects.ts';
import { liveReleaseOf, statusFrom, statusSentence } from '../../src/release/status.ts';
import type { Phase } from '../../src/release/store/phases.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import type { ReleaseNumber } from '../../src/workloads/naming.ts';
import { wording } from '../wording.ts';
import { release } from './objects.ts';

const now = Date.parse('2026-01-01T00:10:00Z');

const rollout = (phase: Phase, more: Partial<RolloutState> = {}): RolloutState => ({
  schema: 1,
  app: 'shop',
  environment: 'production',
  token: 4,
  run: { run: 'run 1', actor: 'ann' },
  strategy: 'canary',
  phase,
  step: 0,
  weight: 25,
  baseline: 6 as ReleaseNumber,
  candidate: 7 as ReleaseNumber,
  capacity: 3,
  startedAt: now,
  since: now,
  deadline: now,
  ...more,
});

const lease = (holderIdentity: string, secondsAgo = 5): LeaseObject => ({
  metadata: { managedFields: [{ time: new Date(now - secondsAgo * 1000).toISOString() }] },
  spec: { holderIdentity, leaseDurationSeconds: 30 },
});

const paused = { until: now + 60_000, for: 'gate' as const };

describe('the status of a rollout', () => {
  it('is idle when there never was one, and after one that ended', () => {
    expect(statusFrom(undefined, undefined, now)).toEqual({ state: 'idle', phase: 'none' });
    for (const phase of ['done', 'rolled-back'] as const)
      expect(statusFrom(rollout(phase), lease(''), now)).toEqual({ state: 'idle', phase });
  });

  it('engine 12: warns about a post hook of a complete release that has not succeeded', () => {
    const open = { postHook: { by: 'ann in run 1' } };
    const found = statusFrom(rollout('done', open), lease(''), now);
    expect(found).toEqual({ state: 'idle', phase: 'done', postHook: wording('7', 'ann in run 1') });
    expect(statusSentence('shop', { ...found, release: 7 })).toContain(found.postHook);
    expect(statusFrom(rollout('done'), lease(''), now)).not.toHaveProperty('postHook');
    expect(statusFrom(rollout('rolled-back', open), lease(''), now)).not.toHaveProperty('postHook');
  });

  it('is running while a run holds the Lease, also between two rollouts', () => {
    expect(statusFrom(rollout('stepping'), lease('bob in run 2'), now)).toEqual({
      state: 'running',
      phase: 'stepping',
      candidate: 7,
      weight: 25,
      holder: 'bob in run 2',
    });
    expect(statusFrom(rollout('done'), lease('bob in run 2'), now)).toMatchObject({
      state: 'running',
      holder: 'bob in run 2',
    });
  });

  it('is left when the Lease expired or was released before the rollout finished', () => {
    for (const given of [lease('ann in run 1', 60), lease(''), undefined])
      expect(statusFrom(rollout('baking'), given, now)).toMatchObject({
        state: 'interrupted',
        holder: 'ann in run 1',
      });
  });

  it('is waiting until its time, and left after it', () => {
    expect(statusFrom(rollout('prepared', { paused }), lease(''), now)).toMatchObject({
      state: 'paused',
      waitingFor: 'gate',
      until: '2026-01-01T00:11:00.000Z',
    });
    expect(statusFrom(rollout('prepared', { paused }), lease(''), now + 60_001)).toMatchObject({
      state: 'interrupted',
    });
  });

  it.each([
    [{ for: 'approval', planned: true }, true],
    [{ for: 'approval' }, false],
    [{ for: 'resume' }, false],
    [{ for: 'bake' }, undefined],
  ] as const)('says whether slipway.yml planned to wait for a person: %j', (pause, planned) => {
    const found = statusFrom(rollout('baking', { paused: { ...paused, ...pause } }), lease(''), now);
    expect(found).toMatchObject({ state: 'paused', waitingFor: pause.for });
    expect(found.planned).toBe(planned);
  });
});

describe('a rollout that needs action', () => {
  it('says why, until a run continues it', () => {
    const needsAction = { at: now, reason: 'release 6 has no ready pod' };
    expect(statusFrom(rollout('rolling-back', { needsAction }), lease(''), now)).toMatchObject({
      state: 'needs-action',
      reason: 'release 6 has no ready pod',
    });
    expect(statusFrom(rollout('rolling-back', { needsAction }), lease('ann in run 1'), now)).toMatchObject({
      state: 'running',
    });
  });
});

describe('the sentence', () => {
  const say = (phase: Phase, more: Partial<RolloutState>, holder: string) =>
    statusSentence('shop', { ...statusFrom(rollout(phase, more), lease(holder), now), release: 6 });

  it('names the live release, the one that is being rolled out, and what a user can do about it', () => {
    expect(say('done', {}, '')).toEqual(wording('6', 'shop'));
    expect(say('stepping', {}, 'bob in run 2')).toEqual(
      wording('6', 'shop', '7', 'stepping', '25 %', 'bob in run 2'),
    );
    expect(say('prepared', { paused, weight: 0 }, '')).toEqual(wording('6', 'gate'));
    const until = now + 60_000;
    expect(say('baking', { paused: { until, for: 'approval', reason: 'time is over' } }, '')).toEqual(
      wording('6', 'shop', '7', 'baking', '25 %', '2026-01-01 00:11 UTC', 'time is over'),
    );
    expect(
      say('rolling-back', { needsAction: { at: now, reason: 'release 6 has no ready pod' } }, ''),
    ).toEqual(wording('release 6 has no ready pod'));
    expect(say('baking', {}, '')).toEqual(wording('ann', 'run 1'));
    expect(say('rolling-back', {}, '')).toEqual(wording('ann', 'run 1'));
    expect(
      statusSentence('shop', {
        ...statusFrom(rollout('promoting'), lease('bob in run 2'), now),
        release: 7,
        workers: { 'shop-worker': 6, 'shop-mailer': 0 },
      }),
    ).toEqual(wording('7', 'shop-worker', '6', 'shop-mailer', 'promoting', '25 %', 'bob in run 2'));
    expect(statusSentence('shop', statusFrom(undefined, undefined, now))).toEqual(wording('shop'));
  });
});

describe('the live release', () => {
  it('has the images of its record, for a promotion, and whether it was verified', () => {
    const { images } = release(4).record;
    expect(liveReleaseOf(4, [release(5), release(4)])).toEqual({ release: 4, images, verified: false });
    const verified = release(4, { state: 'verified' });
    expect(liveReleaseOf(4, [verified])).toEqual({ release: 4, images, verified: true });
  });

  it('has no images when it was adopted, or has no record', () => {
    expect(liveReleaseOf(0, [release(0, {}, { source: 'observed' })])).toEqual({ release: 0 });
    expect(liveReleaseOf(4, [release(5)])).toEqual({ release: 4 });
  });
});
