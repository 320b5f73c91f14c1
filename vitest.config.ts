import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/e2e/longest-first.ts';

const tests = join(import.meta.dirname, 'test');

const github = /@actions\/(workflow-parser|languageservice|expressions)/;

/** Their source maps lead to sources that the packages do not hold, and each would be a warning. */
const withoutSourceMaps = {
  name: 'without-source-maps',
  enforce: 'pre' as const,
  load: (id: string) =>
    github.test(id) && id.endsWith('.js')
      ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : undefined,
};

/** What all end-to-end tests have: each waits for a cluster that may be slow. */
const onLab = { testTimeout: 240_000, hookTimeout: 240_000 };

/**
 * `unit` needs nothing; `golden`, `e2e`, `recovery`, `alone` and `conformance` need a running lab and its environment (`scripts/lab exec`), `simulated` and
 * `matrix` a simulated one. A file of `golden`, `e2e` or `recovery` keeps to namespaces of its own, because others run beside it; what breaks
 * or counts something that all of the lab shares is in `alone`. Which of them run when: CONTRIBUTING.md.
 */
export default defineConfig({
  test: {
    // Snapshots are the sentences of the product: only `vitest -u` writes them, and one that is missing or not used any more is a failure.
    update: 'none',
    resolveSnapshotPath: (test, extension) =>
      test.replace(`${tests}/`, `${tests}/sentences/`).replace(/\.test\.ts$/, extension),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [withoutSourceMaps],
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/simulated/**'],
          // What a run asks again and again it asks sooner here.
          env: {
            // Remedies name the workflows of GitHub, as most users see them, wherever the tests run.
            GITHUB_RUN_ID: '7',
            GITHUB_REPOSITORY: 'acme/shop',
            SLIPWAY_TIMING: JSON.stringify({
              leaseRetry: 20,
              jobPoll: 20,
              apiRetry: 20,
              writeRetry: 300,
            }),
          },
          // Files share a process, and modules that one of them has loaded: `test/process.ts` holds that none leaves traces.
          isolate: false,
          setupFiles: ['test/e2e/shorter-preload.ts', 'test/process.ts'],
          // Vitest leaves a core free, which on two cores is half of them.
          maxWorkers: '100%',
          // Searches by many examples take seconds of a processor, and it may have others to serve.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // GitHub's own packages import JSON without saying so, which Node refuses and the bundler of tests does not.
          server: { deps: { inline: [github] } },
        },
      },
      {
        test: {
          ...onLab,
          name: 'golden',
          include: ['test/e2e/golden/*.test.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...onLab,
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...onLab,
          name: 'recovery',
          include: ['test/e2e/recovery/*.test.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...onLab,
          name: 'alone',
          include: ['test/e2e/alone/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
      // It takes hours, so only its path runs it: docs/lab.md.
      {
        test: {
          ...onLab,
          name: 'conformance',
          include: ['test/e2e/conformance/*.test.ts'],
          maxWorkers: 1,
        },
      },
      {
        test: {
          ...onLab,
          name: 'simulated',
          include: ['test/simulated/*.test.ts'],
          exclude: ['test/simulated/matrix.test.ts'],
          fileParallelism: false,
        },
      },
      // A sample of `scripts/bench matrix`.
      {
        test: {
          ...onLab,
          name: 'matrix',
          include: ['test/simulated/matrix.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
