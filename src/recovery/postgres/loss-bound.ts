import { formatDuration } from '../../toolkit/duration.ts';
import type { Archiver } from './archiver.ts';
import { parseSegment, type SegmentSize } from './wal.ts';

/**
 * How much written data may be in no archive at a moment. It is an upper bound, not a measurement: a drill reports it as the possible
 * loss where no markers are written.
 */
export interface LossBound {
  /** ms of writes. */
  readonly atMost: number;
  readonly because: string;
}

/** The state of the archive just before the loss. */
export interface Archiving {
  readonly behind: LossBound;
  /** The file that the primary archived last. */
  readonly archived?: string | undefined;
}

/**
 * Returns the bound. A closed segment is archived or waits for it. The open segment is no older than `archive_timeout`, because PostgreSQL
 * then closes every segment with content. If segments wait, or the timeout is off, data may be missing since the newest archived segment.
 * @param lag between the close of a segment and its arrival; ms.
 * @returns undefined when nothing was ever archived. Pure.
 */
export function lossBound(archiver: Archiver, size: SegmentSize, lag: number): LossBound | undefined {
  const { archived, archivedAgo, current, timeout, waiting } = archiver;
  const name = archived?.slice(0, 24);
  const last = parseSegment(name, size);
  const open = parseSegment(current, size);
  if (last === undefined || open === undefined || archivedAgo === undefined) return undefined;
  const since = archivedAgo + lag;
  if (waiting > 0 || last.number < open.number - 1)
    return {
      atMost: since,
      because: `${name} was archived ${formatDuration(archivedAgo)} earlier, and segments closed since then are not archived`,
    };
  if (timeout > 0 && timeout + lag < since)
    return {
      atMost: timeout + lag,
      because: `everything before ${current} was archived, and archive_timeout closes that segment after ${formatDuration(timeout)}`,
    };
  return {
    atMost: since,
    because: `${name} was archived ${formatDuration(archivedAgo)} earlier${timeout > 0 ? '' : ', and archive_timeout is off'}`,
  };
}
