import { type Digest, isDigest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { type Bundle, bundleType, type Claim, claimOf, parsed, readBundle, simpleClaimOf } from './bundle.ts';
import { bundleOf, type LegacyLayer, layerTypes, legacyTag } from './legacy.ts';

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
const mostLayers = 500;
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
  const [bundles, signatures, attestations] = await Promise.all([
    readBundles(registry, repository, digest, wanted),
    readLegacy(registry, repository, digest, 'signature'),
    readLegacy(registry, repository, digest, 'attestation'),
  ]);
  return [...bundles, ...signatures, ...attestations].sort((a, b) => b.made.localeCompare(a.made));
}

async function readBundles(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  wanted: readonly string[],
): Promise<Attached[]> {
  const listed = (await registry.referrers(repository, digest)).filter(
    ({ artifactType, annotations: { [typeAnnotation]: type } }) =>
      (artifactType.startsWith(bundleType) || untold.includes(artifactType)) &&
      (type === undefined || wanted.includes(type)),
  );
  const read = await inTurns(listed, async entry => {
    const manifest = manifestOf((await registry.manifest(repository, entry.digest))?.body);
    const type = manifest?.artifactType ?? entry.artifactType;
    const [layer] = layersOf(manifest);
    if (manifest === undefined || layer === undefined || !String(type).startsWith(bundleType))
      return undefined;
    const bundle = readBundle(Buffer.from(await contentOf(registry, repository, layer)).toString('utf8'));
    const claim = typeof bundle === 'string' ? bundle : claimOf(bundle);
    if (typeof bundle === 'string' || typeof claim === 'string') return undefined;
    const made = entry.annotations[createdAnnotation] ?? createdIn(manifest);
    return { claim, bundle, format: 'bundle', made } as const;
  });
  return read.flatMap(each => each ?? []);
}

async function readLegacy(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  what: keyof typeof layerTypes,
): Promise<Attached[]> {
  const listed = await readLegacyLayers(registry, repository, digest, what);
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
async function readLegacyLayers(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  what: keyof typeof layerTypes,
): Promise<LegacyLayer[]> {
  const found = await registry.manifest(repository, legacyTag(digest, what));
  const listed = layersOf(manifestOf(found?.body));
  return inTurns(listed, async each => {
    const { mediaType, annotations } = each;
    return { mediaType, content: await contentOf(registry, repository, each), annotations };
  });
}

interface Layer {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly annotations: Readonly<Record<string, string>>;
}

function layersOf(manifest: Readonly<Record<string, unknown>> | undefined): Layer[] {
  const layers: unknown[] = Array.isArray(manifest?.layers) ? manifest.layers : [];
  return layers.slice(0, mostLayers).flatMap((raw): Layer[] => {
    if (!isMap(raw)) return [];
    const { mediaType, digest, size, annotations } = raw;
    if (typeof digest !== 'string' || !isDigest(digest) || typeof size !== 'number') return [];
    const texts = Object.entries(isMap(annotations) ? annotations : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return [{ mediaType: String(mediaType), digest, size, annotations: Object.fromEntries(texts) }];
  });
}

async function contentOf(
  registry: RegistryClient,
  repository: string,
  { digest, size, mediaType }: Layer,
): Promise<Uint8Array> {
  if (size > largest)
    throw new UserError(
      `what is attached as ${digest} in ${repository} has ${size} bytes, more than is read`,
      'remove it, or attest less of the image',
    );
  const chunks: Uint8Array[] = [];
  for await (const chunk of await registry.openBlob(repository, { digest, size, mediaType }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

function manifestOf(body: Uint8Array | undefined): Readonly<Record<string, unknown>> | undefined {
  const value = body === undefined ? undefined : parsed(Buffer.from(body).toString('utf8'));
  return isMap(value) ? value : undefined;
}

function createdIn({ annotations }: Readonly<Record<string, unknown>>): string {
  const created = isMap(annotations) ? annotations[createdAnnotation] : undefined;
  return typeof created === 'string' ? created : '';
}

async function inTurns<From, To>(list: readonly From[], work: (each: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (let at = 0; at < list.length; at += atOnce)
    done.push(...(await Promise.all(list.slice(at, at + atOnce).map(work))));
  return done;
}
