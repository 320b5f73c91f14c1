import { BlockList, isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../../cluster/errors.ts';
import type { EndpointSlice, Node, Pod, Service } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { retry } from '../../toolkit/retry.ts';
import { isReady } from '../../workloads/pods.ts';
import type { Isolation } from '../guard/facts.ts';
import type { ScratchPlan } from './manifests.ts';
import { isClosed } from './namespace.ts';
import { type Address, judgeProbes, type ProbePlan, probePod } from './probe.ts';

interface ProveOptions {
  /** Names of nodes, one probe each; if empty, one probe on any node. */
  readonly nodes: readonly string[];
  /** Timeout of all probes together; ms. Default: 90 s. */
  readonly patience?: number;
}

/**
 * Proves with a pod on each node that no forbidden address can be reached from the namespace of a drill. A failed probe is not an error, but
 * leaves the result unknown. The pods are removed.
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
  // Afterwards, to see policies that were added while the probes ran.
  return judgeProbes(plan, await isClosed(cluster, scratch), messages);
}

/** Returns the termination message; undefined without one. Never retried: a second probe may miss what the first one reached. */
async function probeOnce(
  cluster: Cluster,
  { name, run }: ScratchPlan,
  plan: ProbePlan,
  node: string | undefined,
  ends: number,
): Promise<string | undefined> {
  const made = await createPod(cluster, name, probePod(plan, name, run, node), ends);
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

/** Creates a pod; retries while a new namespace has no ServiceAccount yet. */
function createPod(cluster: Cluster, namespace: string, pod: object, ends: number): Promise<Pod> {
  const early = (error: unknown) =>
    error instanceof ClusterError && /serviceaccount ".*" not found/.test(error.message);
  return retry({ within: ends - performance.now(), temporary: early, delay: () => 200 }, () =>
    cluster.create<Pod>(pathOf(resources.pod, namespace), pod),
  );
}

/**
 * Returns the nodes on which restored pods may be scheduled.
 * @throws UserError without the permission to list nodes.
 */
export async function nodesFor(cluster: Cluster): Promise<string[]> {
  const { items } = await cluster.list<Node>(pathOf(resources.node, ''));
  return items
    .filter(node => node.spec?.unschedulable !== true && isReady(node))
    .flatMap(({ metadata }) => metadata?.labels?.['kubernetes.io/hostname'] ?? []);
}

/**
 * Returns the address of the API server in every pod, as a negative control: it certainly exists.
 * @returns undefined if the address is unknown, or is allowed because the restored workloads need it.
 */
export async function apiServerControl(
  cluster: Cluster,
  egress: ScratchPlan['egress'],
): Promise<Address | undefined> {
  const [service, slices] = await Promise.all([
    cluster.get<Service>(pathOf(resources.service, 'default', 'kubernetes')),
    cluster.list<EndpointSlice>(pathOf(resources.endpointSlice, 'default'), {
      labelSelector: 'kubernetes.io/service-name=kubernetes',
    }),
  ]).catch(() => [undefined, undefined]);
  const { clusterIP: host, ports } = service?.spec ?? {};
  const port = ports?.[0]?.port;
  if (host === undefined || port === undefined || slices === undefined) return undefined;
  // A policy applies to the endpoints behind a Service, but some network plugins apply it to the Service's address.
  const behind = slices.items.flatMap(({ endpoints = [], ports: open = [] }) =>
    endpoints.flatMap(({ addresses }) =>
      addresses.flatMap(address => open.map(each => ({ host: address, port: each.port ?? 0 }))),
    ),
  );
  return [{ host, port }, ...behind].some(place => isAllowed(egress, place)) ? undefined : { host, port };
}

/** Returns whether an address is allowed. Pure. */
export function isAllowed(egress: ScratchPlan['egress'], { host, port }: Address): boolean {
  const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return egress.some(destination => {
    const [network = '', bits = ''] = destination.cidr.split('/');
    const list = new BlockList();
    list.addSubnet(network, Number(bits), family(network));
    return destination.port === port && list.check(host, family(host));
  });
}
