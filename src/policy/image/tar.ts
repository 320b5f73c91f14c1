/** Reads tar archives as a stream (POSIX pax and the GNU extensions), without holding them in memory. */

export interface TarEntry {
  /** As in the archive, without `./` and slashes at either end. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'hard link' | 'symbolic link' | 'other';
  /** The twelve bits of chmod. */
  readonly mode: number;
  readonly size: number;
  /** Whether it has file capabilities, which grant a part of the privileges of setuid. */
  readonly capable: boolean;
}

export interface Visitor {
  /** @returns how many bytes of its content to read, from the start. */
  entry(entry: TarEntry): number;
  /** Receives the requested bytes, or fewer when the file is shorter. */
  content(entry: TarEntry, bytes: Buffer): void;
}

const block = 512;
/** Longer names and extended headers are an attack or an error. */
const longestHeader = 1024 * 1024;

export class TarError extends Error {}

/**
 * Passes every entry of an archive to a visitor. Only a chunk, a header and the requested content are in memory.
 * @throws TarError when the source is not a tar archive, or is truncated.
 */
export async function readTar(source: AsyncIterable<Uint8Array>, visitor: Visitor): Promise<void> {
  const bytes = new Bytes(source);
  try {
    await readEntries(bytes, visitor);
  } finally {
    await bytes.close();
  }
}

async function readEntries(bytes: Bytes, visitor: Visitor): Promise<void> {
  let extended: Extension = {};
  for (;;) {
    const header = await bytes.take(block);
    if (header.length === 0 || header.every(byte => byte === 0)) return;
    if (header.length < block) throw new TarError('the archive is truncated within a header');
    requireHeader(header);
    const type = String.fromCharCode(header[156] ?? 0);
    const size = extended.size ?? numberAt(header, 124, 12);
    if (type === 'x' || type === 'g' || type === 'L' || type === 'K') {
      const body = await bodyOf(bytes, numberAt(header, 124, 12));
      // A global header does not matter here: paths and sizes belong to a single entry.
      if (type === 'x') extended = { ...extended, ...paxOf(body) };
      if (type === 'L') extended = { ...extended, path: textOf(body, 0, body.length) };
      continue;
    }
    const entry: TarEntry = {
      path: plain(extended.path ?? nameIn(header)),
      kind: kinds[type] ?? 'other',
      mode: numberAt(header, 100, 8) & 0o7777,
      // Go, which container runtimes use to unpack layers, ignores the size of links, devices, folders and pipes.
      size: /^[1-6]$/.test(type) ? 0 : size,
      capable: extended.capable ?? false,
    };
    extended = {};
    const wanted = Math.min(entry.size, Math.max(0, visitor.entry(entry)));
    if (wanted > 0) {
      const content = await bytes.take(wanted);
      if (content.length < wanted) throw new TarError(`the archive is truncated within ${entry.path}`);
      visitor.content(entry, content);
    }
    await bytes.skip(padded(entry.size) - wanted);
  }
}

const kinds: Readonly<Record<string, TarEntry['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'hard link',
  '2': 'symbolic link',
  '5': 'folder',
};

interface Extension {
  readonly path?: string;
  readonly size?: number;
  readonly capable?: boolean;
}

const padded = (size: number) => Math.ceil(size / block) * block;

const plain = (path: string) => path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');

async function bodyOf(bytes: Bytes, size: number): Promise<Buffer> {
  if (size > longestHeader) throw new TarError('an extended header of the archive is too long');
  const body = await bytes.take(size);
  if (body.length < size) throw new TarError('the archive is truncated within a header');
  await bytes.skip(padded(size) - size);
  return body;
}

/** Checks the checksum: the sum of all bytes, with the bytes of the checksum itself counted as blanks. */
function requireHeader(header: Buffer): void {
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
  if (numberAt(header, 148, 8) !== sum) throw new TarError('it is not a tar archive');
}

function nameIn(header: Buffer): string {
  const name = textOf(header, 0, 100);
  const prefix = header.toString('latin1', 257, 262) === 'ustar' ? textOf(header, 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textOf(bytes: Buffer, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** Reads a number: octal, or binary where the first bit is set, as GNU tar writes numbers that are too large for octal. */
function numberAt(bytes: Buffer, start: number, length: number): number {
  const field = bytes.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 0x7f);
    if (!Number.isSafeInteger(value)) throw new TarError('a number in the archive is too large');
    return value;
  }
  const text = textOf(field, 0, length).trim();
  if (!/^[0-7]*$/.test(text)) throw new TarError('it is not a tar archive');
  return text === '' ? 0 : Number.parseInt(text, 8);
}

/** Parses the records `<length> <key>=<value>\n`. */
function paxOf(body: Buffer): Extension {
  const found: { -readonly [Key in keyof Extension]: Extension[Key] } = {};
  let at = 0;
  while (at < body.length) {
    const blank = body.indexOf(0x20, at);
    const length = blank < 0 ? Number.NaN : Number(body.toString('latin1', at, blank));
    if (!Number.isInteger(length) || length <= blank - at || at + length > body.length)
      throw new TarError('an extended header of the archive is malformed');
    const record = body.subarray(blank + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    const key = record.toString('utf8', 0, Math.max(0, equals));
    const value = record.toString('utf8', equals + 1);
    if (key === 'path') found.path = value;
    if (key === 'size' && /^\d{1,15}$/.test(value)) found.size = Number(value);
    if (/^(SCHILY\.xattr|LIBARCHIVE\.xattr)\.security\.capability$/.test(key)) found.capable = true;
    at += length;
  }
  return found;
}

/** A stream of bytes that can be read or skipped. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Returns the next bytes, fewer at the end of the stream. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0 && (await this.#more())) {
      const part = this.#chunk.subarray(this.#at, this.#at + missing);
      this.#at += part.length;
      missing -= part.length;
      parts.push(part);
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  }

  async skip(count: number): Promise<void> {
    let missing = count;
    while (missing > 0) {
      if (!(await this.#more())) throw new TarError('the archive is truncated within a file');
      const step = Math.min(missing, this.#chunk.length - this.#at);
      this.#at += step;
      missing -= step;
    }
  }

  /** Closes the source if it was not read to the end. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #more(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#source.next();
      if (next.done) return false;
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
      this.#at = 0;
    }
    return true;
  }
}
