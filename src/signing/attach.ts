import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { eventually } from '../registry/copy.ts';
import { type LegacySignatures, legacyTag } from '../registry/legacy.ts';
import { digestOf, imageType, rawManifest } from '../registry/manifest.ts';
import { keepSignatures } from '../registry/signatures.ts';
import { UserError } from '../toolkit/errors.ts';
import { createdAnnotation, typeAnnotation } from './attached.ts';
import { type Bundle, newestBundleType, textOf } from './bundle.ts';
import { type LegacyLayer, layerOf, layerTypes } from './legacy.ts';

/** Attaches signatures and attestations to an image, as bundles or in the older form of cosign 2. */

export interface ImagePlace {
  readonly repository: string;
  readonly digest: Digest;
}

/** A signed statement or payload. */
export interface SignedStatement {
  readonly bundle: Bundle;
  /** The predicate type. */
  readonly type: string;
  /** The signed bytes, where the older form signs a payload instead of a statement. */
  readonly payload?: Uint8Array | undefined;
}

/**
 * Attaches bundles to the image as referrers.
 * @param created ISO 8601.
 * @throws UserError when the registry refuses, or does not list them afterward.
 */
export async function attachBundles(
  registry: RegistryClient,
  { repository, digest }: ImagePlace,
  signed: readonly SignedStatement[],
  created: string,
): Promise<void> {
  const artifacts = signed.map(({ bundle, type }) => ({
    artifactType: newestBundleType,
    content: Buffer.from(textOf(bundle)),
    annotations: {
      [createdAnnotation]: created,
      'dev.sigstore.bundle.content': 'dsse-envelope',
      [typeAnnotation]: type,
    },
  }));
  const attached = await registry.attachAll(repository, digest, artifacts);
  const unlisted = async () => {
    const listed = new Set((await registry.referrers(repository, digest)).map(entry => entry.digest));
    return signed.find((_, i) => !listed.has(attached[i] as Digest))?.type ?? '';
  };
  // A registry that keeps the list may show a new entry a moment later.
  const lost = await eventually(registry, '', unlisted);
  if (lost === '') return;
  throw new UserError(
    `${repository} accepted the ${lost} of ${digest}, but does not list it`,
    'run the step again; if it still fails, the registry keeps no list of referrers',
  );
}

/**
 * Adds layers under cosign's two tags of the image, for signatures and for attestations, beside those of others.
 * @throws UserError when the registry refuses or does not keep them, or a tag points to something else.
 */
export async function attachLegacy(
  registry: RegistryClient,
  place: ImagePlace,
  signed: readonly SignedStatement[],
): Promise<void> {
  const layers = signed.map(({ bundle, payload }) => layerOf(bundle, payload));
  for (const [suffix, type] of [
    ['sig', layerTypes.signature],
    ['att', layerTypes.attestation],
  ] as const) {
    const ours = layers.filter(layer => layer.mediaType === type);
    if (ours.length > 0) await addLayers(registry, place, suffix, ours);
  }
}

async function addLayers(
  registry: RegistryClient,
  { repository, digest }: ImagePlace,
  suffix: 'sig' | 'att',
  layers: readonly LegacyLayer[],
): Promise<void> {
  const tag = legacyTag(digest, suffix);
  if (tag === undefined)
    throw new UserError(
      `the digest of ${repository}@${digest} is too long for the tags of cosign 2`,
      'write `format: bundle` in `signing` of slipway.yml',
    );
  const image = imageOf(layers);
  for (const blob of [...layers.map(layer => layer.content), image.config])
    await registry.putBytes(repository, blob);
  if (await keepSignatures(registry, repository, tag, image)) return;
  throw new UserError(
    `the tag ${tag} of ${repository} is not a list of signatures`,
    'find out who pushed it, remove it, and run the step again',
  );
}

/** Builds an image of these layers, as cosign does. */
function imageOf(layers: readonly LegacyLayer[]): LegacySignatures {
  const described = layers.map(({ mediaType, content, annotations }) => {
    return { mediaType, digest: digestOf(content), size: content.length, annotations };
  });
  const config = Buffer.from(
    JSON.stringify({
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      os: '',
      config: {},
      rootfs: { type: 'layers', diff_ids: described.map(({ digest }) => digest) },
    }),
  );
  const manifest = rawManifest(imageType, {
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: described,
  });
  return { manifest, config };
}
