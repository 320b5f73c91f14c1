import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Lab, labOf } from '../../../lab/lab.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { encrypt, keyOfSecret, parseKey } from '../../../src/recovery/fernet.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { script } from '../../database/drilling.ts';
import { labUid, type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, gateway, kubectl, type Run, type RunningSlipway } from '../../e2e/harness.ts';

/** A database with its application in the lab, and a user's repository that backs it up and rehearses its loss. */

/** What a run of ours said: everything in which a reason can stand. */
export interface Said {
  /** It ended as it does when all is well. */
  readonly green: boolean;
  readonly text: string;
  readonly run: Run;
  readonly report?: DrillReport | undefined;
}

export interface Stage {
  readonly lab: Lab;
  readonly cluster: Cluster;
  readonly database: Database;
  readonly records: Records;
  readonly consumer: Consumer;
  readonly production: Production;
  readonly kubeconfig: string;
  backup(type: 'auto' | 'full' | 'incremental'): Promise<Said>;
  /** What its runs are told besides. */
  readonly env: Record<string, string>;
  /** Path of the offline key. */
  readonly key: string;
  slipway(args: string[]): Promise<Said>;
  /** As above, and it can be killed. */
  start(args: string[]): RunningSlipway;
  drill(scenario: string, ...more: string[]): Promise<Said>;
  /** Into a namespace of its own, which is gone afterwards. */
  restore(to: string, ...more: string[]): Promise<Said>;
  remove(): Promise<void>;
}

/** The namespace of its drills. */
export const drillsOf = ({ namespace }: Pick<Database, 'namespace'>) => `${namespace}-drill`;

const power = { run: script('power.ts', 'off-behind'), undo: script('power.ts', 'on') };

/** As pods reach them, after the address of their Service is translated. */
const stores = ['NEAR', 'FAR'].map(each => new URL(process.env[`SLIPWAY_S3_${each}`] ?? 'https://none').host);

export async function openStage(name: string): Promise<Stage> {
  const lab = labOf(process.env.SLIPWAY_LAB ?? '');
  const [cluster, database, production] = await Promise.all([
    connect(),
    createDatabase(name, 'sync'),
    startProduction(),
  ]);
  await loadShop(database, 2000);
  const records = await deployRecords(database, [await database.nodeOf(await database.primary())]);
  const consumer = await createConsumer(database);
  const kubeconfig = await withProduction(production, join(consumer.dir, 'kubeconfig'));
  // Hooks are the lab's own.
  const env: Record<string, string> = { ...labEnvironment(), KUBECONFIG: kubeconfig };
  const key = join(consumer.dir, 'offline.key');
  const recipient = await keepSecrets(database, key);
  const uid = await labUid();
  await consumer.configure(config => {
    const { recovery } = config.environments.production;
    recovery.recipients = [recipient];
    recovery.drills = drillsConfig(database, records, production, uid);
  });
  // So templates can be changed for copies, and no pod of the database is begun anew.
  const onDelete = { spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } } };
  await database.kubectl(['patch', 'statefulset', 'db', '--type=merge', '-p', JSON.stringify(onDelete)]);
  await kubectl(['label', 'namespace', database.namespace, 'dr-drill/allowed=true']);
  const slipway = async (args: string[]): Promise<Said> =>
    saidBy(await consumer.slipway([...args, '--environment', 'production'], env));
  return {
    ...{ lab, cluster, database, records, consumer, production, kubeconfig, env, key, slipway },
    start: args => consumer.start([...args, '--environment', 'production'], env),
    backup: type => slipway(['backup', '--type', type, '--wait', '1m']),
    drill: async (scenario, ...more) => {
      // That of the last one is on its way out.
      await untilGone(drillsOf(database));
      return slipway(['drill', '--scenario', scenario, '--offline-key', key, ...more]);
    },
    restore: async (to, ...more) => {
      const into = `${database.namespace}-copy-${randomBytes(2).toString('hex')}`;
      await kubectl(['create', 'namespace', into]);
      try {
        return await slipway(['restore', '--into', into, '--to', to, ...more]);
      } finally {
        await kubectl(['delete', 'namespace', into, '--wait=false']);
      }
    },
    remove: async () => {
      await kubectl(['delete', 'namespace', drillsOf(database), '--ignore-not-found', '--wait=false']);
      await production.stop();
      await consumer.remove();
      await database.remove();
      await cluster.close();
    },
  };
}

/** What the application has encrypted with a key in a Secret. @returns for whom the Secrets are encrypted in backups. */
async function keepSecrets(database: Database, path: string): Promise<string> {
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
  const identity = await generateX25519Identity();
  writeFileSync(path, `${identity}\n`, { mode: 0o600 });
  return identityToRecipient(identity);
}

const labEnvironment = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^SLIPWAY_(LAB|GATEWAY|REGISTRY)/.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );

/** One on its way out; one that stays is for the drill to see. */
async function untilGone(namespace: string): Promise<void> {
  await eventually(async () => {
    const get = ['get', 'namespace', namespace, '--ignore-not-found', '-o', 'jsonpath={.status.phase}'];
    return (await kubectl(get)) !== 'Terminating';
  }, 120_000);
}

function drillsConfig({ namespace }: Database, records: Records, production: Production, uid: string) {
  return {
    profile: 'lab',
    clusters: [uid],
    production: [production.uid],
    'production-context': 'production',
    application: {
      ...{ url: gateway, host: records.host, old: `/records/${records.old}` },
      write: { path: '/records', body: '{"name": "drill", "note": "{token}"}', read: '/records/{id}' },
    },
    markers: { service: 'db', user: 'shop', secret: 'passwords', key: 'shop' },
    scratch: {
      namespace: drillsOf({ namespace }),
      logins: 'writing',
      ways: stores,
      'must-not-reach': [`db.${namespace}.svc.cluster.local:5432`],
      controls: stores,
      configuration: ['Secret/passwords'],
      start: ['Deployment/records'],
      service: 'records',
    },
    far: { at: stores.slice(1) },
    encrypted: [{ table: 'tokens', column: 'value', secret: 'keys', key: 'fernet' }],
    cutover: { run: script('cutover.ts', 'there'), undo: script('cutover.ts', 'back') },
    inject: { node: power, zone: power },
    switchover: script('switchover.ts'),
    deadline: '3m',
    returns: '3m',
  };
}

function saidBy(run: Run): Said {
  const { report: folder = '', reason = '', verdict } = run.outputs;
  let report: DrillReport | undefined;
  if (folder !== '') {
    report = JSON.parse(readFileSync(join(folder, 'dr-report.json'), 'utf8'));
    rmSync(folder, { recursive: true });
  }
  const rungs = report?.rungs.filter(({ state }) => state !== 'passed').map(({ sentence }) => sentence) ?? [];
  const text = [reason, ...(report?.reasons ?? []), ...rungs].filter(each => each !== '').join('\n');
  const green = run.code === 0 && (verdict === undefined || verdict === 'pass');
  return { green, text: green ? '' : text || run.stderr.slice(-500), run, report };
}
