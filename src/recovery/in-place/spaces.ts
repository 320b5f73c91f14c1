import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';
import { type Connection, rowsOf } from '../postgres/sql.ts';

const query = `select json_build_object('spaces', count(*)) from pg_tablespace
  where spcname not in ('pg_default', 'pg_global');`;

/** Counts the tablespaces of a database. @throws UserError if it does not answer. */
export async function tablespacesIn(
  exec: Exec,
  connection: Connection,
  signal: AbortSignal,
): Promise<number> {
  const [row] = await rowsOf(exec, connection, query, signal);
  return Number(row?.spaces ?? 0);
}

/**
 * Checks that a database has no tablespaces: their folders are neither moved aside nor on the volume of the copy.
 * @throws UserError if it has.
 */
export function requireNoTablespaces(count: number): void {
  if (count === 0) return;
  throw new UserError(
    'the database cannot be restored in place: it has tablespaces, whose files are outside the data folder',
    'restore it into another namespace, and point the application there',
  );
}
