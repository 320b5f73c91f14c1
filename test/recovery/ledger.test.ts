import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSha256, orderFreeHash, sha256Of } from '../../src/recovery/checksum.ts';
import {
  acknowledged,
  type LedgerEntry,
  ledgerLine,
  makeMarker,
  markerHash,
  parseLedger,
  serializeLedger,
} from '../../src/recovery/ledger.ts';
import { wording } from '../wording.ts';

const hash = sha256Of('x');
const entry = (seq: number, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  seq,
  sentAt: seq * 100,
  ackedAt: seq * 100 + 5,
  sha256: hash,
  ...changes,
});
const unanswered = (seq: number): LedgerEntry => ({ seq, sentAt: seq * 100, sha256: hash });

describe('a marker', () => {
  it('is hashed as one canonical text that never changes between versions', () => {
    expect(makeMarker(7, 'run-1', 1_790_000_000_000, 'ä "quoted"\n').sha256).toBe(
      'a57149212f110a362f07c9a413b17b38d51ae11a130e1a980f5680a56f4ffc2b',
    );
  });

  it('has a different hash when any part of it differs', () => {
    const marker = makeMarker(1, 'run', 2, 'payload');
    const others = [{ seq: 2 }, { runId: 'nur' }, { sentAt: 3 }, { payload: 'payloaD' }];
    expect(new Set([marker.sha256, ...others.map(each => markerHash({ ...marker, ...each }))]).size).toBe(5);
  });
});

const entries = fc.uniqueArray(
  fc
    .record({
      seq: fc.integer({ min: 1, max: 50 }),
      sentAt: fc.nat(),
      took: fc.option(fc.nat(1000), { nil: undefined }),
      error: fc.option(fc.string(), { nil: undefined }),
    })
    .map(
      ({ seq, sentAt, took, error }): LedgerEntry => ({
        seq,
        sentAt,
        ...(took === undefined ? {} : { ackedAt: sentAt + took }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
      }),
    ),
  { selector: ({ seq }) => seq },
);
const bySeq = (list: readonly LedgerEntry[]) => list.toSorted((a, b) => a.seq - b.seq);

describe('a ledger', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(entries, list => {
        expect(parseLedger(serializeLedger(list))).toEqual({ entries: bySeq(list), cut: false });
      }),
    );
  });

  it('that is truncated anywhere loses only the truncated entry, and says so', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, at) => {
        const text = serializeLedger(list);
        const length = text.length === 0 ? 0 : at % text.length;
        const left = text.slice(0, length);
        const lines = list.map(ledgerLine);
        let [whole, rest] = [0, length];
        for (const line of lines) {
          if (rest < line.length - 1) break;
          rest -= line.length;
          whole += 1;
        }
        expect(parseLedger(left)).toEqual({ entries: bySeq(list.slice(0, whole)), cut: rest > 0 });
      }),
    );
  });

  it('is empty before the first marker', () => {
    expect(parseLedger('')).toEqual({ entries: [], cut: false });
  });

  it('takes the outcome from the later line of a marker', () => {
    const { entries: read } = parseLedger(ledgerLine(unanswered(1)) + ledgerLine(entry(1)));
    expect(read).toEqual([entry(1)]);
    expect(acknowledged([...read, unanswered(2)])).toEqual([entry(1)]);
  });

  it.each([
    ['a line that is not JSON', 'x\n', wording('1')],
    ['an empty line', `${ledgerLine(entry(1))}\n${ledgerLine(entry(2))}`, wording('2')],
    ['a list', '[]\n', wording()],
    ['no number', ledgerLine(entry(0)), wording()],
    ['half a number', ledgerLine(entry(1.5)), wording()],
    ['an answer before the question', ledgerLine(entry(1, { ackedAt: 99 })), wording()],
    ['an invalid hash', ledgerLine(entry(1)).replace(hash, 'abc'), wording()],
    ['an error that is not text', ledgerLine(entry(1)).replace('"seq"', '"error":5,"seq"'), wording()],
    [
      'two markers of one number',
      ledgerLine(entry(1)) + ledgerLine(entry(1, { sentAt: 101 })),
      wording('2', '1'),
    ],
    ['a contradicted acknowledgement', ledgerLine(entry(1)) + ledgerLine(unanswered(1)), wording('2', '1')],
  ])('is refused with %s', (_, text, problem) => {
    expect(() => parseLedger(text)).toThrow(problem);
  });
});

describe('the hash of a set of objects', () => {
  const objects = fc.array(fc.record({ path: fc.string(), sha256: fc.string().map(sha256Of) }));

  it('is the same in any order', () => {
    fc.assert(
      fc.property(objects, list => {
        expect(orderFreeHash(list.toReversed())).toBe(orderFreeHash(list));
        expect(isSha256(orderFreeHash([...list, ...list, ...list]))).toBe(true);
      }),
    );
  });

  it('changes with a path, a content, an additional object and a repeated one', () => {
    const one = { path: 'a', sha256: sha256Of('1') };
    const sets = [
      [],
      [one],
      [one, one],
      [{ ...one, path: 'b' }],
      [{ ...one, sha256: sha256Of('2') }],
      [one, { ...one, path: 'b' }],
    ];
    expect(new Set(sets.map(orderFreeHash)).size).toBe(sets.length);
  });

  it('depends on which content is at which path', () => {
    const [a, b] = [sha256Of('1'), sha256Of('2')];
    const sets = [
      [
        { path: 'x', sha256: a },
        { path: 'y', sha256: b },
      ],
      [
        { path: 'x', sha256: b },
        { path: 'y', sha256: a },
      ],
    ];
    expect(new Set(sets.map(orderFreeHash)).size).toBe(2);
  });
});
