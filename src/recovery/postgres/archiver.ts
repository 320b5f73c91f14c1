import type { Exec } from './exec.ts';
import { type Connection, rowsOf } from './sql.ts';

/** What PostgreSQL says of its own archiving: what it could not archive yet, it keeps. */

export interface Archiver {
  /** How often a segment was not taken, since statistics were reset. */
  readonly failed: number;
  /** Newest segment of which it was told that it is archived. */
  readonly archived: string | undefined;
  /** The one that is written to now. */
  readonly current: string;
  /** Segments that are complete and wait to be archived. */
  readonly waiting: number;
  /** Of `pg_wal`. */
  readonly bytes: number;
}

/** For a superuser, or a member of pg_monitor, on the primary. */
const query = `select json_build_object('failed', failed_count::int, 'archived', last_archived_wal,
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
  const { failed, archived, current, waiting, bytes } = row;
  return {
    ...{ failed: Number(failed), waiting: Number(waiting), bytes: Number(bytes), current: String(current) },
    archived: typeof archived === 'string' ? archived : undefined,
  };
}
