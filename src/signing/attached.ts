import { type Digest, isDigest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { NotWholeError } from '../registry/contents.ts';
import { legacyTag } from '../registry/legacy.ts';
import { AlteredError } from '../registry/verified.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { type Bundle, bundleType, type Claim, claimOf, readBundle, simpleClaimOf } from './bundle.ts';
import { bundleOf, type LegacyLayer, layerTypes } from './legacy.ts';

/** Reads from a registry what is said of an image, in either form. Nothing of it is believed here. */

export interface Attached {
  readonly claim: Claim;
  readonly bundle: Bundle;
  /** What was signed, where it is no statement. */
  readonly payload?: Uint8Array;
  readonly format: 'bundle' | 'legacy';
  /** When it was made, as its list says; for the order in which things are looked at. */
  readonly made: string;
}

/** Bytes of a bundle; the list of what is in a large image has some. */
const largest = 64 * 1024 * 1024;
/** Of one image, all together; whoever may push can attach what he likes. */
const mostBytes = 4 * largest;
const mostEntries = 500;
/** Asked for at the same time. */
const atOnce = 4;
/** An index under a tag, as some tools write it, tells the type of the configuration instead of that of the artifact. */
const untold = ['', 'application/vnd.oci.empty.v1+json', 'application/vnd.oci.image.config.v1+json'];

/** Where a list tells the type of the statement, it need not be fetched to see that it is another one. */
export const typeAnnotation = 'dev.sigstore.bundle.predicateType';
export const createdAnnotation = 'org.opencontainers.image.created';

/**
 * What is said of an image, newest first.
 * @param wanted predicate types; others may be left out.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function readAttached(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  wanted: readonly string[],
): Promise<Attached[]> {
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

async function readBundles(place: Place, wanted: readonly string[]): Promise<Attached[]> {
  const { registry, repository, digest } = place;
  const listed = (await registry.referrers(repository, digest)).filter(
    ({ artifactType, annotations: { [typeAnnotation]: type } }) =>
      (artifactType.startsWith(bundleType) || untold.includes(artifactType)) &&
      (type === undefined || wanted.includes(type)),
  );
  if (listed.length > mostEntries) throw tooMuch(place);
  const read = await mapOf(listed, atOnce, async entry => {
    const manifest = manifestOf((await registry.manifest(repository, entry.digest))?.body);
    const type = manifest?.artifactType ?? entry.artifactType;
    const [layer] = layersOf(manifest);
    if (manifest === undefined || layer === undefined || !String(type).startsWith(bundleType))
      return undefined;
    const content = await contentOf(place, layer);
    if (content === undefined) return undefined;
    const bundle = readBundle(Buffer.from(content).toString('utf8'));
    const claim = typeof bundle === 'string' ? bundle : claimOf(bundle);
    if (typeof bundle === 'string' || typeof claim === 'string') return undefined;
    const made = entry.annotations[createdAnnotation] ?? createdIn(manifest);
    return { claim, bundle, format: 'bundle', made } as const;
  });
  return read.flatMap(each => each ?? []);
}

async function readLegacy(place: Place, what: keyof typeof layerTypes): Promise<Attached[]> {
  const listed = await readLegacyLayers(place, what);
  return listed.flatMap(layer => {
    const bundle = bundleOf(layer);
    if (typeof bundle === 'string') return [];
    const payload = layer.mediaType === layerTypes.signature ? layer.content : undefined;
    const claim = payload === undefined ? claimOf(bundle) : simpleClaimOf(payload, bundle);
    return typeof claim === 'string'
      ? []
      : [{ claim, bundle, ...(payload && { payload }), format: 'legacy', made: '' } as const];
  });
}

/** The layers under the tag of an image; none when nobody has made it. */
async function readLegacyLayers(place: Place, what: keyof typeof layerTypes): Promise<LegacyLayer[]> {
  const { registry, repository, digest } = place;
  const tag = legacyTag(digest, what === 'signature' ? 'sig' : 'att');
  const found = tag === undefined ? undefined : await registry.manifest(repository, tag);
  const listed = layersOf(manifestOf(found?.body));
  if (listed.length > mostEntries) throw tooMuch(place);
  const read = await mapOf(listed, atOnce, async each => {
    const { mediaType, annotations } = each;
    const content = await contentOf(place, each);
    return content && { mediaType, content, annotations };
  });
  return read.filter(each => each !== undefined);
}

interface Layer {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly annotations: Readonly<Record<string, string>>;
}

function layersOf(manifest: Readonly<Record<string, unknown>> | undefined): Layer[] {
  const layers: unknown[] = Array.isArray(manifest?.layers) ? manifest.layers : [];
  return layers.flatMap((raw): Layer[] => {
    if (!isMap(raw)) return [];
    const { mediaType, digest, size, annotations } = raw;
    if (typeof digest !== 'string' || !isDigest(digest) || typeof size !== 'number') return [];
    const texts = Object.entries(isMap(annotations) ? annotations : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return [{ mediaType: String(mediaType), digest, size, annotations: Object.fromEntries(texts) }];
  });
}

/** Undefined for what is too large, or is not there as its manifest says: it hinders nobody. */
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
    if (error instanceof NotWholeError || error instanceof AlteredError) return undefined;
    throw error;
  }
}

const tooMuch = ({ repository, digest }: Place) =>
  new UserError(
    `more is attached to ${digest} in ${repository} than is read (${mostEntries} things, ${mostBytes >> 20} MiB)`,
    'remove what nobody needs, or push the image again and sign it once',
  );

function manifestOf(body: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined {
  return body && jsonMap(body);
}

function createdIn({ annotations }: Readonly<Record<string, unknown>>): string {
  const created = isMap(annotations) ? annotations[createdAnnotation] : undefined;
  return typeof created === 'string' ? created : '';
}
