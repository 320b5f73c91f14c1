/**
 * The number of examples in property-based tests. `SLIPWAY_TEST_RUNS=all`, as in `scripts/test --all`, runs all that a test requests; otherwise a
 * fifth, but at least twenty, which finds frequent defects. `SLIPWAY_TEST_SEED` reproduces a failure; its message contains the seed. `scripts/test` takes it from the commit, and `--all` draws a new one.
 */
export const thorough = process.env.SLIPWAY_TEST_RUNS === 'all';

const seed = process.env.SLIPWAY_TEST_SEED;

const share = thorough ? 1 : 5;

/** Parameters of fast-check; `runs` is the number of examples of a thorough search. */
export const search = (runs: number) => ({
  numRuns: Math.min(runs, Math.max(20, Math.ceil(runs / share))),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
});

/** How often a search must hit a case that a thorough one hits `times` times; with fewer hits it proves nothing. */
export const atLeast = (times: number) => Math.floor(times / share);
