import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import type { Exec } from './exec.ts';

/** SQL as psql runs it, and its answers. */

export interface Connection {
  readonly database: string;
  readonly user?: string;
  /** A name, or the folder of the socket. */
  readonly host?: string;
  readonly port?: number;
}

/** Without anybody's psqlrc, unaligned, only rows; it ends at the first error with exit code 3. Passwords are in PGPASSFILE. */
export function psql({ database, user, host, port }: Connection): string[] {
  // A plain name that holds `=` would be read as such a string.
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
 * What psql says goes where its rows go, so that a warning that came before a row is read before it. Its own second stream stays open as
 * the third: containerd closes what a command reads as soon as one of those that it writes has ended.
 */
export const together: readonly string[] = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];

/** A text as a constant on one line, whatever is in it. @throws {RangeError} for a zero byte, which no text of PostgreSQL holds. */
export function literal(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text with a zero byte');
  // `E''` and not `''`, so that a backslash means the same with any standard_conforming_strings.
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
  return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

/**
 * Runs a script and reads each line that it prints as a JSON object.
 * @throws {UserError} when it fails or prints anything else.
 */
export async function rowsOf(
  exec: Exec,
  connection: Connection,
  script: string,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { code, stdout, stderr } = await exec(psql(connection), {
    input: script,
    ...(signal && { signal }),
  });
  if (code !== 0)
    throw failed(connection, stderr.trim().split('\n')[0] || `psql ended with ${code ?? 'a signal'}`);
  return stdout
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => rowOf(line) ?? raise(failed(connection, `it answered ${line.slice(0, 80)}`)));
}

function rowOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const failed = ({ database }: Connection, problem: string) =>
  new UserError(
    `the database ${database} did not answer: ${problem.slice(0, 300)}`,
    'fix that and run it again',
  );

function raise(error: Error): never {
  throw error;
}
