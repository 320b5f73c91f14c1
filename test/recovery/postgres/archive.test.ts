import { describe, expect, it } from 'vitest';
import { archivedBy } from '../../../src/recovery/postgres/archive.ts';
import { at, listing, range, wal } from './stanza.ts';

const names = (until: number, of = listing()) =>
  archivedBy(of, until).segments.map(({ path }) => path.slice(17, 41));

describe('the archive at an earlier time', () => {
  it('holds the segments that had arrived by then, even if none arrived later', () => {
    // The ninth arrived at 09:40 and is the last one: segments that arrive during a restore do not count.
    expect(names(at('09:41:00')).at(-1)).toBe(wal(9));
    expect(names(at('09:39:00')).at(-1)).toBe(wal(8));
    expect(names(at('08:00:00'))).toEqual([]);
  });

  it('lacks a segment that arrived in the same second, because the order is unknown', () => {
    expect(names(at('09:40:00.999')).at(-1)).toBe(wal(8));
    expect(names(at('09:40:01')).at(-1)).toBe(wal(9));
  });

  it('has no timeline that began later', () => {
    const both = listing([...range(1, 7), ...range(8, 9, 2)], [2]);
    expect(archivedBy(both, at('09:32:00'))).toMatchObject({ histories: [] });
    expect(archivedBy(both, at('09:37:00'))).toMatchObject({ histories: [2] });
  });
});
