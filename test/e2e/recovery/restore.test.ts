import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../lab/bucket.ts';
import { labOf } from '../../../lab/lab.ts';
import { podExec } from '../../../src/recovery/exec.ts';
import { expireBackups } from '../../../src/recovery/postgres/expiring.ts';
import { expiredLabels } from '../../../src/recovery/postgres/pgbackrest.ts';
import { proveRepository } from '../../../src/recovery/postgres/proving.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { setId } from '../../../src/recovery/sets.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { STANZA } from '../../database/settings.ts';
import { loadShop } from '../../database/shop.ts';
import { kubectl } from '../harness.ts';
import { passed } from '../moment.ts';
import { needs } from '../needs.ts';
import { keyPair, password } from '../signed.ts';

needs('recovery', 'cosign');

/** Backups of a real PostgreSQL by the action, in both repositories, and what is restored from them elsewhere. */

let database: Database;
let consumer: Consumer;
let secret = '';
let set = '';
const namespaces: string[] = [];
beforeAll(async () => {
  database = await createDatabase('restore');
  await loadShop(database, 2000);
  consumer = await createConsumer(database);
  const key = await keyPair(consumer.dir, 'cosign');
  secret = key.secret;
  await consumer.configure(config => {
    config.signing = { key: 'env://COSIGN_KEY', attestations: [] };
    config.trust = { key: 'cosign.pub' };
  });
});
afterAll(async () => {
  await consumer?.remove();
  for (const each of namespaces) await kubectl(['delete', 'namespace', each, '--wait=false']);
  await database?.remove();
});

async function emptyNamespace(): Promise<string> {
  const name = `e2e-copy-${randomBytes(2).toString('hex')}`;
  await kubectl(['create', 'namespace', name]);
  namespaces.push(name);
  return name;
}

const signing = () => ({ COSIGN_KEY: secret, COSIGN_PASSWORD: password });

/** When all of each repository was read back, as a set says. */
async function wholeIn(id: string): Promise<Record<string, number>> {
  const { near } = database.buckets;
  const own = { lab: labOf(process.env.SLIPWAY_LAB ?? ''), store: 'near', keys: near } as const;
  const text = await call(own, 'GET', `/${near.name}/slipway/shop/production/${id}/manifest.json`);
  const { backups } = JSON.parse(text).databases[0];
  return Object.fromEntries(
    backups.map(({ repository, whole }: { repository: string; whole: number }) => [repository, whole]),
  );
}

const backup = (...more: string[]) =>
  consumer.slipway(['backup', '--environment', 'production', ...more], signing());

const restore = (into: string, ...more: string[]) =>
  consumer.slipway(['restore', '--environment', 'production', '--into', into, ...more]);

/** Rows of a copy, their columns by tabs. */
async function rowsIn(namespace: string, statement: string): Promise<string[]> {
  const psql = ['psql', '-XAtq', '-F', '\t', '-h', '/slipway/run', '-d', 'shop', '-c', statement];
  const text = await kubectl(['-n', namespace, 'exec', 'shop-copy', '--', ...psql]);
  return text.trim() === '' ? [] : text.trim().split('\n');
}

const count = async (namespace: string, table: string) =>
  Number((await rowsIn(namespace, `select count(*) from ${table}`))[0]);

describe('a backup', () => {
  it('is made in both repositories, counted, proved, and kept with its manifest', async () => {
    const run = await backup();
    expect(run.stderr).toContain('created the backup set');
    expect(run.code).toBe(0);
    set = run.outputs.set ?? '';
    const { near, far } = JSON.parse(run.outputs.backups ?? '').shop;
    const labels = (await database.info()).backup.map(({ label }) => label);
    expect(labels).toContain(near);
    expect(labels).toContain(far);
    expect(JSON.parse(run.outputs.rows ?? '')).toEqual({ shop: 8000 });
  });
});

describe('a backup whose run is killed', () => {
  const rounds = Array.from({ length: Number(process.env.SLIPWAY_KILLS ?? 1) }, (_, index) => index + 1);
  it.each(rounds)('leaves nothing that hinders the next one (round %i)', async () => {
    const child = consumer.start(
      ['backup', '--environment', 'production', '--type', 'incremental'],
      signing(),
    );
    const after = Math.random() * 12_000;
    await new Promise(resolve => setTimeout(resolve, after));
    child.child.kill('SIGKILL');
    const { lines } = await child.done;
    console.log(
      `killed after ${(after / 1000).toFixed(1)} s: ${lines.at(-1)?.text ?? 'it had said nothing'}`,
    );
    const run = await backup('--type', 'incremental', '--wait', '1m');
    expect(run.outputs.reason).toBe('');
    for (const { name } of await database.members())
      expect(
        await database.sql('select pg_is_wal_replay_paused() where pg_is_in_recovery()', name),
      ).not.toContain('t');
    const pods = JSON.parse(await database.kubectl(['get', 'pods', '-o', 'json']));
    expect(JSON.stringify(pods)).not.toContain('slipway.dev/replay-paused');
  });
});

describe('recovery 7: a backup', () => {
  it('reads all of each repository back once a week, and each new backup', async () => {
    const run = await backup('--type', 'incremental');
    expect(run.outputs.reason).toBe('');
    const first = await wholeIn(set);
    const times = Object.values(first);
    expect(Object.keys(first)).toEqual(['near', 'far']);
    expect(times.every(time => Math.abs(Date.now() - time) < 3_600_000)).toBe(true);
    expect(await wholeIn(run.outputs.set ?? '')).toEqual(first);
    expect(await database.exec(await database.primary(), ['ls', '/tmp/slipway'])).not.toContain('-all-');
  });
});

describe('a restore', () => {
  let mistake: number;
  it('leads to just before a mistake: nothing is missing that was there, and nothing there that came later', async () => {
    await loadShop(database, 500, 2001);
    const [clock = ''] = await database.sql('select extract(epoch from clock_timestamp()) * 1000');
    mistake = Math.floor(Number(clock)) + 50;
    await passed(mistake);
    await database.sql('delete from orders where account_id > 1000', undefined, 'shop');
    await loadShop(database, 10, 3001);
    await database.pgbackrest(['check']);
    const into = await emptyNamespace();
    const run = await restore(into, '--target', new Date(mistake).toISOString());
    expect(run.stderr).toContain('L2');
    expect(run.code).toBe(0);
    expect(await count(into, 'orders')).toBe(7500);
    expect(await count(into, 'accounts')).toBe(2500);
    expect(await count(into, 'accounts where id > 3000')).toBe(0);
  });

  it('to what was counted is exactly that', async () => {
    const into = await emptyNamespace();
    const run = await restore(into, '--target', 'counted', '--repository', 'far');
    expect(run.outputs).toMatchObject({ proved: 'L3', reason: '' });
    expect(run.stderr).toContain('is signed by the key cosign.pub');
    expect(await count(into, 'accounts')).toBe(2000);
  });

  it('to the end compares on the way, goes on to all that was archived, and masks what others shall not see', async () => {
    const into = await emptyNamespace();
    await writeFile(
      join(consumer.dir, 'masking.yml'),
      'accounts.name: fake-name\naccounts.email: fake-email\norders.note: fake-text\n',
    );
    const run = await restore(into, '--masking', 'masking.yml');
    expect(run.outputs).toMatchObject({ proved: 'L3', reason: '', addresses: `["shop-copy.${into}"]` });
    expect(await count(into, 'accounts')).toBe(2510);
    const original = new Set(await database.sql('select email from accounts', undefined, 'shop'));
    const masked = await rowsIn(into, 'select email from accounts');
    expect(new Set(masked).size).toBe(2510);
    expect(masked.filter(each => original.has(each))).toEqual([]);
    expect(await count(into, 'orders o join accounts a on a.id = o.account_id')).toBe(
      await count(into, 'orders'),
    );
  });

  it('recovery 5: accepts no connections before it is masked, and is removed when the map does not mention a column', async () => {
    const log = await kubectl(['-n', namespaces.at(-1) ?? '', 'logs', 'shop-copy']);
    expect(log.indexOf('listening on IPv')).toBeGreaterThan(log.lastIndexOf('database system is shut down'));
    const into = await emptyNamespace();
    await writeFile(
      join(consumer.dir, 'masking.yml'),
      'accounts.name: fake-name\naccounts.email: fake-email\n',
    );
    const run = await restore(into, '--target', 'counted', '--masking', 'masking.yml');
    expect(run.code).not.toBe(0);
    expect(run.outputs.reason).toContain('does not mention 1 column (public.orders.note)');
    expect(await kubectl(['-n', into, 'get', 'pods', '-o', 'name'])).toBe('');
  });

  it('recovery 7: compares the sample of a large table with the same blocks of the copy', async () => {
    await database.sql(
      `create table filler (n bigint primary key, text text);
       insert into filler select n, repeat(md5(n::text), 10) from generate_series(1, 20000) n;`,
      undefined,
      'shop',
    );
    await consumer.configure(config => {
      config.environments.production.recovery.databases.shop.inventory = '1Mi';
    });
    const made = await backup('--type', 'incremental');
    expect(made.outputs.reason).toBe('');
    expect(JSON.parse(made.outputs.rows ?? '').shop).toBeLessThan(20_000);
    const into = await emptyNamespace();
    const run = await restore(into, '--target', 'counted');
    expect(run.outputs).toMatchObject({ proved: 'L3', reason: '' });
    expect(run.stderr).toMatch(/\d of them sampled/);
    expect(await count(into, 'filler')).toBe(20_000);
  });

  it('is refused where the original is, and where something of its names is already', async () => {
    expect((await restore(database.namespace)).outputs.reason).toContain('contains shop itself');
    expect((await restore(namespaces[0] ?? '')).outputs.reason).toContain('already exists in');
  });

  it('takes no manifest that was changed, or that was signed for another set', async () => {
    const { near } = database.buckets;
    const own = { lab: labOf(process.env.SLIPWAY_LAB ?? ''), store: 'near', keys: near } as const;
    const path = (id: string) => `/${near.name}/slipway/shop/production/${id}/manifest.json`;
    const [manifest, bundle] = [
      await call(own, 'GET', path(set)),
      await call(own, 'GET', `${path(set)}.sigstore.json`),
    ];
    const put = async (id: string, changed: string) => {
      await call(own, 'PUT', `${path(id)}.sigstore.json`, {}, bundle);
      await call(own, 'PUT', path(id), {}, changed);
    };
    const into = await emptyNamespace();
    // The newest, as far ahead as clocks may differ.
    await put(setId(Date.now() + 60_000), manifest);
    expect((await restore(into)).outputs.reason).toContain('was signed for another purpose');
    await put(setId(Date.now() + 120_000), manifest.replace(/"rows": \d+/, '"rows": 1'));
    expect((await restore(into)).outputs.reason).toContain('is not the signed content');
    expect(await kubectl(['-n', into, 'get', 'pods', '-o', 'name'])).toBe('');
  });
});

describe('recovery 3: a backup that no set needs', () => {
  it('goes with all that is built upon it, and the rest is whole as before', async () => {
    const pod = await database.primary();
    const exec = podExec({ namespace: database.namespace, pod, container: 'postgres' }, {});
    const place = { stanza: STANZA, repository: 1 };
    const make = (type: string) =>
      database.pgbackrest([
        ...['--repo=1', `--type=${type}`, '--no-expire-auto'],
        ...['--annotation=slipway-owner=shop/production', 'backup'],
      ]);
    const labels = async () => (await database.info(1)).backup.map(({ label }) => label);
    const sets = await labels();
    await make('full');
    await make('incr');
    await make('full');
    const made = (await labels()).at(-1) ?? '';
    const { signal } = new AbortController();
    const expired = await expireBackups({
      ...{ exec, place, signal, name: 'near', locked: undefined },
      by: {
        ...{ made, owner: 'shop/production', needed: new Set(sets), now: Date.now() },
        named: new Set(),
        policy: { window: 0 },
      },
      report: line => console.log(line),
    });
    expect(expired).toEqual({ problems: [], notes: [] });
    expect(await labels()).toEqual([...sets, made]);
    const limits = { backup: 86_400_000, wal: 86_400_000 };
    const levelChecks = await proveRepository({
      exec,
      place,
      size: usualSize,
      limits,
      signal,
      now: Date.now,
    });
    expect(levelChecks.map(({ state, sentence }) => [state, sentence])).toEqual(
      levelChecks.map(({ sentence }) => ['passed', sentence]),
    );
  });
});

describe('what pgBackRest would remove', () => {
  it('is known from what it says, and nothing is removed for that', async () => {
    const labels = async () => (await database.info(1)).backup.map(({ label }) => label);
    await database.pgbackrest(['--repo=1', '--type=incr', '--no-expire-auto', 'backup']);
    const before = await labels();
    await database.pgbackrest(['--repo=1', '--type=full', '--no-expire-auto', 'backup']);
    const one = ['--repo1-retention-full-type=count', '--repo1-retention-full=1'];
    const options = ['--repo=1', ...one, '--log-level-console=info', '--dry-run'];
    const said = await database.pgbackrest([...options, 'expire']);
    console.log(said);
    expect(before.some(label => /I$/.test(label))).toBe(true);
    expect(expiredLabels(said).toSorted()).toEqual(before.toSorted());
    expect(await labels()).toEqual(expect.arrayContaining(before));
  });
});
