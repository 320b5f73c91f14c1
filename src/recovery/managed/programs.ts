import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';

/** The programs of PostgreSQL in the image of the worker. */

const asking = ['sh', '-ec', 'psql --version; pg_restore --version; pg_dump --version'];

/** @returns the version of pg_dump, such as `17.6`. @throws {UserError} when they are not there. */
export async function pgDumpVersion(exec: Exec, signal: AbortSignal): Promise<string> {
  const { code, stdout } = await exec(asking, { signal });
  if (signal.aborted) throw cancelled();
  const version = /^pg_dump \(PostgreSQL\) (\d+(\.\d+)?)/m.exec(stdout)?.[1];
  if (code === 0 && version !== undefined) return version;
  throw new UserError(
    'the image of the worker is without psql, pg_restore or pg_dump',
    'put the client programs of PostgreSQL into the image of `worker`, of at least the version of the server',
  );
}

/** pg_dump reads no server that is newer than itself. @throws {UserError} where the server is. Pure. */
export function mustReach(program: string, server: string): void {
  const [ours, its] = [program, server].map(version => Number.parseInt(version, 10));
  if (ours !== undefined && its !== undefined && ours >= its) return;
  throw new UserError(
    `pg_dump in the image of the worker is ${program}, and the server is PostgreSQL ${server}, which it cannot read`,
    `put the client programs of PostgreSQL ${Number.parseInt(server, 10)} or later into the image of \`worker\``,
  );
}
