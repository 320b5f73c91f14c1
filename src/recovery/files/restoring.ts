import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { parseRestored, refused } from './answers.ts';
import { listFiles, megabytes } from './backing-up.ts';
import { compareFiles, type FileDifference, type Listing, type Totals, totalsOf } from './listing.ts';
import { firstName } from './listing-script.ts';
import { type Access, call, knownVersion, snapshotsOf } from './repository.ts';
import { type BackedUpFolder, restore } from './restic.ts';

/** Restores a folder of files, and compares it with the listing of its backup. */

export interface FilesRestore extends Access {
  readonly source: BackedUpFolder;
  /** Its full ID. */
  readonly snapshot: string;
  /** An existing folder. */
  readonly into: string;
  /** Whether to overwrite files that differ and delete files that are not in the backup. If false, the folder must be empty. */
  readonly replace: boolean;
  /** The listing of the backup; see `FilesBackup`. */
  readonly expected: Listing;
  /** Whether owner and mode of each file must be those of the backup. */
  readonly owners: boolean;
  /** Called after all checks, before the first write. */
  begins?(): Promise<void>;
}

interface RestoredFiles {
  readonly differences: readonly FileDifference[];
  /** Totals without the files that changed during the backup, to compare with those of the manifest. */
  readonly totals: Totals;
}

/**
 * Restores a snapshot.
 * @returns the differences; a restored file that differs from the backup is not an error.
 * @throws UserError when restic cannot restore all files.
 */
export async function restoreFiles(task: FilesRestore): Promise<RestoredFiles> {
  const { repository, source, snapshot, into, replace, expected, exec, signal, report } = task;
  await knownVersion(task);
  const there = await snapshotsOf(task, source);
  if (there === undefined || !there.some(({ id }) => id === snapshot))
    throw new UserError(
      `the backup ${snapshot.slice(0, 8)} of ${source.name} is not in ${repository.name}`,
      'restore it from another repository, or choose another backup',
    );
  if (!replace) await requireEmpty(task);
  await task.begins?.();
  report(`${source.name}: restoring ${snapshot.slice(0, 8)} from ${repository.name} into ${into}`);
  const answer = await call(task, restore({ snapshot, folder: source.folder, into, replace }), source.name);
  if (answer.code !== 0) throw refused(repository, `restore ${source.name}`, answer);
  const { bytes = 0 } = parseRestored(answer) ?? {};
  const files = await listFiles(exec, into, signal);
  report(`${source.name}: restored ${counted(files.length, 'file')}, ${megabytes(bytes)}`);
  const unsettled = new Set(expected.unsettled);
  return {
    differences: compareFiles(expected, files, task),
    totals: totalsOf({ files: files.filter(({ path }) => !unsettled.has(path)) }),
  };
}

async function requireEmpty({ exec, into, signal }: FilesRestore): Promise<void> {
  const { code, stdout, stderr } = await exec(firstName(into), { signal });
  if (signal.aborted) throw cancelled();
  if (code !== 0)
    throw new UserError(
      `the folder ${into} cannot be read: ${stderr.trim().slice(0, 300)}`,
      'create it first, with access for the user that restores',
    );
  if (stdout !== '')
    throw new UserError(
      `the folder ${into} is not empty`,
      'restore into an empty folder, or delete its content first',
    );
}
