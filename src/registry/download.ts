import type { Digest } from '../image/reference.ts';
import { cancelled } from '../toolkit/errors.ts';
import { IncompleteError } from './contents.ts';
import type { Session } from './session.ts';
import { attempts, leastProgress, pauseAfter, pauseFor, unreachable } from './transport.ts';
import { AlteredError, isTransient } from './verified.ts';

/** Downloads blobs (distribution-spec 1.1, "Pulling blobs"). */

/** Requests per blob: a stream that breaks every few bytes is a network problem, which retries do not fix. */
const mostTurns = 50;

/**
 * Streams a blob from an offset. A broken stream resumes where it stopped, unless it yields less than 64 KiB five times in a
 * row. The bytes are not compared with the digest.
 * @throws UserError when the registry does not have it, refuses, or cannot be reached; AlteredError for a wrong number of bytes.
 */
export async function* download(
  session: Session,
  { digest, size }: { readonly digest: Digest; readonly size: number },
  from = 0,
): AsyncGenerator<Uint8Array> {
  let at = from;
  let idle = 0;
  for (let turn = 1; at < size || size === 0; turn += 1) {
    const before = at;
    try {
      for await (const chunk of await openAt(session, digest, at, size)) {
        at += chunk.length;
        yield chunk;
      }
      if (at >= size) return;
      throw new AlteredError(`${at} of ${size} bytes arrived for ${digest}`);
    } catch (error) {
      if (session.options.signal?.aborted) throw cancelled();
      if (!isTransient(error)) throw error;
      idle = at - before >= leastProgress ? 1 : idle + 1;
      if (idle < attempts && turn < mostTurns)
        await pauseFor(session.registry, pauseAfter(idle), session.options);
      else throw error instanceof AlteredError ? error : unreachable(session.registry, error);
    }
  }
}

/** The range is closed, because some registries accept no open range; a registry that ignores ranges answers 200. */
async function openAt(
  session: Session,
  digest: Digest,
  at: number,
  size: number,
): Promise<AsyncIterable<Uint8Array>> {
  const opened = await session.open(`blobs/${digest}`, at === 0 ? undefined : [at, size - 1]);
  if (opened === undefined)
    throw new IncompleteError(
      `${session.registry}/${session.name} is missing the blob ${digest}`,
      'push the image again',
    );
  if (at === 0) return opened.stream;
  if (opened.status === 200) return without(opened.stream, at);
  const first = /^bytes (\d+)-/.exec(opened.headers.get('content-range') ?? '')?.[1];
  if (Number(first) === at) return opened.stream;
  throw new AlteredError(
    `a range that starts at ${first ?? 'no offset'} arrived for ${digest} instead of one at ${at}`,
  );
}

/** Skips the first bytes, which have already been delivered. */
async function* without(stream: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of stream) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
