import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { pathTo, type Ref, type Workload } from '../../release/workloads/kinds.ts';
import { selectorOf } from '../../release/workloads/pods.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { podExec } from '../exec.ts';
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
export async function untilStopped(
  { cluster, namespace, ref, patience, signal, sleep }: Running,
  workload: Workload,
) {
  const end = performance.now() + patience;
  for (;;) {
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
      labelSelector: selectorOf(workload),
    });
    if (items.length === 0) return;
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end)
      throw new UserError(
        `${items[0]?.metadata?.name} of ${ref.kind}/${ref.name} does not end`,
        'see whether its node is there and whether somebody else scales it; then run the same again',
      );
    await sleep(500);
  }
}

/** The first one alone: others that have no files yet might begin a database of their own. */
export async function start(task: Running, workload: Workload, replicas: number): Promise<void> {
  const { cluster, namespace, ref, report } = task;
  for (const { kind, name } of task.forget) {
    const path = pathOf(forgettable[kind], namespace, name);
    const there = await cluster.get<{ metadata?: { uid?: string } }>(path);
    if (there !== undefined) await cluster.remove(path, there.metadata?.uid);
  }
  report(`starting ${ref.kind}/${ref.name}`);
  const scale = (count: number) =>
    cluster.patch(pathTo(namespace, ref), 'merge', { spec: { replicas: count } });
  await scale(1);
  await untilPrimary(task, workload);
  await scale(replicas);
  await untilReady(task, replicas);
}

const forgettable = {
  ConfigMap: resources.configMap,
  Endpoints: { ...resources.configMap, plural: 'endpoints', kind: 'Endpoints' },
  Lease: resources.lease,
};

const recoveryQuery = `select json_build_object('writes', not pg_is_in_recovery());`;

/** One that takes writes: a standby of nobody is ready, too. */
async function untilPrimary(task: Running, workload: Workload): Promise<void> {
  const { cluster, namespace, container, database, signal } = task;
  await until(task, 'does not take writes', async () => {
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
      labelSelector: selectorOf(workload),
    });
    for (const { metadata, status } of items) {
      if (status?.phase !== 'Running') continue;
      const exec = podExec({ namespace, pod: metadata?.name ?? '', container }, cluster.reach);
      const [state] = await rowsOf(exec, { database }, recoveryQuery, signal).catch(() => []);
      if (state?.writes === true) return true;
    }
    return false;
  });
}

async function untilReady(task: Running, replicas: number): Promise<void> {
  const { cluster, namespace, ref } = task;
  await until(task, `has not ${replicas} ready pods`, async () => {
    const { status } = (await cluster.get<Workload>(pathTo(namespace, ref))) ?? {};
    return (status?.readyReplicas ?? 0) >= replicas;
  });
}

async function until(
  { ref, patience, signal, sleep }: Running,
  fault: string,
  done: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await done())) {
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end)
      throw new UserError(
        `${ref.kind}/${ref.name} ${fault} after ${Math.round(patience / 1000)} s`,
        'see its log; run the same again to go on, or with `to: before` to have back what was there',
      );
    await sleep(1000);
  }
}
