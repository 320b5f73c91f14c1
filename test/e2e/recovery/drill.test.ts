import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMarkers } from '../../../src/recovery/postgres/markers.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { drillsConfig, drillsOf } from '../../database/drills.ts';
import { expectLossOfLog } from '../../database/losses.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords } from '../../database/records.ts';
import { eventually, kubectl } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery', 'netpol');

/** The drill of a restore, by the action. Refusals, and the drill of a pod, are in golden/recovery.test.ts. */

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
  await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
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
  it('of a restore brings the database and its application up in a closed namespace, and clears it away', async () => {
    const backup = await consumer.slipway(['backup', '--environment', 'production']);
    expect(backup.outputs.reason).toBe('');
    const old = (run: string, age: string) =>
      `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256)
       values ('${run}', 1, (extract(epoch from now() - interval '${age}') * 1000)::bigint, 'x', repeat('0', 64))`;
    const markers = `set role shop; ${createMarkers}${old('long-ago', '8 days')}; ${old('lately', '6 days')}`;
    await database.sql(markers, undefined, 'shop');
    const run = await drill('restore');
    expect(run.stderr).not.toContain('the drill is refused');
    expect(run.outputs).toMatchObject({ verdict: 'pass', proved: 'L4', reason: '' });
    const report = JSON.parse(
      await readFile(join(run.outputs['report-folder'] ?? '', 'dr-report.json'), 'utf8'),
    );
    expect(report.loss.demanded).toBeGreaterThan(20);
    expect(report.breakdown.parts.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['provision', 'restore', 'replay', 'start']),
    );
    console.log(JSON.stringify(report.breakdown), run.outputs['rto-seconds'], run.outputs['rpo-seconds']);
    await expectLossOfLog(database, report, run.outputs['report-folder'] ?? '', 'near');
    const kept = `select run_id from slipway_dr.marker where run_id in ('long-ago', 'lately')`;
    expect(await database.sql(kept, undefined, 'shop')).toEqual(['lately']);
    await eventually(
      async () =>
        (await kubectl(['get', 'namespace', drillsOf(database), '--ignore-not-found', '-o', 'name'])) === '',
    );
  });
});
