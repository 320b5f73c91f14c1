import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '../image/reference.ts';
import { verified } from '../registry/verified.ts';

/**
 * Archives of vulnerability databases in the tool cache, between runs: each is a version of one tool. Other jobs may write to this folder,
 * so an archive is copied out of it first, and the copy is compared with the digest.
 */

const tool = 'slipway-trivy-db';
const archiveIn = (cache: string, version: string) => join(cache, tool, version, process.arch, 'archive');

/** The digest and the size of an archive. */
type Layer = Parameters<typeof verified>[1];

/** Copies the cached archive of a layer to `archive`. @returns whether it exists and matches the digest. */
export async function copyCached(cache: string, layer: Layer, archive: string): Promise<boolean> {
  for (const version of await versionsIn(cache))
    if (digestOf(version) === layer.digest && (await copied(archiveIn(cache, version), layer, archive)))
      return true;
  return false;
}

/** Copies the newest archive that matches its name to `archive`. @returns whether there is one. */
export async function takeNewestKept(cache: string, archive: string): Promise<boolean> {
  for (const version of await versionsIn(cache)) {
    const path = archiveIn(cache, version);
    const [digest, found] = [digestOf(version), await stat(path).catch(() => undefined)];
    if (digest === undefined || found === undefined) continue;
    if (await copied(path, { digest, size: found.size }, archive)) return true;
  }
  return false;
}

/** Caches an archive for later runs in place of older ones. @param updated when the database was built. */
export async function cacheArchive(
  cache: string,
  archive: string,
  { digest }: Layer,
  updated: Date,
): Promise<void> {
  const { cacheFile } = await import('../toolkit/tools/tool-cache.ts');
  const version = `1.${updated.getTime()}.0-${digest.replace(':', '-')}`;
  await cacheFile(cache, tool, version, archive, 'archive');
  // The cache of GitHub Actions would grow with each of them.
  for (const other of await versionsIn(cache))
    if (other !== version) await rm(join(cache, tool, other), { recursive: true, force: true });
}

/**
 * Deletes archives that are too old or dated in the future, also those that a killed run wrote in part.
 * @param longest the maximum age, in ms.
 */
export async function pruneCache(cache: string, longest: number): Promise<void> {
  const now = Date.now();
  for (const version of await readdir(join(cache, tool)).catch(() => [])) {
    const made = Number(/^1\.(\d+)\./.exec(version)?.[1] ?? Number.NaN);
    if (made > now || now - made > longest)
      await rm(join(cache, tool, version), { recursive: true, force: true });
  }
}

/** A version: when the database was built, in ms, and the digest of its archive. */
const versionPattern = /^1\.(\d+)\.0-(sha256|sha512)-([0-9a-f]+)$/;

const digestOf = (version: string): Digest | undefined => {
  const [, , algorithm, hex] = versionPattern.exec(version) ?? [];
  return hex === undefined ? undefined : (`${algorithm}:${hex}` as Digest);
};

/** Lists the versions, newest first. */
const versionsIn = async (cache: string): Promise<string[]> =>
  (await readdir(join(cache, tool)).catch(() => []))
    .filter(version => versionPattern.test(version))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));

const copied = (path: string, layer: Layer, archive: string): Promise<boolean> =>
  pipeline(verified(createReadStream(path), layer), createWriteStream(archive)).then(
    () => true,
    () => false,
  );
