import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrillPhase, divide, drillPhases, type PhaseTime } from '../../src/recovery/phases.ts';
import { wording } from '../wording.ts';

const timeOf = (phase: DrillPhase, from: number, to: number): PhaseTime => ({ phase, from, to });
const outage = { from: 1000, to: 10_000 };
const named = (phaseTimes: readonly PhaseTime[], assumed?: number) =>
  Object.fromEntries(divide(outage, phaseTimes, assumed).parts.map(({ name, took }) => [name, took]));

describe('the recovery time', () => {
  it('is divided into its phases', () => {
    const phaseTimes = [
      timeOf('inject', 1000, 1200),
      timeOf('detect', 1200, 3000),
      timeOf('restore', 3000, 10_000),
    ];
    expect(divide(outage, phaseTimes)).toEqual({
      parts: [
        { name: 'inject', kind: 'phase', took: 200 },
        { name: 'detect', kind: 'phase', took: 1800 },
        { name: 'restore', kind: 'phase', took: 7000 },
      ],
      total: 9000,
    });
  });

  it('names times without a phase', () => {
    expect(named([timeOf('decide', 1500, 2000), timeOf('restore', 2500, 9000)])).toEqual({
      'before decide': 500,
      decide: 500,
      'between decide and restore': 500,
      restore: 6500,
      'after restore': 1000,
    });
    expect(named([])).toEqual({ 'all of it': 9000 });
  });

  it('has the assumed detection and the wait for a runner as separate parts', () => {
    const phaseTimes = [
      timeOf('inject', 1000, 1100),
      timeOf('queue', 1100, 4000),
      timeOf('restore', 4000, 6000),
      timeOf('queue', 6000, 7000),
      timeOf('start', 7000, 10_000),
    ];
    expect(divide(outage, phaseTimes, 60_000)).toEqual({
      parts: [
        { name: wording(), kind: 'assumed', took: 60_000 },
        { name: 'inject', kind: 'phase', took: 100 },
        { name: 'queue', kind: 'phase', took: 2900 },
        { name: 'restore', kind: 'phase', took: 2000 },
        { name: 'queue', kind: 'phase', took: 1000 },
        { name: 'start', kind: 'phase', took: 3000 },
      ],
      total: 69_000,
    });
  });

  it('excludes times before it began and after it was over', () => {
    expect(
      named([timeOf('inject', 500, 1100), timeOf('start', 1100, 9500), timeOf('verify', 9500, 60_000)]),
    ).toEqual({
      inject: 100,
      start: 8400,
      verify: 500,
    });
    expect(named([timeOf('start', 1000, 10_000), timeOf('verify', 20_000, 60_000)])).toEqual({ start: 9000 });
  });
});

describe('phase times', () => {
  it.each([
    ['run backwards', [timeOf('restore', 3000, 2000)], ['restore']],
    ['overlap', [timeOf('restore', 1000, 3000), timeOf('start', 2999, 4000)], ['start', 'restore']],
    [
      'are in the wrong order',
      [timeOf('start', 1000, 2000), timeOf('restore', 2000, 3000)],
      ['restore', 'start'],
    ],
    ['repeat a phase', [timeOf('start', 1000, 2000), timeOf('start', 2000, 3000)], ['start']],
    [
      'hide disorder behind a wait',
      [timeOf('start', 1000, 2000), timeOf('queue', 2000, 2500), timeOf('decide', 2500, 3000)],
      ['decide', 'start'],
    ],
  ])('are refused when they %s', (_, phaseTimes, facts) => {
    expect(() => divide(outage, phaseTimes)).toThrow(wording(...facts));
  });

  it('are refused without an outage', () => {
    expect(() => divide({ from: 2, to: 1 }, [])).toThrow(RangeError);
    expect(() => divide({ from: 1, to: 2 }, [], -1)).toThrow(RangeError);
  });

  it('always give parts that sum to the total', () => {
    const cases = fc.record({
      subset: fc.subarray([...drillPhases]),
      times: fc.array(fc.nat(5000), { minLength: 18, maxLength: 18 }),
      from: fc.nat(20_000),
      lasts: fc.nat(20_000),
      assumed: fc.nat(5000),
    });
    fc.assert(
      fc.property(cases, ({ subset, times, from, lasts, assumed }) => {
        let clock = 0;
        const next = (index: number) => {
          clock += times[index] ?? 0;
          return clock;
        };
        const phaseTimes = subset.map((phase, index) => timeOf(phase, next(2 * index), next(2 * index + 1)));
        const { parts, total } = divide({ from, to: from + lasts }, phaseTimes, assumed);
        expect(parts.reduce((sum, { took }) => sum + took, 0)).toBe(total);
        expect(total).toBe(lasts + assumed);
        expect(parts.every(({ took }) => took > 0)).toBe(true);
      }),
    );
  });
});
