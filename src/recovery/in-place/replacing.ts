import { randomUUID } from 'node:crypto';
import { pathOf, resources } from '../../cluster/resources.ts';
import { pathTo, type Workload } from '../../release/workloads/kinds.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { type Copy, type CopyRequest, copyLabels, raiseCopy } from '../copy.ts';
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
 * A database is restored over itself. Its pods are stopped, what is there is moved aside in its own volumes, the first member's files are
 * restored and compared while nobody else can reach them, and only what is as it has to be is started; otherwise what was there comes
 * back. Each step is noted before it is taken, so that a later run goes on.
 */

export interface Replacing extends Running {
  /** The folder of the files, where slipway.yml says so. */
  readonly data: string | undefined;
  readonly app: string;
  /** In slipway.yml. */
  readonly name: string;
  readonly configuration: CopyRequest['configuration'];
  readonly run: string;
  /** Up to where, as it was written. */
  readonly to: string;
  /** Whether it may be started although nothing shows what it holds. */
  readonly uncompared: boolean;
  /** @throws when another run has taken over. */
  assertHeld(): Promise<void>;
}

export interface Replaced {
  readonly rungs: readonly Rung[];
  /** The folder with what was there before, in each volume. */
  readonly aside: string;
}

/** A restore that is under way. */
interface Course {
  readonly workload: Workload;
  readonly files: FilesTask;
  readonly place: FilesPlace;
  note: Note;
}

/**
 * @param restore brings it into the pod that it is given, and says what was proved of it.
 * @throws UserError when it is not what it has to be, and what was there was put back; or when it was ended in between, and the same run
 * goes on.
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
 * Brings back what was there before a restore over it that was not finished.
 * @throws UserError when there is nothing to bring back, or what was restored has run already.
 */
export async function putBack(task: Replacing): Promise<void> {
  const { ref } = task;
  const workload = await workloadOf(task);
  const note = noteIn(workload);
  if (note === undefined)
    throw new UserError(
      `nothing is under way that would restore over ${ref.kind}/${ref.name}`,
      'leave it as it is',
    );
  const course = courseOf(task, workload, note);
  if (note.step === 'starting' || note.step === 'done')
    throw new UserError(
      `what was restored over ${ref.kind}/${ref.name} has been started, and archives on a timeline of its own`,
      `restore over it once more, to another place; what was there before is in ${course.files.aside} of each volume`,
    );
  await goBack(task, course);
}

/** What is under way is gone on with, or a new one is begun. */
async function begin(task: Replacing): Promise<Course> {
  const { cluster, namespace, ref, report, to } = task;
  const workload = await workloadOf(task);
  const left = noteIn(workload);
  if (left !== undefined && left.step !== 'done') {
    const course = courseOf(task, workload, left);
    if (left.step === 'putting-back' || left.step === 'back') {
      await goBack(task, course);
      throw new UserError(
        'a run before had begun to put back what was there, and now it is back',
        'see in the log of that run why; then restore again',
      );
    }
    if (left.to !== to)
      throw new UserError(
        `a restore over ${ref.kind}/${ref.name} to ${left.to} is under way, and this is one to ${to}`,
        'run the same again to go on with it, or with `to: before` to put back what was there',
      );
    report(`going on with what a run before has begun, at the step ${left.step}`);
    // Whoever scaled it meanwhile has let it run on files that are under way.
    if (left.step !== 'starting') await demandStopped(task, workload, course.files.aside);
    return course;
  }
  const replicas = workload.spec?.replicas ?? 1;
  if (replicas < 1)
    throw new UserError(`${ref.kind}/${ref.name} has no pods`, 'scale it as it should be, then restore');
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
  task.report(`moving what is there aside, into ${course.files.aside}`);
  await moveFiles(course.files, 'move aside');
  await step(task, course, 'restoring');
}

/** Into the files of the first member, where nobody but us reaches it. What a run before has begun there goes. */
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
  const copy = await raiseCopy(cluster, {
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

/** Where recovery was to end would have standbys that are made of it end there, too. */
const forgetTarget = [
  'restore_command',
  ...['', '_action', '_inclusive', '_lsn', '_name', '_time', '_timeline', '_xid'].map(
    each => `recovery_target${each}`,
  ),
]
  .map(each => `alter system reset ${each};`)
  .join('\n');

/** @throws UserError for what is not as it has to be, or of which nothing shows what it holds. */
function demandGood(rungs: readonly Rung[], uncompared: boolean): void {
  const bad = rungs.find(({ state }) => state === 'failed' || (state === 'skipped' && !uncompared));
  if (bad === undefined) return;
  throw new UserError(
    `${bad.what}: ${bad.sentence}`,
    bad.state === 'failed'
      ? 'restore another backup, or to another place'
      : 'name a backup set that was counted before that place; or write `uncompared` behind what is typed in `confirm`',
  );
}

/** Nothing of what was restored has run: those who watch over it know nothing of it, and all members have what they had. */
async function goBack(task: Replacing, course: Course, why?: unknown): Promise<void> {
  const { report } = task;
  const reason = why instanceof Error ? `: ${why.message}` : '';
  report(`what was there is put back${reason}`);
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
  report('what was there before is back');
}

/** The folder of the restore before is still there then. */
const previousOf = ({ previous, ...note }: Note): Note | undefined =>
  previous === undefined ? undefined : { ...note, id: previous, step: 'done' };

/** What one before the last has left makes room. It does no harm where it stays. */
async function forgetPrevious({ note, files, place }: Course): Promise<void> {
  if (note.previous === undefined) return;
  await moveFiles({ ...files, aside: asideOf(place, note.previous) }, 'remove').catch(() => undefined);
}

async function workloadOf({ cluster, namespace, ref }: Replacing): Promise<Workload> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload !== undefined) return workload;
  throw new UserError(
    `there is no ${ref.kind}/${ref.name} in ${namespace}`,
    'where everything is lost, restore into a namespace; this restores over what is there',
  );
}

function podOf(task: Replacing, workload: Workload) {
  const { namespace, container, configuration } = task;
  const template = workload.spec?.template?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  return { name: nameOfCopy(task), namespace, template, container, configuration };
}
