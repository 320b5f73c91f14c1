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
  const filter = begins(gzip) ? createGunzip() : begins(zstd) ? createZstdDecompress() : undefined;
  if (filter === undefined) yield* whole;
  else yield* through(whole, filter);
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
