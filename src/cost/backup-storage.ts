import type { BackupManifest } from '../recovery/manifest.ts';

/** Compares what backups read with what they added to their repositories, from their manifests. All pure. */

export interface BackupStorage {
  readonly repository: string;
  readonly backups: number;
  /** Bytes that the backups read. */
  readonly original: number;
  /** Bytes that they added to the repository. */
  readonly stored: number;
}

/** Returns the sums by repository, of backups that recorded both. The same backup may be in the manifests of several stores. */
export function backupStorageOf(manifests: readonly BackupManifest[]): BackupStorage[] {
  const unique = [...new Map(manifests.map(each => [each.at, each])).values()];
  const all = unique.flatMap(({ databases, managed = [], objectStores, volumes }) => [
    ...databases.flatMap(({ backups }) => backups),
    ...managed.flatMap(({ backups }) => backups.map(each => ({ ...each, original: each.bytes }))),
    ...objectStores.flatMap(({ backups = [] }) => backups),
    ...volumes.flatMap(({ files }) => files?.backups ?? []),
  ]);
  const known = all.flatMap(({ repository, original, stored }) =>
    original === undefined || stored === undefined ? [] : [{ repository, original, stored }],
  );
  return [...Map.groupBy(known, ({ repository }) => repository)].map(([repository, list]) => ({
    repository,
    backups: list.length,
    original: list.reduce((sum, each) => sum + each.original, 0),
    stored: list.reduce((sum, each) => sum + each.stored, 0),
  }));
}
