import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { sha256Of } from './checksum.ts';
import { type Export, parseExport } from './cluster-objects/exporting.ts';
import { inOrder } from './cluster-objects/order.ts';
import type { Exported } from './cluster-objects/portable.ts';
import type { Known } from './cluster-objects/sealed.ts';
import { formatListing, type Listing, parseListing } from './files/listing.ts';
import { open, parseIdentities } from './sealing.ts';
import { openPassphrase, openSecrets } from './secrets.ts';
import { type BackupSet, type Owner, readFileOf } from './sets.ts';
import type { Store } from './store.ts';

/** What a set holds beside its manifest, and how whoever restores reads it. What ends in `.age` takes an offline key. */

/** Names have to fit into paths of a store. */
const short = (name: string) => (name.length <= 150 ? name : sha256Of(name));

export const fileNames = {
  objects: 'objects.json',
  sealedObjects: 'objects.age',
  secrets: 'secrets.age',
  passphrase: (repository: string) => `passphrase-${short(repository)}.age`,
  volume: (pvc: string) => `volume-${short(pvc)}.json.gz`,
  bucket: (name: string) => `bucket-${short(name)}.json.gz`,
} as const;

/** A set in a store. */
export interface SetIn {
  readonly store: Store;
  readonly owner: Owner;
  readonly set: Pick<BackupSet, 'id' | 'manifest'>;
}

/** The list of files as it is kept. */
export const packedListing = (listing: Listing): Uint8Array => gzipSync(formatListing(listing));

/**
 * The secret keys in a file that is kept offline. Nothing of it is ever shown.
 * @throws {UserError} when it cannot be read, or holds none.
 */
export async function readIdentities(path: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError(
      `the file with the key, ${path}, cannot be read`,
      'name the one that `age-keygen` made',
      {
        cause,
      },
    );
  }
  return parseIdentities(text);
}

/** @param name as in `fileNames`. @throws {UserError} when the set has none, or it is not what the manifest says. */
export async function listingIn({ store, owner, set }: SetIn, name: string): Promise<Listing> {
  const packed = await readFileOf(store, owner, set, name);
  return parseListing(gunzipSync(packed).toString('utf8'));
}

/**
 * The objects of the cluster, all of them.
 * @param identities offline keys; needed where some of the objects may hold secrets.
 * @throws {UserError} when the set has no export or no key opens it.
 */
export async function exportIn(at: SetIn, identities: readonly string[]): Promise<Export> {
  const { store, owner, set } = at;
  const { objects } = parseExport(textOf(await readFileOf(store, owner, set, fileNames.objects)));
  const { sealedObjects: sealed = [] } = set.manifest;
  if (sealed.length === 0) return { objects, unread: [], absent: [] };
  if (identities.length === 0)
    throw new UserError(
      `${counted(sealed.length, 'object')} of the backup set ${set.id} may hold secrets and ${sealed.length === 1 ? 'is' : 'are'} encrypted: ${sealed.slice(0, 3).join(', ')}${sealed.length > 3 ? ', …' : ''}`,
      'give the path of the offline key in the input `key`',
    );
  const opened = await open(await readFileOf(store, owner, set, fileNames.sealedObjects), identities);
  return { objects: inOrder([...objects, ...parseExport(textOf(opened)).objects]), unread: [], absent: [] };
}

/**
 * The Secrets of a set, as objects for Kubernetes.
 * @throws {UserError} when the set has none or no key opens them.
 */
export async function secretsIn(
  { store, owner, set }: SetIn,
  identities: readonly string[],
): Promise<Exported[]> {
  return openSecrets(await readFileOf(store, owner, set, fileNames.secrets), identities);
}

/** The passphrase of restic in a repository. @throws {UserError} as `secretsIn`. */
export async function passphraseIn(
  { store, owner, set }: SetIn,
  repository: string,
  identities: readonly string[],
): Promise<string> {
  const file = await readFileOf(store, owner, set, fileNames.passphrase(repository));
  return openPassphrase(file, identities);
}

/** What can be known of the objects without a key; undefined of a set that holds none. */
export async function knownIn({ store, owner, set }: SetIn): Promise<Known | undefined> {
  if (set.manifest.attachments?.some(({ name }) => name === fileNames.objects) !== true) return undefined;
  const { objects } = parseExport(textOf(await readFileOf(store, owner, set, fileNames.objects)));
  return { plain: objects, sealed: set.manifest.sealedObjects ?? [] };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
