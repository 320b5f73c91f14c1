import { dirname, resolve } from 'node:path';
import { ClusterError } from '../cluster/errors.ts';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Config, Environment } from '../config/types.ts';
import type { OpenStore } from '../recovery/backup.ts';
import { type Exec, podExec } from '../recovery/exec.ts';
import type { Bucket } from '../recovery/object-stores/bucket.ts';
import type { CopyPod } from '../recovery/postgres/copy-pod.ts';
import type { BackupSet, Owner } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import type { Lease } from '../release/store/lease.ts';
import { pathTo, type Workload } from '../release/workloads/kinds.ts';
import { selectorOf } from '../release/workloads/pods.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import type { Origin } from '../toolkit/origin.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import { loginOf } from './kept.ts';
import { trustOptions } from './trust.ts';

/** What backup, restore and drill share: the declaration, the stores, and the pods of a database. */

/** @throws UserError when the environment is not backed up. */
export function recoveryOf({ recovery }: Environment, name: string): Recovery {
  if (recovery !== undefined) return recovery;
  throw new UserError(
    `slipway.yml does not say how ${name} is backed up`,
    'add `recovery:` to it; docs/configuration.md has an example',
  );
}

/**
 * The stores of an environment.
 * @param config path of slipway.yml.
 * @throws UserError when there is none, or a login is not set.
 */
export async function openStores(
  { repositories }: Recovery,
  config: string,
  env: NodeJS.ProcessEnv,
): Promise<OpenStore[]> {
  const declared = Object.entries(repositories).flatMap(([name, { store, locked }]) =>
    store === undefined ? [] : [{ name, store, locked }],
  );
  if (declared.length === 0)
    throw new UserError(
      'no repository in `recovery` says where manifests go',
      'give one of them a `store`, a bucket or a folder',
    );
  const [{ folderStore }, { s3Store }] = await Promise.all([
    import('../recovery/store.ts'),
    import('../recovery/s3.ts'),
  ]);
  return Promise.all(
    declared.map(async ({ name, store: { address, region, login, folder }, locked }) => {
      if (address === undefined)
        return { name, locked, store: folderStore(resolve(dirname(config), folder ?? '.')) };
      const found = loginOf(login, env, `the repository ${name}`);
      return { name, locked, store: await s3Store({ address, region, ...found }) };
    }),
  );
}

/**
 * The store of a repository, and the whole bucket that it is in, where pgBackRest and restic keep theirs, too.
 * @throws UserError when it has none, or its login is not set.
 */
export async function openBucketOf(
  { repositories }: Recovery,
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<{ store: Store; bucket: Bucket }> {
  const { address, region = '', login = '' } = repositories[name]?.store ?? {};
  if (address === undefined)
    throw new UserError(`the repository ${name} has no bucket`, 'give it a `store` with an `address`');
  const [{ s3Store, placeOf }, { openBucket }] = await Promise.all([
    import('../recovery/s3.ts'),
    import('../recovery/object-stores/bucket.ts'),
  ]);
  const rest = { region, ...loginOf(login, env, `the repository ${name}`) };
  return {
    store: await s3Store({ address, ...rest }),
    bucket: await openBucket({ address: placeOf(address).bucket, ...rest }),
  };
}

/** The pods of a database, and its workload. */
export interface DatabasePods {
  readonly workload: Workload;
  readonly pods: ReadonlyMap<string, Exec>;
  /** The one that says by an annotation that a run has paused its replay. */
  readonly leftPaused: string | undefined;
  /** Where commands of ours live on in one of these pods. */
  placeIn(pod: string): { readonly folder: string; gone(): Promise<string | undefined> };
  /** Puts that annotation on a pod; takes it away where it was put when there is none. */
  note(pod: string | undefined): Promise<void>;
}

const pausedNote = 'slipway.dev/replay-paused';
/** pgBackRest keeps its locks beside it, unless it is told otherwise. */
const commandsFolder = '/tmp/slipway';

/** @throws UserError when there is no such workload, or none of its pods runs. */
export async function podsOf(
  cluster: Cluster,
  namespace: string,
  { workload: ref, container }: Recovery['databases'][string],
): Promise<DatabasePods> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload === undefined)
    throw new UserError(
      `there is no ${ref.kind}/${ref.name} in ${namespace}`,
      'correct `workload` of the database in slipway.yml',
    );
  const runningPods = async () => {
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
      labelSelector: selectorOf(workload),
    });
    return items.filter(
      ({ status, metadata }) => status?.phase === 'Running' && metadata?.deletionTimestamp === undefined,
    );
  };
  const running = await runningPods();
  if (running.length === 0)
    throw new UserError(
      `no pod of ${ref.kind}/${ref.name} in ${namespace} runs`,
      'see why, with kubectl describe',
    );
  const nameOf = ({ metadata }: Pod) => metadata?.name ?? '';
  const leftPaused = running
    .filter(({ metadata }) => metadata?.annotations?.[pausedNote] !== undefined)
    .map(nameOf)[0];
  let paused = leftPaused;
  return {
    workload,
    pods: new Map(
      running.map(pod => [nameOf(pod), podExec({ namespace, pod: nameOf(pod), container }, cluster.reach)]),
    ),
    leftPaused,
    placeIn: pod => ({
      folder: commandsFolder,
      gone: async () => {
        const uid = running.find(each => nameOf(each) === pod)?.metadata?.uid;
        const isThere = (await runningPods()).some(({ metadata }) => metadata?.uid === uid);
        return isThere ? undefined : `the pod ${pod} is gone`;
      },
    }),
    note: async pod => {
      const name = pod ?? paused;
      paused = pod;
      if (name === undefined) return;
      const annotations = { [pausedNote]: pod === undefined ? null : 'by a backup' };
      await cluster.patch(`${pathOf(resources.pod, namespace)}/${name}`, 'merge', {
        metadata: { annotations },
      });
    },
  };
}

/** The name of a database as an input has it; the only one where it has none. */
export function nameOfDatabase(text: string, { databases }: Recovery): string {
  const [only, ...more] = Object.keys(databases);
  if (text !== '') return text;
  if (only !== undefined && more.length === 0) return only;
  throw new UserError('it is not said which database', `name one of ${Object.keys(databases).join(', ')}`);
}

/** @throws UserError when slipway.yml declares no such database. */
export function databaseOf({ databases }: Recovery, name: string): Recovery['databases'][string] {
  const found = databases[name];
  if (found !== undefined) return found;
  throw new UserError(
    `\`recovery\` declares no database ${name}`,
    `name one of ${Object.keys(databases).join(', ')}`,
  );
}

/** @throws UserError when slipway.yml declares none of that name outside of the cluster. */
export function managedOf({ managed }: Recovery, name: string): Recovery['managed'][string] {
  const found = managed[name];
  if (found !== undefined) return found;
  throw new UserError(
    `\`recovery\` declares no managed database ${name}`,
    `name one of ${Object.keys(managed).join(', ')}`,
  );
}

export interface RecoveryLease {
  readonly app: string;
  readonly doing: 'backup' | 'restore' | 'drill';
  readonly namespace: string;
  readonly origin: Origin;
  readonly wait: number;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** Holds the right to do it for as long as `use` takes: two backups at once would find each other's, and two drills each other's damage. */
export async function withRecoveryLease<Result>(
  cluster: Cluster,
  { app, doing, ...request }: RecoveryLease,
  use: (lease: Lease) => Promise<Result>,
): Promise<Result> {
  const { acquireLease } = await import('../release/store/lease.ts');
  // No application has such a name.
  const acquiring = acquireLease(cluster, { ...request, app: `${app}.${doing}`, seize: false });
  const lease = await acquiring.catch((error: unknown) => {
    if (error instanceof ClusterError && error.status === 404)
      throw new UserError(
        `there is no namespace ${request.namespace}`,
        'make it first, or correct its name',
        { cause: error },
      );
    throw error;
  });
  try {
    return await use(lease);
  } finally {
    await lease.release();
  }
}

/**
 * Proves that a set is signed as `trust` of the environment demands; nothing is proved where it demands nothing.
 * @returns who signed it, for people; undefined when nobody has to have.
 * @throws UserError when it is not.
 */
export async function vouchForSet(
  set: BackupSet,
  owner: Owner,
  { config, environment, inputs, host, signal }: Vouching,
): Promise<string | undefined> {
  const { trustOf } = await import('../config/signing.ts');
  const trust = trustOf(config, environment.trust);
  if (trust === undefined) return undefined;
  const [{ withCosign }, { vouchForDocument }, { documentOf }] = await Promise.all([
    import('../signing/cosign.ts'),
    import('../signing/document.ts'),
    import('../recovery/sets.ts'),
  ]);
  const { env, report } = host;
  const toolMirrors = parseMirrors(inputs['tool-mirrors']);
  return withCosign({ toolMirrors, env, signal, report }, cosign =>
    vouchForDocument(documentOf(owner, set), set.bundle, {
      ...trustOptions(inputs.config, config, trust),
      cosign,
      env,
      now: Date.now(),
    }),
  );
}

/** As vouchForSet, of a set that only counts when somebody does. */
export async function isVouchedFor(set: BackupSet, owner: Owner, by: Vouching): Promise<boolean> {
  try {
    await vouchForSet(set, owner, by);
    return true;
  } catch (error) {
    if (!(error instanceof UserError) || by.signal.aborted) throw error;
    by.host.report(`the backup set ${set.id} does not count: ${error.message}`);
    return false;
  }
}

interface Vouching {
  readonly config: Config;
  readonly environment: Environment;
  readonly inputs: { readonly config: string; readonly 'tool-mirrors': string };
  readonly host: Pick<Host, 'env' | 'report'>;
  readonly signal: AbortSignal;
}

/** @throws UserError when it is neither a size nor a class and a size. */
export function volumeOf(text: string): CopyPod['volume'] {
  const name = 'slipway-data';
  if (text === '') return { name, emptyDir: {} };
  const [, storageClassName, storage] = /^(?:([a-z0-9.-]{1,253})\/)?(\d{1,6}(?:[KMGT]i?)?)$/.exec(text) ?? [];
  if (storage === undefined)
    throw new UserError(
      `the input \`volume\` is "${text}"`,
      'write a size such as 20Gi, or a class and a size as fast/20Gi',
    );
  const spec = {
    accessModes: ['ReadWriteOnce'],
    ...(storageClassName === undefined ? {} : { storageClassName }),
    resources: { requests: { storage } },
  };
  return { name, ephemeral: { volumeClaimTemplate: { spec } } };
}
