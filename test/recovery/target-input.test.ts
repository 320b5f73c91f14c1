import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLsn, type Lsn } from '../../src/recovery/postgres/wal.ts';
import { parseTarget } from '../../src/recovery/target-input.ts';
import { wording } from '../wording.ts';

describe('a recovery target', () => {
  it.each([
    ['latest', { kind: 'latest' }],
    ['counted', { kind: 'counted' }],
    ['20261126-090000F', { kind: 'backup', label: '20261126-090000F' }],
    ['20261126-090000F_20261127-090000I', { kind: 'backup', label: '20261126-090000F_20261127-090000I' }],
    ['2026-11-26T09:00:00Z', { kind: 'time', at: Date.UTC(2026, 10, 26, 9) }],
    ['2026-11-26T09:00:00.250Z', { kind: 'time', at: Date.UTC(2026, 10, 26, 9) + 250 }],
    ['2026-11-26 10:30+0130', { kind: 'time', at: Date.UTC(2026, 10, 26, 9) }],
    ['2026-11-26 10:00:00+01', { kind: 'time', at: Date.UTC(2026, 10, 26, 9) }],
    ['2026-11-26T07:30:00-01:30', { kind: 'time', at: Date.UTC(2026, 10, 26, 9) }],
    ['lsn:0/3000060', { kind: 'lsn', lsn: 0x3000060n, exclusive: false }],
    ['before lsn:1/A0', { kind: 'lsn', lsn: 0x1000000a0n, exclusive: true }],
    [
      'xid:734@2026-11-26T09:00:00Z',
      { kind: 'xid', xid: '734', at: Date.UTC(2026, 10, 26, 9), exclusive: false },
    ],
    [
      'before xid:734@2026-11-26T09:00:00Z',
      { kind: 'xid', xid: '734', at: Date.UTC(2026, 10, 26, 9), exclusive: true },
    ],
    [
      'name:before migration@2026-11-26T09:00:00Z',
      { kind: 'name', name: 'before migration', at: Date.UTC(2026, 10, 26, 9) },
    ],
  ])('is read from %s', (text, wanted) => {
    expect(parseTarget(text)).toEqual(wanted);
  });

  it.each([
    '',
    'yesterday',
    // Each machine would read it differently.
    '2026-11-26T09:00:00',
    '2026-13-26T09:00:00Z',
    'lsn:nowhere',
    'lsn:0/3@2026-11-26T09:00:00Z',
    'xid:734',
    "name:it's@2026-11-26T09:00:00Z",
    'before name:x@2026-11-26T09:00:00Z',
    'before latest',
    '20261126-090000F; rm',
  ])('is not %s', text => {
    expect(() => parseTarget(text)).toThrow(wording());
  });

  it('is any position in the WAL, as formatted', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n }), lsn => {
        expect(parseTarget(`lsn:${formatLsn(lsn as Lsn)}`)).toEqual({ kind: 'lsn', lsn, exclusive: false });
      }),
    );
  });
});
