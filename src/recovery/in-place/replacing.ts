import { randomUUID } from 'node:crypto';
import { pathOf, resources } from '../../cluster/resources.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Workload } from '../../workloads/kinds.ts';
import { type Copy, type CopyRequest, copyLabels, createCopy } from '../copy.ts';
import type { LevelCheck } from '../levels.ts';
import { removePod } from '../pod-removal.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import { rowsOf } from '../postgres/sql.ts';
import { type FilesRestoreTask, moveFiles, pvcVolume } from './files.ts';
import { asideOf, type FilesPlace, placeIn, requireKeptPvcs } from './place.ts';
import {
  keptOf,
  originalsIn,
  previousIn,
  previousOf,
  progressOf,
  type RestoreProgress,
  writeProgress,
} from './progress.ts';
import {
  type RunningWorkload,
  requireMovable,
  requireStopped,
  restart,
  startFirst,
  untilReady,
  untilStopped,
  workloadOf,
} from './running.ts';
import { requireNoTablespaces, tablespacesIn } from './spaces.ts';

/**
 * Restores a database in place. Stops its pods, moves the original files aside in their volumes, and restores and compares the first
 * member's files while no client can reach them. Only a verified database is started; otherwise the original files are put back. Each
 * step is noted before it begins, so that a later run can resume.
 */

interface Replacing extends RunningWorkload {
  /** The data folder, if slipway.yml names it. */
  readonly data: string | undefined;
  readonly app: string;
  /** Its name in slipway.yml. */
  readonly name: string;
  readonly configuration: CopyRequest['configuration'];
  readonly run: string;
  /** The recovery target as the user wrote it. */
  readonly to: string;
  /** Whether it may start although its content was not compared. */
  readonly uncompared: boolean;
  /** @throws if another run has taken the Lease. */
  assertHeld(): Promise<void>;
}

interface Replaced {
  readonly levelChecks: readonly LevelCheck[];
  /** The folder with the original files, in each volume. */
  readonly aside: string;
}

/** A restore in progress. */
interface Attempt {
  readonly workload: Workload;
  readonly files: FilesRestoreTask;
  readonly place: FilesPlace;
  progress: RestoreProgress;
}

/**
 * Restores a database in place, or resumes an interrupted restore.
 * @param restore restores into the given pod, and returns its checks.
 * @throws UserError if a check fails, after the original files were put back; or if the run is cancelled, which a later run can resume.
 */
export async function replaceDatabase(
  task: Replacing,
  restore: (copy: Copy) => Promise<readonly LevelCheck[]>,
): Promise<Replaced> {
  const attempt = await begin(task);
  let levelChecks: readonly LevelCheck[] = [];
  if (attempt.progress.step !== 'starting') {
    try {
      if (attempt.progress.step !== 'restoring') await setAside(task, attempt);
      levelChecks = await restoreFirst(task, attempt, restore);
      requireGoodChecks(levelChecks, task.uncompared);
    } catch (error) {
      if (task.signal.aborted) throw cancelled();
      await restoreOriginals(task, attempt, error);
      throw error;
    }
    await task.assertHeld();
    await removePrevious(attempt);
    // A pod that something else started meanwhile may have written into the restored files, and would count as the first member.
    await requireStopped(task, attempt.workload, originalsOf(attempt));
    await step(task, attempt, 'starting');
  }
  if (attempt.progress.step === 'starting') {
    await startFirst(task, attempt.workload, attempt.progress.replicas);
    await step(task, attempt, 'done');
  }
  return {
    levelChecks: [...levelChecks, await untilReady(task, attempt.progress.replicas)],
    aside: originalsOf(attempt),
  };
}

/**
 * Puts the original files of an unfinished in-place restore back.
 * @throws UserError if no restore is in progress, or the restored database has already started.
 */
export async function restoreOriginalFiles(task: Replacing): Promise<void> {
  const { ref } = task;
  const workload = await workloadOf(task);
  const progress = progressOf(workload);
  if (progress === undefined)
    throw new UserError(
      `no in-place restore of ${ref.kind}/${ref.name} is in progress`,
      'no action is needed: no original files were moved aside',
    );
  const attempt = attemptOf(task, workload, progress);
  if (progress.step === 'starting' || progress.step === 'done')
    throw new UserError(
      `the restored database of ${ref.kind}/${ref.name} has already started, and archives on a new timeline`,
      `restore in place again, to another recovery target; the original files are in ${originalsOf(attempt)} of each volume`,
    );
  await restoreOriginals(task, attempt);
}

/** Resumes an interrupted restore, or begins a new one. */
async function begin(task: Replacing): Promise<Attempt> {
  const { cluster, namespace, ref, report, to } = task;
  const workload = await workloadOf(task);
  const left = progressOf(workload);
  // No file was moved, or the database may not come up on what was restored: a new restore replaces that one.
  const isReplaced = left?.step === 'stopping' || (left?.step === 'starting' && left.to !== to);
  if (left !== undefined && left.step !== 'done' && !isReplaced) {
    const attempt = attemptOf(task, workload, left);
    if (left.step === 'putting-back' || left.step === 'back') {
      await restoreOriginals(task, attempt);
      throw new UserError(
        'the restore was not started: an earlier run was moving the original files back, and this run finished that',
        'see the log of that run for the reason, then restore again',
      );
    }
    if (left.to !== to)
      throw new UserError(
        `an in-place restore of ${ref.kind}/${ref.name} to ${left.to} is in progress, and this run asks for ${to}`,
        'run it again with the same `target` to resume it, or with `target: before` to move the original files back',
      );
    report(`resuming the restore of an earlier run at the step ${left.step}`);
    // If it was scaled up in between, it ran on incomplete files.
    if (left.step !== 'starting') await requireStopped(task, workload, originalsOf(attempt));
    return attempt;
  }
  // A run that was killed at `stopping` may have started it again, and a person scaled it up since.
  const replicas = Math.max(isReplaced ? left.replicas : 0, workload.spec?.replicas ?? 1);
  if (replicas < 1)
    throw new UserError(`${ref.kind}/${ref.name} has no pods`, 'scale it to its normal size, then restore');
  requireKeptPvcs(workload);
  const id = randomUUID().slice(0, 8);
  const { previous, previousTo } = previousIn(left);
  const progress: RestoreProgress = { id, step: 'stopping', replicas, to, previous, previousTo };
  const attempt = attemptOf(task, workload, progress);
  await requireMovable(task, workload, attempt.place.pvcs, left);
  const { resourceVersion } = workload.metadata ?? {};
  report(`stopping ${ref.kind}/${ref.name}`);
  await writeProgress(cluster, { namespace, ref, resourceVersion }, progress, 0);
  return attempt;
}

function attemptOf(task: Replacing, workload: Workload, progress: RestoreProgress): Attempt {
  const { cluster, patience, signal, sleep } = task;
  const place = placeIn(workload, task.container, task.data, progress.replicas);
  const pod = { ...podOf(task, workload), labels: copyLabels({ ...task, name: nameOfCopy(task) }) };
  const files = { cluster, patience, signal, sleep, pod, ...place, aside: asideOf(place, progress.id) };
  return { workload, place, files, progress };
}

const originalsOf = ({ place, progress }: Attempt) => asideOf(place, originalsIn(progress));
const nameOfCopy = ({ name }: Replacing) => `${name}-in-place`;

async function step(
  { cluster, namespace, ref }: Replacing,
  attempt: Attempt,
  next: RestoreProgress['step'],
): Promise<void> {
  attempt.progress = { ...attempt.progress, step: next };
  await writeProgress(cluster, { namespace, ref }, attempt.progress);
}

async function setAside(task: Replacing, attempt: Attempt): Promise<void> {
  if (attempt.progress.step === 'stopping') {
    await untilStopped(task, attempt.workload);
    await step(task, attempt, 'moving');
  }
  await task.assertHeld();
  task.report(`moving the existing files aside, into ${attempt.files.aside}`);
  await moveFiles(attempt.files, 'move aside');
  await step(task, attempt, 'restoring');
}

/**
 * Restores into the first member's volume, which no client can reach. Deletes the incomplete files of an earlier run, and those of members
 * that were started meanwhile.
 */
async function restoreFirst(
  task: Replacing,
  { workload, files, place }: Attempt,
  restore: (copy: Copy) => Promise<readonly LevelCheck[]>,
): Promise<readonly LevelCheck[]> {
  const { cluster, namespace, app, run, patience, signal, sleep, report, database } = task;
  const [first] = place.pvcs;
  if (first === undefined) throw new Error('a place without a PVC');
  await task.assertHeld();
  await removeCopy(task);
  await moveFiles(files, 'clear');
  const copy = await createCopy(cluster, {
    ...podOf(task, workload),
    app,
    run,
    patience,
    signal,
    sleep,
    report,
    from: namespace,
    volume: pvcVolume(first),
    place: { folder: place.folder, archives: true },
  });
  const levelChecks = await restore(copy);
  const connection = { database, host: copySocket };
  requireNoTablespaces(await tablespacesIn(copy.exec, connection, signal));
  await rowsOf(copy.exec, connection, forgetTarget, signal);
  await copy.stop();
  await removeCopy(task);
  return levelChecks;
}

const removeCopy = (task: Replacing) =>
  removePod(task.cluster, pathOf(resources.pod, task.namespace, nameOfCopy(task)), undefined, task);

/** Removes the recovery target, which standbys would otherwise inherit and stop at. */
const forgetTarget = [
  'restore_command',
  ...['', '_action', '_inclusive', '_lsn', '_name', '_time', '_timeline', '_xid'].map(
    each => `recovery_target${each}`,
  ),
]
  .map(each => `alter system reset ${each};`)
  .join('\n');

/** @throws UserError for a failed check, or for a skipped one unless `uncompared`. */
function requireGoodChecks(levelChecks: readonly LevelCheck[], uncompared: boolean): void {
  const bad = levelChecks.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
  if (bad === undefined) return;
  throw new UserError(
    `${bad.what}: ${bad.sentence}`,
    bad.state === 'failed'
      ? 'restore another backup, or to another recovery target'
      : 'name a backup set that was counted before the recovery target, or append `uncompared` to `confirm`',
  );
}

/** Puts the original files back. The restored database has not run, so its HA manager does not know it, and no member lost a file. */
async function restoreOriginals(task: Replacing, attempt: Attempt, why?: unknown): Promise<void> {
  const { cluster, namespace, ref, report } = task;
  const reason = why instanceof Error ? `: ${why.message}` : '';
  const isMoved = attempt.progress.step !== 'stopping';
  report(isMoved ? `moving the files back${reason}` : `no file was moved${reason}`);
  await task.assertHeld();
  if (isMoved && attempt.progress.step !== 'back') {
    await step(task, attempt, 'putting-back');
    await removeCopy(task);
    await requireStopped(task, attempt.workload, originalsOf(attempt));
    await moveFiles(attempt.files, 'move back');
    await step(task, attempt, 'back');
  }
  const previous = previousOf(attempt.progress);
  if (previous?.step === 'starting') {
    await writeProgress(cluster, { namespace, ref }, previous);
    report(`${ref.kind}/${ref.name} stays stopped: restore it to ${previous.to} again, or to another target`);
    return;
  }
  await restart(task, attempt.progress.replicas);
  await writeProgress(cluster, { namespace, ref }, previous);
  report(isMoved ? 'the original files are back' : `${ref.kind}/${ref.name} runs again`);
}

/** Frees the space of earlier restores; a failure does no harm. */
async function removePrevious(attempt: Attempt): Promise<void> {
  const { kept, gone } = keptOf(attempt.progress);
  for (const id of gone)
    await moveFiles({ ...attempt.files, aside: asideOf(attempt.place, id) }, 'remove').catch(() => undefined);
  attempt.progress = { ...attempt.progress, previous: kept };
}

function podOf(task: Replacing, workload: Workload) {
  const { namespace, container, configuration } = task;
  const template = workload.spec?.template?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  return { name: nameOfCopy(task), namespace, template, container, configuration };
}
