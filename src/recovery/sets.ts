import { UserError } from '../toolkit/errors.ts';
import { sha256Of } from './checksum.ts';
import type { Manifest } from './manifest.ts';
import { parseManifest } from './manifest-schema.ts';
import type { Store } from './store.ts';

/**
 * Backup sets in a store: of each its manifest, the signature of that, and what else belongs to it. The manifest is written last: a
 * set without one was never finished, and nothing is restored from it.
 */

/** Whose sets they are. */
export interface Owner {
  readonly app: string;
  readonly environment: string;
}

export interface BackupSet {
  readonly id: string;
  readonly manifest: Manifest;
  /** As it was signed. */
  readonly content: Uint8Array;
  /** The signature as a bundle of Sigstore; absent of what nobody signed. */
  readonly bundle: string | undefined;
}

/** A manifest, for whoever signs it: that of another set, or of another environment, does not count. */
export const documentOf = (
  { app, environment }: Owner,
  { id, content }: Pick<BackupSet, 'id' | 'content'>,
) => ({
  name: `the manifest of ${id}`,
  content,
  type: 'https://slipway.dev/backup-manifest/v1',
  about: { app, environment, set: id },
});

const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';

/** `20261126T111900Z`, so that names are in the order of time. @param at ms since 1970. */
export const setId = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** When a set was begun, by its name; ms since 1970. NaN for what is no name of one. Pure. */
export const setTime = (id: string): number =>
  Date.parse(id.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));

/** Whether a text is the name of a set. */
export const isSetId = (text: string): boolean => /^\d{8}T\d{6}Z$/.test(text);

const folderOf = ({ app, environment }: Owner, id?: string) =>
  [app, environment, ...(id === undefined ? [] : [id])].join('/');

/** Of the object without which a set is none. Pure. */
export const manifestPath = (owner: Owner, id: string): string => `${folderOf(owner, id)}/${manifestFile}`;

/** @param lockedUntil before which nobody shall be able to delete it; ms since 1970. */
export async function writeSet(
  store: Store,
  owner: Owner,
  set: Omit<BackupSet, 'manifest'> & { readonly files?: Readonly<Record<string, Uint8Array>> },
  lockedUntil?: number,
): Promise<void> {
  const put = (name: string, content: Uint8Array) =>
    store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
  for (const [name, content] of Object.entries(set.files ?? {})) await put(name, content);
  if (set.bundle !== undefined) await put(bundleFile, new TextEncoder().encode(set.bundle));
  await put(manifestFile, set.content);
}

/** The names of the finished sets in a store, the oldest first. */
export async function listSets(store: Store, owner: Owner): Promise<string[]> {
  const paths = await store.list(folderOf(owner));
  return paths
    .flatMap(({ path }) => {
      const [id = '', name] = path.split('/').slice(-2);
      return name === manifestFile && isSetId(id) ? [id] : [];
    })
    .sort();
}

/**
 * The newest set that was made before a point in time, with which what is restored to it can be compared on the way.
 * @returns undefined when that is none, or the target is no point in time: then any set will do.
 */
export async function countedBefore(
  store: Store,
  owner: Owner,
  target: { readonly kind: string; readonly at?: number | undefined },
): Promise<string | undefined> {
  const { at } = target;
  if (target.kind !== 'time' || at === undefined) return undefined;
  return (await listSets(store, owner)).findLast(id => setTime(id) < at - clocks);
}

/** By which clocks may differ, and a set is longer made than its name says; ms. */
const clocks = 60_000;

/**
 * @param id default: the newest one.
 * @throws {UserError} when there is no such set, or none at all.
 */
export async function readSet(store: Store, owner: Owner, id?: string): Promise<BackupSet> {
  const wanted = id ?? (await listSets(store, owner)).at(-1);
  if (wanted === undefined)
    throw new UserError(
      `${store.name} holds no finished backup set of ${owner.app} in ${owner.environment}`,
      'make a backup, or take another repository',
    );
  const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
  if (content === undefined)
    throw new UserError(
      `${store.name} holds no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`,
      'name one that the output `set` of `backup` had',
    );
  const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
  return {
    id: wanted,
    manifest: parseManifest(new TextDecoder().decode(content)),
    content,
    bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
  };
}

/** What the manifest says of its attachments, so that its signature covers them. Pure. */
export const attachmentsOf = (
  files: Readonly<Record<string, Uint8Array>>,
): NonNullable<Manifest['attachments']> =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: sha256Of(content),
  }));

/**
 * What else belongs to a set.
 * @throws {UserError} when the set has none of that name, it is not there, or it is not what the manifest says.
 */
export async function readFileOf(
  store: Store,
  owner: Owner,
  { id, manifest }: Pick<BackupSet, 'id' | 'manifest'>,
  name: string,
): Promise<Uint8Array> {
  const expected = manifest.attachments?.find(each => each.name === name);
  if (expected === undefined)
    throw new UserError(`the backup set ${id} holds no ${name}`, 'take a set that holds it');
  const content = await store.get(`${folderOf(owner, id)}/${name}`);
  if (content !== undefined && sha256Of(content) === expected.sha256) return content;
  throw new UserError(
    `${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'not there' : 'not what the manifest says'}`,
    'take the set from another repository, or another set',
  );
}

/** Takes a set away. Its manifest goes first: what is left of one that is half gone is no set. @throws {UserError} when nobody may. */
export async function removeSet(store: Store, owner: Owner, id: string): Promise<void> {
  const names = (await store.list(folderOf(owner, id))).map(({ path }) => path);
  const rank = (path: string) => Number(!path.endsWith(`/${manifestFile}`));
  for (const path of names.toSorted((a, b) => rank(a) - rank(b))) await store.remove(path);
}
