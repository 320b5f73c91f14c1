import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import { parseSecrets } from '../image/secrets.ts';
import type { Copy } from '../recovery/copy.ts';
import type { Restored } from '../recovery/restore.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { templateOf } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import * as shared from './inputs.ts';
import {
  databaseOf,
  nameOfDatabase,
  openStores,
  recoveryOf,
  volumeOf,
  vouchForSet,
  withRecoveryLease,
} from './recovery.ts';
import { demandInPlace, isUncompared, restoreInPlace } from './restore-in-place.ts';
import { maskingOf } from './restore-masking.ts';
import { restoreParts, workloadOf } from './restore-parts.ts';
import { publishRestore } from './restore-report.ts';
import { knownOf, targetOf } from './restore-target.ts';
import { withCluster } from './session.ts';
import { firstSet, type VouchedSet, vouched } from './vouched-set.ts';

const code = async () => {
  const [copy, restore, sets, wanted, stamps, wal] = await Promise.all([
    import('../recovery/copy.ts'),
    import('../recovery/restore.ts'),
    import('../recovery/sets.ts'),
    import('../recovery/wanted.ts'),
    import('../recovery/drill/stamps.ts'),
    import('../recovery/postgres/wal.ts'),
  ]);
  return { ...copy, ...restore, ...sets, ...wanted, ...stamps, ...wal };
};

export const restoreAction = defineAction({
  name: 'restore',
  description:
    'Restore a database into another namespace, to a point in time or to a backup, and what else a backup set holds: files, buckets, objects of the cluster, Secrets; compare it with what the set says, and mask it when it is for others to see.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    context: shared.context,
    into: {
      description:
        'Namespace that the copy goes to. It has to be there, and nothing of the copy’s names in it. The environment’s own restores a database over itself, which has to be typed in `confirm`.',
      required: true,
    },
    confirm: {
      description:
        'To restore a database over itself: `overwrite DATABASE in ENVIRONMENT`, with their names in slipway.yml, and ` uncompared` behind it where no backup set shows what it has to hold. Default: what is there is never touched.',
      default: '',
    },
    what: {
      description:
        'What is restored: `database`, `managed` or `managed/NAME` (databases outside of the cluster), `objects`, `secrets`, `volume` or `volume/CLAIM`, `bucket` or `bucket/NAME`, with commas between them; or `all` that the set holds.',
      default: 'database',
    },
    key: {
      description:
        'Path of a file with an offline key of age, for what is encrypted. Default: none, so that nothing of it is restored.',
      default: '',
    },
    buckets: {
      description:
        'The empty buckets that objects go to, as `NAME=ADDRESS` with spaces between them; opened by the login of the bucket in slipway.yml. Default: none.',
      default: '',
    },
    database: {
      description: 'Name of the database in slipway.yml. Default: the only one.',
      default: '',
    },
    to: {
      description:
        'Where recovery ends: `latest`, `counted` (exactly what the set counted), a time with its zone such as `2026-11-26T09:00:00Z`, `lsn:0/3000060`, `before lsn:…`, `xid:734@TIME`, `name:POINT@TIME`, or the label of a backup. Over itself also `before`: what was there before a restore that was not finished comes back.',
      default: 'latest',
    },
    repository: {
      description:
        'Name of the repository that it is restored from. Default: the first of `to` in slipway.yml, for each thing.',
      default: '',
    },
    set: {
      description: 'Name of the backup set whose counts it is compared with. Default: the newest.',
      default: '',
    },
    masking: {
      description:
        'Path of a masking map, a line `table.column: strategy` for each column that may hold personal data. The copy accepts no connections until it is masked. Default: nothing is masked.',
      default: '',
    },
    volume: {
      description:
        'What its files are kept on: a size such as `20Gi`, with a storage class before it as `fast/20Gi`. Default: a folder of the node, which goes with the pod.',
      default: '',
    },
    wait: {
      description: 'How long to wait for another run that is restoring the same application, such as `10m`.',
      default: '0s',
    },
    logins: shared.logins,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    address: 'Where copies answer: `pod.namespace`, with spaces between them; empty when there is none.',
    backup: 'Label of the backup that was restored.',
    reached: 'Up to where in the log it was recovered.',
    proved: 'How much was proved of it, as `L3`; empty when nothing was.',
    reason: 'Why it does not count, in one sentence; empty when it does.',
  },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const recovery = recoveryOf(environment, inputs.environment);
    const { parseParts, needsSet } = await import('../recovery/wanted-parts.ts');
    const parts = parseParts(inputs.what);
    const order = databaseOrder(inputs, recovery, parts.database);
    const overItself = inputs.into === environment.namespace;
    if (overItself) demandInPlace(inputs, order, needsSet(parts));
    else if (inputs.confirm !== '' || inputs.to === 'before')
      throw new UserError(
        `${inputs.into} is not where the original is, and nothing of it is overwritten there`,
        'leave `confirm` and `to: before` out, or name the namespace of the environment',
      );
    if (inputs.masking !== '' && needsSet(parts))
      throw new UserError('only one of `databases` is masked', 'restore all else without `masking`');
    const identities = inputs.key === '' ? [] : await identitiesIn(inputs.key);
    const { app } = config;
    const { report } = host;
    const env = { ...host.env, ...parseSecrets(inputs.logins) };
    const masking = inputs.masking === '' ? undefined : await maskingOf(inputs.masking);
    const volume = volumeOf(inputs.volume);
    const origin = originOf(env);
    const signal = host.cancellation();
    const owner = { app, environment: inputs.environment };
    const lease = { app, doing: 'restore', namespace: inputs.into, origin, signal, report } as const;
    return withCluster(inputs, environment, host, code, (cluster, use) =>
      withRecoveryLease(cluster, { ...lease, wait: shared.waitOf(inputs.wait) }, async () => {
        const before = overItself && inputs.to === 'before';
        const wanted = use.parseWanted(before ? 'latest' : inputs.to);
        const read = async (store: Store) => {
          const id = inputs.set || (overItself ? await use.countedBefore(store, owner, wanted) : undefined);
          return use.readSet(store, owner, id);
        };
        const found = before ? undefined : await setOf(recovery, inputs, env, report, read);
        const set = found?.set;
        if (needsSet(parts) && found === undefined)
          throw new UserError('there is no backup set yet', 'make a backup first');
        const at =
          found &&
          (await vouched({ ...found, owner }, report, each =>
            vouchForSet(each, owner, { config, environment, inputs, host, signal }),
          ));
        const kept =
          at === undefined || !needsSet(parts)
            ? { rungs: [], addresses: [] }
            : await restoreParts(cluster, {
                ...{ parts, recovery, identities, env, app, volume, signal, report },
                ...{ run: origin.run, at },
                ...{ from: environment.namespace, into: inputs.into, config: inputs.config },
                ...{ repository: inputs.repository, buckets: inputs.buckets },
                toolMirrors: parseMirrors(inputs['tool-mirrors']),
              });
        if (order === undefined) return publishRestore(undefined, kept, inputs.into, host);
        const { name, declared, repository } = order;
        const expected = set && { manifest: set.manifest, name };
        const counted = set?.manifest.databases.find(each => each.name === name);
        const place = { namespace: environment.namespace, ref: declared.workload, identities };
        const stamper = use.startStamper(Date.now);
        const where = {
          place: { stanza: declared.stanza, repository },
          target: targetOf(wanted, counted, use.parseLsn),
          size: use.parseSegmentSize(counted?.segment ?? 0) ?? use.usualSize,
        };
        const bring = async (copy: Copy) => {
          const restored = await use.restoreInto({
            ...{ copy, expected, signal, sleep, report, during: stamper.during },
            ...{ database: declared.database, ...where },
          });
          const indexes = await use.checkIndexes({ copy, database: declared.database, report, signal });
          return { restored, rungs: [...restored.rungs, ...indexes] };
        };
        if (overItself) {
          const task = { name, declared, environment: inputs.environment, namespace: environment.namespace };
          let restored: Restored | undefined;
          const rungs = await restoreInPlace(
            cluster,
            {
              ...{ ...task, ...where, app, origin, before, signal, report },
              uncompared: isUncompared(inputs.confirm),
              known: knownOf(set, counted, use.parseLsn),
              to: [inputs.to, inputs.set, inputs.repository].filter(each => each !== '').join(' of '),
            },
            async copy => {
              const brought = await bring(copy);
              restored = brought.restored;
              return brought.rungs;
            },
          );
          const address = `${declared.workload.name}.${inputs.into}`;
          return publishRestore(
            restored && { ...restored, address },
            { rungs, addresses: [] },
            inputs.into,
            host,
          );
        }
        const template = templateOf(await workloadOf(cluster, place, at))?.spec;
        if (template === undefined) throw new Error('a workload without a template');
        const copy = await use.raiseCopy(cluster, {
          ...{ app, template, volume, signal, sleep, report, run: origin.run, patience: 300_000 },
          name: `${name}-copy`,
          namespace: inputs.into,
          from: environment.namespace,
          container: declared.container,
          configuration: declared.configuration,
          closed: masking !== undefined,
        });
        const { restored, rungs: proved } =
          masking === undefined
            ? await bring(copy)
            : await masking({ copy, database: declared.database, signal, report }, () => bring(copy));
        await copy.finish();
        const rungs = [...kept.rungs, ...proved];
        const address = `${name}-copy.${inputs.into}`;
        return publishRestore({ ...restored, address }, { ...kept, rungs }, inputs.into, host);
      }),
    );
  },
});

/** What is restored of databases; undefined for nothing. @throws UserError when it is not said which, or it is not backed up there. */
function databaseOrder(
  inputs: { readonly database: string; readonly repository: string; readonly what: string },
  recovery: Recovery,
  wanted: boolean,
) {
  // All of a set without a database is all of it, too.
  if (!wanted || (inputs.what === 'all' && Object.keys(recovery.databases).length === 0)) return undefined;
  const name = nameOfDatabase(inputs.database, recovery);
  const declared = databaseOf(recovery, name);
  return { name, declared, repository: repositoryOf(inputs.repository, declared, recovery) };
}

async function identitiesIn(path: string): Promise<string[]> {
  const { readIdentities } = await import('../recovery/attachments.ts');
  return readIdentities(path);
}

function repositoryOf(
  text: string,
  { to }: Recovery['databases'][string],
  { repositories }: Recovery,
): number {
  const name = text || to[0] || '';
  const number = repositories[name]?.pgbackrest;
  if (number !== undefined && to.includes(name)) return number;
  throw new UserError(`the database is not backed up to ${name}`, `name one of ${to.join(', ')}`);
}

/** The set that it is compared with, not vouched for yet; none where no repository keeps manifests, or has one. */
async function setOf(
  recovery: Recovery,
  { config, set }: { readonly config: string; readonly set: string },
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
  read: (store: Store) => Promise<BackupSet>,
): Promise<Pick<VouchedSet, 'store' | 'set'> | undefined> {
  const hasStores = Object.values(recovery.repositories).some(({ store }) => store !== undefined);
  if (!hasStores && set === '') return undefined;
  const stores = await openStores(recovery, config, env);
  try {
    return await firstSet(stores, report, read);
  } catch (error) {
    if (set !== '' || !(error instanceof UserError)) throw error;
    report(`it is compared with nothing: ${error.message}`);
    return undefined;
  }
}
