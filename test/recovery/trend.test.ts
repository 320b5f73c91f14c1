import { describe, expect, it } from 'vitest';
import { type MeasuredRecovery, slowdownOf } from '../../src/recovery/trend.ts';
import { wording } from '../wording.ts';

const gigabyte = 1e9;
const steady = (...rtos: number[]): MeasuredRecovery[] => rtos.map(rto => ({ rto, bytes: gigabyte }));
const growing = (exponent: number, sizes: readonly number[]): MeasuredRecovery[] =>
  sizes.map(size => ({ rto: 60_000 * size ** exponent, bytes: size * gigabyte }));

describe('the alarm', () => {
  it('is raised when the last recovery took more than a quarter longer than the median of the five before it', () => {
    expect(slowdownOf(steady(100_000, 90_000, 300_000, 100_000, 110_000, 126_000))).toEqual(
      wording('2m6s', '26 %', '5'),
    );
    expect(slowdownOf(steady(100, 90, 300, 100, 110, 125))).toBeUndefined();
  });

  it('considers no more than five, and waits until there are five', () => {
    expect(slowdownOf(steady(1, 1, 1, 100, 100, 100, 100, 100, 110))).toBeUndefined();
    expect(slowdownOf(steady(100, 100, 100, 100, 999))).toBeUndefined();
  });

  it('says how much the data grew, which may be the reason', () => {
    expect(slowdownOf(growing(1, [1, 1, 1, 1, 1, 1.5]))).toEqual(wording('50 %', '5'));
  });
});
