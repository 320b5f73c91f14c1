import { describe, expect, it } from 'vitest';
import { newest, parseArchive } from '../../../src/recovery/postgres/archive.ts';
import { type ContinuityInput, continuity } from '../../../src/recovery/postgres/continuity.ts';
import { parseTimelineHistory } from '../../../src/recovery/postgres/timeline.ts';
import { segmentName, usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';
import { backup, full, incremental, later, listing, lsn, range, stanza, wal } from './stanza.ts';

const input = (changes: Partial<ContinuityInput> = {}): ContinuityInput => ({
  stanza: stanza(),
  archive: stanza().archives[0]!,
  listing: listing(),
  histories: new Map(),
  size: usualSize,
  ...changes,
});
const sentences = (changes: Partial<ContinuityInput> = {}) =>
  continuity(input(changes)).map(({ sentence }) => sentence);
const without = (...numbers: number[]) =>
  listing(range(1, 9).filter(name => !numbers.map(each => wal(each)).includes(name)));
const promoted = new Map([[2, parseTimelineHistory('1\t0/8400000\tno recovery target specified\n')]]);

describe('the listing of an archive', () => {
  const sha = 'a'.repeat(40);
  const file = (size: number) => ({ type: 'file', size, time: 1_795_000_000 });
  const text = JSON.stringify({
    '.': { type: 'path' },
    '0000000100000000': { type: 'path' },
    [`0000000100000000/${wal(2)}-${sha}.zst`]: file(900),
    [`0000000100000000/${wal(1)}-${sha}`]: file(16_777_216),
    [`0000000100000000/${wal(3)}.partial-${sha}.gz`]: file(900),
    [`0000000100000000/${wal(2)}.00000028.backup`]: file(300),
    [`0000000100000000/${wal(4)}-${sha}.zst.pgbackrest.tmp`]: file(5),
    '00000002.history': file(50),
    'lost+found': { type: 'special' },
  });

  it('holds complete segments in order and the histories', () => {
    const { segments, histories, unknown } = parseArchive(text, usualSize);
    expect(segments.map(({ segment }) => segmentName(segment, usualSize))).toEqual([wal(1), wal(2)]);
    expect(segments[1]).toMatchObject({ path: `0000000100000000/${wal(2)}-${sha}.zst`, size: 900 });
    expect([histories, unknown]).toEqual([[2], ['lost+found']]);
  });

  it('has the arrival time of its newest segment', () => {
    expect(newest(parseArchive(text, usualSize))).toBe(1_795_000_000_000);
    expect(newest(parseArchive('{}', usualSize))).toBeUndefined();
  });

  it.each(['', '[]', '{"a":1}', '{"a":{"type":"file"}}', 'ERROR: [055]'])('is not %j', answer => {
    expect(() => parseArchive(answer, usualSize)).toThrow(wording());
  });
});

describe('the archive of a repository', () => {
  it('is complete if it has all WAL from the oldest backup on', () => {
    expect(continuity(input())).toEqual([]);
  });

  it('needs nothing from before the oldest backup', () => {
    expect(sentences({ listing: without(1) })).toEqual([]);
  });

  it('has a gap that pgbackrest verify does not report', () => {
    expect(continuity(input({ listing: without(8) }))).toEqual([
      {
        kind: 'gap',
        name: wal(8),
        sentence: wording(`${wal(8)}`, 'is', '1', '0/8000000', 'archive-push-queue-max'),
      },
    ]);
  });

  it('has a gap before a newer backup', () => {
    expect(continuity(input({ listing: without(3) }))).toMatchObject([{ kind: 'gap', name: wal(3) }]);
  });

  it('may lack WAL that only older backups need', () => {
    expect(sentences({ listing: without(3), from: incremental.label })).toEqual([]);
    expect(() => sentences({ from: '20261126-000000F' })).toThrow(wording('20261126-000000F'));
  });

  it('of a new backup is not judged by what only older ones need', () => {
    const { segments } = listing();
    const twice = {
      ...listing(),
      segments: [...segments, { ...segments[1]!, path: 'other' }],
      unknown: ['x'],
    };
    const from = later.label;
    for (const changes of [
      { listing: without(2) },
      { listing: without(5) },
      { stanza: stanza({ backups: [incremental, later] }) },
      { listing: twice },
    ]) {
      expect(sentences(changes)).not.toEqual([]);
      expect(sentences({ ...changes, from })).toEqual([]);
    }
    expect(sentences({ listing: without(8), from })).toEqual([wording(wal(8))]);
  });

  it('lacks WAL at its end that was reported as archived, as with a full queue', () => {
    expect(sentences({ archived: wal(11) })[0]).toEqual(wording(`${wal(10)}`, `${wal(11)}`, '1'));
    expect(sentences({ archived: wal(9) })).toEqual([]);
    expect(sentences({ archived: '00000002.history' })).toEqual([]);
    expect(() => sentences({ archived: 'nothing' })).toThrow(wording());
  });

  it('lacks WAL that a backup itself needs', () => {
    expect(sentences({ listing: without(5) })).toEqual([
      wording(`${incremental.label}`, `${wal(5)}`, 'is'),
      wording('0/5000000'),
    ]);
  });

  it('is useless for a backup that depends on a missing one', () => {
    expect(sentences({ stanza: stanza({ backups: [incremental, later] }) })).toEqual([
      wording(`${incremental.label}`),
    ]);
  });

  it('is useless without a backup', () => {
    const none = stanza({ backups: [backup('20261126-090000F', { databaseId: 2 })] });
    expect(sentences({ stanza: none })).toEqual([wording('1', 'shop')]);
  });

  it('continues after a promotion', () => {
    const after = listing([...range(1, 8), ...range(8, 9, 2)], [2]);
    expect(sentences({ listing: after, histories: promoted })).toEqual([]);
    const lost = listing([...range(1, 8), ...range(9, 9, 2)], [2]);
    expect(sentences({ listing: lost, histories: promoted })[0]).toContain(`1 segment (${wal(8, 2)}) is not`);
  });

  it('ends at the branch point if the new timeline has no WAL yet', () => {
    const lacking = (...numbers: number[]) =>
      continuity(input({ listing: { ...without(...numbers), histories: [2] }, histories: promoted }));
    expect(lacking()).toEqual([]);
    expect(lacking(6)).toMatchObject([{ kind: 'gap', name: wal(6) }]);
    expect(lacking(8)).toEqual([]);
  });

  it('cannot be followed without the history of its newest timeline', () => {
    const after = listing([...range(1, 7), ...range(8, 9, 2)]);
    expect(continuity(input({ listing: after }))).toMatchObject([{ kind: 'history', name: '2' }]);
  });

  it('needs only the WAL that a backup on an abandoned timeline itself needs', () => {
    const after = listing([...range(1, 9), ...range(8, 9, 2)], [2]);
    const late = backup('20261126-095000F', {
      startLsn: lsn('0/9000028'),
      stopLsn: lsn('0/9000100'),
      startWal: wal(9),
      stopWal: wal(9),
    });
    expect(
      sentences({ listing: after, histories: promoted, stanza: stanza({ backups: [full, late] }) }),
    ).toEqual([]);
  });

  it('may not have a segment twice, or an empty one', () => {
    const { segments } = listing();
    const twice = [...segments, { ...segments[6]!, path: 'other' }].sort(
      (a, b) => a.segment.number - b.segment.number,
    );
    expect(sentences({ listing: { ...listing(), segments: twice } })).toEqual([wording(`${wal(7)}`)]);
    const empty = segments.map((each, index) => (index === 8 ? { ...each, size: 0 } : each));
    expect(sentences({ listing: { ...listing(), segments: empty } })).toEqual([wording(`${wal(9)}`)]);
  });
});
