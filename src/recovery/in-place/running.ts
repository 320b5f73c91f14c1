import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { pathTo, type Ref, type Workload } from '../../release/workloads/kinds.ts';
import { selectorOf } from '../../release/workloads/pods.ts';
import { counted } from '../../toolkit/count.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { podExec } from '../exec.ts';
import type { Rung } from '../ladder.ts';
import { rowsOf } from '../postgres/sql.ts';

/** The pods of a database: ended, and started again upon what was restored. */

export interface Running {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly ref: Ref;
  readonly container: string | undefined;
  /** Its name in PostgreSQL. */
  readonly database: string;
  /** Objects in which whoever watches over the database keeps who leads: of what was, and wrong of what is restored. */
  readonly forget: readonly KeptIn[];
  /** How long pods may take to end, and to start; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/** By its kind and name, of the namespace. */
export interface KeptIn {
  readonly kind: 'ConfigMap' | 'Endpoints' | 'Lease';
  readonly name: string;
}

/** By the controller itself: a pod of a machine that is gone ends when that is known. */
export async function untilStopped(task: Running, workload: Workload): Promise<void> {
  const remedy = 'see whether its node is there and whether somebody else scales it; then run the same again';
  await until(task, remedy, async () => {
    const [still] = await podsOf(task, workload);
    return still && `still has the pod ${still.metadata?.name}`;
  });
}

const podsOf = async ({ cluster, namespace }: Running, workload: Workload): Promise<readonly Pod[]> =>
  (await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector: selectorOf(workload) })).items;

/**
 * That nobody has started it since it was stopped.
 * @param aside the folder with what was there.
 * @throws UserError when somebody has: it may have written into files that are under way.
 */
export async function demandStopped(task: Running, workload: Workload, aside: string): Promise<void> {
  const { cluster, namespace, ref } = task;
  const live = await cluster.get<Workload>(pathTo(namespace, ref));
  if ((live?.spec?.replicas ?? 0) > 0)
    throw new UserError(
      `somebody has scaled ${ref.kind}/${ref.name} while it is being restored over; what was there is in ${aside} of each volume`,
      'pause whoever scales it, scale it to 0 and run the same again: what was written since is lost then',
    );
  await untilStopped(task, workload);
}

/**
 * The first one alone: others that have no files yet might begin a database of their own. Whatever those who watch over it knew of what was
 * is forgotten before. Ends when it takes writes, and the others are told to come.
 */
export async function startFirst(task: Running, workload: Workload, replicas: number): Promise<void> {
  const { cluster, namespace, ref, report } = task;
  const live = await cluster.get<Workload>(pathTo(namespace, ref));
  // By a run before it may be up already.
  if ((live?.spec?.replicas ?? 0) === 0) {
    await untilStopped(task, workload);
    for (const { kind, name } of task.forget) {
      const path = pathOf(forgettable[kind], namespace, name);
      const there = await cluster.get<{ metadata?: { uid?: string } }>(path);
      if (there !== undefined) await cluster.remove(path, there.metadata?.uid);
    }
    report(`starting ${ref.kind}/${ref.name}`);
    await scale(task, 1);
  }
  await untilPrimary(task, workload);
  if ((live?.spec?.replicas ?? 0) < replicas) await scale(task, replicas);
}

/** All of them at once, with the files that they had. */
export async function restart(task: Running, replicas: number): Promise<void> {
  task.report(`starting ${task.ref.kind}/${task.ref.name}`);
  await scale(task, replicas);
}

const scale = ({ cluster, namespace, ref }: Running, replicas: number) =>
  cluster.patch(pathTo(namespace, ref), 'merge', { spec: { replicas } });

const forgettable = {
  ConfigMap: resources.configMap,
  Endpoints: { ...resources.configMap, plural: 'endpoints', kind: 'Endpoints' },
  Lease: resources.lease,
};

const recoveryQuery = `select json_build_object('writes', not pg_is_in_recovery());`;

const seeLog = 'see its log; then run the same again, which goes on';

/** One that takes writes: a standby of nobody is ready, too. */
async function untilPrimary(task: Running, workload: Workload): Promise<void> {
  const { cluster, namespace, container, database, signal } = task;
  await until(task, seeLog, async () => {
    for (const { metadata, status } of await podsOf(task, workload)) {
      if (status?.phase !== 'Running') continue;
      const exec = podExec({ namespace, pod: metadata?.name ?? '', container }, cluster.reach);
      const [state] = await rowsOf(exec, { database }, recoveryQuery, signal).catch(() => []);
      if (state?.writes === true) return undefined;
    }
    return 'does not take writes';
  });
}

/** The others get their files from the first one, which takes as long as for any new standby: what was restored serves meanwhile. */
export async function untilReady(task: Running, replicas: number): Promise<Rung> {
  const { cluster, namespace, ref } = task;
  const rung = { level: 'L2', what: `members of ${ref.name}` } as const;
  try {
    await until(task, seeLog, async () => {
      const { status } = (await cluster.get<Workload>(pathTo(namespace, ref))) ?? {};
      return (status?.readyReplicas ?? 0) >= replicas ? undefined : `has not ${replicas} ready pods`;
    });
    return { ...rung, state: 'passed', sentence: `${counted(replicas, 'pod')} ready` };
  } catch (error) {
    if (!(error instanceof UserError) || task.signal.aborted) throw error;
    return { ...rung, state: 'failed', sentence: `it serves, but ${error.message}` };
  }
}

/** @param lacks what it does not do yet, in words; undefined when it does. */
async function until(
  { ref, patience, signal, sleep }: Running,
  remedy: string,
  lacks: () => Promise<string | undefined>,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const fault = await lacks();
    if (fault === undefined) return;
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end)
      throw new UserError(`${ref.kind}/${ref.name} ${fault} after ${Math.round(patience / 1000)} s`, remedy);
    await sleep(500);
  }
}
