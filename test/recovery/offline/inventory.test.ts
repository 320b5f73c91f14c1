import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { faultsInFiles, readArchive } from '../../../src/recovery/offline/checking.ts';
import {
  type ArchiveIndex,
  bucketList,
  checksumOf,
  formatArchive,
  imageList,
} from '../../../src/recovery/offline/inventory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files: Record<string, string> = {
  'programs/node': 'a program',
  'slipway/cli/index.js': 'our own code',
  'checkout/slipway.yml': 'app: shop',
  'checkout/back\\slash and\nbreak': 'odd',
  'RECOVER.md': 'what to do',
  [bucketList]: 'the objects',
  [imageList]: 'the images',
};
const put = async (path: string, content: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};
const index: ArchiveIndex = {
  ...{ schema: 1, at: 0, app: 'shop', environment: 'production', set: '20261126T031700Z' },
  ...{ repository: 'far', config: 'checkout/slipway.yml', images: [], programs: { node: '24.1.0' } },
  files: Object.entries(files).map(([path, content]) => ({
    ...{ path, bytes: content.length, sha256: sha256Of(content) },
  })),
};
const made = async () => {
  for (const [path, content] of Object.entries(files)) await put(path, content);
  await put('archive.json', formatArchive(index));
  const { sums } = await readArchive(folder);
  await put('SHA256SUMS', sums);
  return { sums, checksum: checksumOf(sums) };
};
const check = () =>
  spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });

describe('security 11: an offline archive', () => {
  it('can be checked by the machine’s own sha256sum, with any file names', async () => {
    const { checksum } = await made();
    const [printed] = spawnSync('sha256sum', ['SHA256SUMS'], { cwd: folder, encoding: 'utf8' }).stdout.split(
      ' ',
    );
    expect(printed).toBe(checksum);
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    await put('programs/node', 'another program');
    expect(check().status).toBe(1);
  });

  it.each(Object.keys(files))(
    'has another checksum when %j is replaced together with its hash',
    async path => {
      const { checksum } = await made();
      const forged = {
        ...index,
        files: index.files.map(each => (each.path === path ? { ...each, sha256: sha256Of('forged') } : each)),
      };
      await put(path, 'forged');
      await put('archive.json', formatArchive(forged));
      const { sums } = await readArchive(folder);
      expect(checksumOf(sums)).not.toBe(checksum);
    },
  );

  it.each([
    { ...index, config: 'checkout/other.yml' },
    { ...index, images: [`registry.example.com/forged@sha256:${'0'.repeat(64)}`] },
    { ...index, files: index.files.slice(1) },
  ])('has another checksum when its inventory is changed', async forged => {
    const { checksum } = await made();
    await put('archive.json', formatArchive(forged));
    expect(checksumOf((await readArchive(folder)).sums)).not.toBe(checksum);
  });

  it('has a fault for each program or code file that is not in its inventory', async () => {
    await made();
    expect(await faultsInFiles(folder, index)).toEqual([]);
    await put('programs/aws', 'asked for a token of the cluster');
    await put('slipway/cli/more.js', '');
    expect(await faultsInFiles(folder, index)).toEqual([
      'programs/aws is not in the inventory',
      'slipway/cli/more.js is not in the inventory',
    ]);
  });

  it('has a fault when its inventory omits the lists by which objects and images are checked', async () => {
    await made();
    const without = { ...index, files: index.files.filter(({ path }) => !path.endsWith('index.json')) };
    expect(await faultsInFiles(folder, without)).toEqual([
      `${bucketList} is not in the inventory`,
      `${imageList} is not in the inventory`,
    ]);
  });
});
