import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { granularity, pods } from '../../src/traffic/service-routers.ts';
import { wording } from '../wording.ts';

describe('pods for a weight without a route', () => {
  it.each([
    [5, 6, 1, 14.3],
    [5, 19, 1, 5],
    [20, 10, 3, 23.1],
    [25, 3, 1, 25],
    [50, 4, 4, 50],
    [80, 6, 6, 50],
    [100, 3, 3, 50],
    [0, 3, 0, 0],
  ])('%s %% of %s pods are %s', (weight, capacity, canary, share) => {
    const found = pods(weight, capacity);
    expect(found.canary).toBe(canary);
    expect(found.share).toBeCloseTo(share, 1);
  });

  it('never take one from the stable side, are at least one, and at most as many as it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 200 }), (weight, capacity) => {
        const { canary, stable, share } = pods(weight, capacity);
        expect(stable).toBe(capacity);
        expect(canary).toBeGreaterThanOrEqual(1);
        expect(canary).toBeLessThanOrEqual(capacity);
        expect(share).toBeCloseTo((100 * canary) / (canary + stable), 9);
      }),
    );
  });

  it('come as near to the weight as possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 50 }), (weight, capacity) => {
        const { share } = pods(weight, capacity);
        for (let canary = 1; canary <= capacity; canary += 1) {
          const other = (100 * canary) / (canary + capacity);
          expect(Math.abs(share - weight)).toBeLessThanOrEqual(Math.abs(other - weight) + 1e-9);
        }
      }),
    );
  });

  it('are reported with their true percentages', () => {
    expect(granularity([5, 25, 80], 3)).toEqual(
      wording('5 %', '25.0 %', '1', '4', '80 %', '50.0 %', '3', '6'),
    );
    expect(granularity([25, 50], 3)).toBeUndefined();
  });
});
