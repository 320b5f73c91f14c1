import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { call } from '../../../lab/bucket.ts';
import { zoneOff, zoneOn } from '../../../lab/faults.ts';
import { labOf, NODES } from '../../../lab/lab.ts';
import { rootKeys, startStore, stopStore } from '../../../lab/s3.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { restoreInto } from '../../database/restored.ts';
import { countShop, loadShop } from '../../database/shop.ts';
import { startWriter } from '../../database/writer.ts';
import { eventually } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** Tests the lab's PostgreSQL with failover and two repositories, on which the drills depend. */

const lab = labOf(process.env.SLIPWAY_LAB ?? '');

let database: Database;
beforeAll(async () => {
  database = await timed('up with two standbys', () => createDatabase('database'));
  await loadShop(database, 2000);
});
afterAll(() => database?.remove());

/** Logs how long the work takes, for docs/lab.md. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** Ends the current WAL segment, after writing something into it. @returns its name. */
async function switchWal(): Promise<string> {
  const [name = ''] = await database.sql(`
    do $$ begin perform pg_logical_emit_message(true, 'test', 'x'); end $$;
    select pg_walfile_name(pg_switch_wal());
  `);
  return name;
}

describe('the database', () => {
  it('has a primary and two standbys, each in its own zone, and checksums on its pages', async () => {
    const members = await database.whole();
    const roles = async () => (await database.members()).map(({ role }) => role).sort();
    // A standby becomes synchronous in the loop of Patroni after it has started streaming.
    await eventually(async () => (await roles()).join() === 'leader,replica,sync_standby', 15_000);
    const nodes = await Promise.all(members.map(({ name }) => database.nodeOf(name)));
    expect(nodes.sort()).toEqual(NODES.map(({ name }) => name));
    expect(await database.sql('show data_checksums')).toEqual(['on']);
  });

  it('replicates to both standbys', async () => {
    for (const { name } of await database.members())
      await eventually(async () => (await countShop(database, name)).join() === '2000,6000');
  });

  it('acknowledges commits as synchronous_mode requires', async () => {
    const names = async () => (await database.sql('show synchronous_standby_names'))[0];
    await database.synchronous('async');
    expect(await names()).toBe('');
    await database.synchronous('strict');
    expect(await names()).not.toBe('');
    await database.synchronous('sync');
  });

  it('archives each WAL segment to both repositories', async () => {
    const segment = await switchWal();
    for (const repository of [1, 2] as const)
      await eventually(async () => (await database.archived(repository)) >= segment, 20_000);
  });
});

describe('a backup', () => {
  it('is made in each repository, full and then incremental, and is listed', async () => {
    for (const type of ['full', 'incr'] as const) {
      for (const repo of [1, 2])
        await timed(`${type} backup to repository ${repo}`, () =>
          database.pgbackrest([`--repo=${repo}`, `--type=${type}`, 'backup']),
        );
      await loadShop(database, 100, type === 'full' ? 2001 : 2101);
    }
    const { status, backup } = await database.info();
    expect(status.message).toBe('ok');
    expect(backup.map(each => `${each.database['repo-key']} ${each.type} ${each.error}`).sort()).toEqual([
      '1 full false',
      '1 incr false',
      '2 full false',
      '2 incr false',
    ]);
  });

  it('cannot be deleted in the off-site repository, neither by its writer nor by the administrator of the store', async () => {
    const { far } = database.buckets;
    const object = `/${far.name}/postgres/backup/main/backup.info`;
    const own = { lab, store: 'far' as const, keys: far };
    await expect(call(own, 'DELETE', object)).rejects.toThrow(/403.*AccessDenied/s);
    const root = { ...own, keys: rootKeys(lab, 'far') };
    const versions = await call(root, 'GET', `/${far.name}`, {
      query: 'prefix=postgres%2Fbackup%2Fmain%2Fbackup.info&versions',
    });
    const [, version] = /<VersionId>([^<]+)<\/VersionId>/.exec(versions) ?? [];
    const query = `versionId=${version}`;
    await expect(call(root, 'DELETE', object, { query })).rejects.toThrow(/403/);
  });

  it('is restored to a point in time: with the rows before it, without those after it', async () => {
    const before = await countShop(database);
    const [moment = ''] = await database.sql('select clock_timestamp()');
    await database.sql('delete from orders where account_id <= 1000', undefined, 'shop');
    await loadShop(database, 100, 3001);
    const segment = await switchWal();
    await eventually(async () => (await database.archived(2)) >= segment, 20_000);
    for (const repository of [1, 2] as const) {
      const pod = `restored-${repository}`;
      await timed(`restore from repository ${repository}`, () =>
        restoreInto(database, pod, repository, { type: 'time', value: moment }),
      );
      expect(await countShop(database, pod)).toEqual(before);
    }
    expect(await countShop(database)).not.toEqual(before);
  });
});

describe('an off-site repository that is down', () => {
  it('delays the on-site one without stopping it, and gets all of the WAL when it is back', async () => {
    const before = await database.archived(2);
    await stopStore(lab, 'far');
    onTestFinished(() => startStore(lab, 'far'));
    let segment = '';
    for (let round = 0; round < 3; round++) segment = await switchWal();
    await timed('near archiving while far is down', () =>
      eventually(async () => (await database.archived(1)) >= segment, 60_000),
    );
    // PostgreSQL keeps a segment until both repositories have it: nothing is lost, and the disk fills.
    const waiting = await database.sql(
      "select count(*) from pg_ls_archive_statusdir() where name like '%.ready'",
    );
    expect(Number(waiting[0])).toBeGreaterThanOrEqual(3);
    expect(before < segment).toBe(true);
    await startStore(lab, 'far');
    // After three failures the archiver sleeps for a minute, unless there is another segment.
    segment = await switchWal();
    await timed('off-site repository caught up', () =>
      eventually(async () => (await database.archived(2)) >= segment, 90_000),
    );
  });
});

describe('a primary whose node dies', () => {
  it('is replaced by a synchronous standby, which has every write that was acknowledged', async () => {
    const primary = await database.primary();
    const node = await database.nodeOf(primary);
    const zone = NODES.find(({ name }) => name === node)?.zone ?? '';
    const [witness] = NODES.filter(({ name }) => name !== node);
    const writer = await startWriter(database, witness!.name);
    await eventually(async () => writer.acknowledged.length > 20);
    const standby = (await database.members()).find(({ role }) => role === 'sync_standby')?.name;
    await zoneOff({ name: lab.name, zone });
    const died = Date.now();
    try {
      await eventually(async () => writer.acknowledged.some(({ at }) => at > died + 1000), 90_000);
      const [first] = writer.acknowledged.filter(({ at }) => at > died + 1000);
      console.log(`writes again ${((first!.at - died) / 1000).toFixed(1)} s after the node died`);
      expect(await database.primary()).toBe(standby);
      const there = new Set((await database.sql('select n from ticks', undefined, 'shop')).map(Number));
      expect(writer.acknowledged.filter(({ n }) => !there.has(n))).toEqual([]);
    } finally {
      await zoneOn({ name: lab.name, zone });
      await writer.stop();
    }
    const members = await timed('three members again', () => database.whole(120_000));
    expect(members.find(({ name }) => name === primary)?.role).not.toBe('leader');
  });
});
