/**
 * Places in the write-ahead log and the names of its files. A log is cut into segments, 16 MiB each unless initdb was told otherwise,
 * and a segment is named after its timeline and its number: src/include/access/xlog_internal.h of PostgreSQL.
 */

declare const brand: unique symbol;

/** A place in the log: bytes from its beginning. */
export type Lsn = bigint & { readonly [brand]: 'Lsn' };

/** `wal_segment_size` in bytes: a power of two from 1 MiB to 1 GiB. */
export type SegmentSize = number & { readonly [brand]: 'SegmentSize' };

export interface Segment {
  /** From 1 on. */
  readonly timeline: number;
  /** How many segments come before it. */
  readonly number: number;
}

const mebibyte = 1024 * 1024;

/** What PostgreSQL takes unless it is told otherwise. */
export const usualSize = (16 * mebibyte) as SegmentSize;

/** Undefined for what cannot be a size of segments. */
export function parseSegmentSize(bytes: number): SegmentSize | undefined {
  const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
  return possible ? (bytes as SegmentSize) : undefined;
}

/** Reads `16/B374D848`. Undefined when it is none. */
export function parseLsn(text: string): Lsn | undefined {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)) as Lsn;
}

export function formatLsn(lsn: Lsn): string {
  return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}

/** The segment that holds the byte at `lsn`. */
export function segmentAt(timeline: number, lsn: Lsn, size: SegmentSize): Segment {
  return { timeline, number: Number(lsn / BigInt(size)) };
}

/**
 * The segment that holds the byte before `lsn`: the last one needed to read the log up to there. A place at the beginning of a
 * segment needs nothing of it.
 */
export function segmentBefore(timeline: number, lsn: Lsn, size: SegmentSize): Segment {
  return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n) as Lsn, size);
}

/** The place of its first byte. */
export function beginOf({ number }: Segment, size: SegmentSize): Lsn {
  return (BigInt(number) * BigInt(size)) as Lsn;
}

export const next = ({ timeline, number }: Segment): Segment => ({ timeline, number: number + 1 });

/** By timeline, then by number, as their names sort. */
export function compareSegments(a: Segment, b: Segment): number {
  return a.timeline - b.timeline || a.number - b.number;
}

/** `000000010000000000000005`. */
export function segmentName({ timeline, number }: Segment, size: SegmentSize): string {
  const each = perLog(size);
  return [timeline, Math.floor(number / each), number % each]
    .map(part => hex(part).padStart(8, '0'))
    .join('');
}

/** Undefined for what names no segment of this size. */
export function parseSegment(name: string, size: SegmentSize): Segment | undefined {
  if (!/^[0-9A-F]{24}$/.test(name)) return undefined;
  const part = (from: number) => Number.parseInt(name.slice(from, from + 8), 16);
  const [timeline, log, rest] = [part(0), part(8), part(16)];
  if (timeline === 0 || rest >= perLog(size)) return undefined;
  return { timeline, number: log * perLog(size) + rest };
}

export type WalFile =
  | { readonly kind: 'segment'; readonly segment: Segment }
  /** What a timeline had of its last segment when another one went on. Recovery reads it only after a person has renamed it. */
  | { readonly kind: 'partial'; readonly segment: Segment }
  /** From which timelines this one comes. */
  | { readonly kind: 'history'; readonly timeline: number }
  /** Where a base backup began; for people. */
  | { readonly kind: 'backup'; readonly segment: Segment };

/** Reads the name of a file in `pg_wal` or, by PostgreSQL's name of it, in an archive. Undefined when it is none of these. */
export function parseWalFile(name: string, size: SegmentSize): WalFile | undefined {
  const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
  if (history !== undefined) return { kind: 'history', timeline: Number.parseInt(history, 16) };
  const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
  const segment = parseSegment(stem, size);
  if (segment === undefined) return undefined;
  return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}

/** Segments in the 4 GiB that the middle of a name counts. */
const perLog = (size: SegmentSize) => 2 ** 32 / size;

const hex = (value: number | bigint) => value.toString(16).toUpperCase();
