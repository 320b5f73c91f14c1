import type { Digest } from '../image/reference.ts';
import { cancelled } from '../toolkit/errors.ts';
import { NotWholeError } from './contents.ts';
import type { Session } from './session.ts';
import { attempts, leastProgress, pauseAfter, pauseFor, unreachable } from './transport.ts';
import { AlteredError, isPassing } from './verified.ts';

/** Reading a blob (distribution-spec 1.1, "Pulling blobs"). */

/** How often a stream goes on in all: one that breaks off every few bytes is a matter of the network, not of one registry. */
const mostTurns = 50;

/**
 * The bytes of a blob from one of them on. A stream that breaks off goes on where it stopped, unless it gives less than 64 KiB
 * five times in a row. What comes is not compared with the digest.
 * @throws UserError when the registry does not have it, refuses, or cannot be reached; AlteredError when it gives another number of bytes.
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
      throw new AlteredError(`${at} of ${size} bytes came for ${digest}`);
    } catch (error) {
      if (session.options.signal?.aborted) throw cancelled();
      if (!isPassing(error)) throw error;
      idle = at - before >= leastProgress ? 1 : idle + 1;
      if (idle < attempts && turn < mostTurns)
        await pauseFor(session.registry, pauseAfter(idle), session.options);
      else throw error instanceof AlteredError ? error : unreachable(session.registry, error);
    }
  }
}

/** The range is closed, because some registries take no other; whether they take one at all shows in what they answer. */
async function openAt(
  session: Session,
  digest: Digest,
  at: number,
  size: number,
): Promise<AsyncIterable<Uint8Array>> {
  const opened = await session.open(`blobs/${digest}`, at === 0 ? undefined : [at, size - 1]);
  if (opened === undefined)
    throw new NotWholeError(
      `${session.registry}/${session.name} has lost the blob ${digest}`,
      'push the image again',
    );
  if (at === 0) return opened.stream;
  if (opened.status === 200) return without(opened.stream, at);
  const first = /^bytes (\d+)-/.exec(opened.headers.get('content-range') ?? '')?.[1];
  if (Number(first) === at) return opened.stream;
  throw new AlteredError(`bytes from ${first ?? 'nowhere'} came for ${digest}, and not from ${at}`);
}

/** All but the first bytes, which are there already. */
async function* without(stream: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of stream) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
