import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { bucketFolders, storeUrl } from '../../../lab/s3.ts';
import { checkArchive } from '../../../src/recovery/offline/checking.ts';
import { createDoomed, type Doomed, rowsQuery } from '../../database/doomed.ts';
import { kubectl } from '../harness.ts';
import { lab } from './worker.ts';

/** An offline archive, and everything back from it alone. */

let folder: string;
let archive: string;
let doomed: Doomed;
let set: string;
let bucket: Bucket;
let place: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  archive = join(folder, 'disk');
  doomed = await createDoomed('archive', folder);
  set = await doomed.backUp();
  place = `${doomed.database.namespace}-new`;
});
afterAll(async () => {
  await kubectl(['delete', 'namespace', place, '--ignore-not-found', '--wait=false']);
  await doomed?.remove().catch(() => undefined);
  for (const each of bucket === undefined ? [] : bucketFolders(lab, 'near', bucket.name))
    await rm(each, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const makeArchive = () => doomed.consumer.slipway(['archive', archive, '--environment', 'production']);

const registry = () => `${process.env.SLIPWAY_REGISTRY ?? ''}/recovered`;

/** With the programs of the archive, and no other. */
const recover = async () => {
  const args = [
    ...['recover', archive, '--key', doomed.key, '--into', place, '--registry', registry()],
    ...['--bucket', `${storeUrl('near')}/${bucket.name}`],
  ];
  const env = {
    PATH: join(archive, 'programs'),
    HOME: folder,
    KUBECONFIG: process.env.KUBECONFIG ?? '',
    NODE_EXTRA_CA_CERTS: process.env.SLIPWAY_CA ?? '',
    DOCKER_CONFIG: process.env.DOCKER_CONFIG ?? '',
    RECOVERED_ACCESS_KEY_ID: bucket.access,
    RECOVERED_SECRET_ACCESS_KEY: bucket.secret,
  };
  const command = [join(archive, 'programs/node'), join(archive, 'slipway/cli/index.js'), ...args] as const;
  return promisify(execFile)(command[0], command.slice(1), { env, cwd: folder, maxBuffer: 1e8 }).then(
    ({ stdout, stderr }) => ({ code: 0, said: `${stdout}\n${stderr}` }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      said: `${error.stdout}\n${error.stderr}`,
    }),
  );
};

describe('an archive', () => {
  it('holds programs, code, images, the whole bucket and what to do, and every byte of it can be checked', async () => {
    const run = await makeArchive();
    expect(run.stderr).not.toContain('Error');
    expect(run.outputs.set).toBe(set);
    const { index, problems } = await checkArchive(archive);
    expect(problems).toEqual([]);
    expect(index.images.map(each => each.replace(/^[^/]+\/|@.*/g, ''))).toEqual([
      'base/postgres',
      'examples/records',
    ]);
    expect(Object.keys(index.programs)).toEqual(['node', 'kubectl']);
    expect(readFileSync(join(archive, 'RECOVER.md'), 'utf8')).toContain(set);
    // Neither the key nor what it opens.
    const identity = readFileSync(doomed.key, 'utf8').trim();
    const passphrase = doomed.database.passphrases.far;
    const names = (readdirSync(archive, { recursive: true }) as string[]).filter(
      name => !name.startsWith('images') && statSync(join(archive, name)).isFile(),
    );
    for (const name of names) {
      const content = readFileSync(join(archive, name));
      expect(content.includes(identity), name).toBe(false);
      expect(content.includes(passphrase), name).toBe(false);
    }
  });

  it('is brought up to date in seconds, and is no other environment’s', async () => {
    const run = await makeArchive();
    expect(run.stderr).toContain(', 0 to be copied');
    writeFileSync(
      join(archive, 'archive.json'),
      readFileSync(join(archive, 'archive.json'), 'utf8').replace('"production"', '"staging"'),
    );
    expect((await makeArchive()).stderr).toContain('holds the archive of shop in staging');
    await rm(join(archive, 'archive.json'));
    expect((await makeArchive()).code).toBe(0);
  });
});

describe('when everything else is gone', () => {
  beforeAll(async () => {
    await doomed.remove();
    bucket = await createBucket(lab, 'near', place);
    await kubectl(['create', 'namespace', place]);
  });

  it('nothing is begun with an archive of which one byte is another one', async () => {
    const objects = join(archive, 'bucket/objects');
    const [name = ''] = (readdirSync(objects, { recursive: true }) as string[]).filter(each => {
      const found = statSync(join(objects, each));
      return found.isFile() && found.size > 1000;
    });
    const file = join(objects, name);
    const bytes = readFileSync(file);
    const flipped = Buffer.from(bytes);
    flipped[500] = (flipped[500] ?? 0) ^ 1;
    writeFileSync(file, flipped);
    const { code, said } = await recover();
    writeFileSync(file, bytes);
    expect(said).toMatch(/the archive is not whole: the object .* is damaged/);
    expect(code).toBe(1);
    expect(
      bucketFolders(lab, 'near', bucket.name).flatMap(each => (existsSync(each) ? readdirSync(each) : [])),
    ).toEqual([]);
    expect(await kubectl(['-n', place, 'get', 'pods,secrets,deployments', '-o', 'name'])).toBe('');
  });

  it('the application serves its old records again, from the archive and the key alone', async () => {
    const { code, said } = await recover();
    console.log(said);
    expect(said).toContain(`everything is back in ${place}`);
    expect(code).toBe(0);
    const psql = ['psql', '-h', '/slipway/run', '-XAtq', '-F', '\t', '-d', 'shop', '-c', rowsQuery];
    const rows = await kubectl(['-n', place, 'exec', 'shop-recovered', '--', ...psql]);
    // The recovery itself has written one.
    expect(rows.split('\n').slice(0, doomed.rows.length)).toEqual(doomed.rows);
    const served = await kubectl([
      'get',
      '--raw',
      `/api/v1/namespaces/${place}/services/records:80/proxy/records/${doomed.records.old}`,
    ]);
    expect(JSON.parse(served)).toMatchObject({ name: 'old', note: 'kept since before' });
    const images = await kubectl([
      '-n',
      place,
      'get',
      'pods',
      '-o',
      'jsonpath={.items[*].spec.containers[*].image}',
    ]);
    for (const image of images.split(' ')) expect(image).toMatch(/\/recovered\/.+@sha256:/);
  });

  it('it can be run once more', async () => {
    const { code, said } = await recover();
    expect(said).toContain(`everything is back in ${place}`);
    expect(code).toBe(0);
  });
});
