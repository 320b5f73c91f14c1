import { UserError } from '../../toolkit/errors.ts';
import { templateOf, type Workload } from '../../workloads/kinds.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import { type Copy, createCopy, isFinished, serviceOfCopy } from '../copy.ts';
import { backupFacts, type RestoredBackup } from '../drill-report.ts';
import type { LevelCheck } from '../levels.ts';
import { proveRepository } from '../postgres/proving.ts';
import { parseSegmentSize, usualSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import type {
  ArchivedContents,
  ArchivedDatabase,
  OfflineRecovered,
  OfflineRecovery,
  OpenedContents,
} from './recovering.ts';
import { createMissing } from './starting.ts';

/** Restores the databases of an offline archive, and gives each that passed its checks its Service. */

interface RestoredDatabases extends Pick<OfflineRecovered, 'levelChecks' | 'backups'> {
  /** Pods of databases with a failed check. */
  readonly failed: readonly string[];
}

/** Restores each database, unless an earlier run has: the application may have written to that one since. */
export async function restoreDatabases(
  task: OfflineRecovery,
  { contents, objects }: Pick<OpenedContents, 'contents' | 'objects'>,
): Promise<RestoredDatabases> {
  const [levelChecks, backups]: [LevelCheck[], RestoredBackup[]] = [[], []];
  const failed: string[] = [];
  for (const each of task.databases) {
    const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
    if (await isFinished(task.cluster, copy)) {
      task.report(`an earlier run has restored the database ${each.name}; keeping it`);
      // That run may have been killed before this.
      await serve(task, each);
    } else {
      const restored = await restoreOne(task, each, contents, objects);
      // The repository may lack what only older backups need, which is no fault of the restored data.
      levelChecks.push(...restored.ofRepository, ...restored.levelChecks);
      backups.push(restored.backup);
      if (!(await finishWhole(task, each, restored))) failed.push(copy.name);
    }
  }
  return { levelChecks, backups, failed };
}

/** Finishes a copy and gives it its Service, unless a check failed: then the next run restores and checks it again. @returns whether it did. */
export async function finishWhole(
  task: Pick<OfflineRecovery, 'cluster' | 'report' | 'app' | 'into'>,
  lost: Pick<ArchivedDatabase, 'name' | 'service'>,
  { copy, levelChecks }: { readonly copy: Pick<Copy, 'finish'>; readonly levelChecks: readonly LevelCheck[] },
): Promise<boolean> {
  if (levelChecks.some(({ state }) => state === 'failed')) return false;
  await copy.finish();
  await serve(task, lost);
  return true;
}

async function serve(
  task: Parameters<typeof finishWhole>[0],
  lost: Parameters<typeof finishWhole>[1],
): Promise<void> {
  const copy = { namespace: task.into, app: task.app, name: nameOfCopy(lost) };
  await createMissing(task, [serviceOfCopy(lost.service, copy)]);
}

async function restoreOne(
  task: OfflineRecovery,
  lost: ArchivedDatabase,
  { manifest }: ArchivedContents,
  objects: readonly Exported[],
): Promise<{ copy: Copy; ofRepository: LevelCheck[]; levelChecks: LevelCheck[]; backup: RestoredBackup }> {
  const { recorder, signal, sleep, report, repository, cluster } = task;
  const copy = await recorder.during('provision', () => raise(task, lost, objects));
  const place = { stanza: lost.stanza, repository: repository.number };
  const database = manifest.databases.find(({ name }) => name === lost.name);
  const size = parseSegmentSize(database?.segment ?? 0) ?? usualSize;
  const label = database?.backups.find(each => each.repository === repository.name)?.label;
  // Without limits: after a disaster, an old backup is better than none.
  const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
  const ofRepository = await proveRepository({
    exec: copy.exec,
    verifying: copy.detached('verify'),
    place,
    size,
    limits: ages,
    signal,
    now: () => cluster.now(),
  });
  const restored = await restoreInto({
    copy,
    database: lost.database,
    place,
    size,
    set: label,
    target: { kind: 'latest' },
    expected: database && { manifest, name: lost.name },
    during: recorder.during,
    signal,
    sleep,
    report,
  });
  const indexes = await checkIndexes({ copy, database: lost.database, report, signal });
  return {
    copy,
    ofRepository,
    levelChecks: [...restored.levelChecks, ...indexes],
    backup: backupFacts(restored.database.choice.backup, repository.name),
  };
}

const nameOfCopy = ({ name }: Pick<ArchivedDatabase, 'name'>) => `${name}-recovered`;

async function raise(
  task: OfflineRecovery,
  lost: ArchivedDatabase,
  objects: readonly Exported[],
): Promise<Copy> {
  const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
  const workload = objects.find(
    ({ kind, metadata }) =>
      kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from,
  );
  const template = templateOf(workload as unknown as Workload | undefined)?.spec;
  if (template === undefined)
    throw new UserError(
      `the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`,
      'check that its objects were backed up, and correct `workload` of the database in slipway.yml',
    );
  const name = nameOfCopy(lost);
  return createCopy(cluster, {
    app,
    template,
    volume: lost.volume,
    run,
    patience,
    signal,
    sleep,
    report,
    name,
    namespace: into,
    from: into,
    container: lost.container,
    configuration: lost.configuration,
  });
}
