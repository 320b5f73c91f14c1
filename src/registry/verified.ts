import { createHash } from 'node:crypto';
import type { Digest } from '../image/reference.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { attempts, pauseAfter, pauseFor, type TransportOptions, unreachable } from './transport.ts';

/** What arrived is not what was asked for. Asking again may help, once or twice. */
export class AlteredError extends Error {}

/** A registry that may take it the next time; `final` is the sentence when it never does, `after` what it asks to wait, in ms. */
export class NotNowError extends Error {
  readonly final: UserError;
  readonly after: number | undefined;

  constructor(final: UserError, after: number | undefined) {
    super(final.message);
    this.final = final;
    this.after = after;
  }
}

/**
 * Passes a blob on and checks it on the way: its last chunk is followed by an error unless size and digest are right, so
 * whoever reads to the end has the blob.
 */
export async function* verified(
  stream: AsyncIterable<Uint8Array>,
  { digest, size }: { readonly digest: Digest; readonly size: number },
): AsyncGenerator<Uint8Array> {
  const hash = createHash(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
  let seen = 0;
  for await (const chunk of stream) {
    seen += chunk.length;
    if (seen > size) throw new AlteredError(`more than ${size} bytes came for ${digest}`);
    hash.update(chunk);
    yield chunk;
  }
  if (seen < size) throw new AlteredError(`${seen} of ${size} bytes came for ${digest}`);
  if (`${digest.split(':', 1)[0]}:${hash.digest('hex')}` !== digest)
    throw new AlteredError(`something else came than ${digest}`);
}

/**
 * Does something that reads or writes a stream, and from its start again when the connection is lost or what came was
 * altered, 5 times in all.
 * @throws UserError when it never succeeds; what is neither a lost connection nor altered content is thrown as it is.
 */
export async function restarting<Result>(
  registry: string,
  options: TransportOptions,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (options.signal?.aborted) throw cancelled();
      if (!isPassing(error)) throw error;
      if (count === attempts) throw explained(registry, error);
      const asked = error instanceof NotNowError ? error.after : undefined;
      await pauseFor(registry, asked ?? pauseAfter(count), options);
    }
  }
}

function explained(registry: string, error: Error): UserError {
  if (error instanceof NotNowError) return error.final;
  if (!(error instanceof AlteredError)) return unreachable(registry, error);
  return new UserError(
    `the registry ${registry} sent something wrong: ${error.message}`,
    'try again; when it stays so, the registry or a proxy before it alters content',
    { cause: error },
  );
}

/** Lost connections come from fetch as TypeError, from the socket with a code of the system, from us as TimeoutError. */
export function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof UserError) return false;
  if (error instanceof AlteredError || error instanceof NotNowError || error.name === 'TimeoutError')
    return true;
  if (error instanceof TypeError) return /fetch failed|terminated/.test(error.message);
  return /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(String(Reflect.get(error, 'code')));
}
