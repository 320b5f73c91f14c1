import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../src/recovery/checksum.ts';
import { type Bucket, openBucket } from '../../../src/recovery/object-stores/bucket.ts';
import { mirrorBucket, restoreBucket } from '../../../src/recovery/object-stores/mirror.ts';
import { partOf } from '../../../src/recovery/object-stores/upload.ts';
import { s3Store } from '../../../src/recovery/s3.ts';
import { wording } from '../../wording.ts';
import { MiB, patternAt, type S3Server, startS3 } from './s3-server.ts';

let server: S3Server;
let folder: string;
beforeEach(async () => {
  server = await startS3();
  folder = await mkdtemp(join(tmpdir(), 'large-'));
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
const quiet = () => undefined;
const open = () => openBucket(server.options, { part: 5 * MiB });
/** The first answer to each matching request breaks after that many bytes. */
const breakOnce = (fits: RegExp, breaksAfter: number) => {
  const seen = new Set<string>();
  server.fail(name => {
    if (!fits.test(name) || seen.has(name)) return undefined;
    seen.add(name);
    return { breaksAfter };
  });
};
const pattern = (etag: string, bytes: number) => ({
  ...{ bytes, headers: { 'content-type': 'x/y' } },
  body: ({ from, to }: { from: number; to: number } = { from: 0, to: bytes }) => patternAt(etag, from, to),
});
/** Size of the object in bytes; `SLIPWAY_OBJECT_BYTES=6442450944` runs the test with 6 GiB. */
const size = Number(process.env.SLIPWAY_OBJECT_BYTES ?? 16 * MiB + 1);

describe('recovery 8: an object that is larger than a part', () => {
  it('is uploaded and downloaded although connections break, in constant memory', async () => {
    server.given.set('big', { bytes: size, etag: 'one' });
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 50);
    // Each answer breaks after 7 MiB or a twentieth of the object, and every third part breaks once.
    const step = Math.max(7 * MiB, Math.floor(size / 20));
    const seen = new Set<string>();
    server.fail(name => {
      if (name.startsWith('GET big')) return { breaksAfter: step };
      if (!/part \d*[369]$/.test(name) || seen.has(name)) return undefined;
      seen.add(name);
      return { breaksAfter: 2 * MiB };
    });
    const bucket = await open();
    const { objects } = await mirrorBucket(bucket, folder, quiet);
    const sha256 = await server.sha256Of('big');
    expect(objects).toMatchObject([{ key: 'big', bytes: size, sha256 }]);
    // Bytes in transit when a connection breaks are sent twice.
    const answers = server.log.asked.filter(each => each.startsWith('GET big')).length;
    expect(answers).toBeGreaterThan(2);
    expect(server.log.bytesGiven).toBeLessThan(size + answers * 0.5 * MiB);
    server.given.clear();
    await restoreBucket(folder, bucket, quiet);
    clearInterval(watch);
    expect(server.taken.get('big')).toMatchObject({
      ...{ bytes: size, sha256, headers: { 'content-type': 'x/y' } },
      parts: Math.ceil(size / (5 * MiB)),
    });
    expect(most - before).toBeLessThan(400 * MiB);
    if (process.env.SLIPWAY_OBJECT_BYTES !== undefined)
      console.log(`${size} bytes: RSS ${before / MiB} MiB before, at most ${most / MiB} MiB`);
  }, 3_600_000);

  it('is not completed, and leaves no parts, when its hash is wrong', async () => {
    const put = (await open()).put('big', { ...pattern('one', 11 * MiB), sha256: 'f'.repeat(64) as Sha256 });
    await expect(put).rejects.toThrow(wording('"big"'));
    expect([...server.taken.keys()]).toEqual([]);
    expect([server.uploads.size, server.log.aborted]).toEqual([0, 1]);
  });

  it.each([
    ['says 200 and an error in the body', 'InternalError'],
    ['took it, and the answer was lost', 'NoSuchUpload'],
  ])('is stored after another attempt when the store, on completion, %s', async (_, code) => {
    server.given.set('big', { bytes: 11 * MiB, etag: 'one' });
    const sha256 = (await server.sha256Of('big')) as Sha256;
    let left = 1;
    server.fail(name =>
      name === 'POST big' && left-- > 0 ? { status: code === 'InternalError' ? 200 : 404, code } : undefined,
    );
    await (await open()).put('big', { ...pattern('one', 11 * MiB), sha256 });
    expect(server.taken.get('big')).toMatchObject({ sha256, parts: 3 });
  });

  it('fails when the store refuses a part, and leaves no parts', async () => {
    server.fail(name => (/part 2$/.test(name) ? { status: 403, code: 'AccessDenied' } : undefined));
    const put = (await open()).put('big', { ...pattern('one', 11 * MiB), sha256: 'f'.repeat(64) as Sha256 });
    await expect(put).rejects.toThrow(wording('"big"', '403 AccessDenied'));
    expect(server.log.aborted).toBe(1);
  });
});

it('recovery 8: number and size of parts are within the limits of S3', () => {
  const [GiB, TiB] = [1024 * MiB, 1024 * 1024 * MiB];
  const sizes = fc.integer({ min: 1, max: 48 * TiB });
  fc.assert(
    fc.property(sizes, bytes => {
      const part = partOf(bytes, 32 * MiB);
      expect(Math.ceil(bytes / part)).toBeLessThanOrEqual(10_000);
      expect(part).toBeGreaterThanOrEqual(5 * MiB);
      expect(part).toBeLessThanOrEqual(5 * GiB);
    }),
  );
});

describe('recovery 8: a body that breaks off', () => {
  it('is resumed at that byte, from the same object', async () => {
    server.given.set('a', { bytes: 3 * MiB, etag: 'one' });
    breakOnce(/^GET a/, MiB);
    const { body } = (await (await open()).open('a'))!;
    expect(Buffer.concat(await body.toArray())).toEqual(
      Buffer.concat(await patternAt('one', 0, 3 * MiB).toArray()),
    );
    expect(server.log.asked).toEqual(['GET a', `GET a bytes=${MiB}-`, `GET a bytes=${2 * MiB}-`]);
  });

  it('is not resumed when the object has changed: the mirror downloads the new one', async () => {
    server.given.set('a', { bytes: 3 * MiB, etag: 'one' });
    server.fail(name => {
      if (name !== 'GET a' || server.given.get('a')?.etag !== 'one') return undefined;
      setImmediate(() => server.given.set('a', { bytes: 2 * MiB, etag: 'two' }));
      return { breaksAfter: MiB };
    });
    const { objects } = await mirrorBucket(await open(), folder, quiet);
    expect(objects).toMatchObject([{ etag: 'two', bytes: 2 * MiB, sha256: await server.sha256Of('a') }]);
  });

  it('fails after several attempts without progress', async () => {
    server.given.set('a', { bytes: 3 * MiB, etag: 'one' });
    server.fail(name => (name.startsWith('GET a') ? { breaksAfter: 10 } : undefined));
    const { body } = (await (await open()).open('a'))!;
    await expect(body.toArray()).rejects.toThrow(wording('"a"'));
  }, 30_000);

  it('is resumed for the store of manifests, too', async () => {
    server.given.set('m', { bytes: 100_000, etag: 'one' });
    breakOnce(/^GET m/, 5000);
    const content = await (await s3Store(server.options)).get('m');
    expect(Buffer.from(content!)).toEqual(Buffer.concat(await patternAt('one', 0, 100_000).toArray()));
  });
});

describe('recovery 8: a mirror whose run was killed', () => {
  const names = ['a', 'b', 'c'];
  /** Ends the run within that object as a kill would: nothing more of it is written or noted. */
  const killedAt = async (key: string, after: number) => {
    const bucket = await open();
    const dying: Bucket = {
      ...bucket,
      open: async each => {
        const opened = await bucket.open(each);
        return each !== key || opened === undefined ? opened : { ...opened, body: cut(opened.body, after) };
      },
    };
    await expect(mirrorBucket(dying, folder, quiet, { noteEvery: MiB })).rejects.toThrow('killed');
    server.log.asked.length = 0;
    server.log.bytesGiven = 0;
  };
  const cut = (body: Readable, after: number) =>
    Readable.from(
      (async function* () {
        let left = after;
        for await (const chunk of body) {
          yield chunk;
          left -= chunk.length;
          if (left <= 0) throw new Error('killed');
        }
      })(),
    );

  it('continues: it does not download whole objects again, and resumes the incomplete one', async () => {
    for (const each of names) server.given.set(each, { bytes: MiB, etag: `of ${each}` });
    server.given.set('z', { bytes: 12 * MiB, etag: 'of z' });
    await killedAt('z', 6 * MiB);
    const { objects } = await mirrorBucket(await open(), folder, quiet);
    expect(server.log.asked.filter(each => !each.startsWith('GET z bytes='))).toEqual(['GET ']);
    expect(server.log.bytesGiven).toBeLessThan(8 * MiB);
    for (const { key, sha256, headers } of objects) {
      expect(sha256).toBe(await server.sha256Of(key));
      expect(headers).toEqual({ 'content-type': 'x/y' });
    }
    expect(await readdir(folder)).toEqual(['index.json', 'objects']);
  });

  it('trusts no bytes on the disk without their hash', async () => {
    for (const each of names) server.given.set(each, { bytes: MiB, etag: `of ${each}` });
    server.given.set('z', { bytes: 12 * MiB, etag: 'of z' });
    await killedAt('z', 6 * MiB);
    const entries = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    for (const each of entries.filter(found => found.isFile()))
      await writeFile(join(each.parentPath, each.name), Buffer.alloc(6 * MiB));
    const { objects } = await mirrorBucket(await open(), folder, quiet);
    for (const { key, sha256 } of objects) expect(sha256).toBe(await server.sha256Of(key));
    const back = createReadStream(join(folder, 'index.json'));
    expect((await back.toArray()).join('')).toContain('"of z"');
  });
});
