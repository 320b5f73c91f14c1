import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoopback } from './loopback.ts';

/** What `verify` finds out about the good application, which runs on this machine, and about each of its defects. */

let loopback: ReturnType<typeof createLoopback>;
beforeAll(() => {
  loopback = createLoopback();
});
afterAll(() => loopback.remove());
// The application logs each request.
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());

describe('the good application', () => {
  it('is accepted', async () => {
    const all = await loopback.verified();
    expect(all.filter(({ status }) => status === 'not-met').map(({ id, what }) => `${id}: ${what}`)).toEqual(
      [],
    );
    console.error(
      all
        .filter(({ status }) => status !== 'met')
        .map(({ id, rule, status, what }) => `${id} ${rule} ${status}: ${what}`),
    );
  });
});
