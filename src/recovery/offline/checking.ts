import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from '../../toolkit/errors.ts';
import { hashOfFile } from '../checksum.ts';
import { checkImages } from '../images.ts';
import { faultsInMirror } from '../object-stores/mirror.ts';
import { type ArchiveIndex, bucketList, imageList, parseArchive, places, sumsOf } from './inventory.ts';

export interface ReadArchive {
  readonly index: ArchiveIndex;
  /** As `sha256sum --check` reads them; made anew from the inventory, whatever the file of that name says. */
  readonly sums: string;
}

/** @throws UserError when the folder is no archive, or one that was not finished. */
export async function readArchive(folder: string): Promise<ReadArchive> {
  const content = await readFile(join(folder, places.index), 'utf8').catch(() => undefined);
  if (content !== undefined) {
    const index = parseArchive(content);
    return { index, sums: sumsOf({ content, index }) };
  }
  throw new UserError(
    `${folder} is no archive, or one that was not finished`,
    'name the folder that `slipway archive` made, or run that once more',
  );
}

/**
 * Reads every byte of an archive, and compares it with the inventory.
 * @returns sentences; nothing when every byte is what it was, and nothing else is there.
 */
export async function checkArchive(folder: string, index: ArchiveIndex): Promise<string[]> {
  return [
    ...(await faultsInFiles(folder, index)),
    ...(await faultsInMirror(join(folder, places.bucket))),
    ...(await checkImages(join(folder, places.images), index.images)),
  ];
}

/**
 * Of all but the objects of the bucket and the images: programs, our own code, the checkout, and the lists by which the others are checked.
 * What the inventory does not name is a fault, too: a program that was added would be run where this machine has none of that name.
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
  for (const place of [places.programs, places.bundle, places.checkout])
    for (const path of await pathsIn(folder, place))
      if (!named.has(path)) faults.push(`${path} is not in the inventory`);
  return faults;
}

/** Everything below a folder of an archive that is no folder itself, by its path below the archive. */
export async function pathsIn(folder: string, place: string): Promise<string[]> {
  const entries = await readdir(join(folder, place), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter(each => !each.isDirectory())
    .map(each => relative(folder, join(each.parentPath, each.name)));
}
