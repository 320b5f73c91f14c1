import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Consumer, createConsumer } from './consumer.ts';
import { createDatabase, type Database } from './database.ts';
import { deployRecords, type Records } from './records.ts';

/** An application with its database, backed up as it has to be, that is going to be lost with all that is around it. */

export interface Doomed {
  readonly database: Database;
  readonly consumer: Consumer;
  readonly records: Records;
  /** Path of the offline key. */
  readonly key: string;
  /** What is in it, as the database prints it; nothing but a backup has it afterwards. */
  readonly rows: readonly string[];
  /** Backs up. @param env what it takes besides. @throws Error with what it said when that does not count. */
  backUp(env?: Readonly<Record<string, string>>): Promise<string>;
  remove(): Promise<void>;
}

export const rowsQuery = 'select id, name, note from records order by id';

/** @param name of the test; the namespace is `e2e-<name>-<random>`. @param folder where the offline key is kept. */
export async function createDoomed(name: string, folder: string): Promise<Doomed> {
  const database = await createDatabase(name);
  const records = await deployRecords(database, []);
  const note = () => randomBytes(8).toString('hex');
  const values = Array.from({ length: 200 }, (_, index) => `('record ${index}', '${note()}')`);
  await database.sql(`insert into records (name, note) values ${values.join(', ')}`, undefined, 'shop');
  const consumer = await createConsumer(database);
  const identity = await generateX25519Identity();
  const key = join(folder, 'offline.key');
  await writeFile(key, `${identity}\n`, { mode: 0o600 });
  const recipient = await identityToRecipient(identity);
  await consumer.configure(config => {
    const { recovery } = config.environments.production;
    recovery.recipients = [recipient];
    recovery.objects = { kinds: ['apps/Deployment', 'apps/StatefulSet'] };
    recovery.drills = {
      application: {
        ...{ url: 'https://records.example', 'known-record': `/records/${records.old}` },
        'known-value': 'kept since before',
        write: { path: '/records', body: '{"name": "after", "note": "{token}"}', read: '/records/{id}' },
      },
      markers: { service: 'db', user: 'shop', secret: 'passwords', key: 'shop' },
      scratch: {
        ...{ namespace: 'drill', 'allow-egress': ['192.0.2.1:443'], 'must-reach': ['192.0.2.1:443'] },
        ...{ 'must-not-reach': ['192.0.2.2:443'], start: ['Deployment/records'], service: 'records' },
      },
    };
  });
  return {
    ...{ database, consumer, records, key },
    rows: await database.sql(rowsQuery, undefined, 'shop'),
    backUp: async env => {
      const run = await consumer.slipway(['backup', '--environment', 'production'], env);
      const { set = '' } = run.outputs;
      if (run.code !== 0 || set === '') throw new Error(`the backup does not count: ${run.stderr}`);
      return set;
    },
    remove: async () => {
      await consumer.remove();
      await database.remove();
    },
  };
}
