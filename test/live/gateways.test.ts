import { describe, expect, it } from 'vitest';
import { tolerance } from '../e2e/gateways.ts';

describe('the points by which a share may miss its weight', () => {
  it('are half a one at Traefik, which takes versions in turn', () => {
    expect(tolerance('traefik', 25, 1000)).toBe(0.5);
  });

  it('are four standard deviations at Envoy, which draws them', () => {
    expect(tolerance('contour', 50, 1000)).toBeCloseTo(6.32, 2);
    expect(tolerance('contour', 10, 7579)).toBeCloseTo(1.38, 2);
  });

  it('are none where one version has all', () => {
    expect([tolerance('contour', 0, 1000), tolerance('contour', 100, 1000)]).toEqual([0, 0]);
  });
});
