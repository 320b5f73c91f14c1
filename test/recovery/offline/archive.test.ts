import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import type { Bucket } from '../../../src/recovery/object-stores/bucket.ts';
import { faultsInMirror } from '../../../src/recovery/object-stores/mirror.ts';
import { copyBucket } from '../../../src/recovery/offline/archive.ts';
import { wording } from '../../wording.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const quiet = () => undefined;

/** @param opened called before each object is read. */
function memory(held: Set<string>, opened: (key: string) => void = quiet): Bucket {
  return {
    name: 'backups',
    list: async () => [...held].map(key => ({ key, bytes: key.length, etag: sha256Of(key) })),
    open: async key => {
      opened(key);
      if (!held.has(key)) return undefined;
      return { etag: sha256Of(key), headers: {}, from: 0, body: Readable.from([Buffer.from(key)]) };
    },
    put: () => Promise.reject(new Error('nothing is written')),
    remove: () => Promise.reject(new Error('nothing is removed')),
  };
}

describe('the copy of a bucket in an archive', () => {
  it('has what a backup wrote instead of what it deleted meanwhile', async () => {
    const held = new Set(['index', 'old pack']);
    const pruning = memory(held, () => {
      if (held.delete('old pack')) held.add('new pack');
    });
    await copyBucket(pruning, folder, quiet);
    const files = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    expect(
      files
        .filter(each => each.isFile())
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['index', 'new pack'].map(key => sha256Of(JSON.stringify([key, sha256Of(key)]))).toSorted());
  });

  it('is refused when objects are deleted in every attempt', async () => {
    const held = new Set(['pack 0']);
    let count = 0;
    const pruning = memory(held, key => {
      held.delete(key);
      held.add(`pack ${++count}`);
    });
    await expect(copyBucket(pruning, folder, quiet)).rejects.toThrow(wording('backups'));
    expect(count).toBe(5);
  });

  it('is repaired where it is damaged', async () => {
    const bucket = memory(new Set(['pack']));
    await copyBucket(bucket, folder, quiet);
    const files = await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true });
    const [file] = files.filter(each => each.isFile());
    await writeFile(join(file?.parentPath ?? '', file?.name ?? ''), 'kcap');
    expect(await faultsInMirror(folder)).toHaveLength(1);
    await copyBucket(bucket, folder, quiet);
    expect(await faultsInMirror(folder)).toEqual([]);
  });
});
