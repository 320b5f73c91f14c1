import { describe, expect, it } from 'vitest';
import { dispersionOf } from '../../src/analysis/dispersion.ts';
import { medianOfChiSquare, spreadOf } from '../../src/analysis/spread.ts';
import { Random } from './simulation/random.ts';
import type { Scenario } from './simulation/scenarios.ts';
import { World } from './simulation/world.ts';

const scenario = (more: Partial<Scenario>): Scenario => ({
  name: 'test',
  truth: 'equal',
  traffic: 100,
  baseline: 0.01,
  candidate: () => 0.01,
  ...more,
});
const hours = (more: Partial<Scenario>, count = 40) =>
  Array.from({ length: count }, (_, seed) => ({
    boundaries: [],
    ticks: new World(scenario(more), new Random(seed + 1)).history(),
  }));
const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const dispersions = (more: Partial<Scenario>) => hours(more).map(hour => dispersionOf(hour, 0));
const spreads = (more: Partial<Scenario>, phi = 1) =>
  hours(more).map(hour => spreadOf(hour, 0, phi) as number);

describe('dispersion', () => {
  it('is 1 when requests fail independently', () => {
    expect(median(dispersions({}))).toBeLessThan(1.1);
  });

  it('is 9 for clusters of errors with a mean size of 5', () => {
    expect(median(dispersions({ clusters: 5 }))).toBeGreaterThan(7);
    expect(median(dispersions({ clusters: 5 }))).toBeLessThan(11);
  });

  it('is not raised by common effects on all pods, nor by constant differences between them', () => {
    expect(median(dispersions({ noise: 0.5 }))).toBeLessThan(1.1);
    expect(median(dispersions({ incidents: 3 }))).toBeLessThan(1.1);
    expect(median(dispersions({ spread: 0.5 }))).toBeLessThan(1.1);
  });

  it('is 1 with too few bad requests, or with only one pod', () => {
    const quiet = {
      boundaries: [],
      ticks: [
        [
          { pod: 'a', total: 50, bad: [9] },
          { pod: 'b', total: 50, bad: [0] },
        ],
      ],
    };
    expect(dispersionOf(quiet, 0)).toBe(1);
    const alone = {
      boundaries: [],
      ticks: Array.from({ length: 99 }, (_, i) => [{ pod: 'a', total: 50, bad: [i % 5] }]),
    };
    expect(dispersionOf(alone, 0)).toBe(1);
  });
});

describe('the spread between pods', () => {
  it('is 0 where pods are equal, in nine of ten cases', () => {
    expect(spreads({}).filter(spread => spread > 0).length).toBeLessThan(10);
  });

  it.each([0.3, 0.5])('is found where pods differ by %f', spread => {
    const found = median(spreads({ spread }));
    expect(found).toBeGreaterThan(spread * 0.8);
    expect(found).toBeLessThan(spread * 1.25);
  });

  it('does not include clusters of errors', () => {
    expect(median(spreads({ clusters: 5 }, 9))).toBe(0);
  });

  it('is unknown with one pod, or with a pod of fewer than five bad requests', () => {
    const one = { boundaries: [], ticks: [[{ pod: 'a', total: 5000, bad: [50] }]] };
    expect(spreadOf(one, 0, 1)).toBeUndefined();
    const few = {
      boundaries: [],
      ticks: [
        [
          { pod: 'a', total: 5000, bad: [50] },
          { pod: 'b', total: 5000, bad: [4] },
        ],
      ],
    };
    expect(spreadOf(few, 0, 1)).toBeUndefined();
  });

  it('uses the correct median of chi-square', () => {
    expect(medianOfChiSquare(1)).toBeCloseTo(0.4549, 4);
    expect(medianOfChiSquare(7)).toBeCloseTo(6.3458, 1);
    expect(medianOfChiSquare(50)).toBeCloseTo(49.335, 2);
  });
});
