import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonMap, mapsIn } from '../../toolkit/map.ts';
import { mapOf } from '../../toolkit/parallel.ts';
import { hashOfFile, orderFreeHash, parseSha256, type Sha256 } from '../checksum.ts';
import type { Totals } from '../files/listing.ts';
import { writeWhole } from '../whole-file.ts';
import type { Bucket, Headers, ListedObject } from './bucket.ts';
import { copyObject, fileOf, type Mirrored, openProgress } from './copying.ts';

/**
 * Copies a bucket into a folder, which is then backed up as files. `index.json` lists the objects. Each object is a file named by the hash
 * of key and ETag: a key may not be a valid file name, and the files of the old index do not change before the new one is written.
 */

const atOnce = 8;
/** Bytes after which the progress of an object is noted. */
const usualNote = 64 << 20;

/**
 * Updates the folder to the bucket: copies changed objects, removes deleted ones, and reads no others. Resumes the copy of a killed run,
 * also within a large object.
 * @returns also the number of objects that were deleted from the bucket before they were copied.
 * @throws UserError when the bucket refuses or cannot be reached.
 */
export async function mirrorBucket(
  bucket: Bucket,
  folder: string,
  report: (line: string) => void,
  { noteEvery = usualNote } = {},
): Promise<{ objects: readonly Mirrored[]; totals: Totals; vanished: number }> {
  const known = new Map((await readIndex(folder)).map(each => [each.key, each]));
  const listed = await bucket.list();
  const changed = listed.filter(({ key, bytes, etag }) => {
    const own = known.get(key);
    return own?.bytes !== bytes || own.etag !== etag;
  });
  const anew = new Set(changed.map(({ key }) => key));
  report(`${bucket.name}: copying ${changed.length} of ${counted(listed.length, 'object')}`);
  const came = new Map<string, Mirrored>();
  const progress = await openProgress(folder);
  const copying = { bucket, folder, progress, noteEvery };
  for (const each of await mapOf(changed, atOnce, listed => copyObject(copying, listed)))
    if (each !== undefined) came.set(each.key, each);
  const vanished = changed.filter(({ key }) => !came.has(key));
  await requireGone(bucket, vanished);
  const objects = listed.flatMap(({ key }) => {
    const own = came.get(key) ?? (anew.has(key) ? undefined : known.get(key));
    return own === undefined ? [] : [own];
  });
  await writeIndex(folder, objects);
  await progress.remove();
  await removeOthers(folder, objects);
  return { objects, totals: totalsOfObjects(objects), vanished: vanished.length };
}

/** Refuses objects that are listed but cannot be read: the store has lost them, or the request names them wrong. */
async function requireGone(bucket: Bucket, lost: readonly ListedObject[]): Promise<void> {
  if (lost.length === 0) return;
  const there = new Set((await bucket.list()).map(({ key }) => key));
  const still = lost.filter(({ key }) => there.has(key));
  if (still.length === 0) return;
  throw new UserError(
    `the bucket ${bucket.name} lists ${counted(still.length, 'object')} that cannot be read, such as ${JSON.stringify(still[0]?.key)}`,
    'check that the credentials may read every object, and that the store still has this one',
  );
}

/** Returns the totals for the manifest of a backup. Pure. */
function totalsOfObjects(objects: readonly Mirrored[]): Totals {
  return {
    count: objects.length,
    bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
    hash: orderFreeHash(objects.map(({ key, sha256 }) => ({ path: key, sha256 }))),
  };
}

/**
 * Uploads the objects of a folder into an empty bucket. The hash of each object is checked here before the upload, and by the store.
 * @param again whether the bucket may hold some of the objects already, from a killed run; they are uploaded again.
 * @throws UserError when the bucket holds other objects, the folder is damaged, or the bucket refuses.
 */
export async function restoreBucket(
  folder: string,
  bucket: Bucket,
  report: (line: string) => void,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Totals> {
  const objects = await readIndex(folder);
  const own = new Set(again ? objects.map(({ key }) => key) : []);
  const foreign = (await bucket.list()).filter(({ key }) => !own.has(key));
  if (foreign.length > 0)
    throw new UserError(
      `the bucket ${bucket.name} is not empty: it holds ${counted(foreign.length, 'object')}${again ? ' that this backup does not have' : ''}`,
      'restore into an empty bucket',
    );
  await mapOf(objects, atOnce, async ({ key, etag, bytes, sha256, headers }) => {
    const file = fileOf(folder, { key, etag });
    if ((await hashOfFile(file)) !== sha256)
      throw new UserError(
        `the copy of the object ${JSON.stringify(key)} is damaged or missing`,
        'restore the folder from another backup',
      );
    await bucket.put(key, {
      bytes,
      sha256,
      headers,
      body: range => createReadStream(file, range && { start: range.from, end: range.to - 1 }),
    });
  });
  report(`${bucket.name}: restored ${counted(objects.length, 'object')}`);
  return totalsOfObjects(objects);
}

/** Reads every byte of a copy. @returns a sentence for each missing or damaged object. @throws UserError when the folder is not a copy. */
export async function faultsInMirror(folder: string): Promise<string[]> {
  const objects = await readIndex(folder);
  if (objects.length === 0) return ['the copy of the bucket is empty'];
  return (await damagedIn(folder, objects)).map(
    ({ key, found }) => `the object ${JSON.stringify(key)} is ${found === undefined ? 'missing' : 'damaged'}`,
  );
}

/**
 * Reads every byte of a copy, and removes missing and damaged objects from its index: the next update downloads them again, which it would
 * not do while their size and ETag are those of the bucket.
 * @throws UserError when the folder is not a copy.
 */
export async function dropDamaged(folder: string, report: (line: string) => void): Promise<void> {
  await dropObjects(folder, await damagedIn(folder, await readIndex(folder)), report);
}

/** Removes objects from the index of a copy, so that the next update downloads them again. */
export async function dropObjects(
  folder: string,
  dropped: readonly Pick<Mirrored, 'key'>[],
  report: (line: string) => void,
): Promise<void> {
  if (dropped.length === 0) return;
  const keys = new Set(dropped.map(({ key }) => key));
  const objects = await readIndex(folder);
  await writeIndex(
    folder,
    objects.filter(({ key }) => !keys.has(key)),
  );
  report(`${folder}: ${counted(keys.size, 'object')} damaged or missing; downloading again`);
}

async function damagedIn(folder: string, objects: readonly Mirrored[]) {
  const all = await mapOf(objects, atOnce, async each => ({
    ...each,
    found: await hashOfFile(fileOf(folder, each)),
  }));
  return all.filter(({ sha256, found }) => found !== sha256);
}

/** Returns the totals of a bucket; reads every byte of it, and stores none. */
export async function totalsOfBucket(bucket: Bucket): Promise<Totals> {
  const objects = await mapOf(await bucket.list(), atOnce, async ({ key, etag }) => {
    const opened = await bucket.open(key);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of opened?.body ?? []) {
      hash.update(chunk as Uint8Array);
      bytes += (chunk as Uint8Array).length;
    }
    return { key, bytes, sha256: hash.digest('hex') as Sha256, etag, headers: {} };
  });
  return totalsOfObjects(objects);
}

/** Reads the index of a folder; empty when there is none. @throws UserError for an index of another format. */
async function readIndex(folder: string): Promise<Mirrored[]> {
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const document = jsonMap(text);
  const fault = () => new UserError(`${folder} is not a copy of a bucket`, 'name another folder');
  if (document?.schema !== 1) throw fault();
  return mapsIn(document.objects).map(({ key, bytes, sha256, etag, headers }): Mirrored => {
    const hash = parseSha256(String(sha256));
    if (typeof key !== 'string' || typeof bytes !== 'number' || hash === undefined || !isMap(headers))
      throw fault();
    return { key, bytes, sha256: hash, etag: String(etag), headers: headers as Headers };
  });
}

async function writeIndex(folder: string, objects: readonly Mirrored[]): Promise<void> {
  const sorted = objects.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const text = `${JSON.stringify({ schema: 1, objects: sorted }, undefined, 1)}\n`;
  await writeWhole(join(folder, 'index.json'), text);
}

async function removeOthers(folder: string, objects: readonly Mirrored[]): Promise<void> {
  const wanted = new Set(objects.map(each => fileOf(folder, each)));
  const entries = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  for (const each of entries) {
    const file = join(each.parentPath, each.name);
    if (each.isFile() && !wanted.has(file)) await rm(file);
  }
}
