import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '../image/reference.ts';
import { verified } from '../registry/verified.ts';
import { keep, sweepPartial } from '../toolkit/tools/download.ts';

/**
 * A cache of archives of vulnerability databases between runs. Other jobs may write to this folder, so an archive is copied out of
 * it first, and the copy is compared with the digest.
 */

/** The digest and the size of an archive. */
type Layer = Parameters<typeof verified>[1];

/** The age, in ms, at which an archive is deleted. */
const longest = 2 * 86_400_000;

/** Copies the cached archive of a layer to `archive`. @returns whether it exists and matches the digest. */
export async function copyCached(folder: string, layer: Layer, archive: string): Promise<boolean> {
  const name = (await namesIn(folder)).find(each => layerOf(each) === layer.digest);
  return name !== undefined && (await copied(join(folder, name), layer, archive));
}

/** Copies the newest archive that matches its name to `archive`. @returns whether there is one. */
export async function takeNewestKept(folder: string, archive: string): Promise<boolean> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const [digest, found] = [layerOf(name), await stat(path).catch(() => undefined)];
    if (digest === undefined || found === undefined) continue;
    if (await copied(path, { digest, size: found.size }, archive)) return true;
  }
  return false;
}

/** Caches an archive for later runs. @param updated when the database was built. */
export async function cacheArchive(
  folder: string,
  archive: string,
  { digest }: Layer,
  updated: Date,
): Promise<void> {
  if ((await namesIn(folder)).some(name => layerOf(name) === digest)) return;
  await keep(archive, join(folder, `${updated.getTime()}-${digest.replace(':', '-')}`));
}

/** Deletes archives that are too old, dated in the future, or only partly written. */
export async function pruneCache(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await sweepPartial(folder);
  const now = Date.now();
  for (const name of await readdir(folder)) {
    const made = Number(/^\d+(?=-|$)/.exec(name)?.[0] ?? Number.NaN);
    if (made > now || now - made > longest) await rm(join(folder, name), { recursive: true, force: true });
  }
}

const namePattern = /^(\d+)-(sha256|sha512)-([0-9a-f]+)$/;

const layerOf = (name: string): Digest | undefined => {
  const [, , algorithm, hex] = namePattern.exec(name) ?? [];
  return hex === undefined ? undefined : (`${algorithm}:${hex}` as Digest);
};

/** Lists the archives, newest first. */
const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => []))
    .filter(name => namePattern.test(name))
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));

const copied = (path: string, layer: Layer, archive: string): Promise<boolean> =>
  pipeline(verified(createReadStream(path), layer), createWriteStream(archive)).then(
    () => true,
    () => false,
  );
