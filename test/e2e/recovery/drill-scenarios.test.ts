import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { script } from '../../database/drilling.ts';
import { createOfflineKey, drillsConfig, drillsOf, far, keepTokens, tokens } from '../../database/drills.ts';
import { expectLossOfLog } from '../../database/losses.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { auditMark, eventually, kubectl, writesSince } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery', 'netpol');

/** Drills of what is no failure of a machine: rows that are deleted, backups that rot, a repository and a region that are gone. */

let database: Database;
let consumer: Consumer;
let production: Production;
let records: Records;
let kubeconfig: string;
beforeAll(async () => {
  [database, production] = await Promise.all([createDatabase('scenarios', 'sync'), startProduction()]);
  records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
  consumer = await createConsumer(database);
  kubeconfig = await withProduction(production, join(consumer.dir, 'kubeconfig'));
  await keepTokens(database);
  const recipient = await createOfflineKey(join(consumer.dir, 'offline.key'));
  await needSettings();
  await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
  const drills = {
    ...(await drillsConfig(database, records, production)),
    'off-site': { addresses: [far] },
    encrypted: [tokens],
    cutover: { run: script('cutover.ts', 'there'), fix: script('cutover.ts', 'back') },
  };
  await consumer.configure(config => {
    Object.assign(config.environments.production.recovery, { drills, recipients: [recipient] });
  });
  const backup = await consumer.slipway(['backup', '--environment', 'production']);
  expect(backup.outputs.reason, backup.stderr).toBe('');
}, 180_000);
afterAll(async () => {
  await production?.stop();
  await consumer?.remove();
  await database?.remove();
});

/** A ConfigMap without which no pod of the application starts. */
async function needSettings(): Promise<void> {
  await database.kubectl(['create', 'configmap', 'settings', '--from-literal=mode=on']);
  const env = [{ name: 'MODE', valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } } }];
  const spec = { template: { spec: { containers: [{ name: 'records', env }] } } };
  await database.kubectl(['patch', 'deployment', 'records', '-p', JSON.stringify({ spec })]);
  await database.kubectl(['rollout', 'status', 'deployment/records', '--timeout=90s']);
}

/** What the backup has: no recovery may need those that stand. */
const loseObjects = () =>
  database.kubectl(['delete', 'configmap/settings', 'secret/keys', '--ignore-not-found']);

/** How often each is drilled, to measure it; the figures go to a file. */
const times = Number(process.env.SLIPWAY_DRILLS ?? 1);

const offline = () => ['--drill-key-file', join(consumer.dir, 'offline.key')];
/** Of the last report. */
let folder = '';

async function drill(scenario: string, more: string[] = []): Promise<DrillReport> {
  const args = ['drill', '--environment', 'production', '--scenario', scenario, ...more];
  const run = await consumer.slipway(args, { KUBECONFIG: kubeconfig });
  expect(run.stderr).not.toContain('the drill is refused');
  folder = run.outputs['report-folder'] ?? '';
  const report: DrillReport = JSON.parse(await readFile(join(folder, 'dr-report.json'), 'utf8'));
  const page = await readFile(join(folder, 'report.html'), 'utf8');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  const { 'rto-seconds': rto, 'rpo-seconds': rpo, verdict, proved, reason } = run.outputs;
  const figures = { scenario, at: report.startedAt, rto, rpo, verdict, proved, reason };
  if (process.env.SLIPWAY_FIGURES !== undefined)
    appendFileSync(process.env.SLIPWAY_FIGURES, `${JSON.stringify(figures)}\n`);
  console.log(
    JSON.stringify(figures),
    report.levelChecks,
    report.notes,
    report.phaseTimes,
    run.stderr.slice(-1500),
  );
  return report;
}

/** The drill clears its namespace away, and the next one takes a new one. */
async function cleared(): Promise<void> {
  const get = ['get', 'namespace', drillsOf(database), '--ignore-not-found', '-o', 'name'];
  await eventually(async () => (await kubectl(get)) === '');
}

async function lastGreen(scenario: string): Promise<string> {
  return database.kubectl(['get', 'lease', `slipway-shop.drill-${scenario}.last`, '-o', 'name']);
}

describe('a drill with logins by which backups could be deleted', () => {
  /** As the consumer has declared it, but for this. */
  async function refusal(scratch: object): Promise<string> {
    await consumer.configure(config => {
      Object.assign(config.environments.production.recovery.drills.scratch, scratch);
    });
    const mark = await auditMark();
    const args = ['drill', '--environment', 'production', '--scenario', 'rot'];
    const run = await consumer.slipway(args, { KUBECONFIG: kubeconfig });
    expect(run.outputs.verdict).toBe('refused');
    expect(await writesSince(mark, 'lab-admin', database.namespace)).toEqual([]);
    return run.outputs.reason ?? '';
  }
  afterAll(() =>
    consumer.configure(config => {
      Object.assign(config.environments.production.recovery.drills.scratch, {
        ...{ credentials: 'read-write', 'read-only-secrets': {} },
      });
    }),
  );

  it('is refused before anything is written: that of pgBackRest, and that of the step', async () => {
    expect(await refusal({ credentials: 'read-only' })).toContain(
      'with Secret/pgbackrest, the read-write credentials of backups',
    );
    expect(await refusal({ 'read-only-secrets': { pgbackrest: 'pgbackrest-reader' } })).toContain(
      'could delete from the repository',
    );
  });
});

it('a drill of a region without the key for drills is not begun, for nothing of what is lost may be read', async () => {
  const mark = await auditMark();
  const args = ['drill', '--environment', 'production', '--scenario', 'region'];
  const run = await consumer.slipway(args, { KUBECONFIG: kubeconfig });
  expect(run.outputs).toMatchObject({
    verdict: 'refused',
    reason: expect.stringContaining('the key for drills is missing'),
  });
  expect(await writesSince(mark, 'lab-admin', database.namespace)).toEqual([]);
});

describe.each(Array.from({ length: times }, (_, index) => index + 1))('a drill, time %i,', () => {
  it('of rows that are deleted by mistake brings those back, and nothing that came later', async () => {
    const report = await drill('corruption', offline());
    await cleared();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L3', reasons: [], left: [] });
    expect(report.loss).toMatchObject({ lost: [], point: { kind: 'none' } });
    expect(report.loss?.demanded).toBeGreaterThan(50);
    expect(report.loss?.findings.filter(({ wrong }) => wrong)).toEqual([]);
    expect(report.outage).toMatchObject({ kind: 'over' });
    expect(report.levelChecks.find(({ what }) => what === 'deleted rows')?.sentence).toMatch(
      /all \d+ are back, and none of \d+ markers that came later/,
    );
    expect(await lastGreen('corruption')).not.toBe('');
  });

  it('of a repository that rots tells each damage of a copy, and nothing of the whole one', async () => {
    const report = await drill('rot');
    await cleared();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L1', reasons: [], left: [] });
    expect(report.outage).toBeUndefined();
    const said = report.levelChecks.map(({ what, state }) => `${what.split(' of ')[0]}: ${state}`);
    const flipped = expect.stringMatching(/^damage: one bit flipped in byte \d+: passed$/);
    expect(said).toEqual(expect.arrayContaining(['intact copy: passed', flipped]));
    expect(said.filter(each => each.startsWith('damage'))).toHaveLength(3);
    expect(await lastGreen('rot')).not.toBe('');
    // What was damaged was no more than the copy.
    await database.pgbackrest(['--repo=1', 'verify']);
  });

  it('of the off-site repository, which cannot be reached for a while, loses nothing that was written', async () => {
    const report = await drill('off-site-down');
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L1', reasons: [], left: [] });
    expect(report.outage).toBeUndefined();
    expect(report.mustNotice).toMatchObject({ noticed: true });
    expect(await database.kubectl(['get', 'networkpolicies', '-o', 'name'])).toBe('');
    expect(report.notes?.join()).toMatch(/segments? waited for archiving/);
    expect(await lastGreen('off-site-down')).not.toBe('');
  });

  it('of a region recovers from the off-site repository alone, cuts over, and back', async () => {
    await loseObjects();
    const report = await drill('region', offline());
    await cleared();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L5', reasons: [], left: [] });
    expect(report.backup?.repository).toBe('far');
    await expectLossOfLog(database, report, folder, 'far');
    expect(report.levelChecks.find(({ what }) => what === 'Secrets of the set')).toMatchObject({
      state: 'passed',
    });
    expect(report.levelChecks.find(({ what }) => what.startsWith('objects of'))?.sentence).toContain(
      'all unchanged',
    );
    expect(report.outage).toMatchObject({ kind: 'over' });
    expect(report.breakdown?.parts.map(({ name }) => name)).toContain('cutover');
    const to = ['get', 'httproute', 'records', '-o', 'jsonpath={.spec.rules[0].backendRefs[0].namespace}'];
    expect(await database.kubectl(to)).toBe(database.namespace);
    expect(await lastGreen('region')).not.toBe('');
  });

  it('of the Secrets brings all back by an offline key, and reads what was encrypted', async () => {
    await loseObjects();
    const report = await drill('secrets', offline());
    await cleared();
    expect(report).toMatchObject({ verdict: 'pass', reached: 'L4', reasons: [], left: [] });
    expect(report.levelChecks.find(({ what }) => what === 'encrypted values of tokens.value')).toMatchObject({
      state: 'passed',
      sentence: '50 values decrypted with Secret/keys, fernet',
    });
    expect(await lastGreen('secrets')).not.toBe('');
  });
});
