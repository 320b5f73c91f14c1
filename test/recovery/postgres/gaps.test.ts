import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenAt, gaps, gapText, isOnPath } from '../../../src/recovery/postgres/gaps.ts';
import {
  holds,
  lineage,
  lineageText,
  parseTimelineHistory,
} from '../../../src/recovery/postgres/timeline.ts';
import { formatLsn, parseLsn, parseSegment, usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';

const lsn = (text: string) => parseLsn(text)!;
const segment = (timeline: number, number: number) => ({ timeline, number });
const segments = (timeline: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => segment(timeline, from + index));

const second = '1\t0/5800000\tno recovery target specified\n';
const third = `${second}\n2\t0/8000000\tbefore 2026-11-26 09:00:00.5+00\n`;
const histories = new Map([
  [2, parseTimelineHistory(second)],
  [3, parseTimelineHistory(third)],
]);
const toThird = lineage(3, histories)!;
const missing = (present: readonly { timeline: number; number: number }[]) =>
  gaps(present, segment(1, 2), segment(3, 10), toThird, usualSize).map(gap => gapText(gap, usualSize));

describe('a timeline history', () => {
  it('is read with its reasons', () => {
    expect(parseTimelineHistory(third)).toEqual([
      { timeline: 1, end: lsn('0/5800000'), reason: 'no recovery target specified' },
      { timeline: 2, end: lsn('0/8000000'), reason: 'before 2026-11-26 09:00:00.5+00' },
    ]);
    expect(parseTimelineHistory('# made by hand\n\n  1 0/1 \n')).toEqual([
      { timeline: 1, end: lsn('0/1'), reason: '' },
    ]);
  });

  it.each([
    'one 0/1 why',
    '1 there why',
    '0 0/1 why',
    '2 0/1 why\n1 0/2 why',
    '2 0/1 why\n2 0/2 why',
    '<html>',
  ])('is refused: %j', text => {
    expect(() => parseTimelineHistory(text)).toThrow(wording());
  });

  it('leads from the first timeline to the last', () => {
    expect(lineageText(toThird)).toEqual(wording('1', '0/5800000', '2', '0/8000000', '3'));
    expect(lineage(1, new Map())).toEqual([{ timeline: 1, begin: 0n }]);
  });

  it('has no lineage if it is missing', () => {
    expect(lineage(4, histories)).toBeUndefined();
  });

  it('does not include WAL from after the target of an earlier recovery', () => {
    const fixed =
      '1\t0/4A003758\tno recovery target specified\n\n2\t0/34015AB0\tbefore 2026-11-26 09:50:26+00\n';
    const spans = lineage(3, new Map([[3, parseTimelineHistory(fixed)]]))!;
    expect(lineageText(spans)).toEqual(wording('1', '0/34015AB0', '2', '3'));
    expect(holds(spans, 1, lsn('0/40000000'))).toBe(false);
    const [from, to] = [segment(1, 0x33), segment(3, 0x35)];
    expect(gaps([from, segment(3, 0x34), to], from, to, spans, usualSize)).toEqual([]);
  });

  it('includes only the WAL before the branch point of an abandoned timeline', () => {
    expect(holds(toThird, 1, lsn('0/5800000'))).toBe(true);
    expect(holds(toThird, 1, lsn('0/5800001'))).toBe(false);
    expect(holds(toThird, 3, lsn('FF/0'))).toBe(true);
    expect(holds(lineage(1, histories)!, 2, lsn('0/1'))).toBe(false);
  });
});

describe('the WAL between two segments', () => {
  const whole = [...segments(1, 2, 4), ...segments(2, 5, 7), ...segments(3, 8, 10)];

  it('is complete with each segment, at a branch point with that of the new timeline', () => {
    expect(missing(whole)).toEqual([]);
    expect(missing(whole.toReversed())).toEqual([]);
  });

  it('needs no WAL that the old timeline wrote after the branch point', () => {
    expect(missing([...whole, ...segments(1, 5, 9)])).toEqual([]);
  });

  it('lacks the segment in which a timeline branches off if only the old one exists', () => {
    expect(missing([...segments(1, 2, 5), ...segments(2, 6, 7), ...segments(3, 8, 10)])).toEqual([
      '1 segment (000000020000000000000005)',
    ]);
  });

  it('lacks missing segments at its beginning, between others and at its end', () => {
    expect(missing(whole.filter(({ number }) => ![2, 3, 6, 10].includes(number)))).toEqual([
      wording('000000010000000000000002', '000000010000000000000003'),
      '1 segment (000000020000000000000006)',
      '1 segment (00000003000000000000000A)',
    ]);
  });

  it('lacks all segments of an empty archive', () => {
    expect(missing([])).toHaveLength(3);
    expect(formatLsn(brokenAt({ timeline: 1, first: 2, last: 4 }, usualSize))).toBe('0/2000000');
  });

  it('may begin after the first timeline and end on an older one', () => {
    expect(gaps(whole, segment(2, 6), segment(3, 9), toThird, usualSize)).toEqual([]);
    expect(gaps(segments(1, 2, 2), segment(1, 2), segment(1, 3), toThird, usualSize)).toEqual([
      { timeline: 1, first: 3, last: 3 },
    ]);
  });

  it('may begin in the segment in which the next timeline branches off', () => {
    expect(gaps(segments(2, 5, 6), segment(1, 5), segment(2, 6), toThird, usualSize)).toEqual([]);
  });

  it('is undefined for timelines of different lineages', () => {
    expect(() => gaps([], segment(4, 2), segment(3, 3), toThird, usualSize)).toThrow(RangeError);
  });

  it('continues over the end of a log file number', () => {
    const from = parseSegment('0000000100000000000000FE', usualSize)!;
    const to = parseSegment('000000010000000100000001', usualSize)!;
    const spans = lineage(1, new Map())!;
    expect(gaps([from, to], from, to, spans, usualSize).map(gap => gapText(gap, usualSize))).toEqual([
      wording('0000000100000000000000FF', '000000010000000100000000'),
    ]);
  });

  it('lacks exactly the removed segments', () => {
    const taken = fc.uniqueArray(fc.integer({ min: 2, max: 10 }));
    fc.assert(
      fc.property(taken, numbers => {
        const found = gaps(
          whole.filter(({ number }) => !numbers.includes(number)),
          segment(1, 2),
          segment(3, 10),
          toThird,
          usualSize,
        );
        const all = found.flatMap(({ timeline, first, last }) => segments(timeline, first, last));
        expect(all).toEqual(whole.filter(({ number }) => numbers.includes(number)));
      }),
    );
  });
});

it('a segment is on the path if its loss is a gap', () => {
  const all = [...segments(1, 2, 12), ...segments(2, 2, 12), ...segments(3, 2, 10), ...segments(4, 2, 4)];
  const missed = all.filter(each => missing(all.filter(other => other !== each)).length > 0);
  expect(all.filter(each => isOnPath(each, toThird, usualSize))).toEqual(missed);
  expect(missed).toEqual([...segments(1, 2, 4), ...segments(2, 5, 7), ...segments(3, 8, 10)]);
});
