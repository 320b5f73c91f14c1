import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { appSeeds } from '../e2e/conformance/app-seeds.ts';
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
    expect(all.filter(({ status }) => status === 'unknown')).toEqual([]);
    const met = new Set(all.filter(({ status }) => status === 'met').map(({ id }) => id));
    for (const id of ['A1', 'H2', 'K6', 'P10', 'S1', 'S2', 'S3', 'S4', 'S7', 'S8'])
      expect(met, id).toContain(id);
  });
});

describe('a shortfall of the running application', () => {
  it.each(appSeeds.map(each => [each.name, each] as const))('is found: %s', async (_, { ids, differs }) => {
    const all = await loopback.verified(differs);
    const short = all.filter(({ status }) => status === 'not-met');
    const said = short.map(({ id, rule, what }) => `${id} ${rule}: ${what}`).join('\n');
    expect([...new Set(short.map(({ id }) => id))].sort(), said).toEqual([...ids].sort());
  });
});
