import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { UserError } from '../../toolkit/errors.ts';
import { attempts, pauseAfter } from './patience.ts';

/** A large body may come over several connections: where one breaks, the next one begins at that byte, and only of the same object. */

/** The object was replaced or deleted meanwhile, and what was read of it belongs to nothing. */
export class ObjectChanged extends UserError {
  constructor(what: string) {
    super(`${what} changed while it was read`, 'run the step again');
  }
}

type Chunks = AsyncIterable<Uint8Array>;

export interface Body {
  /** For sentences. */
  readonly what: string;
  /** The first byte of it that is wanted. */
  readonly from: number;
  /** The position after the last byte; undefined when the store did not say. */
  readonly end: number | undefined;
  /** What comes from `from` on. */
  readonly first: Chunks;
  /**
   * Asks for the rest from that byte on.
   * @throws ObjectChanged when the object is another one.
   */
  again(from: number): Promise<Chunks>;
}

/** A connection that breaks without having brought this many bytes counts as a failed attempt. */
const progress = 1 << 20;

/** The body as a stream. It fails when the store gives less than it has said. */
export const resumed = (body: Body): Readable => Readable.from(chunksOf(body), { objectMode: false });

async function* chunksOf({ what, from, end, first, again }: Body): AsyncGenerator<Uint8Array> {
  let [at, chunks, failed] = [from, first, 0];
  for (;;) {
    const began = at;
    let broken: unknown;
    const incoming = chunks[Symbol.asyncIterator]();
    try {
      for (;;) {
        // What the reader throws at `yield` is no broken connection.
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
        `${what} breaks off at byte ${at}${end === undefined ? '' : ` of ${end}`} each time`,
        'see what the store and the network between have against it, then run the step again',
        { cause: broken },
      );
    await pauseAfter(failed);
    chunks = await again(at);
  }
}

/**
 * An answer to a request for the bytes from one on, without what was not asked for: a store that knows no ranges gives all of it.
 * @returns undefined when it is of another object, or none of these bytes.
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

/** The position after the last byte that an answer brings; undefined when it does not say. */
export function endIn({ statusCode, headers }: IncomingMessage): number | undefined {
  if (statusCode === 206) return rangeIn(headers)?.end;
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

function rangeIn(headers: IncomingHttpHeaders): { from: number; end: number } | undefined {
  const [, from, last] = /^bytes (\d+)-(\d+)\//.exec(headers['content-range'] ?? '') ?? [];
  return from === undefined ? undefined : { from: Number(from), end: Number(last) + 1 };
}
