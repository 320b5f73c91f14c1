import { setTimeout as sleep } from 'node:timers/promises';
import type { Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Isolation } from '../guard/facts.ts';
import type { ScratchPlan } from './manifests.ts';
import { isClosed } from './namespace.ts';
import { judgeProbes, type ProbePlan, probePod, textOf } from './probe.ts';

export interface ProveOptions {
  /** Names of nodes, one probe each; none: one, wherever it is scheduled. */
  readonly nodes: readonly string[];
  /** For all probes together; ms. Default: 90 s. */
  readonly patience?: number;
}

/**
 * Proves from within that the namespace of a drill reaches nothing that it must not, by a pod on each node. Whatever goes wrong with
 * that is no error, but not known. The pods are removed.
 */
export async function proveIsolation(
  cluster: Cluster,
  scratch: ScratchPlan,
  plan: ProbePlan,
  { nodes, patience = 90_000 }: ProveOptions,
): Promise<Isolation> {
  const ends = performance.now() + patience;
  const places: readonly (string | undefined)[] = nodes.length === 0 ? [undefined] : nodes;
  const messages = await Promise.all(
    places.map(node => probeOnce(cluster, scratch, plan, node, ends).catch(() => undefined)),
  );
  // Afterwards: what opens a way while the probes run is seen.
  return judgeProbes(plan, await isClosed(cluster, scratch), messages);
}

/** The message of its end; undefined when it had none. It is tried once: what a second one does not reach, the first may have. */
async function probeOnce(
  cluster: Cluster,
  { name, run }: ScratchPlan,
  plan: ProbePlan,
  node: string | undefined,
  ends: number,
): Promise<string | undefined> {
  const made = await cluster.create<Pod>(pathOf(resources.pod, name), probePod(plan, name, run, node));
  const path = pathOf(resources.pod, name, made.metadata?.name ?? '');
  try {
    while (performance.now() < ends) {
      const pod = await cluster.get<Pod>(path);
      const phase = pod?.status?.phase;
      if (pod === undefined || phase === 'Failed') return undefined;
      if (phase === 'Succeeded') return pod.status?.containerStatuses?.[0]?.state?.terminated?.message;
      await sleep(500);
    }
    return undefined;
  } finally {
    await cluster.remove(path, made.metadata?.uid).catch(() => undefined);
  }
}

/**
 * Where what is restored may be put: nodes that take pods.
 * @throws UserError without the right to list nodes.
 */
export async function nodesFor(cluster: Cluster): Promise<string[]> {
  interface Node {
    metadata?: { name?: string; labels?: Record<string, string> };
    spec?: { unschedulable?: boolean };
    status?: { conditions?: { type: string; status: string }[] };
  }
  const { items } = await cluster.list<Node>(pathOf(resources.node, ''));
  return items
    .filter(
      ({ spec, status }) =>
        spec?.unschedulable !== true &&
        status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true,
    )
    .flatMap(({ metadata }) => metadata?.labels?.['kubernetes.io/hostname'] ?? []);
}

/**
 * Where every pod is told that the API server is: there for certain. Not a bait when the application needs it.
 * @returns undefined when nobody says where it is.
 */
export async function apiServerOf(cluster: Cluster): Promise<{ host: string; port: number } | undefined> {
  const service = await cluster
    .get<{ spec?: { clusterIP?: string; ports?: { port: number }[] } }>(
      pathOf(resources.service, 'default', 'kubernetes'),
    )
    .catch(() => undefined);
  const { clusterIP, ports } = service?.spec ?? {};
  const port = ports?.[0]?.port;
  return clusterIP === undefined || port === undefined ? undefined : { host: clusterIP, port };
}

/** Whether a bait is a way that was asked for. */
export const isWay = (bait: { host: string; port: number }, ways: ScratchPlan['ways']) =>
  ways.some(({ cidr, port }) => textOf({ host: cidr.split('/')[0] ?? '', port }) === textOf(bait));
