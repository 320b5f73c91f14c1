import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';

/** Checks the PostgreSQL client programs in the image of the backup pod. */

const asking = ['sh', '-ec', 'psql --version; pg_restore --version; pg_dump --version'];

/** Returns the version of pg_dump, such as `17.6`. @throws {UserError} when a client program is missing. */
export async function pgDumpVersion(exec: Exec, signal: AbortSignal): Promise<string> {
  const { code, stdout } = await exec(asking, { signal });
  if (signal.aborted) throw cancelled();
  const version = /^pg_dump \(PostgreSQL\) (\d+(\.\d+)?)/m.exec(stdout)?.[1];
  if (code === 0 && version !== undefined) return version;
  throw new UserError(
    'the image of the backup pod lacks psql, pg_restore or pg_dump',
    'add the PostgreSQL client programs to the image of `backup-pod`, in the version of the server or later',
  );
}

/** Checks that pg_dump can dump the server. @throws {UserError} when the server has a newer major version. Pure. */
export function requireSupported(program: string, server: string): void {
  const [ours, its] = [program, server].map(version => Number.parseInt(version, 10));
  if (ours !== undefined && its !== undefined && ours >= its) return;
  throw new UserError(
    `pg_dump ${program} in the image of the backup pod cannot dump a server with PostgreSQL ${server}: the server is newer`,
    `add the client programs of PostgreSQL ${Number.parseInt(server, 10)} or later to the image of \`backup-pod\``,
  );
}
