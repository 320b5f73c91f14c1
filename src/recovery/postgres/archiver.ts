import type { Exec } from './exec.ts';
import { type Connection, rowsOf } from './sql.ts';

/** What PostgreSQL says of its own archiving: what it could not archive yet, it keeps. */

export interface Archiver {
  /** How often a segment was not taken, since statistics were reset. */
  readonly failed: number;
  /** Newest segment of which it was told that it is archived. */
  readonly archived: string | undefined;
  /** How long ago that was, by the clock of the database; ms. */
  readonly archivedAgo: number | undefined;
  /** Its `archive_timeout`; ms, 0 is off. */
  readonly timeout: number;
  /** The one that is written to now. */
  readonly current: string;
  /** Segments that are complete and wait to be archived. */
  readonly waiting: number;
  /** Of `pg_wal`. */
  readonly bytes: number;
}

/** For a superuser, or a member of pg_monitor, on the primary. */
const query = `select json_build_object('failed', failed_count::int, 'archived', last_archived_wal,
  'archivedAgo', (extract(epoch from clock_timestamp() - last_archived_time) * 1000)::bigint,
  'timeout', (select setting::bigint * 1000 from pg_settings where name = 'archive_timeout'),
  'current', pg_walfile_name(pg_current_wal_lsn()),
  'waiting', (select count(*)::int from pg_ls_archive_statusdir() where name ~ '^[0-9A-F]{24}[.]ready$'),
  'bytes', (select sum(size)::bigint from pg_ls_waldir())) from pg_stat_archiver;`;

/** @throws {UserError} when it does not answer. */
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
    ...{ failed: Number(failed), waiting: Number(waiting), bytes: Number(bytes), current: String(current) },
    archived: typeof archived === 'string' ? archived : undefined,
  };
}
