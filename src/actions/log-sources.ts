import { execIn } from '../cluster/exec.ts';
import type { Pod } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources, withQuery } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import type { ArrivalParts, LogSource, WrittenLine } from '../logs/arrival.ts';
import { describe } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import { pathTo, templateOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { isLiving, isReady, selectorOf } from '../workloads/pods.ts';
import { workersOf } from '../workloads/workers.ts';

/** The containers whose logs must be in the store: the main one of one pod of each workload on each node, because each node has its own shipper. */
export async function logSourcesOf(
  cluster: Cluster,
  environment: Environment,
): Promise<{ sources: LogSource[]; absent: string[] }> {
  const { namespace, workload } = environment;
  const sources: LogSource[] = [];
  const absent: string[] = [];
  for (const ref of [workload, ...workersOf(environment)]) {
    const live = await cluster.get<Workload>(pathTo(namespace, ref));
    // The pods of a CronJob come and go.
    const labelSelector = ref.kind === 'CronJob' ? '' : selectorOf(live);
    const { items } =
      labelSelector === ''
        ? { items: [] }
        : await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector });
    const running = items.filter(pod => isLiving(pod) && isReady(pod));
    const byNode = new Map(running.map(pod => [pod.spec?.nodeName ?? '', pod]));
    if (byNode.size === 0 && live?.spec?.replicas !== 0) absent.push(titleOf(ref));
    for (const [node, { metadata, spec }] of byNode)
      sources.push({
        workload: titleOf(ref),
        node,
        pod: metadata?.name ?? '',
        container:
          metadata?.annotations?.['kubectl.kubernetes.io/default-container'] ??
          // Not of the pod: a sidecar that was injected may be its first.
          templateOf(live)?.spec?.containers?.[0]?.name ??
          spec?.containers?.[0]?.name ??
          '',
      });
  }
  return { sources, absent };
}

/** Returns when the workload was created, in ms since 1970; undefined if the cluster does not say. */
export async function createdAt(
  cluster: Cluster,
  { namespace, workload }: Environment,
): Promise<number | undefined> {
  const live = await cluster.get<Workload>(pathTo(namespace, workload)).catch(() => undefined);
  const at = Date.parse(live?.metadata?.creationTimestamp ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Returns how to read the last lines of a container from its node; it needs `get` on `pods/log`. */
export const tailFrom =
  (cluster: Cluster, namespace: string): ArrivalParts['tail'] =>
  async ({ pod, container }) => {
    const path = withQuery(`${pathOf(resources.pod, namespace, pod)}/log`, {
      container,
      timestamps: 'true',
      tailLines: '20',
      sinceSeconds: '600',
      limitBytes: '262144',
    });
    try {
      const { status, body } = await cluster.fetch(path, AbortSignal.timeout(15_000));
      if (status !== 200) return { ok: false, detail: `its log cannot be read (${status})` };
      return { ok: true, value: body.split('\n').flatMap(lineIn) };
    } catch (error) {
      return { ok: false, detail: `its log cannot be read: ${printable((error as Error).message)}` };
    }
  };

function lineIn(text: string): WrittenLine[] {
  const space = text.indexOf(' ');
  const at = Date.parse(text.slice(0, space));
  return Number.isNaN(at) ? [] : [{ at, text: text.slice(space + 1) }];
}

/**
 * Returns how to write a line to the log of a container, as its PID 1 would; it needs `create` on `pods/exec`, and a shell in the
 * image.
 */
export const writeWith =
  (cluster: Cluster, namespace: string): NonNullable<ArrivalParts['write']> =>
  async ({ pod, container }, line) => {
    try {
      const { code, stderr } = await execIn(
        { namespace, pod, container },
        ['sh', '-c', 'printf "%s\\n" "$1" > /proc/1/fd/1', 'sh', line],
        { reach: cluster.reach, signal: AbortSignal.timeout(30_000) },
      );
      return code === 0 ? undefined : `a line cannot be written: ${printable(stderr).slice(0, 200)}`;
    } catch (error) {
      return printable(describe(error)).slice(0, 300);
    }
  };
