import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { bothOf, mapOf } from '../../toolkit/parallel.ts';
import type { Exec } from '../exec.ts';
import { exits, parseBackupSummary, type ResticSnapshot, refused } from './answers.ts';
import {
  type Listing,
  parseListed,
  parseStatus,
  regularIn,
  shown,
  totalsOf,
  withoutChanges,
} from './listing.ts';
import { listing, statusListing } from './listing-script.ts';
import { type Access, call, createRepository, knownVersion, snapshotsOf } from './repository.ts';
import { type BackedUpFolder, backup, type ResticRepository } from './restic.ts';

/** Backs up a folder of files. */

export interface FilesBackupTask extends Access {
  readonly source: BackedUpFolder;
  /** Tags of the snapshot, such as the run that made it; no secrets and no commas. */
  readonly tags: readonly string[];
}

/** A backup in one repository. */
interface StoredSnapshot {
  /** Name of the repository. */
  readonly repository: string;
  readonly snapshot: ResticSnapshot;
  /** Bytes that this backup has added to the repository. */
  readonly added: number;
}

export interface FilesBackup {
  /** One for each repository. */
  readonly stored: readonly StoredSnapshot[];
  /** What a restore must bring back from any of them. Made without restic, so that it proves what restic does. */
  readonly listing: Listing;
  readonly version: string;
}

/**
 * Lists the files, backs them up in each repository, and reads sizes and times again: a file that changed during the backup may be in it
 * in either state. The data that a killed run has uploaded is reused.
 * @throws UserError when a file could not be read, or a backup is missing afterwards: then the backup does not count.
 */
export async function backUpFilesTo(
  task: Omit<FilesBackupTask, 'repository'>,
  repositories: readonly [ResticRepository, ...ResticRepository[]],
): Promise<FilesBackup> {
  const { source, exec, signal, report } = task;
  const [version, seen] = await bothOf(
    signal,
    until => knownVersion({ ...task, repository: repositories[0], signal: until }),
    until => listFiles(exec, source.folder, until),
  );
  const bytes = seen.reduce((sum, each) => sum + each.bytes, 0);
  const made: Made[] = [];
  for (const repository of repositories) {
    report(
      `${source.name}: backing up ${counted(seen.length, 'file')}, ${megabytes(bytes)}, to ${repository.name}`,
    );
    made.push(await store({ ...task, repository }));
  }
  const [status, stored] = await bothOf(
    signal,
    until => asked(exec, statusListing(source.folder), source.folder, until),
    until =>
      mapOf(made, made.length, async ({ repository, id, added }) => ({
        repository: repository.name,
        snapshot: await confirmed({ ...task, repository, signal: until }, id),
        added,
      })),
  );
  const listing = withoutChanges(seen, parseStatus(status));
  for (const each of made) requireAllFiles(source, listing, each);
  for (const line of summary(source, listing, made[0]?.added ?? 0)) report(line);
  return { stored, listing, version };
}

/** What restic reported. */
interface Made {
  readonly repository: ResticRepository;
  readonly id: string | undefined;
  readonly added: number;
  readonly files: number;
}

async function store(task: FilesBackupTask): Promise<Made> {
  const { repository, source, tags, report } = task;
  const command = backup(source, tags);
  let answer = await call(task, command, source.name);
  if (answer.code === exits.none) {
    await createRepository(task);
    report(`${source.name}: created a restic repository in ${repository.name}`);
    answer = await call(task, command, source.name);
  }
  if (answer.code !== 0) throw refused(repository, `back up ${source.name}`, answer);
  const made = parseBackupSummary(answer);
  return { repository, id: made?.snapshot, added: made?.added ?? 0, files: made?.files ?? 0 };
}

/** Lists the files of a folder with their checksums. @throws UserError when one cannot be read. */
export async function listFiles(exec: Exec, folder: string, signal: AbortSignal) {
  return parseListed(await asked(exec, listing(folder), folder, signal));
}

async function asked(exec: Exec, command: readonly string[], folder: string, signal: AbortSignal) {
  const { code, stdout, stderr } = await exec(command, { signal });
  if (signal.aborted) throw cancelled();
  if (code === 0) return stdout;
  throw new UserError(
    `the files in ${folder} cannot be listed (exit code ${code ?? 'unknown'}): ${stderr.trim().slice(0, 300)}`,
    'check that the folder exists and may be read',
  );
}

/** Finds the new snapshot, because restic skips a missing folder and reports success. */
async function confirmed(
  task: Access & Pick<FilesBackupTask, 'source'>,
  id: string | undefined,
): Promise<ResticSnapshot> {
  const { source, repository } = task;
  const found = (await snapshotsOf(task, source))?.find(each => each.id === id);
  if (found?.folders.includes(source.folder)) return found;
  throw new UserError(
    `the backup of ${source.name} is not in ${repository.name}, although restic reported success`,
    'check whether another run deleted it, then run the step again',
  );
}

/** Compares the number of files. A file that changed during the backup may be in it or not; all others must be, and no more. */
function requireAllFiles({ name }: BackedUpFolder, listing: Listing, { repository, files }: Made): void {
  const { least, most } = regularIn(listing);
  if (files >= least && files <= most) return;
  throw new UserError(
    `restic backed up ${counted(files, 'file')} of ${name} to ${repository.name}, but ${least} were listed`,
    files < least
      ? 'find out why restic skips some of them, such as an exclude rule, then run the step again'
      : 'find out which of them are outside of the folder, then run the step again',
  );
}

function summary({ name }: BackedUpFolder, listing: Listing, added: number): string[] {
  const { count, bytes } = totalsOf(listing);
  const lines = [
    `${name}: backed up ${counted(count, 'file')}, ${megabytes(bytes)}; stored ${megabytes(added)} of new data`,
  ];
  const { unsettled } = listing;
  if (unsettled.length === 0) return lines;
  const some = unsettled.slice(0, 3).map(shown).join(', ');
  const changed = `${counted(unsettled.length, 'file')} changed during the backup and cannot be compared after a restore: ${some}`;
  return [...lines, `${name}: ${changed}${unsettled.length > 3 ? ', …' : ''}`];
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
