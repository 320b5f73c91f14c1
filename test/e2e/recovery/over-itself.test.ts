import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { labOf } from '../../../lab/lab.ts';
import { bucketFolders } from '../../../lab/s3.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { DATA } from '../../database/settings.ts';
import { loadShop } from '../../database/shop.ts';
import { auditMark, writesSince } from '../harness.ts';
import { needs } from '../needs.ts';

needs('recovery');

/** A real PostgreSQL with its standbys, restored over itself. */

/** The user of the lab's kubeconfig. */
const ADMIN = 'lab-admin';
const consent = 'overwrite shop in production';

const lab = labOf(process.env.SLIPWAY_LAB ?? '');

let database: Database;
let consumer: Consumer;
beforeAll(async () => {
  database = await createDatabase('in-place');
  await loadShop(database, 1000);
  consumer = await createConsumer(database);
  await consumer.configure(config => {
    config.environments.production.recovery.databases.shop['in-place'] = {
      data: DATA,
      'delete-leader-objects': ['Endpoints/db', 'Endpoints/db-sync', 'Endpoints/db-failover'],
    };
  });
  const backup = await consumer.slipway(['backup', '--environment', 'production']);
  expect(backup.outputs.reason).toBe('');
});
afterAll(async () => {
  await consumer?.remove();
  await database?.remove();
});

const args = (...more: string[]) => [
  ...['restore', '--environment', 'production', '--into', database.namespace],
  ...more,
];
const restore = (...more: string[]) => consumer.slipway(args(...more));
const count = async (table: string) =>
  Number((await database.sql(`select count(*) from ${table}`, undefined, 'shop'))[0]);
const now = async () => {
  const [clock = ''] = await database.sql('select extract(epoch from clock_timestamp()) * 1000');
  return Math.floor(Number(clock));
};
const settled = () => new Promise(resolve => setTimeout(resolve, 1500));

/** Folders beside that of the files, in each member. */
async function kept(): Promise<string[]> {
  const found = await Promise.all(
    (await database.members()).map(({ name }) =>
      database.exec(name, ['sh', '-c', `ls -d ${DATA}.* 2>/dev/null || true`]),
    ),
  );
  return found.map(each => each.trim());
}

/** As if the newest set had counted one row more. @returns what fixes it. */
function miscounted(): () => void {
  const near = bucketFolders(lab, 'near', database.buckets.near.name).filter(each => existsSync(each));
  const files = near.flatMap(folder =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter(each => each.endsWith('/manifest.json'))
      .map(each => join(folder, each)),
  );
  const newest = files.toSorted().at(-1) ?? '';
  const content = readFileSync(newest, 'utf8');
  const manifest = JSON.parse(content);
  for (const table of manifest.databases[0].tables) if (table.name === 'accounts') table.rows += 1;
  writeFileSync(newest, JSON.stringify(manifest));
  return () => writeFileSync(newest, content);
}

describe('a restore over the database itself', () => {
  it.each([
    ['nothing is typed', [], 'which is not confirmed'],
    ['something else is typed', ['--confirm', 'yes'], 'which is not confirmed'],
    ['more than the database is asked for', ['--confirm', consent, '--include', 'all'], 'only a database'],
  ])('is refused before anything is written when %s', async (_, more, reason) => {
    const mark = await auditMark();
    const run = await restore(...more);
    expect(run.code).toBe(1);
    expect(run.outputs.reason ?? run.stderr).toContain(reason);
    expect(await writesSince(mark, ADMIN, database.namespace)).toEqual([]);
  });

  it('recovery 1: is refused where no PVC would outlive the stop of all pods', async () => {
    const retain = (whenScaled: string) => {
      const spec = { persistentVolumeClaimRetentionPolicy: { whenScaled } };
      return database.kubectl(['patch', 'statefulset', 'db', '--type=merge', '-p', JSON.stringify({ spec })]);
    };
    const pvcs = () => database.kubectl(['get', 'persistentvolumeclaims', '-o', 'name']);
    const before = await pvcs();
    await retain('Delete');
    onTestFinished(async () => void (await retain('Retain')));
    const run = await restore('--confirm', consent);
    expect(run.code).toBe(1);
    expect(run.outputs.reason).toContain('whenScaled: Delete');
    expect(await pvcs()).toBe(before);
    expect((await database.whole()).length).toBe(3);
  });

  it('brings back what was there before a mistake, to every member, and archives from there on', async () => {
    await loadShop(database, 100, 1001);
    const [before = ''] = await database.sql('select pg_current_wal_lsn()');
    await settled();
    await database.sql('delete from orders', undefined, 'shop');
    await loadShop(database, 10, 3001);
    await database.pgbackrest(['check']);
    const run = await restore('--confirm', consent, '--target', `lsn:${before}`);
    expect(run.stderr).toContain('starting StatefulSet/db');
    expect(run.outputs).toMatchObject({ reason: '', addresses: `["db.${database.namespace}"]` });
    expect(run.code).toBe(0);
    expect(await count('accounts')).toBe(1100);
    expect(await count('orders')).toBe(3300);
    const members = await database.whole(120_000);
    expect(new Set(members.map(({ timeline }) => timeline)).size).toBe(1);
    for (const { name } of members)
      expect(await database.sql('select count(*) from orders', name, 'shop')).toEqual(['3300']);
    // Its log is archived without a gap: the history of its timeline, too.
    await database.pgbackrest(['check']);
    expect((await kept()).every(each => /\.before-[0-9a-f]{8}$/.test(each))).toBe(true);
    const settings = await database.sql(
      "select name from pg_file_settings where sourcefile like '%auto.conf' and name ~ '^(recovery_target|restore_command)'",
    );
    expect(settings).toEqual([]);
    const backup = await consumer.slipway(['backup', '--environment', 'production', '--type', 'incremental']);
    expect(backup.outputs.reason).toBe('');
  });

  it('is not taken back when it has run, for its log is archived by then', async () => {
    const run = await restore('--confirm', consent, '--target', 'before');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('archives on a new timeline');
    expect(await count('orders')).toBe(3300);
  });

  it('that no backup leads to is refused while all goes on', async () => {
    const pods = await database.kubectl([
      'get',
      'pods',
      '-l',
      'app=db',
      '-o',
      'jsonpath={.items[*].metadata.uid}',
    ]);
    const run = await restore('--confirm', consent, '--target', '2001-01-01T00:00:00Z');
    expect(run.code).toBe(1);
    // Nor one on whose way nothing was counted.
    const near = await restore('--confirm', consent, '--target', new Date(await now()).toISOString());
    expect(near.code).toBe(1);
    expect(near.stderr).toMatch(
      /is not in repository|there is no backup set between the backup and the target/,
    );
    expect(
      await database.kubectl(['get', 'pods', '-l', 'app=db', '-o', 'jsonpath={.items[*].metadata.uid}']),
    ).toBe(pods);
  });

  it('that is not what was counted does not stay', async () => {
    const rollback = miscounted();
    const run = await restore('--confirm', consent);
    rollback();
    expect(run.code).toBe(1);
    expect(run.outputs.reason).toContain('accounts');
    expect(run.stderr).toContain('the original files are back');
    await database.whole(120_000);
    expect(await count('orders')).toBe(3300);
    await database.pgbackrest(['check']);
  });

  it('that is killed while pgBackRest restores is gone on with, and by nobody who means another one', async () => {
    const running = consumer.start(args('--confirm', consent, '--target', 'counted'));
    await running.said(/then recovering to/);
    await settled();
    running.child.kill('SIGKILL');
    await running.done;
    expect(await database.kubectl(['get', 'pods', '-l', 'app=db', '-o', 'name'])).toBe('');
    const other = await restore('--confirm', consent, '--wait', '1m');
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('an in-place restore of StatefulSet/db to counted is in progress');
    const run = await restore('--confirm', consent, '--target', 'counted', '--wait', '1m');
    expect(run.stderr).toContain('resuming the restore of an earlier run');
    expect(run.outputs.reason).toBe('');
    expect(run.code).toBe(0);
    await database.whole(120_000);
    expect(await count('accounts')).toBe(1100);
    expect(await count('orders')).toBe(3300);
    await database.pgbackrest(['check']);
    // The folder of the restore before has made room.
    for (const each of await kept()) expect(each).toMatch(/^\S+\.before-[0-9a-f]{8}$/);
  });

  it('that was killed is put back, when somebody scales the database meanwhile it is not', async () => {
    const before = await count('accounts');
    const running = consumer.start(args('--confirm', consent));
    await running.said(/then recovering to/);
    running.child.kill('SIGKILL');
    await running.done;
    await database.kubectl(['scale', 'statefulset/db', '--replicas=1']);
    const refused = await restore('--confirm', consent, '--target', 'before', '--wait', '1m');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('StatefulSet/db was scaled up during its in-place restore');
    await database.kubectl(['scale', 'statefulset/db', '--replicas=0']);
    const run = await restore('--confirm', consent, '--target', 'before', '--wait', '1m');
    expect(run.stderr).toContain('the original files are back');
    expect(run.code).toBe(0);
    await database.whole(120_000);
    expect(await count('accounts')).toBe(before);
    await database.pgbackrest(['check']);
  });
});
