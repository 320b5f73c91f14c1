import { describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/config/progressive.ts';
import { routingOf, specOf } from '../../../src/release/rollout/from-records.ts';
import type { Snapshot } from '../../../src/release/rollout/informers.ts';
import { deployment, environment, release, rolloutOf } from '../objects.ts';

const hour = 60 * 60_000;
const now = Date.parse('2026-01-01');
const lifetimeOf = (strategy: object): number => {
  const rollout = rolloutOf({ deadline: now + hour });
  const { watchdog } = routingOf(
    environment({ strategy: strategySchema.parse(strategy), service: 'shop' }),
    rollout,
    { app: 'shop' },
    7,
    7,
  );
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'fence', uid: 'fence' };
  const job = watchdog?.job({ now, routes: [], services: [] } as unknown as Snapshot, owner);
  return (job?.spec?.activeDeadlineSeconds ?? 0) * 1000;
};

describe('the watchdog of a rollout', () => {
  const kept = { image: 'registry.example.com/kubectl:1' };

  it('lives until its canary may have been promoted or rolled back', () => {
    expect(lifetimeOf({ canary: { watchdog: kept } })).toBeGreaterThanOrEqual(hour);
  });

  it('lives while blue-green keeps the baseline', () => {
    const short = lifetimeOf({ 'blue-green': { watchdog: kept, watch: '1m' } });
    expect(lifetimeOf({ 'blue-green': { watchdog: kept, watch: '12h' } }) - short).toBe(12 * hour - 60_000);
  });
});

describe('the time for a baseline that a rollback restored', () => {
  const own = environment({ strategy: strategySchema.parse({ rolling: { deadline: '10m' } }) });
  const timeOf = (changes: Parameters<typeof rolloutOf>[0]): number => {
    const rollout = rolloutOf({ strategy: 'rolling', startedAt: now, ...changes });
    const { candidate, ...none } = { candidate: deployment(), workers: [], baseline: release(1) };
    const found = { record: release(2), environment: own, candidate, ...none };
    const asked = { token: 7, goal: 'done', foundPause: undefined, rollback: undefined } as const;
    return specOf(found, rollout, asked).deadlineMs;
  };

  it('is the deadline that the release was recorded with, however long it was paused', () => {
    expect(timeOf({ deadline: now + 12 * hour })).toBe(10 * 60_000);
  });

  it('is what its run had left, in a rollback to a release', () => {
    expect(timeOf({ deadline: now + 90_000, restoresRelease: true })).toBe(90_000);
  });
});
