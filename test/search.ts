/**
 * How widely the tests search. `SLIPWAY_TEST_RUNS=all`, as in `scripts/test --all`, tries every example that a test names; else it is a
 * fifth of them, and at least twenty, which finds what is wrong often. `SLIPWAY_TEST_SEED` finds the same again: a failure names it.
 */
export const thorough = process.env.SLIPWAY_TEST_RUNS === 'all';

const seed = process.env.SLIPWAY_TEST_SEED;

const share = thorough ? 1 : 5;

/** What fast-check is told of a search that tries so many examples when it is thorough. */
export const search = (runs: number) => ({
  numRuns: Math.min(runs, Math.max(20, Math.ceil(runs / share))),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});

/** How often such a search must meet what a thorough one meets so often, for else it shows nothing. */
export const atLeast = (times: number) => Math.floor(times / share);
