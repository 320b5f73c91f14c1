import { defineConfig } from 'vitest/config';

/** `unit` runs in seconds and needs nothing; `e2e` needs a running lab and its environment (`scripts/lab exec`). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'examples/shop/test/*.test.ts'],
          exclude: ['test/e2e/**'],
          // GitHub's own packages import JSON without saying so, which Node refuses and the bundler of tests does not.
          server: { deps: { inline: [/@actions\/(workflow-parser|languageservice|expressions)/] } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
