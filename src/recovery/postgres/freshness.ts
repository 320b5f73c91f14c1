import { formatDuration } from '../../toolkit/duration.ts';
import { newestGood, type Stanza } from './info.ts';

/** Whether what is in a repository is new enough. */

export interface FreshnessLimits {
  /** How old the newest good backup may be; ms. */
  readonly backup: number;
  /** How long ago the newest segment may have been archived: the recovery point objective; ms. */
  readonly wal: number;
}

export interface Freshness {
  /** The newest backup that can be restored; ms since it ended. Absent when there is none. */
  readonly backup?: { readonly label: string; readonly age: number };
  /** ms since the newest segment was archived. Absent when there is none. */
  readonly wal?: number;
  /** What is too old or not there. */
  readonly problems: readonly string[];
}

/**
 * @param archivedAt up to when the archive holds all that was written, ms since 1970: when its newest segment came (archive.ts), or later
 * where the primary says so (behind.ts). `archive_timeout` closes no segment in which nothing is.
 * @param now ms since 1970, by a clock that is not the database's.
 */
export function freshness(
  stanza: Stanza,
  repository: number,
  archivedAt: number | undefined,
  limits: FreshnessLimits,
  now: number,
): Freshness {
  const found = newestGood(stanza, repository);
  const backup = found && { label: found.label, age: Math.max(0, now - found.endedAt) };
  const wal = archivedAt === undefined ? undefined : Math.max(0, now - archivedAt);
  const where = `repository ${repository} of ${stanza.name}`;
  const problems = [
    backup === undefined
      ? `${where} holds no backup that can be restored: make one`
      : tooOld(`the newest good backup in ${where}, ${backup.label},`, backup.age, limits.backup),
    wal === undefined
      ? `${where} holds no WAL: look at archive_command and at pg_stat_archiver`
      : tooOld(`the newest WAL in ${where}`, wal, limits.wal),
  ].filter(each => each !== undefined);
  return { ...(backup && { backup }), ...(wal === undefined ? {} : { wal }), problems };
}

function tooOld(what: string, age: number, limit: number): string | undefined {
  if (age <= limit) return undefined;
  return `${what} is ${formatDuration(Math.round(age))} old, and ${formatDuration(limit)} are allowed`;
}
