import type { Exec } from '../exec.ts';
import { type Keeping, type KeptFiles, keepFiles } from '../files/keeping.ts';
import type { Repository } from '../files/restic.ts';
import type { Manifest } from '../manifest.ts';
import type { Bucket } from './bucket.ts';
import { mirrorBucket } from './mirror.ts';

/** Backs up a bucket of the application: copies it into a local folder, and backs up that folder as files. */

export interface KeptBucket {
  /** Its name in slipway.yml. */
  readonly name: string;
  readonly bucket: Bucket;
  /** The folder of its copy; objects from an earlier run are not downloaded again. */
  readonly folder: string;
  /** Runs restic on this machine. */
  readonly exec: Exec;
  readonly repositories: readonly [Repository, ...Repository[]];
}

/** Returns the source name of its backups in a repository. */
export const bucketSource = (name: string): string => `bucket/${name}`;

/** Backs up a bucket. @throws {UserError} when the bucket or a repository refuses or cannot be reached. */
export async function keepBucket(
  keeping: Keeping,
  { name, bucket, folder, exec, repositories }: KeptBucket,
): Promise<{ store: Manifest['objectStores'][number]; files: KeptFiles }> {
  const { totals } = await mirrorBucket(bucket, folder, keeping.report);
  const files = await keepFiles(keeping, { name: bucketSource(name), folder, exec, repositories });
  return { files, store: { name, ...totals, backups: [...files.backups] } };
}
