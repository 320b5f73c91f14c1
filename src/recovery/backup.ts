import type { Recovery } from '../config/recovery.ts';
import { UntrustedDocument, UserError } from '../toolkit/errors.ts';
import { bothOf } from '../toolkit/parallel.ts';
import type { Workload } from '../workloads/kinds.ts';
import { knownIn } from './attachments.ts';
import type { ClusterTask } from './cluster-objects/cluster-backup.ts';
import { driftFrom, type EarlierExport } from './cluster-objects/sealed.ts';
import { backUpDatabases, findDatabases } from './databases.ts';
import type { Exec } from './exec.ts';
import type { RunningBackupPod } from './files/backup-pods.ts';
import { type BackupRun, expireSources, type SourceBackups } from './files/backup-sources.ts';
import type { ResticRepository } from './files/restic.ts';
import { type LevelCheck, olderFaults, unproved } from './levels.ts';
import { type DeclaredStore, unlockedIn } from './locks.ts';
import type { BackupManifest } from './manifest.ts';
import { missingSourcesIn } from './missing-sources.ts';
import type { BucketToBackUp } from './object-stores/bucket-backup.ts';
import { backUpParts } from './parts.ts';
import type { DatabaseBackup, MadeBackup } from './postgres/database-backup.ts';
import { expireSets } from './set-retention.ts';
import { attachmentsOf, type BackupSet, readSet, type SetOwner, setId, writeSet } from './sets.ts';
import type { Store } from './store.ts';
import { withBackupPods, withFiles } from './volumes.ts';

/**
 * Makes a backup set: backs up, counts and verifies everything that slipway.yml declares, then writes the manifest. An incomplete set gets
 * no manifest, and nothing is ever restored from it.
 */

/** A repository that keeps manifests, and how long its objects stay locked; ms. */
export interface OpenStore {
  readonly name: string;
  readonly store: Store;
  readonly locked: number | undefined;
  /** Where it is locked: the buckets into which pgBackRest and restic write for that repository. */
  readonly others?: DeclaredStore['others'];
}

export interface BackupTask
  extends Pick<DatabaseBackup, 'type' | 'annotations' | 'signal' | 'now' | 'sleep' | 'report'> {
  readonly owner: SetOwner;
  readonly recovery: Recovery;
  readonly by: BackupManifest['by'];
  readonly stores: readonly OpenStore[];
  readonly cluster: Pick<ClusterTask, 'cluster' | 'namespace' | 'passphrases'>;
  /** restic repositories, as the backup pods reach them. */
  readonly repositories: ReadonlyMap<string, ResticRepository>;
  /** Buckets of the application, as this machine reaches them. */
  readonly buckets: readonly BucketToBackUp[];
  /** Returns the pods of a database, by its name in slipway.yml. */
  podsOf(name: string): Promise<
    Pick<DatabaseBackup, 'leftPaused' | 'note' | 'placeIn'> & {
      pods: ReadonlyMap<string, Exec>;
      workload: Workload;
    }
  >;
  /** Starts a pod that reads the files of a PVC. */
  backupPodFor(pvc: string): Promise<RunningBackupPod>;
  /** Starts a pod that reads a database outside of the cluster, by its name in slipway.yml. */
  dumperFor(managed: string): Promise<RunningBackupPod>;
  /** Copies images into the repositories that keep images. */
  keepImages(images: readonly string[]): Promise<LevelCheck[]>;
  /** Returns the signature of a manifest as a bundle; undefined when nothing is signed. */
  sign(id: string, content: Uint8Array): Promise<string | undefined>;
  /** Whether a set has a trusted signature, where one is required. */
  isTrusted(set: BackupSet): Promise<boolean>;
  /** Returns why a set has no trusted signature; an error that is no `UntrustedDocument` says why that cannot be decided here. */
  refusalOf(set: BackupSet): Promise<UserError | undefined>;
  /** @throws when another run has taken over. */
  assertHeld(): Promise<void>;
}

export interface MadeSet {
  readonly id: string;
  readonly manifest: BackupManifest;
  /**
   * One sentence for each repository, by database, managed database (`managed/name`), volume (`namespace/pvc`) and bucket (`bucket/name`).
   */
  readonly backups: Readonly<Record<string, readonly string[]>>;
  readonly levelChecks: readonly LevelCheck[];
  /** How the cluster objects differ from those of the previous set; undefined when there was none. */
  readonly drift: readonly string[] | undefined;
  readonly notes: readonly string[];
  /** Why the set does not count; empty when it does. */
  readonly problems: readonly string[];
  /**
   * Why a repository grows without limit, or its disk is nearly full, or what only older backups need is damaged: the set still counts, but
   * the run fails.
   */
  readonly growth: readonly string[];
  readonly signed: boolean;
  /** Whether the manifest is in the stores. */
  readonly written: boolean;
}

/**
 * Backs up databases and everything else in parallel: they use different pods and do not depend on each other.
 * @throws {UserError} when something cannot be backed up or counted.
 */
export async function makeSet(task: BackupTask): Promise<MadeSet> {
  const { recovery, by, owner, report } = task;
  const at = task.now();
  const found = await findDatabases(task);
  const pvcs = found.map(({ pvc }) => pvc).filter(each => each !== undefined);
  const run = { owner, tags: [`at=${setId(at)}`], signal: task.signal, now: task.now, report };
  const left: string[] = [];
  const use = async (raise: ReturnType<typeof backupPodOf>): Promise<MadeSet> => {
    const [databases, { parts, previous }] = await bothOf(
      task.signal,
      signal => backUpDatabases({ ...task, signal }, found),
      async signal => ({
        parts: await backUpParts({ ...run, signal }, task, pvcs, raise),
        previous: await previousIn(task),
      }),
    );
    const { cluster, managed, volumes, buckets, inRestic, files, redis } = parts;
    const levelChecks = [...databases.flatMap(each => each.levelChecks), ...parts.levelChecks];
    const { clusterObjects, images, secrets, sealedObjects } = cluster;
    const manifest: BackupManifest = {
      schema: 1,
      at,
      by,
      databases: databases.map(({ database }) => database),
      ...(managed.made.length === 0 ? {} : { managed: managed.made.map(each => each.managed) }),
      ...(redis.length === 0 ? {} : { redis: [...redis] }),
      objectStores: buckets.made.map(({ store }) => store),
      volumes: cluster.volumes.map(each => withFiles(each, volumes.made.get(each.pvc))),
      clusterObjects,
      images,
      secrets,
      ...(sealedObjects === undefined ? {} : { sealedObjects }),
      attachments: attachmentsOf(files),
      tools: inRestic[0] === undefined ? {} : { restic: inRestic[0].version },
    };
    const problems = [
      ...unproved(levelChecks),
      ...parts.problems,
      ...missingSourcesIn(manifest, recovery, task.cluster.namespace),
    ];
    const { signed, written, growth, notes, faults } = await finish(task, run, {
      at,
      manifest,
      files,
      problems,
      inRestic,
      databases,
    });
    return {
      id: setId(at),
      manifest,
      levelChecks,
      growth: [...olderFaults(levelChecks), ...growth],
      signed,
      written,
      problems: [...problems, ...faults],
      backups: Object.fromEntries([
        ...databases.map(({ database, backups }) => [database.name, backups] as const),
        ...inRestic.map(each => [each.source.name, each.sentences] as const),
      ]),
      drift: previous && driftFrom(previous, cluster.objects).map(({ sentence }) => sentence),
      notes: [
        ...databases.flatMap(each => each.notes),
        ...managed.made.flatMap(each => each.notes),
        ...[...cluster.notes, ...notes],
      ],
    };
  };
  const made = await withBackupPods(backupPodOf(task), use, sentence => {
    report(sentence);
    left.push(sentence);
  });
  return { ...made, notes: [...made.notes, ...left] };
}

const backupPodOf =
  (task: Pick<BackupTask, 'backupPodFor' | 'dumperFor'>) =>
  (what: { readonly pvc: string } | { readonly managed: string }) =>
    'pvc' in what ? task.backupPodFor(what.pvc) : task.dumperFor(what.managed);

/** Returns the newest set of the first store that has one; undefined before the first backup. */
async function previousIn({
  stores,
  owner,
  recovery,
  report,
}: BackupTask): Promise<EarlierExport | undefined> {
  if (!recovery.objects.export) return undefined;
  for (const { store } of stores)
    try {
      return await knownIn({ store, owner, set: await readSet(store, owner, undefined, report) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  return undefined;
}

interface Finished {
  readonly at: number;
  readonly manifest: BackupManifest;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly problems: readonly string[];
  readonly inRestic: readonly SourceBackups[];
  readonly databases: readonly Pick<MadeBackup, 'deleteReadResult' | 'expire'>[];
}

/**
 * Signs the set, writes it into every store, and only then removes expired sets. The disks of databases are always checked.
 * @returns `faults`: why a set that was written does not count.
 * @throws {UserError} when it cannot be signed or written.
 */
export async function finish(task: BackupTask, run: BackupRun, made: Finished) {
  const { stores, owner, recovery, report } = task;
  const { at, manifest, files, problems, inRestic, databases } = made;
  const { within: window, ...places } = recovery.keep;
  const policy = { ...places, window };
  if (problems.length > 0)
    return {
      signed: false,
      written: false,
      faults: [],
      ...(await expireIn(databases, undefined, policy, new Set())),
    };
  const id = setId(at);
  const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const bundle = await task.sign(id, content);
  await task.assertHeld();
  for (const { store, locked } of stores)
    await writeSet(
      store,
      owner,
      { id, content, bundle, files },
      locked === undefined ? undefined : at + locked,
    );
  for (const each of databases) await each.deleteReadResult();
  const unlocked = await unlockedIn(stores, owner, task.now(), id);
  const doubtful = new Set(unlocked.keys());
  const error = await task.refusalOf({ id, manifest, content, bundle });
  const [refusal, doubt] = error instanceof UntrustedDocument ? [error] : [undefined, error];
  const expired = await expireSets(stores, owner, policy, task.now(), report, task.isTrusted);
  const isKnown = !('problem' in expired);
  const here = isKnown
    ? [...expired.problems, ...(await expireSources(run, inRestic, policy, expired))]
    : [expired.problem];
  const { growth, notes } = await expireIn(databases, isKnown ? expired : undefined, policy, doubtful);
  return {
    signed: bundle !== undefined,
    written: true,
    faults: [
      ...unlocked.values(),
      ...(refusal === undefined ? [] : [`a restore would refuse it: ${refusal.sentence}`]),
    ],
    growth: [...[...doubtful].map(sparedText), ...here, ...growth],
    notes: [
      ...(doubt === undefined
        ? []
        : [`it is not known whether a restore would accept the signature: ${doubt.sentence}`]),
      ...notes,
    ],
  };
}

const sparedText = (name: string) =>
  `${name}: nothing is removed from it, so it grows: slipway.yml declares it locked, but its lock was not confirmed; lock it as slipway.yml says, or delete \`locked\``;

async function expireIn(
  databases: Finished['databases'],
  ...order: Parameters<MadeBackup['expire']>
): Promise<Pick<MadeSet, 'growth' | 'notes'>> {
  const all = [];
  for (const each of databases) all.push(await each.expire(...order));
  return {
    growth: all.flatMap(({ problems }) => problems),
    notes: all.flatMap(({ notes }) => notes),
  };
}
