import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Digest, isDigest } from '../image/reference.ts';
import { descriptorOf, type Tree } from '../registry/contents.ts';
import { indexType } from '../registry/manifest.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, jsonMap, mapsIn, textMap } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { digestOfFile } from './checksum.ts';
import { writeWhole } from './whole-file.ts';

/**
 * An OCI image layout that holds many images and stores shared blobs once. Its index records where each image came from, in a form that
 * other programs read, too.
 */

/** An entry of the index. */
export interface KeptImage {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly size: number;
  /** The repository that it came from, with its registry. */
  readonly repository: string;
  /** For an attachment: the manifest that it is attached to. */
  readonly subject?: Digest;
  /** The tag by which it is attached, if any. */
  readonly tag?: string;
}

const names = {
  repository: 'dev.slipway.repository',
  subject: 'dev.slipway.subject',
  tag: 'dev.slipway.tag',
} as const;
const atOnce = 4;

export const blobPath = (folder: string, digest: Digest): string =>
  join(folder, 'blobs', ...digest.split(':'));

/**
 * Reads the index.
 * @returns nothing for an empty or missing folder.
 * @throws UserError for a folder that holds something else.
 */
export async function readKept(folder: string): Promise<KeptImage[]> {
  const foreign = (cause?: unknown) =>
    new UserError(
      `${folder} contains something other than images saved by slipway`,
      'choose another folder',
      { cause },
    );
  const text = await readFile(join(folder, 'index.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    // A run may have been killed before it wrote the index.
    const ours = /^(blobs|oci-layout|.+\.partial)$/;
    if ((await readdir(folder).catch(() => [])).every(each => ours.test(each))) return [];
    throw foreign();
  }
  const manifests = jsonMap(text)?.manifests;
  if (!Array.isArray(manifests)) throw foreign();
  return mapsIn(manifests).map((entry): KeptImage => {
    const kept = descriptorOf(entry);
    const {
      [names.repository]: repository,
      [names.subject]: subject = '',
      [names.tag]: tag,
    } = textMap(entry.annotations);
    if (kept === undefined || repository === undefined) throw foreign();
    const { digest, mediaType, size } = kept;
    const of = isDigest(subject) ? subject : undefined;
    return { digest, mediaType, size, repository, ...defined({ subject: of, tag }) };
  });
}

/** Writes the index, last and atomically: everything that it names exists. */
export async function writeKept(folder: string, kept: readonly KeptImage[]): Promise<void> {
  const keyOf = ({ repository, digest, subject, tag }: KeptImage) =>
    [repository, digest, subject, tag].join(' ');
  const all = new Map(kept.map(each => [keyOf(each), each]));
  const manifests = [...all.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { digest, mediaType, size, repository, subject, tag }]) => ({
      mediaType,
      digest,
      size,
      annotations: defined({
        [names.repository]: repository,
        [names.subject]: subject,
        [names.tag]: tag,
      }),
    }));
  await writeWhole(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const index = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests });
  await writeWhole(join(folder, 'index.json'), index);
}

/**
 * Puts all blobs and manifests of an image into the folder; existing blobs are not copied again.
 * @param save writes a blob to a file, and fails unless it matches its digest.
 * @returns the number of copied bytes.
 */
export async function putTree(
  folder: string,
  { blobs, manifests }: Tree,
  save: (blob: Tree['blobs'][number], path: string) => Promise<void>,
): Promise<number> {
  let bytes = 0;
  await eachOf(blobs, atOnce, async blob => {
    const path = blobPath(folder, blob.digest);
    if ((await stat(path).catch(() => undefined))?.size === blob.size) return;
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.partial`;
    try {
      await save(blob, partial);
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    bytes += blob.size;
  });
  for (const { digest, body } of manifests) await writeWhole(blobPath(folder, digest), body);
  return bytes;
}

/** Returns what is wrong with a blob in the folder; undefined when it matches its digest. */
export async function faultOf(folder: string, digest: Digest): Promise<string | undefined> {
  const [algorithm = '', expected] = digest.split(':');
  const found = await digestOfFile(blobPath(folder, digest), algorithm);
  if (found === undefined) return `${digest} is missing`;
  return found === expected ? undefined : `${digest} is damaged`;
}
