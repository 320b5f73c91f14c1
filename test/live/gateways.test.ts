import { describe, expect, it } from 'vitest';
import { tolerance } from '../e2e/gateways.ts';

describe('the tolerance of a share', () => {
  it('is half a point at Traefik, which uses round robin', () => {
    expect(tolerance('traefik', 25, 1000)).toBe(0.5);
  });

  it('is four standard deviations at Envoy, which chooses at random', () => {
    expect(tolerance('contour', 50, 1000)).toBeCloseTo(6.32, 2);
    expect(tolerance('contour', 10, 7579)).toBeCloseTo(1.38, 2);
  });

  it('is zero if one version has all traffic', () => {
    expect([tolerance('contour', 0, 1000), tolerance('contour', 100, 1000)]).toEqual([0, 0]);
  });
});
