import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucketFolders, REGION, storeUrl } from '../../../lab/s3.ts';
import type { BackupManifest } from '../../../src/recovery/manifest.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { AUTHORITY } from '../../database/settings.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, kubectl } from '../harness.ts';
import { needs } from '../needs.ts';
import { lab } from './backup-pod.ts';

needs('recovery');

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
    alter table orders add round int;
    create table ballast as select n, md5(n::text) || md5((n + 1)::text) text from generate_series(1, 120000) n;
    alter table ballast owner to shop;
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
        url: `${storeUrl(name)}/${buckets[name].name}/restic`,
        'credentials-prefix': name.toUpperCase(),
      };
    recovery.databases = {};
    recovery.managed = {
      orders: {
        ...{ host: 'db', database: 'shop', user: 'shop', secret: 'passwords', key: 'shop' },
        ...{ sslmode: 'disable', to: ['near', 'far'] },
      },
    };
    recovery['backup-pod'] = { image, 'ca-configmap': 's3-authority' };
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
      await shop(`insert into orders (account_id, total_cents, note, round) select 1, 0, 'written', ${rounds} from generate_series(1, 20);
        update orders set total_cents = total_cents + 1 where id % 50 = ${rounds} % 50;
        delete from orders where id in (select id from orders where round is null order by id limit 5)`);
  })();
  try {
    return { result: await during(), rounds };
  } finally {
    done = true;
    await writer;
  }
}

const managed = (change: object) =>
  consumer.configure(config => Object.assign(config.environments.production.recovery.managed.orders, change));

/** @returns what was said of it, when there is no copy in the way. */
async function restoreAnew(namespace: string, repository: string) {
  await kubectl(['-n', namespace, 'delete', 'pod', 'orders-managed', '--ignore-not-found']);
  return restore('--include', 'managed', '--set', set, '--repository', repository);
}

let set = '';
let latest = '';

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
    const password = await passwordOf('passwords');
    for (const said of [run.stdout, run.stderr]) {
      expect(said).not.toContain(passphrase);
      expect(said).not.toContain(password);
    }
  });

  it('is restored from either repository as it was counted, and no row that came later is there', async () => {
    const accounts = `select md5(string_agg((id, name, email, created_at at time zone 'UTC')::text, ',' order by id)) from accounts`;
    const odd = 'select a, b, c at time zone $$UTC$$, d, "e ""f" from odd order by a';
    const before = [await shop(accounts), await shop(odd)];
    await shop('truncate orders');
    const run = await restore('--include', 'managed/orders', '--set', set, '--repository', 'far');
    expect(run.outputs).toMatchObject({ reason: '', proved: 'L3', addresses: `["orders-managed.${copy}"]` });
    expect(run.stderr).toContain('all matching the count');
    expect([await inCopy(accounts), await inCopy(odd)]).toEqual(before);
    // Of what was written meanwhile, whole rounds alone.
    const rounds = await inCopy(`select count(*) from orders where note = 'written' group by round`);
    expect(new Set(rounds)).toEqual(new Set(['20']));
    expect(await inCopy('select polname, polroles::regrole[] from pg_policy')).toEqual([
      'odd_readers\t{reader}',
    ]);
  });

  it('answers by its address to the user of the original with the same password', async () => {
    const password = await passwordOf('passwords');
    const psql = ['psql', '-XAtq', '-d', 'shop', '-U', 'shop', '-h', '127.0.0.1'];
    const query = ['-c', 'select count(*) from accounts'];
    const asked = (word: string) =>
      kubectl(['-n', copy, 'exec', 'orders-managed', '--', 'env', `PGPASSWORD=${word}`, ...psql, ...query]);
    expect((await asked(password)).trim()).toBe('2000');
    await expect(asked('wrong')).rejects.toThrow('password authentication failed');
  });

  it('is not restored where a copy of it is already, nor unmasked when it is to be masked', async () => {
    const again = await restore('--include', 'managed', '--set', set);
    expect(again.outputs.reason).toContain(`orders-managed already exists in ${copy}`);
    await writeFile(join(consumer.dir, 'masking.yml'), 'accounts.email: hash\n');
    const masked = await restore('--include', 'managed', '--set', set, '--masking', 'masking.yml');
    expect(masked.outputs.reason).toContain('only a database can be masked');
    expect(masked.code).toBe(1);
  });

  it('is in no backup with a wrong password, which nobody reads', async () => {
    const wrong = randomBytes(12).toString('hex');
    await database.kubectl(['create', 'secret', 'generic', 'wrong', `--from-literal=shop=${wrong}`]);
    await managed({ secret: 'wrong' });
    const run = await backup();
    await managed({ secret: 'passwords' });
    expect(run.outputs.reason).toMatch(
      /managed database orders.*password authentication failed for user "shop"/,
    );
    expect(run.outputs.set).toBe('');
    expect(run.stdout + run.stderr).not.toContain(wrong);
    expect(await pods(database.namespace)).toBe('');
  });

  it('is not restored from a dump that is cut off, though its beginning can be read, and the copy holds nothing of it', async () => {
    const [path = ''] = filesIn(new RegExp(`/${set}/manifest\\.json$`));
    const whole = readFileSync(path, 'utf8');
    const { snapshot, bytes } = managedIn(path).backups.find(({ repository }) => repository === 'near')!;
    const made = await restic(
      `restic dump ${snapshot} /orders.dump | { head -c ${Math.floor(bytes / 2)}; cat > /dev/null; } | restic backup --json --quiet --stdin --stdin-filename orders.dump --host shop/production/managed/orders`,
    );
    const { snapshot_id: cut } = JSON.parse(made.trim().split('\n').at(-1) ?? '');
    writeFileSync(path, whole.replaceAll(snapshot, cut));
    const run = await restoreAnew(copy, 'near');
    writeFileSync(path, whole);
    expect(run.outputs.reason).toMatch(
      /the dump .* of orders cannot be restored from near: pg_restore: error: /,
    );
    expect(run.outputs.proved).toBe('');
    expect(await inCopy('select count(*) from pg_class where relname = $$accounts$$')).toEqual(['0']);
  });

  it('is in no set where what is stored is damaged, and is restored from where it is whole, in place of a copy that was not finished', async () => {
    // Below that there may be what restic needs to make a backup at all.
    const packs = filesIn(/\/restic\/data\//).filter(path => statSync(path).size > 50_000);
    for (const pack of packs) flipBits(pack);
    const next = await backup();
    const damaged = await restoreAnew(copy, 'near');
    for (const pack of packs) flipBits(pack);
    expect(next.outputs.reason).toContain('dump of orders in near: ');
    expect(next.outputs.set).toBe('');
    expect(damaged.outputs.reason).toMatch(/cannot be restored from near: .*/);
    const run = await restore('--include', 'managed', '--set', set, '--repository', 'far');
    expect(run.outputs).toMatchObject({ reason: '', proved: 'L3' });
  });

  it('is backed up after a run that was killed while it dumped, of which nothing is in the way', async () => {
    const running = consumer.start(['backup', '--environment', 'production'], passphrases);
    await running.said(/orders: dumping \d+ tables.* to near/);
    running.child.kill('SIGKILL');
    await running.done;
    // Its lease has to run out.
    const run = await eventually(async () => {
      const next = await backup();
      return next.code === 0 ? next : undefined;
    }, 180_000);
    expect(run.outputs.reason).toBe('');
    expect(await pods(database.namespace)).toBe('');
    latest = run.outputs.set ?? '';
    await eventually(async () => {
      const left = await shop(
        `select count(*) from pg_stat_activity where application_name = 'slipway' and state <> 'idle'`,
      );
      return left[0] === '0';
    });
  }, 400_000);

  it('goes with its set when that is too old, and stays where nothing can be deleted', async () => {
    // The newest one before the last day is needed for every moment of that.
    const gone = await madeLongAgo(set, '2026-01-02');
    const needed = await madeLongAgo(latest, '2026-01-03');
    await consumer.configure(config => {
      config.environments.production.recovery.keep = { within: '1d', daily: 1, weekly: 1, monthly: 1 };
    });
    const run = await backup();
    expect(run.outputs.reason).toBe('');
    expect(run.stderr).toContain(`near: removed the set ${set}`);
    const left = (await snapshots()).map(({ id }) => id);
    expect(left).not.toContain(gone);
    expect(left).toContain(needed);
    const again = await restoreAnew(copy, 'far');
    expect(again.outputs).toMatchObject({ reason: '', proved: 'L3' });
  });
});

async function passwordOf(secret: string): Promise<string> {
  const text = await database.kubectl(['get', 'secret', secret, '-o', 'jsonpath={.data.shop}']);
  return Buffer.from(text, 'base64').toString();
}

/** Rows of the copy, their columns by tabs. */
async function inCopy(statement: string): Promise<string[]> {
  const psql = ['psql', '-XAtq', '-F', '\t', '-h', '/slipway/run', '-U', 'shop', '-d', 'shop'];
  const text = await kubectl(['-n', copy, 'exec', 'orders-managed', '--', ...psql, '-c', statement]);
  return text.replace(/\n$/, '').split('\n');
}

/** Of the repository `near`, with its passphrase, in a pod of the database. */
async function restic(script: string): Promise<string> {
  const { access, secret } = database.buckets.near;
  const variables = [
    `RESTIC_REPOSITORY=s3:${storeUrl('near')}/${database.buckets.near.name}/restic`,
    ...[`RESTIC_PASSWORD=${passphrase}`, `AWS_ACCESS_KEY_ID=${access}`, `AWS_SECRET_ACCESS_KEY=${secret}`],
    ...['RESTIC_CACHE_DIR=/tmp/restic', `AWS_DEFAULT_REGION=${REGION}`, `RESTIC_CACERT=${AUTHORITY}`],
  ];
  return database.exec('db-0', ['env', ...variables, 'sh', '-ec', script]);
}

const snapshots = async () =>
  JSON.parse(await restic('restic snapshots --json')) as { id: string; time: string }[];

/** In `near`, by what restic and the manifest say. @returns its snapshot there now. */
async function madeLongAgo(id: string, day: string): Promise<string> {
  const [path = ''] = filesIn(new RegExp(`/${id}/manifest\\.json$`));
  const { snapshot } = managedIn(path).backups[0]!;
  await restic(`restic rewrite --new-time '${day} 03:04:05' --forget ${snapshot}`);
  const old = (await snapshots()).find(({ time }) => time.startsWith(day))!.id;
  const manifest = readFileSync(path, 'utf8').replaceAll(snapshot, old);
  writeFileSync(path, manifest.replace(/"at": \d+/, `"at": ${Date.parse(day)}`));
  return old;
}

const managedIn = (manifest: string) =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as BackupManifest).managed!.find(
    ({ name }) => name === 'orders',
  )!;

/** In every piece that restic has put there, whichever dump needs it; again, it is as it was. */
function flipBits(path: string): void {
  const bytes = readFileSync(path);
  for (let at = 10_000; at < bytes.length - 10_000; at += 30_000) bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Files of the repository `near`, below the store. */
const filesIn = (pattern: RegExp) =>
  bucketFolders(lab, 'near', database.buckets.near.name)
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => pattern.test(path));
