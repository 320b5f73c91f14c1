import { setTimeout as after } from 'node:timers/promises';
import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { digestOf } from '../registry/manifest.ts';
import { UserError } from '../toolkit/errors.ts';
import { createdAnnotation, readLegacyLayers, typeAnnotation } from './attached.ts';
import { type Bundle, newestBundleType, textOf } from './bundle.ts';
import { type LegacyLayer, layerOf, type layerTypes, legacyTag } from './legacy.ts';

/** Puts what was signed at an image, in either form. One after the other: neither a tag nor a list under one has a compare-and-swap. */

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
  const listed = await registry.referrers(repository, digest);
  if (listed.some(entry => entry.digest === artifact)) return;
  throw new UserError(
    `${repository} took the ${type} of ${digest} and does not list it`,
    'run the step again; when it stays so, the registry keeps no list of what refers to an image',
  );
}

/** How often a layer is added again that somebody else's write took away. */
const mostTurns = 5;

/**
 * Adds a layer under the tag of the image, and reads it back.
 * @throws UserError when the registry refuses, or does not keep it.
 */
export async function attachLegacy(
  registry: RegistryClient,
  place: Place,
  bundle: Bundle,
  payload: Uint8Array | undefined,
): Promise<void> {
  const { repository, digest } = place;
  const what = payload === undefined ? 'attestation' : 'signature';
  const layer = layerOf(bundle, payload);
  const descriptor = {
    mediaType: layer.mediaType,
    digest: digestOf(layer.content),
    size: layer.content.length,
    annotations: layer.annotations,
  };
  await registry.uploadBlob(repository, descriptor, async () => once(layer.content));
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const there = await readLegacyLayers(registry, repository, digest, what);
    if (there.some(each => isSame(each.layer, layer))) return;
    await putList(registry, place, what, [...there.map(({ raw }) => raw), descriptor]);
    // Not at the same pace as whoever else writes now.
    if (turn > 0) await after(50 + Math.random() * 200);
  }
  throw new UserError(
    `${repository} does not keep the ${what} of ${digest} under the tag ${legacyTag(digest, what)}`,
    'see whether another run signs the same image, or the tags of the registry are immutable, then run the step again',
  );
}

async function putList(
  registry: RegistryClient,
  { repository, digest }: Place,
  what: keyof typeof layerTypes,
  layers: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const config = Buffer.from(
    JSON.stringify({
      architecture: '',
      created: '0001-01-01T00:00:00Z',
      os: '',
      config: {},
      rootfs: { type: 'layers', diff_ids: layers.map(layer => layer.digest) },
    }),
  );
  const described = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digestOf(config),
    size: config.length,
  };
  await registry.uploadBlob(repository, described, async () => once(config));
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: described, layers }));
  const manifest = { digest: digestOf(body), mediaType, body };
  await registry.putManifest(repository, manifest, legacyTag(digest, what));
}

const isSame = (one: LegacyLayer, other: LegacyLayer) =>
  Buffer.compare(one.content, other.content) === 0 &&
  JSON.stringify(sorted(one.annotations)) === JSON.stringify(sorted(other.annotations));

const sorted = (map: Readonly<Record<string, string>>) => Object.entries(map).sort();

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
