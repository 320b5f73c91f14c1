import { describe, expect, it } from 'vitest';
import type { Archiver } from '../../../src/recovery/postgres/archiver.ts';
import { behindBy } from '../../../src/recovery/postgres/behind.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wal } from './stanza.ts';

const minute = 60_000;
/** The ninth segment is archived, the tenth is written to. */
const archiver = (changes: Partial<Archiver> = {}): Archiver => ({
  ...{ failed: 0, archived: wal(9), archivedAgo: 30 * minute, timeout: minute },
  ...{ current: wal(10), waiting: 0, bytes: 16e6, ...changes },
});
const atMost = (changes: Partial<Archiver> = {}) => behindBy(archiver(changes), usualSize, 5000)?.atMost;

describe('what may be in no archive', () => {
  it('is no older than archive_timeout, however long nothing was written', () => {
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

  it('is not known where nothing was ever archived', () => {
    expect(atMost({ archived: undefined, archivedAgo: undefined })).toBeUndefined();
  });

  it('is told by segments alone: what came last may be a label, or of a timeline before', () => {
    expect(atMost({ archived: `${wal(9)}.00000028.backup` })).toBe(minute + 5000);
    expect(atMost({ current: wal(10, 2) })).toBe(minute + 5000);
  });
});
