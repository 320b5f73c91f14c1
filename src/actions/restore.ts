import { setTimeout as sleep } from 'node:timers/promises';
import type { Recovery } from '../config/recovery.ts';
import type { Copy } from '../recovery/copy.ts';
import type { Restored } from '../recovery/restore.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { onUserError, UserError } from '../toolkit/errors.ts';
import { defineAction, optional, required } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { templateOf } from '../workloads/kinds.ts';
import * as shared from './inputs.ts';
import { declaredRecovery, openStores, verifySet, volumeOf, withRecoveryLease } from './recovery.ts';
import { isUncompared, requireInPlace, restoreInPlace } from './restore-in-place.ts';
import { maskingOf } from './restore-masking.ts';
import { restoreParts, workloadOf } from './restore-parts.ts';
import { publishRestore } from './restore-report.ts';
import { databaseOrder, knownOf, restoreTargetOf, setFor } from './restore-target.ts';
import { withCluster } from './session.ts';
import { firstSet, type VerifiedSet, verified } from './verified-set.ts';

const code = async () => {
  const copy = await import('../recovery/copy.ts');
  const restore = await import('../recovery/restore.ts');
  const sets = await import('../recovery/sets.ts');
  const wanted = await import('../recovery/target-input.ts');
  const phaseTimes = await import('../recovery/drill/phase-recorder.ts');
  const wal = await import('../recovery/postgres/wal.ts');
  return { ...copy, ...restore, ...sets, ...wanted, ...phaseTimes, ...wal };
};

export const restoreAction = defineAction({
  name: 'restore',
  description:
    'Restore a database to a backup or a point in time, or other parts of a backup set (files, buckets, Kubernetes objects, Secrets), and compare the result with the set.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    into: required(
      "Existing namespace for the copy, without objects of the same names. The environment's own namespace restores the database in place, which needs `confirm`.",
    ),
    confirm: optional(
      'Confirmation to restore a database in place: `overwrite DATABASE in ENVIRONMENT`, with the names in slipway.yml. Append ` uncompared` if there is no backup set to compare with. Default: nothing is overwritten.',
    ),
    include: optional(
      'What to restore, separated by commas or lines: `database`, `managed` or `managed/NAME` (databases outside the cluster), `objects`, `secrets`, `volume` or `volume/PVC`, `bucket` or `bucket/NAME`, `redis` or `redis/NAME`; or `all`, everything in the set.',
      'database',
    ),
    'offline-key-file': optional(
      'Path of a file with the offline age key, for encrypted parts. Default: encrypted parts cannot be restored.',
    ),
    buckets: optional(
      'Empty buckets to restore into, as `NAME=ADDRESS` separated by commas or lines. They use the credentials of the bucket in slipway.yml. Default: none.',
    ),
    database: optional('Name of the database in slipway.yml. Default: the only one.'),
    target: optional(
      'Recovery target: `latest`, `counted` (the state that the backup set counted), a time with its zone such as `2026-11-26T09:00:00Z`, `lsn:0/3000060`, `before lsn:…`, `xid:734@TIME`, `name:POINT@TIME`, or the label of a backup. For an in-place restore also `before`, which puts the original data back after an unfinished restore.',
      'latest',
    ),
    repository: optional(
      'Name of the repository to restore from. Default: the first in `to` of each source in slipway.yml.',
    ),
    set: optional(
      'Name of the backup set to compare with. Default: the newest set. To restore only a database to a point in time: the newest set that counted it before that time.',
    ),
    masking: optional(
      'Path of a masking map, with a line `table.column: strategy` for each column that may contain personal data. The copy accepts no connections until it is masked. Default: no masking.',
    ),
    volume: optional(
      'Volume for the files of the copy: a size such as `20Gi`, or a storage class and a size such as `fast/20Gi`. Default: an emptyDir, which is deleted with the pod.',
    ),
    wait: optional(
      'How long to wait for another restore of the same application to end, such as `10m`.',
      '0s',
    ),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    addresses: 'Addresses of the copies, as a JSON array of `pod.namespace`; `[]` if there are none.',
    backup: 'Label of the backup that was restored.',
    reached: 'Position in the WAL that the recovery reached.',
    proved: 'Highest level that was proved, such as `L3`; empty if none was.',
    reason: 'Why the restore failed, in one sentence; otherwise empty.',
  },
  refused: { addresses: '[]' },
  recorded: ['environment', 'masking'],
  run: async (inputs, host) => {
    const { config, environment, recovery, owner } = await declaredRecovery(inputs);
    const { parseParts, needsSet } = await import('../recovery/parts-input.ts');
    const parts = parseParts(inputs.include);
    const order = databaseOrder(inputs, recovery, parts.database);
    const overItself = inputs.into === environment.namespace;
    if (overItself) requireInPlace(inputs, order, needsSet(parts));
    else if (inputs.confirm !== '' || inputs.target === 'before')
      throw new UserError(
        `\`confirm\` and \`target: before\` do not apply to ${inputs.into}: it does not contain the original`,
        'remove them, or set `into` to the namespace of the environment',
      );
    if (inputs.masking !== '' && needsSet(parts))
      throw new UserError(
        'only a database can be masked',
        'restore the other parts in another step, without `masking`',
      );
    const keyFile = inputs['offline-key-file'];
    const identities = keyFile === '' ? [] : await offlineIdentities(keyFile);
    const { app } = config;
    const { report } = host;
    const env = shared.credentialsIn(inputs.credentials, host);
    const masking = inputs.masking === '' ? undefined : await maskingOf(inputs.masking);
    const volume = volumeOf(inputs.volume);
    const origin = originOf(env);
    const signal = host.cancellation();
    const lease = { app, doing: 'restore', namespace: inputs.into, origin, signal, report } as const;
    // What a copy of the database and the other parts of a set have in common.
    const restoring = { app, volume, signal, report, run: origin.run, from: environment.namespace };
    return withCluster(inputs, environment, host, code, (cluster, use) =>
      withRecoveryLease(cluster, { ...lease, wait: shared.waitOf(inputs.wait) }, async () => {
        const before = overItself && inputs.target === 'before';
        const wanted = use.parseTarget(before ? 'latest' : inputs.target);
        const read = async (store: Store) => {
          const alone = needsSet(parts) ? undefined : order?.name;
          const earlier = (name: string) => use.countedBefore(store, owner, wanted, name);
          return use.readSet(store, owner, await setFor(inputs.set, alone, earlier), report);
        };
        const found = before ? undefined : await setOf(recovery, inputs, env, report, read);
        const set = found?.set;
        if (needsSet(parts) && found === undefined)
          throw new UserError('there is no backup set', 'make a backup first');
        const at =
          found &&
          (await verified({ ...found, owner }, report, each =>
            verifySet(each, owner, { config, environment, inputs, host: { env, report }, signal }),
          ));
        const kept =
          at === undefined || !needsSet(parts)
            ? { levelChecks: [], addresses: [] }
            : await restoreParts(cluster, {
                ...restoring,
                parts,
                recovery,
                identities,
                env,
                at,
                into: inputs.into,
                config: inputs.config,
                repository: inputs.repository,
                buckets: inputs.buckets,
              });
        if (order === undefined) return publishRestore(undefined, kept, inputs.into, host);
        const { name, declared, repository } = order;
        const expected = set && { manifest: set.manifest, name };
        const counted = set?.manifest.databases.find(each => each.name === name);
        const place = { namespace: environment.namespace, ref: declared.workload, identities };
        const recorder = use.startPhaseRecorder(Date.now);
        const where = {
          place: { stanza: declared.stanza, repository },
          target: restoreTargetOf(wanted, counted, use.parseLsn),
          size: use.parseSegmentSize(counted?.segment ?? 0) ?? use.usualSize,
        };
        const bring = async (copy: Copy) => {
          const common = { copy, database: declared.database, signal, report };
          const { during } = recorder;
          const restored = await use.restoreInto({ ...common, ...where, expected, sleep, during });
          const indexes = await use.checkIndexes(common);
          return { restored, levelChecks: [...restored.levelChecks, ...indexes] };
        };
        if (overItself) {
          let restored: Restored | undefined;
          const { namespace } = environment;
          const to = [inputs.target, inputs.set, inputs.repository].filter(each => each !== '').join(' of ');
          const known = knownOf(counted, use.parseLsn);
          const uncompared = isUncompared(inputs.confirm);
          const about = { name, declared, namespace, app, origin, before, signal, report };
          const task = { ...about, ...where, uncompared, known, to };
          const levelChecks = await restoreInPlace(cluster, task, async copy => {
            const brought = await bring(copy);
            restored = brought.restored;
            return brought.levelChecks;
          });
          const address = `${declared.workload.name}.${inputs.into}`;
          const found = restored && { ...restored, address };
          return publishRestore(found, { levelChecks, addresses: [] }, inputs.into, host);
        }
        const template = templateOf(await workloadOf(cluster, place, at))?.spec;
        if (template === undefined) throw new Error('a workload without a template');
        const copy = await use.createCopy(cluster, {
          ...restoring,
          template,
          sleep,
          patience: 300_000,
          name: `${name}-copy`,
          namespace: inputs.into,
          container: declared.container,
          configuration: declared.configuration,
          closed: masking !== undefined,
        });
        const { restored, levelChecks: proved } =
          masking === undefined
            ? await bring(copy)
            : await masking({ copy, database: declared.database, signal, report }, () => bring(copy));
        await copy.finish();
        const levelChecks = [...kept.levelChecks, ...proved];
        const address = `${name}-copy.${inputs.into}`;
        return publishRestore({ ...restored, address }, { ...kept, levelChecks }, inputs.into, host);
      }),
    );
  },
});

/** Reads the offline key. */
async function offlineIdentities(path: string): Promise<string[]> {
  const { readIdentities } = await import('../recovery/attachments.ts');
  return readIdentities(path);
}

/** Returns the set to compare with, before its signature is verified; undefined if no repository has one. */
async function setOf(
  recovery: Recovery,
  { config, set }: { readonly config: string; readonly set: string },
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
  read: (store: Store) => Promise<BackupSet>,
): Promise<Pick<VerifiedSet, 'store' | 'set'> | undefined> {
  const hasStores = Object.values(recovery.repositories).some(({ store }) => store !== undefined);
  if (!hasStores && set === '') return undefined;
  const found = firstSet(await openStores(recovery, config, env), report, read);
  if (set !== '') return found;
  return found.catch(
    onUserError(({ message }) => {
      report(`the restored data will not be compared: ${message}`);
      return undefined;
    }),
  );
}
