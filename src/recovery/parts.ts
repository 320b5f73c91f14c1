import { fileNames, packedListing } from './attachments.ts';
import type { BackupTask } from './backup.ts';
import { backUpCluster, type ClusterBackup } from './cluster-objects/cluster-backup.ts';
import type { RunningBackupPod } from './files/backup-pods.ts';
import {
  type BackedUpFiles,
  type BackupRun,
  checkRepositories,
  type SourceBackups,
} from './files/backup-sources.ts';
import type { LevelCheck } from './levels.ts';
import { backUpManaged } from './managed/backing-up.ts';
import { type BucketToBackUp, backUpBucket } from './object-stores/bucket-backup.ts';
import { backUpRedis, type RedisBackup, redisAccess } from './redis/backing-up.ts';
import { backUpVolumes, problemOf } from './volumes.ts';

/** Backs up all parts of a set that are not databases of the cluster, one after the other. */

interface BackedUpParts {
  readonly cluster: ClusterBackup;
  readonly managed: Awaited<ReturnType<typeof backUpManaged>>;
  readonly volumes: Awaited<ReturnType<typeof backUpVolumes>>;
  readonly redis: RedisBackup['made'];
  readonly buckets: Awaited<ReturnType<typeof backUpBuckets>>;
  /** The parts that are in restic repositories. */
  readonly inRestic: readonly (SourceBackups & {
    readonly sentences: readonly string[];
    readonly version: string;
  })[];
  /** Files of the set, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly levelChecks: readonly LevelCheck[];
  readonly problems: readonly string[];
}

/**
 * Backs up the parts.
 * @param databasePvcs PVCs that hold the files of databases.
 * @throws {UserError} when a permission or a declared source is missing.
 */
export async function backUpParts(
  run: BackupRun,
  task: Pick<BackupTask, 'recovery' | 'cluster' | 'repositories' | 'buckets' | 'keepImages'>,
  databasePvcs: readonly string[],
  raise: (what: { readonly pvc: string } | { readonly managed: string }) => Promise<RunningBackupPod>,
): Promise<BackedUpParts> {
  const { recovery } = task;
  const { report } = run;
  const kept = await backUpCluster({ ...task.cluster, recovery, report, databasePvcs });
  const managed = await backUpManaged(run, task, name => raise({ managed: name }));
  const volumes = await backUpVolumes(run, { ...task, volumes: kept.volumes }, pvc => raise({ pvc }));
  const buckets = await backUpBuckets(run, task.buckets);
  const { cluster, namespace } = task.cluster;
  const redis = await backUpRedis(run, recovery, (name, declared) =>
    redisAccess(cluster, namespace, name, declared, run.signal),
  );
  const folders = [...volumes.made.values(), ...buckets.made.map(({ files }) => files)];
  const inRestic = [...folders, ...managed.made];
  const levelChecks = [
    ...managed.made.flatMap(each => each.levelChecks),
    ...(await checkRepositories(run, inRestic)),
    ...(await task.keepImages(kept.images)),
  ];
  const inBuckets = new Map(buckets.made.map(({ store, files }) => [store.name, files]));
  return {
    cluster: kept,
    managed,
    volumes,
    buckets,
    inRestic,
    levelChecks,
    redis: redis.made,
    files: {
      ...kept.files,
      ...redis.files,
      ...listings(volumes.made, fileNames.volume),
      ...listings(inBuckets, fileNames.bucket),
    },
    problems: [managed, volumes, buckets, redis, kept].flatMap(({ problems }) => problems),
  };
}

async function backUpBuckets(run: BackupRun, buckets: readonly BucketToBackUp[]) {
  const made: Awaited<ReturnType<typeof backUpBucket>>[] = [];
  const problems: string[] = [];
  for (const bucket of buckets) {
    const problem = await problemOf(run, async () => {
      made.push(await backUpBucket(run, bucket));
    });
    if (problem !== undefined) problems.push(`bucket ${bucket.name}: ${problem}`);
  }
  return { made, problems };
}

const listings = (kept: ReadonlyMap<string, BackedUpFiles>, nameOf: (name: string) => string) =>
  Object.fromEntries([...kept].map(([name, { listing }]) => [nameOf(name), packedListing(listing)]));
