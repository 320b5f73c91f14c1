import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bareRepository,
  type Cause,
  changedChain,
  changedSet,
  configured,
  emptyStores,
  inDatabase,
  together,
  type Undo,
} from './causes.ts';
import type { Place } from './place.ts';
import { expectGood, production } from './releases.ts';
import { drill } from './run.ts';

/** How the shortfalls of keys, backups, drills and builds are caused on the lab. */

/** Runs drills as part of a cause: their records are what the report reads. */
const drilled =
  (...scenarios: string[]) =>
  async (place: Place): Promise<Undo> => {
    for (const scenario of scenarios) await drill(place, scenario);
    return async () => undefined;
  };

const target = (domain: string) =>
  configured(
    '      redis: { sessions',
    `      targets: { ${domain}: { rto: 1s, rpo: 15m } }\n      redis: { sessions`,
  );

async function otherKey({ kubectl: own }: Place): Promise<Undo> {
  const get = ['get', 'secret', 'keys', '-o', 'jsonpath={.data.fernet}'];
  const before = await own(get);
  const put = (fernet: string) =>
    own(['patch', 'secret', 'keys', '--type=merge', '-p', JSON.stringify({ data: { fernet } })]);
  await put(Buffer.from(Buffer.alloc(32, 7).toString('base64')).toString('base64'));
  return () => put(before);
}

/** Lodash 4.17.4, of which the lab's advisories know. */
async function vulnerable({ dir, edit }: Place): Promise<Undo> {
  const folder = join(dir, 'shop/src/node_modules/lodash');
  await mkdir(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"lodash","version":"4.17.4"}');
  return edit('slipway.yml', text =>
    text.replace('fail-on: [critical]', 'fail-on: [critical, high, medium]'),
  );
}

const token = `ghp_${'a1B2'.repeat(9)}`;
/** Gives all backups the label of pgBackRest for backups of some days ago. */
const setLabels = (...parts: (readonly [days: number, type: 'F' | 'I'])[]) =>
  changedSet(({ databases }) => {
    const label = parts.map(([days, type]) => `${labelDate(days)}${type}`).join('_');
    for (const each of databases.flatMap(({ backups }) => backups)) each.label = label;
  });
const labelDate = (days: number) => {
  const [date = '', time = ''] = new Date(Date.now() - days * 86_400_000)
    .toISOString()
    .slice(0, 19)
    .split('T');
  return `${date.replaceAll('-', '')}-${time.replaceAll(':', '')}`;
};

export const ofBackups = {
  'another key than that of the stored values': otherKey,
  'a plain value in an encrypted column': inDatabase(
    `insert into tokens (value) values ('plain')`,
    `delete from tokens where value = 'plain'`,
  ),
  'a token in a text': inDatabase(
    `insert into records (name, note) values ('leak', '${token}')`,
    `delete from records where name = 'leak'`,
  ),
  'a masked copy with a value that survived': inDatabase(
    `create function keep() returns trigger language plpgsql as 'begin return old; end'; create trigger keep before update on accounts for each row execute function keep(); alter table accounts enable always trigger keep`,
    'drop trigger keep on accounts; drop function keep()',
  ),
  'an entry of the audit chain that was changed': changedChain,
  'no backup set': emptyStores,
  'an old backup set': changedSet(set => {
    set.at -= 3 * 86_400_000;
  }),
  'a full backup of three weeks ago': setLabels([21, 'F'], [0, 'I']),
  'a daily backup of three days ago': setLabels([4, 'F'], [3, 'I']),
  'a set without objects of the cluster': changedSet(set => {
    set.clusterObjects = {};
  }),
  'a set without the live images': changedSet(set => {
    set.images = [];
  }),
  'few scenarios': together(emptyStores, drilled('container-kill', 'restore')),
  'drills that measure nothing': together(emptyStores, drilled('rot')),
  'a machine whose loss costs data': async ({ database }) => {
    await database.synchronous('async');
    return () => database.synchronous('sync');
  },
  'a zone that comes back too late': together(target('zone'), drilled('zone')),
  'a region that comes back too late': together(target('region'), drilled('region')),
  'a whole that comes back too late': together(target('total'), drilled('total')),
  'a bad release that nothing notices': together(
    configured('env: { DEFECTS: slow }', 'env: { LOG_LEVEL: warn }'),
    drilled('bad-release'),
  ),
  'an update that stops every pod': async ({ kubectl: own }) => {
    const set = (maxUnavailable: string | number) => {
      const patch = { spec: { strategy: { rollingUpdate: { maxUnavailable } } } };
      return own(['patch', 'deployment', 'shop', '-p', JSON.stringify(patch)]);
    };
    await set('100%');
    return () => set(0);
  },
  // Slipway checks no label, but the API server does.
  'a plan that is refused': configured(
    'labels: { app: shop } }',
    'labels: { app: shop, tier: "not valid!" } }',
    'deploy/shop.yaml',
  ),
  'a test that fails': configured("reply: 'ab', length: 8", "reply: 'xy', length: 8", 'shop/test/shop.ts'),
  'a vulnerable package': vulnerable,
  // The last one: it leaves a gap in the WAL of the repository. Incremental backups save storage without compression, too.
  'a repository without encryption and compression': together(
    emptyStores,
    bareRepository,
    async ({ slipway }) => {
      expectGood(await slipway(['backup', ...production, '--type', 'full']));
      return async () => undefined;
    },
  ),
} as const satisfies Record<string, Cause>;
