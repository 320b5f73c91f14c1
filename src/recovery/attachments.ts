import { constants } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { unreadable } from '../toolkit/named-file.ts';
import { sha256Of } from './checksum.ts';
import { type Export, parseExport } from './cluster-objects/exporting.ts';
import { inOrder } from './cluster-objects/order.ts';
import type { Exported } from './cluster-objects/portable.ts';
import type { EarlierExport } from './cluster-objects/sealed.ts';
import { formatListing, type Listing, parseListing } from './files/listing.ts';
import { decryptAge, parseIdentities } from './sealing.ts';
import { openPassphrase, openSecrets } from './secrets.ts';
import { type BackupSet, readFileOf, type SetOwner } from './sets.ts';
import type { Store } from './store.ts';

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

/** A backup set in a store. */
export interface SetIn {
  readonly store: Store;
  readonly owner: SetOwner;
  readonly set: Pick<BackupSet, 'id' | 'manifest'>;
}

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
  { store, owner, set }: SetIn,
  name: string,
  most: number = constants.MAX_STRING_LENGTH,
): Promise<Listing> {
  const packed = await readFileOf(store, owner, set, name);
  return parseListing(unpacked(packed, most, `${name} of the backup set ${set.id}`).toString('utf8'));
}

function unpacked(packed: Uint8Array, most: number, what: string): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: most });
  } catch (cause) {
    throw new UserError(`${what} cannot be unpacked: it is damaged or too large`, 'use another backup set', {
      cause,
    });
  }
}

/**
 * Returns all cluster objects of a set.
 * @param identities offline keys; required where an object may hold secrets.
 * @throws {UserError} when the set has no export or no key opens it.
 */
export async function exportIn(at: SetIn, identities: readonly string[]): Promise<Export> {
  const { store, owner, set } = at;
  const { objects } = parseExport(textOf(await readFileOf(store, owner, set, fileNames.objects)));
  const { sealedObjects: sealed = [] } = set.manifest;
  if (sealed.length === 0) return { objects, unread: [], missing: [] };
  if (identities.length === 0)
    throw new UserError(
      `${counted(sealed.length, 'object')} in the backup set ${set.id} may hold secrets and ${sealed.length === 1 ? 'is' : 'are'} encrypted: ${sealed.slice(0, 3).join(', ')}${sealed.length > 3 ? ', …' : ''}`,
      'set the input `offline-key` to the path of the offline key',
    );
  const opened = await decryptAge(await readFileOf(store, owner, set, fileNames.sealedObjects), identities);
  return { objects: inOrder([...objects, ...parseExport(textOf(opened)).objects]), unread: [], missing: [] };
}

/**
 * Returns the Secrets of a set, as Kubernetes objects.
 * @throws {UserError} when the set has none or no key opens them.
 */
export async function secretsIn(
  { store, owner, set }: SetIn,
  identities: readonly string[],
): Promise<Exported[]> {
  return openSecrets(await readFileOf(store, owner, set, fileNames.secrets), identities);
}

/** Returns the restic passphrase of a repository. @throws {UserError} as `secretsIn`. */
export async function passphraseIn(
  { store, owner, set }: SetIn,
  repository: string,
  identities: readonly string[],
): Promise<string> {
  const file = await readFileOf(store, owner, set, fileNames.passphrase(repository));
  return openPassphrase(file, identities);
}

/** Returns what is known of the objects without a key; undefined for a set that holds none. */
export async function knownIn({ store, owner, set }: SetIn): Promise<EarlierExport | undefined> {
  if (set.manifest.attachments?.some(({ name }) => name === fileNames.objects) !== true) return undefined;
  const { objects } = parseExport(textOf(await readFileOf(store, owner, set, fileNames.objects)));
  return { plain: objects, sealed: set.manifest.sealedObjects ?? [] };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
