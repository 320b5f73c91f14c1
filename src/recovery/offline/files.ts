import type { Recovery } from '../../config/recovery.ts';
import { UserError } from '../../toolkit/errors.ts';
import { passphraseIn } from '../attachments.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import { backupPodDeadline, declaredPod } from '../files/backup-pod.ts';
import { backupPodName, startBackupPod } from '../files/backup-pods.ts';
import type { ResticRepository } from '../files/restic.ts';
import { inPod, s3Repository } from '../files/s3-repository.ts';
import { withFilesNote } from '../files-note.ts';
import { type LevelCheck, partOrFailure } from '../levels.ts';
import type { BackupManifest } from '../manifest.ts';
import { pvcsIn, restoreVolume } from '../restoring-parts.ts';
import { placeOf } from '../s3.ts';
import type { ArchivedContents, OfflineRecovery, OpenedContents } from './recovering.ts';
import { createMissing } from './starting.ts';

/** Restores files of PVCs from the new bucket, with restic in a backup pod, before the pods start that mount them. */

interface RestoredPvcs {
  readonly levelChecks: readonly LevelCheck[];
  /** PVCs whose files are not restored, or differ from the backup. */
  readonly notRestored: readonly string[];
}

/** Restores the files of all PVCs. A failure is a check, and does not stop the others. */
export async function restorePvcs(
  task: OfflineRecovery,
  { contents, application }: Pick<OpenedContents, 'contents' | 'application'>,
): Promise<RestoredPvcs> {
  const pvcs = pvcsIn(contents.manifest);
  const isOne = ({ kind, metadata }: Exported) =>
    kind === 'PersistentVolumeClaim' && pvcs.includes(metadata.name);
  await createMissing(task, application.filter(isOne));
  const [levelChecks, notRestored]: [LevelCheck[], string[]] = [[], []];
  for (const pvc of pvcs) {
    const own = await restorePvc(task, contents, pvc);
    levelChecks.push(...own);
    if (own.some(({ state }) => state !== 'passed')) notRestored.push(pvc);
  }
  return { levelChecks, notRestored };
}

function restorePvc(task: OfflineRecovery, contents: ArchivedContents, pvc: string): Promise<LevelCheck[]> {
  const { recorder, signal } = task;
  return partOrFailure(`files of the PVC ${pvc}`, signal, () =>
    withFilesNote({ ...task, pvc, set: contents.at.set.id, back: 'back' }, (replace, begins) =>
      recorder.during('restore', () => restored(task, contents, pvc, replace, begins)),
    ),
  );
}

async function restored(
  task: OfflineRecovery,
  contents: ArchivedContents,
  pvc: string,
  replace: boolean,
  begins: () => Promise<void>,
): Promise<LevelCheck[]> {
  const { cluster, from, into, backupPod, patience, signal, sleep, report } = task;
  if (backupPod === undefined)
    throw new UserError(
      'the archive does not hold the image of `backup-pod`, which restores files',
      `restore them with \`slipway restore --include volume/${pvc}\` and another image`,
    );
  const repository = await resticOf(task, contents, pvc);
  return restoreVolume({
    cluster,
    pvc,
    from,
    into,
    replace,
    begins,
    signal,
    report,
    at: contents.at,
    identities: contents.identities,
    repository: repository.name,
    repositories: new Map([[repository.name, repository]]),
    raise: () =>
      startBackupPod(cluster, {
        ...declaredPod(backupPod),
        namespace: into,
        name: backupPodName({ pvc, writes: true }),
        pvc,
        writes: true,
        patience,
        deadline: backupPodDeadline,
        signal,
        sleep,
      }),
  });
}

/** Returns the restic repository in the new bucket, for a backup pod, with the passphrase that the offline key decrypts. */
async function resticOf(
  { repository: { name, restic }, newBucket, backupPod }: OfflineRecovery,
  { at, identities, manifest }: ArchivedContents,
  pvc: string,
): Promise<ResticRepository> {
  if (restic === undefined || !isKeptIn(manifest, pvc, name)) throw outside(manifest, pvc, name);
  const repository = s3Repository(
    { ...newBucket, url: `${newBucket.url}/${restic}`.replace(/\/$/, '') },
    // `locked`, because no other run uses this bucket, and the lock of a killed run would be an object that the archive does not have.
    { name, passphrase: await passphraseIn(at, name, identities), locked: true },
  );
  return inPod(repository, backupPod?.['ca-configmap']);
}

/**
 * Returns the prefix of the restic repository in the archived bucket; empty when it has none, undefined when restic uses another bucket, or
 * there is no restic. Pure.
 */
export function resticIn({ repositories }: Pick<Recovery, 'repositories'>, name: string): string | undefined {
  const { store, restic } = repositories[name] ?? {};
  if (store?.url === undefined || restic === undefined) return undefined;
  const [archived, own] = [placeOf(store.url), placeOf(restic.url)];
  // Compares only bucket names, because pods may reach a store by another address than the run.
  const nameOf = (bucket: string) => new URL(bucket).pathname;
  return nameOf(archived.bucket) === nameOf(own.bucket) ? own.prefix : undefined;
}

/** Returns a sentence for each PVC whose files are not in the archived bucket. Pure. */
export function filesOutside(
  manifest: BackupManifest,
  repository: string,
  recovery: Pick<Recovery, 'repositories'>,
): string[] {
  const isThere = resticIn(recovery, repository) !== undefined;
  return pvcsIn(manifest)
    .filter(pvc => !isThere || !isKeptIn(manifest, pvc, repository))
    .map(
      pvc => `the archive will not hold the files of ${pvc}: ${outside(manifest, pvc, repository).sentence}`,
    );
}

const backupsOf = ({ volumes }: BackupManifest, pvc: string) =>
  volumes.find(each => each.pvc === pvc)?.files?.backups ?? [];

const isKeptIn = (manifest: BackupManifest, pvc: string, repository: string) =>
  backupsOf(manifest, pvc).some(each => each.repository === repository);

function outside(manifest: BackupManifest, pvc: string, repository: string): UserError {
  const others = backupsOf(manifest, pvc)
    .map(each => each.repository)
    .filter(each => each !== repository);
  return new UserError(
    isKeptIn(manifest, pvc, repository)
      ? `\`restic\` of ${repository} is in another bucket than its \`store\`, and only that is archived`
      : `they are backed up to ${others.join(' and ')}, but only ${repository} is archived`,
    `set \`restic\` of ${repository} to an address in the bucket of its \`store\`, and add ${repository} to \`to\` of the PVC`,
  );
}
