import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { eventually } from '../registry/copy.ts';
import { legacyTag, type Signatures } from '../registry/legacy.ts';
import { digestOf } from '../registry/manifest.ts';
import { keepSignatures } from '../registry/signatures.ts';
import { UserError } from '../toolkit/errors.ts';
import { createdAnnotation, typeAnnotation } from './attached.ts';
import { type Bundle, newestBundleType, textOf } from './bundle.ts';
import { type LegacyLayer, layerOf, layerTypes } from './legacy.ts';

/** Puts what was signed at an image, in either form. */

export interface Place {
  readonly repository: string;
  readonly digest: Digest;
}

/** What was signed. */
export interface Sealed {
  readonly bundle: Bundle;
  /** Of its predicate. */
  readonly type: string;
  /** What was signed instead of a statement, as the older form has it for signatures. */
  readonly payload?: Uint8Array | undefined;
}

/**
 * Attaches bundles as artifacts that refer to the image.
 * @param created ISO 8601.
 * @throws UserError when the registry refuses, or does not list them afterwards.
 */
export async function attachBundles(
  registry: RegistryClient,
  { repository, digest }: Place,
  sealed: readonly Sealed[],
  created: string,
): Promise<void> {
  const artifacts = sealed.map(({ bundle, type }) => ({
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
    return sealed.find((_, i) => !listed.has(attached[i] as Digest))?.type ?? '';
  };
  // A registry that keeps the list may show it a moment later.
  const lost = await eventually(registry, '', unlisted);
  if (lost === '') return;
  throw new UserError(
    `${repository} took the ${lost} of ${digest} and does not list it`,
    'run the step again; when it stays so, the registry keeps no list of what refers to an image',
  );
}

/**
 * Adds layers under the tags of the image, one for signatures and one for attestations, beside those of others.
 * @throws UserError when the registry refuses or does not keep them, or something else stands there.
 */
export async function attachLegacy(
  registry: RegistryClient,
  place: Place,
  sealed: readonly Sealed[],
): Promise<void> {
  const layers = sealed.map(({ bundle, payload }) => layerOf(bundle, payload));
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
  { repository, digest }: Place,
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
    `under the tag ${tag} of ${repository} stands something that is no list of signatures`,
    'see who put it there, remove it, and run the step again',
  );
}

/** An image of these layers, as cosign makes it. */
function imageOf(layers: readonly LegacyLayer[]): Signatures {
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
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const document = {
    schemaVersion: 2,
    mediaType,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: described,
  };
  const body = Buffer.from(JSON.stringify(document));
  return { manifest: { digest: digestOf(body), mediaType, body }, config };
}
