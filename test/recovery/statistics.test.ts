import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundText, missBound } from '../../src/recovery/statistics.ts';
import { wording } from '../wording.ts';

describe('the probability of missing the target that drills do not rule out', () => {
  // From the binomial distribution by exact sums, to a bisection of 200 steps.
  it.each([
    [12, 0, 0.2209221919455559],
    [59, 0, 0.049507609888226944],
    [12, 1, 0.33868066843403255],
    [20, 1, 0.2161061642068473],
    [20, 3, 0.34366380431428184],
    [100, 5, 0.10225337764327452],
    [5, 4, 0.9897937816869885],
    [1000, 10, 0.016903175120562445],
  ])('after %i drills with %i failures is that of Clopper and Pearson', (drills, failures, bound) => {
    expect(missBound(drills, failures)).toBeCloseTo(bound, 7);
  });

  it('is one when all failed, and when there was none: nothing is shown', () => {
    expect(missBound(0)).toBe(1);
    expect(missBound(4, 4)).toBe(1);
  });

  it('falls with every green drill and rises with every failure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(300), (drills, some) => {
        const failures = some % drills;
        expect(missBound(drills + 1, failures)).toBeLessThan(missBound(drills, failures));
        expect(missBound(drills, failures + 1)).toBeGreaterThan(missBound(drills, failures));
        expect(missBound(drills, failures)).toBeGreaterThan(failures / drills);
      }),
    );
  });

  it('holds for thousands of drills, whose single terms are too small for a number', () => {
    expect(missBound(20_000, 10_000)).toBeCloseTo(0.50582, 3);
  });

  it.each([
    [1.5, 0],
    [3, 4],
    [3, -1],
  ])('is refused for %d drills with %d failures', (drills, failures) => {
    expect(() => missBound(drills, failures)).toThrow(RangeError);
    expect(() => missBound(3, 0, 1)).toThrow(RangeError);
  });

  it('is described in a sentence that never claims more than is shown', () => {
    expect(boundText(12)).toEqual(wording('12', '22.1 %', '95 %'));
    expect(boundText(2, 1)).toEqual(wording('1', '2', '97.5 %'));
    expect(boundText(0)).toEqual(wording());
  });
});
