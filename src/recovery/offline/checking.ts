import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../../toolkit/errors.ts';
import { hashOfFile } from '../checksum.ts';
import { checkImages } from '../images.ts';
import { faultsInMirror } from '../object-stores/mirror.ts';
import { type ArchiveIndex, bucketList, imageList, parseArchive, places, sumsOf } from './inventory.ts';

export interface ReadArchive {
  readonly index: ArchiveIndex;
  /** For `sha256sum --check`. Computed from the inventory, because the file in the archive cannot be trusted. */
  readonly sums: string;
}

/** Reads the inventory of an archive. @throws UserError when the folder is not an archive, or an unfinished one. */
export async function readArchive(folder: string): Promise<ReadArchive> {
  const content = await readFile(join(folder, places.index), 'utf8').catch(() => undefined);
  if (content !== undefined) {
    const index = parseArchive(content);
    return { index, sums: sumsOf(content, index) };
  }
  throw new UserError(
    `${folder} is not an archive, or an unfinished one`,
    'name the folder that `slipway archive` made, or run `slipway archive` again',
  );
}

/**
 * Reads every byte of an archive, and compares it with the inventory.
 * @returns a sentence for each missing, damaged or unknown file.
 */
export async function checkArchive(folder: string, index: ArchiveIndex): Promise<string[]> {
  return [
    ...(await faultsInFiles(folder, index)),
    ...(await faultsInMirror(join(folder, places.bucket))),
    ...(await checkImages(join(folder, places.images), index.images)),
  ];
}

/**
 * Checks all files but the objects of the bucket and the images: programs, our own code, the checkout, and the lists by which objects and
 * images are checked. A file that is not in the inventory is a fault, too: an added program would be run if this machine has none of its
 * name.
 */
export async function faultsInFiles(folder: string, index: ArchiveIndex): Promise<string[]> {
  const faults: string[] = [];
  for (const { path, sha256 } of index.files) {
    const found = await hashOfFile(join(folder, path));
    if (found !== sha256) faults.push(`${path} is ${found === undefined ? 'missing' : 'damaged'}`);
  }
  const named = new Set(index.files.map(({ path }) => path));
  for (const list of [bucketList, imageList])
    if (!named.has(list)) faults.push(`${list} is not in the inventory`);
  for (const path of await listedPaths(folder))
    if (!named.has(path)) faults.push(`${path} is not in the inventory`);
  return faults;
}

/** Lists the programs, our own code and the checkout: every file, and what else is no folder, by paths relative to the archive. */
export async function listedPaths(folder: string): Promise<string[]> {
  const found = [places.programs, places.bundle, places.checkout].map(place =>
    readdir(join(folder, place), { recursive: true, withFileTypes: true }).catch(() => []),
  );
  return (await Promise.all(found))
    .flat()
    .filter(each => !each.isDirectory())
    .map(each => relative(folder, join(each.parentPath, each.name)));
}
