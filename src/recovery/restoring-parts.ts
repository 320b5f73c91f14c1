import { isDeepStrictEqual } from 'node:util';
import type { Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { exportIn, fileNames, knownIn, listingIn, type SetIn, secretsIn } from './attachments.ts';
import { applyExport, sleeping } from './cluster-objects/applying.ts';
import { drift } from './cluster-objects/drift.ts';
import { exportNamespace } from './cluster-objects/exporting.ts';
import { keyOf } from './cluster-objects/order.ts';
import { type Exported, movedTo } from './cluster-objects/portable.ts';
import { sourceName } from './files/keeping.ts';
import { type Access, snapshotsOf } from './files/repository.ts';
import type { Repository } from './files/restic.ts';
import { restoreFiles } from './files/restoring.ts';
import { mounts } from './files/worker.ts';
import type { RunningWorker } from './files/workers.ts';
import { tamed } from './guard/tamed.ts';
import type { Rung } from './ladder.ts';
import { dumpSource } from './managed/dumping.ts';
import type { ManagedRestore } from './managed/restoring.ts';
import type { Manifest } from './manifest.ts';
import type { Bucket } from './object-stores/bucket.ts';
import { bucketSource, type KeptBucket } from './object-stores/keeping.ts';
import { restoreBucket, totalsOfBucket } from './object-stores/mirror.ts';

/** Restores what is no database of a set, each into a place that is empty, and compares what came with what the set says. */

export interface PartsTask {
  readonly at: SetIn;
  /** Offline keys; none where nothing encrypted is restored. */
  readonly identities: readonly string[];
  readonly cluster: Cluster;
  /** Where the set was made, and where it is restored. */
  readonly from: string;
  readonly into: string;
  /** Takes files from this one; default: the first that the set has of them. */
  readonly repository: string | undefined;
  /** What is in a PVC is what a run before has left of the same: it is made as it has to be. Default: a PVC has to be empty. */
  readonly replace?: boolean | undefined;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** The rung of what was compared, with the first of what differs. */
const compared = (what: string, sentences: readonly string[], good: string): Rung => {
  const [first] = sentences;
  if (first === undefined) return { level: 'L3', what, state: 'passed', sentence: good };
  const more = sentences.length === 1 ? '' : `, and ${sentences.length - 1} more`;
  return { level: 'L3', what, state: 'failed', sentence: `${first}${more}` };
};

/**
 * Makes the objects again, asleep: nothing runs and nothing is scheduled before somebody wakes it. What is in no namespace and there
 * already is left as it is. What would act by itself or take the traffic of the original, as an Ingress does, is left out and named: nobody
 * knows from here whether the original still stands somewhere.
 * @throws {UserError} before anything is written when one of them is there already.
 */
export async function restoreObjects(task: PartsTask): Promise<Rung[]> {
  const { cluster, from, into, report } = task;
  const { objects } = await exportIn(task.at, task.identities);
  const all = movedTo(objects, from, into);
  const { manifests, changes } = tamed(all);
  for (const change of changes) report(change);
  const moved = manifests as Exported[];
  const applied = await applyExport({ cluster, objects: moved, overwrite: false, asleep: true, report });
  const left = new Set(applied.left);
  return [
    await objectsRung(
      { cluster, from, into },
      moved.map(sleeping).filter(each => !left.has(keyOf(each))),
      `${counted(applied.made.length, 'object')} made, all as they were, asleep${all.length === moved.length ? '' : `; ${all.length - moved.length} that would act by themselves left out`}`,
    ),
  ];
}

/** Whether a namespace has these objects as they were; it may have more, for it was made by somebody, for this. */
export async function objectsRung(
  { cluster, from, into }: Pick<PartsTask, 'cluster' | 'from' | 'into'>,
  expected: readonly Exported[],
  good: string,
): Promise<Rung> {
  const differing = drift({ objects: expected }, await exportNamespace(cluster, into)).filter(
    ({ kind, object }) => kind !== 'unexpected' && !/^(Namespace|PersistentVolume) /.test(object),
  );
  return compared(
    `objects of ${from} in ${into}`,
    differing.map(({ sentence }) => sentence),
    good,
  );
}

/** @throws {UserError} when the set holds none, no key opens them, or one is there already. */
export async function restoreSecrets(task: PartsTask): Promise<Rung[]> {
  const { cluster, from, into, report } = task;
  const secrets = movedTo(await secretsIn(task.at, task.identities), from, into);
  await applyExport({ cluster, objects: secrets, overwrite: false, asleep: true, report });
  const differing: string[] = [];
  for (const secret of secrets) {
    const { name } = secret.metadata;
    const found = await cluster.get<Secret>(pathOf(resources.secret, into, name));
    if (!isDeepStrictEqual(found?.data ?? {}, secret.data ?? {}))
      differing.push(`the secret ${name} does not hold what it held`);
  }
  return [
    compared(
      `secrets of ${from} in ${into}`,
      differing,
      `${counted(secrets.length, 'secret')}, each as it was`,
    ),
  ];
}

/** The PVCs of a set whose files are in it. Pure. */
export const pvcsIn = ({ volumes }: Manifest): string[] =>
  volumes.filter(({ files }) => files !== undefined).map(({ pvc }) => pvc);

export interface VolumeTask extends PartsTask {
  readonly pvc: string;
  /** As the pods of workers reach them. */
  readonly repositories: ReadonlyMap<string, Repository>;
  /** A pod that writes to the PVC, which is there. */
  raise(): Promise<RunningWorker>;
  /** As of `FilesRestore`. */
  begins?(): Promise<void>;
}

/**
 * Restores the files of a PVC, and compares each with the list. The PVC is made as it was where there is none.
 * @throws {UserError} when the set does not hold them, the PVC is not empty and nothing is replaced, or restic cannot restore all.
 */
export async function restoreVolume(task: VolumeTask): Promise<Rung[]> {
  const { at, pvc, from, into, repositories, repository, signal, report } = task;
  const volume = at.set.manifest.volumes.find(each => each.pvc === pvc);
  const source = { name: sourceName(at.owner, `${from}/${pvc}`), folder: mounts.pvc };
  const place = chosen(volume?.files?.backups, repositories, repository, `the volume ${pvc}`);
  const expected = await listingIn(at, fileNames.volume(pvc));
  await pvcThere(task);
  const worker = await task.raise();
  try {
    const { differences, totals } = await restoreFiles({
      ...{ ...place, source, expected, signal, report },
      ...{ exec: worker.exec, into: mounts.pvc, replace: task.replace ?? false, owners: true },
      begins: async () => task.begins?.(),
    });
    return [
      compared(
        `files of ${pvc} in ${into}`,
        differences.map(({ sentence }) => sentence),
        `${counted(totals.count, 'file')} of ${(totals.bytes / 1e6).toFixed(1)} MB, each with the SHA-256${expected.files.some(({ owner }) => owner !== undefined) ? ', owner and mode' : ''} that it had`,
      ),
    ];
  } finally {
    await worker.remove();
  }
}

/** As it was, with the same storage class, unless somebody has made one. */
async function pvcThere({ cluster, at, identities, pvc, from, into, report }: VolumeTask): Promise<void> {
  const path = pathOf(resources.pvc, into);
  if ((await cluster.get(`${path}/${pvc}`)) !== undefined) return;
  const isIt = ({ kind, metadata }: Exported) =>
    kind === 'PersistentVolumeClaim' && metadata.name === pvc && metadata.namespace === from;
  // A key is needed only where it may hold a secret itself.
  const readable = (await knownIn(at))?.plain.filter(isIt) ?? [];
  const own = readable.length > 0 ? readable : (await exportIn(at, identities)).objects.filter(isIt);
  const found = movedTo(own, from, into)[0];
  if (found === undefined)
    throw new UserError(`there is no PVC ${pvc} in ${into}`, 'make it, as large as the one that was lost');
  await cluster.create(path, found);
  report(`the PVC ${pvc} is made in ${into}`);
}

export interface BucketTask extends PartsTask {
  /** Its folder has to be empty; its repositories are as this machine reaches them. */
  readonly kept: KeptBucket;
  /** Holds nothing. */
  readonly target: Bucket;
}

/** @throws {UserError} when the set does not hold it, the bucket is not empty, or something refuses. */
export async function restoreBucketOf(task: BucketTask): Promise<Rung[]> {
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
    // The user of this run owns the copy, and objects have no owner.
    ...{ ...access, ...place, source, expected, into: folder, replace: false, owners: false },
  });
  const [damaged] = differences;
  if (damaged !== undefined)
    throw new UserError(
      `the copy of the bucket ${name} is not as it was: ${damaged.sentence}`,
      'restore it from another repository, or another set',
    );
  await restoreBucket(folder, target, report);
  const found = await totalsOfBucket(target);
  const same = noted !== undefined && found.count === noted.count && found.hash === noted.hash;
  const problem = `it has ${counted(found.count, 'object')}, and not the ${noted?.count ?? 0} that it had`;
  return [
    compared(
      `objects of the bucket ${name}`,
      same ? [] : [problem],
      `${counted(found.count, 'object')} of ${(found.bytes / 1e6).toFixed(1)} MB, each read back with the SHA-256 that it had`,
    ),
  ];
}

/** Where it was when it was backed up: every run had a folder of its own. */
async function folderThen(access: Access, name: string, snapshot: string): Promise<string> {
  const all = (await snapshotsOf(access, { name })) ?? [];
  const folder = all.find(({ id }) => id === snapshot)?.folders[0];
  if (folder !== undefined) return folder;
  throw new UserError(
    `the backup ${snapshot.slice(0, 8)} of ${name} is not in ${access.repository.name}`,
    'take it from another repository, or choose another backup',
  );
}

type Backups = readonly { readonly repository: string; readonly snapshot: string }[];

/** @throws {UserError} when the set does not hold it, or not in that repository. */
export function managedIn(
  { at, repository }: Pick<PartsTask, 'at' | 'repository'>,
  name: string,
  repositories: ReadonlyMap<string, Repository>,
): Pick<ManagedRestore, 'managed' | 'source' | 'repository' | 'snapshot'> {
  const managed = at.set.manifest.managed?.find(each => each.name === name);
  const place = chosen(managed?.backups, repositories, repository, `the managed database ${name}`);
  if (managed === undefined) throw new Error('a dump of nothing');
  return { managed, source: dumpSource(at.owner, name), ...place };
}

/** The repository that is named, or the first that the set has it in, with its snapshot there. */
function chosen(
  backups: Backups = [],
  repositories: ReadonlyMap<string, Repository>,
  wanted: string | undefined,
  what: string,
): { repository: Repository; snapshot: string } {
  for (const { repository: name, snapshot } of backups) {
    const repository = repositories.get(name);
    if (repository !== undefined && (wanted === undefined || wanted === name))
      return { repository, snapshot };
  }
  throw new UserError(
    `the set holds no backup of ${what}${wanted === undefined ? '' : ` in ${wanted}`}`,
    backups.length === 0
      ? 'take a set that holds it'
      : `name one of ${backups.map(({ repository }) => repository).join(', ')}`,
  );
}
