import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWorkplace, packed, type Run, type Workplace } from '../../actions/workplace.ts';
import { answer } from '../../cluster/api-server.ts';
import { type LocalServer, type LocalServers, localServers } from '../../database/local-servers.ts';
import { putIndex } from '../../registry/store.ts';
import { needs } from '../needs.ts';
import { slowness } from '../slowness.ts';

/**
 * A primary, two standbys and a logical copy: real servers, which the command line reaches by `kubectl exec`. Only kubectl and the API server
 * are not real.
 */
needs('exporters');

let at: Workplace;
let servers: LocalServers;
let primary: LocalServer;
let near: LocalServer;
let far: LocalServer;
let reports: LocalServer;
let api: Server;

const pods = ['db-0', 'db-1', 'db-2'].map((name, index) => ({
  metadata: { name, labels: { app: 'db' } },
  spec: { nodeName: `node-${index}`, containers: [{ name: 'postgres' }] },
  status: { phase: 'Running', podIP: `10.0.0.${index}` },
}));
const listOf = (kind: string, items: object[]) => ({ kind, metadata: { resourceVersion: '1' }, items });
const answers: [end: string, object][] = [
  ['/version', {}],
  ['/static/', {}],
  ['/statefulsets/db', { metadata: { name: 'db' }, spec: { selector: { matchLabels: { app: 'db' } } } }],
  ['/pods', listOf('PodList', pods)],
  ['/nodes', listOf('NodeList', [])],
];

beforeAll(async () => {
  at = await openWorkplace();
  putIndex(at.store, 'shop', undefined, packed);
  servers = localServers();
  // WAL is archived each second, so that the archive is as young as the tests.
  primary = await servers.create('db-0', {
    archive_mode: 'on',
    archive_command: 'true',
    archive_timeout: '1s',
  });
  await primary.sql(`create table items (id int primary key, name text not null);
    insert into items select id, 'item ' || id from generate_series(1, 5000) id;
    create publication reports for table items;`);
  near = await servers.follow('db-1', primary);
  far = await servers.follow('db-2', primary);
  reports = await servers.create('reports');
  await reports.sql(`create table items (id int primary key, name text not null);
    create subscription reports connection 'host=${servers.folder} port=${primary.port} user=postgres dbname=shop'
      publication reports;`);
  await reports.until(`(select count(*) = 5000 from items)`);
  const ports = [primary, near, far].map(({ name, port }) => `${name}) port=${port};;`).join(' ');
  const kubectl = join(import.meta.dirname, '../../cluster/fake-kubectl.ts');
  await at.program(
    'kubectl',
    `[ "$1" = exec ] || exec "${process.execPath}" --no-warnings "${kubectl}" "$@"
case "$2" in ${ports} esac
until [ "$1" = -- ]; do shift; done
shift
PGHOST=${servers.folder} PGPORT=$port PGUSER=postgres exec "$@"`,
  );
  api = createServer(({ url }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://localhost');
    const [, found] = answers.find(([end]) => pathname.endsWith(end)) ?? [];
    return found === undefined ? answer(response, 'NotFound', 404) : answer(response, found);
  });
  await new Promise<void>(resolve => api.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((api.address() as AddressInfo).port));
  vi.stubEnv(
    'REPORTS_URL',
    `postgresql://postgres@${encodeURIComponent(servers.folder)}:${reports.port}/shop?sslmode=disable`,
  );
  await at.replace(
    '    namespace: shop',
    `    recovery:
      repositories: {near: {survives: zone, pgbackrest: 1}}
      databases:
        shop:
          {workload: StatefulSet/db, stanza: shop, database: shop, to: [near], archive-timeout: 1s, on-lag: block,
           copies: [REPORTS_URL], replicas: [{survives: node, mode: asynchronous, max-lag: 10s}, {survives: node, mode: asynchronous, max-lag: 10s}]}
    namespace: shop`,
  );
});
afterAll(async () => {
  await servers.remove();
  api.close();
  await at.close();
});

const replication = (...args: string[]): Promise<Run> =>
  at.slipway(['replication', '--environment', 'production', ...args]);
const tablesOf = ({ outputs }: Run): [string, string][] =>
  (JSON.parse(outputs.tables ?? '[]') as { replica: string; verdict: string }[])
    .map(({ replica, verdict }): [string, string] => [replica, verdict])
    .sort();
const equal = [
  ['REPORTS_URL', 'equal'],
  ['db-1', 'equal'],
  ['db-2', 'equal'],
];
const deploy = (): Promise<Run> =>
  at.slipway(['deploy', '--environment', 'production', '--images', JSON.stringify({ shop: at.digest })]);

describe('H7: a database whose standbys follow', () => {
  it('passes, with every table equal', async () => {
    const run = await replication('--tables', 'items');
    expect(run.outputs.reason).toBe('');
    expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(JSON.parse(run.outputs.standbys ?? '')).toHaveLength(2);
    expect(tablesOf(run)).toEqual(equal);
  });

  it('passes while rows of all parts are written to, because every part is quiet at some time', async () => {
    const writing = primary.sql(`do $$ begin for i in 1..700 loop
      update items set name = 'written ' || clock_timestamp() where id = 1 + (i * 7) % 5000;
      commit; perform pg_sleep(0.006); end loop; end $$`);
    const run = await replication('--tables', 'items');
    await writing;
    expect(run.outputs.reason).toBe('');
    expect(tablesOf(run)).toEqual(equal);
  });
});

describe('H3: a standby whose replay is paused', () => {
  it('refuses a release, with the measured lag', async () => {
    await near.sql('select pg_wal_replay_pause()');
    try {
      await primary.sql(`update items set name = 'late' where id = 1`);
      await primary.until(
        `(select replay_lag > '11s' from pg_stat_replication where application_name = 'db-1')`,
      );
      const { code, err, outputs } = await deploy();
      expect(code).toBe(1);
      expect(outputs.state).toBe('refused');
      expect(err).toMatch(
        /db-1 \(asynchronous\) is (1[1-9]s|[2-9]\ds|\d+m\S*) and \d+\.\d MB behind; slipway\.yml allows 10s/,
      );
      const run = await replication('--tables', 'items', '--timeout', '1s');
      expect(run.outputs.verdict).toBe('fail');
      expect(tablesOf(run)).toContainEqual(['db-1', 'unknown']);
    } finally {
      await near.sql('select pg_wal_replay_resume()');
    }
    await near.until(`(select name = 'late' from items where id = 1)`);
  });
});

describe('D7: a broken archive_command', () => {
  const archive = (command: string) =>
    primary.sql(`alter system set archive_command = '${command}';\nselect pg_reload_conf();`);

  afterEach(() => archive('true'));

  it('is told within an archive_timeout, and no more when it is fixed', async () => {
    await archive('false');
    const begun = Date.now();
    await primary.sql(`update items set name = 'not archived' where id = 2`);
    await primary.until('(select last_failed_time > last_archived_time from pg_stat_archiver)');
    // The timeout of 1 s, the three attempts of the archiver, and the questions of this test.
    expect(Date.now() - begun).toBeLessThan(15_000 * (await slowness(begun)));
    const { err } = await deploy();
    expect(err).toMatch(
      /WAL archiving fails: archive_command failed \S+ ago, and the last WAL was archived \S+ ago/,
    );
    await archive('true');
    await primary.until('(select last_archived_time > last_failed_time from pg_stat_archiver)');
    expect((await replication()).outputs.verdict).toBe('pass');
  });

  it('that hangs is told by how long WAL waits', async () => {
    await archive('sleep 20');
    await primary.sql(`update items set name = 'waits' where id = 3`);
    await at.replace('archive-timeout: 1s', 'archive-timeout: 1s, archive-lag: 1s');
    await primary.until(`(select count(*) > 0 from pg_ls_archive_statusdir()
      where name like '%.ready' and modification < clock_timestamp() - interval '2s')`);
    const { outputs } = await replication();
    expect(outputs.reason).toMatch(/^WAL has waited \d+s to be archived, and archive-lag is 1s/);
    await at.replace('archive-lag: 1s', 'archive-lag: 10m');
  });
});

describe('H7: a replica with another row', () => {
  it('differs, if the row was changed on the logical copy', async () => {
    await reports.sql(`update items set name = 'corrupt' where id = 4000`);
    const run = await replication('--tables', 'items');
    expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(tablesOf(run)).toEqual([['REPORTS_URL', 'differs'], ...equal.slice(1)]);
    expect(run.outputs.reason).toContain(
      'table items on REPORTS_URL differs from the primary in 2 of 256 parts',
    );
    await primary.sql(`update items set name = 'repaired' where id = 4000`);
    await reports.until(`(select name = 'repaired' from items where id = 4000)`);
    expect(tablesOf(await replication('--tables', 'items'))).toEqual(equal);
  });

  it('differs, if a row was lost on the logical copy', async () => {
    await reports.sql('delete from items where id = 4001');
    const { outputs } = await replication('--tables', 'items');
    expect(outputs.reason).toContain('it has 4999 rows, the primary has 5000 rows');
    await reports.sql(`insert into items select 4001, 'item 4001'`);
  });

  it('differs, if bytes rotted on the disk of a standby', async () => {
    // Nothing rewrites a page in which no row has ever changed.
    const [path = '', checkpoint = ''] =
      await primary.sql(`create table cold as select 'a name that rots' as name;
      select count(*) from cold \\g /dev/null
      checkpoint;
      select pg_relation_filepath('cold');
      select pg_current_wal_lsn();`);
    // Otherwise the standby replays the page again when it starts.
    await near.until(`pg_last_wal_replay_lsn() >= '${checkpoint}'`);
    await near.sql('checkpoint');
    await near.kill();
    const pages = readFileSync(near.file(path));
    pages.write('A', pages.indexOf('a name that rots'));
    writeFileSync(near.file(path), pages);
    await near.start();
    await near.until(`(select status = 'streaming' from pg_stat_wal_receiver)`);
    expect(tablesOf(await replication('--tables', 'cold'))).toEqual([
      ['REPORTS_URL', 'unknown'],
      ['db-1', 'differs'],
      ['db-2', 'equal'],
    ]);
  });
});

describe('H3: a standby that is gone', () => {
  it('refuses a release, and is named', async () => {
    await far.kill();
    await primary.until('(select count(*) = 2 from pg_stat_replication)');
    const { err, outputs } = await deploy();
    expect(outputs.state).toBe('refused');
    expect(err).toContain('slipway.yml promises 2 standbys, but only db-1 streams WAL; no answer from db-2');
  });
});
