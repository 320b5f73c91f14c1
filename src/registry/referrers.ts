import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { type Descriptor, descriptorOf } from './contents.ts';
import { fits, indexType } from './manifest.ts';
import { nextPage, type Session } from './session.ts';
import type { Received } from './transport.ts';

/**
 * Referrers of an image: signatures, SBOMs, attestations (distribution-spec 1.1, "Listing Referrers"). Where a registry does not
 * keep the list itself, it is an index under a tag, which each client that attaches something updates ("Referrers Tag Schema").
 */

/** A small artifact to attach to an image. */
export interface Artifact {
  readonly artifactType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

const mostPages = 20;

/**
 * Lists the referrers of a digest, of all types, from the registry's own list and from the tag: an image may have been attached to
 * before its registry kept lists.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function listReferrers(session: Session, digest: Digest): Promise<Referrer[]> {
  const [listed, tagged] = await Promise.all([
    ownReferrers(session, digest),
    session.get(`manifests/${tagOf(digest)}`, [indexType]).then(answer => listIn(session, digest, answer)),
  ]);
  // The registry's own entry wins over the list under the tag, which any client may write.
  const found = new Map([...(tagged?.entries ?? []), ...(listed ?? [])].map(entry => [entry.digest, entry]));
  return [...found.values()];
}

/**
 * Reads the registry's own list of referrers; undefined where it keeps none.
 * @throws UserError when the registry refuses, cannot be reached, or sends something other than a list.
 */
export async function ownReferrers(session: Session, digest: Digest): Promise<Referrer[] | undefined> {
  const found: Referrer[] = [];
  let path: string | undefined = `referrers/${digest}`;
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    // GitHub's registry redirects unknown paths to a web page.
    const answer = await session.send(path, { accept: [indexType], redirect: 'manual' });
    const fails = answer.status === 429 || (answer.status >= 500 && answer.status !== 501);
    if (fails) throw session.failure(answer);
    // A registry that sent one page keeps lists. A missing page could hide the withdrawal of a signature, so it is an error.
    if (answer.status !== 200 && page > 0) throw session.failure(answer);
    if (answer.status !== 200) return undefined;
    const listed = entriesOf(answer.body);
    // A registry without lists may answer with a web page; any other malformed list could lack a withdrawal.
    if (listed === undefined && page === 0 && isWebPage(answer)) return undefined;
    if (listed === undefined) throw noList(session, digest);
    found.push(...listed.entries);
    path = nextPage(session, path, answer.headers.get('link'));
  }
  if (path === undefined) return found;
  throw new UserError(
    `the registry ${session.registry} lists more than ${mostPages} pages of referrers of ${digest} in ${session.name}`,
    'delete the artifacts that are no longer needed',
  );
}

const isWebPage = ({ headers }: Received) => /^text\/html\b/i.test(headers.get('content-type') ?? '');

const noList = ({ registry, name }: Session, digest: Digest) =>
  new UserError(
    `the registry ${registry} sent something other than a list of the referrers of ${digest} in ${name}`,
    'check the registry, or a proxy in front of it that answers in its place',
  );

/** An entry in the list of an image's referrers. */
export interface Referrer extends Descriptor {
  /** Empty when the list does not name it. */
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The entries of a list. */
interface Entries {
  readonly entries: readonly Referrer[];
  /** The unparsed entries: those of other clients are written back unchanged. */
  readonly raw: readonly unknown[];
}

/** Returns the referrers tag of a digest: `sha256-…`, with at most 64 characters of the hash. */
export function tagOf(digest: Digest): string {
  const [algorithm = '', hex = ''] = digest.split(':');
  return `${algorithm}-${hex.slice(0, 64)}`;
}

/**
 * Returns the list in the answer for the tag; undefined when there is none.
 * @throws UserError when the tag points to something other than a list.
 */
export function listIn(session: Session, digest: Digest, answer: Received | undefined): Entries | undefined {
  // GitLab's registry resolves the tag as the digest, and `cosign copy` stores the image itself there.
  if (answer === undefined || fits(answer.body, digest)) return undefined;
  const entries = entriesOf(answer.body);
  if (entries !== undefined) return entries;
  throw new UserError(
    `the tag ${tagOf(digest)} of ${session.name} is not a list of the referrers of that image`,
    'remove the tag: its name is reserved by the OCI distribution specification',
  );
}

/** Parses the entries of a list; undefined when it is not one. */
function entriesOf(body: Uint8Array): Entries | undefined {
  const raw = jsonMap(body)?.manifests;
  if (!Array.isArray(raw)) return undefined;
  const entries = raw.flatMap((entry: unknown): Referrer[] => {
    const descriptor = descriptorOf(entry);
    if (descriptor === undefined || !isMap(entry)) return [];
    const { artifactType = '' } = textMap(entry);
    return [{ ...descriptor, artifactType, annotations: textMap(entry.annotations) }];
  });
  return { entries, raw };
}
