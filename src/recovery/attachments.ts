import { constants } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { unreadable } from '../toolkit/named-file.ts';
import { sha256Of } from './checksum.ts';
import { parseExport } from './cluster-objects/exporting.ts';
import { inOrder } from './cluster-objects/order.ts';
import type { Exported } from './cluster-objects/portable.ts';
import type { EarlierExport } from './cluster-objects/sealed.ts';
import { formatListing, type Listing, parseListing } from './files/listing.ts';
import type { BackupManifest } from './manifest.ts';
import { decryptAge, parseIdentities } from './sealing.ts';
import { openSecrets } from './secrets.ts';
import { readFileOf, type SetIn } from './sets.ts';

/** The files of a backup set beside its manifest, and how a restore reads them. A file whose name ends in `.age` needs an offline key. */

/** Names must fit into store paths. */
const short = (name: string) => (name.length <= 150 ? name : sha256Of(name));

export const fileNames = {
  objects: 'objects.json',
  sealedObjects: 'objects.age',
  secrets: 'secrets.age',
  passphrase: (repository: string) => `passphrase-${short(repository)}.age`,
  volume: (pvc: string) => `volume-${short(pvc)}.json.gz`,
  bucket: (name: string) => `bucket-${short(name)}.json.gz`,
  redis: (name: string) => `redis-${short(name)}.age`,
} as const;

/** Returns the list of files as the set stores it. */
export const packedListing = (listing: Listing): Uint8Array => gzipSync(formatListing(listing));

/**
 * Reads the secret keys from a file that is kept offline. Its content is never shown.
 * @throws {UserError} when it cannot be read, or holds none.
 */
export async function readIdentities(path: string): Promise<string[]> {
  const failed = unreadable(`the key file ${path}`, 'give the path of the file that `age-keygen` wrote');
  return parseIdentities(await readFile(path, 'utf8').catch(failed));
}

/**
 * Reads a list of files from a set.
 * @param name as in `fileNames`.
 * @param most its largest size; default: that of a text in Node.js. A forged one must not exhaust the memory. Bytes.
 * @throws {UserError} when the set has none, it does not match the manifest, or it cannot be unpacked.
 */
export async function listingIn(
  at: SetIn,
  name: string,
  most: number = constants.MAX_STRING_LENGTH,
): Promise<Listing> {
  const packed = await readFileOf(at, name);
  let unpacked: Buffer;
  try {
    unpacked = gunzipSync(packed, { maxOutputLength: most });
  } catch (cause) {
    throw new UserError(
      `${name} of the backup set ${at.set.id} cannot be unpacked: it is damaged or too large`,
      'use another backup set',
      { cause },
    );
  }
  return parseListing(unpacked.toString('utf8'));
}

/**
 * Returns all cluster objects of a set.
 * @param identities offline keys; required where an object may hold secrets.
 * @throws {UserError} when the set has no export or no key opens it.
 */
export async function exportIn(at: SetIn, identities: readonly string[]): Promise<Exported[]> {
  const objects = await plainObjectsIn(at);
  const { sealedObjects: sealed = [] } = at.set.manifest;
  if (sealed.length === 0) return objects;
  if (identities.length === 0)
    throw new UserError(
      `${counted(sealed.length, 'object')} in the backup set ${at.set.id} may hold secrets and ${sealed.length === 1 ? 'is' : 'are'} encrypted: ${sealed.slice(0, 3).join(', ')}${sealed.length > 3 ? ', …' : ''}`,
      'set the input `offline-key-file` to the path of the offline key',
    );
  const opened = await decryptAge(await readFileOf(at, fileNames.sealedObjects), identities);
  return inOrder([...objects, ...parseExport(textOf(opened))]);
}

const plainObjectsIn = async (at: SetIn) => parseExport(textOf(await readFileOf(at, fileNames.objects)));

/**
 * Returns the Secrets of a set, as Kubernetes objects.
 * @throws {UserError} when the set has none or no key opens them.
 */
export const secretsIn = async (at: SetIn, identities: readonly string[]): Promise<Exported[]> =>
  openSecrets(await readFileOf(at, fileNames.secrets), identities);

/** Returns the restic passphrase of a repository. @throws {UserError} as `secretsIn`. */
export const passphraseIn = async (
  at: SetIn,
  repository: string,
  identities: readonly string[],
): Promise<string> =>
  textOf(await decryptAge(await readFileOf(at, fileNames.passphrase(repository)), identities));

/** Returns what is known of the objects without a key; undefined for a set that holds none. */
export async function knownIn(at: SetIn): Promise<EarlierExport | undefined> {
  const { manifest } = at.set;
  if (!holds(manifest, fileNames.objects)) return undefined;
  return { plain: await plainObjectsIn(at), sealed: manifest.sealedObjects ?? [] };
}

/** Whether a set has the file. Pure. */
export const holds = ({ attachments = [] }: Pick<BackupManifest, 'attachments'>, file: string): boolean =>
  attachments.some(({ name }) => name === file);

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
