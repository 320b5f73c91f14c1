import { relative } from 'node:path';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';
import { type BackedUpFiles, type BackupRun, backUpSource } from '../files/backup-sources.ts';
import type { Listing } from '../files/listing.ts';
import type { ResticRepository } from '../files/restic.ts';
import type { BackupManifest } from '../manifest.ts';
import { diskFault } from '../whole-file.ts';
import type { Bucket } from './bucket.ts';
import { fileOf, type Mirrored } from './copying.ts';
import { dropObjects, mirrorBucket } from './mirror.ts';

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

/**
 * Backs up a bucket. Objects whose copy is damaged or missing are downloaded again: the hashes of the backup are those of the copied files.
 * @throws {UserError} when the bucket or a repository refuses or cannot be reached, the disk is full, or the copy stays damaged.
 */
export async function backUpBucket(
  run: BackupRun,
  { name, bucket, folder, exec, repositories }: BucketToBackUp,
): Promise<{ store: BackupManifest['objectStores'][number]; files: BackedUpFiles }> {
  for (let attempt = 1; ; attempt++) {
    const { objects, totals } = await mirrorBucket(bucket, folder, run.report).catch(error => {
      throw diskFault(folder, error, 'free space there, or name another disk as its `mirror`') ?? error;
    });
    const files = await backUpSource(run, { name: bucketSource(name), folder, exec, repositories });
    const damaged = differingIn(folder, objects, files.listing);
    if (damaged.length === 0) return { files, store: { name, ...totals, backups: [...files.backups] } };
    if (attempt === attempts)
      throw new UserError(
        `${counted(damaged.length, 'object')} in ${folder} ${damaged.length === 1 ? 'is' : 'are'} damaged again after a second download, such as ${JSON.stringify(damaged[0]?.key)}`,
        'let no other process write there, or name another disk as its `mirror`',
      );
    await dropObjects(folder, damaged, run.report);
  }
}

const attempts = 2;

/** Returns the objects whose files a listing does not have as they were downloaded. Pure. */
function differingIn(folder: string, objects: readonly Mirrored[], { files }: Listing): Mirrored[] {
  const found = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return objects.filter(each => found.get(relative(folder, fileOf(folder, each))) !== each.sha256);
}
