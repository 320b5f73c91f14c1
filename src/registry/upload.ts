import type { Digest } from '../image/reference.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import type { RegistryAccess } from './authorization.ts';
import type { Descriptor } from './contents.ts';
import { addressOf, complaint, type Session } from './session.ts';
import { isTemporary, pauseAsked, putStream, type Received } from './transport.ts';
import { AlteredError, RetryLaterError, restarting } from './verified.ts';

/** Uploads blobs (distribution-spec 1.1, "Pushing blobs"). */

const writing: RegistryAccess = { act: 'write' };

/** The source of a blob that is copied to another repository. */
export interface BlobSource {
  /** The repository to mount from, by its name, if it is in the same registry. */
  readonly mountFrom?: string;
  /** Opens the blob at an offset; called once per attempt. */
  open(from: number): Promise<AsyncIterable<Uint8Array>>;
}

/** How a blob got to its repository: it existed, the registry mounted it, or it was uploaded. */
export type Arrival = 'present' | 'mounted' | 'uploaded';

type Sized = Pick<Descriptor, 'digest' | 'size'>;

/**
 * Ensures that a repository has a blob.
 * @throws UserError when the registry refuses or cannot be reached, and errors of the source.
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
    access: writing,
  });
  return status === 200;
}

/** A registry that does not mount starts an upload instead; one where we may not read the other repository refuses. */
async function mount(
  session: Session,
  digest: Digest,
  from: string | undefined,
): Promise<Received | undefined> {
  if (from === undefined) return undefined;
  const query = new URLSearchParams({ mount: digest, from });
  const request = { method: 'POST', access: { act: 'write', mountFrom: from } } as const;
  const answer = await userErrorOf(() => session.send(`blobs/uploads/?${query}`, request));
  return answer instanceof UserError ? undefined : answer;
}

/** The state of an upload: the address for its next bytes, and their offset. */
interface UploadState {
  readonly url: URL;
  readonly from: number;
}

/** Bytes: a smaller loss is cheaper to send again than to ask about. */
const worthAsking = 1024 * 1024;

/**
 * Uploads a blob. After a lost connection it resumes at the offset that the registry reports; without one, or when that proves
 * wrong, it starts again.
 * @param begun the registry's answer, if an upload has already been started.
 * @throws UserError when the registry refuses or cannot be reached, and errors of the source.
 */
export function uploadBlob(
  session: Session,
  blob: Sized,
  open: BlobSource['open'],
  begun?: Received,
): Promise<void> {
  let stand = begun?.status === 202 ? uploadStateOf(session, begun) : undefined;
  let failed: UploadState | undefined;
  return restarting(session.registry, session.options, async () => {
    if (failed !== undefined) {
      // The upload may be complete, and only its answer lost.
      if (blob.size >= worthAsking && (await hasBlob(session, blob.digest))) return;
      stand = await resumed(session, blob, failed);
    }
    stand ??= await begin(session);
    const { url, from } = withDigest(stand, blob.digest);
    failed = stand;
    stand = undefined;
    const headers = await session.headersFor(url, { access: writing });
    if (from > 0) headers.set('content-range', `${from}-${blob.size - 1}`);
    const put = async () =>
      putStream(url, headers, { stream: await open(from), size: blob.size - from }, session.options);
    const answer = await put().catch(error => {
      // The source itself is wrong, so the upload cannot be resumed.
      if (error instanceof AlteredError) failed = undefined;
      throw error;
    });
    if (answer.status === 201 || answer.status === 204) return;
    if (answer.status === 401 && url.host !== session.address('').host) throw demandsLogin(session, url);
    // The digest was right when the bytes left us, so they were altered on their way or in the registry.
    const altered = answer.status === 400 && complaint(answer.body).startsWith('DIGEST_INVALID');
    // A token may have expired between the two requests, or the registry lost the upload, or reported a wrong range.
    if (from > 0 || altered) failed = undefined;
    const again =
      from > 0 || altered || isTemporary(answer.status) || [401, 404, 416].includes(answer.status);
    if (again) throw new RetryLaterError(session.failure(answer), pauseAsked(answer));
    throw session.failure(answer);
  });
}

/** Our credentials are for the registry only, wherever it wants the bytes sent. */
const demandsLogin = ({ registry, name }: Session, { origin }: URL) =>
  new UserError(
    `the registry ${registry} takes uploads to ${name} at ${origin}, which requires credentials (401)`,
    'correct the name of the registry, or ask its operator for uploads that need no other login',
  );

async function begin(session: Session): Promise<UploadState> {
  const begun = await session.send('blobs/uploads/', { method: 'POST', access: writing });
  if (begun.status === 404) throw noRepository(session);
  if (begun.status !== 202) throw session.failure(begun);
  const stand = uploadStateOf(session, begun);
  if (stand !== undefined) return stand;
  throw new UserError(
    `the registry ${session.registry} accepts an upload to ${session.name}, but names no valid address for it`,
    'check the registry, or a proxy in front of it that changes addresses',
  );
}

/** Asks for the state of a broken upload; undefined when it must start again. */
async function resumed(
  session: Session,
  { size }: Sized,
  { url }: UploadState,
): Promise<UploadState | undefined> {
  const path = url.host === session.address('').host ? session.pathOf(url) : undefined;
  if (size < worthAsking || path === undefined) return undefined;
  const request = { accept: ['*/*'], access: writing };
  const answer = await userErrorOf(() => session.send(path, request));
  if (answer instanceof UserError || answer.status >= 300) return undefined;
  const last = /^(?:bytes=)?0-(\d+)$/.exec(answer.headers.get('range') ?? '')?.[1];
  const from = Number(last) + 1;
  if (!(from >= worthAsking && from < size)) return undefined;
  return { url: uploadStateOf(session, answer)?.url ?? url, from };
}

/**
 * Reads the upload address from `Location`: a path or a URL, whose query must be kept. A registry behind a proxy that terminates
 * TLS may name itself with http, which is changed to https so that nothing is sent in plain text.
 * @returns undefined for anything but an http(s) address without a login.
 */
function uploadStateOf(session: Session, { headers }: Received): UploadState | undefined {
  const location = headers.get('location');
  const base = session.address('blobs/uploads/');
  if (location === null || !URL.canParse(location, base.href)) return undefined;
  const url = new URL(location, base);
  const secure = new URL(addressOf(session.registry)).protocol === 'https:';
  if (secure && url.protocol === 'http:') url.protocol = 'https:';
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return { url, from: 0 };
}

function withDigest({ url, from }: UploadState, digest: Digest): UploadState {
  const whole = new URL(url);
  whole.search = `${url.search === '' ? '?' : `${url.search}&`}digest=${encodeURIComponent(digest)}`;
  return { url: whole, from };
}

export function noRepository(session: Session): UserError {
  return new UserError(
    `the registry ${session.registry} has no repository ${session.name}`,
    'create it there, or correct `repository` in slipway.yml',
  );
}
