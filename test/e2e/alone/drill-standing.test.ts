import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { Hooks } from '../../../src/recovery/drill/breaking.ts';
import { steadyClock } from '../../../src/recovery/drill/clock.ts';
import { profileOf } from '../../../src/recovery/drill/profile.ts';
import { drillStanding } from '../../../src/recovery/drill/standing.ts';
import { standingSystem } from '../../../src/recovery/drill/standing-system.ts';
import { type DrillReport, reportOf } from '../../../src/recovery/drill-report.ts';
import { type ScenarioId, scenarioOf } from '../../../src/recovery/scenario.ts';
import { drillSummary } from '../../../src/report/drill.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { SCOPE } from '../../database/settings.ts';
import { gateway, root } from '../harness.ts';

/** Drills that really take the primary away, and what they say of it. */

const folder = join(root, 'test/database');
const script = (name: string, ...args: string[]) => [process.execPath, join(folder, name), ...args] as const;
const on = script('power.ts', 'on');
const off = { run: script('power.ts', 'off-behind'), undo: on };

let cluster: Cluster;
let database: Database;
let records: Records;
beforeAll(async () => {
  [cluster, database] = await Promise.all([connect(), createDatabase('drill-standing', 'sync')]);
  await allowLag();
  records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
});
afterAll(async () => {
  await cluster?.close();
  await database?.remove();
});

/**
 * A switch of the segment moves the log by up to 16 MiB, and this database has one every five seconds: to Patroni a standby that lacks it
 * is further behind than the megabyte that may be lost by default, and then nobody takes over at all.
 */
async function allowLag(): Promise<void> {
  const settings = JSON.stringify({ maximum_lag_on_failover: 64 << 20 });
  const patroni = 'http://localhost:8008/config';
  await database.exec(await database.primary(), ['curl', '-fsS', '-X', 'PATCH', '-d', settings, patroni]);
}

/** A lost write is never allowed. */
const target = { rto: 15 * 60_000, rpo: 0 };

async function drill(
  id: ScenarioId & ('pod' | 'node' | 'zone'),
  hooks: Hooks = {},
  declared: { switchover?: true } = {},
): Promise<DrillReport> {
  const profile = profileOf('lab', target.rpo);
  const run = { id: `e2e-${randomUUID().slice(0, 8)}`, actor: 'test' };
  const now = steadyClock();
  const report = (line: string) => console.log(`${id}: ${line}`);
  const system = standingSystem(
    cluster,
    {
      namespace: database.namespace,
      selector: `app=${SCOPE}`,
      role: 'role',
      local: { database: 'postgres', host: '/run/postgresql' },
      service: { database: 'shop', host: SCOPE },
      client: { user: 'shop', password: { secret: 'passwords', key: 'shop' } },
      application: {
        base: new URL(gateway),
        host: records.host,
        ready: '/ready',
        old: `/records/${records.old}`,
        write: {
          path: '/records',
          body: '{"name": "drill", "note": "{token}"}',
          id: 'id',
          read: '/records/{id}',
        },
      },
      breaks: id,
      hooks,
      ...(declared.switchover && { switchover: script('switchover.ts') }),
    },
    {
      ...{ runId: run.id, holder: `the test ${run.id}`, profile, lives: 600, folder, env: process.env },
      ...{ now, append: () => undefined, report },
    },
  );
  const facts = await drillStanding(
    {
      ...{ app: 'records', environment: 'lab', target, assumedDetection: 0, tools: {}, run, profile },
      ...{ scenario: scenarioOf(id), seed: run.id, deadline: 120_000, returns: 120_000 },
      signal: new AbortController().signal,
    },
    system,
  );
  const result = reportOf(facts);
  console.log(drillSummary(result), result.notes?.join('\n'));
  return result;
}

/** What a drill made for itself, and the power of every zone. */
async function leftovers(): Promise<string[]> {
  const pods = await database.kubectl(['get', 'pods', '-l', 'slipway.dev/kind=drill-client', '-o', 'name']);
  const note = await database.kubectl([
    ...['get', 'lease', 'slipway.drill', '-o'],
    'jsonpath={.metadata.annotations.slipway\\.dev/drill-broken}{.spec.holderIdentity}',
  ]);
  return [...pods.split('\n'), note].filter(text => text !== '');
}

describe('a service that is not steady', () => {
  it('is not broken, although it answers: it cannot write', async () => {
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
      reasons: [expect.stringContaining('permission denied')],
      left: [],
    });
    expect(report.injectedAt).toBeUndefined();
    expect(await uid()).toBe(before);
    expect(await leftovers()).toEqual([]);
  });
});

describe('the pod of the primary', () => {
  it('is deleted, and nothing is lost that was acknowledged', async () => {
    const report = await drill('pod', {}, { switchover: true });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L5', left: [] });
    expect(report.loss?.demanded).toBeGreaterThan(50);
    expect(report.loss?.lost).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });
});

describe('the machine of the primary', () => {
  it('loses its power, and a synchronous standby has every write, though it was behind', async () => {
    const report = await drill('node', { node: off }, { switchover: true });
    expect(report).toMatchObject({ verdict: 'pass', reasons: [], reached: 'L5', left: [] });
    expect(report.outage).toMatchObject({ kind: 'over' });
    expect(report.loss?.lost).toEqual([]);
    expect(report.breakdown?.parts.map(({ name }) => name)).toContain('detect');
    expect(await leftovers()).toEqual([]);
  });

  it('loses its power, and what an asynchronous standby does not have yet is reported as a breach', async () => {
    await database.synchronous('async');
    const report = await drill('node', { node: off });
    expect(report.verdict).toBe('breach');
    expect(report.reasons[0]).toContain('acknowledged markers');
    expect(report.loss?.lost.length).toBeGreaterThan(0);
    expect(report.loss?.findings.filter(each => each.wrong)).toEqual([]);
    expect(report.rungs.find(({ what }) => what === 'lost member')).toMatchObject({ state: 'passed' });
    expect(await leftovers()).toEqual([]);
  });
});
