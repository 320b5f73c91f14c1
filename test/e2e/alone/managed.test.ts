import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeUrl } from '../../../lab/s3.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, kubectl } from '../harness.ts';

/**
 * A database that is reached by its address and a password alone, as one that a provider runs: dumped while it is written to, restored
 * into a fresh PostgreSQL, and compared. It is the lab's, behind its Service.
 */

const passphrase = "it's a $(passphrase) of the test";

let database: Database;
let consumer: Consumer;
let copy = '';

beforeAll(async () => {
  database = await createDatabase('managed');
  const { namespace, buckets } = database;
  copy = `${namespace}-copy`;
  await kubectl(['create', 'namespace', copy]);
  await loadShop(database, 2000);
  await shop('alter database shop set timezone = "Asia/Tokyo"');
  await shop(`create table odd (a float8, b bytea, c timestamptz, d text, "e ""f" int);
    insert into odd values (0.1, '\\x00ff', now(), E'line\\nbreak\\ttab ''quote''', 1), (null, null, null, null, null);
    alter table odd owner to shop;
    create role reader;
    alter table odd enable row level security;
    create policy odd_readers on odd for select to reader using (a is not null)`);
  consumer = await createConsumer(database);
  const status = '{.status.containerStatuses[0].imageID}';
  const image = await database.kubectl(['get', 'pod', 'db-0', '-o', `jsonpath=${status}`]);
  await consumer.configure(config => {
    const { recovery } = config.environments.production;
    for (const name of ['near', 'far'] as const)
      recovery.repositories[name].restic = {
        address: `${storeUrl(name)}/${buckets[name].name}/restic`,
        login: name.toUpperCase(),
      };
    recovery.databases = {};
    recovery.managed = {
      orders: {
        ...{ host: 'db', database: 'shop', user: 'shop', secret: 'passwords', key: 'shop' },
        ...{ sslmode: 'disable', to: ['near', 'far'] },
      },
    };
    recovery.worker = { image, authority: 's3-authority' };
    recovery.objects = { export: false };
    recovery.volumes = { 'data-db': { 'not-needed': 'its provider has the disks' } };
  });
});

afterAll(async () => {
  await kubectl(['delete', 'namespace', copy, '--ignore-not-found', '--wait=false']);
  await consumer?.remove();
  await database?.remove();
});

const shop = (statement: string) => database.sql(statement, undefined, 'shop');
const passphrases = { NEAR_PASSPHRASE: passphrase, FAR_PASSPHRASE: passphrase };
const backup = () => consumer.slipway(['backup', '--environment', 'production'], passphrases);
const restore = (...more: string[]) =>
  consumer.slipway(['restore', '--environment', 'production', '--into', copy, ...more], passphrases);
const pods = (namespace: string) =>
  kubectl(['-n', namespace, 'get', 'pods', '-l', 'slipway.dev/recovery', '-o', 'name']);

/** Rows come, change and go for as long as `during` takes. @returns how many times. */
async function writing<Result>(during: () => Promise<Result>): Promise<{ result: Result; rounds: number }> {
  let done = false;
  let rounds = 0;
  const writer = (async () => {
    for (; !done; rounds += 1)
      await shop(`insert into orders (account_id, total_cents, note) select 1, ${rounds}, 'written' from generate_series(1, 20);
        update orders set total_cents = total_cents + 1 where id % 50 = ${rounds} % 50;
        delete from orders where id in (select id from orders order by id limit 5)`);
  })();
  try {
    return { result: await during(), rounds };
  } finally {
    done = true;
    await writer;
  }
}

let set = '';

describe('a database outside of the cluster', () => {
  it('is not in the backup when its user may not read all of it, and the table is named', async () => {
    await shop('create table hidden (x int)');
    const run = await backup();
    expect(run.code).toBe(1);
    expect(run.outputs.reason).toMatch(/managed database orders.*permission denied for table hidden/);
    expect(run.outputs.set).toBe('');
    expect(await pods(database.namespace)).toBe('');
    await shop('drop table hidden');
  });

  it('is counted and dumped by one snapshot into each repository while it is written to', async () => {
    const { result: run, rounds } = await writing(backup);
    expect(run.outputs.reason).toBe('');
    expect(rounds).toBeGreaterThan(3);
    set = run.outputs.set ?? '';
    const { orders } = JSON.parse(run.outputs.backups ?? '{}');
    expect(Object.keys(orders)).toEqual(['near', 'far']);
    expect(JSON.parse(run.outputs.rows ?? '{}').orders).toBeGreaterThan(8000);
    expect(await pods(database.namespace)).toBe('');
    const [password] = await secret();
    for (const said of [run.stdout, run.stderr]) {
      expect(said).not.toContain(passphrase);
      expect(said).not.toContain(password);
    }
  });

  it('is restored from either repository as it was counted, and no row that came later is there', async () => {
    await shop('truncate orders');
    const run = await restore('--what', 'managed/orders', '--set', set, '--repository', 'far');
    expect(run.outputs).toMatchObject({ reason: '', proved: 'L3', address: `orders-managed.${copy}` });
    expect(run.stderr).toContain('all as counted');
    const policy = 'select polname, polroles::regrole[] from pg_policy';
    const psql = ['psql', '-XAtq', '-h', '/slipway/run', '-U', 'shop', '-d', 'shop', '-c', policy];
    const said = await kubectl(['-n', copy, 'exec', 'orders-managed', '--', ...psql]);
    expect(said.trim()).toBe('odd_readers|{reader}');
  });

  it('answers by its address to the user of the original with the same password', async () => {
    const [password] = await secret();
    const psql = [
      'psql',
      '-XAtq',
      '-d',
      'shop',
      '-U',
      'shop',
      '-h',
      '127.0.0.1',
      '-c',
      'select count(*) from accounts',
    ];
    const asked = (word: string) =>
      kubectl(['-n', copy, 'exec', 'orders-managed', '--', 'env', `PGPASSWORD=${word}`, ...psql]);
    expect((await asked(password)).trim()).toBe('2000');
    await expect(asked('wrong')).rejects.toThrow('password authentication failed');
  });

  it('is not restored where a copy of it is already, nor unmasked when it is to be masked', async () => {
    const again = await restore('--what', 'managed', '--set', set);
    expect(again.outputs.reason).toContain(`orders-managed is in ${copy} already`);
    await writeFile(join(consumer.dir, 'masking.yml'), 'accounts.email: hash\n');
    const masked = await restore('--what', 'managed', '--set', set, '--masking', 'masking.yml');
    expect(masked.outputs.reason).toContain('the managed database orders would be restored as it is');
    expect(masked.code).toBe(1);
  });

  it('is backed up after a run that was killed while it dumped, of which nothing is in the way', async () => {
    const running = consumer.start(['backup', '--environment', 'production'], passphrases);
    await running.said(/orders: \d+ tables.* to near/);
    running.child.kill('SIGKILL');
    await running.done;
    // Its lease has to run out.
    const run = await eventually(async () => {
      const next = await backup();
      return next.code === 0 ? next : undefined;
    }, 180_000);
    expect(run.outputs.reason).toBe('');
    expect(await pods(database.namespace)).toBe('');
    await eventually(async () => {
      const left = await shop(
        `select count(*) from pg_stat_activity where application_name = 'slipway' and state <> 'idle'`,
      );
      return left[0] === '0';
    });
  }, 400_000);
});

async function secret(): Promise<[string]> {
  const path = 'jsonpath={.data.shop}';
  const text = await database.kubectl(['get', 'secret', 'passwords', '-o', path]);
  return [Buffer.from(text, 'base64').toString()];
}
