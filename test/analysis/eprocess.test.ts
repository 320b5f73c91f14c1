import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counts,
  type EProcess,
  type EProcessOptions,
  emptyEProcess,
  logEvidence,
  update,
} from '../../src/analysis/eprocess.ts';
import { harmOptions, limitOptions, passOptions, profiles } from '../../src/analysis/margins.ts';

interface Side {
  grid: number[];
  weights: number[];
  rho: number;
  d: number;
  cap: number;
  startMixture: boolean;
  horizon?: number;
}

interface Row {
  xC: number;
  nC: number;
  xB: number;
  nB: number;
  logEHarm: number;
  logEPass: number;
}

const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8')) as {
  cases: { name: string; phi: number; harm: Side; pass: Side; ticks: Row[] }[];
};

const spread = { phi: 1, tau: 0, pods: 1, baselinePods: 1 };
const harm = harmOptions('ratio', spread, 160);
const pass = passOptions(profiles.standard, spread);

it('evidence against which one tick speaks overwhelmingly stays a number', () => {
  const state = update(pass, emptyEProcess(), {
    canaryBad: 25_000,
    canary: 50_000,
    baselineBad: 0,
    baseline: 50_000,
  });
  expect(logEvidence(pass, state)).toBeLessThan(-709);
});

const fold = (options: EProcessOptions, ticks: Counts[], from = emptyEProcess()): EProcess =>
  ticks.reduce((state, tick) => update(options, state, tick), from);

const tickOf = fc
  .record({
    canary: fc.integer({ min: 0, max: 2000 }),
    baseline: fc.integer({ min: 0, max: 5000 }),
    canaryPart: fc.double({ min: 0, max: 1, noNaN: true }),
    baselinePart: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ canary, baseline, canaryPart, baselinePart }) => ({
    canary,
    baseline,
    canaryBad: Math.round(canary * canaryPart ** 4),
    baselineBad: Math.round(baseline * baselinePart ** 4),
  }));
const ticksOf = fc.array(tickOf, { minLength: 1, maxLength: 40 });

describe('the golden numbers', () => {
  it.each(golden.cases)('are met to 1e-9: $name', ({ harm, pass, phi, ticks }) => {
    for (const [side, key] of [
      [harm, 'logEHarm'],
      [pass, 'logEPass'],
    ] as const) {
      const { grid, weights, rho, d, cap, startMixture, horizon } = side;
      const options: EProcessOptions = { grid, weights, ratio: rho, points: d, cap, phi };
      const timed = startMixture ? { ...options, horizon: horizon as number } : options;
      let state = emptyEProcess();
      for (const { xC, nC, xB, nB, [key]: expected } of ticks) {
        state = update(timed, state, { canaryBad: xC, canary: nC, baselineBad: xB, baseline: nB });
        expect(Math.abs(logEvidence(timed, state) - expected)).toBeLessThan(1e-9);
      }
    }
  });
});

describe('the factor of a tick', () => {
  const binomial = (n: number, p: number) => {
    const chances = [(1 - p) ** n];
    for (let k = 1; k <= n; k++)
      chances[k] = (((chances[k - 1] as number) * (n - k + 1)) / k) * (p / (1 - p));
    return chances;
  };
  /** The expectation over every outcome of both tracks. */
  const expectation = (
    options: EProcessOptions,
    sizes: { canary: number; baseline: number },
    shares: [number, number],
  ) => {
    const [ofCanary, ofBaseline] = [binomial(sizes.canary, shares[0]), binomial(sizes.baseline, shares[1])];
    let sum = 0;
    ofCanary.forEach((a, canaryBad) => {
      ofBaseline.forEach((b, baselineBad) => {
        const state = update(options, emptyEProcess(), { ...sizes, canaryBad, baselineBad });
        sum += a * b * Math.exp(logEvidence(options, state));
      });
    });
    return sum;
  };
  const sizes = [
    { canary: 1, baseline: 1 },
    { canary: 5, baseline: 40 },
    { canary: 30, baseline: 10 },
    { canary: 40, baseline: 40 },
  ];
  const shares = [0, 0.001, 0.01, 0.05, 0.2, 0.4];

  it.each(sizes)(
    'is at most 1 on average while the candidate is not worse than allowed: $canary and $baseline',
    size => {
      for (const share of shares) {
        const worst = harm.ratio * share + harm.points;
        for (const part of [0.3, 0.9, 1]) {
          expect(expectation(harm, size, [part * worst, share])).toBeLessThanOrEqual(1 + 1e-12);
        }
      }
    },
  );

  it.each(sizes)(
    'is at most 1 on average while the candidate is at its margin or beyond: $canary and $baseline',
    size => {
      for (const share of shares) {
        const best = pass.ratio * share + pass.points;
        for (const beyond of [1, 1.2, 1.6]) {
          const candidate = Math.min(0.999, beyond * best);
          expect(expectation(pass, size, [candidate, share])).toBeLessThanOrEqual(1 + 1e-12);
        }
      }
    },
  );

  it('is above 1 on average when the candidate is worse, or shown to be good', () => {
    const size = { canary: 40, baseline: 40 };
    expect(expectation(harm, size, [0.4, 0.05])).toBeGreaterThan(1.05);
    expect(expectation(pass, size, [0.05, 0.4])).toBeGreaterThan(1.05);
  });

  it('is at most 1 on average below an absolute limit, whatever the baseline does', () => {
    const limit = limitOptions(0.05, 1, 160);
    expect(expectation(limit, { canary: 40, baseline: 5 }, [0.05, 0.4])).toBeLessThanOrEqual(1 + 1e-12);
    expect(expectation(limit, { canary: 40, baseline: 5 }, [0.2, 0.4])).toBeGreaterThan(1.05);
  });
});

describe('evidence', () => {
  it('continues unchanged after a round trip through JSON', () => {
    fc.assert(
      fc.property(ticksOf, ticksOf, (before, after) => {
        for (const options of [harm, pass]) {
          const half = fold(options, before);
          const restored = JSON.parse(JSON.stringify(half)) as EProcess;
          expect(fold(options, after, restored)).toEqual(fold(options, after, half));
        }
      }),
    );
  });

  it('stays finite for any counts', () => {
    fc.assert(
      fc.property(ticksOf, ticks => {
        for (const options of [harm, pass]) {
          const state = fold(options, ticks);
          expect(state.log.every(Number.isFinite)).toBe(true);
          expect(Number.isFinite(logEvidence(options, state))).toBe(true);
        }
      }),
    );
  });

  it('of being good does not depend on the order of the ticks', () => {
    fc.assert(
      fc.property(ticksOf, ticks => {
        const there = logEvidence(pass, fold(pass, ticks));
        const back = logEvidence(pass, fold(pass, [...ticks].reverse()));
        expect(back).toBeCloseTo(there, 6);
      }),
    );
  });

  it('of harm rises with every bad request of the canary, that of being good falls', () => {
    fc.assert(
      fc.property(ticksOf, tickOf, (ticks, last) => {
        fc.pre(last.canary > last.canaryBad && last.baseline > 0);
        const worse = { ...last, canaryBad: last.canaryBad + 1 };
        const of = (options: EProcessOptions, tick: Counts) =>
          logEvidence(options, fold(options, [...ticks, tick]));
        expect(of(harm, worse)).toBeGreaterThanOrEqual(of(harm, last));
        expect(of(pass, worse)).toBeLessThanOrEqual(of(pass, last));
      }),
    );
  });

  it('is not changed by a tick without requests to one side', () => {
    const state = fold(harm, [{ canaryBad: 3, canary: 75, baselineBad: 10, baseline: 1000 }]);
    expect(update(harm, state, { canaryBad: 0, canary: 0, baselineBad: 4, baseline: 900 })).toBe(state);
    expect(update(harm, state, { canaryBad: 4, canary: 70, baselineBad: 0, baseline: 0 })).toBe(state);
  });

  it('M9: of harm takes at least three ticks, however bad they are', () => {
    const disaster = { canaryBad: 1000, canary: 1000, baselineBad: 0, baseline: 1000 };
    expect(logEvidence(harm, fold(harm, [disaster, disaster]))).toBeLessThan(Math.log(100));
    expect(logEvidence(harm, fold(harm, [disaster, disaster, disaster]))).toBeGreaterThan(Math.log(100));
  });

  it('of harm that begins late is found nearly as fast as harm from the start', () => {
    const equal = { canaryBad: 2, canary: 200, baselineBad: 20, baseline: 2000 };
    const bad = { ...equal, canaryBad: 10 };
    const needed = (quiet: number) => {
      let state = fold(
        harm,
        Array.from({ length: quiet }, () => equal),
      );
      let ticks = 0;
      for (; logEvidence(harm, state) < Math.log(100); ticks++) state = update(harm, state, bad);
      return ticks;
    };
    expect(needed(100)).toBeLessThanOrEqual(needed(0) + 5);
  });

  it('is weaker the more the counts vary', () => {
    const bad = Array.from({ length: 10 }, () => ({
      canaryBad: 4,
      canary: 100,
      baselineBad: 10,
      baseline: 1000,
    }));
    const dispersed = { ...harm, phi: 9 };
    expect(logEvidence(dispersed, fold(dispersed, bad))).toBeLessThan(logEvidence(harm, fold(harm, bad)) / 2);
  });
});
