import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, call, createBucket } from '../../../lab/bucket.ts';
import { POSTGRES_ID } from '../../../lab/database-image.ts';
import { NODES } from '../../../lab/lab.ts';
import { REGION, storeUrl } from '../../../lab/s3.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { type Bucket as OpenBucket, openBucket } from '../../../src/recovery/object-stores/bucket.ts';
import { totalsOfBucket } from '../../../src/recovery/object-stores/mirror.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { drillsOf, served, stores } from '../../database/drills.ts';
import { disks } from '../../database/objects.ts';
import { labUid, type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, kubectl } from '../harness.ts';
import { needs } from '../needs.ts';
import { image, lab, list } from './backup-pod.ts';

needs('recovery', 'netpol');

/** Everything that an environment consists of, in one backup set and back in another namespace, by the command line alone. */

const node = NODES[0]!;
const passphrase = "it's a $(passphrase) of the test";
const names = ['plain', 'line\nbreak', ' -rf $(id) ', '*?[x]', 'quote\'"', 'ünï☃'];
const keys = ['a', 'b/c', 'with space+plus%&ünï☃', 'line\nbreak', 'empty'];

let database: Database;
let consumer: Consumer;
let app: Bucket;
let back: Bucket;
let spare: Bucket;
let records: Records;
let production: Production;
let kubeconfig: string;
let copy = '';
let disk = '';
let identity = '';
let own: (args: string[], input?: string) => Promise<string>;
let at: (namespace: string, script: string, input?: string) => Promise<string>;

beforeAll(async () => {
  setDefaultCACertificates([
    ...getCACertificates('default'),
    readFileSync(process.env.SLIPWAY_CA ?? '', 'utf8'),
  ]);
  database = await createDatabase('whole');
  const { namespace } = database;
  copy = `${namespace}-copy`;
  own = database.kubectl;
  at = (of, script, input) =>
    kubectl(
      ['-n', of, 'exec', ...(input === undefined ? [] : ['-i']), 'deployment/app', '--', 'sh', '-ec', script],
      input,
    );
  await loadShop(database, 500);
  [records, production] = await Promise.all([deployRecords(database, []), startProduction()]);
  disk = join(lab.dir, 'volumes', node.name, `${namespace}-app`);
  // One for the original, for each copy one.
  const folders = ['one', 'two', 'three', 'four'].map(each => join(disk, each));
  for (const each of folders) {
    mkdirSync(each, { recursive: true, mode: 0o700 });
    chownSync(each, POSTGRES_ID, POSTGRES_ID);
  }
  for (const [index, folder] of folders.entries())
    await kubectl(['apply', '-f', '-'], list(diskOf(`${namespace}-app`, index, folder)));
  await own(['apply', '-f', '-'], list(application(`${namespace}-app`)));
  await own(['rollout', 'status', 'deployment/app', '--timeout=60s']);
  await at(
    namespace,
    `cd /files; mkdir -p sub; for i in $(seq 200); do echo "file $i" > sub/$i; done; head -c 5000000 /dev/urandom > big
     printf 2 > "$(printf 'no\\377utf8')"; ln -s nowhere link; while IFS= read -r name; do printf %s "$name" > "$(printf %b "$name")"; done`,
    names.map(name => `${name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`).join(''),
  );
  app = await createBucket(lab, 'near', `${namespace}-app`);
  back = await createBucket(lab, 'near', `${namespace}-back`);
  spare = await createBucket(lab, 'near', `${namespace}-spare`);
  for (const key of keys) await put(await opened(app), key, key === 'empty' ? '' : `content of ${key}`);
  consumer = await createConsumer(database);
  kubeconfig = await withProduction(production, join(consumer.dir, 'kubeconfig'));
  const uid = await labUid();
  identity = await generateX25519Identity();
  await writeFile(join(consumer.dir, 'offline.key'), `# created by a test\n${identity}\n`, { mode: 0o600 });
  await installRestic();
  const status = '{.items[0].status.containerStatuses[0].imageID}';
  const pinned = await own(['get', 'pods', '-l', 'app=app', '-o', `jsonpath=${status}`]);
  const recipient = await identityToRecipient(identity);
  await consumer.configure(config => {
    const { recovery } = config.environments.production;
    for (const name of ['near', 'far'] as const)
      recovery.repositories[name].restic = {
        url: `${storeUrl(name)}/${database.buckets[name].name}/restic`,
        'credentials-prefix': name.toUpperCase(),
      };
    recovery['backup-pod'] = { image: pinned, 'ca-configmap': 's3-authority' };
    // As if its provider had it: it is reached by its address and a password alone.
    recovery.managed = {
      ledger: {
        ...{ host: 'db', database: 'shop', user: 'shop', secret: 'passwords', key: 'shop' },
        ...{ sslmode: 'disable', to: ['near'] },
      },
    };
    recovery.recipients = [recipient];
    recovery.volumes = { attachments: { to: ['near', 'far'] } };
    recovery.objects = { kinds: ['apps/Deployment'] };
    recovery.buckets = {
      uploads: { url: `${storeUrl('near')}/${app.name}`, 'credentials-prefix': 'UPLOADS', to: ['near'] },
    };
    recovery.drills = drillsConfig(uid);
  });
});

afterAll(async () => {
  await kubectl(['delete', 'namespace', copy, '--ignore-not-found', '--wait=false']);
  await production?.stop();
  await consumer?.remove();
  await database?.remove();
  for (const index of [0, 1, 2, 3])
    await kubectl(['delete', `persistentvolume/${database.namespace}-app-${index}`, '--ignore-not-found']);
  await kubectl(['delete', `storageclass/${database.namespace}-app`, '--ignore-not-found']);
  rmSync(disk, { recursive: true, force: true });
});

function drillsConfig(uid: string): object {
  return {
    ...{
      pace: 'lab',
      clusters: [uid],
      'production-clusters': [production.uid],
      'production-context': 'production',
    },
    application: served(records).application,
    scratch: {
      ...{
        namespace: drillsOf(database),
        credentials: 'read-write',
        'allow-egress': stores,
        'must-reach': stores,
      },
      'must-not-reach': [`db.${database.namespace}.svc.cluster.local:5432`],
      configuration: ['Secret/passwords'],
      ...{ start: ['Deployment/records'], service: 'records' },
      buckets: { uploads: { url: `${storeUrl('near')}/${spare.name}`, 'credentials-prefix': 'SPARE' } },
    },
    deadline: '3m',
  };
}

/** One of the disks of a class that is there once. */
function diskOf(storageClass: string, index: number, folder: string): object[] {
  const [type, volume] = disks(storageClass, [node], () => folder);
  return [type!, { ...volume!, metadata: { name: `${storageClass}-${index}` } }];
}

function application(storageClassName: string): object[] {
  const metadata = (name: string) => ({ name });
  const pvc = (name: string) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadata(name),
    spec: { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage: '1Gi' } } },
  });
  const labels = { app: 'app' };
  return [
    pvc('attachments'),
    pvc('cache'),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: metadata('login'),
      stringData: { password: 'hunter2hunter2' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata('settings'),
      data: { MODE: 'on', VERSION: '1.10' },
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata('keys'), data: { API_KEY: 'abcdef123456' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata('app'),
      spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata('app'),
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 0,
            securityContext: { runAsUser: POSTGRES_ID, runAsGroup: POSTGRES_ID },
            containers: [
              {
                name: 'main',
                image,
                command: ['sleep', 'infinity'],
                volumeMounts: [{ name: 'files', mountPath: '/files' }],
              },
            ],
            volumes: [{ name: 'files', persistentVolumeClaim: { claimName: 'attachments' } }],
          },
        },
      },
    },
  ];
}

const opened = ({ name, access, secret }: Bucket): Promise<OpenBucket> =>
  openBucket({
    url: `${storeUrl('near')}/${name}`,
    region: REGION,
    accessKey: access,
    secretKey: secret,
  });

const put = (bucket: OpenBucket, key: string, text: string) =>
  bucket.put(key, {
    bytes: Buffer.byteLength(text),
    sha256: sha256Of(text),
    headers: { 'content-type': 'text/x-test' },
    body: () => Readable.from([Buffer.from(text)]),
  });

/** As a runner has it: on the path, where the buckets are copied to. */
async function installRestic(): Promise<void> {
  const bin = join(consumer.dir, 'bin');
  await mkdir(bin);
  const text = await at(database.namespace, 'base64 "$(command -v restic)"');
  await writeFile(join(bin, 'restic'), Buffer.from(text, 'base64'));
  await chmod(join(bin, 'restic'), 0o755);
}

const login = (bucket: Bucket) => ({
  ...{ UPLOADS_ACCESS_KEY_ID: bucket.access, UPLOADS_SECRET_ACCESS_KEY: bucket.secret },
  PATH: `${join(consumer.dir, 'bin')}:${process.env.PATH}`,
});

const passphrases = { NEAR_PASSPHRASE: passphrase, FAR_PASSPHRASE: passphrase };

const backup = () =>
  consumer.slipway(['backup', '--environment', 'production'], { ...login(app), ...passphrases });

/** Without the passphrases: the offline key opens them. */
const restore = (...more: string[]) =>
  consumer.slipway(
    ['restore', '--environment', 'production', '--into', copy, '--offline-key-file', 'offline.key', ...more],
    login(back),
  );

let set = '';

describe('a backup of everything', () => {
  it('does not count while nothing covers a PVC, and names it', async () => {
    const run = await backup();
    expect(run.outputs.reason).toBe(
      `nothing covers the volume ${database.namespace}/cache: declare how it is backed up, or that it is not needed`,
    );
    expect([run.code, run.outputs.set]).toEqual([1, '']);
    await consumer.configure(config => {
      config.environments.production.recovery.volumes.cache = { 'not-needed': 'it fills itself' };
    });
  });

  it('holds the database, files, a bucket, objects, secrets and images', async () => {
    const run = await backup();
    expect(run.outputs.reason).toBe('');
    set = run.outputs.set ?? '';
    expect(JSON.parse(run.outputs.files ?? '')).toEqual({
      [`${database.namespace}/attachments`]: 203 + names.length,
      'bucket/uploads': keys.length,
    });
    const pods = await own(['get', 'pods', '-l', 'slipway.dev/recovery', '-o', 'name']);
    expect(pods).toBe('');
  });

  it('says what has changed in the cluster since the one before', async () => {
    await own(['patch', 'configmap', 'settings', '--type=merge', '-p', '{"data":{"MODE":"off"}}']);
    const run = await backup();
    expect(run.outputs.reason).toBe('');
    expect(run.stderr).toContain(
      `changed since the previous set: ConfigMap ${database.namespace}/settings has data.MODE = "off", which was "on"`,
    );
  });
});

describe('a restore of everything', () => {
  it('takes no attachment that is not what the manifest says', async () => {
    const { near } = database.buckets;
    const caller = { lab, store: 'near', keys: near } as const;
    const path = `/${near.name}/slipway/shop/production/${set}/objects.json`;
    const content = await call(caller, 'GET', path);
    await kubectl(['create', 'namespace', copy]);
    await call(caller, 'PUT', path, {}, content.replace('"on"', '"no"'));
    const run = await restore('--include', 'objects', '--set', set);
    expect(run.outputs.reason).toMatch(/objects\.json of the backup set .* is not what the manifest says/);
    expect(await kubectl(['-n', copy, 'get', 'deployments', '-o', 'name'])).toBe('');
    await call(caller, 'PUT', path, {}, content);
  });

  it('brings all of it back into another namespace, as it was', async () => {
    const buckets = `uploads=${storeUrl('near')}/${back.name}`;
    const run = await restore('--include', 'all', '--set', set, '--target', 'counted', '--buckets', buckets);
    expect(run.outputs).toMatchObject({
      reason: '',
      proved: 'L3',
      addresses: JSON.stringify([`shop-copy.${copy}`, `ledger-managed.${copy}`]),
    });
    expect(`${run.stdout}${run.stderr}`).not.toContain(identity);

    const secret = await kubectl(['-n', copy, 'get', 'secret', 'login', '-o', 'jsonpath={.data.password}']);
    expect(Buffer.from(secret, 'base64').toString()).toBe('hunter2hunter2');
    const value = (name: string, key: string) =>
      kubectl(['-n', copy, 'get', 'configmap', name, '-o', `jsonpath={.data.${key}}`]);
    expect([await value('settings', 'MODE'), await value('keys', 'API_KEY')]).toEqual(['on', 'abcdef123456']);
    const replicas = ['get', 'deployment', 'app', '-o', 'jsonpath={.spec.replicas}'];
    expect(await kubectl(['-n', copy, ...replicas])).toBe('0');
    expect(await totalsOfBucket(await opened(back))).toEqual(await totalsOfBucket(await opened(app)));

    await kubectl(['-n', copy, 'scale', 'deployment/app', '--replicas=1']);
    await eventually(
      async () =>
        at(copy, 'true').then(
          () => true,
          () => false,
        ),
      60_000,
    );
    const sums = `cd /files; find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum; readlink link`;
    expect(await at(copy, sums)).toBe(await at(database.namespace, sums));
    const rows = 'select count(*), sum(account_id) from orders';
    const psql = ['exec', 'shop-copy', '--', 'psql', '-XAtq', '-h', '/slipway/run', '-d', 'shop', '-c', rows];
    const there = (await kubectl(['-n', copy, ...psql])).trim().replace('|', '\t');
    expect(there).toBe((await database.sql(rows, undefined, 'shop'))[0]);
  });
});

describe('a drill of everything, without markers', () => {
  async function drill(): Promise<DrillReport> {
    const args = [
      'drill',
      '--environment',
      'production',
      '--scenario',
      'restore',
      '--drill-key-file',
      'offline.key',
    ];
    const run = await consumer.slipway(args, {
      ...{ KUBECONFIG: kubeconfig, SPARE_ACCESS_KEY_ID: spare.access, SPARE_SECRET_ACCESS_KEY: spare.secret },
      PATH: `${join(consumer.dir, 'bin')}:${process.env.PATH}`,
    });
    expect(`${run.stdout}${run.stderr}`).not.toContain(identity);
    expect(run.stderr).not.toContain('the drill is refused');
    const report: DrillReport = JSON.parse(
      await readFile(join(run.outputs['report-folder'] ?? '', 'dr-report.json'), 'utf8'),
    );
    console.log(run.outputs, report.levelChecks, report.bound, report.breakdown, run.stderr.slice(-2000));
    const get = ['get', 'namespace', drillsOf(database), '--ignore-not-found', '-o', 'name'];
    await eventually(async () => (await kubectl(get)) === '', 60_000);
    return report;
  }
  const said = ({ levelChecks }: DrillReport, what: string) =>
    levelChecks.find(each => each.what.startsWith(what));

  it('brings files, objects of the bucket, Secrets and objects out of the set, and leaves nothing', async () => {
    // Whatever becomes of it in what stands.
    await own(['delete', 'configmap', 'settings']);
    await at(database.namespace, 'rm /files/sub/1');
    const report = await drill();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4', reasons: [], left: [] });
    expect(report.loss).toBeUndefined();
    expect(said(report, 'files of attachments')).toMatchObject({ level: 'L3', state: 'passed' });
    expect(said(report, 'managed database ledger')).toMatchObject({ level: 'L2', state: 'passed' });
    expect(said(report, 'content of ledger')).toMatchObject({ level: 'L3', state: 'passed' });
    expect(said(report, 'objects of the bucket uploads')?.sentence).toContain(`${keys.length} objects`);
    expect(said(report, 'Secrets of the set')).toMatchObject({ state: 'passed' });
    expect(said(report, `objects of ${database.namespace}`)).toMatchObject({ state: 'passed' });
    expect(await (await opened(spare)).list()).toEqual([]);
    // The lab closes a segment after 5 s, and the default lag of an archive is a minute.
    expect(report.bound?.atMost).toBeLessThanOrEqual(65_000);
    expect(report.did).toContain('restore-files');
  });

  it('finds a file, and rows outside of the cluster, that are not what the set says', async () => {
    const { near } = database.buckets;
    const caller = { lab, store: 'near', keys: near } as const;
    const path = (id: string) => `/${near.name}/slipway/shop/production/${id}/manifest.json`;
    await at(database.namespace, 'echo changed > /files/sub/2');
    await database.sql("update accounts set name = 'changed' where id = 7", undefined, 'shop');
    const run = await backup();
    expect(run.outputs.reason).toBe('');
    const manifestOf = async (id: string) => JSON.parse(await call(caller, 'GET', path(id)));
    const [before, now] = [await manifestOf(set), await manifestOf(run.outputs.set ?? '')];
    const files = (manifest: typeof now) =>
      manifest.volumes.find(({ pvc }: { pvc: string }) => pvc === 'attachments').files;
    files(now).backups = files(before).backups;
    now.managed[0].backups = before.managed[0].backups;
    await call(caller, 'PUT', path(run.outputs.set ?? ''), {}, JSON.stringify(now));
    const report = await drill();
    expect(report.verdict).toBe('fail');
    expect(said(report, 'files of attachments')).toMatchObject({
      ...{ level: 'L3', state: 'failed' },
      sentence: expect.stringMatching(/sub\/[12]/),
    });
    expect(said(report, 'content of ledger')).toMatchObject({
      ...{ level: 'L3', state: 'failed' },
      sentence: expect.stringContaining('accounts'),
    });
  });
});
