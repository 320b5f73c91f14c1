import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Right } from './authorization.ts';
import type { Descriptor, RawManifest } from './contents.ts';
import { addressOf, complaint, type Session } from './session.ts';
import { passing, putStream, type Received, retryAfter } from './transport.ts';
import { NotNowError, restarting } from './verified.ts';

/** Writing to a repository (distribution-spec 1.1, "Push"). */

const writing: Right = { act: 'write' };

export async function hasBlob(session: Session, digest: Digest): Promise<boolean> {
  const { status } = await session.send(`blobs/${digest}`, {
    method: 'HEAD',
    accept: ['*/*'],
    right: writing,
  });
  return status === 200;
}

/** False whenever the blob has to be uploaded: a registry need not mount, and need not let us read the other repository. */
export async function mountBlob(session: Session, digest: Digest, from: string): Promise<boolean> {
  const query = new URLSearchParams({ mount: digest, from });
  try {
    const { status } = await session.send(`blobs/uploads/?${query}`, {
      method: 'POST',
      right: { act: 'write', mountFrom: from },
    });
    return status === 201;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** An upload that broke off is begun anew: what half of one is worth differs between registries. */
export function uploadBlob(
  session: Session,
  blob: Pick<Descriptor, 'digest' | 'size'>,
  openStream: () => Promise<AsyncIterable<Uint8Array>>,
): Promise<void> {
  return restarting(session.registry, session.options, async () => {
    const begun = await session.send('blobs/uploads/', { method: 'POST', right: writing });
    if (begun.status === 404) throw noRepository(session);
    const url = begun.status === 202 ? uploadAddress(session, begun, blob.digest) : undefined;
    if (url === undefined) throw session.failure(begun);

    const headers = await session.headersFor(url, { right: writing });
    const content = { stream: await openStream(), size: blob.size };
    const answer = await putStream(url, headers, content, session.options);
    if (answer.status === 201 || answer.status === 204) return;
    // A token may run out between the two requests, and a registry may forget an upload.
    const again = passing(answer.status) || [401, 404, 416].includes(answer.status);
    if (again) throw new NotNowError(session.failure(answer), retryAfter(answer.headers, Date.now()));
    throw session.failure(answer);
  });
}

/**
 * Asks for the right to write as an upload does, and gives the upload up again: registries know no other question.
 * @throws UserError when it is refused, or there is no such repository.
 */
export async function requireWriting(session: Session): Promise<void> {
  const begun = await session.send('blobs/uploads/', { method: 'POST', right: writing });
  if (begun.status === 404) throw noRepository(session);
  const location = begun.headers.get('location');
  if (begun.status !== 202 || location === null) throw session.failure(begun);
  const base = session.address('');
  const url = URL.canParse(location, base.href) ? new URL(location, base) : undefined;
  if (url === undefined || url.host !== base.host || !url.pathname.startsWith(base.pathname)) return;
  const path = `${url.pathname.slice(base.pathname.length)}${url.search}`;
  // Registries forget uploads by themselves, and some do not let us ask for it.
  await session.send(path, { method: 'DELETE', right: writing }).catch(() => undefined);
}

/**
 * With a tag, the tag; else by digest, which nothing can overwrite.
 * @returns the headers of the answer.
 */
export async function putManifest(session: Session, manifest: RawManifest, tag?: string): Promise<Headers> {
  const answer = await session.send(`manifests/${tag ?? manifest.digest}`, {
    method: 'PUT',
    type: manifest.mediaType,
    body: manifest.body,
    right: writing,
  });
  if (answer.status >= 200 && answer.status < 300) return answer.headers;
  if (tag !== undefined && saysImmutable(answer)) {
    throw new UserError(
      `the registry ${session.registry} does not let the tag ${tag} of ${session.name} be moved, because its tags are immutable (${answer.status})`,
      'push under a new version, or let this tag be moved in the settings of the registry',
    );
  }
  if (answer.status === 404) throw noRepository(session);
  throw session.failure(answer);
}

/** Registries have no common answer: Harbor has 412, others 400, 405 or 409 with a word about it. */
export function saysImmutable({ status, body }: Pick<Received, 'status' | 'body'>): boolean {
  if (status < 400 || status >= 500 || status === 429) return false;
  return status === 412 || /immutab|cannot be overwritten|already exists/i.test(complaint(body));
}

/**
 * Where the bytes go. `Location` may be a path or an address, with a query of its own that is not ours to change. A registry
 * behind a proxy that ends TLS may call itself http: that is not followed into plain text.
 */
export function uploadAddress(session: Session, { headers }: Received, digest: Digest): URL | undefined {
  const location = headers.get('location');
  const base = session.address('blobs/uploads/');
  if (location === null || !URL.canParse(location, base.href)) return undefined;
  const url = new URL(location, base);
  const secure = new URL(addressOf(session.registry)).protocol === 'https:';
  if (secure && url.protocol === 'http:') url.protocol = 'https:';
  url.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
  return url;
}

function noRepository(session: Session): UserError {
  return new UserError(
    `the registry ${session.registry} has no repository ${session.name}`,
    'create it there, or correct `repository` in slipway.yml',
  );
}
