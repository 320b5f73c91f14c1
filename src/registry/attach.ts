import { type Digest, isDigest } from '../image/reference.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { descriptorOf, type RawManifest } from './contents.ts';
import { digestOf, manifestTypes } from './manifest.ts';
import { putManifest } from './put.ts';
import type { Artifact } from './referrers.ts';
import { indexType, listIn, type Referrer, tagOf } from './referrers-tag.ts';
import type { Session } from './session.ts';
import { settleTag } from './settle.ts';
import { uploadBlob } from './upload.ts';

/** Attaching things to images, and entering them where the registry does not list them itself. */

const imageType = 'application/vnd.oci.image.manifest.v1+json';
const emptyType = 'application/vnd.oci.empty.v1+json';
const atOnce = 4;

/**
 * Attaches artifacts of one blob each to an image that is there. Where the registry keeps no list itself, they are entered together.
 * @returns the digests of their manifests: the same for the same content.
 * @throws UserError when the registry refuses, cannot be reached, or does not list them afterwards.
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
    await uploadBlob(session, blob, async from => once(body.subarray(from)));
  const body = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: imageType,
      artifactType,
      config,
      layers: [layer],
      subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.body.length },
      annotations,
    }),
  );
  const manifest = { digest: digestOf(body), mediaType: imageType, body };
  const answer = await putManifest(session, manifest);
  const referrer = {
    digest: manifest.digest,
    mediaType: imageType,
    size: body.length,
    artifactType,
    annotations,
  };
  // By this header a registry says that it keeps the list itself.
  return { referrer, listed: answer.get('oci-subject') === subject.digest };
}

/**
 * Enters referrers into the list under the tag, and sees to it that neither they nor those of others are lost.
 * @throws UserError when the list does not keep them.
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
    // What somebody removed for good is not put back.
    for (const lost of await goneFrom(session, missingIn(raw, others).keys())) others.delete(lost);
    const missing = [...missingIn(raw, new Map([...others, ...ours])).values()];
    for (const entry of raw) others.set(keyOf(entry), entry);
    if (missing.length === 0) return undefined;
    // A registry that checks takes no list of what it does not hold any more.
    const gone = await goneFrom(session, raw.map(keyOf));
    const kept = raw.filter(entry => !gone.has(keyOf(entry)));
    const document = { schemaVersion: 2, mediaType: indexType, manifests: [...kept, ...missing] };
    const body = Buffer.from(JSON.stringify(document));
    return { digest: digestOf(body), mediaType: indexType, body };
  });
}

/** Those of some entries whose manifests are not there. */
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

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
