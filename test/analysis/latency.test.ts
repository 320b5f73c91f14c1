import { describe, expect, it } from 'vitest';
import { boundariesOf } from '../../src/analysis/latency.ts';

const pastOf = (exceeded: Record<number, number>) => ({
  boundaries: Object.keys(exceeded)
    .map(Number)
    .sort((a, b) => a - b),
  ticks: [
    [
      {
        pod: 'a',
        total: 100_000,
        bad: Object.entries(exceeded)
          .sort(([a], [b]) => Number(a) - Number(b))
          .map(([, share]) => share * 100_000),
      },
    ],
  ],
});
const shop = pastOf({ 0.01: 0.999, 0.05: 0.8, 0.1: 0.35, 0.25: 0.03, 0.5: 0.002, 1: 0.0001, 5: 0 });
const seconds = (list: { seconds?: number }[]) => list.map(each => each.seconds);

describe('the boundaries of a histogram', () => {
  it('are those that 0.1 to 50 % of the requests exceeded', () => {
    expect(seconds(boundariesOf(shop, undefined))).toEqual([0.1, 0.25, 0.5]);
  });

  it('must be shown to be good where at most 6 % exceeded them', () => {
    expect(seconds(boundariesOf(shop, undefined).filter(each => each.required))).toEqual([0.25, 0.5]);
  });

  it('are those in slipway.yml, however many requests exceeded them before', () => {
    const list = boundariesOf(shop, [0.05, 5]);
    expect(seconds(list)).toEqual([0.05, 5]);
    expect(list.map(each => each.required)).toEqual([true, true]);
    expect(list.map(each => each.share)).toEqual([0.8, 0]);
    expect(seconds(boundariesOf({ boundaries: [], ticks: [] }, [1]))).toEqual([1]);
  });

  it('are the nearest one where none is informative', () => {
    expect(seconds(boundariesOf(pastOf({ 0.1: 0, 1: 0 }), undefined))).toEqual([0.1]);
    expect(seconds(boundariesOf(pastOf({ 0.1: 1, 1: 0.9 }), undefined))).toEqual([1]);
  });

  it('always include one that must be shown to be good', () => {
    for (const past of [pastOf({ 0.1: 0.4, 1: 0.2 }), pastOf({ 0.1: 0 }), pastOf({ 1: 0.9 }), shop]) {
      expect(boundariesOf(past, undefined).some(each => each.required)).toBe(true);
    }
  });

  it('cannot be chosen without data', () => {
    expect(boundariesOf({ boundaries: [0.1, 1], ticks: [] }, undefined)).toEqual([]);
  });
});
