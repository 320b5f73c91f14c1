import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, labOf } from '../../../lab/lab.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import type { DrillReport } from '../../../src/recovery/drill-report.ts';
import { type Consumer, createConsumer } from '../../database/consumer.ts';
import { createDatabase, type Database } from '../../database/database.ts';
import { script } from '../../database/drilling.ts';
import { createOfflineKey, drillsConfig, drillsOf, far, keepTokens, tokens } from '../../database/drills.ts';
import { type Production, startProduction, withProduction } from '../../database/production.ts';
import { deployRecords, type Records } from '../../database/records.ts';
import { loadShop } from '../../database/shop.ts';
import { eventually, kubectl, type Run, type RunningSlipway } from '../../e2e/harness.ts';

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

const power = { run: script('power.ts', 'off-behind'), fix: script('power.ts', 'on') };

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
  await keepTokens(database);
  const recipient = await createOfflineKey(key);
  const drills = {
    ...(await drillsConfig(database, records, production)),
    'off-site': { addresses: [far] },
    encrypted: [tokens],
    cutover: { run: script('cutover.ts', 'there'), fix: script('cutover.ts', 'back') },
    inject: { node: power, zone: power },
    switchover: script('switchover.ts'),
    ...{ deadline: '3m', 'rejoin-timeout': '3m' },
  };
  await consumer.configure(config => {
    Object.assign(config.environments.production.recovery, { drills, recipients: [recipient] });
  });
  // So templates can be changed for copies, and no pod of the database is begun anew.
  const onDelete = { spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } } };
  await database.kubectl(['patch', 'statefulset', 'db', '--type=merge', '-p', JSON.stringify(onDelete)]);
  await kubectl(['label', 'namespace', database.namespace, 'slipway.dev/drill-live=true']);
  const slipway = async (args: string[]): Promise<Said> =>
    saidBy(await consumer.slipway([...args, '--environment', 'production'], env));
  return {
    ...{ lab, cluster, database, records, consumer, production, kubeconfig, env, key, slipway },
    start: args => consumer.start([...args, '--environment', 'production'], env),
    backup: type => slipway(['backup', '--type', type, '--wait', '1m']),
    drill: async (scenario, ...more) => {
      // That of the last one is on its way out.
      await untilGone(drillsOf(database));
      return slipway(['drill', '--scenario', scenario, '--drill-key-file', key, ...more]);
    },
    restore: async (to, ...more) => {
      const into = `${database.namespace}-copy-${randomBytes(2).toString('hex')}`;
      await kubectl(['create', 'namespace', into]);
      try {
        return await slipway(['restore', '--into', into, '--target', to, ...more]);
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

/** @throws when a run is not green, with what it said. */
export async function requireGreen(running: Promise<Said>): Promise<void> {
  const { green, text } = await running;
  if (!green) throw new Error(text);
}

function saidBy(run: Run): Said {
  const { 'report-folder': folder = '', reason = '', verdict } = run.outputs;
  let report: DrillReport | undefined;
  if (folder !== '') {
    report = JSON.parse(readFileSync(join(folder, 'dr-report.json'), 'utf8'));
    rmSync(folder, { recursive: true });
  }
  const levelChecks =
    report?.levelChecks.filter(({ state }) => state !== 'passed').map(({ sentence }) => sentence) ?? [];
  const text = [reason, ...(report?.reasons ?? []), ...levelChecks].filter(each => each !== '').join('\n');
  const green = run.code === 0 && (verdict === undefined || verdict === 'pass');
  return { green, text: green ? '' : text || run.stderr.slice(-500), run, report };
}
