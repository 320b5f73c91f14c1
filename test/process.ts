import { afterAll, expect, vi } from 'vitest';

/** State that test files in one process share. Each file must restore it. */
const shared = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  exitCode: process.exitCode,
  clock: vi.isFakeTimers() ? 'fake' : 'real',
});

const found = shared();
const { env } = process;
// Registered before the hooks of the test file, so it runs after them.
afterAll(() => {
  expect(shared()).toEqual(found);
  expect(process.env).toBe(env);
});
