import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { removePod } from '../pod-removal.ts';
import { reasonIn } from '../pod-start.ts';
import { type Polling, poll } from '../polling.ts';
import { type CopyPod, copyContainer, copyPod, volumeFolder } from '../postgres/copy-pod.ts';

/** Moves the files of a database aside within their volume, and back: with one short-lived pod per PVC, in parallel. */

export interface FilesRestoreTask extends Polling {
  readonly cluster: Cluster;
  /** The template of the pods; each mounts its PVC. */
  readonly pod: Omit<CopyPod, 'volume' | 'place'>;
  readonly pvcs: readonly string[];
  readonly folder: string;
  /** Name of the folder with the original files. */
  readonly aside: string;
}

/**
 * Constant scripts; the paths are arguments: first the data folder, then the folder with the original files. Each is idempotent.
 * - `move aside` never overwrites the original files, and keeps files that have appeared in their place since.
 * - `clear` and `move back` delete the restored files only if the original ones are kept.
 */
const scripts = {
  'move aside':
    'if ! [ -e "$2" ]; then if [ -e "$1" ]; then mv -- "$1" "$2"; else mkdir -p -- "$2"; fi; elif [ -e "$1" ]; then mv -- "$1" "$2.found-$(date +%s)"; fi',
  clear: '[ -e "$2" ]; rm -rf -- "$1" "$1.ready" "$1.again"',
  'move back': 'if [ -e "$2" ]; then rm -rf -- "$1" "$1.ready" "$1.again"; mv -- "$2" "$1"; fi',
  remove: 'rm -rf -- "$2"',
} as const;

/** Runs a script on every PVC. @throws UserError if one of the pods fails. */
export async function moveFiles(task: FilesRestoreTask, what: keyof typeof scripts): Promise<void> {
  await Promise.all(task.pvcs.map((pvc, index) => moveIn(task, what, pvc, index)));
}

export const pvcVolume = (pvc: string): CopyPod['volume'] => ({
  name: 'slipway-data',
  persistentVolumeClaim: { claimName: pvc },
});

async function moveIn(
  task: FilesRestoreTask,
  what: keyof typeof scripts,
  pvc: string,
  index: number,
): Promise<void> {
  const { cluster, pod, folder, aside } = task;
  const name = `${pod.name}-files-${index}`;
  const path = pathOf(resources.pod, pod.namespace, name);
  // A pod of an earlier run, which has ended: the caller holds the Lease.
  await removePod(cluster, path, undefined, task);
  const whole = copyPod({ ...pod, name, volume: pvcVolume(pvc) });
  const [container] = whole.spec?.containers ?? [];
  if (container === undefined) throw new Error('a pod without a container');
  const command = [
    '/bin/sh',
    '-ec',
    scripts[what],
    copyContainer,
    ...[folder, aside].map(each => `${volumeFolder}/${each}`),
  ];
  await cluster.create(pathOf(resources.pod, pod.namespace), {
    ...whole,
    spec: { ...whole.spec, containers: [{ ...container, command }] },
  });
  let there: Pod | undefined;
  const fault = (how: string) =>
    new UserError(
      `the pod that should ${what} the files of ${pvc} ${how}: ${reasonIn(there)}`,
      'see its events with kubectl describe, then run the same command again to resume',
    );
  const look = async () => {
    there = await cluster.get<Pod>(path);
    const phase = there?.status?.phase;
    if (phase === 'Failed' && !task.signal.aborted) throw fault('failed');
    return phase === 'Succeeded' ? true : undefined;
  };
  await poll(task, look, () => fault('did not finish'));
  await removePod(cluster, path, undefined, task);
}
