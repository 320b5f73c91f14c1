import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recovery } from '../config/recovery.ts';
import type { BackupTask, MadeSet } from '../recovery/backup.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { originOf } from '../toolkit/origin.ts';
import { documentSigner } from './documents.ts';
import * as shared from './inputs.ts';
import { backupPodFor, dumperFor, inPods, passphrasesOf, resticOf, withBuckets } from './kept.ts';
import { storesWithBuckets } from './locks.ts';
import {
  databaseOf,
  declaredRecovery,
  isVerified,
  managedOf,
  openStores,
  podsOf,
  refusalOf,
  withRecoveryLease,
} from './recovery.ts';
import { registryClient } from './registry.ts';
import { withCluster } from './session.ts';

const code = async () => ({
  ...(await import('../recovery/backup.ts')),
  ...(await import('../recovery/last-success.ts')),
});

export const backupAction = defineAction({
  name: 'backup',
  description:
    'Back up an environment as slipway.yml declares, verify the backup in every repository, and then remove backups past their retention.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    type: optional(
      'Type of the database backups: `full`, `incremental`, or `auto`, which is full if there is no full backup or the newest is too old.',
      'auto',
    ),
    wait: optional(
      'How long to wait for another backup of the same application to end, such as `10m`.',
      '0s',
    ),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    set: 'Name of the backup set, such as `20261126T031700Z`; empty if none was completed.',
    backups: 'JSON object that maps databases to objects that map repositories to backup names.',
    rows: 'JSON object that maps databases to their number of rows.',
    files:
      'JSON object that maps volumes (`namespace/pvc`) and buckets (`bucket/name`) to their number of files or objects.',
    reason:
      'Why the step failed, in one sentence; otherwise empty. If `set` is not empty, the backup is valid, but a repository grows without limit, its disk is nearly full, older backups are damaged, or the cluster has no record of this one for its alerts.',
  },
  refused: { backups: '{}', rows: '{}', files: '{}' },
  run: async (inputs, host) => {
    const { config, environment, recovery, owner } = await declaredRecovery(inputs);
    const type = oneOf('type', ['auto', 'full', 'incremental'], inputs.type);
    const env = shared.credentialsIn(inputs.credentials, host);
    const stores = await storesWithBuckets(await openStores(recovery, inputs.config, env), recovery, env);
    const repositories = resticOf(recovery, env);
    const { app } = config;
    const { namespace } = environment;
    const { report } = host;
    const origin = originOf(host.env);
    const signal = host.cancellation();
    const wait = shared.waitOf(inputs.wait);
    const sign = documentSigner({ config, path: inputs.config, host, signal });
    const by = { config, environment, inputs, host: { env, report }, signal };
    const lease = { app, doing: 'backup', namespace, origin, wait, signal, report } as const;
    const places = { recovery, config: inputs.config, repositories, env, signal, report };
    const inPod = { namespace, signal, sleep };
    const about = { ...owner, stores: stores.map(({ name }) => name), notNeeded: notNeededIn(recovery) };
    return withCluster(inputs, environment, host, code, (cluster, { makeSet, recordLast }) =>
      withRecoveryLease(cluster, lease, async ({ assertHeld }) => {
        const made = await withBuckets(places, buckets =>
          makeSet({
            owner,
            recovery,
            stores,
            type,
            signal,
            report,
            buckets,
            by: { run: origin.run, actor: origin.actor },
            annotations: { 'slipway-run': origin.run },
            cluster: { cluster, namespace, passphrases: passphrasesOf(repositories) },
            repositories: inPods(repositories, recovery),
            podsOf: name => podsOf(cluster, namespace, databaseOf(recovery, name)),
            backupPodFor: pvc => backupPodFor(cluster, recovery, { ...inPod, pvc, writes: false }),
            dumperFor: name => dumperFor(cluster, recovery, name, managedOf(recovery, name), inPod),
            keepImages: imagesKeeper(recovery, inputs.config, report),
            sign: async (id, content) => {
              const { documentOf } = await import('../recovery/sets.ts');
              return sign(documentOf(owner, { id, content }));
            },
            isTrusted: set => isVerified(set, owner, by),
            refusalOf: set => refusalOf(set, owner, by),
            assertHeld,
            now: () => Math.floor(cluster.now()),
            sleep,
          }),
        );
        const last = { at: made.manifest.at, run: origin.url ?? origin.run, facts: { set: made.id } };
        const record = () => recordLast(cluster, { app, namespace }, 'backup', last);
        return publishBackup(made, about, record, host);
      }),
    );
  },
});

/** Copies images into the folders that slipway.yml names, if any. */
function imagesKeeper(
  { images: { to }, repositories }: Recovery,
  config: string,
  report: (line: string) => void,
): BackupTask['keepImages'] {
  const folders = to.map(name => ({
    name,
    folder: join(resolve(dirname(config), repositories[name]?.store?.folder ?? '.'), 'images'),
  }));
  if (folders.length === 0) return async () => [];
  return async images => {
    const [{ keepImages }, registry] = await Promise.all([import('../recovery/images.ts'), registryClient()]);
    return keepImages({ registry, report }, folders, images);
  };
}

/** Returns why PVCs are not backed up, by PVC or template. */
const notNeededIn = ({ volumes }: Recovery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(volumes).flatMap(([pvc, { 'not-needed': why }]) =>
      why === undefined ? [] : [[pvc, why]],
    ),
  );

const filesIn = ({ volumes, objectStores }: MadeSet['manifest']): Record<string, number> =>
  Object.fromEntries([
    ...volumes.flatMap(({ namespace, pvc, files }) =>
      files === undefined ? [] : [[`${namespace}/${pvc}`, files.count] as const],
    ),
    ...objectStores.map(({ name, count }) => [`bucket/${name}`, count] as const),
  ]);

/**
 * Sets the outputs of a backup and writes its summary. A set that counts is recorded in the cluster after its outputs are set, because it is
 * valid without the record; the step fails then, because the alerts for old backups read the record.
 * @returns whether the step succeeds.
 */
export async function publishBackup(
  made: MadeSet,
  about: { app: string; environment: string; stores: string[]; notNeeded: Record<string, string> },
  record: () => Promise<void>,
  host: Host,
): Promise<boolean> {
  const { id, manifest, problems } = made;
  const { databases, managed = [] } = manifest;
  const rowsIn = ({ name, tables }: Pick<(typeof databases)[number], 'name' | 'tables'>) =>
    [name, tables.reduce((sum, { rows }) => sum + rows, 0)] as const;
  const backups = [
    ...databases.map(each => [each.name, each.backups.map(one => [one.repository, one.label])] as const),
    ...managed.map(each => [each.name, each.backups.map(one => [one.repository, one.snapshot])] as const),
  ].map(([name, labels]) => [name, Object.fromEntries(labels)]);
  setOutputs(host, {
    set: problems.length === 0 ? id : '',
    backups: Object.fromEntries(backups),
    rows: Object.fromEntries([...databases.map(rowsIn), ...managed.map(rowsIn)]),
    files: filesIn(manifest),
  });
  const unrecorded = problems.length === 0 ? await userErrorOf(record) : undefined;
  const growth =
    unrecorded instanceof UserError
      ? [`the cluster has no record of this backup: ${unrecorded.sentence}`, ...made.growth]
      : made.growth;
  host.output('reason', problems[0] ?? growth.join('; '));
  const { backupSummary } = await import('../report/backup.ts');
  await host.summary(backupSummary({ ...about, ...made, growth, set: id }));
  for (const note of made.notes) host.report(note);
  for (const each of made.drift ?? []) host.report(`changed since the previous set: ${each}`);
  host.report(
    problems.length === 0
      ? `created the backup set ${id}`
      : `the backup set ${id} is invalid: ${problems[0]}`,
  );
  return problems.length === 0 && growth.length === 0;
}
