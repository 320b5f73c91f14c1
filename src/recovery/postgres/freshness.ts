import type { Recovery } from '../../config/recovery.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { newestGood, type Stanza } from './info.ts';

/** Checks whether the newest backup and WAL of a repository are recent enough. */

export interface FreshnessLimits {
  /** Maximum age of the newest good backup; ms. */
  readonly backup: number;
  /** Maximum time since the newest segment was archived: the RPO; ms. */
  readonly wal: number;
}

/** Returns the limits for a database as slipway.yml declares it: a backup may be half an interval late. Pure. */
export const declaredLimits = (
  declared: Pick<Recovery['databases'][string], 'incremental' | 'archive-timeout' | 'archive-lag'>,
): FreshnessLimits => ({
  backup: 1.5 * declared.incremental,
  wal: (declared['archive-timeout'] ?? declared.incremental) + declared['archive-lag'],
});

interface Freshness {
  /** The newest restorable backup, with the ms since it ended. Absent without one. */
  readonly backup?: { readonly label: string; readonly age: number };
  /** ms since the newest segment was archived. Absent without one. */
  readonly wal?: number;
  /** Sentences on what is too old or missing. */
  readonly problems: readonly string[];
}

/**
 * Judges the age of the newest backup and of the newest WAL.
 * @param archivedAt the archive holds everything that was written until then, ms since 1970: when its newest segment arrived (archive.ts),
 * or later if the primary reports so (loss-bound.ts), because `archive_timeout` does not close an empty segment.
 * @param now ms since 1970, by a clock other than that of the database.
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
      ? `${where} holds no backup that can be restored; make one`
      : tooOld(`the newest good backup in ${where}, ${backup.label},`, backup.age, limits.backup),
    wal === undefined
      ? `${where} holds no WAL; check archive_command and pg_stat_archiver`
      : tooOld(`the newest WAL in ${where}`, wal, limits.wal),
  ].filter(each => each !== undefined);
  return { ...(backup && { backup }), ...(wal === undefined ? {} : { wal }), problems };
}

function tooOld(what: string, age: number, limit: number): string | undefined {
  if (age <= limit) return undefined;
  return `${what} is ${formatDuration(age)} old; at most ${formatDuration(limit)} is allowed`;
}
