import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isMap, jsonMap } from '../../toolkit/map.ts';
import { retry } from '../../toolkit/retry.ts';
import { hashOfFile, parseSha256, type Sha256, sha256Of } from '../checksum.ts';
import type { Bucket, Headers, ListedObject } from './bucket.ts';
import { ObjectChanged } from './download.ts';

/**
 * Copies objects into files. A progress file has the hash of each file, so that the run after a killed one downloads only what is not on
 * the disk yet. An entry counts only when the bytes on the disk have that hash, because a disk may lose its last writes.
 */

export interface Mirrored {
  readonly key: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly etag: string;
  readonly headers: Headers;
}

/** Returns the file of an object. Named by a hash, because a key may not be a valid file name, and a changed object gets another file. */
export const fileOf = (folder: string, object: Pick<Mirrored, 'key' | 'etag'>): string => {
  const name = sha256Of(nameOf(object));
  return join(folder, 'objects', name.slice(0, 2), name);
};

/** An entry of the progress file. When `whole` is false, `bytes` and `sha256` are those of the part that was copied. */
type Note = Mirrored & { readonly whole: boolean };

interface CopyProgress {
  /** Entries of that object, by ascending size. */
  notesOf(object: Pick<ListedObject, 'key' | 'etag'>): readonly Note[];
  note(note: Note): Promise<void>;
  /** Called when the index is written, which has the same data. */
  remove(): Promise<void>;
}

const progressFile = 'progress.jsonl';

/** Opens the progress file of an earlier run, or a new one. Ignores an incomplete last line. */
export async function openProgress(folder: string): Promise<CopyProgress> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, progressFile);
  const text = await readFile(file, 'utf8').catch(() => '');
  const notes = Map.groupBy(text.split('\n').flatMap(noteIn), nameOf);
  return {
    notesOf: object => (notes.get(nameOf(object)) ?? []).toSorted((a, b) => a.bytes - b.bytes),
    // The line break comes first, because a killed run may have left an incomplete line.
    note: note => appendFile(file, `\n${JSON.stringify(note)}`),
    remove: () => rm(file, { force: true }),
  };
}

const nameOf = ({ key, etag }: Pick<ListedObject, 'key' | 'etag'>) => JSON.stringify([key, etag]);

function noteIn(line: string): Note[] {
  const { key, bytes, sha256, etag, headers, whole } = jsonMap(line) ?? {};
  const hash = parseSha256(String(sha256));
  if (typeof key !== 'string' || typeof etag !== 'string' || typeof bytes !== 'number') return [];
  if (hash === undefined || !isMap(headers) || typeof whole !== 'boolean') return [];
  return [{ key, bytes, sha256: hash, etag, headers: headers as Headers, whole }];
}

interface Copying {
  readonly bucket: Bucket;
  readonly folder: string;
  readonly progress: CopyProgress;
  /** Bytes after which the progress of an object is noted. */
  readonly noteEvery: number;
}

/** Attempts to copy an object that is replaced while it is read. */
const tries = 3;

/**
 * Copies an object into its file, and resumes an earlier copy.
 * @returns undefined when it is not in the bucket any more. @throws UserError when the bucket refuses or cannot be reached.
 */
export async function copyObject(copying: Copying, listed: ListedObject): Promise<Mirrored | undefined> {
  const notes = copying.progress.notesOf(listed);
  const whole = notes.find(each => each.whole);
  if (whole !== undefined && (await hashOfFile(fileOf(copying.folder, whole))) === whole.sha256)
    return mirrored(whole);
  return retry({ attempts: tries, temporary: error => error instanceof ObjectChanged }, count =>
    fetchObject(copying, listed, count === 1 ? notes : []),
  );
}

async function fetchObject(
  { bucket, folder, progress, noteEvery }: Copying,
  { key, etag }: ListedObject,
  notes: readonly Note[],
): Promise<Mirrored | undefined> {
  const begun = await beginningIn(`${fileOf(folder, { key, etag })}.partial`, notes);
  const opened = await bucket.open(key, begun && { from: begun.bytes, etag });
  if (opened === undefined) return undefined;
  const about = { key, etag: opened.etag, headers: opened.headers };
  const file = fileOf(folder, about);
  const partial = `${file}.partial`;
  await mkdir(dirname(file), { recursive: true });
  const continues = begun !== undefined && opened.from > 0;
  if (continues) await truncate(partial, opened.from);
  const hash = continues ? begun.hash : createHash('sha256');
  let bytes = opened.from;
  let noted = bytes;
  const note = (of: Hash, whole: boolean) =>
    progress.note({ ...about, bytes, sha256: of.digest('hex') as Sha256, whole });
  await pipeline(
    opened.body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
        if (bytes - noted < noteEvery) continue;
        noted = bytes;
        await note(hash.copy(), false);
      }
    },
    createWriteStream(partial, { flags: continues ? 'a' : 'w' }),
  );
  await rename(partial, file);
  const sha256 = hash.digest('hex') as Sha256;
  await progress.note({ ...about, bytes, sha256, whole: true });
  return { ...about, bytes, sha256 };
}

/** Returns the longest beginning of a file that matches a note, with its running hash; undefined when none does. */
async function beginningIn(
  file: string,
  notes: readonly Note[],
): Promise<{ bytes: number; hash: Hash } | undefined> {
  let found: { bytes: number; hash: Hash } | undefined;
  const hash = createHash('sha256');
  let at = 0;
  for (const { bytes, sha256 } of notes) {
    const read = await addTo(hash, file, at, bytes);
    at += read;
    if (at !== bytes) break;
    if (hash.copy().digest('hex') === sha256) found = { bytes, hash: hash.copy() };
  }
  return found;
}

/** Adds a range of a file to the hash. @returns the number of bytes that were read. */
async function addTo(hash: Hash, file: string, from: number, to: number): Promise<number> {
  let read = 0;
  if (to <= from) return read;
  try {
    for await (const chunk of createReadStream(file, { start: from, end: to - 1 })) {
      hash.update(chunk);
      read += chunk.length;
    }
  } catch {
    return 0;
  }
  return read;
}

const mirrored = ({ whole: _, ...rest }: Note): Mirrored => rest;
