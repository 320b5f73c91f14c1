import type { Digest } from '../image/reference.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';
import { digestOf, fits } from './manifest.ts';

/**
 * What cosign attaches under its own tags instead of as a referrer: signatures (`sha256-….sig`), attestations (`.att`) and
 * SBOMs (`.sbom`). Each is an image; each signature or attestation is a layer with annotations.
 */

export type Suffix = 'sig' | 'att' | 'sbom';
export const suffixes: readonly Suffix[] = ['sig', 'att', 'sbom'];

/** Returns cosign's tag for a digest; undefined when the digest is too long for a tag. */
export function legacyTag(digest: Digest, suffix: Suffix): string | undefined {
  const tag = `${digest.replace(':', '-')}.${suffix}`;
  return tag.length <= 128 ? tag : undefined;
}

/** An image of signatures with its configuration. */
export interface LegacySignatures {
  readonly manifest: RawManifest;
  readonly config: Uint8Array;
}

/**
 * Merges the signatures of two images: those of `there`, then those that only `ours` has. An image that already has all
 * signatures of the other is returned unchanged, byte for byte. Pure.
 * @returns undefined when either is not an image of the kind that cosign makes.
 */
export function unitedSignatures(
  there: LegacySignatures,
  ours: LegacySignatures,
): LegacySignatures | undefined {
  const [base, more] = [readSignatures(there), readSignatures(ours)];
  if (base === undefined || more === undefined) return undefined;
  const known = new Set(base.layers.map(keyOf));
  const added = more.layers.filter(layer => !known.has(keyOf(layer)));
  if (added.length === 0) return there;
  const wanted = new Set(more.layers.map(keyOf));
  if (base.layers.every(layer => wanted.has(keyOf(layer)))) return ours;

  // The layer of a signature is not compressed, so its diff ID is its digest.
  const rootfs = isMap(base.config.rootfs) ? base.config.rootfs : {};
  const diffs = Array.isArray(rootfs.diff_ids) ? rootfs.diff_ids : [];
  const history = Array.isArray(base.config.history) ? base.config.history : [];
  const config = Buffer.from(
    JSON.stringify({
      ...base.config,
      history: [...history, ...added.map(() => ({ created: '0001-01-01T00:00:00Z' }))],
      rootfs: { ...rootfs, diff_ids: [...diffs, ...added.map(layer => descriptorOf(layer)?.digest)] },
    }),
  );
  const descriptor = { ...base.descriptor, digest: digestOf(config), size: config.length };
  const document = { ...base.document, config: descriptor, layers: [...base.layers, ...added] };
  const body = Buffer.from(JSON.stringify(document));
  return { manifest: { ...there.manifest, digest: digestOf(body), body }, config };
}

interface ReadSignatures {
  readonly document: Readonly<Record<string, unknown>>;
  readonly descriptor: Readonly<Record<string, unknown>>;
  readonly layers: readonly unknown[];
  readonly config: Readonly<Record<string, unknown>>;
}

function readSignatures({ manifest, config }: LegacySignatures): ReadSignatures | undefined {
  const document = jsonMap(manifest.body) ?? {};
  const { config: descriptor, layers } = document;
  if (!isMap(descriptor) || !Array.isArray(layers)) return undefined;
  const digest = descriptorOf(descriptor)?.digest;
  if (digest === undefined || !fits(config, digest)) return undefined;
  if (!layers.every(layer => descriptorOf(layer) !== undefined)) return undefined;
  return { document, descriptor, layers, config: jsonMap(config) ?? {} };
}

/** The key includes the annotations, because several signatures can have the same payload. */
function keyOf(layer: unknown): string {
  const { digest } = descriptorOf(layer) as Descriptor;
  const annotations = isMap(layer) && isMap(layer.annotations) ? layer.annotations : {};
  return JSON.stringify([digest, ...Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
