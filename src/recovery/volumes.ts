import type { Recovery } from '../config/recovery.ts';
import { type Keeping, type KeptFiles, keepFiles } from './files/keeping.ts';
import { totalsOf } from './files/listing.ts';
import type { Repository } from './files/restic.ts';
import { mounts } from './files/worker.ts';
import type { RunningWorker } from './files/workers.ts';
import type { Manifest } from './manifest.ts';

/** Backs up the files of claims, each by a pod that mounts it. */

/** They stay up until all repositories are proved and expired, and go whatever happens. */
export async function withWorkers<Result>(
  volumes: Manifest['volumes'],
  workerFor: (claim: string) => Promise<RunningWorker>,
  use: (workers: ReadonlyMap<string, RunningWorker>) => Promise<Result>,
): Promise<Result> {
  const workers = new Map<string, RunningWorker>();
  try {
    for (const { claim, covered } of volumes)
      if (covered === 'files') workers.set(claim, await workerFor(claim));
    return await use(workers);
  } finally {
    for (const worker of workers.values()) await worker.remove();
  }
}

export interface VolumesTask {
  readonly recovery: Pick<Recovery, 'volumes'>;
  /** As the pods of workers reach them. */
  readonly repositories: ReadonlyMap<string, Repository>;
  readonly volumes: Manifest['volumes'];
}

/** @returns what was made of each claim that has a worker. @throws {UserError} when a file could not be read, or a repository refuses. */
export async function backUpVolumes(
  keeping: Keeping,
  { recovery, repositories, volumes }: VolumesTask,
  workers: ReadonlyMap<string, RunningWorker>,
): Promise<ReadonlyMap<string, KeptFiles>> {
  const made = new Map<string, KeptFiles>();
  for (const { namespace, claim } of volumes) {
    const worker = workers.get(claim);
    if (worker === undefined) continue;
    const [first, ...more] = repositoriesOf(claim, recovery).flatMap(name => repositories.get(name) ?? []);
    if (first === undefined) throw new Error(`the claim ${claim} goes nowhere`);
    const source = { name: `${namespace}/${claim}`, folder: mounts.claim, exec: worker.exec };
    made.set(claim, await keepFiles(keeping, { ...source, repositories: [first, ...more] }));
  }
  return made;
}

/** The repositories of a claim, which is declared by its name, or by that of its template, to which the number of a pod is added. Pure. */
export function repositoriesOf(claim: string, { volumes }: Pick<Recovery, 'volumes'>): readonly string[] {
  const declared = volumes[claim] ?? volumes[claim.replace(/-\d+$/, '')];
  return declared?.to ?? [];
}

/** For the manifest. Pure. */
export function withFiles(
  volume: Manifest['volumes'][number],
  kept: KeptFiles | undefined,
): Manifest['volumes'][number] {
  if (kept === undefined) return volume;
  const { listing, backups } = kept;
  return {
    ...volume,
    files: { ...totalsOf(listing), unsettled: listing.unsettled.length, backups: [...backups] },
  };
}
