import { randomUUID } from 'node:crypto';
import { startExporter } from '../../../lab/exporters.ts';
import { kill } from '../../../lab/process.ts';
import { connect } from '../../../src/cluster/port.ts';
import { instantQuery } from '../../prometheus.ts';
import { eventually } from '../harness.ts';
import { ofBackups } from './backup-causes.ts';
import {
  applied,
  behaving,
  type Cause,
  configured,
  deleted,
  together,
  type Undo,
  unshipped,
} from './causes.ts';
import type { Place } from './place.ts';
import type { runningSeeds } from './running-seeds.ts';
import { sinkPaths } from './watching.ts';

/** How the shortfalls of what runs are caused on the lab. */

const withDefect =
  (...defects: Parameters<Place['differ']>[0]['defects'] & object) =>
  (place: Place) =>
    place.differ({ defects });

/** A policy in the cluster that lets nothing reach the database. */
const closedDatabase = applied({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'closed' },
  spec: { podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Ingress'], ingress: [] },
});

/** Waits until Prometheus has a value for the query. */
async function untilMeasured(query: string): Promise<void> {
  const cluster = await connect();
  try {
    await eventually(async () => (await instantQuery(cluster, query)).length > 0, 360_000);
  } finally {
    await cluster.close();
  }
}

/** `monitor` forgives an exporter four minutes. */
const untilDown = (job: string) =>
  untilMeasured(`max_over_time(up{job="slipway-shop-production-${job}"}[4m]) == 0`);

/** The live version fails three of ten requests, until that is what `monitor` compares. */
async function degrading(place: Place): Promise<Undo> {
  const undo = await place.differ({ defects: ['failing'] });
  const rate = (code: string) =>
    `sum(rate(http_requests_total{namespace="${place.namespace}",code=~"${code}"}[3m]))`;
  await untilMeasured(`${rate('5..')} / ${rate('.+')} > 0.2`);
  return undo;
}

/** A database of the lab that replicates the table logically, and in which one row is changed. */
async function otherCopy(place: Place): Promise<Undo> {
  const { database } = place;
  const url = process.env.SLIPWAY_POSTGRES ?? '';
  const primary = await database.primary();
  const address = await place.kubectl(['get', 'pod', primary, '-o', 'jsonpath={.status.podIP}']);
  const password = randomUUID();
  const source = (statement: string) => database.sql(statement, undefined, 'shop');
  const copy = (statement: string) => database.exec(primary, ['psql', '-XAt', '-d', url, '-c', statement]);
  await source(`create role copies superuser login password '${password}'`);
  await source('create publication copies for table records');
  await copy('create table records (id bigint primary key, name text, note text, created_at timestamptz)');
  const connection = `host=${address} dbname=shop user=copies password=${password}`;
  await copy(`create subscription copies connection '${connection}' publication copies`);
  const rows = await source('select count(*) from records');
  await eventually(async () => Number(await copy('select count(*) from records')) >= Number(rows), 60_000);
  await copy(`update records set name = 'other' where id = 1`);
  Object.assign(place.variables, { COPY_DATABASE_URL: url });
  const undo = await configured(
    '          archive-timeout: 5s',
    '          copies: [COPY_DATABASE_URL]\n          archive-timeout: 5s',
  )(place);
  return async () => {
    await undo();
    await copy('drop subscription copies');
    await copy('drop table records');
    await source('drop publication copies');
    await source('drop role copies');
  };
}

/** The nodes of the standbys take no pods, and their pods are deleted: with one standby left, the promise in slipway.yml is kept. */
async function lostStandbys({ database, kubectl: own }: Place): Promise<Undo> {
  const primary = await database.primary();
  const standbys = (await database.members()).filter(({ name }) => name !== primary);
  const nodes = await Promise.all(standbys.map(({ name }) => database.nodeOf(name)));
  await own(['cordon', ...nodes]);
  await own(['delete', 'pod', ...standbys.map(({ name }) => name)]);
  return async () => {
    await own(['uncordon', ...nodes]);
    await database.whole(180_000);
  };
}

async function failedArchive({ database }: Place): Promise<Undo> {
  const set = async (command: string) => {
    await database.sql(`alter system ${command}`);
    await database.sql('select pg_reload_conf()');
  };
  await set(`set archive_command = 'false'`);
  const failed = `select last_failed_time > coalesce(last_archived_time, '-infinity') from pg_stat_archiver`;
  await eventually(async () => (await database.sql(failed)).includes('t'), 60_000);
  return () => set('reset archive_command');
}

export const causes: Readonly<Record<keyof typeof runningSeeds, Cause>> = {
  'an image that was never released': configured(
    '\ntags:',
    '  extra: { repository: 127.0.0.1:5000/conformance/extra, context: shop }\n\ntags:',
  ),
  'a platform without an image': configured(
    /platforms: \[(linux\/\w+)\]/,
    'platforms: [linux/amd64, linux/arm64, linux/ppc64le]',
  ),
  'a Redis that is in no backup': configured(
    'sessions: { workload',
    'carts: { workload: StatefulSet/redis }, sessions: { workload',
  ),
  'a drill that is overdue': configured('restore: 7d', 'rot: 7d, restore: 7d'),
  'no cap of the month': configured('      monthly-cap: 400\n', ''),
  'no cap of a task': configured(
    'MAX_BUDGET_PER_TASK: "0.25"',
    'MAX_BUDGET_PER_TASK: "0"',
    'deploy/shop.yaml',
  ),
  'a price that is not known': configured('core-hour: 0.031, ', ''),
  'pools larger than the database': configured(
    'MAX_CONNECTIONS, value: "4"',
    'MAX_CONNECTIONS, value: "40"',
    'deploy/records.yaml',
  ),
  // More than the load ever needed.
  'a number of pods that follows no load': together(
    configured(/---\napiVersion: autoscaling\/v2\n(?:.*\n)*?(?=---\n)/, '', 'deploy/shop.yaml'),
    configured('replicas: 6', 'replicas: 40', 'deploy/shop.yaml'),
  ),
  'a histogram that nothing exports': configured(
    '        histogram: http_request_duration_seconds\n',
    '        histogram: other_duration_seconds\n',
  ),
  'a cost that nothing counts': configured('sum(app_cost_dollars_total)', 'sum(app_cost_euros_total)'),
  'behavior that no alert watches': configured('        behavior: api_requests_total\n', ''),
  'a level that is kept forever': configured(
    '"actions": [{ "delete": {} }]',
    '"actions": []',
    'retention.json',
  ),
  'no tags for the branch': configured('[{ type: sha }]', "[{ type: semver, pattern: '{{version}}' }]"),
  'an image above its budget': configured('compressed: 120MB', 'compressed: 1MB'),
  'an exporter that is down': async ({ lab }) => {
    await kill(lab, 'postgres-exporter');
    await untilDown('postgres');
    return () => startExporter(lab, 'postgres-exporter');
  },
  'a cache that nothing measures': async ({ lab }) => {
    await kill(lab, 'redis-exporter');
    await untilDown('redis');
    return () => startExporter(lab, 'redis-exporter');
  },
  'rules that are not loaded': async ({ watching }) => {
    const back = watching?.withoutRules();
    return async () => back?.();
  },
  'a receiver that refuses': () => behaving(sinkPaths.PAGER, { status: 500 }),
  'pods that are not scraped': async ({ kubectl: own }) => {
    const put = (value: string) =>
      own([
        'patch',
        'deployment',
        'shop',
        '-p',
        JSON.stringify({
          spec: { template: { metadata: { annotations: { 'prometheus.io/scrape': value } } } },
        }),
      ]);
    await put('false');
    await own(['rollout', 'status', 'deployment/shop', '--timeout=180s']);
    return () => put('true');
  },
  'a dashboard that is gone': deleted('configmap', 'slipway-shop-dashboard-service'),
  'plain lines': withDefect('plain-logs'),
  'secrets in lines': withDefect('secrets-in-logs'),
  'lines that are lost on their way': unshipped,
  'logins that nothing counts': withDefect('silent-logins'),
  'a release that degrades': degrading,
  'a database that refuses connections': closedDatabase,
  'standbys that stopped': lostStandbys,
  'an archive that fails': failedArchive,
  'a copy with another row': otherCopy,
  ...ofBackups,
};
