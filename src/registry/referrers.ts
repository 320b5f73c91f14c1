import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { RawManifest } from './contents.ts';
import { digestOf } from './manifest.ts';
import { nextPage } from './pages.ts';
import { putManifest } from './put.ts';
import { addToTag, entriesOf, indexType, type Referrer, readTag } from './referrers-tag.ts';
import type { Session } from './session.ts';
import { uploadBlob } from './upload.ts';

/**
 * What refers to an image: signatures, SBOMs, proofs (distribution-spec 1.1, "Listing Referrers"). A registry that does not
 * keep the list itself has it under a tag (referrers-tag.ts).
 */

export { addToTag, type Referrer, tagOf } from './referrers-tag.ts';

/** A small thing to attach to an image. */
export interface Artifact {
  readonly artifactType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

const imageType = 'application/vnd.oci.image.manifest.v1+json';
const emptyType = 'application/vnd.oci.empty.v1+json';
const mostPages = 20;

/**
 * What refers to a digest, of all types, by the registry's own list and by the tag: an image may have been attached to before
 * its registry learned to keep the list.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function listReferrers(session: Session, digest: Digest): Promise<Referrer[]> {
  const [listed, tagged] = await Promise.all([ownReferrers(session, digest), readTag(session, digest)]);
  const found = new Map([...(listed ?? []), ...(tagged?.entries ?? [])].map(entry => [entry.digest, entry]));
  return [...found.values()];
}

/**
 * Attaches an artifact of one blob to an image that is there.
 * @returns the digest of its manifest: the same for the same content.
 * @throws UserError when the registry refuses, cannot be reached, or does not list it afterwards.
 */
export async function attach(session: Session, subject: RawManifest, artifact: Artifact): Promise<Digest> {
  const { artifactType, content, annotations } = artifact;
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
  // By this header a registry says that it keeps the list itself.
  if (answer.get('oci-subject') !== subject.digest) {
    const { digest, mediaType } = manifest;
    await addToTag(session, subject.digest, [
      { digest, mediaType, size: body.length, artifactType, annotations },
    ]);
  }
  return manifest.digest;
}

/**
 * The registry's own list of what refers to a digest; undefined where it keeps none.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function ownReferrers(session: Session, digest: Digest): Promise<Referrer[] | undefined> {
  const found: Referrer[] = [];
  let path: string | undefined = `referrers/${digest}`;
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    // GitHub's registry redirects what it does not know to a web page.
    const answer = await session.send(path, { accept: [indexType], redirect: 'manual' });
    const fails = answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
    if (fails) throw session.failure(answer);
    // Whoever has begun to list it can do so: an end in the middle would leave out what may be a withdrawal.
    if (answer.status !== 200 && page > 0) throw session.failure(answer);
    if (answer.status !== 200) return undefined;
    found.push(...(entriesOf(answer.body)?.entries ?? []));
    path = nextPage(session, answer.headers.get('link'));
  }
  if (path === undefined) return found;
  throw new UserError(
    `the registry ${session.registry} lists more than ${mostPages} pages of what is attached to ${digest} of ${session.name}`,
    'remove what is not needed any more',
  );
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
