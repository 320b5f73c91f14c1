import type { Recovery } from '../../config/recovery.ts';
import type { Keeping } from '../files/keeping.ts';
import type { Repository } from '../files/restic.ts';
import type { RunningWorker } from '../files/workers.ts';
import { problemOf } from '../volumes.ts';
import { dumpManaged, type MadeDump } from './dumping.ts';

/** Backs up the databases outside of the cluster, one after the other. */

export interface ManagedTask {
  readonly recovery: Pick<Recovery, 'managed'>;
  /** As the pods of workers reach them. */
  readonly repositories: ReadonlyMap<string, Repository>;
}

/** One that cannot be backed up keeps no other from it: it is among the problems of the set, in one sentence. */
export async function backUpManaged(
  keeping: Keeping,
  { recovery, repositories }: ManagedTask,
  raise: (name: string) => Promise<RunningWorker>,
): Promise<{ readonly made: readonly MadeDump[]; readonly problems: readonly string[] }> {
  const made: MadeDump[] = [];
  const problems: string[] = [];
  for (const [name, { database, to }] of Object.entries(recovery.managed)) {
    const [first, ...more] = to.flatMap(each => repositories.get(each) ?? []);
    if (first === undefined) throw new Error(`the managed database ${name} goes nowhere`);
    const problem = await problemOf(keeping, async () => {
      const worker = await raise(name);
      made.push(await dumpManaged({ ...keeping, name, database, worker, repositories: [first, ...more] }));
    });
    if (problem !== undefined) problems.push(`managed database ${name}: ${problem}`);
  }
  return { made, problems };
}
