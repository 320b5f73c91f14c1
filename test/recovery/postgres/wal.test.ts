import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginOf,
  compareSegments,
  formatLsn,
  type Lsn,
  next,
  parseLsn,
  parseSegment,
  parseSegmentSize,
  parseWalFile,
  type SegmentSize,
  segmentAt,
  segmentBefore,
  segmentName,
  usualSize,
} from '../../../src/recovery/postgres/wal.ts';

const mebibyte = 1024 * 1024;
const sizes = fc.integer({ min: 0, max: 10 }).map(power => parseSegmentSize(mebibyte * 2 ** power)!);
const lsns = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(value => value as Lsn);
const timelines = fc.integer({ min: 1, max: 0xffffffff });

describe('an LSN', () => {
  it('is written as PostgreSQL writes it', () => {
    expect(parseLsn('16/B374D848')).toBe(0x16b374d848n);
    expect(formatLsn(0x16b374d848n as Lsn)).toBe('16/B374D848');
    expect(formatLsn(0n as Lsn)).toBe('0/0');
    fc.assert(fc.property(lsns, lsn => parseLsn(formatLsn(lsn)) === lsn));
  });

  it.each(['', '0', '0/', '/0', '0/123456789', 'G/0', '0/0 '])('is not %j', text => {
    expect(parseLsn(text)).toBeUndefined();
  });
});

describe('a segment', () => {
  it('is named by its timeline, its log and its number in the log', () => {
    expect(segmentName(segmentAt(1, parseLsn('0/5000028')!, usualSize), usualSize)).toBe(
      '000000010000000000000005',
    );
    expect(segmentName(segmentAt(17, parseLsn('2A/FF123456')!, usualSize), usualSize)).toBe(
      '000000110000002A000000FF',
    );
  });

  it('of a megabyte has numbers up to FFF in a log', () => {
    const size = mebibyte as SegmentSize;
    expect(segmentName(segmentAt(1, parseLsn('1/FFFFFFFF')!, size), size)).toBe('000000010000000100000FFF');
  });

  it('has one name for each size, and is not mistaken for one of another size', () => {
    fc.assert(
      fc.property(timelines, lsns, sizes, (timeline, lsn, size) => {
        const segment = segmentAt(timeline, lsn, size);
        expect(parseSegment(segmentName(segment, size), size)).toEqual(segment);
        expect(beginOf(segment, size) <= lsn && lsn < beginOf(next(segment), size)).toBe(true);
      }),
    );
    expect(parseSegment('000000010000000000000100', usualSize)).toBeUndefined();
    expect(parseSegment('000000000000000000000001', usualSize)).toBeUndefined();
  });

  it('sorts as its name does', () => {
    fc.assert(
      fc.property(timelines, lsns, timelines, lsns, (a, x, b, y) => {
        const [one, other] = [segmentAt(a, x, usualSize), segmentAt(b, y, usualSize)];
        const [first, second] = [segmentName(one, usualSize), segmentName(other, usualSize)];
        expect(Math.sign(compareSegments(one, other))).toBe(first < second ? -1 : Number(first > second));
      }),
    );
  });

  it('before an LSN at the beginning of a segment is the previous one', () => {
    expect(segmentBefore(1, parseLsn('0/5000000')!, usualSize).number).toBe(4);
    expect(segmentBefore(1, parseLsn('0/5000001')!, usualSize).number).toBe(5);
    expect(segmentBefore(1, 0n as Lsn, usualSize).number).toBe(0);
  });

  it.each([0, 1, mebibyte / 2, 3 * mebibyte, 2048 * mebibyte, Number.NaN])('has not the size %d', bytes => {
    expect(parseSegmentSize(bytes)).toBeUndefined();
  });
});

describe('the name of a file', () => {
  const segment = { timeline: 2, number: 5 };
  it.each([
    ['000000020000000000000005', { kind: 'segment', segment }],
    ['000000020000000000000005.partial', { kind: 'partial', segment }],
    ['000000020000000000000005.00000028.backup', { kind: 'backup', segment }],
    ['0000000A.history', { kind: 'history', timeline: 10 }],
    ['000000020000000000000005.gz', undefined],
    ['00000002000000000000000g', undefined],
    ['archive_status', undefined],
  ])('%s identifies its kind', (name, file) => {
    expect(parseWalFile(name, usualSize)).toEqual(file);
  });
});
