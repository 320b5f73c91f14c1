import { ifNotAllowed } from '../../cluster/errors.ts';
import type { KubeObject, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { pathTo, type Ref, type Workload } from '../../workloads/kinds.ts';
import { isReady } from '../../workloads/pods.ts';
import { podExec } from '../exec.ts';
import type { LevelCheck } from '../levels.ts';
import { reasonIn } from '../pod-start.ts';
import { type Polling, poll } from '../polling.ts';
import { rowsOf } from '../postgres/sql.ts';
import { listPods } from '../workload-pods.ts';
import type { RestoreProgress } from './progress.ts';

/** Stops the pods of a database, and starts them again on the restored files. */

export interface RunningWorkload extends Polling {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly ref: Ref;
  readonly container: string | undefined;
  /** Its name in PostgreSQL. */
  readonly database: string;
  /** Objects in which the HA manager, such as Patroni, keeps the leader. They do not match the restored database. */
  readonly leaderObjects: readonly LeaderObject[];
  report(line: string): void;
}

/** An object of the namespace, by kind and name. */
interface LeaderObject {
  readonly kind: 'ConfigMap' | 'Endpoints' | 'Lease';
  readonly name: string;
}

/** Reads the workload. @throws UserError if there is none. */
export async function workloadOf({ cluster, namespace, ref }: RunningWorkload): Promise<Workload> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload !== undefined) return workload;
  throw new UserError(
    `there is no ${ref.kind}/${ref.name} in ${namespace}`,
    'restore into a namespace if the workload is lost: an in-place restore needs it',
  );
}

/**
 * Checks, before any pod is stopped, that the files of every member can be moved; otherwise the restore would fail with the database down.
 * What may not be read counts as good.
 * @param left the restore before, if there was one.
 * @throws UserError for a PVC that is not bound, or a pod without a ready node.
 */
export async function requireMovable(
  task: RunningWorkload,
  workload: Workload,
  pvcs: readonly string[],
  left: RestoreProgress | undefined,
): Promise<void> {
  const { cluster, namespace, ref } = task;
  const fault = (problem: string) =>
    new UserError(
      `${ref.kind}/${ref.name} cannot be restored in place: ${problem}, so the files there cannot be moved`,
      `repair the volume or the node; ${otherwise(left)}`,
    );
  for (const pvc of pvcs) {
    const path = pathOf(resources.pvc, namespace, pvc);
    const isBound = async () => (await cluster.get<PhasedObject>(path))?.status?.phase === 'Bound';
    if (!(await isBound().catch(ifNotAllowed(true)))) throw fault(`the PVC ${pvc} is not bound`);
  }
  // It is stopped already: the restore waits for the rest of its pods, and puts everything back if they stay.
  if (workload.spec?.replicas === 0) return;
  for (const pod of await listPods(cluster, namespace, workload)) {
    const { metadata, spec } = pod;
    const node = spec?.nodeName ?? '';
    // That may be why the restored database does not come up.
    if (node === '' && left?.step === 'starting') continue;
    if (node === '') throw fault(`the pod ${metadata?.name} has no node (${reasonIn(pod)})`);
    const isUp = async () =>
      isReady((await cluster.get<PhasedObject>(pathOf(resources.node, '', node))) ?? {});
    if (!(await isUp().catch(ifNotAllowed(true))))
      throw fault(`the node ${node} of the pod ${metadata?.name} is not ready`);
  }
}

/** Returns the rest of the remedy. After a restore it deletes no PVC. Pure. */
function otherwise(left: RestoreProgress | undefined): string {
  if (left === undefined)
    return 'if it is lost, delete the PVC and the pod (`kubectl delete pod --force`), so that Kubernetes creates that member anew, or restore into another namespace';
  if (left.step === 'stopping')
    return 'to end the restore that an earlier run began, restore with `target: before`';
  return 'keep the PVC, which may have the only original files, or restore into another namespace';
}

type PhasedObject = KubeObject & Pick<Pod, 'status'>;

/** Waits until the controller has removed all pods. Those of a lost node stay until Kubernetes knows that it is lost. */
export async function untilStopped(task: RunningWorkload, workload: Workload): Promise<void> {
  const remedy =
    'check that its node is up and that nothing else scales the workload, then run the same command again';
  await until(task, remedy, async () => {
    const [still] = await listPods(task.cluster, task.namespace, workload);
    return still && `still has the pod ${still.metadata?.name}`;
  });
}

/**
 * Checks that the workload has not been started since it was stopped.
 * @param aside the folder with the original files.
 * @throws UserError if it has: it may have written into incomplete files.
 */
export async function requireStopped(
  task: RunningWorkload,
  workload: Workload,
  aside: string,
): Promise<void> {
  const { cluster, namespace, ref } = task;
  const live = await cluster.get<Workload>(pathTo(namespace, ref));
  if ((live?.spec?.replicas ?? 0) > 0)
    throw new UserError(
      `${ref.kind}/${ref.name} was scaled up during its in-place restore; the original files are in ${aside} of each volume`,
      'pause the controller that scales it, scale it to 0 and run the same command again, which discards the writes since then',
    );
  await untilStopped(task, workload);
}

/**
 * Starts the first member alone, because a member without files might initialize a new database. Before that, deletes the objects with
 * the HA manager's leader. Resolves when the member accepts writes and the workload is scaled up.
 */
export async function startFirst(task: RunningWorkload, workload: Workload, replicas: number): Promise<void> {
  const { cluster, namespace, ref, report } = task;
  const live = await cluster.get<Workload>(pathTo(namespace, ref));
  // An earlier run may have started it already.
  if ((live?.spec?.replicas ?? 0) === 0) {
    await untilStopped(task, workload);
    for (const { kind, name } of task.leaderObjects) {
      const path = pathOf(leaderKinds[kind], namespace, name);
      const there = await cluster.get<{ metadata?: { uid?: string } }>(path);
      if (there !== undefined) await cluster.remove(path, there.metadata?.uid);
    }
    report(`starting ${ref.kind}/${ref.name}`);
    await scale(task, 1);
  }
  await untilPrimary(task, workload);
  if ((live?.spec?.replicas ?? 0) < replicas) await scale(task, replicas);
}

/** Starts all members at once, on their original files. An earlier run may have started them, and a person scaled them up since. */
export async function restart(task: RunningWorkload, replicas: number): Promise<void> {
  task.report(`starting ${task.ref.kind}/${task.ref.name}`);
  const { spec } = await workloadOf(task);
  if ((spec?.replicas ?? 1) < replicas) await scale(task, replicas);
}

const scale = ({ cluster, namespace, ref }: RunningWorkload, replicas: number) =>
  cluster.patch(pathTo(namespace, ref), 'merge', { spec: { replicas } });

const leaderKinds = {
  ConfigMap: resources.configMap,
  Endpoints: { ...resources.configMap, plural: 'endpoints', kind: 'Endpoints' },
  Lease: resources.lease,
};

const recoveryQuery = `select json_build_object('writes', not pg_is_in_recovery());`;

const seeLog = 'see its log, then run the same command again to resume';

/** Waits until a member accepts writes; readiness is not enough, because a standby without a primary is ready, too. */
async function untilPrimary(task: RunningWorkload, workload: Workload): Promise<void> {
  const { cluster, namespace, container, database, signal } = task;
  await until(task, seeLog, async () => {
    for (const { metadata, status } of await listPods(task.cluster, task.namespace, workload)) {
      if (status?.phase !== 'Running') continue;
      const exec = podExec({ namespace, pod: metadata?.name ?? '', container }, cluster.reach);
      const [state] = await rowsOf(exec, { database }, recoveryQuery, signal).catch(() => []);
      if (state?.writes === true) return undefined;
    }
    return 'does not accept writes';
  });
}

/** Waits for the other members, which clone the first one like any new standby. The restored database is live meanwhile. */
export async function untilReady(task: RunningWorkload, replicas: number): Promise<LevelCheck> {
  const { cluster, namespace, ref } = task;
  const levelCheck = { level: 'L2', what: `members of ${ref.name}` } as const;
  try {
    await until(task, seeLog, async () => {
      const { status } = (await cluster.get<Workload>(pathTo(namespace, ref))) ?? {};
      return (status?.readyReplicas ?? 0) >= replicas ? undefined : `does not have ${replicas} ready pods`;
    });
    return { ...levelCheck, state: 'passed', sentence: `${counted(replicas, 'pod')} ready` };
  } catch (error) {
    if (!(error instanceof UserError) || task.signal.aborted) throw error;
    return { ...levelCheck, state: 'failed', sentence: `the database is live, but ${error.message}` };
  }
}

/** @param lacks returns the unmet condition as a predicate, such as `does not accept writes`; undefined when it is met. */
async function until(
  task: RunningWorkload,
  remedy: string,
  lacks: () => Promise<string | undefined>,
): Promise<void> {
  const { ref, patience } = task;
  let fault: string | undefined;
  const look = async () => {
    fault = await lacks();
    return fault === undefined ? true : undefined;
  };
  const late = () =>
    new UserError(`${ref.kind}/${ref.name} ${fault} after ${Math.round(patience / 1000)} s`, remedy);
  await poll(task, look, late);
}
