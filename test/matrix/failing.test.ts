import { describe, expect, it } from 'vitest';
import { faultsOf } from './failing.ts';

const ran = (more: Partial<Parameters<typeof faultsOf>[0]>): Parameters<typeof faultsOf>[0] => ({
  code: 1,
  signal: null,
  outputs: { reason: 'cannot change shop: the API server answered 503 ServiceUnavailable: away' },
  said: ['slipway: cannot change shop'],
  writes: [],
  seconds: 30,
  ...more,
});

describe('a run whose writes failed', () => {
  it('is right if it ends in time with a reason that contains the failure', () => {
    expect(faultsOf(ran({}), '503', 60)).toEqual([]);
    expect(faultsOf(ran({ code: 0, outputs: {} }), 'hang', 60)).toEqual([]);
  });

  it.each([
    ['it does not end', { code: null, signal: 'SIGKILL' as const }, 'ended by SIGKILL'],
    ['it ends late', { seconds: 121 }, 'took 121 s'],
    ['it shows a stack trace', { said: ['Error: x', '    at drive (file:///a.js:1:2)'] }, 'stack trace'],
    ['it reports another failure', { outputs: { reason: 'it failed' } }, 'does not contain 503'],
    ['it has no reason', { outputs: {} }, 'does not contain 503'],
  ])('is wrong if %s', (_, more, fault) => {
    expect(faultsOf(ran(more), '503', 60).join()).toContain(fault);
  });
});
