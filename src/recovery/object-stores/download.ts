import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { UserError } from '../../toolkit/errors.ts';
import { pause } from '../../toolkit/retry.ts';
import { attempts, pauseAfter } from './retries.ts';

/** Resumes broken downloads: a new connection continues at the byte where the last one broke, if the object is still the same. */

/** The object was replaced or deleted during the download, so the bytes read so far are useless. */
export class ObjectChanged extends UserError {
  constructor(what: string) {
    super(`${what} changed while it was read`, 'run the step again');
  }
}

type Chunks = AsyncIterable<Uint8Array>;

interface Body {
  /** The object's name in messages. */
  readonly what: string;
  /** Position of the first byte. */
  readonly from: number;
  /** Position after the last byte; undefined when the store does not report it. */
  readonly end: number | undefined;
  /** The body of the first answer, beginning at `from`. */
  readonly first: Chunks;
  /**
   * Requests the bytes from that position on.
   * @throws ObjectChanged when the object has been replaced or deleted.
   */
  again(from: number): Promise<Chunks>;
}

/** Bytes that a connection must transfer to reset the count of failed attempts. */
const progress = 1 << 20;

/** Returns the body as a stream, which fails when the store sends fewer bytes than it announced. */
export const resumed = (body: Body): Readable => Readable.from(chunksOf(body), { objectMode: false });

async function* chunksOf({ what, from, end, first, again }: Body): AsyncGenerator<Uint8Array> {
  let [at, chunks, failed] = [from, first, 0];
  for (;;) {
    const began = at;
    let broken: unknown;
    const incoming = chunks[Symbol.asyncIterator]();
    try {
      for (;;) {
        // Only errors of the connection are caught here, not those that the reader throws at `yield`.
        const next = await incoming.next().catch((error: unknown) => {
          broken = error;
          return undefined;
        });
        if (next === undefined || next.done === true) break;
        at += next.value.length;
        yield next.value;
      }
    } finally {
      await incoming.return?.();
    }
    if (broken === undefined && (end === undefined || at === end)) return;
    failed = at - began >= progress ? 1 : failed + 1;
    if (failed >= attempts || (end !== undefined && at > end))
      throw new UserError(
        `the download of ${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} in every attempt`,
        'check the store and the network, then run the step again',
        { cause: broken },
      );
    await pause(pauseAfter(failed));
    chunks = await again(at);
  }
}

/**
 * Returns the bytes of an answer from a position on. A store without support for ranges sends the whole object; its beginning is skipped.
 * @returns undefined when the answer has other bytes.
 */
export function restIn(answer: IncomingMessage, from: number): Chunks | undefined {
  const { statusCode, headers } = answer;
  if (statusCode === 200) return from === 0 ? answer : without(answer, from);
  return statusCode === 206 && rangeIn(headers)?.from === from ? answer : undefined;
}

async function* without(chunks: Chunks, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Returns the position after the last byte of an answer; undefined when it has no length. */
export function endIn({ statusCode, headers }: IncomingMessage): number | undefined {
  if (statusCode === 206) return rangeIn(headers)?.end;
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

function rangeIn(headers: IncomingHttpHeaders): { from: number; end: number } | undefined {
  const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
  return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}
