import { counted } from '../../toolkit/count.ts';
import type { WalSpan } from './timeline.ts';
import { beginOf, type Lsn, type Segment, type SegmentSize, segmentAt, segmentName } from './wal.ts';

/** Consecutive missing segments on one timeline. */
export interface WalGap {
  readonly timeline: number;
  /** Numbers of the first and the last missing segment. */
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the segments that are missing between two, both included, along the lineage of the second one. Of the segment in which a
 * timeline branches off, the new timeline's copy is needed: it begins with the content of the old one, which is often archived only as
 * `.partial` or not at all.
 *
 * @param present complete segments, in any order.
 * @param from the first needed segment; its timeline must be one of `spans`.
 * @param to the last needed segment; its timeline must be one of `spans`.
 * @throws {RangeError} when one of the timelines is not in `spans`: see `holds` of timeline.ts.
 */
export function gaps(
  present: Iterable<Segment>,
  from: Segment,
  to: Segment,
  spans: readonly WalSpan[],
  size: SegmentSize,
): WalGap[] {
  const path = neededRanges(from, to, spans, size);
  const there = Map.groupBy(present, ({ timeline }) => timeline);
  return path.flatMap(stretch =>
    missingIn(
      (there.get(stretch.timeline) ?? []).map(({ number }) => number),
      stretch,
    ),
  );
}

/** The needed segments of each timeline. */
function neededRanges(from: Segment, to: Segment, spans: readonly WalSpan[], size: SegmentSize): WalGap[] {
  const begin = spans.findIndex(({ timeline }) => timeline === from.timeline);
  const end = spans.findIndex(({ timeline }) => timeline === to.timeline);
  if (begin === -1 || end === -1)
    throw new RangeError(`timelines ${from.timeline} and ${to.timeline} do not belong to one lineage`);
  return spans.slice(begin, end + 1).flatMap((span, index, all): WalGap[] => {
    const first = index === 0 ? from.number : segmentAt(span.timeline, span.begin, size).number;
    const following = all[index + 1];
    const last = following === undefined ? to.number : lastBefore(following.begin, size);
    const within = { first: Math.max(first, from.number), last: Math.min(last, to.number) };
    return within.first <= within.last ? [{ timeline: span.timeline, ...within }] : [];
  });
}

/** Returns whether a recovery along these timelines needs a segment: an old timeline may have continued after the branch point. */
export function isOnPath(
  { timeline, number }: Segment,
  spans: readonly WalSpan[],
  size: SegmentSize,
): boolean {
  const span = spans.find(each => each.timeline === timeline);
  if (span === undefined || number < segmentAt(timeline, span.begin, size).number) return false;
  return span.end === undefined || number <= lastBefore(span.end, size);
}

/** The last segment before the one in which the next timeline begins. */
const lastBefore = (begin: Lsn, size: SegmentSize) => segmentAt(0, begin, size).number - 1;

function missingIn(numbers: readonly number[], { timeline, first, last }: WalGap): WalGap[] {
  const found: WalGap[] = [];
  let expected = first;
  for (const number of numbers.filter(each => each >= first && each <= last).sort((a, b) => a - b)) {
    if (number > expected) found.push({ timeline, first: expected, last: number - 1 });
    expected = Math.max(expected, number + 1);
  }
  if (expected <= last) found.push({ timeline, first: expected, last });
  return found;
}

/** Returns a text such as `1 segment (000000010000000000000005)` or `3 segments (… to …)`. */
export function gapText({ timeline, first, last }: WalGap, size: SegmentSize): string {
  const name = (number: number) => segmentName({ timeline, number }, size);
  const names = first === last ? name(first) : `${name(first)} to ${name(last)}`;
  return `${counted(last - first + 1, 'segment')} (${names})`;
}

/** Returns the LSN at which recovery cannot continue: the first missing byte. */
export const brokenAt = ({ timeline, first }: WalGap, size: SegmentSize): Lsn =>
  beginOf({ timeline, number: first }, size);
