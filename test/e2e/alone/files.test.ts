import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { credentialsOf } from '../../../lab/credentials.ts';
import { POSTGRES_ID } from '../../../lab/database-image.ts';
import { labOf } from '../../../lab/lab.ts';
import { bucketFolders, REGION, storeHost, storeUrl } from '../../../lab/s3.ts';
import type { Pod } from '../../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { parseReference } from '../../../src/image/reference.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { applyExport } from '../../../src/recovery/cluster-objects/applying.ts';
import { drift } from '../../../src/recovery/cluster-objects/drift.ts';
import {
  exportNamespace,
  formatExport,
  parseExport,
} from '../../../src/recovery/cluster-objects/exporting.ts';
import { movedTo } from '../../../src/recovery/cluster-objects/portable.ts';
import { type Exec, podExec } from '../../../src/recovery/exec.ts';
import { backUpFiles, type FilesTask, listFiles } from '../../../src/recovery/files/backing-up.ts';
import { compareFiles } from '../../../src/recovery/files/listing.ts';
import { proveFiles } from '../../../src/recovery/files/proving.ts';
import { restoreFiles } from '../../../src/recovery/files/restoring.ts';
import { checkImages, restoreImages, runningImages, saveImages } from '../../../src/recovery/images.ts';
import { blobPath, readKept } from '../../../src/recovery/images-folder.ts';
import { openBucket, type Bucket as Store } from '../../../src/recovery/object-stores/bucket.ts';
import { mirrorBucket, restoreBucket, totalsOfBucket } from '../../../src/recovery/object-stores/mirror.ts';
import { open, parseIdentities, seal } from '../../../src/recovery/sealing.ts';
import { openSecrets, sealSecrets } from '../../../src/recovery/secrets.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { around, made } from '../../recovery/cluster-objects/made.ts';
import { eventually, kubectl } from '../harness.ts';

/** What a backup holds besides databases, with the real restic, age, API server and registry. */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const image = process.env.SLIPWAY_DATABASE_IMAGE ?? '';
const namespace = `e2e-files-${randomBytes(2).toString('hex')}`;
const group = `${namespace}.example`;
const signal = new AbortController().signal;

let cluster: Cluster;
let bucket: Bucket;
let exec: Exec;
let task: FilesTask;
let folder: string;
const list = (items: object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

beforeAll(async () => {
  if (image === '')
    throw new Error(`this lab has no database image: scripts/lab up --recovery --name ${lab.name}`);
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(credentialsOf(lab).ca, 'utf8')]);
  cluster = await connect();
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  bucket = await createBucket(lab, 'near', namespace);
  await kubectl(['create', 'namespace', namespace]);
  await kubectl(['-n', namespace, 'apply', '-f', '-'], list(worker()));
  await kubectl(['-n', namespace, 'wait', '--for=condition=Ready', 'pod/worker', '--timeout=90s']);
  exec = podExec({ namespace, pod: 'worker' }, {});
  task = {
    exec,
    repository: {
      name: 'near',
      address: `s3:https://${storeHost('near')}/${bucket.name}/restic`,
      environment: {
        RESTIC_PASSWORD: "it's a $(passphrase)",
        RESTIC_CACHE_DIR: '/tmp/cache',
        AWS_ACCESS_KEY_ID: bucket.access,
        AWS_SECRET_ACCESS_KEY: bucket.secret,
        AWS_DEFAULT_REGION: REGION,
      },
      authority: '/etc/s3/ca.crt',
    },
    source: { name: `${namespace}/attachments`, folder: '/data' },
    tags: ['run=1'],
    create: true,
    signal,
    report: line => console.log(line),
  };
});
afterAll(async () => {
  await kubectl([
    'delete',
    'namespace',
    namespace,
    `${namespace}-shop`,
    `${namespace}-copy`,
    '--ignore-not-found',
  ]);
  await kubectl([
    'delete',
    `clusterrole/${namespace}-shop`,
    `clusterrolebinding/${namespace}-shop`,
    '--ignore-not-found',
  ]);
  await kubectl(['delete', `crd/baskets.${group}`, '--ignore-not-found']);
  for (const each of bucketFolders(lab, 'far', namespace)) rmSync(each, { recursive: true });
  for (const name of [namespace, `${namespace}-app`, `${namespace}-back`])
    for (const each of bucketFolders(lab, 'near', name)) rmSync(each, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await cluster.close();
});

/** A pod with files on a volume, restic and age, and the certificate of the object store. */
function worker(): object[] {
  const authority = readFileSync(credentialsOf(lab).ca, 'utf8');
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'authority' }, data: { 'ca.crt': authority } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'worker' },
      spec: {
        terminationGracePeriodSeconds: 0,
        securityContext: { runAsUser: POSTGRES_ID, runAsGroup: POSTGRES_ID, fsGroup: POSTGRES_ID },
        containers: [
          {
            name: 'main',
            image,
            command: ['sleep', 'infinity'],
            volumeMounts: [
              { name: 'data', mountPath: '/data' },
              { name: 'restored', mountPath: '/restored' },
              { name: 'authority', mountPath: '/etc/s3' },
            ],
          },
        ],
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'restored', emptyDir: {} },
          { name: 'authority', configMap: { name: 'authority' } },
        ],
      },
    },
  ];
}

/** @returns what it said. */
async function sh(script: string, input?: string): Promise<string> {
  const { code, stdout, stderr } = await exec(['sh', '-ec', script], input === undefined ? {} : { input });
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr}`);
  return stdout;
}

const prove = () =>
  proveFiles({
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
    await sh(`cd /data; mkdir -p sub
      for i in $(seq 300); do echo "file $i" > sub/$i; done
      head -c 20000000 /dev/urandom > big
      printf 1 > "line
break"; printf 2 > "$(printf 'no\\377utf8')"; printf 3 > ' -rf $(id) '; ln -s nowhere link`);
    backup = await backUpFiles(task);
  });

  it('are backed up with whatever names, and only what is new the next time', async () => {
    expect(backup.listing.files.length).toBe(305);
    expect(backup.listing.unsettled).toEqual([]);
    await sh('echo more > /data/sub/more');
    const next = await backUpFiles({ ...task, create: false });
    expect(next.listing.files.length).toBe(306);
    expect(next.added).toBeLessThan(backup.added / 100);
    expect(await states()).toEqual(['L0 passed', 'L1 passed']);
  });

  it('come back as they were, and each that does not is named', async () => {
    const restore = { ...task, snapshot: backup.snapshot.id, into: '/restored', expected: backup.listing };
    const { differences } = await restoreFiles({ ...restore, replace: false });
    expect(differences).toEqual([]);
    await sh('cd /restored; rm sub/7; printf 9 > "line\nbreak"; touch new');
    const found = await listFiles(exec, '/restored', signal);
    expect(compareFiles(backup.listing, found).map(({ kind, path }) => [kind, path])).toEqual([
      ['changed', 'line\nbreak'],
      ['unexpected', 'new'],
      ['missing', 'sub/7'],
    ]);
    await expect(restoreFiles({ ...restore, replace: false })).rejects.toThrow('/restored is not empty');
    expect((await restoreFiles({ ...restore, replace: true })).differences).toEqual([]);
  });

  it('are backed up after a run that was killed in the middle, whose lock stops nobody', async () => {
    await sh('head -c 300000000 /dev/urandom > /data/huge');
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
    expect(String(await killed)).toMatch(/restic cannot back up .*ended with/);
    await sh('rm /data/huge');
    const { listing } = await backUpFiles({ ...task, create: false });
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
    const [fresh, whole] = await proveFiles({
      ...{ ...task, repository, sources: [task.source], age: 3_600_000, now: Date.now },
      subset: { part: 1, of: 1 },
    });
    expect([fresh?.state, whole?.state]).toEqual(['passed', 'passed']);
    const restore = { ...task, repository, snapshot: snapshot.id, into: '/restored', expected: listing };
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
    const address = `${storeUrl('near')}/${name}`;
    return openBucket({ address, region: REGION, accessKey: access, secretKey: secret });
  };
  const put = (bucket: Store, key: string, text: string) =>
    bucket.put(key, {
      bytes: Buffer.byteLength(text),
      sha256: sha256Of(text),
      headers: { 'content-type': 'text/x-test', 'x-amz-meta-by': 'test' },
      body: Readable.from([Buffer.from(text)]),
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
    expect(said.at(-1)).toContain(`${keys.length} objects, 1 to be copied`);
    await mirror();
    expect(said.at(-1)).toContain(`${keys.length} objects, 0 to be copied`);

    const again = await restoreBucket(copy, back, () => undefined);
    expect(await totalsOfBucket(back)).toEqual(again);
    expect((await back.open('a'))?.headers).toMatchObject({
      'content-type': 'text/x-test',
      'x-amz-meta-by': 'test',
    });
    await expect(restoreBucket(copy, back, () => undefined)).rejects.toThrow('is not empty');
  });
});

describe('secrets', () => {
  it('are opened by the program age, and what it encrypts is opened here', async () => {
    await kubectl([
      '-n',
      namespace,
      'create',
      'secret',
      'generic',
      'login',
      '--from-literal=password=hunter2hunter2',
    ]);
    const key = await sh('age-keygen 2> /dev/null');
    const [identity = ''] = parseIdentities(key);
    const recipient = /public key: (\S+)/.exec(key)?.[1] ?? '';
    const sealed = await sealSecrets(cluster, namespace, ['login'], [recipient]);
    expect(sealed.names).toEqual([`${namespace}/login`]);
    expect(Buffer.from(sealed.file).toString('latin1')).not.toContain(
      Buffer.from('hunter2').toString('base64'),
    );
    const script =
      'cd /tmp; IFS= read -r key; printf "%s\\n" "$key" > key; base64 -d > sealed; age --decrypt -i key sealed';
    const opened = await sh(script, `${identity}\n${Buffer.from(sealed.file).toString('base64')}\n`);
    expect(parseExport(opened).objects).toEqual(await openSecrets(sealed.file, [identity]));
    expect(parseExport(opened).objects).toMatchObject([
      {
        kind: 'Secret',
        metadata: { name: 'login' },
        data: { password: Buffer.from('hunter2hunter2').toString('base64') },
      },
    ]);
    const theirs = await sh(`printf 'from age' | age --encrypt -r ${recipient} | base64`);
    expect(Buffer.from(await open(Buffer.from(theirs, 'base64'), [identity])).toString()).toBe('from age');
    await expect(
      open(await seal('x', [recipient]), parseIdentities(await sh('age-keygen 2> /dev/null'))),
    ).rejects.toThrow('the key does not open the encrypted file');
    await expect(sealSecrets(cluster, namespace, ['login', 'none'], [recipient])).rejects.toThrow('none');
  });
});

describe('the objects of a namespace', () => {
  const [shop, copy] = [`${namespace}-shop`, `${namespace}-copy`];

  it('are exported, deleted, and made again in another namespace without a difference', async () => {
    await kubectl(['create', 'namespace', shop]);
    await kubectl(['apply', '-f', '-'], list(around(shop, group)));
    await kubectl(['wait', '--for=condition=Established', `crd/baskets.${group}`]);
    await eventually(async () =>
      kubectl(['apply', '-f', '-'], list(made(shop, image, group))).catch(() => false),
    );
    await kubectl(['-n', shop, 'wait', '--for=condition=Complete', 'job/done', '--timeout=60s']);
    const before = await exportNamespace(cluster, shop);
    expect(before.unread).toEqual([]);
    expect(drift(before, await exportNamespace(cluster, shop))).toEqual([]);
    await kubectl([
      '-n',
      shop,
      'patch',
      'service',
      'shop',
      '--type=json',
      '-p',
      '[{"op":"replace","path":"/spec/ports/0/targetPort","value":9090}]',
    ]);
    expect(drift(before, await exportNamespace(cluster, shop)).map(({ sentence }) => sentence)).toEqual([
      `Service ${shop}/shop has spec.ports[http].targetPort = 9090, and had 8080`,
    ]);
    const file = formatExport(before);
    expect(file).not.toContain(Buffer.from('hunter2hunter2').toString('base64'));
    await kubectl(['delete', 'namespace', shop, '--wait']);
    await kubectl([
      'delete',
      `crd/baskets.${group}`,
      `clusterrole/${namespace}-shop`,
      `clusterrolebinding/${namespace}-shop`,
    ]);

    const objects = movedTo(parseExport(file).objects, shop, copy);
    const apply = {
      cluster,
      objects,
      overwrite: false,
      asleep: false,
      report: (line: string) => console.log(line),
    };
    const applied = await applyExport(apply);
    expect(applied.overwritten).toEqual([]);
    expect(drift({ objects }, await exportNamespace(cluster, copy)).map(({ sentence }) => sentence)).toEqual(
      [],
    );
    await expect(applyExport(apply)).rejects.toThrow(/objects of the export are there already: /);
    expect((await applyExport({ ...apply, overwrite: true })).made).toEqual([]);
  });
});

describe('images', () => {
  it('that run are kept by digest with what is attached, and put into another repository', async () => {
    const registry = new RegistryClient();
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace));
    const { images, unknown } = runningImages(items);
    expect([images.length, unknown]).toEqual([1, []]);
    const kept = join(folder, 'images');
    const report = (line: string) => console.log(line);
    await saveImages({ registry, folder: kept, report }, images);
    expect(await checkImages(kept, images)).toEqual([]);
    const first = `${process.env.SLIPWAY_REGISTRY}/${namespace}/first`;
    const [there = ''] = await restoreImages({ registry, folder: kept, report }, () => first);
    const { digest } = parseReference(there);
    expect(digest).toBe(parseReference(images[0] ?? '').digest);

    const artifact = { artifactType: 'application/vnd.test', content: Buffer.from('proof'), annotations: {} };
    const attached = await registry.attach(first, digest!, artifact);
    const again = { registry, folder: join(folder, 'again'), report };
    await saveImages(again, [there]);
    expect((await readKept(again.folder)).map(each => each.digest).sort()).toEqual(
      [digest!, attached].sort(),
    );
    const second = `${process.env.SLIPWAY_REGISTRY}/${namespace}/second`;
    await restoreImages(again, () => second);
    expect((await registry.referrers(second, digest!)).map(each => each.digest)).toEqual([attached]);

    const tree = await registry.tree(second, digest!);
    const [layer] = tree?.images[0]?.layers ?? [];
    writeFileSync(blobPath(again.folder, layer!.digest), 'something else');
    expect(await checkImages(again.folder, [there])).toEqual([`${layer!.digest} is damaged`]);
    await expect(restoreImages(again, () => second)).rejects.toThrow('are not whole');
  });
});
