import type { Inspected } from '../image/bases.ts';
import { type Digest, isDigest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { parseConfigPlatform, parseManifest, platformOf } from './manifest.ts';

/** A reference to content (image-spec, "Descriptor"). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes as stored: a layer is compressed. */
  readonly size: number;
  /** Such as `linux/arm64`; only on entries of an index. */
  readonly platform?: string;
}

/** A manifest with its exact bytes, which its digest is computed from. */
export interface RawManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

/** Everything that a manifest refers to. */
export type ManifestContents =
  | { readonly kind: 'index'; readonly manifests: readonly Descriptor[] }
  | { readonly kind: 'image'; readonly config: Descriptor; readonly layers: readonly Descriptor[] };

/** An image or index with every manifest in it. */
export interface Tree {
  readonly root: RawManifest;
  /** Every manifest once, each after those that it refers to: the order in which a registry accepts them. */
  readonly manifests: readonly RawManifest[];
  /** Every configuration and layer once. */
  readonly blobs: readonly Descriptor[];
  /** The image of each platform, without attestations. */
  readonly images: readonly PlatformImage[];
}

export interface PlatformImage {
  readonly platform: string | undefined;
  readonly digest: Digest;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** A source of images: a repository, or a layout on disk. */
export interface ImageSource {
  /** @param type the media type from the descriptor; a manifest need not name its own. */
  manifest(digest: Digest, type: string): Promise<RawManifest | undefined>;
  config(digest: Digest): Promise<Uint8Array | undefined>;
}

/** Content that its source has only in part, or that is not an image; a retry does not help. */
export class IncompleteError extends UserError {}

/** An index may contain an index. Deeper or wider nesting than this is an attack or an accident. */
const deepest = 4;
const most = 1000;
/** Bytes of all manifests of an image; they are kept in memory. */
const mostBytes = 64 * 2 ** 20;

/**
 * Reads an image or index with all its manifests, including attestations, without which an index is incomplete.
 * @returns undefined when the source does not have `digest`.
 * @throws UserError when a manifest is missing or malformed; `name` is the name of the image in the error.
 */
export async function readTree(
  source: ImageSource,
  { digest, mediaType }: Pick<Descriptor, 'digest' | 'mediaType'>,
  name: string,
): Promise<Tree | undefined> {
  const root = await source.manifest(digest, mediaType);
  if (root === undefined) return undefined;
  const manifests = new Map<Digest, RawManifest>();
  const blobs = new Map<Digest, Descriptor>();
  const images: PlatformImage[] = [];

  const attestations = new Set<Digest>();
  let bytes = 0;

  const visit = async (raw: RawManifest, platform: string | undefined, depth: number): Promise<void> => {
    const attested = platform === 'unknown/unknown';
    if (manifests.has(raw.digest)) {
      // A check of the images alone would miss it, and a runtime would run it.
      if (attested ? images.some(each => each.digest === raw.digest) : attestations.has(raw.digest))
        throw new UserError(
          `${name}@${digest} lists ${raw.digest} both as an image and as an attestation`,
          'find out what made this index, and build it again',
        );
      return;
    }
    bytes += raw.body.length;
    if (depth > deepest || manifests.size >= most || bytes > mostBytes)
      throw new IncompleteError(
        `${name}@${digest} has too many manifests, or they are too large`,
        'push it again as one plain index',
      );
    const contents = contentsOf(raw, name);
    if (contents.kind === 'image') {
      for (const blob of [contents.config, ...contents.layers]) blobs.set(blob.digest, blob);
      const { config, layers } = contents;
      const named = platform ?? parseConfigPlatform((await source.config(config.digest)) ?? Buffer.of());
      if (attested) attestations.add(raw.digest);
      else images.push({ platform: named, digest: raw.digest, config, layers });
    } else {
      for (const child of contents.manifests) {
        const found = await source.manifest(child.digest, child.mediaType);
        if (found === undefined)
          throw new IncompleteError(
            `${name} is missing the manifest ${child.digest} of ${digest}`,
            'push it again',
          );
        await visit(found, child.platform, depth + 1);
      }
    }
    manifests.set(raw.digest, raw);
  };
  await visit(root, undefined, 1);
  return {
    root,
    manifests: [...manifests.values()],
    blobs: [...blobs.values()].filter(blob => !isForeign(blob)),
    images,
  };
}

/** Returns the sizes and layers of each platform. */
export function inspected({ images }: Tree): Inspected {
  return {
    platforms: images.map(image => ({
      platform: image.platform ?? 'unknown',
      bytes: compressedSize(image),
      layers: image.layers.map(({ digest, size }) => ({ digest, bytes: size })),
    })),
  };
}

/** Returns the compressed bytes of an image: its configuration and layers, each distinct layer counted once. */
export function compressedSize({ config, layers }: PlatformImage): number {
  const sizes = new Map([config, ...layers].map(({ digest, size }) => [digest, size]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/**
 * Reads the descriptors in a manifest strictly, because a copy transfers exactly what they name.
 * @throws UserError when it is not a manifest, or a descriptor is malformed.
 */
export function contentsOf({ body, mediaType, digest }: RawManifest, name: string): ManifestContents {
  const kind = parseManifest(body, mediaType)?.kind;
  const document = jsonMap(body) ?? {};
  const list = (value: unknown) => (Array.isArray(value) ? value.map(descriptorOf) : [undefined]);
  if (kind === 'index') {
    const manifests = list(document.manifests);
    if (manifests.every(each => each !== undefined)) return { kind, manifests };
  } else if (kind === 'image') {
    const config = descriptorOf(document.config);
    const layers = list(document.layers);
    if (config !== undefined && layers.every(each => each !== undefined)) return { kind, config, layers };
  }
  throw new IncompleteError(
    `${name}@${digest} is not a container image`,
    'choose an image that a build tool has pushed',
  );
}

/** Parses a descriptor; undefined when it is malformed. */
export function descriptorOf(value: unknown): Descriptor | undefined {
  if (!isMap(value)) return undefined;
  const { size, platform } = value;
  const { mediaType = '', digest = '' } = textMap(value);
  if (!isDigest(digest) || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    return undefined;
  return { mediaType, digest, size, ...defined({ platform: platformOf(platform) }) };
}

/** Whether this is a Windows layer that only its vendor distributes: no registry has it. */
export function isForeign({ mediaType }: Descriptor): boolean {
  return mediaType.includes('.foreign.') || mediaType.includes('.nondistributable.');
}
