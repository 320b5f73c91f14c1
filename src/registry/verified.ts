import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '../image/reference.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';
import type { RegistryClient } from './client.ts';
import type { Descriptor } from './contents.ts';
import { attempts, pauseAfter, pauseFor, type TransportOptions, unreachable } from './transport.ts';

/** The received bytes are not those that were requested. A retry may help. */
export class AlteredError extends Error {}

/** A refusal that may be temporary. `final` is thrown after the last attempt; `after` is the pause that the registry asks for, in ms. */
export class RetryLaterError extends Error {
  readonly final: UserError;
  readonly after: number | undefined;

  constructor(final: UserError, after: number | undefined) {
    super(final.message);
    this.final = final;
    this.after = after;
  }
}

/**
 * Passes a blob through and verifies it: after its last chunk it throws unless size and digest are right, so a caller that
 * reads to the end has the blob.
 */
export async function* verified(
  stream: AsyncIterable<Uint8Array>,
  { digest, size }: { readonly digest: Digest; readonly size: number },
): AsyncGenerator<Uint8Array> {
  const hash = createHash(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
  let seen = 0;
  for await (const chunk of stream) {
    seen += chunk.length;
    if (seen > size) throw new AlteredError(`more than ${size} bytes arrived for ${digest}`);
    hash.update(chunk);
    yield chunk;
  }
  if (seen < size) throw new AlteredError(`${seen} of ${size} bytes arrived for ${digest}`);
  if (`${digest.split(':', 1)[0]}:${hash.digest('hex')}` !== digest)
    throw new AlteredError(`the bytes do not match ${digest}`);
}

/**
 * Writes a blob to a file, checked by size and digest; a download that breaks or was altered starts again. After an error the
 * file is incomplete.
 * @throws UserError when the registry does not have it, refuses, cannot be reached, or keeps sending other content.
 */
export function saveBlob(
  registry: RegistryClient,
  repository: string,
  blob: Descriptor,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  return restarting(repository, registry.options, () =>
    pipeline(
      Readable.from(registry.openBlob(repository, blob)),
      createWriteStream(path),
      ...(signal === undefined ? [] : [{ signal }]),
    ),
  );
}

/**
 * Repeats an attempt that reads or writes a stream when the connection is lost or the content was altered, 5 attempts in total.
 * @throws UserError when no attempt succeeds; any other error is thrown unchanged.
 */
export function restarting<Result>(
  registry: string,
  options: TransportOptions,
  attempt: () => Promise<Result>,
): Promise<Result> {
  const temporary = (error: unknown) => !options.signal?.aborted && isTransient(error);
  const delay = (count: number, error: unknown) =>
    (error instanceof RetryLaterError ? error.after : undefined) ?? pauseAfter(count);
  const sleep = (milliseconds: number) => pauseFor(registry, milliseconds, options);
  return retry({ attempts, temporary, delay, sleep }, attempt).catch(error => {
    if (options.signal?.aborted) throw cancelled();
    throw isTransient(error) ? explained(registry, error) : error;
  });
}

function explained(registry: string, error: Error): UserError {
  if (error instanceof RetryLaterError) return error.final;
  if (!(error instanceof AlteredError)) return unreachable(registry, error);
  return new UserError(
    `the registry ${registry} sent wrong content: ${error.message}`,
    'try again; if it happens again, the registry or a proxy in front of it alters content',
    { cause: error },
  );
}

/** Lost connections come from fetch as TypeError, from the socket with a system error code, from us as TimeoutError. */
export function isTransient(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof UserError) return false;
  if (error instanceof AlteredError || error instanceof RetryLaterError || error.name === 'TimeoutError')
    return true;
  if (error instanceof TypeError) return /fetch failed|terminated/.test(error.message);
  return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
}
