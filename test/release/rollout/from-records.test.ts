import { describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/config/progressive.ts';
import { routingOf } from '../../../src/release/rollout/from-records.ts';
import type { Snapshot } from '../../../src/release/rollout/informers.ts';
import { environment, rolloutOf } from '../objects.ts';

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
