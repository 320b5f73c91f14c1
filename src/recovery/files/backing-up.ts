import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { bothOf, mapOf } from '../../toolkit/parallel.ts';
import type { Exec } from '../exec.ts';
import { exits, parseBacked, refused, type Snapshot } from './answers.ts';
import { type Listing, parseSeen, parseStands, regularIn, settled, shown, totalsOf } from './listing.ts';
import { listing, standing } from './listing-script.ts';
import { type Access, call, createRepository, knownVersion, snapshotsOf } from './repository.ts';
import { backup, type Repository, type Source } from './restic.ts';

/** Makes a backup of a folder of files. */

export interface FilesTask extends Access {
  readonly source: Source;
  /** What is noted with it, such as the run that made it; no secrets and no commas. */
  readonly tags: readonly string[];
  /** Make the repository where there is none. Never when there was one: that is a loss, and no reason to begin anew. */
  readonly create: boolean;
}

/** In one repository. */
export interface Stored {
  readonly snapshot: Snapshot;
  /** Bytes that this backup has added to the repository. */
  readonly added: number;
}

export interface FilesBackup extends Stored {
  /** What has to come back, found out without restic. */
  readonly listing: Listing;
  readonly version: string;
}

/** As `backUpFilesTo`, in one repository. */
export async function backUpFiles(task: FilesTask): Promise<FilesBackup> {
  const { stored, listing, version } = await backUpFilesTo(task, [task.repository]);
  const [only] = stored;
  if (only === undefined) throw new Error('a backup of one repository in none');
  return { ...only, listing, version };
}

/**
 * Lists the files, backs them up in each repository, and looks again how they stand: what changed meanwhile is backed up too, and nobody
 * knows how. A run that was killed is gone on with, for what it has stored is there already.
 * @returns what is in all of these repositories alike.
 * @throws UserError when one file could not be read, or a backup is not there afterwards: then it does not count.
 */
export async function backUpFilesTo(
  task: Omit<FilesTask, 'repository'>,
  repositories: readonly [Repository, ...Repository[]],
): Promise<{ stored: readonly Stored[]; listing: Listing; version: string }> {
  const { source, exec, signal, report } = task;
  const [version, seen] = await bothOf(
    signal,
    until => knownVersion({ ...task, repository: repositories[0], signal: until }),
    until => listFiles(exec, source.folder, until),
  );
  const bytes = seen.reduce((sum, each) => sum + each.bytes, 0);
  const made: Made[] = [];
  for (const repository of repositories) {
    report(`${source.name}: ${counted(seen.length, 'file')}, ${megabytes(bytes)}, to ${repository.name}`);
    made.push(await store({ ...task, repository }));
  }
  const [stands, snapshots] = await bothOf(
    signal,
    until => asked(exec, standing(source.folder), source.folder, until),
    until =>
      mapOf(made, made.length, ({ repository, id }) => confirmed({ ...task, repository, signal: until }, id)),
  );
  const listing = settled(seen, parseStands(stands));
  for (const each of made) mustHold(source, listing, each);
  for (const line of summary(source, listing, made[0]?.added ?? 0)) report(line);
  const stored = snapshots.map((snapshot, at) => ({ snapshot, added: made[at]?.added ?? 0 }));
  return { stored, listing, version };
}

/** What restic says that it has done. */
interface Made {
  readonly repository: Repository;
  readonly id: string | undefined;
  readonly added: number;
  readonly files: number;
}

async function store(task: FilesTask): Promise<Made> {
  const { repository, source, tags } = task;
  const command = backup(source, tags);
  let answer = await call(task, command, source.name);
  if (answer.code === exits.none) {
    await createFirst(task);
    answer = await call(task, command, source.name);
  }
  if (answer.code !== 0) throw refused(repository, `back up ${source.name}`, answer);
  const made = parseBacked(answer);
  return { repository, id: made?.snapshot, added: made?.added ?? 0, files: made?.files ?? 0 };
}

async function createFirst(task: FilesTask): Promise<void> {
  const { repository, source, create, report } = task;
  if (!create)
    throw new UserError(
      `there is no repository of restic in ${repository.name}`,
      'see its address; when there never was one, let it be made',
    );
  await createRepository(task);
  report(`${source.name}: a new repository in ${repository.name}`);
}

/** The files of a folder with what is in them. @throws UserError when one cannot be read. */
export async function listFiles(exec: Exec, folder: string, signal: AbortSignal) {
  return parseSeen(await asked(exec, listing(folder), folder, signal));
}

async function asked(exec: Exec, command: readonly string[], folder: string, signal: AbortSignal) {
  const { code, stdout, stderr } = await exec(command, { signal });
  if (signal.aborted) throw cancelled();
  if (code === 0) return stdout;
  throw new UserError(
    `the files in ${folder} cannot be listed (${code ?? 'ended'}): ${stderr.trim().slice(0, 300)}`,
    'see whether the folder is there and may be read',
  );
}

/** restic passes over a folder that is not there, and says that all went well. */
async function confirmed(
  task: Access & Pick<FilesTask, 'source'>,
  id: string | undefined,
): Promise<Snapshot> {
  const { source, repository } = task;
  const found = (await snapshotsOf(task, source))?.find(each => each.id === id);
  if (found?.folders.includes(source.folder)) return found;
  throw new UserError(
    `restic made a backup of ${source.name}, and ${repository.name} does not show it`,
    'see whether another run deleted it, then run the step again',
  );
}

/** What changed meanwhile may be in the backup or not; everything else is, and nothing besides. */
function mustHold({ name }: Source, listing: Listing, { repository, files }: Made): void {
  const { least, most } = regularIn(listing);
  if (files >= least && files <= most) return;
  throw new UserError(
    `restic has backed up ${counted(files, 'file')} of ${name} in ${repository.name}, and ${least} were listed`,
    files < least
      ? 'see what keeps restic from some of them, such as a rule that excludes files, then run the step again'
      : 'see which of them are not below the folder, then run the step again',
  );
}

function summary({ name }: Source, listing: Listing, added: number): string[] {
  const { count, bytes } = totalsOf(listing);
  const lines = [
    `${name}: ${counted(count, 'file')} of ${megabytes(bytes)} backed up, ${megabytes(added)} new`,
  ];
  const { unsettled } = listing;
  if (unsettled.length === 0) return lines;
  const some = unsettled.slice(0, 3).map(shown).join(', ');
  const changed = `${counted(unsettled.length, 'file')} changed meanwhile, and cannot be compared later: ${some}`;
  return [...lines, `${name}: ${changed}${unsettled.length > 3 ? ', …' : ''}`];
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
