import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { removePod } from '../pod-removal.ts';
import { type CopyPod, copyContainer, copyPod, volumeFolder } from '../postgres/copy-pod.ts';

/** Moves the files of a database aside within their volume, and back: with one short-lived pod per PVC, in parallel. */

export interface FilesRestoreTask {
  readonly cluster: Cluster;
  /** The template of the pods; each mounts its PVC. */
  readonly pod: Omit<CopyPod, 'volume' | 'place'>;
  readonly pvcs: readonly string[];
  readonly folder: string;
  /** Name of the folder with the original files. */
  readonly aside: string;
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
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
  await untilEnded(task, path, `the pod that should ${what} the files of ${pvc}`);
  await removePod(cluster, path, undefined, task);
}

async function untilEnded(
  { cluster, patience, signal, sleep }: FilesRestoreTask,
  path: string,
  what: string,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const { status } = (await cluster.get<Pod>(path)) ?? {};
    if (status?.phase === 'Succeeded') return;
    if (signal.aborted) throw cancelled();
    if (status?.phase === 'Failed' || performance.now() >= end) {
      const { terminated, waiting } = status?.containerStatuses?.[0]?.state ?? {};
      const why = terminated?.message ?? terminated?.reason ?? waiting?.message ?? waiting?.reason;
      throw new UserError(
        `${what} ${status?.phase === 'Failed' ? 'failed' : 'did not finish'}: ${why ?? status?.conditions?.find(each => each.status === 'False')?.message ?? 'no reason given'}`,
        'see its events with kubectl describe, then run the same command again to resume',
      );
    }
    await sleep(500);
  }
}
