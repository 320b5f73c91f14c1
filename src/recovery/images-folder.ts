import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Digest, isDigest } from '../image/reference.ts';
import type { Tree } from '../registry/contents.ts';
import { indexType } from '../registry/manifest.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap, mapsIn } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';

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
      {
        cause,
      },
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
    const { digest, mediaType, size, annotations } = entry;
    const {
      [names.repository]: repository,
      [names.subject]: subject,
      [names.tag]: tag,
    } = isMap(annotations) ? annotations : {};
    if (typeof digest !== 'string' || !isDigest(digest) || typeof repository !== 'string') throw foreign();
    return {
      digest,
      mediaType: String(mediaType),
      size: Number(size),
      repository,
      ...(typeof subject === 'string' && isDigest(subject) ? { subject } : {}),
      ...(typeof tag === 'string' ? { tag } : {}),
    };
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
      annotations: {
        [names.repository]: repository,
        ...(subject === undefined ? {} : { [names.subject]: subject }),
        ...(tag === undefined ? {} : { [names.tag]: tag }),
      },
    }));
  const write = async (name: string, content: string) => {
    await writeFile(join(folder, `${name}.partial`), content);
    await rename(join(folder, `${name}.partial`), join(folder, name));
  };
  await mkdir(folder, { recursive: true });
  await write('oci-layout', '{"imageLayoutVersion":"1.0.0"}');
  await write('index.json', JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests }));
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
  for (const { digest, body } of manifests) {
    const path = blobPath(folder, digest);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.partial`, body);
    await rename(`${path}.partial`, path);
  }
  return bytes;
}

/** Returns what is wrong with a blob in the folder; undefined when it matches its digest. */
export async function faultOf(folder: string, digest: Digest): Promise<string | undefined> {
  const [algorithm = '', expected] = digest.split(':');
  const hash = createHash(algorithm);
  try {
    for await (const chunk of createReadStream(blobPath(folder, digest))) hash.update(chunk);
  } catch {
    return `${digest} is missing`;
  }
  return hash.digest('hex') === expected ? undefined : `${digest} is damaged`;
}
