import { describe, expect, it } from 'vitest';
import { isHigh } from './simulation/mann-whitney.ts';
import { ours } from './simulation/ours.ts';
import { cellOf } from './simulation/outcome.ts';
import { peers } from './simulation/peers.ts';
import { Random } from './simulation/random.ts';
import { scenarios } from './simulation/scenarios.ts';

const scenario = (name: string) => {
  const found = scenarios.find(each => each.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
};
const seeds = (count: number) => Array.from({ length: count }, (_, i) => 1 + i * 7919);
const times = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('the benchmark', () => {
  it('judges like the other tools in the cases that their users published', () => {
    // spinnaker/spinnaker#6278: seven of ten points a hundred times as high pass, eight do not.
    expect(isHigh([...times(7, 100), ...times(3, 1)], times(10, 1))).toBe(false);
    expect(isHigh([...times(8, 100), ...times(2, 1)], times(10, 1))).toBe(true);
    // spinnaker/kayenta#426.
    expect(isHigh([0, 1, 2, 1, 0, 0], times(6, 0))).toBe(false);
  });

  it('simulates worlds in which other tools find what they can find', () => {
    const gross = scenario('1 → 50 %, 1/s');
    for (const judge of Object.values(peers)) expect(cellOf(judge, gross, seeds(5)).promoted).toBe(0);
    const [argo] = Object.values(peers);
    expect(cellOf(argo as (typeof peers)[string], scenario('1 → 2 %, 100/s'), seeds(5)).promoted).toBe(5);
  });

  it('has fifteen bad scenarios, over which excess errors are summed', () => {
    expect(scenarios.filter(({ summed }) => summed).length).toBe(15);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it('draws counts with the mean and the variance of a Poisson distribution', () => {
    const random = new Random(7);
    for (const mean of [0.7, 12, 90]) {
      const drawn = Array.from({ length: 20_000 }, () => random.poisson(mean));
      const average = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
      const variance = drawn.reduce((sum, each) => sum + (each - average) ** 2, 0) / drawn.length;
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.04);
      expect(Math.abs(variance / mean - 1)).toBeLessThan(0.06);
    }
  });

  it('engine 9: waits for weights that a slow gateway applies late, and counts from there', {
    timeout: 60_000,
  }, () => {
    for (const name of ['equal, 1 %, 100/s, weights 30 s late', 'equal, 0.1 %, 100/s, weights 90 s late'])
      expect(cellOf(ours, scenario(name), seeds(8)), name).toMatchObject({ promoted: 8, rolledBack: 0 });
    for (const name of ['1 → 5 %, 100/s, weights 30 s late', '0.1 → 1 %, 100/s, weights 90 s late'])
      expect(cellOf(ours, scenario(name), seeds(8)), name).toMatchObject({ promoted: 0, rolledBack: 8 });
  });

  it('is won in a few rollouts of each kind', { timeout: 60_000 }, () => {
    const good = cellOf(ours, scenario('equal, 1 %, 100/s'), seeds(10));
    expect(good.rolledBack).toBe(0);
    expect(good.promoted).toBeGreaterThanOrEqual(8);
    for (const name of ['0.1 → 1 %, 100/s', '1 → 5 %, 100/s', '50 % slower, 10/s']) {
      expect(cellOf(ours, scenario(name), seeds(8)), name).toMatchObject({ promoted: 0, rolledBack: 8 });
    }
  });
});
