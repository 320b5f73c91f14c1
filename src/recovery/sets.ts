import { maxClockSkew } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';
import { sha256Of } from './checksum.ts';
import type { BackupManifest } from './manifest.ts';
import { parseManifest } from './manifest-schema.ts';
import { isCountedBefore } from './postgres/counted-place.ts';
import { checkedPath, type Store } from './store.ts';

/**
 * Backup sets in a store: each has a manifest, its signature, and attachments. The manifest is written last: a set without one was never
 * finished, and nothing is restored from it.
 */

/** The application and environment of a set. */
export interface SetOwner {
  readonly app: string;
  readonly environment: string;
}

export interface BackupSet {
  readonly id: string;
  readonly manifest: BackupManifest;
  /** The signed bytes of the manifest. */
  readonly content: Uint8Array;
  /** The signature as a Sigstore bundle; absent when the set is not signed. */
  readonly bundle: string | undefined;
}

/** A backup set in a store. */
export interface SetIn {
  readonly store: Store;
  readonly owner: SetOwner;
  readonly set: Pick<BackupSet, 'id' | 'manifest'>;
}

/** Returns a manifest as a document to sign. It names the set and its environment, so that a signature does not count for another one. */
export const documentOf = (
  { app, environment }: SetOwner,
  { id, content }: Pick<BackupSet, 'id' | 'content'>,
) => ({
  name: `the manifest of ${id}`,
  content,
  type: 'https://slipway.dev/backup-manifest/v1',
  about: { app, environment, set: id },
});

const manifestFile = 'manifest.json';
const bundleFile = 'manifest.json.sigstore.json';

/** Returns the name of a set, such as `20261126T111900Z`; names sort by time. @param at ms since 1970. */
export const setId = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** Returns when a set was begun, from its name; ms since 1970. NaN if the text is not the name of a set. Pure. */
export const setTime = (id: string): number =>
  Date.parse(id.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));

/** Whether a text is the name of a set. */
const isSetId = (text: string): boolean => /^\d{8}T\d{6}Z$/.test(text);

const folderOf = ({ app, environment }: SetOwner, id?: string) =>
  [app, environment, ...(id === undefined ? [] : [id])].join('/');

/** Returns the path of the manifest, without which a set does not exist. Pure. */
export const manifestPath = (owner: SetOwner, id: string): string => `${folderOf(owner, id)}/${manifestFile}`;

/**
 * Writes a set.
 * @param lockedUntil time until which the store refuses to delete it; ms since 1970.
 */
export async function writeSet(
  store: Store,
  owner: SetOwner,
  set: Omit<BackupSet, 'manifest'> & { readonly files?: Readonly<Record<string, Uint8Array>> },
  lockedUntil?: number,
): Promise<void> {
  const put = (name: string, content: Uint8Array) =>
    store.put(`${folderOf(owner, set.id)}/${name}`, content, lockedUntil);
  for (const [name, content] of Object.entries(set.files ?? {})) await put(name, content);
  if (set.bundle !== undefined) await put(bundleFile, new TextEncoder().encode(set.bundle));
  await put(manifestFile, set.content);
}

/** Returns the names of the finished sets in a store, oldest first. */
export async function listSets(store: Store, owner: SetOwner): Promise<string[]> {
  return (await filesOfSets(store, owner))
    .flatMap(({ id, name }) => (name === manifestFile ? [id] : []))
    .sort();
}

/** Returns the names of the sets that were begun before a time and have files, but no manifest: a killed run left them. */
export async function unfinishedSets(store: Store, owner: SetOwner, before: number): Promise<string[]> {
  const files = Map.groupBy(await filesOfSets(store, owner), ({ id }) => id);
  return [...files]
    .filter(([id, own]) => setTime(id) < before && own.every(({ name }) => name !== manifestFile))
    .map(([id]) => id)
    .sort();
}

async function filesOfSets(store: Store, owner: SetOwner) {
  const paths = await store.list(folderOf(owner));
  return paths.flatMap(({ path }) => {
    const [id = '', name] = path.split('/').slice(-2);
    return isSetId(id) ? [{ id, name }] : [];
  });
}

/**
 * Returns the newest set that had counted a database before a point in time: a restore to that time can be compared with it during replay.
 * @param database its name in slipway.yml.
 * @returns undefined when there is none, or the target is not a point in time: then any set will do.
 * @throws {UserError} when a manifest cannot be read.
 */
export async function countedBefore(
  store: Store,
  owner: SetOwner,
  target: { readonly kind: string; readonly at?: number | undefined },
  database: string,
): Promise<string | undefined> {
  const { at } = target;
  if (target.kind !== 'time' || at === undefined) return undefined;
  for (const id of (await listSets(store, owner)).toReversed()) {
    if (setTime(id) >= at) continue;
    const { manifest } = await readSet(store, owner, id);
    const counted = manifest.databases.find(({ name }) => name === database);
    // The older sets do not record it, either.
    if (counted?.countedAt === undefined) return undefined;
    if (isCountedBefore(counted, at)) return id;
  }
  return undefined;
}

/**
 * Returns the name of the newest finished set; undefined if there is none. A set of the future was made with a wrong clock, and would stay
 * the newest for long, so it does not count.
 * @param report is told which set does not count.
 * @throws {UserError} when the store contains only sets of the future.
 */
export async function newestSet(
  store: Store,
  owner: SetOwner,
  report: (line: string) => void = () => undefined,
): Promise<string | undefined> {
  const ids = await listSets(store, owner);
  const found = ids.findLast(id => setTime(id) <= Date.now() + maxClockSkew);
  const last = ids.at(-1);
  if (last === undefined || last === found) return found;
  const future = `the backup set ${last} in ${store.name} is dated in the future`;
  if (found === undefined)
    throw new UserError(`${future}, and there is no earlier one`, 'compare the clocks, or name a `set`');
  report(`ignoring a backup set: ${future}; compare the clocks`);
  return found;
}

/**
 * Reads a set.
 * @param id default: the newest one.
 * @param report see `newestSet`.
 * @throws {UserError} when the set does not exist, or the store contains none.
 */
export async function readSet(
  store: Store,
  owner: SetOwner,
  id?: string,
  report?: (line: string) => void,
): Promise<BackupSet> {
  const wanted = id ?? (await newestSet(store, owner, report));
  if (wanted === undefined)
    throw new UserError(
      `${store.name} contains no finished backup set of ${owner.app} in ${owner.environment}`,
      'make a backup, or choose another repository',
    );
  const content = await store.get(`${folderOf(owner, wanted)}/${manifestFile}`);
  if (content === undefined)
    throw new UserError(
      `${store.name} contains no finished backup set ${wanted} of ${owner.app} in ${owner.environment}`,
      'use a value of the output `set` of `backup`',
    );
  const bundle = await store.get(`${folderOf(owner, wanted)}/${bundleFile}`);
  return {
    id: wanted,
    manifest: parseManifest(new TextDecoder().decode(content)),
    content,
    bundle: bundle === undefined ? undefined : new TextDecoder().decode(bundle),
  };
}

/** Returns the entries of attachments in the manifest, through which its signature covers them. Pure. */
export const attachmentsOf = (
  files: Readonly<Record<string, Uint8Array>>,
): NonNullable<BackupManifest['attachments']> =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: content.length,
    sha256: sha256Of(content),
  }));

/**
 * Reads an attachment of a set.
 * @throws {UserError} when the set has none of that name, it is missing, or it does not match the manifest.
 */
export async function readFileOf({ store, owner, set }: SetIn, name: string): Promise<Uint8Array> {
  const { id, manifest } = set;
  const expected = manifest.attachments?.find(each => each.name === name);
  if (expected === undefined)
    throw new UserError(`the backup set ${id} contains no ${name}`, 'choose a set that contains it');
  const content = await store.get(`${folderOf(owner, id)}/${name}`);
  if (content !== undefined && sha256Of(content) === expected.sha256) return content;
  throw new UserError(
    `${name} of the backup set ${id} in ${store.name} is ${content === undefined ? 'missing' : 'not what the manifest says'}`,
    'use the set from another repository, or another set',
  );
}

/**
 * Removes a set, its manifest first: a partly removed set does not count.
 * @throws {UserError} when the store refuses to delete it, or it contains an object that is not ours; then nothing is removed.
 */
export async function removeSet(store: Store, owner: SetOwner, id: string): Promise<void> {
  const names = (await store.list(folderOf(owner, id))).map(({ path }) => checkedPath(path));
  const rank = (path: string) => Number(!path.endsWith(`/${manifestFile}`));
  for (const path of names.toSorted((a, b) => rank(a) - rank(b))) await store.remove(path);
}
