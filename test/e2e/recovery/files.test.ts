import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { credentialsOf } from '../../../lab/credentials.ts';
import { bucketFolders, REGION, storeHost, storeUrl } from '../../../lab/s3.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { type FilesBackupTask, listFiles } from '../../../src/recovery/files/backing-up.ts';
import { mounts } from '../../../src/recovery/files/backup-pod.ts';
import { checkFiles } from '../../../src/recovery/files/checking.ts';
import { compareFiles } from '../../../src/recovery/files/listing.ts';
import { restoreFiles } from '../../../src/recovery/files/restoring.ts';
import { openBucket, type Bucket as Store } from '../../../src/recovery/object-stores/bucket.ts';
import { mirrorBucket, restoreBucket, totalsOfBucket } from '../../../src/recovery/object-stores/mirror.ts';
import { backUpFiles } from '../../recovery/files/one-repository.ts';
import { eventually } from '../harness.ts';
import { needs } from '../needs.ts';
import { lab, type RunningBackupPod, startBackupPod } from './backup-pod.ts';

needs('recovery');

/** Files on a volume and objects of a bucket, with the real restic and stores. */

const signal = new AbortController().signal;

let backupPod: RunningBackupPod;
let bucket: Bucket;
let task: FilesBackupTask;
let folder: string;
let exec: RunningBackupPod['exec'];
let sh: RunningBackupPod['sh'];
let namespace: string;

beforeAll(async () => {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(credentialsOf(lab).ca, 'utf8')]);
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  backupPod = await startBackupPod('files');
  ({ exec, sh, namespace } = backupPod);
  bucket = await createBucket(lab, 'near', namespace);
  task = {
    exec,
    repository: {
      name: 'near',
      address: `s3:https://${storeHost('near')}/${bucket.name}/restic`,
      environment: {
        RESTIC_PASSWORD: "it's a $(passphrase)",
        RESTIC_CACHE_DIR: mounts.cache,
        AWS_ACCESS_KEY_ID: bucket.access,
        AWS_SECRET_ACCESS_KEY: bucket.secret,
        AWS_DEFAULT_REGION: REGION,
      },
      ca: mounts.ca,
    },
    source: { name: `${namespace}/attachments`, folder: mounts.pvc },
    tags: ['run=1'],
    signal,
    report: line => console.log(line),
  };
});
afterAll(async () => {
  await backupPod?.remove();
  for (const store of ['near', 'far'] as const)
    for (const name of [namespace, `${namespace}-app`, `${namespace}-back`])
      for (const each of bucketFolders(lab, store, name)) rmSync(each, { recursive: true });
  await rm(folder, { recursive: true, force: true });
});

const prove = () =>
  checkFiles({
    ...task,
    sources: [task.source],
    age: 3_600_000,
    subset: { part: 1, of: 1 },
    now: Date.now,
  });
const states = async () => (await prove()).map(({ level, state }) => `${level} ${state}`);

/** The largest pack of the repository, below the store. */
function pack(): string {
  const folders = bucketFolders(lab, 'near', bucket.name).map(each => join(each, 'restic/data'));
  const files = folders.flatMap(each =>
    readdirSync(each, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name)),
  );
  const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  return largest ?? '';
}

describe('files on a volume', () => {
  let backup: Awaited<ReturnType<typeof backUpFiles>>;
  beforeAll(async () => {
    await sh(`cd /pvc; mkdir -p sub /tmp/restored
      for i in $(seq 300); do echo "file $i" > sub/$i; done
      head -c 20000000 /dev/urandom > big
      printf 1 > "line
break"; printf 2 > "$(printf 'no\\377utf8')"; printf 3 > ' -rf $(id) '; ln -s nowhere link`);
    backup = await backUpFiles(task);
  });

  it('are backed up with whatever names, and only what is new the next time', async () => {
    expect(backup.listing.files.length).toBe(305);
    expect(backup.listing.unsettled).toEqual([]);
    await sh('echo more > /pvc/sub/more');
    const next = await backUpFiles(task);
    expect(next.listing.files.length).toBe(306);
    expect(next.added).toBeLessThan(backup.added / 100);
    expect(await states()).toEqual(['L0 passed', 'L1 passed']);
  });

  it('come back as they were, and each that does not is named', async () => {
    const restore = {
      ...task,
      snapshot: backup.snapshot.id,
      into: '/tmp/restored',
      expected: backup.listing,
      owners: true,
    };
    const { differences } = await restoreFiles({ ...restore, replace: false });
    expect(differences).toEqual([]);
    await sh('cd /tmp/restored; rm sub/7; printf 9 > "line\nbreak"; touch new');
    const found = await listFiles(exec, '/tmp/restored', signal);
    expect(compareFiles(backup.listing, found).map(({ kind, path }) => [kind, path])).toEqual([
      ['changed', 'line\nbreak'],
      ['unexpected', 'new'],
      ['missing', 'sub/7'],
    ]);
    await expect(restoreFiles({ ...restore, replace: false })).rejects.toThrow('/tmp/restored is not empty');
    expect((await restoreFiles({ ...restore, replace: true })).differences).toEqual([]);
  });

  it('are backed up after a run that was killed in the middle, whose lock stops nobody', async () => {
    await sh('head -c 300000000 /dev/urandom > /pvc/huge');
    const killed = backUpFiles(task).catch(error => error);
    // It has a lock when it sends what it has read.
    const kill = `for p in /proc/[0-9]*; do
      [ "$(cat $p/comm 2> /dev/null)" = restic ] && tr '\\0' ' ' < $p/cmdline | grep -q 'restic.* backup' && kill -9 \${p#/proc/} && echo killed
    done; true`;
    // The store keeps no empty folder.
    const locks = () =>
      bucketFolders(lab, 'near', bucket.name)
        .map(each => join(each, 'restic/locks'))
        .filter(existsSync)
        .flatMap(each => readdirSync(each)).length;
    await eventually(async () => locks() > 0);
    expect(await sh(kill)).toContain('killed');
    expect(String(await killed)).toMatch(/restic cannot back up .*(exited with code|was killed)/);
    await sh('rm /pvc/huge');
    const { listing } = await backUpFiles(task);
    expect(listing.files.length).toBe(306);
    expect(await states()).toEqual(['L0 passed', 'L1 passed']);
    expect(locks()).toBe(0);
  });

  it('are kept where nothing can be deleted too, without locks that nobody could take away', async () => {
    const far = await createBucket(lab, 'far', namespace);
    const { environment } = task.repository;
    const repository = {
      ...task.repository,
      name: 'far',
      address: `s3:https://${storeHost('far')}/${far.name}/restic`,
      environment: { ...environment, AWS_ACCESS_KEY_ID: far.access, AWS_SECRET_ACCESS_KEY: far.secret },
      locked: true,
    };
    const { snapshot, listing } = await backUpFiles({ ...task, repository });
    const [fresh, whole] = await checkFiles({
      ...{ ...task, repository, sources: [task.source], age: 3_600_000, now: Date.now },
      subset: { part: 1, of: 1 },
    });
    expect([fresh?.state, whole?.state]).toEqual(['passed', 'passed']);
    const restore = {
      ...task,
      repository,
      snapshot: snapshot.id,
      into: '/tmp/restored',
      expected: listing,
      owners: true,
    };
    expect((await restoreFiles({ ...restore, replace: true })).differences).toEqual([]);
  });

  it('of which a byte was flipped or a pack deleted below the store are proved to be broken', async () => {
    const file = pack();
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const [, flipped] = await prove();
    expect(flipped).toMatchObject({ level: 'L1', state: 'failed' });
    rmSync(file);
    const [, gone] = await prove();
    expect(gone).toMatchObject({ level: 'L1', state: 'failed', sentence: expect.stringContaining('pack') });
  });
});

describe('a bucket of the application', () => {
  const keys = [
    'a',
    'b/c',
    'with space+plus%&ünï☃',
    "quote'(*)!",
    'line\nbreak',
    'a &amp; <b> &#34;',
    'empty',
  ];
  const appOf = async (name: string) => {
    const { access, secret } = await createBucket(lab, 'near', name);
    const url = `${storeUrl('near')}/${name}`;
    return openBucket({ url, region: REGION, accessKey: access, secretKey: secret });
  };
  const put = (bucket: Store, key: string, text: string) =>
    bucket.put(key, {
      bytes: Buffer.byteLength(text),
      sha256: sha256Of(text),
      headers: { 'content-type': 'text/x-test', 'x-amz-meta-by': 'test' },
      body: () => Readable.from([Buffer.from(text)]),
    });

  it('is copied into a folder by what changed, and put into an empty one again', async () => {
    const [app, back] = [await appOf(`${namespace}-app`), await appOf(`${namespace}-back`)];
    const copy = join(folder, 'bucket');
    const said: string[] = [];
    const mirror = () => mirrorBucket(app, copy, line => said.push(line));
    for (const key of keys) await put(app, key, key === 'empty' ? '' : `content of ${key}`);
    const { objects, totals } = await mirror();
    expect(objects.map(({ key }) => key).sort()).toEqual(keys.toSorted());
    expect(await totalsOfBucket(app)).toEqual(totals);
    await put(app, 'empty', 'no more');
    await mirror();
    expect(said.at(-1)).toContain(`copying 1 of ${keys.length} objects`);
    await mirror();
    expect(said.at(-1)).toContain(`copying 0 of ${keys.length} objects`);

    const again = await restoreBucket(copy, back, () => undefined);
    expect(await totalsOfBucket(back)).toEqual(again);
    expect((await back.open('a'))?.headers).toMatchObject({
      'content-type': 'text/x-test',
      'x-amz-meta-by': 'test',
    });
    await expect(restoreBucket(copy, back, () => undefined)).rejects.toThrow('is not empty');
  });
});
