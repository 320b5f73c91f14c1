/** Writes tar archives for tests, header by header, so that they may be invalid. */

export interface Item {
  path: string;
  mode?: number;
  type?: string;
  content?: string | Buffer;
  /** Records of an extended header before it. */
  pax?: Record<string, string>;
  /** Instead of the size of the content. */
  size?: number;
}

const block = 512;
const padded = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);

export function header({ path, mode = 0o644, type = '0', content = '', size }: Item): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(path, 0, 100, 'utf8');
  bytes.write(mode.toString(8).padStart(7, '0'), 100);
  bytes.write((size ?? Buffer.byteLength(content)).toString(8).padStart(11, '0'), 124);
  bytes.write('00000000000', 136);
  bytes.write(type, 156);
  bytes.write('ustar\0' + '00', 257, 'latin1');
  return summed(bytes);
}

/** Adds the checksum to a header. */
export function summed(bytes: Buffer): Buffer {
  bytes.write('        ', 148);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

export function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (rest + String(length).length !== length) length += 1;
  return `${length} ${key}=${value}\n`;
}

export function archive(items: readonly Item[]): Buffer {
  const parts = items.flatMap(item => {
    const extended = Object.entries(item.pax ?? {})
      .map(([key, value]) => record(key, value))
      .join('');
    const before =
      extended === ''
        ? []
        : [header({ path: 'pax', type: 'x', content: extended }), padded(Buffer.from(extended))];
    return [...before, header(item), padded(Buffer.from(item.content ?? ''))];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

/** Splits bytes into pieces of a size, because a stream is split anywhere. */
export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
