import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, connect } from '../cluster/port.ts';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Rung } from '../recovery/ladder.ts';
import type { LostContents, LostDatabase, OfflineRecovered } from '../recovery/offline/recovering.ts';
import type { Stamp } from '../recovery/phases.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { loginOf } from './kept.ts';
import { recoveryOf, volumeOf, vouchForSet, withRecoveryLease } from './recovery.ts';
import { registryClient } from './registry.ts';

/** No action: it is run by hand, where nothing is left that could start one. */
export const recoverCommand = defineAction({
  name: 'recover',
  description:
    'Bring everything back from an offline archive into a cluster, a registry and a bucket that have nothing of it, and see that it is right.',
  inputs: {
    archive: { description: 'Folder of the archive.', required: true },
    key: { description: 'Path of the file with the offline key.', required: true },
    into: {
      description: 'Namespace; it has to be there. What is in it already stays as it is.',
      required: true,
    },
    registry: {
      description:
        'Registry that the cluster pulls from, with what is before the names of images, such as registry.example.com/shop.',
      required: true,
    },
    bucket: {
      description:
        'Address of an empty bucket that the cluster reaches, too, such as https://s3.example.com/shop.',
      required: true,
    },
    region: { description: 'Region of the bucket.', default: 'us-east-1' },
    login: {
      description: 'What the environment variables with the login of the bucket begin with.',
      default: 'RECOVERED',
    },
    context: { description: 'Context of the kubeconfig. Default: its current one.', default: '' },
    volume: {
      description:
        'What the files of a database are kept on: a size such as `20Gi`, with a storage class before it as `fast/20Gi`. Default: a folder of the node, which goes with the pod.',
      default: '',
    },
    patience: { description: 'How long pods may take until they are ready.', default: '10m' },
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'archive',
  outputs: {
    proved: 'How much was proved, as `L4`; empty when nothing was.',
    reason: 'Why it is not right, in one sentence; empty when it is.',
  },
  run: async (inputs, host) => {
    const { report, env } = host;
    const [{ readArchive }, offline, attachments, { startStamper }] = await Promise.all([
      import('../recovery/offline/checking.ts'),
      import('../recovery/offline/recovering.ts'),
      import('../recovery/attachments.ts'),
      import('../recovery/drill/stamps.ts'),
    ]);
    const index = await readArchive(inputs.archive);
    const identities = await attachments.readIdentities(inputs.key);
    const path = join(inputs.archive, index.config);
    const config = await loadConfig(path);
    const environment = environmentOf(config, index.environment);
    const recovery = recoveryOf(environment, index.environment);
    const newBucket = {
      ...{ address: inputs.bucket.replace(/\/+$/, ''), region: inputs.region },
      ...loginOf(inputs.login, env, 'the new bucket'),
    };
    const signal = host.cancellation();
    const [{ openBucket }, { s3Store, placeOf }, { vouchedSet }] = await Promise.all([
      import('../recovery/object-stores/bucket.ts'),
      import('../recovery/s3.ts'),
      import('./vouched-set.ts'),
    ]);
    const owner = { app: config.app, environment: index.environment };
    const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.address ?? inputs.bucket);
    const contents = async (): Promise<LostContents> => {
      const store = await s3Store({
        ...newBucket,
        address: `${newBucket.address}/${prefix}`.replace(/\/$/, ''),
      });
      const place = { ...inputs, config: path };
      const at = await vouchedSet({ store, owner, id: index.set }, report, set =>
        vouchForSet(set, owner, { config, environment, inputs: place, host, signal }),
      );
      const { set } = at;
      const { objects } = await attachments.exportIn(at, identities);
      const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
      return { manifest: set.manifest, objects, secrets };
    };
    const patience = shared.waitOf(inputs.patience);
    const stamper = startStamper(Date.now);
    const cluster = await connect(inputs.context === '' ? {} : { context: inputs.context });
    try {
      const [bucket, registry] = [await openBucket(newBucket), await registryClient({ signal })];
      const lease = {
        app: config.app,
        doing: 'restore',
        namespace: inputs.into,
        wait: 0,
        signal,
        report,
      } as const;
      const recovered = await withRecoveryLease(cluster, { ...lease, origin: originOf(env) }, () =>
        offline.recoverOffline({
          ...{
            cluster,
            folder: inputs.archive,
            app: config.app,
            contents,
            newBucket,
            patience,
            signal,
            sleep,
            report,
          },
          ...{ from: environment.namespace, into: inputs.into, run: originOf(env).run },
          bucket,
          repository: {
            name: index.repository,
            number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
          },
          registry,
          place: repository => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`,
          databases: databasesIn(recovery, inputs.volume),
          stamper,
        }),
      );
      for (const each of recovered.changes) report(each);
      const rungs = [...recovered.rungs, ...(await applicationRungs(cluster, recovery, inputs.into))];
      return publish({ ...recovered, rungs }, { ...inputs, stamps: stamper.stamps() }, host);
    } finally {
      await cluster.close();
    }
  },
});

/** Whether the application answers, reads what was there, and keeps something new; nothing where slipway.yml does not say how to ask it. */
async function applicationRungs(cluster: Cluster, { drills }: Recovery, namespace: string): Promise<Rung[]> {
  const { application, scratch } = drills ?? {};
  if (application === undefined || scratch === undefined) return [];
  const [{ forwardTo }, { functionalCheck }, { freshRung }] = await Promise.all([
    import('../cluster/forward.ts'),
    import('../recovery/drill/functional.ts'),
    import('../recovery/drill/standing-rungs.ts'),
  ]);
  const forward = await forwardTo({ namespace, service: scratch.service, port: scratch.port }, cluster.reach);
  try {
    const { url: _, host: __, ...rest } = application;
    const check = functionalCheck({ ...rest, base: forward.base });
    const fault = await check.remember(lookPatience);
    return [
      // What it was before nobody knows any more but the backup, which was compared.
      {
        ...{ level: 'L4', what: 'old record', state: fault === undefined ? 'passed' : 'failed' },
        sentence: fault ?? 'it is there, and answered',
      },
      await freshRung({ fresh: check.fresh && (async () => check.fresh?.(lookPatience)) }),
    ];
  } finally {
    forward.close();
  }
}

/** ms. */
const lookPatience = 10_000;

async function publish(
  recovered: OfflineRecovered,
  about: { readonly into: string; readonly archive: string; readonly stamps: readonly Stamp[] },
  host: Host,
): Promise<boolean> {
  const [{ recoveredSummary }, { reached }] = await Promise.all([
    import('../report/recovered.ts'),
    import('../recovery/ladder.ts'),
  ]);
  const failed = recovered.rungs.find(({ state }) => state === 'failed');
  host.output('proved', failed === undefined ? (reached(recovered.rungs) ?? '') : '');
  host.output('reason', failed === undefined ? '' : `${failed.what}: ${failed.sentence}`);
  await host.summary(recoveredSummary(recovered, about));
  for (const { level, what, sentence } of recovered.rungs) host.report(`${level} ${what}: ${sentence}`);
  host.report(
    failed === undefined
      ? `everything is back in ${about.into}; see that it is right, then lead the traffic to it`
      : `it is not as it has to be: ${failed.sentence}`,
  );
  return failed === undefined;
}

/** Without the host of its registry. Pure. */
export const pathIn = (repository: string): string =>
  /^[^/]+\/(.+)$/.exec(
    /^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`,
  )?.[1] ?? repository;

const databasesIn = ({ databases, drills }: Recovery, volume: string): LostDatabase[] =>
  Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    ...{ name, workload, container, configuration, stanza, database, volume: volumeOf(volume) },
    // Only of one is it said by which Service it is found.
    service:
      drills?.markers !== undefined && (drills.database ?? name) === name
        ? drills.markers.service
        : workload.name,
  }));
