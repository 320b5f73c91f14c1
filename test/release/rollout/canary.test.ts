import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canaryOf } from '../../../src/release/rollout/workload-writes.ts';
import { needOf } from '../../../src/traffic/router.ts';
import { deployment } from '../objects.ts';

describe('pods that a weight needs', () => {
  it.each([
    [25, 4, 1],
    [25, 5, 2],
    [1, 3, 1],
    [100, 3, 3],
    [0, 3, 0],
    [33, 100, 33],
  ])('%i %% of %i are %i', (weight, capacity, need) => {
    expect(needOf(weight, capacity)).toBe(need);
  });

  it('are never too few for their share, and never one more than that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 500 }), (tenths, capacity) => {
        const share = (tenths / 10) * capacity;
        expect(needOf(tenths / 10, capacity) * 100).toBeGreaterThanOrEqual(share - 1e-6);
        expect(Math.max(1, needOf(tenths / 10, capacity) - 1) * 100).toBeLessThan(
          Math.max(share, 101) + 1e-6,
        );
      }),
    );
  });
});

describe('a canary', () => {
  const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'fence', uid: 'f' };
  const workload = deployment({
    metadata: { name: 'shop', namespace: 'shop', uid: 'deployment', generation: 9 },
  });
  const canary = canaryOf(workload, { app: 'shop', release: 2, token: 7, replicas: 2, owner });

  it('selects only its own pods, which are still the application’s', () => {
    const track = { 'slipway.dev/track': 'canary' };
    expect(canary.spec?.selector).toEqual({ matchLabels: { app: 'shop', ...track } });
    expect(canary.spec?.template.metadata?.labels).toEqual({ app: 'shop', ...track });
    expect(canary.spec?.template.spec).toEqual(workload.spec?.template.spec);
  });

  it('is temporary: the fence owns it, and its annotations name token and release', () => {
    expect(canary.metadata).toMatchObject({
      name: 'shop-canary',
      ownerReferences: [owner],
      annotations: {
        'slipway.dev/token.shop': '7',
        'slipway.dev/release': '2',
      },
    });
    expect(canary.metadata).not.toHaveProperty('uid');
    expect(canary.spec?.replicas).toBe(2);
  });

  it('does not change the workload', () => {
    expect(workload.spec?.selector).toEqual({ matchLabels: { app: 'shop' } });
  });
});
