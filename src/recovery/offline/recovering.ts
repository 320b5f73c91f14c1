import { join } from 'node:path';
import type { Cluster } from '../../cluster/port.ts';
import type { Recovery } from '../../config/recovery.ts';
import type { RegistryClient } from '../../registry/client.ts';
import { templateOf, type Workload } from '../../release/workloads/kinds.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { SetIn } from '../attachments.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import { type Copy, type CopyRequest, copyLabels, isFinished, raiseCopy } from '../copy.ts';
import type { Stamper } from '../drill/stamps.ts';
import { type BackupFacts, backupFacts } from '../drill-report.ts';
import { restoreImages } from '../images.ts';
import type { Rung } from '../ladder.ts';
import type { Manifest } from '../manifest.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { restoreBucket } from '../object-stores/mirror.ts';
import { type NotDrilled, passedOver } from '../passed-over.ts';
import { proveRepository } from '../postgres/proving.ts';
import { parseSegmentSize, usualSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import { checkArchive } from './checking.ts';
import { restorePvcs } from './files.ts';
import { type ArchiveIndex, places } from './inventory.ts';
import type { NewBucket } from './pointing.ts';
import { pvcsFor } from './pvcs.ts';
import { relocated } from './relocation.ts';
import { configurationOf, secretsOf } from './settings.ts';
import { applicationIn, makeMissing, startApplication } from './starting.ts';

/**
 * Everything from an offline archive into a cluster that has nothing: the files of the bucket into a new one, the images into a new
 * registry, Secrets by the offline key, files of PVCs and databases from their backups, and then the application upon them.
 */

/** A database as slipway.yml declares it. */
export interface LostDatabase {
  readonly name: string;
  readonly workload: { readonly kind: string; readonly name: string };
  readonly container: string | undefined;
  readonly configuration: CopyRequest['configuration'];
  readonly stanza: string;
  readonly database: string;
  /** The Service by which it is found. */
  readonly service: string;
  readonly volume: CopyRequest['volume'];
}

/** What the newest set in the archive says, and holds. */
export interface LostContents {
  readonly manifest: Manifest;
  readonly objects: readonly Exported[];
  readonly secrets: readonly Exported[];
  /** The set itself in the new bucket, and the offline keys that open what is kept beside it. */
  readonly at: SetIn;
  readonly identities: readonly string[];
}

export interface OfflineRecovery {
  readonly cluster: Cluster;
  /** The archive, and its inventory. */
  readonly folder: string;
  readonly index: ArchiveIndex;
  readonly app: string;
  /** Namespaces: where it was, and where it comes. The latter is there. */
  readonly from: string;
  readonly into: string;
  /** Empty, or with what a run before has put there. */
  readonly bucket: Bucket;
  readonly newBucket: NewBucket;
  /**
   * That was archived: its name, its number for pgBackRest, and what is before the paths of restic in its bucket; undefined where restic
   * has another bucket, or none.
   */
  readonly repository: {
    readonly name: string;
    readonly number: number;
    readonly restic: string | undefined;
  };
  /** The pod that restores files, with its image in the new registry; undefined where the archive does not hold it. */
  readonly worker: Recovery['worker'] | undefined;
  readonly registry: RegistryClient;
  /** Into which repository of the new registry those of another one go. */
  place(repository: string): string;
  /** Reads the set from the new bucket, sees that it is signed as demanded, and opens it. */
  contents(): Promise<LostContents>;
  readonly databases: readonly LostDatabase[];
  readonly run: string;
  readonly stamper: Pick<Stamper, 'during'>;
  /** How long pods may take; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

export interface OfflineRecovered {
  readonly rungs: readonly Rung[];
  /** From which each database came. */
  readonly backups: readonly BackupFacts[];
  /** What was changed, left out or stays asleep, in sentences. */
  readonly changes: readonly string[];
  /** `Kind/name` of what was started. */
  readonly started: readonly string[];
}

/** @throws UserError when the archive is not whole, before anything is written; later when something cannot be brought back. */
export async function recoverOffline(task: OfflineRecovery): Promise<OfflineRecovered> {
  await loadArchive(task);
  const opened = await openContents(task);
  const files = await restorePvcs(task, opened);
  const { rungs, backups } = await restoreDatabases(task, opened);
  const { started, changes } = await task.stamper.during('start', async () => {
    await makeMissing(task, opened.application);
    return startApplication(task, opened.application, files.lacking);
  });
  return {
    rungs: [...files.rungs, ...rungs, ...notBack(opened.contents.manifest, task.databases)],
    ...{ started, backups },
    changes: [...new Set([...opened.changes, ...changes])],
  };
}

/** Reads every byte, and fills the bucket and the registry. @throws UserError when it is not whole, before anything is written. */
export async function loadArchive({
  folder,
  index,
  bucket,
  registry,
  place,
  report,
  stamper,
}: OfflineRecovery): Promise<void> {
  report('reading every byte of the archive');
  const problems = await stamper.during('decide', () => checkArchive(folder, index));
  if (problems.length > 0)
    throw new UserError(
      `the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`,
      'take another copy of it',
    );
  await stamper.during('provision', async () => {
    await restoreBucket(join(folder, places.bucket), bucket, report, { again: true });
    await restoreImages({ registry, folder: join(folder, places.images), report }, place);
  });
}

/** What the set in the bucket holds. */
export interface OpenedContents {
  readonly contents: LostContents;
  /** All of them, with images where they are now. */
  readonly objects: readonly Exported[];
  /** Those of them that come back, asleep, as the new cluster can have them. */
  readonly application: readonly Exported[];
  readonly changes: readonly string[];
}

/**
 * Opens the set by the offline key, and makes the Secrets and the configuration in it that are not there.
 * @throws UserError when no key opens it, or the cluster cannot have one of its PVCs.
 */
export async function openContents(task: OfflineRecovery): Promise<OpenedContents> {
  const contents = await task.contents();
  const { objects, foreign } = relocated(contents.objects, contents.manifest.images, task.place);
  const application = applicationIn(task, objects);
  const pvcs = await pvcsFor(task, application.objects);
  await makeMissing(task, secretsOf(contents.secrets, task));
  await makeMissing(task, configurationOf(objects, task));
  return {
    ...{ contents, objects, application: pvcs.objects },
    changes: [
      ...foreign.map(image => `${image} is not in the archive, and is asked for where it was`),
      ...application.changes,
      ...pvcs.changes,
    ],
  };
}

/** Each of them, unless a run before has brought it back: somebody may have written into it since. */
export async function restoreDatabases(
  task: OfflineRecovery,
  { contents, objects }: OpenedContents,
): Promise<Pick<OfflineRecovered, 'rungs' | 'backups'>> {
  const [rungs, backups]: [Rung[], BackupFacts[]] = [[], []];
  for (const each of task.databases) {
    const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
    if (await isFinished(task.cluster, copy))
      task.report(`the database ${each.name} is back since a run before, and stays`);
    else {
      const restored = await restoreOne(task, each, contents, objects);
      rungs.push(...restored.rungs);
      backups.push(restored.backup);
    }
  }
  return { rungs, backups };
}

/**
 * What is in the bucket by now, and not yet where it belongs; and what no recovery brings back.
 * @param notDrilled of a drill: the databases that it need not prove.
 */
export function notBack(
  manifest: Manifest,
  databases: OfflineRecovery['databases'],
  notDrilled: NotDrilled = {},
): Rung[] {
  const sentence = 'they are in the new bucket, and are not restored from it yet';
  return [
    ...manifest.objectStores.map(
      ({ name }): Rung => ({
        level: 'L2',
        what: `objects of the bucket ${name}`,
        state: 'skipped',
        sentence,
      }),
    ),
    ...passedOver(
      manifest,
      databases.map(({ name }) => name),
      notDrilled,
    ),
  ];
}

async function restoreOne(
  task: OfflineRecovery,
  lost: LostDatabase,
  { manifest }: LostContents,
  objects: readonly Exported[],
): Promise<{ rungs: Rung[]; backup: BackupFacts }> {
  const { stamper, signal, sleep, report, repository, cluster, into } = task;
  const copy = await stamper.during('provision', () => raise(task, lost, objects));
  const place = { stanza: lost.stanza, repository: repository.number };
  const database = manifest.databases.find(({ name }) => name === lost.name);
  const size = parseSegmentSize(database?.segment ?? 0) ?? usualSize;
  const label = database?.backups.find(each => each.repository === repository.name)?.label;
  // How old it is nobody can change any more.
  const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
  const proved = await proveRepository({
    ...{
      exec: copy.exec,
      verifying: copy.lasting('verify'),
      place,
      size,
      limits: ages,
      signal,
      now: () => cluster.now(),
    },
  });
  const restored = await restoreInto({
    ...{ copy, database: lost.database, place, size, set: label, target: { kind: 'latest' } },
    expected: database && { manifest, name: lost.name },
    ...{ during: stamper.during, signal, sleep, report },
  });
  const indexes = await checkIndexes({ copy, database: lost.database, report, signal });
  await copy.finish();
  const name = nameOfCopy(lost);
  await makeMissing(task, [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: lost.service, namespace: into, labels: copyLabels({ app: task.app, name }) },
      spec: {
        selector: copyLabels({ app: task.app, name }),
        ports: [{ name: 'postgresql', port: 5432 }],
      },
    } as unknown as Exported,
  ]);
  return {
    rungs: [...proved, ...restored.rungs, ...indexes],
    backup: backupFacts(restored.database.choice.backup, repository.name),
  };
}

const nameOfCopy = ({ name }: LostDatabase) => `${name}-recovered`;

async function raise(task: OfflineRecovery, lost: LostDatabase, objects: readonly Exported[]): Promise<Copy> {
  const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
  const workload = objects.find(
    ({ kind, metadata }) =>
      kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from,
  );
  const template = templateOf(workload as unknown as Workload | undefined)?.spec;
  if (template === undefined)
    throw new UserError(
      `the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`,
      'see whether its objects were backed up; correct `workload` of the database in slipway.yml',
    );
  const name = nameOfCopy(lost);
  return raiseCopy(cluster, {
    ...{ app, template, volume: lost.volume, run, patience, signal, sleep, report, name },
    ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
  });
}
