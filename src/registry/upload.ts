import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Right } from './authorization.ts';
import type { Descriptor } from './contents.ts';
import { addressOf, complaint, type Session } from './session.ts';
import { passing, putStream, type Received, retryAfter } from './transport.ts';
import { AlteredError, NotNowError, restarting } from './verified.ts';

/** Uploading blobs (distribution-spec 1.1, "Pushing blobs"). */

const writing: Right = { act: 'write' };

/** Where a blob comes from that goes to another repository. */
export interface BlobSource {
  /** Its repository, by its name, where that is in the same registry. */
  readonly mountFrom?: string;
  /** Gives the blob from one of its bytes on, each time that it is asked. */
  open(from: number): Promise<AsyncIterable<Uint8Array>>;
}

/** How a blob came to be where it belongs: it was there, the registry shares it, or it went through us. */
export type Arrival = 'present' | 'mounted' | 'uploaded';

type Sized = Pick<Descriptor, 'digest' | 'size'>;

/**
 * Sees to it that a repository has a blob.
 * @throws UserError when the registry refuses or cannot be reached, and what the source throws.
 */
export async function placeBlob(session: Session, blob: Sized, source: BlobSource): Promise<Arrival> {
  if (await hasBlob(session, blob.digest)) return 'present';
  const begun = await mount(session, blob.digest, source.mountFrom);
  if (begun?.status === 201) return 'mounted';
  await uploadBlob(session, blob, source.open, begun);
  return 'uploaded';
}

async function hasBlob(session: Session, digest: Digest): Promise<boolean> {
  const { status } = await session.send(`blobs/${digest}`, {
    method: 'HEAD',
    accept: ['*/*'],
    right: writing,
  });
  return status === 200;
}

/** A registry that will not mount begins an upload instead; one that does not let us read the other repository says no. */
async function mount(
  session: Session,
  digest: Digest,
  from: string | undefined,
): Promise<Received | undefined> {
  if (from === undefined) return undefined;
  const query = new URLSearchParams({ mount: digest, from });
  try {
    return await session.send(`blobs/uploads/?${query}`, {
      method: 'POST',
      right: { act: 'write', mountFrom: from },
    });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** An upload that is under way: where its next bytes go, and which those are. */
interface Stand {
  readonly url: URL;
  readonly from: number;
}

/** What is lost below that is sent again sooner than it is asked for. */
const worthAsking = 1024 * 1024;

/**
 * Uploads a blob. After a lost connection it goes on where the registry says that it stopped; where a registry does not say so,
 * or what it says turns out to be wrong, from the start.
 * @param begun an upload that the registry has begun already.
 * @throws UserError when the registry refuses or cannot be reached, and what the source throws.
 */
export function uploadBlob(
  session: Session,
  blob: Sized,
  open: BlobSource['open'],
  begun?: Received,
): Promise<void> {
  let stand = begun?.status === 202 ? standOf(session, begun) : undefined;
  let failed: Stand | undefined;
  return restarting(session.registry, session.options, async () => {
    if (failed !== undefined) {
      // The answer alone may have been lost.
      if (blob.size >= worthAsking && (await hasBlob(session, blob.digest))) return;
      stand = await resumed(session, blob, failed);
    }
    stand ??= await begin(session);
    const { url, from } = withDigest(stand, blob.digest);
    failed = stand;
    stand = undefined;
    const headers = await session.headersFor(url, { right: writing });
    if (from > 0) headers.set('content-range', `${from}-${blob.size - 1}`);
    const answer = await put(session, url, headers, { open: () => open(from), size: blob.size - from }).catch(
      error => {
        // What is wrong from the start is not gone on with.
        if (error instanceof AlteredError) failed = undefined;
        throw error;
      },
    );
    if (answer.status === 201 || answer.status === 204) return;
    if (answer.status === 401 && url.host !== session.address('').host) throw demandsLogin(session, url);
    // What leaves us has the digest that it is sent under: on its way, or in the registry, it became another.
    const altered = answer.status === 400 && complaint(answer.body).startsWith('DIGEST_INVALID');
    // A token may run out between the two requests, a registry may forget an upload, or have told a wrong range.
    if (from > 0 || altered) failed = undefined;
    const again = from > 0 || altered || passing(answer.status) || [401, 404, 416].includes(answer.status);
    if (again) throw new NotNowError(session.failure(answer), retryAfter(answer.headers, Date.now()));
    throw session.failure(answer);
  });
}

/** Our login is for the registry alone, wherever that wants the bytes. */
const demandsLogin = ({ registry, name }: Session, { origin }: URL) =>
  new UserError(
    `the registry ${registry} takes uploads to ${name} at ${origin}, which demands credentials (401)`,
    'correct the name of the registry, or ask its operator for uploads that need no other login',
  );

async function put(
  session: Session,
  url: URL,
  headers: Headers,
  { open, size }: { open(): Promise<AsyncIterable<Uint8Array>>; size: number },
): Promise<Received> {
  return putStream(url, headers, { stream: await open(), size }, session.options);
}

async function begin(session: Session): Promise<Stand> {
  const begun = await session.send('blobs/uploads/', { method: 'POST', right: writing });
  if (begun.status === 404) throw noRepository(session);
  if (begun.status !== 202) throw session.failure(begun);
  const stand = standOf(session, begun);
  if (stand !== undefined) return stand;
  throw new UserError(
    `the registry ${session.registry} takes an upload to ${session.name}, and names no address to which it could go`,
    'look at the registry, or at a proxy before it that changes addresses',
  );
}

/** Where a broken upload stands, when that is worth something; undefined when it is to be begun anew. */
async function resumed(session: Session, { size }: Sized, { url }: Stand): Promise<Stand | undefined> {
  if (size < worthAsking || !ofRegistry(session, url)) return undefined;
  const answer = await session
    .send(pathOf(session, url), { accept: ['*/*'], right: writing })
    .catch(error => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
  const last = /^(?:bytes=)?0-(\d+)$/.exec(answer?.headers.get('range') ?? '')?.[1];
  const from = Number(last) + 1;
  if (answer === undefined || answer.status >= 300 || !(from >= worthAsking && from < size)) return undefined;
  return { url: standOf(session, answer)?.url ?? url, from };
}

/**
 * Asks for the right to write as an upload does, and gives the upload up again: registries know no other question.
 * @throws UserError when it is refused, or there is no such repository.
 */
export async function requireWriting(session: Session): Promise<void> {
  const { url } = await begin(session);
  // Registries forget uploads by themselves, and some do not let us ask for it.
  if (ofRegistry(session, url))
    await session.send(pathOf(session, url), { method: 'DELETE', right: writing }).catch(() => undefined);
}

/**
 * Where the bytes go. `Location` may be a path or an address, with a query of its own that is not ours to change. A registry
 * behind a proxy that ends TLS may call itself http: that is not followed into plain text.
 * @returns undefined for what is no address of the web, or one with a login in it.
 */
function standOf(session: Session, { headers }: Received): Stand | undefined {
  const location = headers.get('location');
  const base = session.address('blobs/uploads/');
  if (location === null || !URL.canParse(location, base.href)) return undefined;
  const url = new URL(location, base);
  const secure = new URL(addressOf(session.registry)).protocol === 'https:';
  if (secure && url.protocol === 'http:') url.protocol = 'https:';
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return { url, from: 0 };
}

/** As `standOf`, with what the last request of an upload adds. */
export function uploadAddress(session: Session, received: Received, digest: Digest): URL | undefined {
  const stand = standOf(session, received);
  return stand && withDigest(stand, digest).url;
}

function withDigest({ url, from }: Stand, digest: Digest): Stand {
  const whole = new URL(url);
  whole.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
  return { url: whole, from };
}

function ofRegistry(session: Session, url: URL): boolean {
  const base = session.address('');
  return url.host === base.host && url.pathname.startsWith(base.pathname);
}

function pathOf(session: Session, url: URL): string {
  return `${url.pathname.slice(session.address('').pathname.length)}${url.search}`;
}

export function noRepository(session: Session): UserError {
  return new UserError(
    `the registry ${session.registry} has no repository ${session.name}`,
    'create it there, or correct `repository` in slipway.yml',
  );
}
