import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTar, type TarEntry } from '../../../src/policy/image/tar.ts';
import { unpacked } from '../../../src/policy/image/unpacked.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { archive, header, type Item, inPieces, summed } from './archive.ts';

type Read = Pick<TarEntry, 'path' | 'kind' | 'mode'> & { content?: string };

async function read(bytes: Uint8Array, { piece = 65_536, wanted = 1_000_000 } = {}): Promise<Read[]> {
  const found: Read[] = [];
  await readTar(unpacked(inPieces(bytes, piece)), {
    entry: ({ path, kind, mode }) => {
      found.push({ path, kind, mode });
      return wanted;
    },
    content: (_, content) => Object.assign(found.at(-1) ?? {}, { content: content.toString() }),
  });
  return found;
}

const long = `${'a-rather-long-name/'.repeat(8)}file`;

describe('an archive that tar has written', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tar-'));
    const at = (path: string) => join(folder, path);
    mkdirSync(at(long.replace(/\/file$/, '')), { recursive: true });
    writeFileSync(at(long), 'long');
    writeFileSync(at('plain'), 'x'.repeat(2_000));
    writeFileSync(at('empty'), '');
    writeFileSync(at('Ünïcode name'), 'ü');
    chmodSync(at('plain'), 0o4755);
    mkdirSync(at('open'));
    chmodSync(at('open'), 0o1777);
    linkSync(at('plain'), at('second'));
    symlinkSync('plain', at('symbolic'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['ustar', 'gnu', 'pax', 'v7'])('is read in the format %s, however it is split', async format => {
    // Without the long name where the format has no room for it.
    const without = format === 'v7' ? ['--exclude=a-rather*'] : [];
    const bytes = execFileSync('tar', ['-c', `--format=${format}`, ...without, '-C', folder, '.']);
    for (const piece of [1, 511, 512, 4_000, 1_000_000]) {
      const found = new Map((await read(bytes, { piece })).map(each => [each.path, each]));
      expect(found.get('empty')).toMatchObject({ kind: 'file', mode: 0o644 });
      expect(found.get('Ünïcode name')?.content).toBe('ü');
      expect(found.get('open')).toMatchObject({ kind: 'folder', mode: 0o1777 });
      expect(found.get('symbolic')?.kind).toBe('symbolic link');
      if (format !== 'v7') expect(found.get(long)?.content).toBe('long');
      const same = [found.get('plain'), found.get('second')];
      expect(same.map(each => each?.kind).sort()).toEqual(['file', 'hard link']);
      expect(same.map(each => each?.mode)).toEqual([0o4755, 0o4755]);
      expect(same.find(each => each?.kind === 'file')?.content).toBe('x'.repeat(2_000));
    }
  });

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)('is read out of %s', async (_, compress) => {
    const bytes = execFileSync('tar', ['-c', '-C', folder, '.']);
    expect(await read(compress(bytes), { piece: 3 })).toEqual(await read(bytes));
  });

  it.each([3, 4_000, 65_536, 1_000_000])(
    'is read out of several frames of zstd, with some to skip, in pieces of %i bytes',
    async piece => {
      const bytes = archive([
        { path: 'small', content: 'a' },
        { path: 'random', content: randomBytes(piece > 3 ? 300_000 : 3_000).toString('hex') },
        { path: 'zeros', content: '\0'.repeat(200_000) },
        { path: 'last', mode: 0o4755 },
      ]);
      const third = Math.floor(bytes.length / 3);
      const checked = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };
      const layer = Buffer.concat([
        Buffer.from([0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]),
        zstdCompressSync(bytes.subarray(0, 512)),
        zstdCompressSync(bytes.subarray(512, third), checked),
        Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]),
        zstdCompressSync(Buffer.alloc(0)),
        zstdCompressSync(bytes.subarray(third)),
        Buffer.from([0x51, 0x2a, 0x4d, 0x18, 0, 0, 1, 0]),
        Buffer.alloc(65_536),
      ]);
      expect(await read(layer, { piece })).toEqual(await read(bytes));
    },
  );

  it.each([
    ['ends inside of a frame', (frame: Buffer) => frame.subarray(0, -1)],
    ['has something else after a frame', (frame: Buffer) => Buffer.concat([frame, Buffer.alloc(512)])],
  ])('is refused if zstd %s', async (_, altered) => {
    const frame = zstdCompressSync(archive([{ path: 'a', content: 'x' }]));
    await expect(read(altered(frame))).rejects.toThrow();
  });
});

describe('an entry', () => {
  it.each(['1', '2', '3', '4', '5', '6'])(
    'security 14: of type %s has no content, whatever size its header has, so that the next entry is seen',
    async type => {
      const one = header({ path: 'cover', type, size: 1024 });
      const bytes = Buffer.concat([one, archive([{ path: 'hidden', content: 'x', mode: 0o4755 }])]);
      expect((await read(bytes)).map(({ path, mode }) => [path, mode]).at(-1)).toEqual(['hidden', 0o4755]);
    },
  );

  it('has only the requested content', async () => {
    const bytes = archive([
      { path: 'a', content: 'abcdef' },
      { path: 'b', content: 'x'.repeat(1_000) },
    ]);
    expect((await read(bytes, { wanted: 3 })).map(each => each.content)).toEqual(['abc', 'xxx']);
    expect((await read(bytes, { wanted: 0 })).map(each => each.content)).toEqual([undefined, undefined]);
  });

  it('has the path, size and capabilities of its extended header, unlike the next one', async () => {
    const capable: boolean[] = [];
    const bytes = archive([
      {
        path: 'short',
        content: 'abc',
        size: 0,
        pax: { path: './the/real/one', size: '3', 'SCHILY.xattr.security.capability': '\u0001\0\0' },
      },
      { path: 'other', content: 'd' },
    ]);
    const seen: string[] = [];
    await readTar(inPieces(bytes), {
      entry: entry => {
        capable.push(entry.capable);
        return 9;
      },
      content: (entry, content) => void seen.push(`${entry.path}: ${content}`),
    });
    expect(capable).toEqual([true, false]);
    expect(seen).toEqual(['the/real/one: abc', 'other: d']);
  });

  it('of more than 8 GiB has its size in binary', async () => {
    const bytes = header({ path: 'large' });
    bytes.writeUInt8(0x80, 124);
    bytes.writeUIntBE(0, 125, 6);
    bytes.writeUIntBE(9 * 2 ** 30, 130, 6);
    let size = 0;
    const reading = readTar(inPieces(summed(bytes)), {
      entry: entry => {
        size = entry.size;
        return 0;
      },
      content: () => {},
    });
    await expect(reading).rejects.toThrow(wording());
    expect(size).toBe(9 * 2 ** 30);
  });

  it('has its path without dots and slashes around it', async () => {
    const paths = ['./a', '/b', './', 'c/', '.hidden', '..data', './../up'];
    expect((await read(archive(paths.map(path => ({ path }))))).map(each => each.path)).toEqual([
      ...['a', 'b', '', 'c', '.hidden', '..data', '../up'],
    ]);
  });
});

describe('an invalid archive', () => {
  const items: Item[] = [{ path: 'a', content: 'x'.repeat(600), pax: { path: 'b' } }];

  it.each<[string, Uint8Array, RegExp]>([
    ['text', Buffer.from('hello '.repeat(200)), wording()],
    ['half a header', archive(items).subarray(0, 100), wording()],
    ['half an extended header', archive(items).subarray(0, 520), wording()],
    ['half a file', archive(items).subarray(0, 3 * 512 + 300), wording()],
    [
      'a header with a wrong checksum',
      Buffer.concat([header({ path: 'a' }).fill('b', 0, 1), Buffer.alloc(1024)]),
      wording(),
    ],
    ['a broken extended header', archive([{ path: 'x', type: 'x', content: '999 path=a\n' }]), wording()],
    ['an extended header without an end', archive([{ path: 'x', type: 'x', size: 2 ** 30 }]), wording()],
    ['broken gzip', gzipSync(archive(items)).fill(7, 30, 60), /./],
  ])('is refused: %s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('throws only a TarError, whatever the bytes are', async () => {
    const whole = archive([...items, { path: 'd', type: '5' }, { path: 'l', type: 'L', content: 'name' }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, end) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        await read(bytes.subarray(0, end)).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
      }),
      search(500),
    );
  });

  it('without any bytes has no entries', async () => {
    expect(await read(Buffer.of())).toEqual([]);
  });
});

describe('a large layer', () => {
  it('is read without keeping it: 400 MB in less than 100 MB of memory', async () => {
    const zeros = Buffer.alloc(1024 * 1024);
    async function* large() {
      for (let file = 0; file < 40; file++) {
        yield header({ path: `file-${file}`, size: 10 * zeros.length });
        for (let part = 0; part < 10; part++) yield zeros;
      }
      yield Buffer.alloc(1024);
    }
    const before = process.memoryUsage().rss;
    let peak = before;
    let files = 0;
    await readTar(large(), {
      entry: () => {
        files += 1;
        peak = Math.max(peak, process.memoryUsage().rss);
        return 256 * 1024;
      },
      content: () => {},
    });
    expect(files).toBe(40);
    expect(peak - before).toBeLessThan(100_000_000);
  });

  it('that is not read to its end is closed', async () => {
    let closed = false;
    async function* source() {
      try {
        yield archive([{ path: 'a' }]);
        yield Buffer.alloc(512);
      } finally {
        closed = true;
      }
    }
    await readTar(unpacked(source()), { entry: () => 0, content: () => {} });
    expect(closed).toBe(true);
  });
});
