import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allParts,
  type OpenParts,
  type Parts,
  settle,
} from '../../../src/recovery/postgres/replica-comparison.ts';

/** The parts of two rows; every other part is empty on both sides. */
const only = (...parts: string[]): OpenParts => new Map(parts.map(part => [part, undefined]));
const quiet = (rows: Parts, copied: Parts) => ({ before: rows, copied, after: rows });

describe('a part of a table', () => {
  it('is equal after one comparison, if nothing was written meanwhile', () => {
    expect(settle(allParts, quiet({ 7: '1 42' }, { 7: '1 42' }))).toEqual({ open: new Map(), differ: [] });
  });

  it('differs only if the replica has the same other rows three times', () => {
    const other = quiet({ 7: '1 42' }, {});
    const first = settle(only('7'), other);
    const second = settle(first.open, other);
    expect([first.differ, second.differ]).toEqual([[], []]);
    expect(settle(second.open, other)).toEqual({ open: new Map(), differ: ['7'] });
    // Another difference is a transaction that was caught midway, and begins anew.
    const changed = settle(second.open, quiet({ 7: '1 42' }, { 7: '2 50' }));
    expect(settle(changed.open, other).differ).toEqual([]);
  });

  it('stays open while it is written to', () => {
    const written = { before: { 7: '1 42' }, copied: { 7: '1 41' }, after: { 7: '1 43' } };
    const { open } = settle(settle(only('7'), quiet({ 7: '1 42' }, {})).open, written);
    expect(open).toEqual(only('7'));
  });
});

describe('for any writes', () => {
  /** A history gives each part a new content with each write, as keys and times do in practice. */
  const history = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 });
  const states = (writes: readonly number[]): Parts[] => {
    let now: Parts = {};
    return [now, ...writes.map((part, at) => (now = { ...now, [part]: `1 ${at}` }))];
  };
  /** Reads at ever later moments: on the primary, on the replica, on the primary again … */
  const reads = (all: readonly Parts[], moments: readonly number[]) => {
    const last = all.length - 1;
    const sorted = moments.map(each => Math.round((each * last) / 1000)).sort((a, b) => a - b);
    return sorted.map(at => all[at] ?? {});
  };
  const moments = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 17 });
  const compareAll = (read: readonly Parts[], rot: (parts: Parts) => Parts) => {
    let open = only('0', '1', '2', '3', '4', '5', '6');
    const differ: string[] = [];
    for (let at = 0; at + 2 < read.length; at += 2) {
      const [before = {}, copied = {}, after = {}] = read.slice(at, at + 3);
      const settled = settle(open, { before, copied: rot(copied), after });
      open = settled.open;
      differ.push(...settled.differ);
    }
    return { open, differ };
  };

  it('H7: a replica that replays them never differs', () => {
    fc.assert(
      fc.property(history, moments, (writes, at) => {
        expect(compareAll(reads(states(writes), at), parts => parts).differ).toEqual([]);
      }),
    );
  });

  it('H7: a row that changed on the replica alone differs, however the other rows are written to', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 17 }),
        (writes, at) => {
          const { open, differ } = compareAll(reads(states(writes), at), parts => ({ ...parts, 6: '1 666' }));
          expect(differ).toEqual(['6']);
          expect([...open.keys()]).not.toContain('6');
        },
      ),
    );
  });
});
