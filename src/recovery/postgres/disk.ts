import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from './exec.ts';
import { failureIn, type RepositoryName, settings } from './pgbackrest.ts';

/** How full the disk of a repository is, where pgBackRest keeps it in a folder that the pod of the database sees. */

export interface Disk {
  readonly folder: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes that may still be written. */
  readonly free: number;
}

/**
 * @returns undefined of a bucket, and of a repository on another host: nobody here can tell how full these are.
 * @throws UserError when pgBackRest does not say where the repository is, or `df` does not answer.
 */
export async function diskOf(
  exec: Exec,
  place: RepositoryName,
  signal: AbortSignal,
): Promise<Disk | undefined> {
  const said = await exec(settings(place), { signal });
  const fault = (problem: string) =>
    new UserError(
      `the free space of repository ${place.repository} cannot be read: ${problem}`,
      'run `pgbackrest expire --dry-run` and `df` in the pod of the database',
    );
  if (said.code !== 0) throw fault(failureIn(said));
  const folder = folderIn(said.stdout, place.repository);
  if (folder === undefined) return undefined;
  const answer = await exec(['df', '-Pk', folder], { signal });
  const [size, , free] = /\s(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s/.exec(answer.stdout)?.slice(1) ?? [];
  if (answer.code !== 0 || size === undefined || free === undefined)
    throw fault(`${answer.stderr.trim().slice(0, 200) || 'df gives no numbers'}`);
  return { folder, size: Number(size) * 1024, free: Number(free) * 1024 };
}

/**
 * The folder of a repository, in what pgBackRest prints of its configuration when it begins. What is as usual it does not print.
 * @returns undefined of one that is in no folder of this machine. Pure.
 * @throws UserError when it prints no configuration.
 */
export function folderIn(log: string, repository: number): string | undefined {
  const begin = log.split('\n').find(line => line.includes(' command begin '));
  if (begin === undefined)
    throw new UserError('pgBackRest prints no configuration', 'see whether something stands before its name');
  const option = (name: string) => new RegExp(` --repo${repository}-${name}=(\\S+)`).exec(begin)?.[1];
  if (option('host') !== undefined || !['posix', 'cifs'].includes(option('type') ?? 'posix'))
    return undefined;
  return option('path') ?? '/var/lib/pgbackrest';
}

/**
 * Why a disk is nearly full: a tenth of it is left at most, or less than the next full backup takes. Undefined where it is not. Pure.
 * @param next bytes.
 */
export function nearlyFull({ folder, size, free }: Disk, next: number): string | undefined {
  if (free > size / 10 && free > next) return undefined;
  return `${gigabytes(free)} of ${gigabytes(size)} are free on the disk of ${folder}, and the next full backup takes ${gigabytes(next)}: when the disk is full, no WAL is archived, and the primary stops; enlarge it, or let \`keep\` keep less`;
}

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
