import { UserError } from '../../toolkit/errors.ts';
import { type ArchivedSegment, type ArchiveListing, newestTimeline } from './archive.ts';
import { brokenAt, type Gap, gaps, gapText } from './gaps.ts';
import { type Archive, type Backup, chainOf, type Stanza } from './info.ts';
import { type Histories, holds, lineage, type Span } from './timeline.ts';
import {
  beginOf,
  formatLsn,
  type Lsn,
  next,
  parseSegment,
  type Segment,
  type SegmentSize,
  segmentAt,
  segmentName,
} from './wal.ts';

/**
 * Whether the archive holds all WAL that is needed. `pgbackrest verify` reads what is there and never says what is not: its final
 * reconciliation is not written (src/command/verify/verify.c), and it passes over a segment that was archived twice.
 */

export interface ContinuityInput {
  readonly stanza: Stanza;
  /** The archive that is looked at: those of other databases of the stanza are another question. */
  readonly archive: Archive;
  readonly listing: ArchiveListing;
  /** What is in the history files of the listing. */
  readonly histories: Histories;
  readonly size: SegmentSize;
  /** Label of the oldest backup that is still needed; the oldest of all, when absent. */
  readonly from?: string;
  /** `last_archived_wal` of `pg_stat_archiver`: what PostgreSQL was told to be archived. */
  readonly archived?: string;
}

export interface Finding {
  readonly kind: 'backup' | 'chain' | 'gap' | 'history' | 'duplicate' | 'empty' | 'unknown';
  /** A label, a segment or a path. */
  readonly name: string;
  readonly sentence: string;
}

export interface Continuity {
  /** Up to where the newest backup can be rolled forward without a hole. Absent when there is no such backup. */
  readonly recoverable?: { readonly timeline: number; readonly lsn: Lsn };
  readonly findings: readonly Finding[];
}

/** @throws {UserError} when the backup of `from` is not there, or `archived` names no segment. */
export function continuity(input: ContinuityInput): Continuity {
  const { stanza, archive, listing, histories, size } = input;
  const backups = stanza.backups.filter(
    each => each.repository === archive.repository && each.databaseId === archive.databaseId,
  );
  const files = filesOf(listing, size);
  if (backups.length === 0) {
    const sentence = `repository ${archive.repository} holds no backup of ${stanza.name}: its WAL is worth nothing; make one`;
    return { findings: [{ kind: 'backup', name: stanza.name, sentence }, ...files] };
  }
  const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
  const own = backups.flatMap(each => [...brokenChain(stanza, each), ...ownGaps(each, present, size)]);
  const newest = newestTimeline(listing.histories, present);
  const spans = lineage(newest, histories);
  if (spans === undefined) return { findings: [...own, noHistory(newest), ...files] };
  const path = pathOf(input, backups, spans, present);
  const missing = path === undefined ? [] : gaps(present, path.from, path.to, spans, size);
  return {
    ...(path && { recoverable: recoverable(path, missing, size) }),
    findings: [...own, ...missing.map(gap => gapFinding(gap, input)), ...files],
  };
}

interface Path {
  readonly from: Segment;
  readonly to: Segment;
  /** The newest backup on it. */
  readonly base: Backup;
}

/** From the oldest backup that is needed to the newest segment, on the timelines that lead there. Undefined when none leads there. */
function pathOf(
  { from: label, archived, size }: ContinuityInput,
  backups: readonly Backup[],
  spans: readonly Span[],
  present: readonly Segment[],
): Path | undefined {
  const oldest = label === undefined ? 0 : backups.findIndex(each => each.label === label);
  if (oldest === -1)
    throw new UserError(`there is no backup ${label}`, 'name one that pgbackrest info lists');
  const onIt = backups.slice(oldest).flatMap(base => {
    const from = base.startWal === null ? undefined : parseSegment(base.startWal, size);
    return from !== undefined && holds(spans, from.timeline, base.stopLsn) ? [{ from, base }] : [];
  });
  const [first] = onIt;
  const last = onIt.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: endOf(spans, present, archived, size) ?? first.from, base: last.base };
}

/** The newest segment that is there or that PostgreSQL was told to be there. */
function endOf(
  spans: readonly Span[],
  present: readonly Segment[],
  archived: string | undefined,
  size: SegmentSize,
): Segment | undefined {
  const told = archived === undefined ? undefined : toldSegment(archived, size);
  const all = told === undefined ? present : [...present, told];
  // What an old timeline wrote after it was left is not part of the path.
  const ends = spans.map(({ timeline, end }) =>
    all
      .filter(each => each.timeline === timeline)
      .filter(each => end === undefined || each.number < segmentAt(0, end, size).number)
      .reduce<Segment | undefined>(
        (last, each) => (last && last.number > each.number ? last : each),
        undefined,
      ),
  );
  return ends.findLast(each => each !== undefined);
}

/** PostgreSQL archives history files and labels of backups as well, and names them there. */
function toldSegment(archived: string, size: SegmentSize): Segment | undefined {
  if (/\.(history|partial|backup)$/.test(archived)) return undefined;
  const segment = parseSegment(archived, size);
  if (segment !== undefined) return segment;
  throw new UserError(
    `${archived} names no segment of ${size} bytes`,
    'look at wal_segment_size and pg_stat_archiver of the database',
  );
}

function recoverable({ base, to }: Path, missing: readonly Gap[], size: SegmentSize) {
  const broken = missing.find(
    gap => brokenAt(gap, size) >= base.startLsn || holdsLsn(gap, base.startLsn, size),
  );
  return broken === undefined
    ? { timeline: to.timeline, lsn: beginOf(next(to), size) }
    : { timeline: broken.timeline, lsn: brokenAt(broken, size) };
}

const holdsLsn = ({ first, last }: Gap, lsn: Lsn, size: SegmentSize) => {
  const { number } = segmentAt(0, lsn, size);
  return first <= number && number <= last;
};

function brokenChain(stanza: Stanza, backup: Backup): Finding[] {
  if (chainOf(stanza, backup) !== undefined) return [];
  const sentence = `the backup ${backup.label} cannot be restored: a backup that it is built upon is not there; make a full one`;
  return [{ kind: 'chain', name: backup.label, sentence }];
}

/** Without what was written while it was made, a backup never becomes consistent. */
function ownGaps(
  { label, startWal, stopWal }: Backup,
  present: readonly Segment[],
  size: SegmentSize,
): Finding[] {
  const from = startWal === null ? undefined : parseSegment(startWal, size);
  const to = stopWal === null ? undefined : parseSegment(stopWal, size);
  if (from === undefined || to === undefined) return [];
  const spans = [{ timeline: from.timeline, begin: 0n as Lsn }];
  return gaps(present, from, { ...to, timeline: from.timeline }, spans, size).map(gap => ({
    kind: 'backup',
    name: label,
    sentence: `the backup ${label} cannot be restored: ${gapText(gap, size)} of its own WAL ${isOrAre(gap)} not in the archive; make another`,
  }));
}

function gapFinding(gap: Gap, { archive, archived, size, listing }: ContinuityInput): Finding {
  const name = segmentName({ timeline: gap.timeline, number: gap.first }, size);
  const there = listing.segments.some(
    ({ segment }) => segment.timeline >= gap.timeline && segment.number > gap.last,
  );
  const told =
    there || archived === undefined ? '' : `, although PostgreSQL was told that ${archived} is archived`;
  return {
    kind: 'gap',
    name,
    sentence: `${gapText(gap, size)} ${isOrAre(gap)} not in repository ${archive.repository}${told}: nothing after ${formatLsn(brokenAt(gap, size))} can be recovered from a backup before it; make a new one, and look whether archive-push-queue-max dropped WAL`,
  };
}

const isOrAre = ({ first, last }: Gap) => (first === last ? 'is' : 'are');

const noHistory = (timeline: number): Finding => ({
  kind: 'history',
  name: String(timeline),
  sentence: `the history of timeline ${timeline} is not in the archive, so nobody can recover on it; archive its history file from pg_wal again, or make a full backup`,
});

/** What is wrong with single files. */
function filesOf({ segments, unknown }: ArchiveListing, size: SegmentSize): Finding[] {
  const name = ({ segment }: ArchivedSegment) => segmentName(segment, size);
  const twice = [...Map.groupBy(segments, name)].filter(([, each]) => each.length > 1);
  return [
    ...twice.map(
      ([segment]): Finding => ({
        kind: 'duplicate',
        name: segment,
        sentence: `${segment} was archived twice with another content: two servers wrote into one archive, and recovery stops there`,
      }),
    ),
    ...segments
      .filter(each => each.size === 0)
      .map((each): Finding => ({ kind: 'empty', name: name(each), sentence: `${each.path} is empty` })),
    ...unknown.map(
      (path): Finding => ({
        kind: 'unknown',
        name: path,
        sentence: `${path} is no file of an archive with segments of ${size} bytes`,
      }),
    ),
  ];
}
