import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { encrypt, keyOfSecret, parseKey } from '../../src/recovery/fernet.ts';
import { gateway } from '../e2e/harness.ts';
import type { Database } from './database.ts';
import { labUid, type Production } from './production.ts';
import type { Records } from './records.ts';

/** What slipway.yml says of drills of a database and its application, and what they find there. */

/** As a network sees them: after the address of their Service is translated. It is asked for by who has no lab, too. */
export const stores = ['NEAR', 'FAR'].map(
  each => new URL(process.env[`SLIPWAY_S3_${each}`] ?? 'https://none').host,
);
export const [near = '', far = ''] = stores;

/** The namespace of its drills. */
export const drillsOf = ({ namespace }: Pick<Database, 'namespace'>): string => `${namespace}-drill`;

/** How the application answers, and who writes markers. */
export const served = (records: Records) => ({
  application: {
    ...{ url: gateway, host: records.host, 'known-record': `/records/${records.old}` },
    write: { path: '/records', body: '{"name": "drill", "note": "{token}"}', read: '/records/{id}' },
  },
  markers: { service: 'db', user: 'shop', secret: 'passwords', key: 'shop' },
});

/** The block `drills`, without what only one scenario needs. */
export const drillsConfig = async (
  { namespace }: Pick<Database, 'namespace'>,
  records: Records,
  production: Production,
) => ({
  pace: 'lab',
  clusters: [await labUid()],
  'production-clusters': [production.uid],
  'production-context': 'production',
  ...served(records),
  scratch: {
    namespace: drillsOf({ namespace }),
    credentials: 'read-write',
    'allow-egress': stores,
    'must-not-reach': [`db.${namespace}.svc.cluster.local:5432`],
    'must-reach': stores,
    configuration: ['Secret/passwords'],
    start: ['Deployment/records'],
    service: 'records',
  },
  deadline: '2m',
  'rejoin-timeout': '2m',
});

/** Writes an offline key. @returns for whom is encrypted what it opens. */
export async function createOfflineKey(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  await writeFile(path, `${identity}\n`, { mode: 0o600 });
  return identityToRecipient(identity);
}

/** What the application has encrypted, `tokens.value` with the key `fernet` of the Secret `keys`. */
export async function keepTokens(database: Database): Promise<void> {
  const key = keyOfSecret(randomUUID(), 'url-safe');
  const token = () => encrypt('called back', parseKey(key)!, Date.now(), randomBytes(16));
  const values = Array.from({ length: 60 }, () => `('${token()}')`);
  await database.sql(
    `create table tokens (id bigint generated always as identity primary key, value text not null);
     alter table tokens owner to shop; insert into tokens (value) values ${values.join(', ')}`,
    undefined,
    'shop',
  );
  await database.kubectl(['create', 'secret', 'generic', 'keys', `--from-literal=fernet=${key}`]);
}
/** As slipway.yml names them. */
export const tokens = { table: 'tokens', column: 'value', secret: 'keys', key: 'fernet' } as const;

/**
 * A switch of the segment moves the log by up to 16 MiB, and a database of tests has one every five seconds: to Patroni a standby that lacks
 * it is further behind than the megabyte that may be lost by default, and then nobody takes over at all.
 */
export async function allowLag(database: Database): Promise<void> {
  const settings = JSON.stringify({ maximum_lag_on_failover: 64 << 20 });
  const patroni = 'http://localhost:8008/config';
  await database.exec(await database.primary(), ['curl', '-fsS', '-X', 'PATCH', '-d', settings, patroni]);
}
