import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import type { Backup as InRepository } from './info.ts';
import { endsTooLate, type Target, targetText, timeText } from './target.ts';
import { parseHistory } from './timeline.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * Whether a recovery ended where it was told to. PostgreSQL notes why in the history file of the timeline that it began: src/backend/
 * access/transam/xlogrecovery.c, getRecoveryStopReason. From which backup it began is in `backup_label.old`.
 */

export interface RecoveryEnd {
  readonly inRecovery: boolean;
  /** Of the log that is written now; absent in recovery. */
  readonly timeline?: number;
  /** Where the timeline before was left, and why: absent when none was. */
  readonly left?: { readonly timeline: number; readonly lsn: Lsn; readonly reason: string };
  /** The end of the last record that was applied; absent after another restart. */
  readonly replayed?: Lsn;
  /** When the last transaction that was applied had committed; ms since 1970, with fractions. Absent when there was none. */
  readonly lastCommit?: number;
  /** Where the backup began from which it was recovered; absent when there was none. */
  readonly base?: Lsn;
}

/** One row, one value. For a superuser, or a member of pg_read_server_files. PostgreSQL 12 and later. */
export const recoveryEndQuery = `
select json_build_object(
  'inRecovery', pg_is_in_recovery(),
  'timeline', case when not pg_is_in_recovery() then substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) end,
  'history', case when not pg_is_in_recovery() then pg_read_file(
    'pg_wal/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) || '.history', 0, 1000000, true) end,
  'replayed', pg_last_wal_replay_lsn()::text,
  'lastCommit', extract(epoch from pg_last_xact_replay_timestamp()) * 1000,
  'label', pg_read_file('backup_label.old', 0, 10000, true)
)`;

/** @throws {UserError} for what is no answer to the query. */
export function parseRecoveryEnd(text: string): RecoveryEnd {
  const value = jsonOf(text);
  if (!isMap(value) || typeof value.inRecovery !== 'boolean') throw unreadable();
  const { inRecovery, timeline, history, replayed, lastCommit, label } = value;
  const last = typeof history === 'string' ? parseHistory(history).at(-1) : undefined;
  const lsn = typeof replayed === 'string' ? parseLsn(replayed) : undefined;
  const base = typeof label === 'string' ? /^START WAL LOCATION: (\S+) /m.exec(label)?.[1] : undefined;
  const start = base === undefined ? undefined : parseLsn(base);
  return {
    inRecovery,
    ...(typeof timeline === 'string' ? { timeline: Number.parseInt(timeline, 16) } : {}),
    ...(last && { left: { timeline: last.timeline, lsn: last.end, reason: last.reason } }),
    ...(lsn === undefined ? {} : { replayed: lsn }),
    ...(typeof lastCommit === 'number' ? { lastCommit } : {}),
    ...(start === undefined ? {} : { base: start }),
  };
}

/** What of a backup has to be known. */
type Backup = Pick<InRepository, 'label' | 'startLsn' | 'stopLsn' | 'endedAt'>;

export interface Deviation {
  readonly kind:
    | 'in-recovery'
    | 'no-recovery'
    | 'other-backup'
    | 'target-ignored'
    | 'beyond-target'
    | 'too-early';
  readonly sentence: string;
}

/** Where the newest segment of an archive begins and ends. */
export interface ArchiveEnd {
  readonly last: Lsn;
  readonly end: Lsn;
}

/**
 * How the end of a recovery deviates from what was asked for; nothing when it is right. What cannot be read counts as wrong.
 * @param chosen the backup that was named by `--set`.
 * @param backups all of the stanza, to name the one that was taken in its place.
 * @param archive for the target `latest`: the beginning of the newest segment that counts, which has to be reached, and its end, which
 * must not be passed where the target says until when the archive counts.
 */
export function judgeRecovery(
  end: RecoveryEnd,
  target: Target,
  chosen: Backup,
  backups: readonly Backup[],
  archive?: ArchiveEnd,
): Deviation[] {
  const { left } = end;
  if (end.inRecovery)
    return [{ kind: 'in-recovery', sentence: 'the copy is still in recovery: wait until it has ended' }];
  if (left === undefined || end.timeline === undefined || end.timeline <= left.timeline)
    return [{ kind: 'no-recovery', sentence: 'the copy began no timeline of its own: it was not recovered' }];
  return [
    ...otherBackup(end, target, chosen, backups),
    ...stoppedElsewhere(left.reason, left.lsn, target, chosen, archive),
    ...beyond(end, left.lsn, target, archive),
  ];
}

/** It began from another backup, or from one that ends after the target: recovery cannot take back what a backup holds. */
function otherBackup(
  { base }: RecoveryEnd,
  target: Target,
  chosen: Backup,
  backups: readonly Backup[],
): Deviation[] {
  const taken = base === chosen.startLsn ? chosen : backups.find(({ startLsn }) => startLsn === base);
  const name = taken?.label ?? (base === undefined ? 'none' : `one that began at ${formatLsn(base)}`);
  const found: Deviation[] = [];
  if (taken !== chosen)
    found.push({
      kind: 'other-backup',
      sentence: `the copy was recovered from another backup than ${chosen.label}: ${name}`,
    });
  if (taken !== undefined && endsTooLate(taken, target))
    found.push({
      kind: 'beyond-target',
      sentence: `the backup ${taken.label} ended at ${timeText(taken.endedAt)} (${formatLsn(taken.stopLsn)}), not before ${targetText(target)}: the copy holds what came later`,
    });
  return found;
}

function stoppedElsewhere(
  reason: string,
  lsn: Lsn,
  target: Target,
  chosen: Backup,
  archive: ArchiveEnd | undefined,
): Deviation[] {
  if (reason === 'no recovery target specified' && target.kind !== 'latest')
    return ignored(`ran to the end of the archive, ${formatLsn(lsn)}`, target);
  if (!isStopAt(reason, target)) return ignored(`ended ${reason}`, target);
  if (!isEarly(reason, lsn, target, chosen, archive)) return [];
  const sentence = `the recovery ended ${reason} at ${formatLsn(lsn)}, before it had reached ${targetText(target)}`;
  return [{ kind: 'too-early', sentence }];
}

function isEarly(
  reason: string,
  lsn: Lsn,
  target: Target,
  chosen: Backup,
  archive: ArchiveEnd | undefined,
): boolean {
  switch (target.kind) {
    case 'time':
      return (stopTime(reason) ?? 0) <= target.at;
    case 'lsn':
      return (parseLsn(reason.split(' ')[2] ?? '') ?? 0n) < target.lsn;
    case 'backup':
      return lsn < chosen.stopLsn;
    case 'latest':
      return archive !== undefined && lsn <= archive.last;
    // The reason has named it.
    case 'xid':
    case 'name':
      return false;
  }
}

/** Whether it is what PostgreSQL notes when it stops at a target of this kind. */
function isStopAt(reason: string, target: Target): boolean {
  switch (target.kind) {
    // It stops before the first commit that came later, of which it notes the time.
    case 'time':
      return reason.startsWith('before ') && stopTime(reason) !== undefined;
    case 'lsn':
      return new RegExp(`^${target.exclusive ? 'before' : 'after'} LSN [0-9A-F]+/[0-9A-F]+$`).test(reason);
    case 'xid':
      return reason === `${target.exclusive ? 'before' : 'after'} transaction ${target.xid}`;
    case 'name':
      return reason === `at restore point "${target.name}"`;
    case 'backup':
      return reason === 'reached consistency';
    case 'latest':
      return reason === 'no recovery target specified';
  }
}

/** Of `before 2026-11-26 09:00:00.123456+00`; ms since 1970, the rest of a millisecond rounded up: only a later one is beyond. */
function stopTime(reason: string): number | undefined {
  const [, day, time, micros = '', zone = ''] =
    /^before (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d)?)$/.exec(reason) ?? [];
  const seconds = Date.parse(`${day}T${time}${zone.length === 3 ? `${zone}:00` : zone}`);
  if (Number.isNaN(seconds)) return undefined;
  return seconds + Math.ceil(Number(micros.padEnd(6, '0')) / 1000);
}

function beyond(
  { lastCommit, replayed = 0n as Lsn }: RecoveryEnd,
  left: Lsn,
  target: Target,
  archive: ArchiveEnd | undefined,
): Deviation[] {
  if (target.kind === 'time' && lastCommit !== undefined && lastCommit > target.at)
    return over(`a transaction that committed at ${timeText(Math.ceil(lastCommit))}`, target);
  const last = replayed > left ? replayed : left;
  if (target.kind === 'lsn' && target.exclusive && last > target.lsn)
    return over(`a record up to ${formatLsn(last)}`, target);
  if (target.kind === 'latest' && target.at !== undefined && archive !== undefined && last > archive.end)
    return over(`a record up to ${formatLsn(last)}`, target);
  return [];
}

const ignored = (what: string, target: Target): Deviation[] => [
  { kind: 'target-ignored', sentence: `the recovery ${what} in place of ${targetText(target)}` },
];

const over = (what: string, target: Target): Deviation[] => [
  { kind: 'beyond-target', sentence: `${what} was applied although the target was ${targetText(target)}` },
];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) =>
  new UserError('what the restored database says of its recovery cannot be read', 'restore it again', {
    cause,
  });
