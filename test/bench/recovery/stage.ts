import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, labOf } from '../../../lab/lab.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { type Production, startProduction } from '../../database/production.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, gateway, kubectl, type Run } from '../../e2e/harness.ts';

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
  drill(scenario: string): Promise<Said>;
  /** Into a namespace of its own, which is gone afterwards. */
  restore(to: string, ...more: string[]): Promise<Said>;
  remove(): Promise<void>;
}

/** The namespace of its drills. */
export const drillsOf = ({ namespace }: Pick<Database, 'namespace'>) => `${namespace}-drill`;

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
  const kubeconfig = await withProduction(join(consumer.dir, 'kubeconfig'), production);
  const uid = await kubectl(['get', 'namespace', 'kube-system', '-o', 'jsonpath={.metadata.uid}']);
  await consumer.configure(config => {
    config.environments.production.recovery.drills = drillsConfig(database, records, production, uid);
  });
  // So templates can be changed for copies, and no pod of the database is begun anew.
  const onDelete = { spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } } };
  await database.kubectl(['patch', 'statefulset', 'db', '--type=merge', '-p', JSON.stringify(onDelete)]);
  await kubectl(['label', 'namespace', database.namespace, 'dr-drill/allowed=true']);
  const slipway = async (args: string[]): Promise<Said> =>
    saidBy(await consumer.slipway([...args, '--environment', 'production'], { KUBECONFIG: kubeconfig }));
  return {
    ...{ lab, cluster, database, records, consumer, production, kubeconfig },
    backup: type => slipway(['backup', '--type', type, '--wait', '1m']),
    drill: async scenario => {
      // That of the last one is on its way out.
      if (scenario === 'restore') await untilGone(drillsOf(database));
      return slipway(['drill', '--scenario', scenario]);
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
      ways: stores,
      'must-not-reach': [`db.${namespace}.svc.cluster.local:5432`],
      controls: stores,
      configuration: ['Secret/passwords'],
      start: ['Deployment/records'],
      service: 'records',
    },
    deadline: '2m',
    returns: '2m',
  };
}

/** The lab's kubeconfig, with a context of production beside its own. */
async function withProduction(path: string, { server }: Production): Promise<string> {
  const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--flatten', '--output=json']));
  config.clusters.push({ name: 'production', cluster: { server } });
  config.users.push({ name: 'nobody', user: {} });
  config.contexts.push({ name: 'production', context: { cluster: 'production', user: 'nobody' } });
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
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
