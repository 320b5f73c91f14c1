import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { bucketFolders, storeUrl } from '../../../lab/s3.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import type { Mirrored } from '../../../src/recovery/object-stores/copying.ts';
import { checkArchive, readArchive } from '../../../src/recovery/offline/checking.ts';
import { checksumOf } from '../../../src/recovery/offline/inventory.ts';
import { type Attachments, deployAttachments } from '../../database/attachments.ts';
import { createDoomed, type Doomed, rowsQuery } from '../../database/doomed.ts';
import { kubectl } from '../harness.ts';
import { needs } from '../needs.ts';
import { lab } from './backup-pod.ts';

needs('recovery');

/** An offline archive, and everything back from it alone. */

let folder: string;
let archive: string;
let doomed: Doomed;
let attachments: Attachments;
let sums: string;
let set: string;
let bucket: Bucket;
let place: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  archive = join(folder, 'disk');
  doomed = await createDoomed('archive', folder);
  attachments = await deployAttachments(doomed, 1);
  sums = await attachments.sums(doomed.database.namespace);
  set = await doomed.backUp(attachments.login);
  place = `${doomed.database.namespace}-new`;
});
afterAll(async () => {
  await kubectl(['delete', 'namespace', place, '--ignore-not-found', '--wait=false']);
  await doomed?.remove().catch(() => undefined);
  await attachments?.remove();
  for (const each of bucket === undefined ? [] : bucketFolders(lab, 'near', bucket.name))
    await rm(each, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const makeArchive = () => doomed.consumer.slipway(['archive', archive, '--environment', 'production']);

const registry = () => `${process.env.SLIPWAY_REGISTRY ?? ''}/recovered`;

/**
 * With the programs of the archive, and no other.
 * @param killAt what it says when it is killed.
 * @param checksum default: that of the archive as it is now.
 */
const recover = async (killAt?: RegExp, checksum?: string) => {
  const known = checksum ?? checksumOf((await readArchive(archive)).sums);
  const args = [
    ...['recover', archive, '--offline-key-file', doomed.key, '--into', place, '--registry', registry()],
    ...['--checksum', known],
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
  const command = [join(archive, 'slipway/cli/index.js'), ...args];
  const child = spawn(join(archive, 'programs/node'), command, { env, cwd: folder });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk;
      if (killAt?.test(said)) child.kill('SIGKILL');
    });
  const code = await new Promise<number | null>(done => child.on('close', done));
  return { code, said };
};

/**
 * Flips a byte in the largest object below that, as if it had been so when it was archived.
 * @returns what makes the archive whole again.
 */
function rotten(below: string): () => void {
  const [list, inventory] = [join(archive, 'bucket/index.json'), join(archive, 'archive.json')];
  const [before, inventoried] = [readFileSync(list, 'utf8'), readFileSync(inventory, 'utf8')];
  const index: { objects: Mirrored[] } = JSON.parse(before);
  const [found] = index.objects.filter(({ key }) => key.startsWith(below)).sort((a, b) => b.bytes - a.bytes);
  const { key, etag } = found!;
  const name = sha256Of(JSON.stringify([key, etag]));
  const file = join(archive, 'bucket/objects', name.slice(0, 2), name);
  const bytes = readFileSync(file);
  const flipped = Buffer.from(bytes);
  flipped[500_000] = (flipped[500_000] ?? 0) ^ 1;
  writeFileSync(file, flipped);
  // The name of a file of restic is its hash, too.
  const after = before.replace(`"sha256": "${found!.sha256}"`, `"sha256": "${sha256Of(flipped)}"`);
  writeFileSync(list, after);
  writeFileSync(inventory, inventoried.replace(sha256Of(before), sha256Of(after)));
  return () => {
    writeFileSync(file, bytes);
    writeFileSync(list, before);
    writeFileSync(inventory, inventoried);
  };
}

describe('an archive', () => {
  it('holds programs, code, images, the whole bucket and what to do, and every byte of it can be checked', async () => {
    const run = await makeArchive();
    expect(run.stderr).not.toContain('Error');
    expect(run.outputs.set).toBe(set);
    const { index, sums } = await readArchive(archive);
    expect(await checkArchive(archive, index)).toEqual([]);
    // As a person does who has the checksum alone, before anything of it is run.
    expect(run.outputs.checksum).toBe(sha256Of(readFileSync(join(archive, 'SHA256SUMS'))));
    expect(run.outputs.checksum).toBe(checksumOf(sums));
    const checks = ['--check', '--strict', '--quiet', 'SHA256SUMS'];
    expect(spawnSync('sha256sum', checks, { cwd: archive, encoding: 'utf8' }).stdout).toBe('');
    expect(spawnSync('sha256sum', checks, { cwd: archive }).status).toBe(0);
    // Of the backup pod no pod ran when it was backed up.
    expect(index.images.map(each => each.replace(/^[^/]+\/|@.*/g, ''))).toEqual([
      'base/postgres',
      'base/restic',
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
    // Some segments of WAL may have come meanwhile.
    expect(run.stderr).toMatch(/copying \d of \d\d objects/);
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
    expect(said).toMatch(/the archive is damaged: the object .* is damaged/);
    expect(code).toBe(1);
    expect(
      bucketFolders(lab, 'near', bucket.name).flatMap(each => (existsSync(each) ? readdirSync(each) : [])),
    ).toEqual([]);
    expect(await kubectl(['-n', place, 'get', 'pods,secrets,deployments', '-o', 'name'])).toBe('');
  });

  it('security 11: nothing is begun with an archive that is not the one whose checksum was kept apart', async () => {
    const kept = checksumOf((await readArchive(archive)).sums);
    const restore = rotten('restic/data/');
    const { code, said } = await recover(undefined, kept);
    restore();
    expect(said).toContain('the archive does not match the input `checksum`');
    expect(code).toBe(1);
  });

  it('files that rotted before they were archived are named, and all else comes back', async () => {
    const restore = rotten('restic/data/');
    const { code, said } = await recover();
    restore();
    expect(said).toMatch(
      /the recovery failed: restic cannot restore \S+\/attachments \(repository far\): it exited with code 1 /,
    );
    expect(said).toMatch(/L2 files of the PVC attachments: /);
    expect(said).toContain(
      'Deployment/attachments is not started: the files of its PVC attachments are not restored',
    );
    expect(code).toBe(1);
    const ready = ['-o', 'jsonpath={.status.readyReplicas}'];
    expect(await kubectl(['-n', place, 'get', 'deployment/attachments', ...ready])).toBe('');
    expect(await kubectl(['-n', place, 'get', 'deployment/records', ...ready])).toBe('2');
  });

  it('they come back in the next run, also when that was killed in the middle of them', async () => {
    const killed = await recover(/attachments: restoring \w{8} from far into \/pvc/);
    expect(killed.said).not.toContain('is restored; check the result');
    const workers = ['-n', place, 'get', 'pods', '-l', 'slipway.dev/recovery', '-o', 'name'];
    expect(await kubectl(workers)).toContain('pod/slipway-restore-attachments');
    // It runs out by itself, half a minute after the kill.
    await kubectl(['-n', place, 'delete', 'lease', 'slipway-shop.restore']);
    const { code, said } = await recover();
    console.log(said);
    expect(said).toContain(`${place} is restored; check the result`);
    expect(code).toBe(0);
    expect(said).toMatch(
      /L3 files of attachments in \S+: 55 files of 3.0 MB, each with its original SHA-256, owner and mode/,
    );
    expect(await attachments.served(place)).toBe(attachments.greeting);
    expect(await attachments.sums(place)).toBe(sums);
    expect(await kubectl(workers)).toBe('');
  });

  it('the application serves its old records again, from the archive and the key alone', async () => {
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

  it('it can be run once more, and writes over no file that is back', async () => {
    const write = ['exec', 'deployment/attachments', '--', 'sh', '-c', 'printf new > /files/greeting'];
    await kubectl(['-n', place, ...write]);
    const { code, said } = await recover();
    expect(await attachments.served(place)).toBe('new');
    expect(said).toContain(`${place} is restored; check the result`);
    expect(code).toBe(0);
  });
});
