import { crc32, deflateRawSync } from 'node:zlib';

/** Writes ZIP archives as actions/upload-artifact does: deflated. `lies` changes what the directory says about each file. */
export function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  lies: { readonly method?: number; readonly sum?: number; readonly local?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(lies.method ?? 8, 10);
    entry.writeUInt32LE(lies.sum ?? crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(lies.local ?? at, 42);
    const body = Buffer.concat([head, Buffer.from(name), packed]);
    bodies.push(body);
    entries.push(Buffer.concat([entry, Buffer.from(name)]));
    at += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}
