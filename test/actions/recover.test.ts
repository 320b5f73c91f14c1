import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { readArchive } from '../../src/recovery/offline/checking.ts';
import {
  type ArchiveIndex,
  bucketList,
  checksumOf,
  formatArchive,
  imageList,
} from '../../src/recovery/offline/inventory.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** How `recover` begins; what it brings back is seen on the lab. */

let at: Workplace;
let kept: string;
const files: Record<string, string> = {
  'programs/kubectl': 'a program',
  'checkout/slipway.yml': 'not read before it is compared: }{',
  [bucketList]: '{"schema":1,"objects":[]}',
  [imageList]: '{}',
};
beforeEach(async () => {
  at = await openWorkplace();
  await at.program('kubectl', `touch ${join(at.folder, 'asked')}; exit 1`);
  const index: ArchiveIndex = {
    ...{ schema: 1, at: 0, app: 'shop', environment: 'production', set: '20261126T031700Z' },
    ...{ repository: 'far', config: 'checkout/slipway.yml', images: [], programs: {} },
    files: Object.entries(files).map(([path, content]) => ({
      ...{ path, bytes: content.length, sha256: sha256Of(content) },
    })),
  };
  for (const [path, content] of Object.entries(files)) await at.write(`disk/${path}`, content);
  await at.write('disk/archive.json', formatArchive(index));
  kept = checksumOf((await readArchive('disk')).sums);
});
afterEach(() => at.close());

/** The key is not there: where that is said, it was asked for. */
const recover = async (...more: string[]) => {
  const place = ['--into', 'shop', '--registry', 'localhost/shop', '--bucket', 'https://localhost/shop'];
  const { code, err } = await at.slipway([
    'recover',
    'disk',
    '--offline-key-file',
    'none.key',
    ...place,
    ...more,
  ]);
  expect(code).toBe(1);
  expect(existsSync('asked'), 'kubectl was run').toBe(false);
  return err.trim();
};

describe('security 11: recover', () => {
  it('refuses an archive that only it itself could authenticate', async () => {
    expect(await recover()).toEqual(wording('checksum', 'config'));
    expect(await recover('--config', 'disk/checkout/slipway.yml')).toEqual(wording('config'));
  });

  it('reads no key and runs no program if the archive is another one', async () => {
    await at.write('disk/programs/kubectl', 'another program');
    expect(await recover('--checksum', kept)).toEqual(wording('programs/kubectl'));
    const forged = { ...JSON.parse(formatArchive((await readArchive('disk')).index)) };
    forged.files[0].sha256 = sha256Of('another program');
    await at.write('disk/archive.json', JSON.stringify(forged));
    expect(await recover('--checksum', kept)).toEqual(wording());
  });

  it('reads no key if the archive contains an unlisted program', async () => {
    await at.write('disk/programs/aws', 'asked for a token of the cluster');
    expect(await recover('--checksum', kept)).toEqual(wording('programs/aws'));
  });

  it('reads the key if the archive is complete and matches the checksum', async () => {
    expect(await recover('--checksum', kept)).toEqual(wording('none.key'));
  });
});
