import { UserError } from '../../toolkit/errors.ts';
import { type ArchiveListing, newestTimeline } from './archive.ts';
import type { PostgresBackup } from './info.ts';
import { formatLsn, type Lsn, parseLsn, type SegmentSize, segmentAt } from './wal.ts';

/**
 * Timelines: each promotion begins one, and its history file records its parent and the branch point. See "Timelines" under continuous
 * archiving in the documentation of PostgreSQL, and src/backend/access/transam/timeline.c.
 */

/** A line of a history file. */
interface Branch {
  /** The parent timeline. */
  readonly timeline: number;
  /** The branch point: up to here the WAL is that of the parent. */
  readonly end: Lsn;
  /** The reason, as PostgreSQL writes it: `no recovery target specified`, `before 2026-11-26 09:00:00.5+00`. */
  readonly reason: string;
}

/** The branches of all ancestors of a timeline, the oldest first. */
type History = readonly Branch[];

/** By timeline; timeline 1 has none. */
export type Histories = ReadonlyMap<number, History>;

/** The part of the WAL that a timeline contributes to a lineage. */
export interface WalSpan {
  readonly timeline: number;
  readonly begin: Lsn;
  /** Absent for the last timeline. */
  readonly end?: Lsn;
}

/**
 * Reads a history file: each line has the timeline, the LSN and the reason, separated by white space; `#` begins a comment.
 * @throws {UserError} for an invalid line, and for timelines that do not ascend.
 */
export function parseTimelineHistory(text: string): History {
  const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
  return lines.map((line, index) => {
    const [, number = '', place = '', reason = ''] = /^\s*(\d+)\s+(\S+)(?:\s+(.*?))?\s*$/.exec(line) ?? [];
    const timeline = Number(number);
    const end = parseLsn(place);
    const before = /^\s*(\d+)/.exec(lines[index - 1] ?? '')?.[1];
    if (end === undefined || timeline < 1 || timeline <= Number(before ?? 0))
      throw new UserError(
        `line ${index + 1} of a timeline history cannot be read: ${line.slice(0, 80)}`,
        'fetch the history file from the archive again',
      );
    return { timeline, end, reason };
  });
}

/**
 * Returns the timelines through which the WAL leads to this one, the oldest first. Undefined without its history file, because no recovery
 * can follow it then. A recovery to a target before the start of its own timeline writes a branch point before the previous one (seen with
 * 17); WAL that older timelines wrote after it is not part of the lineage.
 */
export function lineage(timeline: number, histories: Histories): readonly WalSpan[] | undefined {
  const history = timeline === 1 ? [] : histories.get(timeline);
  if (history === undefined) return undefined;
  const spans: WalSpan[] = [];
  // From the newest to the oldest, because a branch point also limits all older timelines.
  let end: Lsn | undefined;
  for (const branch of history.toReversed()) {
    if (end === undefined || branch.end < end) end = branch.end;
    spans.unshift({ timeline: branch.timeline, begin: zero, end });
  }
  return [...spans, { timeline, begin: zero }].map((span, index) => ({
    ...span,
    begin: spans[index - 1]?.end ?? zero,
  }));
}

const zero = 0n as Lsn;

/** Returns whether an LSN on a timeline belongs to a lineage. The branch point itself still belongs to it. */
export function holds(spans: readonly WalSpan[], timeline: number, lsn: Lsn): boolean {
  return spans.some(each => each.timeline === timeline && (each.end === undefined || lsn <= each.end));
}

interface Archived {
  readonly listing: ArchiveListing;
  readonly histories: Histories;
  readonly backups: readonly PostgresBackup[];
}

/**
 * Returns the timeline on which a recovery reaches the state at a time: the newest one that continues the timeline of that time with all
 * WAL that it archived. After a recovery to an earlier point, the newest timeline lacks what was written between that point and the recovery.
 * Pure.
 * @param at ms since 1970.
 */
export function timelineAt(at: number, { listing, histories, backups }: Archived, size: SegmentSize): number {
  const begun = beginnings(listing, backups);
  const all = [...begun.keys()].sort((a, b) => b - a);
  const then = all.find(each => (begun.get(each) ?? 0) <= at) ?? all.at(-1) ?? 1;
  const continues = (timeline: number) => {
    const spans = lineage(timeline, histories);
    if (spans === undefined) return true;
    const span = spans.find(each => each.timeline === then);
    if (span?.end === undefined) return span !== undefined;
    const { number } = segmentAt(then, span.end, size);
    return !listing.segments.some(({ segment }) => segment.timeline === then && segment.number >= number);
  };
  return all.find(each => each === then || (each > then && continues(each))) ?? then;
}

/** When each timeline had begun at the latest; ms since 1970. */
function beginnings(
  { segments, branchedAt = new Map() }: ArchiveListing,
  backups: readonly PostgresBackup[],
) {
  const all: (readonly [number, number])[] = [
    ...branchedAt,
    ...segments.map(({ segment, archivedAt }) => [segment.timeline, archivedAt] as const),
    ...backups.flatMap(each => {
      const timeline = timelineOf(each);
      return timeline === undefined ? [] : [[timeline, each.startedAt] as const];
    }),
  ];
  const begun = new Map<number, number>();
  for (const [timeline, at] of all) begun.set(timeline, Math.min(at, begun.get(timeline) ?? at));
  return begun;
}

/** Returns the newest timeline whose lineage holds an LSN of this one. Pure. */
export function timelineWith(
  timeline: number,
  lsn: Lsn,
  { listing, histories }: Pick<Archived, 'listing' | 'histories'>,
): number {
  const present = listing.segments.map(({ segment }) => segment);
  for (let each = newestTimeline(listing.histories, present); each > timeline; each -= 1) {
    const spans = lineage(each, histories);
    if (spans !== undefined && holds(spans, timeline, lsn)) return each;
  }
  return timeline;
}

/** Reads the timeline in the first eight digits of a segment name; undefined for a backup of a stopped server. Pure. */
export const timelineOf = ({ startWal }: Pick<PostgresBackup, 'startWal'>): number | undefined =>
  startWal === null ? undefined : Number.parseInt(startWal.slice(0, 8), 16);

/** Returns a text such as `timeline 1 up to 0/5000000, then timeline 2`. */
export function lineageText(spans: readonly WalSpan[]): string {
  return spans
    .map(({ timeline, end }) => `timeline ${timeline}${end === undefined ? '' : ` up to ${formatLsn(end)}`}`)
    .join(', then ');
}
