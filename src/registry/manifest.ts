import { createHash } from 'node:crypto';
import { type Digest, isDigest } from '../image/reference.ts';
import { isMap, jsonMap, mapsIn, textMap, textsIn } from '../toolkit/map.ts';
import type { RawManifest } from './contents.ts';

/** A manifest or index, reduced to the fields that a deploy needs. */
export type ImageManifest =
  | {
      readonly kind: 'index';
      readonly mediaType: string;
      readonly platforms: string[];
      readonly children: Digest[];
    }
  | { readonly kind: 'image'; readonly mediaType: string; readonly config: Digest };

/** The media types that Slipway writes. */
export const indexType = 'application/vnd.oci.image.index.v1+json';
export const imageType = 'application/vnd.oci.image.manifest.v1+json';

const indexTypes = [indexType, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const imageTypes = [imageType, 'application/vnd.docker.distribution.manifest.v2+json'];

/** The supported media types, for the Accept header. */
export const manifestTypes = [...indexTypes, ...imageTypes];

/**
 * Parses a manifest; undefined when it is not one. `type` is the Content-Type, which is used only when the document does not
 * name its media type. Attestations, which build tools add to an index as `unknown/unknown`, are left out: they do not run.
 */
export function parseManifest(body: Uint8Array, type: string): ImageManifest | undefined {
  const document = jsonMap(body);
  if (document === undefined) return undefined;
  const { mediaType = type.split(';', 1).join('').trim() } = textMap(document);
  if (indexTypes.includes(mediaType) || (mediaType === '' && Array.isArray(document.manifests))) {
    const entries = mapsIn(document.manifests).filter(
      entry => platformOf(entry.platform) !== 'unknown/unknown',
    );
    return {
      kind: 'index',
      mediaType,
      platforms: [...new Set(entries.flatMap(entry => platformOf(entry.platform) ?? []))],
      children: entries.map(entry => textMap(entry).digest ?? '').filter(isDigest),
    };
  }
  const { digest: config = '' } = textMap(document.config);
  return imageTypes.includes(mediaType) && isDigest(config)
    ? { kind: 'image', mediaType, config }
    : undefined;
}

/** Returns the artifact type of a manifest, from its own field or its configuration; undefined when neither names one. */
export function artifactTypeOf(body: Uint8Array): string | undefined {
  const document = jsonMap(body);
  // Registries take an empty field for an absent one.
  return textsIn([document?.artifactType, textMap(document?.config).mediaType])[0];
}

/** Returns the platform in the configuration blob of an image; undefined when it names none. */
export function parseConfigPlatform(body: Uint8Array): string | undefined {
  return platformOf(jsonMap(body));
}

/** Serializes a manifest or index. */
export function rawManifest(mediaType: string, fields: object): RawManifest {
  const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...fields }));
  return { digest: digestOf(body), mediaType, body };
}

/** Computes the digest of bytes. */
export function digestOf(body: Uint8Array, algorithm: 'sha256' | 'sha512' = 'sha256'): Digest {
  return `${algorithm}:${createHash(algorithm).update(body).digest('hex')}` as Digest;
}

/** Whether bytes match a digest. */
export function fits(body: Uint8Array, digest: Digest): boolean {
  return digestOf(body, digest.startsWith('sha512:') ? 'sha512' : 'sha256') === digest;
}

/** Formats a platform as `os/architecture[/variant]`; undefined when it is incomplete. */
export function platformOf(value: unknown): string | undefined {
  if (!isMap(value)) return undefined;
  const { os, architecture, variant } = value;
  const named = textsIn([os, architecture]);
  return named.length < 2 ? undefined : [...named, ...textsIn([variant])].join('/');
}
