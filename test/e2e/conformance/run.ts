import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startLoad } from '../../../scripts/load.ts';
import type { ConformanceReport } from '../../../src/assess/conformance/report-schema.ts';
import { connect } from '../../../src/cluster/port.ts';
import { drillTooOld } from '../../../src/recovery/last-success.ts';
import { instantQuery } from '../../prometheus.ts';
import { eventually, gateway, kubectl } from '../harness.ts';
import type { StepName } from './evidence-plan.ts';
import type { Place } from './place.ts';
import { buildVersion, expectGood, job, production, releaseVersion } from './releases.ts';
import { evenOut } from './spread.ts';
import { shownAt, startWatching } from './watching.ts';

/** The steps of a run on the lab, in the order of `stepNames`. Each leaves its record, and can be run alone when one before has run. */

/** Scenarios, in an order in which each finds what it needs; those of the database last, because they move its primary. */
export const scenarios = {
  ofApplication: ['container-kill', 'pod-loss', 'zone-drain', 'autoscaling', 'bad-release'],
  ofDatabase: ['pod', 'node', 'zone'],
  ofBackups: ['restore', 'region', 'total'],
} as const;

export const allScenarios = Object.values(scenarios).flat();

const numbers = '{.spec.minReplicas} {.status.currentReplicas} {.status.desiredReplicas}';
const floor = ['get', 'hpa', 'shop', '-o', `jsonpath=${numbers}`];
const floorReached = '6 6 6';

/** Waits until nothing of the drill before is left: it may have stopped the WAL archive for a while, and made the autoscaler add pods. */
async function untilQuiet({ kubectl: own }: Place): Promise<void> {
  const firing = `ALERTS{alertstate="firing",severity="critical",alertname!="${drillTooOld}"}`;
  const cluster = await connect();
  try {
    await eventually(async () => (await instantQuery(cluster, firing)).length === 0, 600_000);
    await eventually(async () => (await own([...floor])) === floorReached, 600_000);
  } finally {
    await cluster.close();
  }
}

/** Runs a drill, and waits until its namespace is gone. */
export async function drill(place: Place, scenario: string) {
  await untilQuiet(place);
  const key = ['--drill-key-file', join(place.dir, 'offline.key')];
  const needs = scenario === 'total' ? ['--archive', join(place.dir, 'disk'), ...key] : key;
  if (scenario === 'total') expectGood(await place.slipway(['archive', 'disk', ...production]));
  const isOfBackups = scenarios.ofBackups.some(each => each === scenario);
  const more = isOfBackups ? needs : [];
  const run = await place.slipway(['drill', ...production, '--scenario', scenario, ...more]);
  const left = ['get', 'namespace', `${place.namespace}-drill`, '--ignore-not-found', '-o', 'name'];
  await eventually(async () => (await kubectl(left)) === '', 120_000);
  return run;
}

/** Restores the newest backup into a namespace of its own. @returns the address of the copy. */
export async function restored(place: Place, suffix: string, more: readonly string[] = []): Promise<string> {
  const into = `${place.namespace}-${suffix}`;
  // One of an earlier run would be taken for a restore that goes on.
  await kubectl(['delete', 'namespace', into, '--ignore-not-found']);
  await kubectl(['create', 'namespace', into]);
  const run = await place.slipway(['restore', ...production, '--into', into, ...more]);
  expectGood(run);
  const [address = ''] = JSON.parse(run.outputs.addresses ?? '[]') as string[];
  return address;
}

const suspicious = 'SlipwaySensitiveDataRead';

/** Reads sensitive data, and asks what the alert about it leads to, with the body that a relay of Alertmanager would pass on. */
async function decideOnAlert(place: Place): Promise<void> {
  await place.slipway(['alerts', 'security-events', ...production]);
  const labels = { alertname: suspicious, app: 'shop', environment: 'production' };
  const body = { version: '4', alerts: [{ status: 'firing', labels }] };
  await writeFile(join(place.dir, 'alert.json'), JSON.stringify(body));
  const args = ['--payload', 'alert.json', '--dry-run', 'true'];
  const run = await place.slipway(['alerts', 'rollback', ...production, ...args]);
  expect(run.outputs.state, run.stderr).toBe('would-roll-back');
}

/** How long Prometheus must have watched: 20 steps of five minutes, as `cost` reads them. */
const costHistory = 105 * 60_000;

/** Returns for how long Prometheus has watched the application; ms. */
async function watchedFor({ namespace }: Place): Promise<number> {
  const cluster = await connect();
  const age = `time() - min(min_over_time(timestamp(up{namespace="${namespace}"})[3h:1m]))`;
  try {
    return Number((await instantQuery(cluster, age))[0]?.value[1] ?? 0) * 1000;
  } finally {
    await cluster.close();
  }
}

const hasHistory = async (place: Place) => (await watchedFor(place)) > costHistory;
const longEnough = (place: Place) => eventually(() => hasHistory(place), costHistory);

/** A time in which the autoscaler needs more than its floor: two steps of five minutes, so that one is wholly within. */
async function busyTime({ namespace }: Place): Promise<void> {
  const options = { url: gateway, host: `${namespace}.example`, path: '/api/report', rate: 12 };
  await startLoad({ ...options, timeoutMs: 20_000, maxRequests: 12 * 11 * 60 }).done;
}

export const steps: Readonly<Record<StepName, (place: Place) => Promise<unknown>>> = {
  policy: async place => expectGood(await place.slipway(['plan'], job)),
  test: async place => expectGood(await place.slipway(['test'], job)),
  build: place => buildVersion(place, `0-${Date.now()}`),
  // `buildVersion` scans what it has built.
  scan: async () => undefined,
  stale: async place => {
    const { outputs } = expectGood(await place.slipway(['status', ...production]));
    expectGood(await place.slipway(['stale', '--deployed', outputs.images ?? '']));
  },
  release: async place => {
    await releaseVersion(place, '1', 'rolling');
    place.watching ??= await startWatching(place);
    await releaseVersion(place, '2', 'blue-green');
    await releaseVersion(place, '3', 'canary');
  },
  plan: async place => expectGood(await place.slipway(['plan', ...production], job)),
  assess: async place => expectGood(await place.slipway(['assess', ...production])),
  verify: async place => expectGood(await place.slipway(['verify', ...production])),
  monitor: async place => expectGood(await place.slipway(['monitor', ...production, '--watch', '1m'])),
  'alerts test': async place => {
    for (const [severity, url] of Object.entries(shownAt))
      expectGood(
        await place.slipway(['alerts', 'test', ...production, '--severity', severity, '--receiver-url', url]),
      );
  },
  'alerts security-events': async place =>
    expectGood(await place.slipway(['alerts', 'security-events', ...production])),
  'alerts rollback': decideOnAlert,
  logs: async place => {
    const more = ['--retention', 'retention.json', '--post-paths', '/api/login', '--since', '5m'];
    expectGood(await place.slipway(['logs', 'all', ...production, ...more]));
  },
  replication: async place =>
    expectGood(await place.slipway(['replication', ...production, '--tables', 'records,accounts'])),
  backup: async place => {
    for (const type of ['full', 'incremental'])
      expectGood(await place.slipway(['backup', ...production, '--type', type]));
  },
  drill: async place => {
    const failures: string[] = [];
    for (const scenario of allScenarios) {
      const { verdict, reason } = (await drill(place, scenario)).outputs;
      if (verdict !== 'pass') failures.push(`${scenario}: ${verdict}: ${reason}`);
    }
    expect(failures).toEqual([]);
  },
  restore: place => restored(place, 'masked', ['--masking', 'masking.yml']),
  keys: async place => {
    const copy = await restored(place, 'copy');
    expectGood(await place.slipway(['keys', 'check', ...production, '--copy', copy]));
  },
  audit: async place => {
    for (const operation of ['export', 'verify'])
      expectGood(await place.slipway(['audit', operation, ...production, '--records', 'reports']));
  },
  cost: async place => {
    if (!(await hasHistory(place))) await busyTime(place);
    await longEnough(place);
    for (const name of ['shop', 'records']) await evenOut(place, name);
    expectGood(await place.slipway(['cost', ...production]));
  },
  report: async place => void (await report(place)),
};

/** Makes the report, with the records of all steps until now. */
export async function report(place: Place): Promise<ConformanceReport> {
  await mkdir(place.records, { recursive: true });
  const args = ['report', ...production, '--reports', place.records, '--output', 'requirements'];
  expectGood(await place.slipway(args));
  return JSON.parse(
    await readFile(join(place.dir, 'requirements/requirements.json'), 'utf8'),
  ) as ConformanceReport;
}
