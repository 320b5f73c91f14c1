import { UserError } from '../../toolkit/errors.ts';
import { type ArchivedSegment, type ArchiveListing, newestTimeline } from './archive.ts';
import { brokenAt, gaps, gapText, type WalGap } from './gaps.ts';
import { type Archive, chainOf, type PostgresBackup, type Stanza } from './info.ts';
import { type Histories, holds, lineage, type WalSpan } from './timeline.ts';
import {
  compareSegments,
  formatLsn,
  type Lsn,
  parseSegment,
  type Segment,
  type SegmentSize,
  segmentAt,
  segmentName,
} from './wal.ts';

/**
 * Checks whether the archive holds all WAL that is needed. `pgbackrest verify` reads the files that exist and never reports a missing one:
 * its final reconciliation is not implemented (src/command/verify/verify.c), and it skips a segment that was archived twice.
 */

export interface ContinuityInput {
  readonly stanza: Stanza;
  /** The archive to check; other databases of the stanza have their own. */
  readonly archive: Archive;
  readonly listing: ArchiveListing;
  /** The contents of the history files in the listing. */
  readonly histories: Histories;
  readonly size: SegmentSize;
  /** Label of the oldest backup that is still needed. Default: the oldest of all. */
  readonly from?: string;
  /** `last_archived_wal` of `pg_stat_archiver`: the file that `archive_command` last reported as archived. */
  readonly archived?: string;
}

interface Finding {
  readonly kind: 'backup' | 'chain' | 'gap' | 'history' | 'duplicate' | 'empty' | 'unknown';
  /** A label, a segment or a path. */
  readonly name: string;
  readonly sentence: string;
}

/**
 * Finds what is missing for a recovery from the oldest needed backup to the newest segment.
 * @throws {UserError} when the backup `from` is missing, or `archived` is not a segment name.
 */
export function continuity(input: ContinuityInput): readonly Finding[] {
  const { stanza, archive, listing, histories, size } = input;
  const backups = stanza.backups.filter(
    each => each.repository === archive.repository && each.databaseId === archive.databaseId,
  );
  const files = filesOf(neededIn(input, backups), size);
  if (backups.length === 0) {
    const sentence = `repository ${archive.repository} holds no backup of ${stanza.name}, so its WAL is useless; make a backup`;
    return [{ kind: 'backup', name: stanza.name, sentence }, ...files];
  }
  const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
  const needed = backups.slice(oldestIn(backups, input.from));
  const own = needed.flatMap(each => [...brokenChain(stanza, each), ...ownGaps(each, present, size)]);
  const newest = newestTimeline(listing.histories, present);
  const spans = lineage(newest, histories);
  if (spans === undefined) return [...own, noHistory(newest), ...files];
  const path = pathOf(input, needed, spans, present);
  const missing = path === undefined ? [] : gaps(present, path.from, path.to, spans, size);
  return [...own, ...missing.map(gap => gapFinding(gap, input)), ...files];
}

/** @throws {UserError} when there is no backup with this label. */
function oldestIn(backups: readonly PostgresBackup[], label: string | undefined): number {
  const oldest = label === undefined ? 0 : backups.findIndex(each => each.label === label);
  if (oldest !== -1) return oldest;
  throw new UserError(`the backup ${label} does not exist`, 'choose one that `pgbackrest info` lists');
}

/** Leaves out the files from before the oldest needed backup, if one is named. */
function neededIn({ listing, from, size }: ContinuityInput, backups: readonly PostgresBackup[]) {
  const begin = parseSegment(backups.find(({ label }) => label === from)?.startWal, size);
  if (begin === undefined) return listing;
  const segments = listing.segments.filter(({ segment }) => segment.number >= begin.number);
  return { ...listing, segments, unknown: [] };
}

/** From the oldest needed backup to the newest segment, along its lineage. Undefined when no backup is on that lineage. */
function pathOf(
  { archived, size }: ContinuityInput,
  needed: readonly PostgresBackup[],
  spans: readonly WalSpan[],
  present: readonly Segment[],
): { readonly from: Segment; readonly to: Segment } | undefined {
  const [from] = needed.flatMap(({ startWal, stopLsn }) => {
    const first = parseSegment(startWal, size);
    return first !== undefined && holds(spans, first.timeline, stopLsn) ? [first] : [];
  });
  return from && { from, to: endOf(spans, present, archived, size) ?? from };
}

/** The newest segment that is archived or was reported as archived. */
function endOf(
  spans: readonly WalSpan[],
  present: readonly Segment[],
  archived: string | undefined,
  size: SegmentSize,
): Segment | undefined {
  const reported = archived === undefined ? undefined : reportedSegment(archived, size);
  const all = reported === undefined ? present : [...present, reported];
  // WAL that an old timeline wrote after the branch point is not part of the path.
  const onIt = spans.flatMap(({ timeline, end }) =>
    all
      .filter(each => each.timeline === timeline)
      .filter(each => end === undefined || each.number < segmentAt(0, end, size).number)
      .sort(compareSegments),
  );
  return onIt.at(-1);
}

/** PostgreSQL also archives history files and backup labels, and reports their names. */
function reportedSegment(archived: string, size: SegmentSize): Segment | undefined {
  if (/\.(history|partial|backup)$/.test(archived)) return undefined;
  const segment = parseSegment(archived, size);
  if (segment !== undefined) return segment;
  throw new UserError(
    `"${archived}" is not the name of a segment of ${size} bytes`,
    'check wal_segment_size and pg_stat_archiver of the database',
  );
}

function brokenChain(stanza: Stanza, backup: PostgresBackup): Finding[] {
  if (chainOf(stanza, backup) !== undefined) return [];
  const sentence = `the backup ${backup.label} cannot be restored: a backup that it depends on is missing; make a full backup`;
  return [{ kind: 'chain', name: backup.label, sentence }];
}

/** A backup becomes consistent only with the WAL that was written while it was made. */
function ownGaps(
  { label, startWal, stopWal }: PostgresBackup,
  present: readonly Segment[],
  size: SegmentSize,
): Finding[] {
  const [from, to] = [parseSegment(startWal, size), parseSegment(stopWal, size)];
  if (from === undefined || to === undefined) return [];
  const spans = [{ timeline: from.timeline, begin: 0n as Lsn }];
  return gaps(present, from, { ...to, timeline: from.timeline }, spans, size).map(gap => ({
    kind: 'backup',
    name: label,
    sentence: `the backup ${label} cannot be restored: ${gapText(gap, size)} that it needs ${isOrAre(gap)} not in the archive; make a new backup`,
  }));
}

function gapFinding(gap: WalGap, { archive, archived, size, listing }: ContinuityInput): Finding {
  const name = segmentName({ timeline: gap.timeline, number: gap.first }, size);
  const there = listing.segments.some(
    ({ segment }) => segment.timeline >= gap.timeline && segment.number > gap.last,
  );
  const reported =
    there || archived === undefined ? '' : `, although archive_command reported ${archived} as archived`;
  return {
    kind: 'gap',
    name,
    sentence: `${gapText(gap, size)} ${isOrAre(gap)} not in repository ${archive.repository}${reported}: nothing after ${formatLsn(brokenAt(gap, size))} can be recovered from an earlier backup; make a new backup, and check whether archive-push-queue-max dropped WAL`,
  };
}

const isOrAre = ({ first, last }: WalGap) => (first === last ? 'is' : 'are');

const noHistory = (timeline: number): Finding => ({
  kind: 'history',
  name: String(timeline),
  sentence: `the history file of timeline ${timeline} is not in the archive, so no recovery can follow that timeline; archive the file from pg_wal again, or make a full backup`,
});

/** Problems of single files. */
function filesOf({ segments, unknown }: ArchiveListing, size: SegmentSize): Finding[] {
  const name = ({ segment }: ArchivedSegment) => segmentName(segment, size);
  const twice = [...Map.groupBy(segments, name)].filter(([, each]) => each.length > 1);
  return [
    ...twice.map(
      ([segment]): Finding => ({
        kind: 'duplicate',
        name: segment,
        sentence: `${segment} was archived twice with different content: two servers wrote to one archive, and recovery stops there`,
      }),
    ),
    ...segments
      .filter(each => each.size === 0)
      .map((each): Finding => ({ kind: 'empty', name: name(each), sentence: `${each.path} is empty` })),
    ...unknown.map(
      (path): Finding => ({
        kind: 'unknown',
        name: path,
        sentence: `${path} does not belong in an archive with segments of ${size} bytes`,
      }),
    ),
  ];
}
