import { counted } from '../../toolkit/count.ts';
import type { Span } from './timeline.ts';
import { beginOf, type Lsn, type Segment, type SegmentSize, segmentAt, segmentName } from './wal.ts';

/** Segments that are missing one after another on one timeline. */
export interface Gap {
  readonly timeline: number;
  /** Numbers of the first and the last one. */
  readonly first: number;
  readonly last: number;
}

/**
 * What is missing of the log between two segments, both included, along the timelines that lead to the second one. Of the segment in
 * which a timeline branches off, the new timeline's is needed: it begins with a copy of the old one's, which is often archived only as
 * `.partial` or not at all.
 *
 * @param present complete segments, in any order.
 * @param from the first one needed; its timeline has to be one of `spans`.
 * @param to the last one needed; its timeline has to be one of `spans`.
 * @throws {RangeError} when one of the timelines is none of `spans`: see `holds` of timeline.ts.
 */
export function gaps(
  present: Iterable<Segment>,
  from: Segment,
  to: Segment,
  spans: readonly Span[],
  size: SegmentSize,
): Gap[] {
  const path = stretches(from, to, spans, size);
  const there = Map.groupBy(present, ({ timeline }) => timeline);
  return path.flatMap(stretch =>
    holes(
      (there.get(stretch.timeline) ?? []).map(({ number }) => number),
      stretch,
    ),
  );
}

/** Which numbers are needed of which timeline. */
function stretches(from: Segment, to: Segment, spans: readonly Span[], size: SegmentSize): Gap[] {
  const begin = spans.findIndex(({ timeline }) => timeline === from.timeline);
  const end = spans.findIndex(({ timeline }) => timeline === to.timeline);
  if (begin === -1 || end === -1)
    throw new RangeError(`timelines ${from.timeline} and ${to.timeline} are not of one lineage`);
  return spans.slice(begin, end + 1).flatMap((span, index, all): Gap[] => {
    const first = index === 0 ? from.number : segmentAt(span.timeline, span.begin, size).number;
    const following = all[index + 1];
    const last = following === undefined ? to.number : lastBefore(following.begin, size);
    const within = { first: Math.max(first, from.number), last: Math.min(last, to.number) };
    return within.first <= within.last ? [{ timeline: span.timeline, ...within }] : [];
  });
}

/** Whether a segment is needed by who follows these timelines: an old one may have written on after it was left. */
export function isOnTheWay(
  { timeline, number }: Segment,
  spans: readonly Span[],
  size: SegmentSize,
): boolean {
  const span = spans.find(each => each.timeline === timeline);
  if (span === undefined || number < segmentAt(timeline, span.begin, size).number) return false;
  return span.end === undefined || number <= lastBefore(span.end, size);
}

/** The last segment that is wholly before the one in which the next timeline begins. */
const lastBefore = (begin: Lsn, size: SegmentSize) => segmentAt(0, begin, size).number - 1;

function holes(numbers: readonly number[], { timeline, first, last }: Gap): Gap[] {
  const found: Gap[] = [];
  let expected = first;
  for (const number of numbers.filter(each => each >= first && each <= last).sort((a, b) => a - b)) {
    if (number > expected) found.push({ timeline, first: expected, last: number - 1 });
    expected = Math.max(expected, number + 1);
  }
  if (expected <= last) found.push({ timeline, first: expected, last });
  return found;
}

/** `1 segment (000000010000000000000005)`, `3 segments (… to …)`. */
export function gapText({ timeline, first, last }: Gap, size: SegmentSize): string {
  const name = (number: number) => segmentName({ timeline, number }, size);
  const names = first === last ? name(first) : `${name(first)} to ${name(last)}`;
  return `${counted(last - first + 1, 'segment')} (${names})`;
}

/** Where it is impossible to go on: the first byte that is missing. */
export const brokenAt = ({ timeline, first }: Gap, size: SegmentSize): Lsn =>
  beginOf({ timeline, number: first }, size);
