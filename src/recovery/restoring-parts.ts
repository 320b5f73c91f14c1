import { isDeepStrictEqual } from 'node:util';
import type { Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { exportIn, fileNames, knownIn, listingIn, secretsIn } from './attachments.ts';
import { chosen } from './chosen-backup.ts';
import { applyExport, scaleDown } from './cluster-objects/applying.ts';
import { drift } from './cluster-objects/drift.ts';
import { exportNamespace } from './cluster-objects/exporting.ts';
import { keyOf } from './cluster-objects/order.ts';
import { type Exported, movedTo } from './cluster-objects/portable.ts';
import { mounts } from './files/backup-pod.ts';
import type { RunningBackupPod } from './files/backup-pods.ts';
import { sourceName } from './files/backup-sources.ts';
import { type Access, snapshotsOf } from './files/repository.ts';
import type { ResticRepository } from './files/restic.ts';
import { restoreFiles } from './files/restoring.ts';
import { neutralize } from './guard/side-effects.ts';
import type { LevelCheck } from './levels.ts';
import type { BackupManifest } from './manifest.ts';
import type { Bucket } from './object-stores/bucket.ts';
import { type BucketToBackUp, bucketSource } from './object-stores/bucket-backup.ts';
import { restoreBucket, totalsOfBucket } from './object-stores/mirror.ts';
import { pvcsFor } from './offline/pvcs.ts';
import type { SetIn } from './sets.ts';

/** Restores the parts of a set that are not databases of the cluster, each into an empty place, and compares them with the set. */

export interface PartsTask {
  readonly at: SetIn;
  /** Offline keys; empty when nothing encrypted is restored. */
  readonly identities: readonly string[];
  readonly cluster: Cluster;
  /** Namespace of the set, and namespace to restore into. */
  readonly from: string;
  readonly into: string;
  /** Repository to take files from; default: the first one that has them. */
  readonly repository: string | undefined;
  /** Whether the PVC may contain leftovers of an earlier run of the same restore, which are replaced. Default: the PVC must be empty. */
  readonly replace?: boolean | undefined;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** Returns the check of a comparison, with the first difference. */
const compared = (what: string, sentences: readonly string[], good: string): LevelCheck => {
  const [first] = sentences;
  if (first === undefined) return { level: 'L3', what, state: 'passed', sentence: good };
  const more = sentences.length === 1 ? '' : `, and ${sentences.length - 1} more`;
  return { level: 'L3', what, state: 'failed', sentence: `${first}${more}` };
};

/**
 * Creates the objects again, scaled to 0 or suspended: nothing runs before an operator resumes it. Existing cluster-scoped objects are
 * left unchanged. Objects that would act automatically or take traffic from the original, such as an Ingress, are left out and reported:
 * the original may still run elsewhere.
 * @throws {UserError} before anything is written when one of them exists already and differs, or a PVC has no storage class here.
 */
export async function restoreObjects(task: PartsTask): Promise<LevelCheck[]> {
  const { cluster, from, into, report } = task;
  const all = movedTo(await exportIn(task.at, task.identities), from, into);
  const { manifests, changes } = neutralize(all);
  for (const change of changes) report(change);
  // A storage class belongs to one cluster.
  const kept = (manifests as Exported[]).filter(({ kind }) => kind !== 'StorageClass');
  const { objects: moved, changes: classes } = await pvcsFor(task, kept);
  for (const change of classes) report(change);
  const applied = await applyExport({ cluster, objects: moved, overwrite: false, scaledDown: true, report });
  const left = new Set(applied.unchanged);
  return [
    await objectsCheck(
      { cluster, from, into },
      moved.map(scaleDown).filter(each => !left.has(keyOf(each))),
      `created ${counted(applied.created.length, 'object')}, scaled to 0 or suspended, and otherwise as in the backup${all.length === manifests.length ? '' : `; left out ${all.length - manifests.length} that would act automatically`}`,
    ),
  ];
}

/**
 * Compares the objects of a namespace with the expected ones. Additional objects are allowed, because the namespace was prepared for the
 * restore.
 */
export async function objectsCheck(
  { cluster, from, into }: Pick<PartsTask, 'cluster' | 'from' | 'into'>,
  expected: readonly Exported[],
  good: string,
): Promise<LevelCheck> {
  const differing = drift({ objects: expected }, await exportNamespace(cluster, into)).filter(
    ({ kind, object }) => kind !== 'unexpected' && !/^(Namespace|PersistentVolume) /.test(object),
  );
  return compared(
    `objects of ${from} in ${into}`,
    differing.map(({ sentence }) => sentence),
    good,
  );
}

/**
 * Restores the Secrets of a set.
 * @throws {UserError} when the set has none, no key opens them, or one exists already and differs.
 */
export async function restoreSecrets(task: PartsTask): Promise<LevelCheck[]> {
  const { cluster, from, into, report } = task;
  const secrets = movedTo(await secretsIn(task.at, task.identities), from, into);
  await applyExport({ cluster, objects: secrets, overwrite: false, scaledDown: true, report });
  const differing: string[] = [];
  for (const secret of secrets) {
    const { name } = secret.metadata;
    const found = await cluster.get<Secret>(pathOf(resources.secret, into, name));
    if (!isDeepStrictEqual(found?.data ?? {}, secret.data ?? {}))
      differing.push(`the Secret ${name} differs from the backup`);
  }
  return [
    compared(
      `secrets of ${from} in ${into}`,
      differing,
      `${counted(secrets.length, 'Secret')}, all as in the backup`,
    ),
  ];
}

/** Returns the PVCs whose files are in a set. Pure. */
export const pvcsIn = ({ volumes }: BackupManifest): string[] =>
  volumes.filter(({ files }) => files !== undefined).map(({ pvc }) => pvc);

interface VolumeTask extends PartsTask {
  readonly pvc: string;
  /** Repositories as the backup pods reach them. */
  readonly repositories: ReadonlyMap<string, ResticRepository>;
  /** Starts a pod that writes to the PVC, which exists. */
  raise(): Promise<RunningBackupPod>;
  /** As in `FilesRestore`. */
  begins?(): Promise<void>;
}

/**
 * Restores the files of a PVC, and compares each with the list. Creates the PVC if it is missing.
 * @throws {UserError} when the set does not contain them, the PVC is not empty and nothing may be replaced, or restic cannot restore all.
 */
export async function restoreVolume(task: VolumeTask): Promise<LevelCheck[]> {
  const { at, pvc, from, into, repositories, repository, signal, report } = task;
  const volume = at.set.manifest.volumes.find(each => each.pvc === pvc);
  const source = { name: sourceName(at.owner, `${from}/${pvc}`), folder: mounts.pvc };
  const place = chosen(volume?.files?.backups, repositories, repository, `the volume ${pvc}`);
  const expected = await listingIn(at, fileNames.volume(pvc));
  await pvcThere(task);
  const backupPod = await task.raise();
  try {
    const { differences, totals } = await restoreFiles({
      ...place,
      source,
      expected,
      signal,
      report,
      exec: backupPod.exec,
      into: mounts.pvc,
      replace: task.replace ?? false,
      owners: true,
      begins: async () => task.begins?.(),
    });
    return [
      compared(
        `files of ${pvc} in ${into}`,
        differences.map(({ sentence }) => sentence),
        `${counted(totals.count, 'file')} of ${(totals.bytes / 1e6).toFixed(1)} MB, each with its original SHA-256${expected.files.some(({ owner }) => owner !== undefined) ? ', owner and mode' : ''}`,
      ),
    ];
  } finally {
    await backupPod.remove();
  }
}

/** Creates the PVC from the backup, with its storage class or the default one, unless one exists. */
async function pvcThere({ cluster, at, identities, pvc, from, into, report }: VolumeTask): Promise<void> {
  const path = pathOf(resources.pvc, into);
  if ((await cluster.get(`${path}/${pvc}`)) !== undefined) return;
  const isIt = ({ kind, metadata }: Exported) =>
    kind === 'PersistentVolumeClaim' && metadata.name === pvc && metadata.namespace === from;
  // The key is needed only if the PVC itself may hold a secret.
  const readable = (await knownIn(at))?.plain.filter(isIt) ?? [];
  const own = readable.length > 0 ? readable : (await exportIn(at, identities)).filter(isIt);
  const found = movedTo(own, from, into)[0];
  if (found === undefined)
    throw new UserError(
      `the PVC ${pvc} does not exist in ${into}, and the set does not describe it`,
      'create it, as large as the lost one',
    );
  const { objects, changes } = await pvcsFor({ cluster, into }, [found]);
  for (const change of changes) report(change);
  await cluster.create(path, objects[0] ?? found);
  report(`created the PVC ${pvc} in ${into}`);
}

interface BucketTask extends PartsTask {
  /** Its folder must be empty; its repositories are as this machine reaches them. */
  readonly kept: BucketToBackUp;
  /** An empty bucket. */
  readonly target: Bucket;
}

/**
 * Restores the objects of a bucket.
 * @throws {UserError} when the set does not contain it, the bucket is not empty, or a store refuses access.
 */
export async function restoreBucketOf(task: BucketTask): Promise<LevelCheck[]> {
  const { at, kept, target, repository, signal, report } = task;
  const { name, folder, exec, repositories } = kept;
  const noted = at.set.manifest.objectStores.find(each => each.name === name);
  const all = new Map(repositories.map(each => [each.name, each]));
  const place = chosen(noted?.backups, all, repository, `the bucket ${name}`);
  const expected = await listingIn(at, fileNames.bucket(name));
  const access: Access = { exec, repository: place.repository, signal, report };
  const known = sourceName(at.owner, bucketSource(name));
  const source = { name: known, folder: await folderThen(access, known, place.snapshot) };
  const { differences } = await restoreFiles({
    // The user of this process owns the copy, and objects have no owner.
    ...access,
    ...place,
    source,
    expected,
    into: folder,
    replace: false,
    owners: false,
  });
  const [damaged] = differences;
  if (damaged !== undefined)
    throw new UserError(
      `the copy of the bucket ${name} differs from the backup: ${damaged.sentence}`,
      'restore it from another repository or another set',
    );
  await restoreBucket(folder, target, report);
  const found = await totalsOfBucket(target);
  const same = noted !== undefined && found.count === noted.count && found.hash === noted.hash;
  const { count = 0 } = noted ?? {};
  const problem =
    found.count === count
      ? 'they differ from those in the backup'
      : `the bucket holds ${counted(found.count, 'object')}, and the backup ${count}`;
  return [
    compared(
      `objects of the bucket ${name}`,
      same ? [] : [problem],
      `${counted(found.count, 'object')} of ${(found.bytes / 1e6).toFixed(1)} MB, each read back with its original SHA-256`,
    ),
  ];
}

/** Returns the folder of the backup: every run used a different one. */
async function folderThen(access: Access, name: string, snapshot: string): Promise<string> {
  const all = (await snapshotsOf(access, { name })) ?? [];
  const folder = all.find(({ id }) => id === snapshot)?.folders[0];
  if (folder !== undefined) return folder;
  throw new UserError(
    `the backup ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`,
    'restore it from another repository, or choose another backup',
  );
}
