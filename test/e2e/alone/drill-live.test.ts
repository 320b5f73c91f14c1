import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import { fixLeftovers } from '../../../src/recovery/drill/leftovers.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { drillSummary } from '../../../src/report/drill.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { type Drilling, drillOn, folder, script } from '../../database/drilling.ts';
import { allowLag } from '../../database/drills.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { eventually, labDir } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** Drills that really remove the primary, and their reports. */

const off = { run: script('power.ts', 'off-behind'), fix: script('power.ts', 'on') };

let cluster: Cluster;
let database: Database;
let records: Records;
beforeAll(async () => {
  [cluster, database] = await Promise.all([connect(), createDatabase('drill-live', 'sync')]);
  await allowLag(database);
  records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
});
afterAll(async () => {
  await cluster?.close();
  await database?.remove();
});

async function drill(breaks: Drilling['breaks'], more: Partial<Drilling> = {}): Promise<DrillReport> {
  const place = { namespace: database.namespace, records, breaks, ...more };
  const report = await drillOn(cluster, place, line => console.log(`${breaks}: ${line}`));
  console.log(drillSummary(report), report.notes?.join('\n'));
  return report;
}

/** Returns the pods that a drill created, and its note and holder on the Lease. */
async function leftovers(): Promise<string[]> {
  const pods = await database.kubectl(['get', 'pods', '-l', 'slipway.dev/kind=drill-client', '-o', 'name']);
  const note = await database.kubectl([
    ...['get', 'lease', 'slipway.drill', '-o'],
    'jsonpath={.metadata.annotations.slipway\\.dev/drill-broken}{.spec.holderIdentity}',
  ]);
  return [...pods.split('\n'), note].filter(text => text !== '');
}

describe('a service that is not steady', () => {
  it('is not broken, because it cannot write although it answers', async () => {
    await database.sql('revoke insert on records from shop', undefined, 'shop');
    onTestFinished(
      async () => void (await database.sql('grant insert on records to shop', undefined, 'shop')),
    );
    const primary = await database.primary();
    const uid = () => database.kubectl(['get', 'pod', primary, '-o', 'jsonpath={.metadata.uid}']);
    const before = await uid();
    const report = await drill('pod');
    expect(report).toMatchObject({
      verdict: 'skipped',
      reasons: [expect.stringMatching(/\/records returned 503$/)],
      left: [],
    });
    expect(report.injectedAt).toBeUndefined();
    expect(await uid()).toBe(before);
    expect(await leftovers()).toEqual([]);
  });
});

describe('the pod of the primary', () => {
  it('is deleted, and no acknowledged write is lost', async () => {
    const report = await drill('pod', { switchover: true });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L5', left: [] });
    expect(report.loss?.demanded).toBeGreaterThan(50);
    expect(report.loss?.lost).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });
});

describe('the machine of the primary', () => {
  it('loses its power, and a synchronous standby has every write, although it lagged', async () => {
    const report = await drill('node', { commands: { node: off }, switchover: true });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L5', left: [] });
    expect(report.outage).toMatchObject({ kind: 'over' });
    expect(report.loss?.lost).toEqual([]);
    expect(report.breakdown?.parts.map(({ name }) => name)).toContain('detect');
    expect(await leftovers()).toEqual([]);
  });

  it('loses its power, and the writes that an asynchronous standby lacks are reported as a breach', async () => {
    await database.synchronous('async');
    const report = await drill('node', { commands: { node: off } });
    expect(report.verdict).toBe('breach');
    expect(report.reasons[0]).toContain('acknowledged markers');
    expect(report.loss?.lost.length).toBeGreaterThan(0);
    expect(report.loss?.findings.filter(each => each.wrong)).toEqual([]);
    expect(report.levelChecks.find(({ what }) => what === 'lost member')).toMatchObject({ state: 'passed' });
    expect(await leftovers()).toEqual([]);
  });
});

describe('a drill that is killed before its end', () => {
  it('leaves a note of what it broke, with which the next drill fixes it', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'drill-killed-'));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    const file = join(scratch, 'broken');
    const say = (code: string) => [process.execPath, '-e', code] as const;
    // Only this file is broken, so no standby takes over and the drill waits until it is killed.
    const hook = {
      run: say(`fs.writeFileSync('${file}', process.env.SLIPWAY_DRILL_ZONE)`),
      fix: say(`fs.rmSync('${file}')`),
    };
    const place: Drilling = {
      namespace: database.namespace,
      records,
      breaks: 'zone',
      commands: { zone: hook },
    };
    const child = spawn(process.execPath, [join(folder, 'drill-once.ts'), JSON.stringify(place)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const killed = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)));
    await eventually(async () => existsSync(file), 60_000);
    expect(readFileSync(file, 'utf8')).toMatch(/^[abc]$/);
    child.kill('SIGKILL');
    expect(await killed).toBe('SIGKILL');
    expect((await leftovers()).length).toBeGreaterThan(1);
    const options = {
      ...{ runId: 'next', holder: 'the next one', folder: labDir, env: process.env },
      report: (line: string) => console.log(line),
    };
    const fixing = () =>
      fixLeftovers(cluster, { namespace: database.namespace, commands: { zone: hook } }, options);
    // No other run can know that it is dead before its Lease expires.
    await expect(fixing()).rejects.toThrow('another drill is running');
    expect(existsSync(file)).toBe(true);
    const fixed = await eventually(() => fixing().catch(() => undefined), 60_000);
    expect(fixed).toMatchObject({ breaks: 'zone', victim: { pod: await database.primary() } });
    expect(existsSync(file)).toBe(false);
    await eventually(async () => (await leftovers()).length === 0);
    expect(await fixing()).toBeUndefined();
  });
});
