import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';
import { pgbackrestFailure, type RepositoryName, settingsArguments } from './pgbackrest.ts';

/** Reads how full the disk of a repository is, if the repository is a folder that the pod of the database can see. */

interface Disk {
  readonly folder: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes available. */
  readonly free: number;
}

/**
 * Reads the size and the free space of the disk of a repository.
 * @returns undefined for a bucket or a repository on another host, whose free space cannot be read from here.
 * @throws UserError when pgBackRest does not print where the repository is, or `df` fails.
 */
export async function diskOf(
  exec: Exec,
  place: RepositoryName,
  signal: AbortSignal,
): Promise<Disk | undefined> {
  const said = await exec(settingsArguments(place), { signal });
  const fault = (problem: string) =>
    new UserError(
      `the free space of repository ${place.repository} cannot be read: ${problem}`,
      'run `pgbackrest expire --dry-run` and `df` in the pod of the database',
    );
  if (said.code !== 0) throw fault(pgbackrestFailure(said));
  const folder = folderIn(said.stdout, place.repository);
  if (folder === undefined) return undefined;
  const answer = await exec(['df', '-Pk', folder], { signal });
  const [size, , free] = /\s(\d+)\s+(\d+)\s+(\d+)\s+\d+%\s/.exec(answer.stdout)?.slice(1) ?? [];
  if (answer.code !== 0 || size === undefined || free === undefined)
    throw fault(`${answer.stderr.trim().slice(0, 200) || 'df printed no numbers'}`);
  return { folder, size: Number(size) * 1024, free: Number(free) * 1024 };
}

/**
 * Finds the folder of a repository in the options that pgBackRest logs when it starts. It does not log default values.
 * @returns undefined if the repository is not a folder of this machine. Pure.
 * @throws UserError when the log has no options.
 */
export function folderIn(log: string, repository: number): string | undefined {
  const begin = log.split('\n').find(line => line.includes(' command begin '));
  if (begin === undefined)
    throw new UserError(
      'pgBackRest did not print its configuration',
      'check whether a wrapper script replaces the pgbackrest program',
    );
  const option = (name: string) => new RegExp(` --repo${repository}-${name}=(\\S+)`).exec(begin)?.[1];
  if (option('host') !== undefined || !['posix', 'cifs'].includes(option('type') ?? 'posix'))
    return undefined;
  return option('path') ?? '/var/lib/pgbackrest';
}

/**
 * Returns a warning if a disk is nearly full: at most a tenth is free, or no more than the next full backup takes. Pure.
 * @param next size of the next full backup; bytes.
 */
export function nearlyFull({ folder, size, free }: Disk, next: number): string | undefined {
  if (free > size / 10 && free > next) return undefined;
  return `${gigabytes(free)} of ${gigabytes(size)} are free on the disk of ${folder}, and the next full backup takes ${gigabytes(next)}: when the disk is full, no WAL is archived, and the primary stops; enlarge the disk, or lower \`keep\``;
}

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
