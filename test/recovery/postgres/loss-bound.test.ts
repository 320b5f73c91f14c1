import { describe, expect, it } from 'vitest';
import type { Archiver } from '../../../src/recovery/postgres/archiver.ts';
import { lossBound } from '../../../src/recovery/postgres/loss-bound.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wal } from './stanza.ts';

const minute = 60_000;
/** The ninth segment is archived, the tenth is being written. */
const archiver = (changes: Partial<Archiver> = {}): Archiver => ({
  ...{ failed: 0, archived: wal(9), archivedAgo: 30 * minute, timeout: minute },
  ...{ current: wal(10), waiting: 0, bytes: 16e6, ...changes },
});
const atMost = (changes: Partial<Archiver> = {}) => lossBound(archiver(changes), usualSize, 5000)?.atMost;

describe('the data that may be in no archive', () => {
  it('is no older than archive_timeout, even if nothing was written for long', () => {
    expect(atMost()).toBe(minute + 5000);
    expect(atMost({ archivedAgo: 10_000 })).toBe(15_000);
  });

  it.each<[string, Partial<Archiver>]>([
    ['segments wait', { waiting: 2, current: wal(12) }],
    ['a segment that was closed is neither archived nor waits', { current: wal(12) }],
    ['archive_timeout is off', { timeout: 0 }],
  ])('goes back to the newest archived segment where %s', (_, changes) => {
    expect(atMost(changes)).toBe(30 * minute + 5000);
  });

  it('is unknown if nothing was ever archived', () => {
    expect(atMost({ archived: undefined, archivedAgo: undefined })).toBeUndefined();
  });

  it('depends on segments alone: the last archived file may be a backup label, or of an earlier timeline', () => {
    expect(atMost({ archived: `${wal(9)}.00000028.backup` })).toBe(minute + 5000);
    expect(atMost({ current: wal(10, 2) })).toBe(minute + 5000);
  });
});
