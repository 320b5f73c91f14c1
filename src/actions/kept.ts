import { dirname, join, resolve } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import type { Exec } from '../recovery/exec.ts';
import { backupPodDeadline, declaredPod } from '../recovery/files/backup-pod.ts';
import type { RunningBackupPod } from '../recovery/files/backup-pods.ts';
import type { LocalRestic } from '../recovery/files/local.ts';
import type { ResticRepository } from '../recovery/files/restic.ts';
import { inPod, s3Repository } from '../recovery/files/s3-repository.ts';
import type { BucketToBackUp } from '../recovery/object-stores/bucket-backup.ts';
import type { S3Options } from '../recovery/s3.ts';
import { UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';

/** What backup and restore need for files and managed databases: restic repositories, buckets, and backup pods that mount PVCs. */

/** Reads S3 credentials from the variables with that prefix. @throws UserError when it is not set. */
export function s3CredentialsOf(
  prefix: string,
  env: NodeJS.ProcessEnv,
  what: string,
): Pick<S3Options, 'accessKey' | 'secretKey' | 'sessionToken'> {
  const [accessKey, secretKey] = [env[`${prefix}_ACCESS_KEY_ID`], env[`${prefix}_SECRET_ACCESS_KEY`]];
  if (accessKey && secretKey)
    return { accessKey, secretKey, sessionToken: env[`${prefix}_SESSION_TOKEN`] || undefined };
  throw new UserError(
    `the credentials of ${what} are not set`,
    `set ${prefix}_ACCESS_KEY_ID and ${prefix}_SECRET_ACCESS_KEY in the \`env\` of this step`,
  );
}

/**
 * Returns the restic repositories by name.
 * @param passphrases decrypted by an offline key, instead of variables; by repository name.
 * @throws UserError when credentials or a passphrase are not set.
 */
export function resticOf(
  { repositories }: Pick<Recovery, 'repositories'>,
  env: NodeJS.ProcessEnv,
  passphrases: ReadonlyMap<string, string> = new Map(),
): Map<string, ResticRepository> {
  return new Map(
    Object.entries(repositories).flatMap(([name, { restic, locked }]) => {
      if (restic === undefined) return [];
      const { url, region, 'credentials-prefix': prefix } = restic;
      const place = { url, region, ...s3CredentialsOf(prefix, env, `the repository ${name}`) };
      const passphrase = passphrases.get(name) ?? env[`${prefix}_PASSPHRASE`];
      if (!passphrase)
        throw new UserError(
          `the passphrase of the repository ${name} is not set`,
          `set ${prefix}_PASSPHRASE in the \`env\` of this step to a long random text; every backup stores it, encrypted for \`recipients\``,
        );
      return [[name, s3Repository(place, { name, passphrase, locked: locked !== undefined })] as const];
    }),
  );
}

type Repositories = ReadonlyMap<string, ResticRepository>;

const mapRepositories = <Result>(
  repositories: Repositories,
  change: (repository: ResticRepository) => Result,
) => new Map([...repositories].map(([name, repository]) => [name, change(repository)] as const));

/** Returns the passphrases of all restic repositories; secret. */
export const passphrasesOf = (repositories: Repositories): Map<string, string> =>
  mapRepositories(repositories, ({ environment }) => environment.RESTIC_PASSWORD ?? '');

/** Returns the repositories with the settings for restic in a backup pod. */
export const inPods = (
  repositories: Repositories,
  { 'backup-pod': backupPod }: Pick<Recovery, 'backup-pod'>,
): Map<string, ResticRepository> =>
  mapRepositories(repositories, repository => inPod(repository, backupPod?.['ca-configmap']));

/** Returns the repositories with the settings for restic on this machine. */
const onThisMachine = (
  repositories: Repositories,
  { NODE_EXTRA_CA_CERTS: ca }: NodeJS.ProcessEnv,
): Map<string, ResticRepository> =>
  mapRepositories(repositories, repository => ({ ...repository, ca: ca || undefined }));

export interface BackupPodPlace {
  readonly namespace: string;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
}

/** How long a backup pod may take to start; ms. */
const patience = 300_000;

/**
 * Starts a pod that mounts a PVC, for a restore writable.
 * @throws UserError when slipway.yml names no image for it, or it does not start.
 */
export async function backupPodFor(
  cluster: Cluster,
  recovery: Pick<Recovery, 'backup-pod'>,
  place: BackupPodPlace & { readonly pvc: string; readonly writes: boolean },
): Promise<RunningBackupPod> {
  const { startBackupPod, backupPodName } = await import('../recovery/files/backup-pods.ts');
  return startBackupPod(cluster, { ...place, ...programsOf(recovery), name: backupPodName(place) });
}

/** Starts a pod that dumps a managed database. @throws as `backupPodFor`. */
export async function dumperFor(
  cluster: Cluster,
  recovery: Pick<Recovery, 'backup-pod'>,
  name: string,
  declared: Recovery['managed'][string],
  place: BackupPodPlace,
): Promise<RunningBackupPod> {
  const { startBackupPod, dumperName } = await import('../recovery/files/backup-pods.ts');
  const { connectionEnvironment } = await import('../recovery/managed/connection.ts');
  const { 'ca-configmap': ca } = declared;
  return startBackupPod(cluster, {
    ...place,
    ...programsOf(recovery),
    name: dumperName(name),
    writes: false,
    env: connectionEnvironment(declared),
    ...(ca === undefined ? {} : { databaseCa: ca }),
  });
}

function programsOf({ 'backup-pod': backupPod }: Pick<Recovery, 'backup-pod'>) {
  if (backupPod === undefined)
    throw new UserError(
      'slipway.yml names no image for the backup pod',
      'add `backup-pod: {image: …}` to `recovery`',
    );
  return { ...declaredPod(backupPod), patience, deadline: backupPodDeadline };
}

export interface BucketsOrder extends LocalRestic {
  readonly recovery: Pick<Recovery, 'buckets'>;
  /** Path of slipway.yml. */
  readonly config: string;
  /** The restic repositories of `resticOf`. */
  readonly repositories: Repositories;
  /** For a restore: the addresses of the target buckets. */
  readonly targets?: ReadonlyMap<string, string>;
}

/** Runs `use` with the buckets, their folders and restic on this machine. Temporary folders are removed; a declared `mirror` is kept. */
export async function withBuckets<Result>(
  order: BucketsOrder,
  use: (buckets: readonly BucketToBackUp[]) => Promise<Result>,
): Promise<Result> {
  if (Object.keys(order.recovery.buckets).length === 0) return use([]);
  const { withLocalRestic } = await import('../recovery/files/local.ts');
  return withLocalRestic(order, exec =>
    withFolder(order.env, 'buckets', async folder => use(await openedBuckets(order, exec, folder))),
  );
}

async function openedBuckets(
  { recovery: { buckets }, config, repositories, targets, env }: BucketsOrder,
  exec: Exec,
  temporary: string,
): Promise<BucketToBackUp[]> {
  const { openBucket } = await import('../recovery/object-stores/bucket.ts');
  const local = onThisMachine(repositories, env);
  return Promise.all(
    Object.entries(buckets).map(async ([name, { url, region, 'credentials-prefix': prefix, to, mirror }]) => {
      const [first, ...more] = to.flatMap(each => local.get(each) ?? []);
      if (first === undefined) throw new Error(`the bucket ${name} has no repository`);
      const credentials = s3CredentialsOf(prefix, env, `the bucket ${name}`);
      const bucket = await openBucket({ url: targets?.get(name) ?? url, region, ...credentials });
      const isKept = mirror !== undefined && targets === undefined;
      const folder = isKept ? resolve(dirname(config), mirror) : join(temporary, name);
      return { name, bucket, folder, exec, repositories: [first, ...more] as const };
    }),
  );
}
