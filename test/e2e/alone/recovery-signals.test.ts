import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { labOf } from '../../../lab/lab.ts';
import { reloadPrometheus } from '../../../lab/prometheus.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { type MonitoringSubject, monitoringSubject } from '../../../src/monitoring/subject.ts';
import { recordLast } from '../../../src/recovery/last-success.ts';
import { type LocalServer, type LocalServers, localServers } from '../../database/local-servers.ts';
import { instantQuery } from '../../prometheus.ts';
import { drawDashboards } from '../dashboard-pictures.ts';
import { dashboardQueries, emptyPanels } from '../dashboards.ts';
import { createShop, eventually, type Shop } from '../harness.ts';
import { needs } from '../needs.ts';
import { bundleOf, placeFor } from './bundle.ts';

/** A real primary with two standbys, seen by postgres_exporter: what the dashboard and the alerts about recovery say of them. */

needs('exporters', 'alerting');

const lab = labOf(process.env.SLIPWAY_LAB ?? '');

const recovery = `monitoring:
      objectives: { availability: 99.9% }
      sources: { postgres: monitoring/postgres-exporter:9187 }
      receivers: { critical: [{ webhook: PAGER }], warning: [{ webhook: PAGER }], info: [{ webhook: PAGER }] }
    recovery:
      repositories: { near: { survives: zone, pgbackrest: 1 } }
      drills: { due: { max-age: { restore: 30d } } }
      databases:
        shop:
          { workload: StatefulSet/db, stanza: shop, database: shop, to: [near], archive-timeout: 60s,
            replicas: [{ survives: node, mode: asynchronous, max-lag: 10s }, { survives: zone, mode: asynchronous, max-lag: 10s }] }
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
    strategy:`;

let shop: Shop;
let subject: MonitoringSubject;
let servers: LocalServers;
let primary: LocalServer;
let far: LocalServer;
let writing: NodeJS.Timeout;
const files: string[] = [];

const valuesOf = async (panel: string): Promise<string[]> => {
  const [query] = dashboardQueries(subject).filter(each => each.panel === panel);
  return (await instantQuery(shop.cluster, query?.expr ?? panel)).map(({ value }) => value[1]);
};
const isAlert = async (state: 'pending' | 'firing', alert: string): Promise<boolean> =>
  (
    await instantQuery(
      shop.cluster,
      `ALERTS{alertname="${alert}",namespace="${shop.namespace}",alertstate="${state}"}`,
    )
  ).length > 0;

beforeAll(async () => {
  shop = await createShop('recovery-signals', made =>
    made.configure(text => text.replace('strategy:', recovery)),
  );
  subject = monitoringSubject(await loadConfig(join(shop.dir, 'slipway.yml')), 'production');
  servers = localServers();
  primary = await servers.create('db-0', {
    listen_addresses: '127.0.0.1',
    archive_mode: 'on',
    archive_command: 'true',
    archive_timeout: '1s',
  });
  await primary.sql('create table items (id serial primary key, name text)');
  await servers.follow('db-1', primary);
  far = await servers.follow('db-2', primary);
  writing = setInterval(
    () => void primary.sql(`insert into items (name) values ('one')`).catch(() => {}),
    1000,
  );
  const last = { run: 'a run', facts: {} };
  for (const [what, hours] of [
    ['backup', 2],
    ['drill-restore', 24],
  ] as const)
    await recordLast(shop.cluster, { app: 'shop', namespace: shop.namespace }, what, {
      ...last,
      at: Date.now() - hours * 3_600_000,
    });
  const target = `postgresql://postgres@127.0.0.1:${primary.port}/shop?sslmode=disable`;
  const job = {
    job_name: `recovery-${shop.namespace}`,
    metrics_path: '/probe',
    params: { target: [target] },
    static_configs: [
      {
        targets: [`${process.env.SLIPWAY_LAB_ADDRESS}:9187`],
        labels: { namespace: shop.namespace, pod: 'db-0' },
      },
    ],
  };
  files.push(placeFor(shop, lab, 'scrape', stringify({ scrape_configs: [job] })));
  files.push(placeFor(shop, lab, 'rules', (await bundleOf(shop))('rules.yml')));
  reloadPrometheus(lab);
}, 180_000);

afterAll(async () => {
  clearInterval(writing);
  for (const file of files) rmSync(file, { force: true });
  reloadPrometheus(lab);
  await servers?.remove();
  await shop?.remove();
}, 60_000);

describe('the dashboard about recovery', () => {
  it('M3: has data in every panel: both standbys follow, and WAL is archived', async () => {
    const others = ({ dashboard, panel }: { dashboard: string; panel: string }) =>
      dashboard !== 'recovery' || panel.startsWith('annotation');
    const empty = () =>
      emptyPanels(subject, async expr => (await instantQuery(shop.cluster, expr)).length, others);
    // Rates need some scrapes.
    await eventually(async () => (await empty()).length === 0, 120_000);
    await eventually(async () => (await valuesOf('Standbys within 10s'))[0] === '2', 30_000);
    const [age] = await valuesOf('Age of the last backup');
    expect(Number(age) / 3600).toBeCloseTo(2, 1);
    // A segment is archived each second.
    await eventually(async () => {
      const [known] = await primary.sql('select archived_count from pg_stat_archiver');
      const [seen] = await valuesOf(`pg_stat_archiver_archived_count{namespace="${shop.namespace}"}`);
      return Math.abs(Number(seen) - Number(known)) <= 3;
    }, 30_000);
    expect(Number((await valuesOf('Archived WAL segments per second'))[0])).toBeGreaterThan(0);
    expect(await valuesOf('Failures to archive WAL in 15 minutes')).toEqual(['0']);
  }, 180_000);
});

describe('the alerts about recovery', () => {
  it('H3: tell that a standby is gone, until it follows again', async () => {
    expect(await isAlert('firing', 'SlipwayReplicaBehind')).toBe(false);
    await far.kill();
    await eventually(async () => (await valuesOf('Standbys within 10s'))[0] === '1', 180_000);
    await eventually(() => isAlert('firing', 'SlipwayReplicaBehind'), 120_000);
    await far.start();
    await eventually(async () => !(await isAlert('firing', 'SlipwayReplicaBehind')), 60_000);
  }, 400_000);

  it('D7: tell that WAL is not archived', async () => {
    expect(await isAlert('pending', 'SlipwayWalNotArchived')).toBe(false);
    await primary.sql(`alter system set archive_command = 'false'`);
    await primary.sql('select pg_reload_conf()');
    // It fires when that lasts, which the tests of the rules show.
    await eventually(() => isAlert('pending', 'SlipwayWalNotArchived'), 120_000);
    await drawDashboards(shop, subject, ['recovery'], 90);
  }, 150_000);
});
