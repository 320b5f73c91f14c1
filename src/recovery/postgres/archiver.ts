import type { Exec } from '../exec.ts';
import { type Connection, rowsOf } from './sql.ts';

/** Reads the statistics of PostgreSQL's archiver. PostgreSQL keeps each segment until it is archived. */

export interface Archiver {
  /** Number of failed attempts to archive a segment, since the statistics were reset. */
  readonly failed: number;
  /** The file that was archived last, as `archive_command` reported. */
  readonly archived: string | undefined;
  /** Time since then, by the clock of the database; ms. */
  readonly archivedAgo: number | undefined;
  /** `archive_timeout`; ms, 0 is off. */
  readonly timeout: number;
  /** The segment that is being written. */
  readonly current: string;
  /** Number of complete segments that wait to be archived. */
  readonly waiting: number;
  /** Size of `pg_wal`. */
  readonly bytes: number;
}

/** Needs a superuser or a member of pg_monitor, on the primary. */
const query = `select json_build_object('failed', failed_count::int, 'archived', last_archived_wal,
  'archivedAgo', (extract(epoch from clock_timestamp() - last_archived_time) * 1000)::bigint,
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'current', pg_walfile_name(pg_current_wal_lsn()),
  'waiting', (select count(*)::int from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'),
  'bytes', (select sum(size)::bigint from pg_ls_waldir())) from pg_stat_archiver;`;

/**
 * Reads the archiver statistics of the primary.
 * @throws {UserError} when the database does not answer.
 */
export async function askArchiver(
  exec: Exec,
  connection: Connection,
  signal: AbortSignal,
): Promise<Archiver> {
  const [row = {}] = await rowsOf(exec, connection, query, signal);
  const { failed, archived, archivedAgo, timeout, current, waiting, bytes } = row;
  return {
    archivedAgo: typeof archivedAgo === 'number' ? archivedAgo : undefined,
    timeout: Number(timeout),
    failed: Number(failed),
    waiting: Number(waiting),
    bytes: Number(bytes),
    current: String(current),
    archived: typeof archived === 'string' ? archived : undefined,
  };
}
