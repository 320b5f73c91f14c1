import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';
import { type Connection, rowsOf } from '../postgres/sql.ts';

const query = `select json_build_object('spaces', count(*)) from pg_tablespace
  where spcname not in ('pg_default', 'pg_global');`;

/**
 * What a tablespace holds is in a folder of its own, which is neither moved aside nor on the volume of the copy.
 * @throws UserError for a database with one.
 */
export async function demandOneSpace(exec: Exec, connection: Connection, signal: AbortSignal): Promise<void> {
  const [row] = await rowsOf(exec, connection, query, signal);
  if (Number(row?.spaces ?? 0) === 0) return;
  throw new UserError(
    'the database has tablespaces of its own, whose files are elsewhere, and cannot be restored over itself',
    'restore it into another namespace, and lead the application there',
  );
}
