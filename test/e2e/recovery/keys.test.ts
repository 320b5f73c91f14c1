import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RequirementAssessment } from '../../../src/assess/assessment.ts';
import { encrypt, type FernetKey, keyOfSecret, openStored, parseKey } from '../../../src/recovery/fernet.ts';
import { openWorkplace, type Run, type Workplace } from '../../actions/workplace.ts';
import { answer } from '../../cluster/api-server.ts';
import { type LocalServer, type LocalServers, localServers } from '../../database/local-servers.ts';
import { needs } from '../needs.ts';

/** K4: a rotation of ten thousand rows on a real server, killed at random moments. */
needs('exporters');

const rows = 10_000;
const kills = 20;
const key = (secret: string) => parseKey(keyOfSecret(secret)) as FernetKey;

let servers: LocalServers;
let server: LocalServer;
let env: NodeJS.ProcessEnv;
const program = join(import.meta.dirname, '../../database/rotate-once.ts');

beforeAll(async () => {
  servers = localServers();
  server = await servers.create('keys', {
    log_statement: 'all',
    logging_collector: 'on',
    log_directory: 'log',
  });
  env = { ...process.env, PGHOST: servers.folder, PGPORT: String(server.port), PGUSER: 'app' };
  await server.sql(`create table secrets (id bigint primary key, value text, note varchar(400), tenant int not null default 1);
create table settings (tenant int, name text, token varchar(300), primary key (tenant, name));
create role app login; alter table secrets owner to app; alter table settings owner to app;`);
  const line = (id: number) => {
    const token = encrypt(`plaintext ${id}`, key('first'), 1.7e12 + id * 1000);
    const stored = Buffer.from(token).toString('base64');
    return `(${id}, '${stored}', ${id % 10 > 0 ? 'null' : `'${encrypt(`note ${id}`, key('first'), 1.7e12)}'`})`;
  };
  const all = Array.from({ length: rows }, (_, id) => id);
  for (let at = 0; at < rows; at += 1000)
    await server.sql(
      `insert into secrets (id, value, note) values ${all
        .slice(at, at + 1000)
        .map(line)
        .join(',')};`,
    );
  await server.sql(
    `insert into settings values ${all
      .slice(0, 300)
      .map(id => `(${id % 3}, 'name \\ ${id}', '${encrypt(`setting ${id}`, key('first'), 1.7e12)}')`)
      .join(',')}, (1, 'legacy', 'plain-value'), (1, 'empty', '');`,
  );
}, 240_000);
afterAll(() => servers.remove());

const columns = ['secrets.value', 'secrets.note', 'settings.token'];
const rotating = (from: string, to: string, ...of: string[]) =>
  promisify(execFile)(process.execPath, [program, from, to, ...(of.length === 0 ? columns : of)], { env });
const sums = () =>
  server.sql(`select md5(string_agg(s::text, ',' order by id)) from secrets s;
select md5(string_agg(s::text, ',' order by tenant, name)) from settings s;`);
/** Which secrets open the values, and how many open to what they were. */
async function standing(secrets: readonly string[]) {
  const counts = new Map<string, number>();
  const see = (stored: string, plaintext: string, at?: number) => {
    const by = secrets.find(secret => {
      const opened = openStored(stored, key(secret));
      return opened.ok && opened.plaintext.toString() === plaintext && (at === undefined || opened.at === at);
    });
    counts.set(by ?? 'unreadable', (counts.get(by ?? 'unreadable') ?? 0) + 1);
  };
  for (const row of await server.sql(`select json_build_array(id, value, note) from secrets;`)) {
    const [id, value, note] = JSON.parse(row) as [number, string, string | null];
    see(value, `plaintext ${id}`, 1.7e12 + id * 1000);
    if (note !== null) see(note, `note ${id}`);
  }
  for (const row of await server.sql(
    `select json_build_array(name, token) from settings where name like 'name%';`,
  )) {
    const [name, token] = JSON.parse(row) as [string, string];
    see(token, `setting ${name.replace('name \\ ', '')}`);
  }
  return Object.fromEntries(counts);
}
const total = rows + rows / 10 + 300;

describe('K4: a rotation', () => {
  it(`of ${rows} rows, killed ${kills} times at random moments, loses none and leaves none unreadable`, async () => {
    const begun = Date.now();
    expect((await rotating('first', 'second')).stdout.trim()).toBe(String(total));
    // The load of the machine changes, so the last whole run counts.
    let whole = Date.now() - begun;
    expect(await standing(['second'])).toEqual({ second: total });
    const outcomes = { untouched: 0, committed: 0 };
    let now = 'second';
    for (let kill = 0; kill < kills; kill += 1) {
      const next = now === 'second' ? 'third' : 'second';
      const before = await sums();
      const child = spawn(process.execPath, [program, now, next, ...columns], { env, stdio: 'ignore' });
      const ended = once(child, 'close');
      const from = Date.now();
      await Promise.race([ended, sleep(Math.random() * whole)]);
      if (child.exitCode === 0) whole = Date.now() - from;
      if (kill % 2 === 0) child.kill('SIGKILL');
      else {
        const [pid] = await server.sql(`select pid from pg_stat_activity where usename = 'app' limit 1`);
        if (pid !== undefined) process.kill(Number(pid), 'SIGKILL');
      }
      await ended;
      await recovered();
      // All or nothing.
      const committed = !isDeepStrictEqual(await sums(), before);
      if (committed) expect(await standing([next])).toEqual({ [next]: total });
      outcomes[committed ? 'committed' : 'untouched'] += 1;
      if (committed || kill % 4 === 3) {
        // A rerun does what is left, which may be nothing.
        expect((await rotating(now, next)).stdout.trim()).toBe(committed ? '0' : String(total));
        now = next;
      }
    }
    console.log(`rotation ${whole} ms`, outcomes);
    expect(await standing([now])).toEqual({ [now]: total });
    expect(outcomes.untouched).toBeGreaterThan(kills / 3);
    expect(
      await server.sql(`select token from settings where name in ('legacy', 'empty') order by name`),
    ).toEqual(['plain-value']);
    await rotating(now, 'last');
  }, 2_400_000);

  it('shows no key, plaintext or new ciphertext in the log of a server that logs every statement', async () => {
    // The rotation is not that of a superuser, who could keep statements out of the log.
    const [file = ''] = await server.sql('select pg_current_logfile()');
    const log = readFileSync(server.file(file), 'utf8');
    const [value = ''] = await server.sql('select value from secrets where id = 5');
    const secrets = ['first', 'second', 'third', 'last'].map(each => keyOfSecret(each));
    const found = ['declare slipway_values', ...secrets, 'plaintext 5', value].filter(each =>
      log.includes(each),
    );
    expect(found).toEqual(['declare slipway_values']);
  });
});

/** After a backend was killed, the server restarts all. */
async function recovered(): Promise<void> {
  for (;;) {
    const idle = await server
      .sql(`select count(*) from pg_stat_activity where usename = 'app'`)
      .catch(() => undefined);
    if (idle?.[0] === '0') return;
    await sleep(50);
  }
}

/** The command line reaches the server by `kubectl exec`. Only kubectl, the API server and pgBackRest are not real. */
describe('the action', () => {
  let at: Workplace;
  let api: Server;
  const secret = 'jwt-1';
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const listOf = (items: object[]) => ({ kind: 'PodList', metadata: { resourceVersion: '1' }, items });
  const apiServer = (...command: string[]) => ({
    metadata: { name: 'api' },
    spec: { containers: [{ command }] },
  });
  const answers: Record<string, object> = {
    '/version': {},
    '/api/v1/namespaces/kube-system/pods': listOf([apiServer('kube-apiserver', '--v=2')]),
    '/apis/apps/v1/namespaces/shop/statefulsets/db': {
      metadata: { name: 'db' },
      spec: { selector: { matchLabels: { app: 'db' } } },
    },
    '/api/v1/namespaces/shop/pods': listOf([
      { metadata: { name: 'db-0' }, spec: { containers: [{}] }, status: { phase: 'Running' } },
    ]),
    '/api/v1/namespaces/shop/secrets/shop-keys': { data: { key: Buffer.from(secret).toString('base64') } },
  };

  beforeAll(async () => {
    const sealed = (text: string, by = secret) => encrypt(text, key(by), 1.7e12);
    await server.sql(`create table accounts (id uuid primary key default gen_random_uuid(), token text);
insert into accounts (token) select '${sealed('opensesame')}' from generate_series(1, 20);
insert into accounts (token) values ('legacy-value'), (null);
create table api_keys (id serial primary key, key text, meta jsonb);
insert into api_keys (key) values ('${token}'), ('${token}'), ('nothing of interest');
insert into api_keys (meta) values ('{"pem": "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQ\\n"}');`);
    at = await openWorkplace();
    const kubectl = join(import.meta.dirname, '../../cluster/fake-kubectl.ts');
    await at.program(
      'kubectl',
      `echo "$@" >> '${at.folder}/commands'
[ "$1" = exec ] || exec "${process.execPath}" --no-warnings "${kubectl}" "$@"
until [ "$1" = -- ]; do shift; done
shift
for word; do shift; set -- "$@" "$(printf %s "$word" | sed "s#host='/slipway/run'#host='${servers.folder}'#")"; done
PGHOST=${servers.folder} PGPORT=${server.port} PGUSER=postgres exec "$@"`,
    );
    const repo = (number: number, cipher: string) => ({
      key: number,
      cipher,
      status: { code: 0, message: 'ok' },
    });
    const info = [
      { name: 'shop', status: { code: 0, message: 'ok' }, repo: [repo(1, 'none'), repo(2, 'aes-256-cbc')] },
    ];
    await at.program('pgbackrest', `echo '${JSON.stringify(info)}'`);
    api = createServer(({ url }, response) => {
      const found =
        answers[new URL(url ?? '/', 'http://localhost').pathname.replace(/^\/static\/.*/, '/version')];
      return found === undefined ? answer(response, 'NotFound', 404) : answer(response, found);
    });
    await new Promise<void>(resolve => api.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('KUBECTL_FAKE_API_PORT', String((api.address() as AddressInfo).port));
    await at.replace(
      '    namespace: shop',
      `    recovery:
      repositories: {near: {survives: zone, pgbackrest: 1}, far: {survives: region, pgbackrest: 2}}
      databases: {shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [near, far]}}
      drills: {encrypted: [{table: accounts, column: token, secret: shop-keys, key-derivation: sha256}]}
    namespace: shop`,
    );
  });
  afterAll(async () => {
    api.close();
    await at.close();
  });

  const keys = (...args: string[]): Promise<Run> =>
    at.slipway(['keys', ...args, '--environment', 'production']);
  const reported = () =>
    (
      JSON.parse(readFileSync(join(at.folder, 'keys.json'), 'utf8')) as {
        assessments: RequirementAssessment[];
      }
    ).assessments.map(({ id, rule, status, object = '' }) => [id, rule, status, object].join(' ').trim());
  const content = async () =>
    (await server.sql(`select md5(string_agg(a::text, ',' order by id)) from accounts a`))[0];

  it('finds what is wrong in a restored copy, and changes nothing in it', async () => {
    const before = await content();
    const run = await keys('check', '--copy', 'shop-copy.scratch');
    expect(run.err).toContain('2 values of public.api_keys.key look like a GitHub token');
    expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', rotated: '' } });
    expect(reported()).toEqual([
      'K1 key-opens met Column/public.accounts.token',
      'K2 column-plain not-met Column/public.accounts.token',
      'K5 column-plain not-met',
      'K4 key-rotates met',
      'K5 token-plain not-met Column/public.api_keys.key',
      'K5 token-plain not-met Column/public.api_keys.meta',
      'S9 repository-cipher not-met Repository/near',
      'S9 repository-cipher met Repository/far',
      'S9 etcd-encryption not-met',
    ]);
    expect(await content()).toBe(before);
  });

  it('asks the primary only for the declared columns', async () => {
    await keys('check');
    expect(reported().filter(each => / unknown/.test(each))).toEqual([
      'K4 key-rotates unknown',
      'K5 token-plain unknown',
    ]);
  });

  it('says with a wrong key in the Secret that nothing opens, even if OLD_KEY would', async () => {
    const path = '/api/v1/namespaces/shop/secrets/shop-keys';
    const before = answers[path] ?? {};
    answers[path] = { data: { key: Buffer.from('another').toString('base64') } };
    vi.stubEnv('OLD_KEY', secret);
    const { code, err } = await keys('check');
    vi.stubEnv('OLD_KEY', undefined);
    answers[path] = before;
    expect(code).toBe(1);
    expect(err).toContain(
      '20 of 20 encrypted values of public.accounts.token cannot be decrypted with Secret/shop-keys, key',
    );
  });

  it('refuses without a new key, with a wrong phrase, and when no key opens a value', async () => {
    const before = await content();
    expect((await keys('rotate')).err).toContain('the new key is not set');
    vi.stubEnv('NEW_KEY', 'jwt-2');
    expect((await keys('rotate', '--confirm', 'yes')).err).toContain('Write "rotate shop in production"');
    vi.stubEnv('OLD_KEY', 'another');
    expect((await keys('rotate', '--confirm', 'rotate shop in production')).err).toContain(
      '20 values of public.accounts.token cannot be decrypted with the old or the new key; nothing was changed',
    );
    vi.stubEnv('OLD_KEY', undefined);
    expect(await content()).toBe(before);
  });

  it('writes nothing in a dry run, then rotates once', async () => {
    const before = await content();
    expect(await keys('rotate')).toMatchObject({ code: 0, outputs: { rotated: '' } });
    expect(await content()).toBe(before);
    const run = await keys('rotate', '--confirm', 'rotate shop in production');
    expect(run).toMatchObject({ code: 0, outputs: { rotated: '20' } });
    expect(run.err).toContain('become invalid');
    expect(run.err).toContain('1 plain');
    expect((await keys('rotate', '--confirm', 'rotate shop in production')).outputs.rotated).toBe('0');
    const values = await server.sql(`select token from accounts where token <> 'legacy-value'`);
    expect(values.filter(each => openStored(each, key('jwt-2')).ok)).toHaveLength(20);
  });

  it('encrypts plain values when it is asked to', async () => {
    const run = await keys('rotate', '--encrypt-plain', 'true', '--confirm', 'rotate shop in production');
    expect(run.outputs.rotated).toBe('1');
    expect((await server.sql(`select count(*) from accounts where token = 'legacy-value'`))[0]).toBe('0');
  });

  it('shows no key and no value anywhere', () => {
    const shown = ['commands', 'keys.json']
      .map(each => readFileSync(join(at.folder, each), 'utf8'))
      .join('\n');
    const values = [
      secret,
      'jwt-2',
      keyOfSecret(secret),
      keyOfSecret('jwt-2'),
      token,
      'opensesame',
      'legacy-value',
    ];
    expect(values.filter(each => shown.includes(each))).toEqual([]);
  });
});
