import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Digest, isDigest } from '../image/reference.ts';
import type { Tree } from '../registry/contents.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap, mapsIn } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';

/**
 * Many images in one OCI image layout, with what they share once. Its index names each of them with where it was, so that other programs
 * read it too.
 */

/** What the index names. */
export interface Kept {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly size: number;
  /** The repository from which it came, with its registry. */
  readonly repository: string;
  /** Of what is attached: to what. */
  readonly subject?: Digest;
  /** Under which it is attached, where that is by a tag. */
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

/** @returns none for a folder that is empty or not there. @throws UserError for one that holds something else. */
export async function readKept(folder: string): Promise<Kept[]> {
  const foreign = (cause?: unknown) =>
    new UserError(
      `${folder} holds something else than images that slipway put there`,
      'name another folder',
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
  return mapsIn(manifests).map((entry): Kept => {
    const { digest, mediaType, size, annotations } = entry;
    const {
      [names.repository]: repository,
      [names.subject]: subject,
      [names.tag]: tag,
    } = isMap(annotations) ? annotations : {};
    if (typeof digest !== 'string' || !isDigest(digest) || typeof repository !== 'string') throw foreign();
    return {
      ...{ digest, mediaType: String(mediaType), size: Number(size), repository },
      ...(typeof subject === 'string' && isDigest(subject) ? { subject } : {}),
      ...(typeof tag === 'string' ? { tag } : {}),
    };
  });
}

/** The index comes last, and whole: what is in it is there. */
export async function writeKept(folder: string, kept: readonly Kept[]): Promise<void> {
  const keyOf = ({ repository, digest, subject, tag }: Kept) => [repository, digest, subject, tag].join(' ');
  const all = new Map(kept.map(each => [keyOf(each), each]));
  const manifests = [...all.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { digest, mediaType, size, repository, subject, tag }]) => ({
      ...{ mediaType, digest, size },
      annotations: {
        [names.repository]: repository,
        ...(subject === undefined ? {} : { [names.subject]: subject }),
        ...(tag === undefined ? {} : { [names.tag]: tag }),
      },
    }));
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const write = async (name: string, content: string) => {
    await writeFile(join(folder, `${name}.partial`), content);
    await rename(join(folder, `${name}.partial`), join(folder, name));
  };
  await mkdir(folder, { recursive: true });
  await write('oci-layout', '{"imageLayoutVersion":"1.0.0"}');
  await write('index.json', JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
}

/**
 * Puts all that an image consists of into the folder; what is there already is not read again.
 * @param save writes a blob to a file, and fails unless it is right.
 * @returns bytes that came.
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

/** What is wrong with a blob in the folder; undefined when it is what its digest says. */
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
