import { createGunzip, createZstdDecompress } from 'node:zlib';

/** The magic numbers of gzip and zstd, because media types are not always correct. */
const gzip = [0x1f, 0x8b];
const zstd = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * Decompresses a layer as a stream.
 * @throws the error of the decompression for a corrupt stream.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < zstd.length) {
    const next = await iterator.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = joined(head, iterator);
  const begins = (magic: readonly number[]) => magic.every((byte, index) => head[index] === byte);
  if (begins(gzip)) yield* through(whole, createGunzip());
  else if (begins(zstd) || isSkippable(head)) yield* through(framewise(whole), createZstdDecompress());
  else yield* whole;
}

/** A frame that any decoder skips; some tools begin a layer with one, or end it with their own index in one. */
const isSkippable = (head: Buffer) => head.length >= 4 && (head.readUInt32LE() & 0xfffffff0) === 0x184d2a50;

/**
 * Yields the frames of zstd in pieces of which none contains bytes of two frames, without those to skip: Node's decompressor ends
 * where it finds input after the end of a frame.
 */
async function* framewise(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const take = taker(iterator);
  try {
    for (;;) {
      const magic = await take(4, true);
      if (magic.length === 0) return;
      if (isSkippable(magic)) {
        let left = (await take(4)).readUInt32LE();
        while (left > 0) left -= (await take(Math.min(left, 65_536))).length;
        continue;
      }
      if (!magic.equals(Buffer.from(zstd))) throw new Error('something else follows a zstd frame');
      yield magic;
      yield* frame(take);
    }
  } finally {
    await iterator.return?.();
  }
}

/** Yields a frame after its magic number, by RFC 8878: its header, its blocks, and a checksum. */
async function* frame(take: Take): AsyncGenerator<Uint8Array> {
  const first = await take(1);
  const descriptor = first.readUInt8();
  const isSingle = (descriptor & 0x20) !== 0;
  const contentSize = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  yield first;
  yield await take((isSingle ? 0 : 1) + dictionary + contentSize);
  for (let isLast = false; !isLast; ) {
    const header = await take(3);
    const bits = header.readUIntLE(0, 3);
    isLast = (bits & 1) !== 0;
    const isRepeated = ((bits >> 1) & 3) === 1;
    yield header;
    yield await take(isRepeated ? 1 : bits >> 3);
  }
  if ((descriptor & 4) !== 0) yield await take(4);
}

type Take = (size: number, mayEnd?: boolean) => Promise<Buffer>;

/** Returns a function that reads exactly so many bytes, or none at the end of the stream if that may be here. */
function taker(iterator: AsyncIterator<Uint8Array>): Take {
  let chunk: Uint8Array = Buffer.alloc(0);
  return async (size, mayEnd = false) => {
    const parts: Uint8Array[] = [];
    for (let missing = size; missing > 0; ) {
      if (chunk.length === 0) {
        const next = await iterator.next();
        if (next.done && mayEnd && missing === size) break;
        if (next.done) throw new Error('the stream ends inside of a zstd frame');
        chunk = next.value;
      }
      const part = chunk.subarray(0, missing);
      chunk = chunk.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
  } finally {
    // A consumer that stops early closes the source, too.
    await rest.return?.();
  }
}

/** Writes wait for backpressure, so that only a few chunks are in memory. */
async function* through(
  source: AsyncIterable<Uint8Array>,
  filter: ReturnType<typeof createGunzip>,
): AsyncGenerator<Uint8Array> {
  const { pipeline } = await import('node:stream/promises');
  const feeding = pipeline(source, filter);
  feeding.catch(() => undefined);
  try {
    for await (const chunk of filter) yield chunk as Uint8Array;
    await feeding;
  } finally {
    filter.destroy();
  }
}
