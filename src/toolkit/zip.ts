import { crc32, inflateRawSync } from 'node:zlib';

/** Reads the ZIP archives of GitHub's artifacts, which are untrusted: sizes are limited, and nothing is written to a disk. */

export interface ZipFile {
  /** As the archive says, which may be any text. */
  readonly name: string;
  readonly content: Buffer;
}

/** Signatures of the records of an archive. */
const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
/** Bytes of the end record, and of the longest comment after it. */
const [endBytes, longestComment] = [22, 65_535];

/**
 * Returns the files in an archive. Pure.
 * @param isWanted by their names; others are not unpacked.
 * @param limits bytes of all wanted files unpacked together, and number of entries.
 * @throws Error for anything but an archive of stored and deflated files within the limits.
 */
export function readZip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  limits: { readonly bytes: number; readonly entries: number },
): ZipFile[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.entries) throw new Error(`it has ${count} files, and ${limits.entries} are allowed`);
  const files: ZipFile[] = [];
  let left = limits.bytes;
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== signature.entry) throw new Error('its directory is broken');
    const [nameBytes, extra, comment] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset));
    const next = at + 46 + (nameBytes as number);
    const name = zip.toString('utf8', at + 46, next);
    if (isWanted(name)) {
      const content = contentOf(zip, at, left);
      left -= content.length;
      files.push({ name, content });
    }
    at = next + (extra as number) + (comment as number);
  }
  return files;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - endBytes; at >= Math.max(0, zip.length - endBytes - longestComment); at -= 1)
    if (zip.readUInt32LE(at) === signature.end) return at;
  throw new Error('it is not a ZIP archive');
}

/** @param at of its entry in the directory. */
function contentOf(zip: Buffer, at: number, most: number): Buffer {
  const method = zip.readUInt16LE(at + 10);
  const [sum, packed, local] = [16, 20, 42].map(offset => zip.readUInt32LE(at + offset)) as [
    number,
    number,
    number,
  ];
  if (zip.readUInt32LE(local) !== signature.local) throw new Error('a file in it is missing');
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(from, from + packed);
  if (method !== 0 && method !== 8)
    throw new Error(`a file in it uses compression method ${method}, which is not supported`);
  // The archive may lie about the size, so inflating itself fails above the limit.
  const content = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  if (content.length > most) throw new Error('it is too large');
  if (crc32(content) !== sum) throw new Error('a file in it does not match its checksum');
  return content;
}
