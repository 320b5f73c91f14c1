import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  type AuditRecord,
  additions,
  compareChain,
  linesOf,
  readChain,
} from '../../src/audit/chain.ts';
import { sha256 } from '../../src/toolkit/checksums.ts';
import { canonical } from '../../src/workloads/naming.ts';

/** The chain of three releases, a drill and a backup. */

const added = '2026-11-30T12:00:00.000Z';
const record = (id: number, more: Partial<AuditRecord> = {}): AuditRecord => ({
  ...{ kind: 'release', id: String(id), at: `2026-11-2${id}T08:00:00.000Z`, sha256: sha256(`record ${id}`) },
  ...{ facts: { by: 'ada', run: `run ${id}` }, ...more },
});
const records = [1, 2, 3, 4, 5].map(each => record(each));
const chain = additions([], records, added);
const text = linesOf(chain);
const lines = text.trim().split('\n');
const faultsOf = (changed: string[]) => readChain(changed.join('\n')).faults;
/** As one who does not know that later entries hold the hash. */
const rehashed = ({ hash: _, ...entry }: AuditEntry, change: Partial<AuditEntry>) => {
  const forged = { ...entry, ...change };
  return JSON.stringify({ ...forged, hash: sha256(canonical(forged)) });
};

describe('the audit chain', () => {
  it('links entries in the order of their time, and holds', () => {
    expect(readChain(text)).toEqual({ entries: chain, faults: [] });
    expect(chain.map(({ seq, id }) => `${seq} ${id}`)).toEqual(['1 1', '2 2', '3 3', '4 4', '5 5']);
    expect(compareChain(chain, records, chain[4]!.hash)).toEqual({ faults: [], pending: 0 });
  });

  it('adds what is new, and later versions of the same record', () => {
    const ended = record(5, { kind: 'outcome' });
    const before = [...chain, ...additions(chain, [ended], added)];
    const rolledBack = { ...ended, at: '2026-11-29T08:00:00.000Z', sha256: sha256('rolled back') };
    const more = additions(before, [...records, rolledBack, record(6)], '2026-11-30T13:00:00.000Z');
    expect(more.map(({ seq, kind, id }) => `${seq} ${kind} ${id}`)).toEqual(['7 release 6', '8 outcome 5']);
    expect(readChain(linesOf([...before, ...more])).faults).toEqual([]);
    expect(additions([...before, ...more], [rolledBack, record(6)], added)).toEqual([]);
  });

  it('names an entry that was changed', () => {
    expect(faultsOf(lines.with(2, lines[2]!.replace('ada', 'eve')))).toEqual([
      'entry 3 (release 3) was changed',
    ]);
    expect(faultsOf(lines.with(2, rehashed(chain[2]!, { facts: { by: 'eve' } })))).toEqual([
      'entry 4 (release 4) does not follow entry 3: one of them was replaced or inserted',
    ]);
  });

  it('names entries that are missing', () => {
    expect(faultsOf(lines.toSpliced(1, 1))).toEqual(['entry 2 is missing']);
    expect(faultsOf(lines.toSpliced(1, 2))).toEqual(['entries 2 to 3 are missing']);
    expect(faultsOf(lines.toSpliced(0, 1))).toEqual(['entry 1 is missing']);
  });

  it('names an entry that was inserted', () => {
    expect(faultsOf(lines.toSpliced(2, 0, lines[0]!))[0]).toBe(
      'entry 1 (release 1) was inserted after entry 2, or moved',
    );
    expect(faultsOf(lines.toSpliced(1, 0, '{"hash": 1}'))).toEqual([
      'line 2 of the audit chain is not a valid entry: it was changed or inserted',
    ]);
  });

  it('names a second entry of what is written once', () => {
    const again = (kind: AuditRecord['kind']) => {
      const first = additions([], [record(1, { kind })], added);
      return [...first, ...additions(first, [record(1, { kind, sha256: sha256('other') })], added)];
    };
    expect(readChain(linesOf(again('drill'))).faults).toEqual([
      'entry 2 (drill 1) is a second entry for the record of entry 1, which can have only one: it was inserted',
    ]);
    expect(readChain(linesOf(again('outcome'))).faults).toEqual([]);
  });

  it('names an entry that no signature protects and no record has', () => {
    const faults = (of: readonly AuditRecord[], protectedSeq?: number) =>
      compareChain(chain, of, '', protectedSeq).faults;
    const named = (n: number) =>
      `entry ${n} (release ${n}) is not signed and matches no record: the entry was inserted, or its record was changed or deleted`;
    expect(faults(records, 0)).toEqual([]);
    // Retention removes old records.
    expect(faults(records.slice(3), 3)).toEqual([]);
    expect(faults(records.slice(4), 3)).toEqual([named(4)]);
    expect(faults(records.slice(4))).toEqual([]);
    const others = { facts: { by: 'eve' }, at: '2026-11-25T08:00:01.000Z', id: '6' };
    for (const [key, other] of Object.entries(others))
      expect(faults([...records.slice(0, 4), record(5, { [key]: other })], 4)).toContainEqual(named(5));
  });

  it('names a cut end only by a noted head', () => {
    const cut = readChain(lines.slice(0, 3).join('\n'));
    expect(cut.faults).toEqual([]);
    expect(compareChain(cut.entries, [], chain[4]!.hash).faults).toEqual([
      `no entry has the noted head ${chain[4]!.hash}: the end of the chain was removed, or the whole chain was rewritten`,
    ]);
  });

  it('names records that were changed after their export, or that the chain does not have', () => {
    const changed = record(3, { sha256: sha256('other') });
    expect(compareChain(chain, [changed], '').faults).toEqual([
      'release 3 differs from entry 3: the record was changed after its export',
    ]);
    const forged = record(3, { at: '2026-11-29T08:00:00.000Z', sha256: sha256('other') });
    expect(compareChain(chain, [forged], '').faults).toHaveLength(1);
    // A copy in each store.
    expect(compareChain(chain, [forged, record(3)], '').faults).toHaveLength(1);
    const left = additions([], records.toSpliced(1, 1), added);
    expect(compareChain(left, records, '').faults).toEqual([
      `release 2 of 2026-11-22T08:00:00.000Z is missing from the chain, which was last exported at ${added}`,
    ]);
    const later = record(6, { at: '2026-11-30T12:30:00.000Z' });
    expect(compareChain(chain, [...records, later, later], '')).toEqual({
      ...{ faults: [], pending: 1, since: later.at },
    });
    const short = additions([], records.slice(0, 1), '2026-11-21T09:00:00.000Z');
    expect(compareChain(short, records.toReversed(), '')).toEqual({
      ...{ faults: [], pending: 4, since: records[1]?.at },
    });
    expect(additions(chain, [...records, later, later], added)).toHaveLength(1);
    const ended = record(6, { kind: 'outcome' });
    const rolledBack = { ...ended, at: '2026-11-30T12:00:00.000Z', sha256: sha256('rolled back') };
    const more = [...chain, ...additions(chain, [ended], added)];
    expect(compareChain(more, [rolledBack], '')).toEqual({
      ...{ faults: [], pending: 1, since: rolledBack.at },
    });
    // Retention removes old records.
    expect(compareChain(chain, records.slice(3), '')).toEqual({ faults: [], pending: 0 });
  });

  it('finds any changed character', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'a', 'Z', '}'), (at, letter) => {
        fc.pre(text[at] !== letter && text[at] !== '\n');
        expect(readChain(text.slice(0, at) + letter + text.slice(at + 1)).faults).not.toEqual([]);
      }),
    );
  });
});
