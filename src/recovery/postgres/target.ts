import { UserError } from '../../toolkit/errors.ts';
import { type ArchiveListing, newestTimeline } from './archive.ts';
import { gaps, gapText, isOnPath } from './gaps.ts';
import { chainOf, type PostgresBackup, type Stanza } from './info.ts';
import type { RestoreTarget } from './pgbackrest.ts';
import { literal } from './sql.ts';
import { holds, lineageText, timelineAt, timelineOf, timelineWith, type WalSpan } from './timeline.ts';
import {
  formatLsn,
  type Lsn,
  parseSegment,
  type Segment,
  type SegmentSize,
  segmentAt,
  segmentBefore,
} from './wal.ts';

/**
 * Chooses the backup from which to recover to a target; `--set` then pins it. pgBackRest chooses only for times and accepts any set that is
 * named, and a recovery that begins after its target ends there without an error.
 */

export type RecoveryTarget =
  /** Everything that was committed until then; ms since 1970. */
  | { readonly kind: 'time'; readonly at: number }
  /** Up to the record that begins there, inclusive or exclusive; with `timeline`, as that one wrote it. Default: as the newest one did. */
  | { readonly kind: 'lsn'; readonly lsn: Lsn; readonly exclusive: boolean; readonly timeline?: number }
  /** `at` is the time of the transaction or of the restore point, because no backup records it; ms since 1970. */
  | { readonly kind: 'xid'; readonly xid: string; readonly at: number; readonly exclusive: boolean }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  /** The end of this backup. */
  | { readonly kind: 'backup'; readonly label: string }
  /** The end of the archive; with `at`, without the WAL that arrived after that time; ms since 1970. */
  | { readonly kind: 'latest'; readonly at?: number };

export interface ChoiceInput {
  readonly stanza: Stanza;
  readonly repository: number;
  readonly target: RecoveryTarget;
  /** The lineage of the timeline on which to recover: `lineage` of timeline.ts. */
  readonly spans: readonly WalSpan[];
  readonly listing: ArchiveListing;
  readonly size: SegmentSize;
  /** Label of the requested backup. Default: the best one is chosen. */
  readonly set?: string;
}

export interface BackupChoice {
  readonly backup: PostgresBackup;
  readonly target: RestoreTarget;
  readonly timeline: number | 'current';
  readonly spans: readonly WalSpan[];
  /** Why newer backups were not chosen. */
  readonly rejected: readonly string[];
}

/**
 * Chooses the newest intact backup that ended before the target on the lineage of the target. The archive must hold all WAL from it to the
 * target.
 * @throws {UserError} when there is none, the named one ends too late, or WAL is missing or not yet archived.
 */
export function choose(input: ChoiceInput): BackupChoice {
  const { target, spans, repository, stanza } = input;
  const here = stanza.backups.filter(each => each.repository === repository);
  const named = target.kind === 'backup' ? target.label : input.set;
  const rejected: string[] = [];
  for (const backup of here.toReversed()) {
    if (named !== undefined && backup.label !== named) continue;
    const objection = objectionTo(backup, input, named !== undefined);
    if (objection === undefined) {
      requireWal(backup, input);
      const timeline = target.kind === 'backup' ? 'current' : (spans.at(-1)?.timeline ?? 'current');
      return { backup, target: formatTarget(target), timeline, spans, rejected };
    }
    rejected.push(`the backup ${backup.label} ${objection}`);
  }
  throw none(input, here, named, rejected);
}

/** Returns the timeline on which a recovery reaches the target. Pure. */
export function timelineFor(
  target: RecoveryTarget,
  own: Parameters<typeof timelineAt>[1],
  size: SegmentSize,
): number {
  if (target.kind === 'lsn' && target.timeline !== undefined)
    return timelineWith(target.timeline, target.lsn, own);
  if (target.kind === 'time' || target.kind === 'xid' || target.kind === 'name')
    return timelineAt(target.at, own, size);
  return newestTimeline(
    own.listing.histories,
    own.listing.segments.map(({ segment }) => segment),
  );
}

/** Returns the options for pgBackRest. It refuses an ISO 8601 time with `T` and `Z` (error 29), and reads one without a zone as local. */
export function formatTarget(target: RecoveryTarget): RestoreTarget {
  switch (target.kind) {
    case 'time':
      return { type: 'time', value: timeText(target.at) };
    case 'lsn':
      return { type: 'lsn', value: formatLsn(target.lsn), exclusive: target.exclusive };
    case 'xid':
      return { type: 'xid', value: target.xid, exclusive: target.exclusive };
    case 'name':
      return { type: 'name', value: target.name };
    case 'backup':
      return { type: 'immediate' };
    case 'latest':
      return { type: 'default' };
  }
}

/** Returns SQL that removes the LSN to pause at, and sets the target. Pure. */
export function targetScript({ type, value, exclusive }: RestoreTarget): string {
  const reset = ['lsn', 'inclusive', 'action'].map(name => `alter system reset recovery_target_${name};`);
  if (type === 'default') return reset.join('\n');
  return [
    ...reset,
    `alter system set recovery_target_${type} = ${literal(value ?? '')};`,
    `alter system set recovery_target_inclusive = ${exclusive !== true};`,
    `alter system set recovery_target_action = 'promote';`,
  ].join('\n');
}

/** Returns a text such as `2026-11-26 09:00:00.123+00`. */
export const timeText = (at: number): string =>
  new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');

/** Returns the target as a text for display. */
export function targetText(target: RecoveryTarget): string {
  switch (target.kind) {
    case 'time':
      return timeText(target.at);
    case 'lsn':
      return `${target.exclusive ? 'just before ' : ''}LSN ${formatLsn(target.lsn)}`;
    case 'xid':
      return `${target.exclusive ? 'just before ' : ''}transaction ${target.xid}`;
    case 'name':
      return `restore point ${target.name}`;
    case 'backup':
      return `the end of the backup ${target.label}`;
    case 'latest':
      return target.at === undefined
        ? 'the end of the archive'
        : `the end of the archive as of ${timeText(target.at)}`;
  }
}

/**
 * Returns whether a backup holds changes from after the target, or may hold them. pgBackRest records whole seconds, so a backup that ended
 * in the second of the target may have ended after it.
 */
export function endsTooLate(
  { endedAt, stopLsn }: Pick<PostgresBackup, 'endedAt' | 'stopLsn'>,
  target: RecoveryTarget,
): boolean {
  if (target.kind === 'lsn') return stopLsn >= target.lsn;
  return target.kind !== 'backup' && target.at !== undefined && endedAt + 1000 > target.at;
}

/** Returns why a backup cannot be used. Damaged pages are accepted if the user named the backup. */
function objectionTo(
  backup: PostgresBackup,
  { stanza, target, spans }: ChoiceInput,
  named: boolean,
): string | undefined {
  const end = `ended at ${timeText(backup.endedAt)} (${formatLsn(backup.stopLsn)})`;
  if (endsTooLate(backup, target))
    return `${end}, not before ${targetText(target)}: it may hold later changes`;
  if (chainOf(stanza, backup) === undefined) return 'depends on a backup that is missing';
  if (backup.damaged === true && !named) return 'has damaged pages; name it explicitly to use it anyway';
  const timeline = timelineOf(backup);
  if (target.kind !== 'backup' && timeline !== undefined && !holds(spans, timeline, backup.stopLsn))
    return `is on timeline ${timeline} and ${end}, which is not in the history of the target timeline (${lineageText(spans)})`;
  return undefined;
}

function none(
  { target, stanza, repository }: ChoiceInput,
  here: readonly PostgresBackup[],
  named: string | undefined,
  rejected: readonly string[],
): UserError {
  const where = `repository ${repository} of ${stanza.name}`;
  if (here.length === 0)
    return new UserError(`${where} holds no backup`, 'choose another repository, or make a backup');
  if (named !== undefined && rejected.length === 0)
    return new UserError(`${where} holds no backup ${named}`, 'choose one that `pgbackrest info` lists');
  const reasons = rejected.slice(-3).join('; ');
  return new UserError(
    `no backup in ${where} can be recovered to ${targetText(target)}: ${reasons}`,
    'choose a later target, or a repository that reaches further back',
  );
}

/** @throws {UserError} when WAL between the backup and the target is missing. */
function requireWal(backup: PostgresBackup, { target, spans, listing, size, repository }: ChoiceInput): void {
  const from = parseSegment(backup.startWal, size);
  if (from === undefined) return;
  const present = listing.segments.filter(({ size: bytes }) => bytes > 0).map(({ segment }) => segment);
  // The backup's own WAL is always checked: in a copied repository all segments seem to be newer than the target.
  const own = [{ timeline: from.timeline, begin: 0n as Lsn }];
  const end = segmentBefore(from.timeline, backup.stopLsn, size);
  const missing = gaps(present, from, end, own, size);
  if (target.kind !== 'backup') {
    const to = lastNeeded(target, spans, listing, size);
    const used = spans.at(-1)?.timeline ?? 0;
    const newer = newestTimeline(listing.histories, present);
    const absent = `the WAL up to ${targetText(target)} is not in repository ${repository}`;
    if (to === undefined && newer > used)
      throw new UserError(
        `${absent}: timeline ${used}, which was written then, was abandoned before`,
        `choose an earlier target, or a time after timeline ${newer} began`,
      );
    if (to === undefined)
      throw new UserError(
        absent,
        'run select pg_switch_wal() on the primary if it still exists and wait until the segment is archived, or choose an earlier target',
      );
    missing.push(...gaps(present, from, to, spans, size));
  }
  const [first] = missing;
  if (first === undefined) return;
  throw new UserError(
    `the backup ${backup.label} cannot be recovered to ${targetText(target)}: repository ${repository} lacks ${gapText(first, size)}`,
    'choose another repository, a later backup, or a target before the gap',
  );
}

/**
 * Returns the last segment that recovery must read; undefined if it is not archived yet. Recovery stops at a record beyond the target, so
 * that record must be archived, too: otherwise PostgreSQL fails with "recovery ended before configured recovery target was reached".
 */
function lastNeeded(
  target: Exclude<RecoveryTarget, { kind: 'backup' }>,
  spans: readonly WalSpan[],
  { segments }: ArchiveListing,
  size: SegmentSize,
): Segment | undefined {
  const onPath = segments.filter(({ segment }) => isOnPath(segment, spans, size));
  if (target.kind === 'latest') return onPath.at(-1)?.segment;
  if (target.kind === 'lsn') {
    const span = spans.findLast(
      ({ begin }) => segmentAt(0, begin, size).number <= segmentAt(0, target.lsn, size).number,
    );
    const needed = span && segmentAt(span.timeline, target.lsn, size);
    const last = onPath.at(-1)?.segment;
    return needed === undefined || last === undefined || last.number < needed.number ? undefined : needed;
  }
  // A segment is archived after its content was committed: all segments that arrived before the target are needed, and the next one.
  return onPath.find(({ archivedAt }) => archivedAt > target.at)?.segment;
}
