import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../src/analysis/prometheus.ts';
import { compare, harms, perRequest, type SignalComparison } from '../../src/monitoring/comparison.ts';

const latency: SignalComparison['signal'] = {
  ...{ name: 'latency-p95', title: 'Latency', unit: 'seconds', group: 'latency', worse: 'more' },
};
const series = (...values: number[]): Sample[] => values.map((value, index) => [index * 30_000, value]);
const steady = series(...Array.from({ length: 30 }, (_, index) => 0.1 + 0.01 * Math.sin(index)));

describe('a signal before and after a release', () => {
  const { change: changed } = compare(latency, steady, series(0.2, 0.21, 0.2, 0.22, 0.2));

  it('is worse when it moves beyond what it did before', () => {
    expect(changed).toBe('worse');
  });

  it('is the same while it stays within what it did before', () => {
    expect(compare(latency, steady, steady).change).toBe('same');
    // Up by a third, but before it was as high one time in five.
    const bursty = series(...Array.from({ length: 30 }, (_, index) => (index % 5 === 0 ? 0.15 : 0.1)));
    expect(compare(latency, bursty, series(0.14, 0.13, 0.14, 0.14)).change).toBe('same');
  });

  it('is worse when it grows, as a leak does', () => {
    const memory: SignalComparison['signal'] = { ...latency, unit: 'bytes', group: 'saturation' };
    const before = series(...Array.from({ length: 30 }, () => 100 * 2 ** 20));
    const leak = series(...Array.from({ length: 30 }, (_, index) => (80 + 3 * index) * 2 ** 20));
    expect(compare(memory, before, leak).change).toBe('worse');
  });

  it('ignores differences that no user notices', () => {
    expect(
      compare(latency, series(0.001, 0.001, 0.001, 0.001), series(0.004, 0.004, 0.004, 0.004)).change,
    ).toBe('same');
    const errors: SignalComparison['signal'] = { ...latency, unit: 'share', group: 'errors' };
    expect(compare(errors, series(0, 0, 0, 0), series(0.001, 0.001, 0.001, 0.001)).change).toBe('same');
    expect(compare(errors, series(0, 0, 0, 0), series(0.06, 0.06, 0.06, 0.06)).change).toBe('worse');
  });

  it('M9: is not compared with too little data', () => {
    expect(compare(latency, steady, series(9, 9, 9)).change).toBe('no-data');
    expect(compare(latency, [], steady).change).toBe('no-data');
  });

  it('harms users only where it is their experience or runs out', () => {
    const cost: SignalComparison['signal'] = { ...latency, group: 'business' };
    const after = series(9, 9, 9, 9);
    expect(harms(compare(latency, steady, after))).toBe(true);
    expect(harms(compare(cost, steady, after))).toBe(false);
    expect(compare({ ...latency, worse: 'less' }, steady, after).change).toBe('better');
    expect(compare({ ...latency, worse: 'neither' }, steady, after).change).toBe('changed');
  });

  it('is seldom worse by chance', () => {
    // Both spans from the same noise: a change must be rare. Seeded, so that the test is the same each time.
    let [state, wrong] = [7, 0];
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const noise = () => series(...Array.from({ length: 60 }, () => 0.1 * (0.7 + 0.6 * random())));
    for (let round = 0; round < 1000; round += 1) if (harms(compare(latency, noise(), noise()))) wrong += 1;
    expect(wrong).toBeLessThanOrEqual(5);
  });

  it('is compared per request, so that more traffic is no change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 50 }),
        rates => {
          const traffic = series(...rates);
          const cpu = series(...rates.map(rate => rate * 0.002));
          for (const [, value] of perRequest(cpu, traffic)) expect(value).toBeCloseTo(0.002, 10);
        },
      ),
    );
    expect(perRequest(series(1, 2), series(0, 4))).toEqual([[30_000, 0.5]]);
  });
});
