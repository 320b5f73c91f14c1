import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { nextPage } from './pages.ts';
import { entriesOf, indexType, type Referrer, readTag } from './referrers-tag.ts';
import type { Session } from './session.ts';
import type { Received } from './transport.ts';

/**
 * What refers to an image: signatures, SBOMs, proofs (distribution-spec 1.1, "Listing Referrers"). A registry that does not
 * keep the list itself has it under a tag (referrers-tag.ts).
 */

export { type Referrer, tagOf } from './referrers-tag.ts';

/** A small thing to attach to an image. */
export interface Artifact {
  readonly artifactType: string;
  readonly content: Uint8Array;
  readonly annotations: Readonly<Record<string, string>>;
}

const mostPages = 20;

/**
 * What refers to a digest, of all types, by the registry's own list and by the tag: an image may have been attached to before
 * its registry learned to keep the list.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function listReferrers(session: Session, digest: Digest): Promise<Referrer[]> {
  const [listed, tagged] = await Promise.all([ownReferrers(session, digest), readTag(session, digest)]);
  // What the registry itself says of a thing counts more than a list that anybody may write.
  const found = new Map([...(tagged?.entries ?? []), ...(listed ?? [])].map(entry => [entry.digest, entry]));
  return [...found.values()];
}

/**
 * The registry's own list of what refers to a digest; undefined where it keeps none.
 * @throws UserError when the registry refuses, cannot be reached, or sends something else than a list.
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
    const listed = entriesOf(answer.body);
    // What has no such list may show a web page; half a list may lack a withdrawal.
    if (listed === undefined && page === 0 && isWebPage(answer)) return undefined;
    if (listed === undefined) throw noList(session, digest);
    found.push(...listed.entries);
    path = nextPage(session, path, answer.headers.get('link'));
  }
  if (path === undefined) return found;
  throw new UserError(
    `the registry ${session.registry} lists more than ${mostPages} pages of what is attached to ${digest} of ${session.name}`,
    'remove what is not needed any more',
  );
}

const isWebPage = ({ headers }: Received) => /^text\/html\b/i.test(headers.get('content-type') ?? '');

const noList = ({ registry, name }: Session, digest: Digest) =>
  new UserError(
    `the registry ${registry} sent something else than a list of what is attached to ${digest} of ${name}`,
    'look at the registry, or at a proxy before it that answers in its place',
  );
