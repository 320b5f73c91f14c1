import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredRecovery, trendOf } from '../../src/recovery/trend.ts';
import { wording } from '../wording.ts';

const gigabyte = 1e9;
const steady = (...rtos: number[]): MeasuredRecovery[] => rtos.map(rto => ({ rto, bytes: gigabyte }));
const growing = (exponent: number, sizes: readonly number[]): MeasuredRecovery[] =>
  sizes.map(size => ({ rto: 60_000 * size ** exponent, bytes: size * gigabyte }));

describe('the growth of the recovery time with the data', () => {
  it('is estimated, with the size at which the target is reached', () => {
    const { growth, reachesTargetAt } = trendOf(growing(0.8, [1, 2, 3, 4, 5, 6]), 15 * 60_000);
    expect(growth?.exponent).toBeCloseTo(0.8, 9);
    expect(growth?.standardError).toBeCloseTo(0, 6);
    expect((reachesTargetAt ?? 0) / gigabyte).toBeCloseTo(15 ** (1 / 0.8), 6);
  });

  it('is not guessed from few recoveries or from data of one size', () => {
    expect(trendOf(growing(1, [1, 2, 3, 4]), 1e6).growth).toBeUndefined();
    expect(trendOf(growing(1, [1, 1.1, 1.2, 1.3, 1.4]), 1e6).growth).toBeUndefined();
    expect(trendOf([], 1e6)).toEqual({ growth: undefined, reachesTargetAt: undefined, alarm: undefined });
  });

  it('has the standard error of a least-squares line', () => {
    // Logarithms of base 2: x = 0 1 2 3 4, y = 0 2 1 3 4, so the slope is 9/10 and the residuals squared sum to 1.9.
    const history = [1, 4, 2, 8, 16].map((rto, index) => ({ rto, bytes: 2 ** index }));
    const { growth } = trendOf(history, 1e6);
    expect(growth?.exponent).toBeCloseTo(0.9, 9);
    expect(growth?.standardError).toBeCloseTo(Math.sqrt(1.9 / 3 / 10), 9);
  });

  it('does not extrapolate noise', () => {
    const noise = [60, 20, 90, 30, 91].map((rto, index) => ({
      rto: rto * 1000,
      bytes: (index + 1) * gigabyte,
    }));
    const { growth, reachesTargetAt } = trendOf(noise, 1e6);
    expect(growth?.standardError).toBeGreaterThan(0.3);
    expect(reachesTargetAt).toBeUndefined();
    expect(trendOf(growing(-0.5, [1, 2, 3, 4, 5]), 1e6).reachesTargetAt).toBeUndefined();
  });

  it('is the same in any order', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(sizes, list => {
        const history = list.map((size, index) => ({ rto: 1000 + size * index, bytes: size }));
        const [one, other] = [history, history.toReversed()].map(each => trendOf(each, 1e6).growth?.exponent);
        if (one === undefined || other === undefined) expect(one).toBe(other);
        else expect(one).toBeCloseTo(other, 9);
      }),
    );
  });
});

describe('the alarm', () => {
  it('is raised when the last recovery took more than a quarter longer than the median of the five before it', () => {
    expect(trendOf(steady(100_000, 90_000, 300_000, 100_000, 110_000, 126_000), 1e6).alarm).toEqual(
      wording('2m6s', '26 %', '5'),
    );
    expect(trendOf(steady(100, 90, 300, 100, 110, 125), 1e6).alarm).toBeUndefined();
  });

  it('considers no more than five, and waits until there are five', () => {
    expect(trendOf(steady(1, 1, 1, 100, 100, 100, 100, 100, 110), 1e6).alarm).toBeUndefined();
    expect(trendOf(steady(100, 100, 100, 100, 999), 1e6).alarm).toBeUndefined();
  });

  it('says how much the data grew, which may be the reason', () => {
    expect(trendOf(growing(1, [1, 1, 1, 1, 1, 1.5]), 1e6).alarm).toEqual(wording('50 %', '5'));
  });
});
