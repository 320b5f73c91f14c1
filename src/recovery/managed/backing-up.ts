import type { Recovery } from '../../config/recovery.ts';
import type { RunningBackupPod } from '../files/backup-pods.ts';
import type { BackupRun } from '../files/backup-sources.ts';
import type { ResticRepository } from '../files/restic.ts';
import { problemOf } from '../volumes.ts';
import { dumpManaged, type MadeDump } from './dumping.ts';

/** Backs up the managed databases, which are outside of the cluster, one after the other. */

interface ManagedTask {
  readonly recovery: Pick<Recovery, 'managed'>;
  /** With the addresses by which backup pods reach them. */
  readonly repositories: ReadonlyMap<string, ResticRepository>;
}

/** Backs up each database. A failure does not stop the others: it becomes one problem of the set. */
export async function backUpManaged(
  run: BackupRun,
  { recovery, repositories }: ManagedTask,
  raise: (name: string) => Promise<RunningBackupPod>,
): Promise<{ readonly made: readonly MadeDump[]; readonly problems: readonly string[] }> {
  const made: MadeDump[] = [];
  const problems: string[] = [];
  for (const [name, { database, to }] of Object.entries(recovery.managed)) {
    const [first, ...more] = to.flatMap(each => repositories.get(each) ?? []);
    if (first === undefined) throw new Error(`the managed database ${name} has no repository`);
    const problem = await problemOf(run, async () => {
      const backupPod = await raise(name);
      made.push(await dumpManaged({ ...run, name, database, backupPod, repositories: [first, ...more] }));
    });
    if (problem !== undefined) problems.push(`managed database ${name}: ${problem}`);
  }
  return { made, problems };
}
