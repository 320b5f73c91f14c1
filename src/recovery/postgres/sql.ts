import { UserError } from '../../toolkit/errors.ts';
import { defined, jsonMap } from '../../toolkit/map.ts';
import { endingOf } from '../../toolkit/program.ts';
import type { Exec } from '../exec.ts';

/** Runs SQL with psql, and reads its output. */

export interface Connection {
  readonly database: string;
  readonly user?: string;
  /** A host name, or the folder of the socket. */
  readonly host?: string;
  readonly port?: number;
}

/** Returns a psql command: no psqlrc, unaligned, rows only. It stops at the first error with exit code 3. Passwords are in PGPASSFILE. */
export function psql({ database, user, host, port }: Connection): string[] {
  // psql would read a plain database name with `=` in it as a connection string.
  const parameters = Object.entries({ dbname: database, user, host, port })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
  return [
    'psql',
    '--no-psqlrc',
    '--no-password',
    '--quiet',
    '--no-align',
    '--tuples-only',
    '--set=ON_ERROR_STOP=1',
    `--dbname=${parameters.join(' ')}`,
  ];
}

/**
 * Sends the stderr of psql to its stdout, so that a warning is read before the rows that follow it. The original stderr stays open as
 * descriptor 3: containerd closes the stdin of a command as soon as one of its output streams has ended.
 */
export const together: readonly string[] = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];

/** Returns a text as a string constant on one line. @throws {RangeError} for a zero byte, which no text of PostgreSQL can hold. */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('the text contains a zero byte');
  // `E''` and not `''`, so that a backslash means the same with any standard_conforming_strings.
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
  return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

/**
 * Runs a script and reads each line that it prints as a JSON object.
 * @throws {UserError} when psql fails or prints anything else.
 */
export async function rowsOf(
  exec: Exec,
  connection: Connection,
  script: string,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { code, stdout, stderr } = await exec(psql(connection), { input: script, ...defined({ signal }) });
  if (code !== 0) throw failed(connection, stderr.trim().split('\n')[0] || `psql ${endingOf(code)}`);
  return stdout
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => jsonMap(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}

const failed = ({ database }: Connection, problem: string) =>
  new UserError(
    `the query of the database ${database} failed: ${problem.slice(0, 300)}`,
    'fix this error, then run the step again',
  );

function raise(error: Error): never {
  throw error;
}
