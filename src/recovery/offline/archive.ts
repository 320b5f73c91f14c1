import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RegistryClient } from '../../registry/client.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { hashOfFile, type Sha256, sha256Of } from '../checksum.ts';
import { saveImages } from '../images.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { dropDamaged, mirrorBucket } from '../object-stores/mirror.ts';
import type { BackupSet, SetOwner } from '../sets.ts';
import { diskFault } from '../whole-file.ts';
import { listedPaths } from './checking.ts';
import { flushFolder, writeDurably } from './durable.ts';
import { instructions } from './instructions.ts';
import {
  type ArchivedFile,
  type ArchiveIndex,
  bucketList,
  checksumOf,
  formatArchive,
  imageList,
  parseArchive,
  places,
  sumsOf,
} from './inventory.ts';

/** Makes or updates an offline archive. */

/** A file that is copied unchanged. */
export interface FileToArchive {
  /** Path in the archive. */
  readonly path: string;
  /** Path on this machine. */
  readonly from: string;
  /** Whether the copy must be executable. */
  readonly runs?: boolean;
}

interface ArchiveTask {
  readonly folder: string;
  readonly owner: SetOwner;
  readonly set: BackupSet;
  /** Name in slipway.yml; its whole bucket is archived. */
  readonly repository: string;
  readonly bucket: Bucket;
  readonly registry: RegistryClient;
  /** Images of the set, and those that a recovery itself needs: `REPOSITORY@DIGEST`. */
  readonly images: readonly string[];
  /** Programs, our own code, and the checkout of the Git repository. */
  readonly sources: readonly FileToArchive[];
  /** Name → version. */
  readonly programs: Readonly<Record<string, string>>;
  /** Path of slipway.yml in the archive. */
  readonly config: string;
  /** Signs the sums. @returns a Sigstore bundle; undefined when nothing is signed. */
  sign(sums: string): Promise<string | undefined>;
  now(): number;
  report(line: string): void;
}

interface MadeArchive {
  readonly index: ArchiveIndex;
  /** Identifies the archive, and is kept apart from it; see `checksumOf`. */
  readonly checksum: Sha256;
  readonly signed: boolean;
}

/**
 * Makes an archive, or updates an earlier one: copies only what changed. A killed run leaves a folder without an index, which is not a valid
 * archive; the next run continues with it.
 * @throws UserError when the folder holds other files or cannot be written to, or a source cannot be read.
 */
export async function makeArchive(task: ArchiveTask): Promise<MadeArchive> {
  const { folder, owner, set, repository, bucket, registry, images, sources, programs, config, report } =
    task;
  await requireOurFolder(folder, owner);
  try {
    // Without its index, an archive that is being changed is not valid.
    await rm(join(folder, places.index), { force: true });
    await copyBucket(bucket, join(folder, places.bucket), report);
    await saveImages({ registry, folder: join(folder, places.images), report }, images);
    const files = await copyFiles(folder, sources);
    report(`copied ${counted(files.length, 'file')} of programs and of the checkout`);
    const about = {
      schema: 1 as const,
      at: task.now(),
      app: owner.app,
      environment: owner.environment,
      set: set.id,
      repository,
      config,
      programs: { ...programs },
      images: [...images],
    };
    for (const path of [bucketList, imageList]) files.push(await fileAt(join(folder, path), path));
    files.push(await instruct(folder, instructions(about)));
    const index: ArchiveIndex = { ...about, files };
    const content = formatArchive(index);
    const sums = sumsOf(content, index);
    const bundle = await task.sign(sums);
    await writeDurably(join(folder, places.sums), sums);
    if (bundle === undefined) await rm(join(folder, places.signature), { force: true });
    else await writeDurably(join(folder, places.signature), bundle);
    report('flushing the archive to its disk');
    await flushFolder(folder);
    await writeDurably(join(folder, places.index), content);
    return { index, checksum: checksumOf(sums), signed: bundle !== undefined };
  } catch (error) {
    throw diskFault(folder, error, remedy) ?? error;
  }
}

const remedy =
  'free space there or name another folder, then run it again: it keeps the files that are there';

const attempts = 5;

/**
 * Updates the copy of the bucket, and repairs it. Repeats that until nothing was deleted meanwhile: a backup that expires others writes
 * first what the rest needs instead, and the copy may lack that.
 * @throws {UserError} when objects are deleted in every attempt, or the bucket cannot be read.
 */
export async function copyBucket(
  bucket: Bucket,
  folder: string,
  report: (line: string) => void,
): Promise<void> {
  await dropDamaged(folder, report);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { vanished } = await mirrorBucket(bucket, folder, report);
    if (vanished === 0) return;
    report(`${bucket.name}: ${counted(vanished, 'object')} deleted before the copy; copying again`);
  }
  throw new UserError(
    `${bucket.name} cannot be archived: in each of ${attempts} attempts, objects were deleted before they were copied`,
    'wait until the backup that expires others has ended, then run it again',
  );
}

const ours: ReadonlySet<string> = new Set(Object.values(places));

/** Refuses a folder with other files, or with the archive of another environment. */
async function requireOurFolder(folder: string, { app, environment }: SetOwner): Promise<void> {
  await mkdir(folder, { recursive: true });
  const text = await readFile(join(folder, places.index), 'utf8').catch(() => undefined);
  const index = text === undefined ? undefined : parseArchive(text);
  const foreign = (await readdir(folder)).filter(
    each => !ours.has(each) && !each.endsWith('.partial') && each !== 'lost+found',
  );
  if (foreign.length > 0)
    throw new UserError(
      `${folder} holds a file that is not part of an archive: ${foreign[0]}`,
      'name an empty folder, or the folder of an earlier archive',
    );
  if (index !== undefined && (index.app !== app || index.environment !== environment))
    throw new UserError(
      `${folder} holds the archive of ${index.app} in ${index.environment}`,
      'name another folder for each environment',
    );
}

/** Copies the sources, and removes files of an earlier archive that are no longer among them. */
async function copyFiles(folder: string, sources: readonly FileToArchive[]): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = [];
  for (const each of sources) files.push(await copyOne(folder, each));
  const wanted = new Set(files.map(({ path }) => path));
  for (const path of await listedPaths(folder)) if (!wanted.has(path)) await rm(join(folder, path));
  return files;
}

async function copyOne(folder: string, { path, from, runs = false }: FileToArchive): Promise<ArchivedFile> {
  const target = join(folder, path);
  const file = await fileAt(from, path);
  if ((await hashOfFile(target)) !== file.sha256) {
    await mkdir(dirname(target), { recursive: true });
    await pipeline(createReadStream(from), createWriteStream(`${target}.partial`));
    await rename(`${target}.partial`, target);
  }
  if (runs) await chmod(target, 0o755);
  return file;
}

async function fileAt(file: string, path: string): Promise<ArchivedFile> {
  const sha256 = await hashOfFile(file);
  if (sha256 === undefined)
    throw new UserError(`${file} cannot be read`, 'check that it exists and may be read');
  return { path, bytes: (await stat(file)).size, sha256 };
}

/** Hashes the text in memory: a file that differs from it must not match its hash. */
async function instruct(folder: string, text: string): Promise<ArchivedFile> {
  const path = places.instructions;
  await writeDurably(join(folder, path), text);
  return { path, bytes: Buffer.byteLength(text), sha256: sha256Of(text) };
}
