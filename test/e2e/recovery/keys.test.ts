import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encrypt, type FernetKey, keyOfSecret, openStored, parseKey } from '../../../src/recovery/fernet.ts';
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
    return `(${id}, '${stored}', ${id % 7 === 0 ? 'null' : `'${encrypt(`note ${id}`, key('first'), 1.7e12)}'`})`;
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
const total = rows + rows - Math.ceil(rows / 7) + 300;

describe('K4: a rotation', () => {
  it(`of ${rows} rows, killed ${kills} times at random moments, loses none and leaves none unreadable`, async () => {
    const begun = Date.now();
    expect((await rotating('first', 'second')).stdout.trim()).toBe(String(total));
    const whole = Date.now() - begun;
    expect(await standing(['second'])).toEqual({ second: total });
    const outcomes = { untouched: 0, committed: 0 };
    let now = 'second';
    for (let kill = 0; kill < kills; kill += 1) {
      const next = now === 'second' ? 'third' : 'second';
      const before = await sums();
      const child = spawn(process.execPath, [program, now, next, ...columns], { env, stdio: 'ignore' });
      const ended = once(child, 'close');
      await Promise.race([ended, sleep(Math.random() * whole * 1.1)]);
      if (kill % 2 === 0) child.kill('SIGKILL');
      else {
        const [pid] = await server.sql(`select pid from pg_stat_activity where usename = 'app' limit 1`);
        if (pid !== undefined) process.kill(Number(pid), 'SIGKILL');
      }
      await ended;
      await recovered();
      const after = await standing([now, next]);
      // All or nothing.
      expect([{ [now]: total }, { [next]: total }]).toContainEqual(after);
      const committed = next in after;
      outcomes[committed ? 'committed' : 'untouched'] += 1;
      if (!committed) expect(await sums()).toEqual(before);
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
  }, 900_000);

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
