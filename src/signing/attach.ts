import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { eventually } from '../registry/copy.ts';
import { legacyTag, type Signatures } from '../registry/legacy.ts';
import { digestOf } from '../registry/manifest.ts';
import { keepSignatures } from '../registry/signatures.ts';
import { UserError } from '../toolkit/errors.ts';
import { createdAnnotation, typeAnnotation } from './attached.ts';
import { type Bundle, newestBundleType, textOf } from './bundle.ts';
import { type LegacyLayer, layerOf } from './legacy.ts';

/** Puts what was signed at an image, in either form. */

export interface Place {
  readonly repository: string;
  readonly digest: Digest;
}

/**
 * Attaches a bundle as an artifact that refers to the image.
 * @param created ISO 8601.
 * @throws UserError when the registry refuses, or does not list it afterwards.
 */
export async function attachBundle(
  registry: RegistryClient,
  { repository, digest }: Place,
  bundle: Bundle,
  type: string,
  created: string,
): Promise<void> {
  const artifact = await registry.attach(repository, digest, {
    artifactType: newestBundleType,
    content: Buffer.from(textOf(bundle)),
    annotations: {
      [createdAnnotation]: created,
      'dev.sigstore.bundle.content': 'dsse-envelope',
      [typeAnnotation]: type,
    },
  });
  // A registry that keeps the list may show it a moment later.
  const isListed = async () =>
    (await registry.referrers(repository, digest)).some(entry => entry.digest === artifact);
  if (await eventually(registry, true, isListed)) return;
  throw new UserError(
    `${repository} took the ${type} of ${digest} and does not list it`,
    'run the step again; when it stays so, the registry keeps no list of what refers to an image',
  );
}

/**
 * Adds a layer under the tag of the image, beside those of others.
 * @throws UserError when the registry refuses or does not keep it, or something else stands there.
 */
export async function attachLegacy(
  registry: RegistryClient,
  { repository, digest }: Place,
  bundle: Bundle,
  payload: Uint8Array | undefined,
): Promise<void> {
  const layer = layerOf(bundle, payload);
  const tag = legacyTag(digest, payload === undefined ? 'att' : 'sig');
  if (tag === undefined)
    throw new UserError(
      `the digest of ${repository}@${digest} is too long for the tags of cosign 2`,
      'write `format: bundle` in `signing` of slipway.yml',
    );
  const image = imageOf(layer);
  for (const blob of [layer.content, image.config]) await registry.putBytes(repository, blob);
  if (await keepSignatures(registry, repository, tag, image)) return;
  throw new UserError(
    `under the tag ${tag} of ${repository} stands something that is no list of signatures`,
    'see who put it there, remove it, and run the step again',
  );
}

/** An image of one layer, as cosign makes it. */
function imageOf({ mediaType, content, annotations }: LegacyLayer): Signatures {
  const layer = { mediaType, digest: digestOf(content), size: content.length, annotations };
  const config = Buffer.from(
    JSON.stringify({
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      os: '',
      config: {},
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    }),
  );
  const described = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digestOf(config),
    size: config.length,
  };
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const body = Buffer.from(
    JSON.stringify({ schemaVersion: 2, mediaType: type, config: described, layers: [layer] }),
  );
  return { manifest: { digest: digestOf(body), mediaType: type, body }, config };
}
