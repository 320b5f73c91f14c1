import { setTimeout as after } from 'node:timers/promises';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';
import { digestOf, fits } from './manifest.ts';
import { nextPage } from './pages.ts';
import type { Session } from './session.ts';
import { putManifest, uploadBlob } from './upload.ts';

/**
 * What refers to an image: signatures, SBOMs, proofs (distribution-spec 1.1, "Listing Referrers"). A registry that does not
 * keep the list itself has it as an index under a tag, which whoever attaches something writes ("Referrers Tag Schema").
 */

/** An artifact as the list of an image's referrers has it. */
export interface Referrer extends Descriptor {
  /** Empty when the list does not say. */
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A small thing to attach to an image. */
export interface Artifact {
  readonly artifactType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

const indexType = 'application/vnd.oci.image.index.v1+json';
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
    await uploadBlob(session, blob, async () => once(body));
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
 * Enters referrers into the list under the tag. The tag has no compare-and-swap: whoever finds his entry gone, because somebody
 * wrote at the same moment, enters it again.
 * @throws UserError when the list does not keep them.
 */
export async function addToTag(
  session: Session,
  digest: Digest,
  referrers: readonly Referrer[],
): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const there = await readTag(session, digest);
    const known = new Set(there?.entries.map(entry => entry.digest));
    const missing = referrers.filter(entry => !known.has(entry.digest));
    if (missing.length === 0) return;
    const body = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: indexType,
        manifests: [...(there?.raw ?? []), ...missing],
      }),
    );
    await putManifest(session, { digest: digestOf(body), mediaType: indexType, body }, tagOf(digest));
    // Not at the same pace as whoever else writes now.
    await (session.options.sleep ?? after)(50 + Math.random() * 200);
  }
  const there = await readTag(session, digest);
  if (referrers.every(({ digest }) => there?.entries.some(entry => entry.digest === digest))) return;
  throw new UserError(
    `the registry ${session.registry} does not keep what is attached to ${digest} of ${session.name}`,
    `look at what its tag ${tagOf(digest)} stands for, then run the step again`,
  );
}

/** `sha256:…` as the tag under which its referrers stand: at most 64 characters of it. */
export function tagOf(digest: Digest): string {
  const [algorithm = '', hex = ''] = digest.split(':');
  return `${algorithm}-${hex.slice(0, 64)}`;
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

interface Entries {
  entries: Referrer[];
  /** The entries as they stand there: what others wrote is put back as it was. */
  raw: unknown[];
}

/** @throws UserError when the tag stands for something else than a list. */
async function readTag(session: Session, digest: Digest): Promise<Entries | undefined> {
  const answer = await session.get(`manifests/${tagOf(digest)}`, [indexType]);
  // GitLab's registry takes the tag for the digest, and sends the image itself.
  if (answer === undefined || fits(answer.body, digest)) return undefined;
  const entries = entriesOf(answer.body);
  if (entries !== undefined) return entries;
  throw new UserError(
    `the tag ${tagOf(digest)} of ${session.name} is no list of what refers to that image`,
    'remove the tag: its name is reserved by the OCI distribution specification',
  );
}

function entriesOf(body: Uint8Array): Entries | undefined {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
  const raw: unknown = isMap(document) ? document.manifests : undefined;
  if (!Array.isArray(raw)) return undefined;
  const entries = raw.flatMap((entry: unknown): Referrer[] => {
    const descriptor = descriptorOf(entry);
    if (descriptor === undefined || !isMap(entry)) return [];
    const { artifactType, annotations } = entry;
    const texts = Object.entries(isMap(annotations) ? annotations : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return [
      {
        ...descriptor,
        artifactType: typeof artifactType === 'string' ? artifactType : '',
        annotations: Object.fromEntries(texts),
      },
    ];
  });
  return { entries, raw };
}

async function* once(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
