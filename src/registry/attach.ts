import { type Digest, isDigest } from '../image/reference.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { descriptorOf, type RawManifest } from './contents.ts';
import { digestOf, imageType, indexType, manifestTypes, rawManifest } from './manifest.ts';
import { putManifest } from './put.ts';
import { type Artifact, listIn, type Referrer, tagOf } from './referrers.ts';
import type { Session } from './session.ts';
import { settleTag } from './settle.ts';
import { uploadBlob } from './upload.ts';

/** Attaches artifacts to images, and lists them as referrers where the registry keeps no list itself. */

const emptyType = 'application/vnd.oci.empty.v1+json';
const atOnce = 4;

/**
 * Attaches artifacts of one blob each to an existing image. Where the registry keeps no list itself, one write lists them all.
 * @returns the digests of their manifests; the same content gives the same digest.
 * @throws UserError when the registry refuses, cannot be reached, or does not list them afterward.
 */
export async function attach(
  session: Session,
  subject: RawManifest,
  artifacts: readonly Artifact[],
): Promise<Digest[]> {
  const referrers: Referrer[] = [];
  const unlisted: Referrer[] = [];
  for (const artifact of artifacts) {
    const { referrer, listed } = await putArtifact(session, subject, artifact);
    referrers.push(referrer);
    if (!listed) unlisted.push(referrer);
  }
  if (unlisted.length > 0) await addToTag(session, subject.digest, unlisted);
  return referrers.map(({ digest }) => digest);
}

async function putArtifact(
  session: Session,
  subject: RawManifest,
  { artifactType, content, annotations }: Artifact,
): Promise<{ referrer: Referrer; listed: boolean }> {
  const empty = Buffer.from('{}');
  const layer = { mediaType: artifactType, digest: digestOf(content), size: content.length };
  const config = { mediaType: emptyType, digest: digestOf(empty), size: empty.length, data: 'e30=' };
  for (const [blob, body] of [
    [config, empty],
    [layer, content],
  ] as const)
    await uploadBlob(session, blob, async from => ReadableStream.from([body.subarray(from)]));
  const manifest = rawManifest(imageType, {
    artifactType,
    config,
    layers: [layer],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.body.length },
    annotations,
  });
  const answer = await putManifest(session, manifest);
  const { digest, mediaType, body } = manifest;
  const referrer = { digest, mediaType, size: body.length, artifactType, annotations };
  // This header means that the registry keeps the list of referrers itself.
  return { referrer, listed: answer.get('oci-subject') === subject.digest };
}

/**
 * Adds referrers to the list under the tag, and repeats the write until no concurrent writer has dropped an entry.
 * @throws UserError when the registry does not keep the list.
 */
export async function addToTag(
  session: Session,
  digest: Digest,
  referrers: readonly Referrer[],
): Promise<void> {
  const ours = new Map<string, unknown>(referrers.map(entry => [entry.digest, entry]));
  const others = new Map<string, unknown>();
  await settleTag(session, tagOf(digest), async answer => {
    const raw = listIn(session, digest, answer)?.raw ?? [];
    // An entry whose manifest was deleted is not restored.
    for (const lost of await goneFrom(session, missingIn(raw, others).keys())) others.delete(lost);
    const missing = [...missingIn(raw, new Map([...others, ...ours])).values()];
    for (const entry of raw) others.set(keyOf(entry), entry);
    if (missing.length === 0) return undefined;
    // A registry that validates an index refuses entries whose manifests are missing.
    const gone = await goneFrom(session, raw.map(keyOf));
    const kept = raw.filter(entry => !gone.has(keyOf(entry)));
    return rawManifest(indexType, { manifests: [...kept, ...missing] });
  });
}

/** Returns the digests whose manifests are missing. */
async function goneFrom(session: Session, keys: Iterable<string>): Promise<Set<string>> {
  const gone = new Set<string>();
  await eachOf([...keys].filter(isDigest), atOnce, async key => {
    const { status } = await session.send(`manifests/${key}`, { method: 'HEAD', accept: manifestTypes });
    if (status === 404) gone.add(key);
  });
  return gone;
}

function missingIn(raw: readonly unknown[], wanted: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const there = new Set(raw.map(keyOf));
  return new Map([...wanted].filter(([key]) => !there.has(key)));
}

function keyOf(entry: unknown): string {
  return descriptorOf(entry)?.digest ?? JSON.stringify(entry);
}
