import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authority } from '../../certificates.ts';
import type { Database } from '../../database/database.ts';
import { SCOPE } from '../../database/settings.ts';
import { eventually } from '../harness.ts';

/** The stores of the good application on the lab: its database gets TLS, a table and structured logs; Redis comes from the manifests. */

/** The table of examples/records, with the record that never changes. */
export async function keepRecords({ sql }: Database): Promise<void> {
  await sql(
    `create table records (id bigint generated always as identity primary key, name text not null,
       note text not null default '', created_at timestamptz not null default now());
     alter table records owner to shop;
     insert into records (name, note) values ('old', 'kept since before')`,
    undefined,
    'shop',
  );
}

const folder = '/data/tls';

/** Turns TLS on in each member of the database, and lets Patroni log lines of JSON. */
export async function serveOverTls(database: Database, authority: Authority): Promise<void> {
  const { certificate, key } = authority.issue('db', [`DNS:${SCOPE}`]);
  const own = database.kubectl;
  await own(['create', 'configmap', 'db-ca', `--from-literal=ca.crt=${authority.certificate}`]);
  for (const { name } of await database.members()) {
    const put = (file: string, text: string) =>
      database.exec(name, ['sh', '-ec', `umask 077; mkdir -p ${folder}; cat > ${folder}/${file}`], text);
    await put('tls.crt', certificate);
    await put('tls.key', key);
  }
  const parameters = { ssl: 'on', ssl_cert_file: `${folder}/tls.crt`, ssl_key_file: `${folder}/tls.key` };
  const settings = JSON.stringify({ postgresql: { parameters } });
  const patroni = 'http://localhost:8008/config';
  await database.exec(await database.primary(), ['curl', '-fsS', '-X', 'PATCH', '-d', settings, patroni]);
  await eventually(async () => (await database.sql('show ssl'))[0] === 'on', 60_000);
  await structured(database);
}

/** Lines that are no JSON, of all in the namespace, would count against the application. */
async function structured({ kubectl: own, whole }: Database): Promise<void> {
  const text = await own(['get', 'configmap', 'patroni', '-o', 'jsonpath={.data.patroni\\.yaml}']);
  const format = '{"time": "%(asctime)s", "level": "%(levelname)s", "message": "%(message)s"}';
  const log = `log:\n  level: WARNING\n  format: '${format}'\n`;
  const patch = JSON.stringify({ data: { 'patroni.yaml': `${log}${text}` } });
  await own(['patch', 'configmap', 'patroni', '--type=merge', '-p', patch]);
  await own(['rollout', 'restart', 'statefulset/db']);
  await own(['rollout', 'status', 'statefulset/db', '--timeout=180s']);
  await whole(120_000);
}

/** Creates what Redis of the manifests needs, starts it, and writes the setting that the application reads. */
export async function deployRedis(
  { kubectl: own }: Database,
  authority: Authority,
  dir: string,
  token: string,
): Promise<void> {
  const { certificate, key } = authority.issue('redis', ['DNS:redis']);
  await own(['create', 'configmap', 'redis-ca', `--from-literal=ca.crt=${authority.certificate}`]);
  const files = { 'redis.crt': certificate, 'redis.key': key };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text, { mode: 0o600 });
  const paths = [`--cert=${join(dir, 'redis.crt')}`, `--key=${join(dir, 'redis.key')}`];
  await own(['create', 'secret', 'tls', 'redis-tls', ...paths]);
  await own(['apply', '-f', join(dir, 'deploy/redis.yaml')]);
  await own(['rollout', 'status', 'statefulset/redis', '--timeout=120s']);
  const set = (key: string, value: string) =>
    own(['exec', 'statefulset/redis', '--', 'redis-cli', 'SET', key, value]);
  await set('settings:customer', token);
  await set('role:partner', 'manager');
}
