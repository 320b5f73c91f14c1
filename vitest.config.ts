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

/**
 * `unit` runs in seconds and needs nothing; `e2e`, `recovery` and `alone` need a running lab and its environment (`scripts/lab exec`), the
 * latter two one with stores and a database image, `simulated` a simulated one. A file of `e2e` or `recovery` keeps to namespaces of its
 * own, because others run beside it; what breaks or counts something that all of the lab shares is in `alone`.
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
          // Searches by many examples take seconds of a processor, and it may have others to serve.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // GitHub's own packages import JSON without saying so, which Node refuses and the bundler of tests does not.
          server: { deps: { inline: [github] } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'recovery',
          include: ['test/e2e/recovery/*.test.ts'],
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'alone',
          include: ['test/e2e/alone/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'simulated',
          include: ['test/simulated/lab.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      // A sample of `scripts/bench matrix`.
      {
        test: {
          name: 'matrix',
          include: ['test/simulated/matrix.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
