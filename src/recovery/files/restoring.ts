import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { parseRestored, refused } from './answers.ts';
import { listFiles, megabytes } from './backing-up.ts';
import { compareFiles, type FileDifference, type Listing, type Totals, totalsOf } from './listing.ts';
import { looking } from './listing-script.ts';
import { type Access, call, knownVersion, snapshotsOf } from './repository.ts';
import { restore, type Source } from './restic.ts';

/** Restores a folder of files, and compares what came with what was there when it was backed up. */

export interface FilesRestore extends Access {
  readonly source: Source;
  /** Its whole name. */
  readonly snapshot: string;
  /** Into which folder, which is there. */
  readonly into: string;
  /** Make what is in the folder as it was: write over what differs, and delete what was not there. Else it has to be empty. */
  readonly replace: boolean;
  /** What was there; see `FilesBackup`. */
  readonly expected: Listing;
  /** Whether owner and mode of each file have to be those that they were. */
  readonly owners: boolean;
  /** Called when the folder is as it has to be, before anything is written into it. */
  begins?(): Promise<void>;
}

export interface RestoredFiles {
  readonly differences: readonly FileDifference[];
  /** Of what was settled when it was backed up, as the manifest has it. */
  readonly totals: Totals;
}

/** @throws UserError when restic cannot restore all of it. What it has restored and is not as it was is no error but a difference. */
export async function restoreFiles(task: FilesRestore): Promise<RestoredFiles> {
  const { repository, source, snapshot, into, replace, expected, exec, signal, report } = task;
  await knownVersion(task);
  const there = await snapshotsOf(task, source);
  if (there === undefined || !there.some(({ id }) => id === snapshot))
    throw new UserError(
      `the backup ${snapshot.slice(0, 8)} of ${source.name} is not in ${repository.name}`,
      'take it from another repository, or choose another backup',
    );
  if (!replace) await mustBeEmpty(task);
  await task.begins?.();
  report(`${source.name}: ${snapshot.slice(0, 8)} from ${repository.name} into ${into}`);
  const answer = await call(task, restore({ snapshot, folder: source.folder, into, replace }), source.name);
  if (answer.code !== 0) throw refused(repository, `restore ${source.name}`, answer);
  const { bytes = 0 } = parseRestored(answer) ?? {};
  const files = await listFiles(exec, into, signal);
  report(`${source.name}: ${counted(files.length, 'file')} restored, ${megabytes(bytes)}`);
  const unsettled = new Set(expected.unsettled);
  return {
    differences: compareFiles(expected, files, task),
    totals: totalsOf({ files: files.filter(({ path }) => !unsettled.has(path)) }),
  };
}

async function mustBeEmpty({ exec, into, signal }: FilesRestore): Promise<void> {
  const { code, stdout, stderr } = await exec(looking(into), { signal });
  if (signal.aborted) throw cancelled();
  if (code !== 0)
    throw new UserError(
      `the folder ${into} cannot be looked at: ${stderr.trim().slice(0, 300)}`,
      'make it first, for the user that restores',
    );
  if (stdout !== '')
    throw new UserError(
      `the folder ${into} is not empty`,
      'restore into an empty one, or agree that what is in it is replaced',
    );
}
