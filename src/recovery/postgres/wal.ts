/**
 * LSNs and the names of WAL files. WAL is divided into segments, 16 MiB each unless initdb set another size, and a segment is named after
 * its timeline and its number: src/include/access/xlog_internal.h of PostgreSQL.
 */

declare const brand: unique symbol;

/** A log sequence number: bytes from the beginning of the WAL. */
export type Lsn = bigint & { readonly [brand]: 'Lsn' };

/** `wal_segment_size` in bytes: a power of two from 1 MiB to 1 GiB. */
export type SegmentSize = number & { readonly [brand]: 'SegmentSize' };

export interface Segment {
  /** From 1. */
  readonly timeline: number;
  /** Number of segments before it. */
  readonly number: number;
}

const mebibyte = 1024 * 1024;

/** The default of PostgreSQL. */
export const usualSize = (16 * mebibyte) as SegmentSize;

/** Returns the bytes as a segment size; undefined if they cannot be one. */
export function parseSegmentSize(bytes: number): SegmentSize | undefined {
  const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
  return possible ? (bytes as SegmentSize) : undefined;
}

/** Reads an LSN such as `16/B374D848`. Undefined for any other text. */
export function parseLsn(text: string): Lsn | undefined {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)) as Lsn;
}

export function formatLsn(lsn: Lsn): string {
  return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}

/** Returns the segment that holds the byte at `lsn`. */
export function segmentAt(timeline: number, lsn: Lsn, size: SegmentSize): Segment {
  return { timeline, number: Number(lsn / BigInt(size)) };
}

/**
 * Returns the segment that holds the byte before `lsn`: the last one needed to read WAL up to there. An LSN at the beginning of a segment
 * does not need that segment.
 */
export function segmentBefore(timeline: number, lsn: Lsn, size: SegmentSize): Segment {
  return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n) as Lsn, size);
}

/** Returns the LSN of its first byte. */
export function beginOf({ number }: Segment, size: SegmentSize): Lsn {
  return (BigInt(number) * BigInt(size)) as Lsn;
}

export const next = ({ timeline, number }: Segment): Segment => ({ timeline, number: number + 1 });

/** Compares segments by timeline, then by number, as their names sort. */
export function compareSegments(a: Segment, b: Segment): number {
  return a.timeline - b.timeline || a.number - b.number;
}

/** Returns a name such as `000000010000000000000005`. */
export function segmentName({ timeline, number }: Segment, size: SegmentSize): string {
  const each = perLog(size);
  return [timeline, Math.floor(number / each), number % each]
    .map(part => hex(part).padStart(8, '0'))
    .join('');
}

/** Reads the name of a segment. Undefined if it is not the name of a segment of this size, or there is none. */
export function parseSegment(name: string | null | undefined, size: SegmentSize): Segment | undefined {
  if (!name || !/^[0-9A-F]{24}$/.test(name)) return undefined;
  const part = (from: number) => Number.parseInt(name.slice(from, from + 8), 16);
  const [timeline, log, rest] = [part(0), part(8), part(16)];
  if (timeline === 0 || rest >= perLog(size)) return undefined;
  return { timeline, number: log * perLog(size) + rest };
}

/** Returns the name of the file with the ancestors of a timeline. */
export const historyName = (timeline: number): string => `${hex(timeline).padStart(8, '0')}.history`;

type WalFile =
  | { readonly kind: 'segment'; readonly segment: Segment }
  /** The incomplete last segment of a timeline at a promotion. Recovery reads it only after a person has renamed it. */
  | { readonly kind: 'partial'; readonly segment: Segment }
  /** The ancestors of a timeline. */
  | { readonly kind: 'history'; readonly timeline: number }
  /** Where a base backup began; for information only. */
  | { readonly kind: 'backup'; readonly segment: Segment };

/** Reads PostgreSQL's name of a file in `pg_wal` or in an archive. Undefined for any other name. */
export function parseWalFile(name: string, size: SegmentSize): WalFile | undefined {
  const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
  if (history !== undefined) return { kind: 'history', timeline: Number.parseInt(history, 16) };
  const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
  const segment = parseSegment(stem, size);
  if (segment === undefined) return undefined;
  return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}

/** Segments in 4 GiB, the unit of the middle part of a name. */
const perLog = (size: SegmentSize) => 2 ** 32 / size;

const hex = (value: number | bigint) => value.toString(16).toUpperCase();
