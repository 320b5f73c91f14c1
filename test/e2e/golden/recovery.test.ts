import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { drillsConfig } from '../../database/drills.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords } from '../../database/records.ts';
import { loadShop } from '../../database/shop.ts';
import { auditMark, eventually, kubectl, writesSince } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** A database and its application: a backup, a restore into another namespace, and a drill that deletes a pod. */

/** The user of the lab's kubeconfig. */
const ADMIN = 'lab-admin';

let database: Database;
let consumer: Consumer;
let production: Production;
let kubeconfig: string;
beforeAll(async () => {
  [database, production] = await Promise.all([createDatabase('golden', 'sync'), startProduction()]);
  await loadShop(database, 500);
  const records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
  consumer = await createConsumer(database);
  kubeconfig = await withProduction(production, join(consumer.dir, 'kubeconfig'));
  const drills = await drillsConfig(database, records, production);
  await consumer.configure(config => {
    config.environments.production.recovery.drills = drills;
  });
});
afterAll(async () => {
  await production?.stop();
  await consumer?.remove();
  await database?.remove();
});

describe('a backup', () => {
  const copy = () => `${database.namespace}-copy`;
  beforeAll(async () => {
    await kubectl(['create', 'namespace', copy()]);
  });
  afterAll(async () => {
    await kubectl(['delete', 'namespace', copy(), '--wait=false']);
  });

  it('is in both repositories, and counted', async () => {
    const run = await consumer.slipway(['backup', '--environment', 'production']);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { reason: '' } });
    const { near, far } = JSON.parse(run.outputs.backups ?? '').shop;
    const labels = (await database.info()).backup.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining([near, far]));
    // The rows of the shop, and the one record of the application.
    expect(JSON.parse(run.outputs.rows ?? '')).toEqual({ shop: 2001 });
  });

  it('is restored into an empty namespace as counted, without later changes', async () => {
    await database.sql('delete from orders where account_id > 100', undefined, 'shop');
    const args = [
      '--environment',
      'production',
      '--into',
      copy(),
      '--target',
      'counted',
      '--repository',
      'far',
    ];
    const run = await consumer.slipway(['restore', ...args]);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { proved: 'L3', reason: '' } });
    const psql = ['psql', '-XAtq', '-h', '/slipway/run', '-d', 'shop', '-c', 'select count(*) from orders'];
    const rows = await kubectl(['-n', copy(), 'exec', 'shop-copy', '--', ...psql]);
    expect(Number(rows)).toBe(1500);
  });

  it('is not restored into the namespace of the original', async () => {
    const mark = await auditMark();
    const into = ['--into', database.namespace];
    const run = await consumer.slipway(['restore', '--environment', 'production', ...into]);
    expect(run.code).toBe(1);
    expect(run.outputs.reason).toContain('contains shop itself');
    expect(await writesSince(mark, ADMIN, database.namespace)).toEqual([]);
  });
});

const drill = (scenario: string) =>
  consumer.slipway(['drill', '--environment', 'production', '--scenario', scenario], {
    KUBECONFIG: kubeconfig,
  });

describe('a drill', () => {
  it.each([
    [
      'the namespace has no label that allows drills to break its workloads',
      () => undefined,
      'does not have the label slipway.dev/drill-live=true',
    ],
    ['its identity has permissions in production', () => (production.allows = true), 'may delete pods'],
  ])('is refused before anything is written when %s', async (_, change, reason) => {
    change();
    const mark = await auditMark();
    const run = await drill('pod');
    production.allows = false;
    expect(run.code).toBe(1);
    expect(run.outputs.verdict).toBe('refused');
    expect(run.outputs.reason).toContain(reason);
    expect(await writesSince(mark, ADMIN, database.namespace)).toEqual([]);
    expect(production.others).toEqual([]);
  });

  it('of a pod is passed, and leaves a report, its history and nothing else', async () => {
    await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
    const mark = await auditMark();
    const run = await drill('pod');
    // The audit log has writes of this user, so the checks above would have found them.
    expect((await writesSince(mark, ADMIN, database.namespace)).length).toBeGreaterThan(0);
    expect(run.outputs, run.stderr).toMatchObject({ verdict: 'pass', reason: '', 'rpo-seconds': '0.00' });
    // L5 only if the same pod becomes the primary again: no switchover is declared.
    expect(run.outputs.proved).toMatch(/^L[45]$/);
    expect(Number(run.outputs['rto-seconds'])).toBeGreaterThan(0);
    const folder = run.outputs['report-folder'] ?? '';
    const report = JSON.parse(await readFile(join(folder, 'dr-report.json'), 'utf8'));
    expect(report).toMatchObject({ scenario: 'pod', verdict: 'pass', left: [] });
    expect(Object.keys(report.files)).toEqual(['markers.jsonl']);
    // The refused ones are in it, too, and prove nothing.
    const page = await readFile(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('1 of 1 drill passed');
    expect(page.match(/<td[^>]*>refused<\/td>/g)).toHaveLength(2);
    const pods = await database.kubectl(['get', 'pods', '-l', 'slipway.dev/kind=drill-client', '-o', 'name']);
    expect(pods).toBe('');
    await eventually(async () => (await database.whole()).length === 3);
  });
});
