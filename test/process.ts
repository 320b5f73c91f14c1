import { afterAll, expect, vi } from 'vitest';

/** What test files share, for many run in one process: each leaves it as it found it. */
const shared = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  exitCode: process.exitCode,
  clock: vi.isFakeTimers() ? 'fake' : 'real',
});

const found = shared();
const { env } = process;
// Registered before all of the file's own, so that it runs after them.
afterAll(() => {
  expect(shared()).toEqual(found);
  expect(process.env).toBe(env);
});
