import { dirname, resolve } from 'node:path';
import { ClusterError } from '../cluster/errors.ts';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Environment } from '../config/types.ts';
import type { OpenStore } from '../recovery/backup.ts';
import { type Exec, podExec } from '../recovery/exec.ts';
import type { Bucket } from '../recovery/object-stores/bucket.ts';
import type { CopyPod } from '../recovery/postgres/copy-pod.ts';
import type { BackupSet, SetOwner } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { listPods } from '../recovery/workload-pods.ts';
import type { Lease } from '../release/store/lease.ts';
import { onUserError, UntrustedDocument, UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';
import { pathTo, type Workload } from '../workloads/kinds.ts';
import { type DocumentVerification, verifySigned } from './documents.ts';
import { s3CredentialsOf } from './kept.ts';

/** What backup, restore and drill share: the declaration, the stores, and the pods of a database. */

/** Returns the `recovery` of an environment. @throws UserError when it has none. */
export function recoveryOf({ recovery }: Environment, name: string): Recovery {
  if (recovery !== undefined) return recovery;
  throw new UserError(
    `the environment ${name} is not backed up: slipway.yml has no \`recovery\` for it`,
    'add it; docs/configuration.md has an example',
  );
}

/** Reads what slipway.yml says about the recovery of an environment. @throws UserError when it is not valid, or says nothing. */
export async function declaredRecovery(inputs: { readonly config: string; readonly environment: string }) {
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  const recovery = recoveryOf(environment, inputs.environment);
  return { config, environment, recovery, owner: { app: config.app, environment: inputs.environment } };
}

/**
 * Opens the stores of an environment.
 * @param config path of slipway.yml.
 * @throws UserError when there is none, or credentials are not set.
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
      'the manifests of backups cannot be stored: no repository in `recovery` that is online has a `store`',
      'add a `store` to one of them: a bucket or a folder',
    );
  const { folderStore } = await import('../recovery/store.ts');
  const { s3Store } = await import('../recovery/s3.ts');
  return Promise.all(
    declared.map(async ({ name, store: { url, region, 'credentials-prefix': prefix, folder }, locked }) => {
      if (url === undefined)
        return { name, locked, store: folderStore(resolve(dirname(config), folder ?? '.')) };
      const found = s3CredentialsOf(prefix, env, `the repository ${name}`);
      return { name, locked, store: await s3Store({ url, region, ...found }) };
    }),
  );
}

/** Returns a declaration without the repositories that are offline most of the time. Pure. */
export const online = (recovery: Recovery): Recovery => ({
  ...recovery,
  repositories: Object.fromEntries(
    Object.entries(recovery.repositories).filter(([, { offline }]) => !offline),
  ),
});

/**
 * Opens the store of a repository, and the whole bucket that contains it, which pgBackRest and restic use too.
 * @throws UserError when it has none, or its credentials are not set.
 */
export async function openBucketOf(
  { repositories }: Recovery,
  name: string,
  env: NodeJS.ProcessEnv,
): Promise<{ store: Store; bucket: Bucket }> {
  const { url, region = '', 'credentials-prefix': prefix = '' } = repositories[name]?.store ?? {};
  if (url === undefined)
    throw new UserError(`the repository ${name} has no bucket`, 'add a `store` with a `url`');
  const { s3Store, placeOf } = await import('../recovery/s3.ts');
  const { openBucket } = await import('../recovery/object-stores/bucket.ts');
  const rest = { region, ...s3CredentialsOf(prefix, env, `the repository ${name}`) };
  return {
    store: await s3Store({ url, ...rest }),
    bucket: await openBucket({ url: placeOf(url).bucket, ...rest }),
  };
}

/** The pods of a database, and its workload. */
export interface DatabasePods {
  readonly workload: Workload;
  readonly running: readonly Pod[];
  readonly pods: ReadonlyMap<string, Exec>;
  /** The pod whose annotation says that a run has paused its replay. */
  readonly leftPaused: string | undefined;
  /** Where detached commands run in one of these pods. */
  placeIn(pod: string): { readonly folder: string; gone(): Promise<string | undefined> };
  /** Sets that annotation on a pod; undefined removes it. */
  note(pod: string | undefined): Promise<void>;
}

const pausedNote = 'slipway.dev/replay-paused';
/** In /tmp, like the lock files of pgBackRest by default. */
const commandsFolder = '/tmp/slipway';

/** Finds the running pods of a database. @throws UserError when the workload does not exist, or none of its pods is running. */
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
    const pods = await listPods(cluster, namespace, workload);
    return pods.filter(
      ({ status, metadata }) => status?.phase === 'Running' && metadata?.deletionTimestamp === undefined,
    );
  };
  const running = await runningPods();
  if (running.length === 0)
    throw new UserError(
      `no pod of ${ref.kind}/${ref.name} in ${namespace} is running`,
      `find out why: \`kubectl -n ${namespace} describe ${ref.kind}/${ref.name}\``,
    );
  const nameOf = ({ metadata }: Pod) => metadata?.name ?? '';
  const left = running.find(({ metadata }) => metadata?.annotations?.[pausedNote] !== undefined);
  const leftPaused = left && nameOf(left);
  let paused = leftPaused;
  return {
    workload,
    running,
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

/** Returns the name in an input, or that of the only database if the input is empty. @throws UserError when there are several. */
export function nameOfDatabase(text: string, { databases }: Recovery): string {
  const [only, ...more] = Object.keys(databases);
  if (text !== '') return text;
  if (only !== undefined && more.length === 0) return only;
  throw new UserError(
    'the database is not specified, and `recovery` does not declare exactly one',
    `choose one of ${Object.keys(databases).join(', ')}`,
  );
}

/** Returns the declaration of a database. @throws UserError when slipway.yml has none of that name. */
export const databaseOf = ({ databases }: Recovery, name: string): Recovery['databases'][string] =>
  declarationOf(databases, 'database', name);

/** Returns the declaration of a managed database. @throws UserError when slipway.yml has none of that name. */
export const managedOf = ({ managed }: Recovery, name: string): Recovery['managed'][string] =>
  declarationOf(managed, 'managed database', name);

function declarationOf<Declared>(
  all: Readonly<Record<string, Declared>>,
  what: string,
  name: string,
): Declared {
  const found = all[name];
  if (found !== undefined) return found;
  throw new UserError(
    `\`recovery\` declares no ${what} ${name}`,
    `choose one of ${Object.keys(all).join(', ')}`,
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

/** Runs `use` under a Lease, so that no two backups and no two drills interfere with each other. */
export async function withRecoveryLease<Result>(
  cluster: Cluster,
  { app, doing, ...request }: RecoveryLease,
  use: (lease: Lease) => Promise<Result>,
): Promise<Result> {
  const { acquireLease } = await import('../release/store/lease.ts');
  // The dot keeps the name apart from those of applications.
  const acquiring = acquireLease(cluster, { ...request, app: `${app}.${doing}`, seize: false });
  const lease = await acquiring.catch((cause: unknown) => {
    if (!(cause instanceof ClusterError) || cause.status !== 404) throw cause;
    const problem = `the namespace ${request.namespace} does not exist`;
    throw new UserError(problem, 'create it, or correct its name', { cause });
  });
  try {
    return await use(lease);
  } finally {
    await lease.release();
  }
}

/**
 * Verifies the signature of a backup set by the `trust` of the environment.
 * @returns the signer, for the log; undefined if no signature is required.
 * @throws UserError when the signature is missing or not trusted.
 */
export async function verifySet(
  set: BackupSet,
  owner: SetOwner,
  by: DocumentVerification,
): Promise<string | undefined> {
  const { documentOf } = await import('../recovery/sets.ts');
  return verifySigned(documentOf(owner, set), set.bundle, by);
}

/**
 * Returns why a set has no trusted signature; undefined if it has one, or none is required. An error that is no `UntrustedDocument` says why it
 * cannot be verified here.
 */
export const refusalOf = (
  set: BackupSet,
  owner: SetOwner,
  by: DocumentVerification,
): Promise<UserError | undefined> =>
  verifySet(set, owner, by).then(
    () => undefined,
    onUserError(error => {
      if (!(error instanceof UntrustedDocument)) return error;
      const remedy =
        by.config.signing === undefined
          ? 'add `signing: {}` or `signing: {key: …}` to slipway.yml, so that `backup` signs its sets'
          : 'use a set that the signer of `signing` has signed, or let `trust` demand that signer: docs/signing.md#what-a-release-demands';
      return new UntrustedDocument(error.message, remedy, { cause: error });
    }, by.signal),
  );

/** Returns whether a set has a trusted signature, if one is required; if it has not, logs why. */
export async function isVerified(
  set: BackupSet,
  owner: SetOwner,
  by: DocumentVerification,
): Promise<boolean> {
  const refusal = await refusalOf(set, owner, by);
  if (refusal !== undefined) by.host.report(`ignoring the backup set ${set.id}: ${refusal.message}`);
  return refusal === undefined;
}

/** Parses the input `volume`. @throws UserError when it is neither a size nor a storage class and a size. */
export function volumeOf(text: string): CopyPod['volume'] {
  const name = 'slipway-data';
  if (text === '') return { name, emptyDir: {} };
  const [, storageClassName, storage] = /^(?:([a-z0-9.-]{1,253})\/)?(\d{1,6}(?:[KMGT]i?)?)$/.exec(text) ?? [];
  if (storage === undefined)
    throw new UserError(
      `the input \`volume\` is invalid: "${text}"`,
      'write a size such as 20Gi, or a storage class and a size such as fast/20Gi',
    );
  const spec = {
    accessModes: ['ReadWriteOnce'],
    ...(storageClassName === undefined ? {} : { storageClassName }),
    resources: { requests: { storage } },
  };
  return { name, ephemeral: { volumeClaimTemplate: { spec } } };
}
