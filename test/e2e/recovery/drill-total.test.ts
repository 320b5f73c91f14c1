import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bucket, createBucket } from '../../../lab/bucket.ts';
import { bucketFolders, storeUrl } from '../../../lab/s3.ts';
import { type Attachments, deployAttachments } from '../../database/attachments.ts';
import { createDoomed, type Doomed } from '../../database/doomed.ts';
import { labUid, type Production, startProduction, withProduction } from '../../database/production.ts';
import { eventually, kubectl } from '../harness.ts';
import { needs } from '../needs.ts';
import { lab } from './backup-pod.ts';

needs('recovery', 'netpol');

/** A total loss, rehearsed: everything comes back from the archive into a namespace, a registry and a bucket of the drill. */

/** As networks see them: after the address of their Service is translated. */
const [near = '', far = ''] = ['NEAR', 'FAR'].map(
  each => new URL(process.env[`SLIPWAY_S3_${each}`] ?? '').host,
);

let folder: string;
let archive: string;
let doomed: Doomed;
let production: Production;
let attachments: Attachments;
let kubeconfig: string;
let bucket: Bucket;
let scratch: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drill-total-'));
  archive = join(folder, 'disk');
  [doomed, production] = await Promise.all([createDoomed('drill-total', folder), startProduction()]);
  const { namespace } = doomed.database;
  scratch = `${namespace}-drill`;
  bucket = await createBucket(lab, 'near', scratch);
  const address = `${storeUrl('near')}/${bucket.name}`;
  kubeconfig = await withProduction(production, join(folder, 'kubeconfig'));
  const uid = await labUid();
  await doomed.consumer.configure(config => {
    const { drills } = config.environments.production.recovery;
    Object.assign(drills, {
      ...{ pace: 'lab', deadline: '5m', 'rejoin-timeout': '2m' },
      ...{ clusters: [uid], 'production-clusters': [production.uid], 'production-context': 'production' },
      total: { registry: `${process.env.SLIPWAY_REGISTRY}/drill-total`, bucket: address, addresses: [near] },
    });
    Object.assign(drills.scratch, {
      ...{ namespace: scratch, credentials: 'read-write', 'allow-egress': [near, far], 'must-reach': [near] },
      'must-not-reach': [`db.${namespace}.svc.cluster.local:5432`],
    });
  });
  attachments = await deployAttachments(doomed, 2);
  await doomed.backUp(attachments.login);
  const made = await doomed.consumer.slipway(['archive', archive, '--environment', 'production']);
  expect(made.code).toBe(0);
});
afterAll(async () => {
  await production?.stop();
  await doomed?.remove().catch(() => undefined);
  await attachments?.remove();
  for (const each of bucket === undefined ? [] : bucketFolders(lab, 'near', bucket.name))
    await rm(each, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const drill = (scenario: string, ...more: string[]) =>
  doomed.consumer.slipway(['drill', '--environment', 'production', '--scenario', scenario, ...more], {
    KUBECONFIG: kubeconfig,
    DRILL_ACCESS_KEY_ID: bucket.access,
    DRILL_SECRET_ACCESS_KEY: bucket.secret,
  });
const given = () => ['--archive', archive, '--drill-key-file', doomed.key];
/** Where the store keeps it on this machine. */
const disk = () => bucketFolders(lab, 'near', bucket.name).find(each => existsSync(each)) ?? '';
const held = () =>
  readdirSync(disk(), { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => relative(disk(), join(each.parentPath, each.name)));

describe('a drill of a total loss', () => {
  it('wants the archive and its key', async () => {
    const run = await drill('total');
    expect(run.code).toBe(1);
    expect(run.outputs.reason).toContain('the offline archive and its key');
  });

  it('empties no bucket that does not say that it may', async () => {
    writeFileSync(join(disk(), 'theirs'), 'somebody’s');
    const run = await drill('total', ...given());
    expect(run.outputs.verdict).toBe('error');
    expect(run.outputs.reason).toContain('is not marked for drills');
    expect(held()).toEqual(['theirs']);
    rmSync(join(disk(), 'theirs'));
  });

  it('brings everything back from the archive alone, and clears it away', async () => {
    const run = await drill('total', ...given());
    expect(run.stderr).not.toContain('refused');
    expect(run.outputs).toMatchObject({ verdict: 'pass', proved: 'L4', reason: '' });
    const report = JSON.parse(
      await readFile(join(run.outputs['report-folder'] ?? '', 'dr-report.json'), 'utf8'),
    );
    expect(report).toMatchObject({ scenario: 'total', left: [] });
    const what = report.levelChecks.map((each: { what: string }) => each.what);
    expect(report.levelChecks).toContainEqual({
      ...{ level: 'L3', what: `files of attachments in ${scratch}`, state: 'passed' },
      sentence: '55 files of 3.0 MB, each with its original SHA-256, owner and mode',
    });
    expect(what).toEqual(expect.arrayContaining(['content of shop', 'known record', 'new record']));
    expect(report.breakdown.parts.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['provision', 'restore', 'replay', 'start']),
    );
    console.log(JSON.stringify(report.breakdown), run.outputs['rto-seconds'], run.outputs['rpo-seconds']);
    expect(held()).toEqual(['slipway.dev/drill-disposable']);
    await eventually(
      async () => (await kubectl(['get', 'namespace', scratch, '--ignore-not-found', '-o', 'name'])) === '',
    );
  });
});

describe('a backup of a system that is elsewhere', () => {
  it('is rehearsed where nothing of it is, by its set and the offline key', async () => {
    await kubectl(['delete', 'namespace', doomed.database.namespace]);
    await doomed.consumer.configure(config => {
      const { drills } = config.environments.production.recovery;
      delete drills.markers;
      // A name that leads nowhere is no proof that nothing is reached.
      drills.scratch['must-not-reach'] = ['kubernetes.default.svc.cluster.local:443'];
      drills.scratch.configuration = ['Secret/passwords'];
    });
    const run = await drill('restore', '--drill-key-file', doomed.key);
    expect(run.outputs).toMatchObject({ verdict: 'pass', proved: 'L4', reason: '' });
    const report = JSON.parse(
      await readFile(join(run.outputs['report-folder'] ?? '', 'dr-report.json'), 'utf8'),
    );
    expect(report.bound.because).toContain('is the newest segment in the archive');
    expect(report.bound.atMost).toBeGreaterThan(0);
    expect(report.loss).toBeUndefined();
    expect(report.levelChecks.map((each: { what: string }) => each.what)).toContain(
      `files of attachments in ${scratch}`,
    );
  });
});
