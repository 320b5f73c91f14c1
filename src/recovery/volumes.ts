import type { Recovery } from '../config/recovery.ts';
import { UserError } from '../toolkit/errors.ts';
import { mounts } from './files/backup-pod.ts';
import type { RunningBackupPod } from './files/backup-pods.ts';
import { type BackedUpFiles, type BackupRun, backUpSource } from './files/backup-sources.ts';
import { totalsOf } from './files/listing.ts';
import type { ResticRepository } from './files/restic.ts';
import type { BackupManifest } from './manifest.ts';

/** Backs up the files of PVCs, each through a pod that mounts it. */

/**
 * Keeps backup pods running until all repositories are verified and expired, and then removes all of them.
 * @param stays hears why one could not be removed, with the remedy: what was made counts nevertheless.
 */
export async function withBackupPods<What, Result>(
  backupPodFor: (what: What) => Promise<RunningBackupPod>,
  use: (raise: (what: What) => Promise<RunningBackupPod>) => Promise<Result>,
  stays: (sentence: string) => void,
): Promise<Result> {
  const pods: RunningBackupPod[] = [];
  try {
    return await use(async what => {
      const backupPod = await backupPodFor(what);
      pods.push(backupPod);
      return backupPod;
    });
  } finally {
    for (const backupPod of pods)
      await backupPod.remove().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        stays(`a backup pod was not removed and holds its volume: ${why}; the next backup removes it`);
      });
  }
}

interface VolumesTask {
  readonly recovery: Pick<Recovery, 'volumes'>;
  /** Repositories as the backup pods reach them. */
  readonly repositories: ReadonlyMap<string, ResticRepository>;
  readonly volumes: BackupManifest['volumes'];
}

/** Backs up volumes. A failed one does not stop the others: it becomes a problem of the set, in one sentence. */
export async function backUpVolumes(
  run: BackupRun,
  { recovery, repositories, volumes }: VolumesTask,
  raise: (pvc: string) => Promise<RunningBackupPod>,
): Promise<{ readonly made: ReadonlyMap<string, BackedUpFiles>; readonly problems: readonly string[] }> {
  const made = new Map<string, BackedUpFiles>();
  const problems: string[] = [];
  for (const { namespace, pvc } of volumes.filter(({ covered }) => covered === 'files')) {
    const [first, ...more] = repositoriesOf(pvc, recovery).flatMap(name => repositories.get(name) ?? []);
    if (first === undefined) throw new Error(`the PVC ${pvc} has no repository`);
    const name = `${namespace}/${pvc}`;
    const problem = await problemOf(run, async () => {
      const { exec } = await raise(pvc);
      const kept = { name, folder: mounts.pvc, exec, repositories: [first, ...more] } as const;
      made.set(pvc, await backUpSource(run, kept));
    });
    if (problem !== undefined) problems.push(`volume ${name}: ${problem}`);
  }
  return { made, problems };
}

/**
 * Returns the message of an error that the user can fix; undefined without one. Rethrows all other errors, and every error of a cancelled
 * run.
 */
export async function problemOf(
  { signal }: Pick<BackupRun, 'signal'>,
  work: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return error.message;
  }
}

/** Returns the repositories of a PVC, which is declared by its name or by that of its template, without the number of the pod. Pure. */
export function repositoriesOf(pvc: string, { volumes }: Pick<Recovery, 'volumes'>): readonly string[] {
  const declared = volumes[pvc] ?? volumes[pvc.replace(/-\d+$/, '')];
  return declared?.to ?? [];
}

/** Adds the backed-up files to a volume of the manifest. Pure. */
export function withFiles(
  volume: BackupManifest['volumes'][number],
  kept: BackedUpFiles | undefined,
): BackupManifest['volumes'][number] {
  if (kept === undefined) return volume;
  const { listing, backups } = kept;
  return {
    ...volume,
    files: { ...totalsOf(listing), unsettled: listing.unsettled.length, backups: [...backups] },
  };
}
