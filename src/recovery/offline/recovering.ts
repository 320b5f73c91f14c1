import { join } from 'node:path';
import type { Cluster } from '../../cluster/port.ts';
import type { Recovery } from '../../config/recovery.ts';
import type { RegistryClient } from '../../registry/client.ts';
import { UserError } from '../../toolkit/errors.ts';
import { shellWord } from '../../toolkit/shell-word.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { CopyRequest } from '../copy.ts';
import type { PhaseRecorder } from '../drill/phase-recorder.ts';
import type { RestoredBackup } from '../drill-report.ts';
import { restoreImages } from '../images.ts';
import type { LevelCheck } from '../levels.ts';
import type { BackupManifest } from '../manifest.ts';
import { type NotDrilled, notRestoredChecks } from '../not-restored.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { restoreBucket } from '../object-stores/mirror.ts';
import type { SetIn } from '../sets.ts';
import { checkArchive } from './checking.ts';
import { restoreDatabases } from './databases.ts';
import { restorePvcs } from './files.ts';
import { type ArchiveIndex, places } from './inventory.ts';
import type { NewBucket } from './pgbackrest-config.ts';
import { pvcsFor } from './pvcs.ts';
import { type ArchivedRedis, restoreRedisCopies } from './redis.ts';
import { relocated } from './relocation.ts';
import { configurationOf, secretsOf } from './settings.ts';
import { applicationIn, createMissing, startApplication } from './starting.ts';

/**
 * Recovers an application from an offline archive into an empty cluster: copies the bucket into a new one and the images into a new
 * registry, decrypts Secrets with the offline key, restores files of PVCs, Redis and databases, and then starts the application
 * if the databases passed their checks.
 */

/** A database as slipway.yml declares it. */
export interface ArchivedDatabase {
  readonly name: string;
  readonly workload: { readonly kind: string; readonly name: string };
  readonly container: string | undefined;
  readonly configuration: CopyRequest['configuration'];
  readonly stanza: string;
  readonly database: string;
  /** The Service of the database. */
  readonly service: string;
  readonly volume: CopyRequest['volume'];
}

/** The content of the newest set in the archive. */
export interface ArchivedContents {
  readonly manifest: BackupManifest;
  readonly objects: readonly Exported[];
  readonly secrets: readonly Exported[];
  /** The set in the new bucket, and the offline keys that decrypt its files. */
  readonly at: SetIn;
  readonly identities: readonly string[];
}

export interface OfflineRecovery {
  readonly cluster: Cluster;
  /** Folder of the archive, and its inventory. */
  readonly folder: string;
  readonly index: ArchiveIndex;
  readonly app: string;
  /** The old namespace, and the new one, which exists. */
  readonly from: string;
  readonly into: string;
  /** Empty, or with objects of an earlier run. */
  readonly bucket: Bucket;
  readonly newBucket: NewBucket;
  /**
   * The archived repository: its name, its number for pgBackRest, and the prefix of restic in its bucket; `restic` is undefined where
   * restic uses another bucket, or there is none.
   */
  readonly repository: {
    readonly name: string;
    readonly number: number;
    readonly restic: string | undefined;
  };
  /** The pod that restores files, with its image in the new registry; undefined where the archive does not hold that image. */
  readonly backupPod: Recovery['backup-pod'] | undefined;
  readonly registry: RegistryClient;
  /** Maps an image repository of the old registry to one of the new registry. */
  place(repository: string): string;
  /** Reads the set from the new bucket, verifies its signature as required, and decrypts it. */
  contents(): Promise<ArchivedContents>;
  readonly databases: readonly ArchivedDatabase[];
  readonly redis: readonly ArchivedRedis[];
  readonly run: string;
  readonly recorder: Pick<PhaseRecorder, 'during'>;
  /** How long pods may take; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

export interface OfflineRecovered {
  readonly levelChecks: readonly LevelCheck[];
  /** The backup from which each database was restored. */
  readonly backups: readonly RestoredBackup[];
  /** A sentence for each object that was changed, left out, or not started. */
  readonly changes: readonly string[];
  /** `Kind/name` of each workload that was started. */
  readonly started: readonly string[];
  /** What `restore` must still restore, as parts of its `include`. */
  readonly left: readonly string[];
}

/**
 * Recovers everything in the archive.
 * @throws UserError before the first write when the archive is damaged; later when something cannot be restored.
 */
export async function recoverOffline(task: OfflineRecovery): Promise<OfflineRecovered> {
  await loadArchive(task);
  const opened = await openContents(task);
  const files = await restorePvcs(task, opened);
  const { levelChecks, backups, failed } = await restoreDatabases(task, opened);
  const { started, changes } = await task.recorder.during('start', async () => {
    await createMissing(task, opened.application);
    return startApplication(task, opened.application, { pvcs: files.notRestored, databases: failed });
  });
  // Last: the application starts without these copies.
  const redis = await restoreRedisCopies(task, opened, false);
  return {
    levelChecks: [
      ...files.levelChecks,
      ...redis,
      ...levelChecks,
      ...notRestoredOffline(opened.contents.manifest, task.databases),
    ],
    started,
    backups,
    left: leftIn(opened.contents.manifest),
    changes: [...new Set([...opened.changes, ...changes])],
  };
}

/** Verifies every byte, then fills the bucket and the registry. @throws UserError before the first write when the archive is damaged. */
export async function loadArchive(task: OfflineRecovery): Promise<void> {
  const { folder, index, bucket, registry, place, report, recorder } = task;
  report('verifying every byte of the archive');
  const problems = await recorder.during('decide', () => checkArchive(folder, index));
  if (problems.length > 0)
    throw new UserError(
      `the archive is damaged: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`,
      'use another copy of it',
    );
  await recorder.during('provision', async () => {
    await restoreBucket(join(folder, places.bucket), bucket, report, { again: true });
    await restoreImages({ registry, folder: join(folder, places.images), report }, place);
  });
}

/** The opened set. */
export interface OpenedContents {
  readonly contents: ArchivedContents;
  /** All objects, with their images in the new registry. */
  readonly objects: readonly Exported[];
  /** The objects to create, adapted to the new cluster, with workloads scaled to zero. */
  readonly application: readonly Exported[];
  readonly changes: readonly string[];
}

/**
 * Decrypts the set with the offline key, and creates its missing Secrets and configuration.
 * @throws UserError when no key decrypts it, or one of its PVCs cannot be created.
 */
export async function openContents(task: OfflineRecovery): Promise<OpenedContents> {
  const contents = await task.contents();
  const { objects, foreign } = relocated(contents.objects, contents.manifest.images, task.place);
  const application = applicationIn(task, objects);
  const pvcs = await pvcsFor(task, application.objects);
  await createMissing(task, secretsOf(contents.secrets, task));
  await createMissing(task, configurationOf(objects, task));
  return {
    contents,
    objects,
    application: pvcs.objects,
    changes: [
      ...foreign.map(
        image => `${image} is not in the archive: the cluster must pull it from its old registry`,
      ),
      ...application.changes,
      ...pvcs.changes,
    ],
  };
}

/** Returns the parts of a set that no recovery restores, as `restore` names them. Pure. */
export const leftIn = ({ managed = [], objectStores }: BackupManifest): string[] => [
  ...managed.map(({ name }) => `managed/${name}`),
  ...objectStores.map(({ name }) => `bucket/${name}`),
];

/**
 * Returns the command that restores them. Pure.
 * @param about the inputs of the recovery, and the environment of the archive.
 */
export function commandFor(
  left: readonly string[],
  about: Readonly<Record<'environment' | 'into' | 'offline-key-file' | 'kube-context', string>>,
): string {
  const buckets = left.flatMap(each => (each.startsWith('bucket/') ? each.slice('bucket/'.length) : []));
  const options = {
    environment: about.environment,
    into: about.into,
    include: left.join(','),
    'offline-key-file': about['offline-key-file'],
    buckets: buckets.map(name => `${name}=https://HOST/EMPTY-BUCKET`).join(','),
    'kube-context': about['kube-context'],
  };
  const given = Object.entries(options).filter(([, value]) => value !== '');
  return ['slipway restore', ...given.map(([name, value]) => `--${name} ${shellWord(value)}`)].join(' ');
}

/**
 * Returns checks for what is not restored: buckets, whose backups are in the new bucket, and what no recovery restores.
 * @param notDrilled for a drill: the databases that it need not prove.
 */
export function notRestoredOffline(
  manifest: BackupManifest,
  databases: OfflineRecovery['databases'],
  notDrilled: NotDrilled = {},
): LevelCheck[] {
  const sentence = 'their backup is in the new bucket, but they are not restored yet';
  return [
    ...manifest.objectStores.map(
      ({ name }): LevelCheck => ({
        level: 'L2',
        what: `objects of the bucket ${name}`,
        state: 'skipped',
        sentence,
      }),
    ),
    ...notRestoredChecks(
      manifest,
      databases.map(({ name }) => name),
      notDrilled,
    ),
  ];
}
