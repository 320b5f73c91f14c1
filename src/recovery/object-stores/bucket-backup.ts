import type { Exec } from '../exec.ts';
import { type BackedUpFiles, type BackupRun, backUpSource } from '../files/backup-sources.ts';
import type { ResticRepository } from '../files/restic.ts';
import type { BackupManifest } from '../manifest.ts';
import type { Bucket } from './bucket.ts';
import { mirrorBucket } from './mirror.ts';

/** Backs up a bucket of the application: copies it into a local folder, and backs up that folder as files. */

export interface BucketToBackUp {
  /** Its name in slipway.yml. */
  readonly name: string;
  readonly bucket: Bucket;
  /** The folder of its copy; objects from an earlier run are not downloaded again. */
  readonly folder: string;
  /** Runs restic on this machine. */
  readonly exec: Exec;
  readonly repositories: readonly [ResticRepository, ...ResticRepository[]];
}

/** Returns the source name of its backups in a repository. */
export const bucketSource = (name: string): string => `bucket/${name}`;

/** Backs up a bucket. @throws {UserError} when the bucket or a repository refuses or cannot be reached. */
export async function backUpBucket(
  run: BackupRun,
  { name, bucket, folder, exec, repositories }: BucketToBackUp,
): Promise<{ store: BackupManifest['objectStores'][number]; files: BackedUpFiles }> {
  const { totals } = await mirrorBucket(bucket, folder, run.report);
  const files = await backUpSource(run, { name: bucketSource(name), folder, exec, repositories });
  return { files, store: { name, ...totals, backups: [...files.backups] } };
}
