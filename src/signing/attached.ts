import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type Descriptor, descriptorOf, IncompleteError } from '../registry/contents.ts';
import { legacyTag } from '../registry/legacy.ts';
import { AlteredError } from '../registry/verified.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap, mapsIn, textMap } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { type Bundle, bundleType, type Claim, claimOf, readBundle, simpleClaimOf } from './bundle.ts';
import { bundleOf, layerTypes } from './legacy.ts';

/** Reads the signatures and attestations of an image from a registry, in both forms. They are not verified here. */

export interface SignedAttachment {
  readonly claim: Claim;
  readonly bundle: Bundle;
  /** The signed bytes, where they are not a statement. */
  readonly payload?: Uint8Array;
  readonly format: 'bundle' | 'legacy';
  /** When it was made, according to its list; only used to try the newest first. */
  readonly made: string;
}

/** Bytes of a bundle; the SBOM of a large image makes a large one. */
const largest = 64 * 1024 * 1024;
/** Bytes of everything attached to one image: any user who may push can attach anything. */
const mostBytes = 4 * largest;
const mostEntries = 500;
/** Concurrent requests. */
const atOnce = 4;
/** Some tools write an index under a tag with the media type of the configuration instead of the artifact type. */
const untold = ['', 'application/vnd.oci.empty.v1+json', 'application/vnd.oci.image.config.v1+json'];

/** The predicate type in a list of referrers; with it, a bundle of an unwanted type need not be fetched. */
export const typeAnnotation = 'dev.sigstore.bundle.predicateType';
export const createdAnnotation = 'org.opencontainers.image.created';

/**
 * Reads the signatures and attestations of an image, newest first.
 * @param wanted predicate types; others may be left out.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function readAttached(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  wanted: readonly string[],
): Promise<SignedAttachment[]> {
  const place = { registry, repository, digest, left: mostBytes };
  const [bundles, signatures, attestations] = await Promise.all([
    readBundles(place, wanted),
    readLegacy(place, 'signature'),
    readLegacy(place, 'attestation'),
  ]);
  return [...bundles, ...signatures, ...attestations].sort((a, b) => b.made.localeCompare(a.made));
}

interface Place {
  readonly registry: RegistryClient;
  readonly repository: string;
  readonly digest: Digest;
  /** Bytes that may still be read. */
  left: number;
}

async function readBundles(place: Place, wanted: readonly string[]): Promise<SignedAttachment[]> {
  const { registry, repository, digest } = place;
  const listed = (await registry.referrers(repository, digest)).filter(
    ({ artifactType, annotations: { [typeAnnotation]: type } }) =>
      (artifactType.startsWith(bundleType) || untold.includes(artifactType)) &&
      (type === undefined || wanted.includes(type)),
  );
  if (listed.length > mostEntries) throw tooMuch(place);
  const read = await mapOf(listed, atOnce, async entry => {
    const manifest = jsonMap((await registry.manifest(repository, entry.digest))?.body ?? '');
    const type: unknown = manifest?.artifactType ?? entry.artifactType;
    const [layer] = layersOf(manifest);
    if (manifest === undefined || layer === undefined) return undefined;
    if (typeof type !== 'string' || !type.startsWith(bundleType)) return undefined;
    const content = await contentOf(place, layer);
    if (content === undefined) return undefined;
    const bundle = readBundle(Buffer.from(content).toString('utf8'));
    const claim = typeof bundle === 'string' ? bundle : claimOf(bundle);
    if (typeof bundle === 'string' || typeof claim === 'string') return undefined;
    const made =
      entry.annotations[createdAnnotation] ?? textMap(manifest.annotations)[createdAnnotation] ?? '';
    return { claim, bundle, format: 'bundle', made } as const;
  });
  return read.flatMap(each => each ?? []);
}

/** Reads the signatures or attestations under cosign's tag of an image; empty when the tag does not exist. */
async function readLegacy(place: Place, what: keyof typeof layerTypes): Promise<SignedAttachment[]> {
  const { registry, repository, digest } = place;
  const tag = legacyTag(digest, what === 'signature' ? 'sig' : 'att');
  const found = tag === undefined ? undefined : await registry.manifest(repository, tag);
  const listed = layersOf(jsonMap(found?.body ?? ''));
  if (listed.length > mostEntries) throw tooMuch(place);
  const read = await mapOf(listed, atOnce, async layer => {
    const content = await contentOf(place, layer);
    const bundle = content && bundleOf({ ...layer, content });
    if (bundle === undefined || typeof bundle === 'string') return undefined;
    const payload = layer.mediaType === layerTypes.signature ? content : undefined;
    const claim = payload === undefined ? claimOf(bundle) : simpleClaimOf(payload, bundle);
    if (typeof claim === 'string') return undefined;
    return { claim, bundle, ...(payload && { payload }), format: 'legacy', made: '' } as const;
  });
  return read.filter(each => each !== undefined);
}

interface Layer extends Descriptor {
  readonly annotations: Readonly<Record<string, string>>;
}

function layersOf(manifest: Readonly<Record<string, unknown>> | undefined): Layer[] {
  return mapsIn(manifest?.layers).flatMap((layer): Layer[] => {
    const descriptor = descriptorOf(layer);
    return descriptor === undefined ? [] : [{ ...descriptor, annotations: textMap(layer.annotations) }];
  });
}

/** Returns undefined for content that is too large, missing or altered: one bad artifact must not block the good ones. */
async function contentOf(place: Place, { digest, size, mediaType }: Layer): Promise<Uint8Array | undefined> {
  const { registry, repository } = place;
  if (size > largest) return undefined;
  place.left -= size;
  if (place.left < 0) throw tooMuch(place);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of registry.openBlob(repository, { digest, size, mediaType })) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof IncompleteError || error instanceof AlteredError) return undefined;
    throw error;
  }
}

const tooMuch = ({ repository, digest }: Place) =>
  new UserError(
    `too much is attached to ${digest} in ${repository} (more than ${mostEntries} artifacts or ${mostBytes >> 20} MiB)`,
    'delete attached artifacts that are no longer needed, or push the image again and sign it once',
  );
