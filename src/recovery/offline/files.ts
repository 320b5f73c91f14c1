import type { KubeObject } from '../../cluster/objects.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Recovery } from '../../config/recovery.ts';
import { UserError } from '../../toolkit/errors.ts';
import { passphraseIn } from '../attachments.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { Repository } from '../files/restic.ts';
import { inPod, s3Repository } from '../files/s3-repository.ts';
import { longestWork } from '../files/worker.ts';
import { raiseWorker, workerName } from '../files/workers.ts';
import type { Rung } from '../ladder.ts';
import type { Manifest } from '../manifest.ts';
import { pvcsIn, restoreVolume } from '../restoring-parts.ts';
import { placeOf } from '../s3.ts';
import type { LostContents, OfflineRecovery, OpenedContents } from './recovering.ts';
import { makeMissing } from './starting.ts';

/** Files of PVCs come back out of the new bucket, by restic in a pod of an image of the archive, before anything starts that mounts them. */

export interface RestoredPvcs {
  readonly rungs: readonly Rung[];
  /** PVCs whose files are not back as they were. */
  readonly lacking: readonly string[];
}

/** What cannot be restored is a rung, and keeps nothing else from coming back. */
export async function restorePvcs(
  task: OfflineRecovery,
  { contents, application }: Pick<OpenedContents, 'contents' | 'application'>,
): Promise<RestoredPvcs> {
  const pvcs = pvcsIn(contents.manifest);
  const isOne = ({ kind, metadata }: Exported) =>
    kind === 'PersistentVolumeClaim' && pvcs.includes(metadata.name);
  await makeMissing(task, application.filter(isOne));
  const [rungs, lacking]: [Rung[], string[]] = [[], []];
  for (const pvc of pvcs) {
    const own = await restorePvc(task, contents, pvc);
    rungs.push(...own);
    if (own.some(({ state }) => state !== 'passed')) lacking.push(pvc);
  }
  return { rungs, lacking };
}

/** On a PVC: how far its files are. What was begun is ours to write over; into what is back somebody may have written since. */
const note = 'slipway.dev/files';
type Note = 'begun' | 'back';

async function restorePvc(task: OfflineRecovery, contents: LostContents, pvc: string): Promise<Rung[]> {
  const { cluster, into, report, stamper, signal } = task;
  const path = pathOf(resources.pvc, into, pvc);
  const before = (await cluster.get<KubeObject>(path))?.metadata?.annotations?.[note];
  if (before === ('back' satisfies Note)) {
    report(`the files of the PVC ${pvc} are back since a run before, and stay`);
    return [];
  }
  const mark = async (how: Note) => {
    await cluster.patch(path, 'merge', { metadata: { annotations: { [note]: how } } });
  };
  try {
    const rungs = await stamper.during('restore', () =>
      restored(task, contents, pvc, before === 'begun', () => mark('begun')),
    );
    if (rungs.every(({ state }) => state === 'passed')) await mark('back');
    return rungs;
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return [{ level: 'L2', what: `files of the PVC ${pvc}`, state: 'failed', sentence: error.sentence }];
  }
}

async function restored(
  task: OfflineRecovery,
  contents: LostContents,
  pvc: string,
  replace: boolean,
  begins: () => Promise<void>,
): Promise<Rung[]> {
  const { cluster, from, into, worker, patience, signal, sleep, report } = task;
  if (worker === undefined)
    throw new UserError(
      'the archive does not hold the image of `worker`, by which files are restored',
      `restore them by \`slipway restore --what volume/${pvc}\`, with another image`,
    );
  const repository = await resticOf(task, contents, pvc);
  return restoreVolume({
    ...{ cluster, pvc, from, into, replace, begins, signal, report },
    ...{ at: contents.at, identities: contents.identities },
    ...{ repository: repository.name, repositories: new Map([[repository.name, repository]]) },
    raise: () =>
      raiseWorker(cluster, {
        ...{ ...worker, namespace: into, name: workerName(pvc), pvc, writes: true },
        ...{ patience, deadline: longestWork, signal, sleep },
      }),
  });
}

/** The repository of restic in the new bucket, as pods of the worker reach it, opened by the offline key. */
async function resticOf(
  { repository: { name, restic }, newBucket, worker }: OfflineRecovery,
  { at, identities, manifest }: LostContents,
  pvc: string,
): Promise<Repository> {
  if (restic === undefined || !isKeptIn(manifest, pvc, name)) throw outside(manifest, pvc, name);
  const repository = s3Repository(
    { ...newBucket, address: `${newBucket.address}/${restic}`.replace(/\/$/, '') },
    // Nobody else is at work there, and a lock of a run that was killed would be an object that is none of the archive.
    { name, passphrase: await passphraseIn(at, name, identities), locked: true },
  );
  return inPod(repository, worker?.authority);
}

/**
 * What is before the paths of restic in the bucket of a repository that is archived, whole; empty when it is nothing, undefined when restic
 * has another bucket, or none. Pure.
 */
export function resticIn({ repositories }: Pick<Recovery, 'repositories'>, name: string): string | undefined {
  const { store, restic } = repositories[name] ?? {};
  if (store?.address === undefined || restic === undefined) return undefined;
  const [archived, own] = [placeOf(store.address), placeOf(restic.address)];
  // Pods may know a store by another address than whoever makes backups.
  const nameOf = (bucket: string) => new URL(bucket).pathname;
  return nameOf(archived.bucket) === nameOf(own.bucket) ? own.prefix : undefined;
}

/** Of which PVCs the files are not in the bucket that is archived, in sentences. Pure. */
export function filesOutside(
  manifest: Manifest,
  repository: string,
  recovery: Pick<Recovery, 'repositories'>,
): string[] {
  const isThere = resticIn(recovery, repository) !== undefined;
  return pvcsIn(manifest)
    .filter(pvc => !isThere || !isKeptIn(manifest, pvc, repository))
    .map(pvc => `the archive will lack the files of ${pvc}: ${outside(manifest, pvc, repository).sentence}`);
}

const backupsOf = ({ volumes }: Manifest, pvc: string) =>
  volumes.find(each => each.pvc === pvc)?.files?.backups ?? [];

const isKeptIn = (manifest: Manifest, pvc: string, repository: string) =>
  backupsOf(manifest, pvc).some(each => each.repository === repository);

function outside(manifest: Manifest, pvc: string, repository: string): UserError {
  const others = backupsOf(manifest, pvc)
    .map(each => each.repository)
    .filter(each => each !== repository);
  return new UserError(
    isKeptIn(manifest, pvc, repository)
      ? `restic keeps those of ${repository} in another bucket than its \`store\``
      : `they are in ${others.join(' and ')}, and not in ${repository}, which is archived`,
    `give \`restic\` of ${repository} an address in that bucket, and name ${repository} in \`to\` of the PVC`,
  );
}
