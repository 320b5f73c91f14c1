import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../src/analysis/interval.ts';
import { Random } from './simulation/random.ts';

function ticks(canaryShare: number, baselineShare: number, count: number, seed: number) {
  const random = new Random(seed);
  return Array.from({ length: count }, () => ({
    canaryBad: random.poisson(375 * canaryShare),
    canary: 375,
    baselineBad: random.poisson(1125 * baselineShare),
    baseline: 1125,
  }));
}

describe('the interval of the rate ratio', () => {
  it('contains the true ratio', () => {
    const missed = Array.from({ length: 60 }, (_, seed) => rateRatio(ticks(0.02, 0.01, 60, seed))).filter(
      ({ low, high }) => low > 2 || (high ?? Number.POSITIVE_INFINITY) < 2,
    );
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  it('contains its estimate and becomes narrower', () => {
    const all = ticks(0.05, 0.01, 120, 7);
    const [early, late] = [rateRatio(all.slice(0, 20)), rateRatio(all)];
    for (const { low, estimate, high } of [early, late]) {
      expect(low).toBeLessThan(estimate as number);
      expect(high).toBeGreaterThan(estimate as number);
    }
    expect((late.high as number) / late.low).toBeLessThan((early.high as number) / early.low);
    expect(late.low).toBeGreaterThan(2);
  });

  it('is open without data', () => {
    expect(rateRatio([])).toEqual({ low: 0 });
    expect(rateRatio(ticks(0, 0, 20, 1)).high).toBeUndefined();
  });
});
