import { randomUUID } from 'node:crypto';
import { pathOf, resources } from '../../cluster/resources.ts';
import { pathTo, type Workload } from '../../release/workloads/kinds.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { type Copy, type CopyRequest, copyLabels, createCopy } from '../copy.ts';
import type { Rung } from '../ladder.ts';
import { removePod } from '../pod-removal.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import { rowsOf } from '../postgres/sql.ts';
import { type FilesTask, moveFiles, pvcVolume } from './files.ts';
import { type Note, noteIn, writeNote } from './note.ts';
import { demandKeptPvcs, type FilesPlace, placeIn } from './place.ts';
import { demandStopped, type Running, restart, startFirst, untilReady, untilStopped } from './running.ts';
import { demandOneSpace } from './spaces.ts';

/**
 * Restores a database in place. Stops its pods, moves the original files aside in their volumes, and restores and compares the first
 * member's files while no client can reach them. Only a verified database is started; otherwise the original files are put back. Each
 * step is noted before it begins, so that a later run can resume.
 */

export interface Replacing extends Running {
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

export interface Replaced {
  readonly rungs: readonly Rung[];
  /** The folder with the original files, in each volume. */
  readonly aside: string;
}

/** A restore in progress. */
interface Course {
  readonly workload: Workload;
  readonly files: FilesTask;
  readonly place: FilesPlace;
  note: Note;
}

/**
 * Restores a database in place, or resumes an interrupted restore.
 * @param restore restores into the given pod, and returns its checks.
 * @throws UserError if a check fails, after the original files were put back; or if the run is cancelled, which a later run can resume.
 */
export async function replaceDatabase(
  task: Replacing,
  restore: (copy: Copy) => Promise<readonly Rung[]>,
): Promise<Replaced> {
  const course = await begin(task);
  let rungs: readonly Rung[] = [];
  if (course.note.step === 'moving' || course.note.step === 'restoring') {
    try {
      if (course.note.step === 'moving') await moveAside(task, course);
      rungs = await restoreFirst(task, course, restore);
      demandGood(rungs, task.uncompared);
    } catch (error) {
      if (task.signal.aborted) throw cancelled();
      await goBack(task, course, error);
      throw error;
    }
    await forgetPrevious(course);
    await step(task, course, 'starting');
  }
  if (course.note.step === 'starting') {
    await startFirst(task, course.workload, course.note.replicas);
    await step(task, course, 'done');
  }
  return { rungs: [...rungs, await untilReady(task, course.note.replicas)], aside: course.files.aside };
}

/**
 * Puts the original files of an unfinished in-place restore back.
 * @throws UserError if no restore is in progress, or the restored database has already started.
 */
export async function putBack(task: Replacing): Promise<void> {
  const { ref } = task;
  const workload = await workloadOf(task);
  const note = noteIn(workload);
  if (note === undefined)
    throw new UserError(
      `no in-place restore of ${ref.kind}/${ref.name} is in progress`,
      'leave it unchanged, there is nothing to put back',
    );
  const course = courseOf(task, workload, note);
  if (note.step === 'starting' || note.step === 'done')
    throw new UserError(
      `the restored database of ${ref.kind}/${ref.name} has already started, and archives on a new timeline`,
      `restore in place again, to another recovery target; the original files are in ${course.files.aside} of each volume`,
    );
  await goBack(task, course);
}

/** Resumes an interrupted restore, or begins a new one. */
async function begin(task: Replacing): Promise<Course> {
  const { cluster, namespace, ref, report, to } = task;
  const workload = await workloadOf(task);
  const left = noteIn(workload);
  if (left !== undefined && left.step !== 'done') {
    const course = courseOf(task, workload, left);
    if (left.step === 'putting-back' || left.step === 'back') {
      await goBack(task, course);
      throw new UserError(
        'an earlier run had begun to put the original files back, and now they are back',
        'see the log of that run for the reason, then restore again',
      );
    }
    if (left.to !== to)
      throw new UserError(
        `an in-place restore of ${ref.kind}/${ref.name} to ${left.to} is in progress, and this run asks for ${to}`,
        'run it again with the same `to` to resume it, or with `to: before` to put the original files back',
      );
    report(`resuming the restore of an earlier run at the step ${left.step}`);
    // If it was scaled up in between, it ran on incomplete files.
    if (left.step !== 'starting') await demandStopped(task, workload, course.files.aside);
    return course;
  }
  const replicas = workload.spec?.replicas ?? 1;
  if (replicas < 1)
    throw new UserError(`${ref.kind}/${ref.name} has no pods`, 'scale it to its normal size, then restore');
  demandKeptPvcs(workload);
  const previous = left?.id;
  const id = randomUUID().slice(0, 8);
  const note: Note = { id, step: 'moving', replicas, to, ...(previous === undefined ? {} : { previous }) };
  const course = courseOf(task, workload, note);
  const { resourceVersion } = workload.metadata ?? {};
  report(`stopping ${ref.kind}/${ref.name}`);
  await writeNote(cluster, { namespace, ref, resourceVersion }, note, 0);
  return course;
}

function courseOf(task: Replacing, workload: Workload, note: Note): Course {
  const { cluster, patience, signal, sleep } = task;
  const place = placeIn(workload, task.container, task.data, note.replicas);
  const pod = { ...podOf(task, workload), labels: copyLabels({ ...task, name: nameOfCopy(task) }) };
  const files = { ...{ cluster, patience, signal, sleep, pod }, ...place, aside: asideOf(place, note.id) };
  return { workload, place, files, note };
}

const asideOf = ({ folder }: FilesPlace, id: string) => `${folder}.before-${id}`;
const nameOfCopy = ({ name }: Replacing) => `${name}-in-place`;

async function step(
  { cluster, namespace, ref }: Replacing,
  course: Course,
  next: Note['step'],
): Promise<void> {
  course.note = { ...course.note, step: next };
  await writeNote(cluster, { namespace, ref }, course.note);
}

async function moveAside(task: Replacing, course: Course): Promise<void> {
  await untilStopped(task, course.workload);
  await task.assertHeld();
  task.report(`moving the original files aside, into ${course.files.aside}`);
  await moveFiles(course.files, 'move aside');
  await step(task, course, 'restoring');
}

/** Restores into the first member's volume, which no client can reach. Deletes the incomplete files of an earlier run. */
async function restoreFirst(
  task: Replacing,
  { workload, files, place }: Course,
  restore: (copy: Copy) => Promise<readonly Rung[]>,
): Promise<readonly Rung[]> {
  const { cluster, namespace, app, run, patience, signal, sleep, report, database } = task;
  const [first] = place.pvcs;
  if (first === undefined) throw new Error('a place without a PVC');
  await task.assertHeld();
  await removeCopy(task);
  await moveFiles({ ...files, pvcs: [first] }, 'clear');
  const copy = await createCopy(cluster, {
    ...{ ...podOf(task, workload), app, run, patience, signal, sleep, report },
    ...{ from: namespace, volume: pvcVolume(first), place: { folder: place.folder, archives: true } },
  });
  const rungs = await restore(copy);
  const connection = { database, host: copySocket };
  await demandOneSpace(copy.exec, connection, signal);
  await rowsOf(copy.exec, connection, forgetTarget, signal);
  await copy.stop();
  await removeCopy(task);
  return rungs;
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
function demandGood(rungs: readonly Rung[], uncompared: boolean): void {
  const bad = rungs.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
  if (bad === undefined) return;
  throw new UserError(
    `${bad.what}: ${bad.sentence}`,
    bad.state === 'failed'
      ? 'restore another backup, or to another recovery target'
      : 'name a backup set that was counted before the recovery target, or append `uncompared` to `confirm`',
  );
}

/** Puts the original files back. The restored database has not run, so its HA manager does not know it, and no member lost a file. */
async function goBack(task: Replacing, course: Course, why?: unknown): Promise<void> {
  const { report } = task;
  const reason = why instanceof Error ? `: ${why.message}` : '';
  report(`putting the original files back${reason}`);
  await task.assertHeld();
  if (course.note.step !== 'back') {
    await step(task, course, 'putting-back');
    await removeCopy(task);
    await demandStopped(task, course.workload, course.files.aside);
    await moveFiles(course.files, 'move back');
    await step(task, course, 'back');
  }
  await restart(task, course.note.replicas);
  await writeNote(task.cluster, { namespace: task.namespace, ref: task.ref }, previousOf(course.note));
  report('the original files are back');
}

/** Returns the note of the previous restore, whose folder still exists then. */
const previousOf = ({ previous, ...note }: Note): Note | undefined =>
  previous === undefined ? undefined : { ...note, id: previous, step: 'done' };

/** Frees the space of the previous restore's original files; a failure does no harm. */
async function forgetPrevious({ note, files, place }: Course): Promise<void> {
  if (note.previous === undefined) return;
  await moveFiles({ ...files, aside: asideOf(place, note.previous) }, 'remove').catch(() => undefined);
}

async function workloadOf({ cluster, namespace, ref }: Replacing): Promise<Workload> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload !== undefined) return workload;
  throw new UserError(
    `there is no ${ref.kind}/${ref.name} in ${namespace}`,
    'restore into a namespace if the workload is lost: an in-place restore needs it',
  );
}

function podOf(task: Replacing, workload: Workload) {
  const { namespace, container, configuration } = task;
  const template = workload.spec?.template?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  return { name: nameOfCopy(task), namespace, template, container, configuration };
}
