import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proveArchive } from '../../src/actions/archive-proof.ts';
import { readArchive } from '../../src/recovery/offline/checking.ts';
import { checksumOf, formatArchive } from '../../src/recovery/offline/inventory.ts';
import { minimal } from '../config/configs.ts';
import { wording } from '../wording.ts';

let folder: string;
let archive: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proof-'));
  archive = join(folder, 'disk');
  await mkdir(join(archive, 'checkout'), { recursive: true });
  const index = {
    ...{ schema: 1 as const, at: 0, app: 'shop', environment: 'production', set: '20261126T031700Z' },
    ...{ repository: 'far', config: 'checkout/slipway.yml', images: [], programs: {}, files: [] },
  };
  await writeFile(join(archive, 'archive.json'), formatArchive(index));
  for (const place of ['disk/checkout', '.']) await writeFile(join(folder, place, 'slipway.yml'), minimal);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const prove = async (apart: { checksum?: string; config?: string }) => {
  const read = await readArchive(archive);
  const inputs = { archive, checksum: '', config: '', ...apart };
  return proveArchive(read, inputs, { env: {}, report: () => undefined }, new AbortController().signal);
};
const own = async () => checksumOf((await readArchive(archive)).sums);

describe('security 11: an archive', () => {
  it('cannot authenticate itself', async () => {
    await expect(prove({})).rejects.toMatchObject({ sentence: wording('checksum', 'config') });
  });

  it('is authenticated by the checksum that is kept with the key, in any common notation', async () => {
    const checksum = await own();
    for (const written of [checksum, `sha256:${checksum}`, ` ${checksum.toUpperCase()}\n`])
      expect(await prove({ checksum: written })).toBe('its checksum');
  });

  it('is refused for another checksum, even with a slipway.yml', async () => {
    const checksum = 'f'.repeat(64);
    await expect(prove({ checksum })).rejects.toMatchObject({ sentence: wording() });
    await expect(prove({ checksum, config: join(folder, 'slipway.yml') })).rejects.toMatchObject({
      sentence: wording(),
    });
    await expect(prove({ checksum: 'abc' })).rejects.toMatchObject({ sentence: wording() });
  });

  it('is not authenticated by a slipway.yml on the same disk, even through a symbolic link', async () => {
    await symlink(join(archive, 'checkout/slipway.yml'), join(folder, 'link.yml'));
    for (const config of ['disk/checkout/slipway.yml', 'link.yml'])
      await expect(prove({ config: join(folder, config) })).rejects.toMatchObject({
        sentence: wording('config'),
      });
    await expect(prove({ config: join(folder, 'none.yml') })).rejects.toMatchObject({ sentence: wording() });
  });

  it('is not authenticated by a slipway.yml that requires no signature', async () => {
    await expect(prove({ config: join(folder, 'slipway.yml') })).rejects.toMatchObject({
      sentence: wording('checksum'),
    });
  });
});
