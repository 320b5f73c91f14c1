import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Digest, isDigest } from '../image/reference.ts';
import { innermostCause, UserError } from '../toolkit/errors.ts';
import { jsonMap, mapsIn, textMap } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';
import type { RegistryClient } from './client.ts';
import {
  compressedSize,
  type Descriptor,
  type ImageSource,
  isForeign,
  readTree,
  type Tree,
} from './contents.ts';
import { fits, indexType, parseManifest, rawManifest } from './manifest.ts';
import { saveBlob } from './verified.ts';

/** OCI image layouts (image-spec, "OCI Image Layout Specification"): an image as a folder. */

const atOnce = 4;

/**
 * Writes an image or index, with all its platforms, as an OCI image layout. Each blob is checked by size and digest while it
 * streams to a temporary folder beside `folder`, which is renamed when it is complete and removed after an error.
 * @param folder must not exist, or be empty.
 * @param input names the digest, for the error.
 * @throws UserError when the registry does not have the image, or cannot be read.
 */
export async function fetchLayout(
  registry: RegistryClient,
  reference: { readonly repository: string; readonly digest: Digest },
  folder: string,
  input = 'images',
): Promise<void> {
  const { repository, digest } = reference;
  const tree = await registry.tree(repository, digest);
  if (tree === undefined)
    throw new UserError(
      `${repository} has no image ${digest}`,
      `correct the digest in the input \`${input}\``,
    );
  await requireEmpty(folder);
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const algorithm of ['sha256', 'sha512'])
      await mkdir(join(partial, 'blobs', algorithm), { recursive: true });
    await eachOf(tree.blobs, atOnce, blob =>
      saveBlob(registry, repository, blob, blobPath(partial, blob.digest)),
    );
    for (const manifest of tree.manifests) await writeFile(blobPath(partial, manifest.digest), manifest.body);
    await writeFile(join(partial, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    const { mediaType, body } = tree.root;
    const manifests = [{ mediaType, digest, size: body.length }];
    await writeFile(join(partial, 'index.json'), rawManifest(indexType, { manifests }).body);
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** The image in a layout, by platform, without attestations. */
export interface Layout {
  readonly folder: string;
  /** The digest of the image, or of the index of all platforms. */
  readonly digest: Digest;
  readonly platforms: readonly {
    readonly platform: string;
    readonly manifest: Descriptor;
    /** Compressed. */
    readonly bytes: number;
  }[];
}

/**
 * Reads the one image in a layout, also through nested indexes.
 * @throws UserError when the layout is malformed, incomplete, or has more or less than one image.
 */
export async function readLayout(folder: string): Promise<Layout> {
  const tree = await treeIn(folder);
  if (tree.images.length === 0) throw new UserError(`${folder} has no image that can run`, 'build it again');
  const platforms = tree.images.map(image => {
    const { platform = 'unknown', digest } = image;
    const found = tree.manifests.find(each => each.digest === digest);
    return {
      platform,
      manifest: { mediaType: found?.mediaType ?? '', digest, size: found?.body.length ?? 0 },
      bytes: compressedSize(image),
    };
  });
  return { folder, digest: tree.root.digest, platforms };
}

/** An image of one platform in a layout. */
export interface OpenImage {
  readonly platform: string;
  /** The parsed configuration. */
  readonly configuration: unknown;
  /** Lowest first. */
  readonly layers: readonly { readonly digest: Digest; open(): AsyncIterable<Uint8Array> }[];
}

/**
 * Opens each image in a layout; a layer is read when its `open` is called.
 * @throws UserError when the layout is malformed or incomplete.
 */
export async function openLayout(folder: string): Promise<OpenImage[]> {
  const { images } = await treeIn(folder);
  return Promise.all(
    images.map(async ({ platform = 'unknown', config, layers }) => ({
      platform,
      configuration: jsonMap((await layoutSource(folder).config(config.digest)) ?? ''),
      layers: layers.map(layer => ({
        digest: layer.digest,
        // A layout has no foreign layers, which may not be copied.
        open: () => (isForeign(layer) ? nothing() : createReadStream(blobPath(folder, layer.digest))),
      })),
    })),
  );
}

async function treeIn(folder: string): Promise<Tree> {
  const tree = await layoutTree(folder, await rootOf(folder));
  if (tree === undefined) throw notWhole(folder);
  return tree;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

type Root = Pick<Descriptor, 'digest' | 'mediaType'>;

async function rootOf(folder: string): Promise<Root> {
  const index = jsonMap(await readFile(join(folder, 'index.json')).catch(() => ''));
  if (index === undefined) throw notWhole(folder);
  const roots = new Map<Digest, Root>();
  for (const { digest = '', mediaType = '' } of mapsIn(index.manifests).map(textMap))
    if (isDigest(digest)) roots.set(digest, { digest, mediaType });
  const [only] = roots.values();
  if (only !== undefined && roots.size === 1) return only;
  throw new UserError(
    `${folder} has ${roots.size} images instead of one`,
    'write the layout with `build`, or with buildx --output type=oci,tar=false',
  );
}

function notWhole(folder: string): UserError {
  return new UserError(`${folder} is not a complete OCI image layout`, 'build it again');
}

/**
 * Reads an image or index in a layout, with every manifest in it.
 * @returns undefined when the layout does not have it.
 * @throws UserError when the layout has only a part of it.
 */
export function layoutTree(folder: string, root: Root): Promise<Tree | undefined> {
  return readTree(layoutSource(folder), root, folder);
}

/** Reads blobs of a layout, and checks them by digest. */
function layoutSource(folder: string): ImageSource {
  const read = async (digest: Digest) => {
    const body = await readFile(blobPath(folder, digest)).catch(() => undefined);
    if (body === undefined || fits(body, digest)) return body;
    throw new UserError(`${folder} has a blob that does not match ${digest}`, 'build it again');
  };
  return {
    config: read,
    manifest: async (digest, type) => {
      const body = await read(digest);
      return body && { digest, mediaType: parseManifest(body, type)?.mediaType ?? type, body };
    },
  };
}

function blobPath(folder: string, digest: Digest): string {
  return join(folder, 'blobs', ...digest.split(':'));
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError(
      `${folder} cannot be used for an image layout: ${innermostCause(error)}`,
      'choose another folder',
      { cause: error },
    );
  });
  if (entries.length > 0)
    throw new UserError(`the folder ${folder} for an image layout is not empty`, 'choose another folder');
}
