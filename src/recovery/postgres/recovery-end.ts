import { UserError } from '../../toolkit/errors.ts';
import { defined, isMap, jsonIn } from '../../toolkit/map.ts';
import type { PostgresBackup as InRepository } from './info.ts';
import { endsTooLate, type RecoveryTarget, targetText, timeText } from './target.ts';
import { parseTimelineHistory } from './timeline.ts';
import { formatLsn, type Lsn, parseLsn } from './wal.ts';

/**
 * Checks whether a recovery ended at its target. PostgreSQL records why it ended in the history file of the new timeline: see
 * src/backend/access/transam/xlogrecovery.c, getRecoveryStopReason. `backup_label.old` identifies the backup from which it began.
 */

export interface RecoveryEnd {
  readonly inRecovery: boolean;
  /** Timeline of the WAL that is being written; absent in recovery. */
  readonly timeline?: number;
  /** Where and why the previous timeline ended; absent without one. */
  readonly previous?: { readonly timeline: number; readonly lsn: Lsn; readonly reason: string };
  /** End of the last replayed record; absent after another restart. */
  readonly replayed?: Lsn;
  /** Commit time of the last replayed transaction; ms since 1970, with fractions. Absent without one. */
  readonly lastCommit?: number;
  /** Start LSN of the backup from which it was recovered; absent without one. */
  readonly base?: Lsn;
}

/** Prints one row with one value. Needs a superuser or a member of pg_read_server_files, and PostgreSQL 12 or later. */
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

/**
 * Reads the answer to `recoveryEndQuery`.
 * @throws {UserError} for any other text.
 */
export function parseRecoveryEnd(text: string): RecoveryEnd {
  const value = jsonIn(text, unreadable);
  if (!isMap(value) || typeof value.inRecovery !== 'boolean') throw unreadable();
  const { inRecovery, timeline, history, replayed, lastCommit, label } = value;
  const last = typeof history === 'string' ? parseTimelineHistory(history).at(-1) : undefined;
  const base = typeof label === 'string' ? /^START WAL LOCATION: (\S+) /m.exec(label)?.[1] : undefined;
  return {
    inRecovery,
    ...defined({
      timeline: typeof timeline === 'string' ? Number.parseInt(timeline, 16) : undefined,
      previous: last && { timeline: last.timeline, lsn: last.end, reason: last.reason },
      replayed: typeof replayed === 'string' ? parseLsn(replayed) : undefined,
      lastCommit: typeof lastCommit === 'number' ? lastCommit : undefined,
      base: base === undefined ? undefined : parseLsn(base),
    }),
  };
}

/** The facts of a backup that are needed here. */
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

/** Start and end of the newest segment of an archive. */
interface ArchiveEnd {
  readonly last: Lsn;
  readonly end: Lsn;
}

/**
 * Returns how the end of a recovery deviates from its target; empty if it is right. A fact that cannot be read counts as wrong.
 * @param chosen the backup that was named by `--set`.
 * @param backups all of the stanza, to name the one that was used instead.
 * @param archive for the target `latest`: the newest segment that counts. Recovery must reach its start, and must not pass its end if the
 * target limits the archive to a time.
 */
export function judgeRecovery(
  end: RecoveryEnd,
  target: RecoveryTarget,
  chosen: Backup,
  backups: readonly Backup[],
  archive?: ArchiveEnd,
): Deviation[] {
  const { previous } = end;
  const sought: Sought = { target, chosen, archive };
  if (end.inRecovery)
    return [{ kind: 'in-recovery', sentence: 'the copy is still in recovery; wait until it has ended' }];
  if (previous === undefined || end.timeline === undefined || end.timeline <= previous.timeline)
    return [
      { kind: 'no-recovery', sentence: 'the copy has not started a new timeline: it was not recovered' },
    ];
  return [
    ...otherBackup(end, target, chosen, backups),
    ...stoppedElsewhere(previous, sought),
    ...beyond(end, previous.lsn, sought),
  ];
}

/** It began from the wrong backup, or from one that ended after the target: recovery cannot remove the contents of a backup. */
function otherBackup(
  { base }: RecoveryEnd,
  target: RecoveryTarget,
  chosen: Backup,
  backups: readonly Backup[],
): Deviation[] {
  const taken = base === chosen.startLsn ? chosen : backups.find(({ startLsn }) => startLsn === base);
  const name = taken?.label ?? (base === undefined ? 'none' : `one that began at ${formatLsn(base)}`);
  const found: Deviation[] = [];
  if (taken !== chosen)
    found.push({
      kind: 'other-backup',
      sentence: `the copy was not recovered from the backup ${chosen.label}, but from another one: ${name}`,
    });
  if (taken !== undefined && endsTooLate(taken, target))
    found.push({
      kind: 'beyond-target',
      sentence: `the backup ${taken.label} ended at ${timeText(taken.endedAt)} (${formatLsn(taken.stopLsn)}), not before ${targetText(target)}: the copy holds later changes`,
    });
  return found;
}

const endOfArchive = 'no recovery target specified';

/** Where a recovery should have ended. */
interface Sought {
  readonly target: RecoveryTarget;
  readonly chosen: Backup;
  readonly archive: ArchiveEnd | undefined;
}

type Stop = Pick<NonNullable<RecoveryEnd['previous']>, 'reason' | 'lsn'>;

function stoppedElsewhere(stop: Stop, sought: Sought): Deviation[] {
  const { reason, lsn } = stop;
  const { target } = sought;
  const { isAt, isEarly } = judgeStop(stop, sought);
  if (reason === endOfArchive && target.kind !== 'latest')
    return ignored(`ran to the end of the archive (${formatLsn(lsn)})`, target);
  if (!isAt) return ignored(`ended (${reason})`, target);
  if (!isEarly) return [];
  const sentence = `the recovery ended at ${formatLsn(lsn)} (${reason}), before it reached its target: ${targetText(target)}`;
  return [{ kind: 'too-early', sentence }];
}

/**
 * Returns whether PostgreSQL records this reason when it stops at a target of this kind, and whether it stopped too early there; a reason
 * that names the target is never early.
 */
function judgeStop(
  { reason, lsn }: Stop,
  { target, chosen, archive }: Sought,
): { readonly isAt: boolean; readonly isEarly: boolean } {
  switch (target.kind) {
    // PostgreSQL stops before the first later commit, and records the time of that commit.
    case 'time': {
      const at = stopTime(reason);
      return { isAt: at !== undefined, isEarly: (at ?? 0) <= target.at };
    }
    case 'lsn': {
      const isAt = new RegExp(`^${sideOf(target)} LSN [0-9A-F]+/[0-9A-F]+$`).test(reason);
      return { isAt, isEarly: (parseLsn(reason.split(' ')[2] ?? '') ?? 0n) < target.lsn };
    }
    case 'xid':
      return { isAt: reason === `${sideOf(target)} transaction ${target.xid}`, isEarly: false };
    case 'name':
      return { isAt: reason === `at restore point "${target.name}"`, isEarly: false };
    case 'backup':
      return { isAt: reason === 'reached consistency', isEarly: lsn < chosen.stopLsn };
    case 'latest':
      return { isAt: reason === endOfArchive, isEarly: archive !== undefined && lsn <= archive.last };
  }
}

const sideOf = ({ exclusive }: { readonly exclusive: boolean }) => (exclusive ? 'before' : 'after');

/** The time in `before 2026-11-26 09:00:00.123456+00`; ms since 1970, rounded up, so that a commit after the target counts as later. */
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
  { target, archive }: Sought,
): Deviation[] {
  if (target.kind === 'time' && lastCommit !== undefined && lastCommit > target.at)
    return over(`a transaction that committed at ${timeText(Math.ceil(lastCommit))}`, target);
  const last = replayed > left ? replayed : left;
  const isBeyond =
    target.kind === 'lsn'
      ? target.exclusive && last > target.lsn
      : target.kind === 'latest' && target.at !== undefined && archive !== undefined && last > archive.end;
  return isBeyond ? over(`a record up to ${formatLsn(last)}`, target) : [];
}

const ignored = (what: string, target: RecoveryTarget): Deviation[] => [
  { kind: 'target-ignored', sentence: `the recovery ${what} and ignored its target: ${targetText(target)}` },
];

const over = (what: string, target: RecoveryTarget): Deviation[] => [
  { kind: 'beyond-target', sentence: `${what} was replayed, although the target was ${targetText(target)}` },
];

const unreadable = (cause?: unknown) =>
  new UserError(
    'the end of the recovery cannot be read: the restored database gave an unexpected answer',
    'restore it again',
    { cause },
  );
