import { describe, expect, it } from 'vitest';
import { archivedBy } from '../../../src/recovery/postgres/archive.ts';
import { at, listing, range, wal } from './stanza.ts';

const names = (until: number, of = listing()) =>
  archivedBy(of, until).segments.map(({ path }) => path.slice(17, 41));

describe('an archive as it was at a moment', () => {
  it('holds what had come by then, although nothing came later', () => {
    // The ninth came at 09:40, and is the last one: whatever comes while somebody restores still does not count.
    expect(names(at('09:41:00')).at(-1)).toBe(wal(9));
    expect(names(at('09:39:00')).at(-1)).toBe(wal(8));
    expect(names(at('08:00:00'))).toEqual([]);
  });

  it('is without what came within the same second, for nobody knows which was first', () => {
    expect(names(at('09:40:00.999')).at(-1)).toBe(wal(8));
    expect(names(at('09:40:01')).at(-1)).toBe(wal(9));
  });

  it('knows no timeline that began later', () => {
    const both = listing([...range(1, 7), ...range(8, 9, 2)], [2]);
    expect(archivedBy(both, at('09:32:00'))).toMatchObject({ histories: [] });
    expect(archivedBy(both, at('09:37:00'))).toMatchObject({ histories: [2] });
  });
});
