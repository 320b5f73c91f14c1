import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { eventually } from '../harness.ts';
import { needs } from '../needs.ts';
import { slowness } from '../slowness.ts';

needs('recovery');

/** How long a commit takes while a backup pauses replay on a standby to count its rows. */

let database: Database;
let consumer: Consumer;
beforeAll(async () => {
  database = await createDatabase('commits');
  consumer = await createConsumer(database);
  await database.sql(
    `create table filler (n bigint primary key, text text not null);
     insert into filler select n, repeat(md5(n::text), 30) from generate_series(1, 300000) n;
     create table commits (n bigserial, at timestamptz not null default clock_timestamp());
     create table stop (at timestamptz);`,
    undefined,
    'shop',
  );
});
afterAll(async () => {
  await consumer?.remove();
  await database?.remove();
});

/** Commits a row every 20 ms until `stop` has one. The second column is the longest commit in milliseconds. */
const committing = `
do $$
declare
  begun timestamptz;
  longest interval := '0';
begin
  while not exists (select from stop) loop
    insert into commits default values;
    begun := clock_timestamp();
    commit;
    longest := greatest(longest, clock_timestamp() - begun);
    perform pg_sleep(0.02);
  end loop;
  insert into stop select 'epoch'::timestamptz + longest;
end $$`;

it.each(['on', 'remote_apply'])(
  'recovery 6: no commit waits for a backup where synchronous_commit is %s',
  async commit => {
    const settings = JSON.stringify({ postgresql: { parameters: { synchronous_commit: commit } } });
    const patch = ['curl', '-fsS', '-X', 'PATCH', '-d', settings, 'http://localhost:8008/config'];
    const primary = await database.primary();
    await database.exec(primary, patch);
    await eventually(async () => (await database.sql('show synchronous_commit')).includes(commit));
    await database.sql('truncate stop, commits', undefined, 'shop');
    const since = Date.now();
    const commits = database.sql(committing, primary, 'shop');
    const { code, stderr } = await consumer.slipway(['backup', '--environment', 'production']);
    await database.sql('insert into stop values (null)', undefined, 'shop');
    await commits;
    const [row = ''] = await database.sql(
      `select count(*), (select extract(epoch from max(at)) * 1000 from stop) from commits`,
      undefined,
      'shop',
    );
    const [count = 0, longest = Infinity] = row.split('\t').map(Number);
    console.log(`${commit}: the longest of ${count} commits took ${Math.round(longest)} ms`);
    expect(stderr).toMatch(/^shop: counted at /m);
    expect(code).toBe(0);
    expect(count).toBeGreaterThan(100);
    expect(longest).toBeLessThan(2_000 * (await slowness(since)));
  },
  300_000,
);
