import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import type { Bucket } from '../../../src/recovery/object-stores/bucket.ts';
import { mirrorBucket, restoreBucket, totalsOfBucket } from '../../../src/recovery/object-stores/mirror.ts';
import { wording } from '../../wording.ts';

/** A bucket in memory; tests on the lab copy real ones. */
function memory() {
  const held = new Map<string, { text: string; headers: Record<string, string> }>();
  const asked: string[] = [];
  const lost = new Set<string>();
  const bucket: Bucket = {
    name: 'uploads',
    list: async () =>
      [...held].map(([key, { text }]) => ({
        key,
        bytes: Buffer.byteLength(text),
        etag: sha256Of(text).slice(0, 32),
      })),
    open: async key => {
      asked.push(key);
      const found = lost.has(key) ? undefined : held.get(key);
      if (found === undefined) return undefined;
      const { text, headers } = found;
      return {
        etag: sha256Of(text).slice(0, 32),
        headers,
        from: 0,
        body: Readable.from([Buffer.from(text)]),
      };
    },
    put: async (key, { sha256, headers, body }) => {
      const text = Buffer.concat(await body().toArray()).toString('utf8');
      expect(sha256Of(text)).toBe(sha256);
      held.set(key, { text, headers: { ...headers } });
    },
    remove: async key => {
      held.delete(key);
    },
  };
  const set = (key: string, text: string, headers = {}) => held.set(key, { text, headers });
  return { bucket, held, asked, lost, set };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mirror-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const quiet = () => undefined;

describe('a copy of a bucket', () => {
  it('holds each object with any key and its headers, and restores it', async () => {
    const { bucket, set, held } = memory();
    for (const key of ['a', 'a/b', '../up', '/', 'x/', ' ', '\0', '__proto__', 'ü'.repeat(400)])
      set(key, `content of ${key}`, { 'content-type': 'text/plain', 'x-amz-meta-by': 'me' });
    const { totals } = await mirrorBucket(bucket, folder, quiet);
    expect(totals).toEqual(await totalsOfBucket(bucket));
    const back = memory();
    expect(await restoreBucket(folder, back.bucket, quiet)).toEqual(totals);
    expect(new Map([...back.held].sort())).toEqual(new Map([...held].sort()));
  });

  it('downloads only changed objects, and removes deleted ones', async () => {
    const { bucket, set, held, asked } = memory();
    for (const key of ['stays', 'changes', 'goes']) set(key, 'before');
    await mirrorBucket(bucket, folder, quiet);
    asked.length = 0;
    set('changes', 'after it');
    set('new', 'new');
    held.delete('goes');
    const { objects, totals } = await mirrorBucket(bucket, folder, quiet);
    expect(asked.sort()).toEqual(['changes', 'new']);
    expect(objects.map(({ key }) => key).sort()).toEqual(['changes', 'new', 'stays']);
    expect(totals).toEqual(await totalsOfBucket(bucket));
    const files = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    expect(files.filter(each => each.isFile())).toHaveLength(3);
  });

  it('is not changed by a run that is killed before its end', async () => {
    const { bucket, set } = memory();
    set('a', 'before');
    const before = await mirrorBucket(bucket, folder, quiet);
    set('a', 'after');
    set('b', 'b');
    const killed: Bucket = {
      ...bucket,
      open: async key => {
        if (key === 'b') throw new Error('killed');
        return bucket.open(key);
      },
    };
    await expect(mirrorBucket(killed, folder, quiet)).rejects.toThrow('killed');
    expect(await restoreBucket(folder, memory().bucket, quiet)).toEqual(before.totals);
  });

  it('skips objects that are deleted meanwhile, and fails for others that cannot be read', async () => {
    const { bucket, set, held, lost } = memory();
    set('a', 'a');
    set('b', 'b');
    const deleting: Bucket = {
      ...bucket,
      open: async key => {
        held.delete('b');
        return bucket.open(key);
      },
    };
    expect((await mirrorBucket(deleting, folder, quiet)).objects.map(({ key }) => key)).toEqual(['a']);
    set('c', 'c');
    lost.add('c');
    await expect(mirrorBucket(bucket, folder, quiet)).rejects.toThrow(wording('uploads'));
  });
});

describe('a bucket is not restored', () => {
  it('over existing objects, nor from a damaged copy', async () => {
    const { bucket, set } = memory();
    set('a', 'a');
    await mirrorBucket(bucket, folder, quiet);
    await expect(restoreBucket(folder, bucket, quiet)).rejects.toThrow(wording('uploads'));
    const entries = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    const [file] = entries.filter(each => each.isFile());
    await writeFile(join(file!.parentPath, file!.name), 'b');
    await expect(restoreBucket(folder, memory().bucket, quiet)).rejects.toThrow(wording());
  });
  it('from a folder that is not a copy of a bucket', async () => {
    await writeFile(join(folder, 'index.json'), '[]');
    await expect(restoreBucket(folder, memory().bucket, quiet)).rejects.toThrow(wording());
  });
});
