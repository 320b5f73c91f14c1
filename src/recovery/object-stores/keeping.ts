import type { Exec } from '../exec.ts';
import { type Keeping, type KeptFiles, keepFiles } from '../files/keeping.ts';
import type { Repository } from '../files/restic.ts';
import type { Manifest } from '../manifest.ts';
import type { Bucket } from './bucket.ts';
import { mirrorBucket } from './mirror.ts';

/** Backs a bucket of the application up: copied into a folder here, which then goes where files go. */

export interface KeptBucket {
  /** In slipway.yml. */
  readonly name: string;
  readonly bucket: Bucket;
  /** Where its copy is; what is in it from an earlier run is not read again. */
  readonly folder: string;
  /** Runs restic on this machine. */
  readonly exec: Exec;
  readonly repositories: readonly [Repository, ...Repository[]];
}

/** By what its backups are known in a repository. */
export const bucketSource = (name: string): string => `bucket/${name}`;

/** @throws {UserError} when the bucket or a repository refuses or cannot be reached. */
export async function keepBucket(
  keeping: Keeping,
  { name, bucket, folder, exec, repositories }: KeptBucket,
): Promise<{ store: Manifest['objectStores'][number]; files: KeptFiles }> {
  const { totals } = await mirrorBucket(bucket, folder, keeping.report);
  const files = await keepFiles(keeping, { name: bucketSource(name), folder, exec, repositories });
  return { files, store: { name, ...totals, backups: [...files.backups] } };
}
