import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { SCOPE } from '../../database/settings.ts';
import { eventually } from '../../e2e/harness.ts';

/** What a backup of a large database takes and reads, beside pgBackRest alone, and beside what reading all of it takes. */

export interface Size {
  readonly gigabytes: number;
  readonly costs: Readonly<Record<string, Cost>>;
}

interface Cost {
  readonly seconds: number;
  /** Received by the pod of the primary: what was read back from the repositories. */
  readonly read_back_mb: number;
  /** Blocks that standbys have read for a query: what was counted. */
  readonly counted_mb: number;
}

/**
 * A primary and one standby have the database, and its WAL goes into both repositories: it takes about three times its size on disk.
 */
export async function measureSize(gigabytes: number, say: (line: string) => void): Promise<Size> {
  const database = await createDatabase('size');
  await keepTwo(database);
  const consumer = await createConsumer(database);
  const costs: Record<string, Cost> = {};
  const measure = async (name: string, work: () => Promise<unknown>) => {
    const cost = await costOf(database, work);
    costs[name] = cost;
    const { seconds, read_back_mb, counted_mb } = cost;
    say(`${name}: ${seconds} s, ${read_back_mb} MB read back, ${counted_mb} MB counted`);
  };
  const change = (turn: number) =>
    database.sql(`update filler_0 set n = n + ${turn}000000000 where n % 25 = ${turn}`, undefined, 'shop');
  const alone = async (type: string) => {
    for (const repository of [1, 2])
      await database.pgbackrest([`--repo=${repository}`, `--type=${type}`, '--no-expire-auto', 'backup']);
  };
  const ours = (type: string) =>
    requireCount(consumer, ['backup', '--environment', 'production', '--type', type]);
  try {
    await fill(database, gigabytes, say);
    await measure('pgbackrest_full', () => alone('full'));
    await measure('ours_full_and_all_read_back', () => ours('full'));
    await change(1);
    await measure('pgbackrest_incremental', () => alone('incr'));
    await change(2);
    await measure('ours_incremental', () => ours('incremental'));
    await consumer.configure(config => {
      config.environments.production.recovery.databases.shop.inventory = '1000Ti';
    });
    await change(3);
    await measure('ours_incremental_every_row', () => ours('incremental'));
    await measure('pgbackrest_verify_all', async () => {
      for (const repository of [1, 2]) await database.pgbackrest([`--repo=${repository}`, 'verify']);
    });
    return { gigabytes, costs };
  } finally {
    await consumer.remove();
    await database.remove();
  }
}

/** Removes one standby, and the slot that would keep all WAL for it. */
async function keepTwo(database: Database): Promise<void> {
  await database.kubectl(['scale', 'statefulset', SCOPE, '--replicas=2']);
  await database.kubectl(['wait', '--for=delete', `pod/${SCOPE}-2`, '--timeout=120s']);
  // It may have been the primary.
  await eventually(
    () =>
      database.sql('select 1').then(
        () => true,
        () => false,
      ),
    120_000,
  );
  const settings = {
    member_slots_ttl: '0s',
    postgresql: { parameters: { max_wal_size: '2GB', wal_compression: 'zstd' } },
  };
  const patch = [
    'curl',
    '-fsS',
    '-X',
    'PATCH',
    '-d',
    JSON.stringify(settings),
    'http://localhost:8008/config',
  ];
  await database.exec(await database.primary(), patch);
}

/** Three tables, the first of which is half of it; each row is 1 kB, and compresses to about a tenth. */
async function fill(database: Database, gigabytes: number, say: (line: string) => void): Promise<void> {
  const rows = gigabytes * 920_000;
  for (const [index, share] of [0.5, 0.25, 0.25].entries()) {
    const table = `filler_${index}`;
    await database.sql(`create table ${table} (n bigint primary key, text text not null)`, undefined, 'shop');
    const step = 200_000;
    for (let from = 0; from < rows * share; from += step) {
      await database.sql(
        `insert into ${table} select n, repeat(md5(n::text) || md5((n * 7)::text) || md5((n * 13)::text), 10)
         from generate_series(${from}, ${Math.min(from + step, Math.floor(rows * share)) - 1}) n`,
        undefined,
        'shop',
      );
      // WAL is not removed before it is archived.
      await eventually(async () => Number((await database.sql(unarchived))[0]) < 8, 300_000);
    }
  }
  await database.sql('vacuum (analyze)', undefined, 'shop');
  const [size = ''] = await database.sql(`select pg_size_pretty(pg_database_size('shop'))`);
  say(`the database has ${size}`);
}

const unarchived = `select count(*) from pg_ls_archive_statusdir() where name like '%.ready'`;

async function costOf(database: Database, work: () => Promise<unknown>): Promise<Cost> {
  const before = await readBy(database);
  const begun = performance.now();
  await work();
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const after = await readBy(database);
  const megabytes = (kind: keyof typeof after) => Math.round((after[kind] - before[kind]) / 1e6);
  return { seconds, read_back_mb: megabytes('received'), counted_mb: megabytes('counted') };
}

/** Bytes, since they began. */
async function readBy(database: Database): Promise<{ received: number; counted: number }> {
  const primary = await database.primary();
  const device = await database.exec(primary, ['cat', '/proc/net/dev']);
  const received = Number(/eth0:\s*(\d+)/.exec(device)?.[1]);
  let counted = 0;
  for (const { name } of await database.members()) {
    if (name === primary) continue;
    const statement = `select (blks_hit + blks_read) * 8192 from pg_stat_database where datname = 'shop'`;
    counted += Number((await database.sql(statement, name))[0]);
  }
  return { received, counted };
}

async function requireCount(consumer: Consumer, args: string[]): Promise<void> {
  const { code, outputs, stderr } = await consumer.slipway(args);
  if (code !== 0) throw new Error(outputs.reason || stderr.slice(-500));
}
