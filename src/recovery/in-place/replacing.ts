import { randomUUID } from 'node:crypto';
import { pathOf, resources } from '../../cluster/resources.ts';
import { pathTo, type Workload } from '../../release/workloads/kinds.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { type Copy, type CopyRequest, copyLabels, raiseCopy } from '../copy.ts';
import type { Rung } from '../ladder.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import { rowsOf } from '../postgres/sql.ts';
import { claimVolume, type FilesTask, moveFiles, removePod } from './files.ts';
import { type Note, noteIn, writeNote } from './note.ts';
import { type FilesPlace, placeIn } from './place.ts';
import { type Running, start, untilStopped } from './running.ts';

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
}

export interface Replaced {
  readonly rungs: readonly Rung[];
  /** The folder with what was there before, in each volume; undefined when it was put back. */
  readonly aside: string | undefined;
}

/**
 * @param restore brings it into the pod that it is given, and says what was proved of it.
 * @throws UserError when it cannot be restored, and what was there was put back; or when it was ended in between, and the same run goes on.
 */
export async function replaceDatabase(
  task: Replacing,
  restore: (copy: Copy) => Promise<readonly Rung[]>,
): Promise<Replaced> {
  const { cluster, namespace, ref, report } = task;
  const workload = await workloadOf(task);
  const left = noteIn(workload);
  if (left?.step === 'putting-back') return { rungs: [], ...(await putBack(task)) };
  const goesOn = left !== undefined && left.step !== 'done';
  const replicas = goesOn ? left.replicas : (workload.spec?.replicas ?? 1);
  if (!goesOn && replicas < 1)
    throw new UserError(`${ref.kind}/${ref.name} has no pods`, 'scale it as it should be, then restore');
  const place = placeIn(workload, task.container, task.data, replicas);
  let note: Note = goesOn ? left : { id: randomUUID().slice(0, 8), step: 'moving', replicas };
  const step = async (next: Note['step'], scale?: number) => {
    note = { ...note, step: next };
    await writeNote(cluster, { namespace, ref }, note, scale);
  };
  if (goesOn) report(`going on with what a run before has begun, at the step ${left.step}`);
  else if (left !== undefined)
    await moveFiles(await filesOf(task, workload, place, left.id), 'remove').catch(() => undefined);
  const files = await filesOf(task, workload, place, note.id);
  if (note.step === 'moving') {
    const { resourceVersion } = workload.metadata ?? {};
    report(`stopping ${ref.kind}/${ref.name}`);
    await writeNote(cluster, { namespace, ref, resourceVersion }, note, 0);
    await untilStopped(task, workload);
    report(`moving what is there aside, into ${files.aside}`);
    await moveFiles(files, 'move aside');
    await step('restoring');
  }
  let rungs: readonly Rung[] = [];
  if (note.step === 'restoring') {
    try {
      rungs = await restoreFirst(task, workload, place, restore);
    } catch (error) {
      if (task.signal.aborted) throw cancelled();
      report(
        `it cannot be restored, and what was there is put back: ${error instanceof Error ? error.message : String(error)}`,
      );
      await putBack(task);
      throw error;
    }
    if (rungs.some(({ state }) => state === 'failed')) {
      report('it is not as it has to be, and what was there is put back');
      await putBack(task);
      return { rungs, aside: undefined };
    }
    await step('starting');
  }
  await start(task, workload, note.replicas);
  await step('done');
  return { rungs, aside: files.aside };
}

/**
 * Brings back what was there before the last restore over it.
 * @throws UserError when there is nothing to bring back.
 */
export async function putBack(task: Replacing): Promise<{ aside: undefined }> {
  const { cluster, namespace, ref, report } = task;
  const workload = await workloadOf(task);
  const left = noteIn(workload);
  if (left === undefined)
    throw new UserError(
      `nothing was restored over ${ref.kind}/${ref.name}, or what was there is gone`,
      'restore a backup in its place',
    );
  const place = placeIn(workload, task.container, task.data, left.replicas);
  await writeNote(cluster, { namespace, ref }, { ...left, step: 'putting-back' }, 0);
  report(`stopping ${ref.kind}/${ref.name}`);
  await removePod(task, pathOf(resources.pod, namespace, nameOfCopy(task)));
  await untilStopped(task, workload);
  await moveFiles(await filesOf(task, workload, place, left.id), 'move back');
  await start(task, workload, left.replicas);
  await writeNote(cluster, { namespace, ref }, undefined);
  report('what was there before is back');
  return { aside: undefined };
}

const nameOfCopy = ({ name }: Replacing) => `${name}-in-place`;

async function workloadOf({ cluster, namespace, ref }: Replacing): Promise<Workload> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload !== undefined) return workload;
  throw new UserError(
    `there is no ${ref.kind}/${ref.name} in ${namespace}`,
    'where everything is lost, restore into a namespace; this restores over what is there',
  );
}

async function filesOf(
  task: Replacing,
  workload: Workload,
  place: FilesPlace,
  id: string,
): Promise<FilesTask> {
  const { cluster, patience, signal, sleep } = task;
  return {
    ...{ cluster, patience, signal, sleep, ...place },
    aside: `${place.folder}.before-${id}`,
    pod: { ...podOf(task, workload), labels: copyLabels({ ...task, name: nameOfCopy(task) }) },
  };
}

function podOf(task: Replacing, workload: Workload) {
  const { namespace, container, configuration } = task;
  const template = workload.spec?.template?.spec;
  if (template === undefined) throw new Error('a workload without a template');
  return { name: nameOfCopy(task), namespace, template, container, configuration };
}

/** Into the files of the first member, where nobody but us reaches it. */
async function restoreFirst(
  task: Replacing,
  workload: Workload,
  { claims, folder }: FilesPlace,
  restore: (copy: Copy) => Promise<readonly Rung[]>,
): Promise<readonly Rung[]> {
  const { cluster, namespace, app, run, patience, signal, sleep, report } = task;
  const [first] = claims;
  if (first === undefined) throw new Error('a place without a claim');
  const copy = await raiseCopy(cluster, {
    ...{ ...podOf(task, workload), app, run, patience, signal, sleep, report },
    ...{ from: namespace, volume: claimVolume(first), place: { folder, archives: true } },
  });
  const rungs = await restore(copy);
  await rowsOf(copy.exec, { database: task.database, host: copySocket }, forgetTarget, signal);
  await copy.stop();
  await removePod(task, pathOf(resources.pod, namespace, nameOfCopy(task)));
  return rungs;
}

/** Where recovery was to end would have standbys that are made of it end there, too. */
const forgetTarget = [
  'restore_command',
  ...['', '_action', '_inclusive', '_lsn', '_name', '_time', '_timeline', '_xid'].map(
    each => `recovery_target${each}`,
  ),
]
  .map(each => `alter system reset ${each};`)
  .join('\n');
