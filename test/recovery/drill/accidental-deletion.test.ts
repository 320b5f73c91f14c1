import { describe, expect, it } from 'vitest';
import { deletionBy, deletionCheck } from '../../../src/recovery/drill/accidental-deletion.ts';
import { makeMarker } from '../../../src/recovery/ledger.ts';
import { deleteMarkers, deletionOf } from '../../../src/recovery/postgres/markers.ts';
import { wording } from '../../wording.ts';
import { lsn } from '../postgres/stanza.ts';

const never = new AbortController().signal;
const rows = [
  { deleted: 2 },
  { before: '0/3000028', xid: '740', at: '2026-11-26 09:00:00+00' },
  { after: '0/3000100' },
];
const mistake = () => {
  let now = 990;
  return deletionBy(
    async () => deletionOf(rows),
    () => (now += 10),
    never,
  );
};

describe('an accidental deletion', () => {
  it('has a recovery target just before it', async () => {
    expect(await mistake()).toMatchObject({
      ...{ from: 1000, to: 1010, deleted: 2, end: lsn('0/3000100') },
      target: { kind: 'lsn', lsn: lsn('0/3000028'), exclusive: true },
      sentence: wording('740', '0/3000028'),
    });
  });

  it('is an error if nothing was deleted', async () => {
    const nothing = async () => deletionOf([{ ...rows[0], deleted: 0 }, ...rows.slice(1)]);
    await expect(deletionBy(nothing, () => 0, never)).rejects.toThrow(wording());
  });

  it('has an LSN before its commit, by which all deleted rows had been committed', () => {
    const statements = deleteMarkers("o'brien").split(';');
    const index = (text: string) => statements.findIndex(each => each.includes(text));
    expect(index('delete from')).toBeLessThan(index("'before'"));
    expect(index("'before'")).toBeLessThan(index('commit'));
    expect(deleteMarkers("o'brien")).toContain("E'o''brien'");
  });

  it('cannot be read from incomplete rows', () => {
    expect(() => deletionOf(rows.slice(0, 2))).toThrow(wording());
    expect(() => deletionOf([])).toThrow(wording());
  });

  const markers = [1, 2, 3].map(seq => makeMarker(seq, 'run', 900 + seq * 50, 'x'));
  const ledger = markers.map(({ seq, sentAt, sha256 }) => ({ seq, sentAt, ackedAt: sentAt + 5, sha256 }));

  it('counts as recovered if all rows are back, and there were later writes', async () => {
    expect(deletionCheck(await mistake(), ledger, markers.slice(0, 2))).toMatchObject({
      state: 'passed',
      sentence: wording('2'),
    });
    expect(deletionCheck(await mistake(), ledger, markers.slice(0, 1)).state).toBe('failed');
  });

  it('proves no recovery target if there were no later writes', async () => {
    expect(deletionCheck(await mistake(), ledger.slice(0, 2), markers.slice(0, 2))).toMatchObject({
      state: 'failed',
      sentence: wording(),
    });
  });
});
