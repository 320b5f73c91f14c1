import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { drillsConfig, drillsOf } from '../../database/drills.ts';
import { expectLossOfLog } from '../../database/losses.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords } from '../../database/records.ts';
import { auditMark, eventually, kubectl, writesSince } from '../harness.ts';

/** Drills by the action: what refuses them before anything is written, and what they leave. */

/** Whoever the lab's kubeconfig is. */
const ADMIN = 'lab-admin';

let database: Database;
let consumer: Consumer;
let production: Production;
let kubeconfig: string;
beforeAll(async () => {
  [database, production] = await Promise.all([createDatabase('drill', 'sync'), startProduction()]);
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

const drill = (scenario: string) =>
  consumer.slipway(['drill', '--environment', 'production', '--scenario', scenario], {
    KUBECONFIG: kubeconfig,
  });

describe('a drill', () => {
  it.each([
    [
      'the namespace does not say that drills are allowed',
      () => undefined,
      'does not say that drills are allowed in it',
    ],
    ['its identity may do something in production', () => (production.allows = true), 'may delete pods'],
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
    await kubectl(['label', 'namespace', database.namespace, 'dr-drill/allowed=true']);
    const mark = await auditMark();
    const run = await drill('pod');
    // So does the log know him.
    expect((await writesSince(mark, ADMIN, database.namespace)).length).toBeGreaterThan(0);
    expect(run.outputs).toMatchObject({ verdict: 'pass', reason: '', rpo: '0' });
    // Back where it was only when that pod is the first to be there again: no switchover is declared.
    expect(run.outputs.proved).toMatch(/^L[45]$/);
    expect(Number(run.outputs.rto)).toBeGreaterThan(0);
    const folder = run.outputs.report ?? '';
    const report = JSON.parse(await readFile(join(folder, 'dr-report.json'), 'utf8'));
    expect(report).toMatchObject({ scenario: 'pod', verdict: 'pass', left: [] });
    expect(Object.keys(report.files)).toEqual(['markers.jsonl']);
    // With those that were refused, which show nothing.
    const page = await readFile(join(folder, 'report.html'), 'utf8');
    expect(page).toContain('1 green drill of 1');
    expect(page.match(/<td[^>]*>refused<\/td>/g)).toHaveLength(2);
    const pods = await database.kubectl(['get', 'pods', '-l', 'slipway.dev/kind=drill-client', '-o', 'name']);
    expect(pods).toBe('');
    await eventually(async () => (await database.whole()).length === 3);
  });

  it('of a restore brings the database and its application up in a closed namespace, and clears it away', async () => {
    const backup = await consumer.slipway(['backup', '--environment', 'production']);
    expect(backup.outputs.reason).toBe('');
    const old = (run: string, age: string) =>
      `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256)
       values ('${run}', 1, (extract(epoch from now() - interval '${age}') * 1000)::bigint, 'x', repeat('0', 64))`;
    await database.sql(`${old('long-ago', '8 days')}; ${old('lately', '6 days')}`, undefined, 'shop');
    const run = await drill('restore');
    expect(run.stderr).not.toContain('the drill is refused');
    expect(run.outputs).toMatchObject({ verdict: 'pass', proved: 'L4', reason: '' });
    const report = JSON.parse(await readFile(join(run.outputs.report ?? '', 'dr-report.json'), 'utf8'));
    expect(report.loss.demanded).toBeGreaterThan(20);
    expect(report.breakdown.parts.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['provision', 'restore', 'replay', 'start']),
    );
    console.log(JSON.stringify(report.breakdown), run.outputs.rto, run.outputs.rpo);
    await expectLossOfLog(database, report, run.outputs.report ?? '', 'near');
    const kept = `select run_id from slipway_dr.marker where run_id in ('long-ago', 'lately')`;
    expect(await database.sql(kept, undefined, 'shop')).toEqual(['lately']);
    await eventually(
      async () =>
        (await kubectl(['get', 'namespace', drillsOf(database), '--ignore-not-found', '-o', 'name'])) === '',
    );
  });
});
