import { randomUUID } from 'node:crypto';
import { execInteractive, type InteractiveExec } from '../../cluster/exec.ts';
import type { KubeObject, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import { sha256Of } from '../checksum.ts';
import { type Exec, podExec } from '../exec.ts';
import { waitUntilRunning } from '../pod-start.ts';
import { type BackupPodSpec, backupPodManifest, isBackupPod } from './backup-pod.ts';

/** Starts and removes backup pods. */

interface BackupPodRequest extends Omit<BackupPodSpec, 'node' | 'hostname'> {
  /** How long the pod may take to start; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
}

export interface RunningBackupPod {
  readonly exec: Exec;
  /** Starts a command with streamed input and output. */
  converse(command: readonly string[]): InteractiveExec;
  remove(): Promise<void>;
}

/**
 * Returns the pod's name: the same in every run, so that the next run finds the pod of a killed one. A restore and a backup have different
 * leases and may run at once, so they have different names.
 */
export function backupPodName({ pvc, writes }: { readonly pvc: string; readonly writes: boolean }): string {
  const prefix = writes ? 'slipway-restore' : 'slipway-files';
  return `${prefix}-${/^[a-z0-9-]{1,45}$/.test(pvc) ? pvc : sha256Of(pvc).slice(0, 20)}`;
}

/**
 * Returns the host name of a pod that runs restic. restic takes a lock from an equal host name for that of a dead process, so each namespace
 * of each cluster needs its own. The pod that replaces one of a killed run gets the same, and may remove its lock.
 */
export async function resticHost(
  cluster: Pick<Cluster, 'get'>,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<string> {
  const found = await cluster
    .get<KubeObject>(pathOf(resources.namespace, '', namespace))
    .catch(() => undefined);
  // Without the permission to read the namespace, the lock of a killed run stays until restic ignores it, after 30 minutes.
  return `slipway-${sha256Of(`${found?.metadata?.uid ?? randomUUID()}/${name}`).slice(0, 20)}`;
}

/**
 * Starts a backup pod. The caller holds the lease of a backup or a restore, so an existing pod of that name belongs to a dead run and is
 * removed.
 * @throws {UserError} when another run uses the PVC, or the pod does not start in time.
 */
export async function startBackupPod(cluster: Cluster, request: BackupPodRequest): Promise<RunningBackupPod> {
  const { namespace, name, pvc } = request;
  const path = pathOf(resources.pod, namespace);
  const { items } = await cluster.list<Pod>(path);
  const left = items.find(({ metadata }) => metadata?.name === name);
  if (left !== undefined) await removed(cluster, `${path}/${name}`, left.metadata?.uid, request);
  const others = items.filter(each => each !== left);
  if (pvc !== undefined) requireUnused(others, pvc);
  const node = pvc === undefined ? undefined : nodeOf(others, pvc);
  const hostname = await resticHost(cluster, request);
  const made = await cluster.create<Pod>(
    path,
    backupPodManifest({ ...request, hostname, ...defined({ node }) }),
  );
  const remove = () => cluster.remove(`${path}/${name}`, made.metadata?.uid);
  try {
    await waitUntilRunning(cluster, `${path}/${name}`, request);
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
  }
  const place = { namespace, pod: name };
  return {
    exec: podExec(place, cluster.reach),
    converse: command => execInteractive(place, command, { reach: cluster.reach }),
    remove,
  };
}

/** Returns the name of the backup pod for a database outside of the cluster. */
export const dumperName = (name: string): string => `slipway-dump-${name}`;

/** Refuses to restore what is being backed up, and to back up what is being restored. */
function requireUnused(pods: readonly Pod[], pvc: string): void {
  const other = using(pods, pvc).find(({ metadata }) => isBackupPod(metadata?.labels))?.metadata;
  if (other === undefined) return;
  throw new UserError(
    `the PVC ${pvc} is in use by ${other.name}, the pod of another backup or restore`,
    `wait until that has ended; if it was killed, remove the pod with \`kubectl -n ${other.namespace} delete pod ${other.name}\``,
  );
}

/** Returns the pods that mount a PVC and have not ended. */
const using = (pods: readonly Pod[], pvc: string) =>
  pods.filter(
    ({ spec, status }) =>
      status?.phase !== 'Succeeded' &&
      status?.phase !== 'Failed' &&
      spec?.volumes?.some(each => each.persistentVolumeClaim?.claimName === pvc) === true,
  );

/** Returns the node that mounts a PVC; a ReadWriteOnce PVC can be mounted only there. Pure. */
export function nodeOf(pods: readonly Pod[], pvc: string): string | undefined {
  return using(pods, pvc)
    .map(({ spec }) => spec?.nodeName)
    .find(node => node !== undefined && node !== '');
}

async function removed(
  cluster: Cluster,
  path: string,
  uid: string | undefined,
  { patience, sleep }: BackupPodRequest,
): Promise<void> {
  await cluster.remove(path, uid);
  const end = performance.now() + patience;
  while ((await cluster.get<Pod>(path))?.metadata?.uid === uid && performance.now() < end) await sleep(250);
}
