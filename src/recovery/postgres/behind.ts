import { formatDuration } from '../../toolkit/duration.ts';
import type { Archiver } from './archiver.ts';
import { parseSegment, type SegmentSize } from './wal.ts';

/**
 * How much of what was written may be in no archive at a moment. A bound, and no measurement: it is what a drill can say of a loss where no
 * markers are written.
 */
export interface Behind {
  /** ms of writes. */
  readonly atMost: number;
  readonly because: string;
}

/** What is known of the archive of what is lost, from just before. */
export interface Archiving {
  readonly behind: Behind;
  /** Newest segment of which the primary was told that it is archived. */
  readonly archived?: string | undefined;
}

/**
 * What was closed is archived, or waits; what is not closed is not older than `archive_timeout`, for PostgreSQL closes every segment then in
 * which anything was written. Where segments wait, or it is off, what may be missing goes back to when the newest archived segment came.
 * @param lag between the close of a segment and its arrival; ms.
 * @returns undefined when nothing was ever archived. Pure.
 */
export function behindBy(archiver: Archiver, size: SegmentSize, lag: number): Behind | undefined {
  const { archived, archivedAgo, current, timeout, waiting } = archiver;
  const last = parseSegment(archived?.slice(0, 24) ?? '', size);
  const open = parseSegment(current, size);
  if (last === undefined || open === undefined || archivedAgo === undefined) return undefined;
  const since = archivedAgo + lag;
  const name = archived?.slice(0, 24);
  if (waiting > 0 || last.number < open.number - 1)
    return {
      atMost: since,
      because: `${name} came ${formatDuration(Math.round(archivedAgo))} before, and what was closed since is not archived`,
    };
  if (timeout > 0 && timeout + lag < since)
    return {
      atMost: timeout + lag,
      because: `all before ${current} was archived, and archive_timeout closes it after ${formatDuration(timeout)}`,
    };
  return {
    atMost: since,
    because: `${name} came ${formatDuration(Math.round(archivedAgo))} before${timeout > 0 ? '' : ', and archive_timeout is off'}`,
  };
}
