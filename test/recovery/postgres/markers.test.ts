import { describe, expect, it } from 'vitest';
import { makeMarker } from '../../../src/recovery/ledger.ts';
import {
  cleanMarkers,
  insertMarker,
  isAcknowledged,
  markersOf,
  readMarkers,
} from '../../../src/recovery/postgres/markers.ts';

const marker = makeMarker(7, 'run 12', 1_795_000_000_000, `it's "ä" \\ \n`);

describe('a marker', () => {
  it('is one statement, whatever its text is', () => {
    expect(insertMarker(marker)).toBe(
      `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (E'run 12', 7, 1795000000000, E'it''s "ä" \\\\ \\n', E'${marker.sha256}') returning seq;`,
    );
    expect(() => insertMarker(makeMarker(1, 'run', 1, '\0'))).toThrow(RangeError);
  });

  it('counts as acknowledged if its number was printed without a warning', () => {
    const gaveUp = 'WARNING:  canceling wait for synchronous replication due to user request';
    expect(isAcknowledged(7, '7\n', '')).toBe(true);
    expect(isAcknowledged(7, '7\n', gaveUp)).toBe(false);
    expect(isAcknowledged(7, '6\n', '')).toBe(false);
    expect(isAcknowledged(7, '', '')).toBe(false);
  });

  it('is read back unchanged, and an invalid one is left out', () => {
    expect(markersOf([{ ...marker }, { ...marker, sha256: 'x' }, { ...marker, seq: '7' }, null, {}])).toEqual(
      [marker],
    );
  });

  it('is selected by run and number', () => {
    expect(readMarkers("o'run", 6)).toContain("where run_id = E'o''run' and seq > 6 order by seq");
    expect(() => readMarkers('run', -1)).toThrow(RangeError);
    expect(() => cleanMarkers(Number.NaN)).toThrow(RangeError);
  });
});
