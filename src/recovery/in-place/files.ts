import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { removePod } from '../pod-removal.ts';
import { type CopyPod, copyContainer, copyPod, volumeFolder } from '../postgres/copy-pod.ts';

/** Moves the files of a database aside in their own volume, and back: one short pod for each PVC, all at once. */

export interface FilesTask {
  readonly cluster: Cluster;
  /** Of the pods that it makes, whose volume is the PVC. */
  readonly pod: Omit<CopyPod, 'volume' | 'place'>;
  readonly pvcs: readonly string[];
  readonly folder: string;
  /** Of the folder that holds what was there. */
  readonly aside: string;
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
}

/**
 * Constant: paths come as arguments, first that of the files, then that which holds what was there. Done again each changes nothing.
 * - What was moved already is not moved over; what somebody made in its place meanwhile is kept, too.
 * - What is restored goes only where something is kept.
 */
const scripts = {
  'move aside':
    'if ! [ -e "$2" ]; then if [ -e "$1" ]; then mv -- "$1" "$2"; else mkdir -p -- "$2"; fi; elif [ -e "$1" ]; then mv -- "$1" "$2.found-$(date +%s)"; fi',
  clear: '[ -e "$2" ]; rm -rf -- "$1" "$1.ready" "$1.again"',
  'move back': 'if [ -e "$2" ]; then rm -rf -- "$1" "$1.ready" "$1.again"; mv -- "$2" "$1"; fi',
  remove: 'rm -rf -- "$2"',
} as const;

/** @throws UserError when one of the pods does not do it. */
export async function moveFiles(task: FilesTask, what: keyof typeof scripts): Promise<void> {
  await Promise.all(task.pvcs.map((pvc, index) => moveIn(task, what, pvc, index)));
}

export const pvcVolume = (pvc: string): CopyPod['volume'] => ({
  name: 'slipway-data',
  persistentVolumeClaim: { claimName: pvc },
});

async function moveIn(
  task: FilesTask,
  what: keyof typeof scripts,
  pvc: string,
  index: number,
): Promise<void> {
  const { cluster, pod, folder, aside } = task;
  const name = `${pod.name}-files-${index}`;
  const path = pathOf(resources.pod, pod.namespace, name);
  // Of a run before, which is over: whoever calls this holds the lease.
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
  { cluster, patience, signal, sleep }: FilesTask,
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
        `${what} ${status?.phase === 'Failed' ? 'failed' : 'does not end'}: ${why ?? status?.conditions?.find(each => each.status === 'False')?.message ?? 'nobody says why'}`,
        'see its events with kubectl describe, and run the same again: it goes on',
      );
    }
    await sleep(500);
  }
}
