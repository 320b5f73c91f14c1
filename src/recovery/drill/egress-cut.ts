import { isIP } from 'node:net';
import { ifNotAllowed, isConflict } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { labels } from '../../workloads/naming.ts';
import { networkPolicy } from '../scratch/clearing.ts';
import type { NetworkDestination } from '../scratch/manifests.ts';
import { runAnnotation } from './client-pod.ts';

/**
 * Cuts the pods of a database off from some addresses, with a NetworkPolicy that allows all other egress. Policies add up, so where
 * another one already restricts the egress of the pods, this one has no effect, and even allows more.
 */

export interface EgressCut {
  /** Label selector of the pods, as in Kubernetes objects. */
  readonly selector: object;
  readonly destinations: readonly NetworkDestination[];
}

export const cutName = 'slipway-drill-off-site';

/**
 * Builds the policy. Pure.
 * @param apart namespaces with a pod at one of the addresses; their pods are not allowed by selector.
 * @throws {UserError} if there is no address to cut off.
 */
export function cutPolicy(
  namespace: string,
  run: string,
  { selector, destinations }: EgressCut,
  apart: readonly string[] = [],
): KubeObject {
  if (destinations.length === 0)
    throw new UserError(
      'slipway.yml does not name the address of the off-site repository',
      'add `drills.off-site.addresses`, or `drills.inject.off-site` with `run` and `fix`',
    );
  const networks = [...new Set(destinations.map(({ cidr }) => cidr))];
  const of = (family: 4 | 6) => networks.filter(each => isIP(each.split('/')[0] ?? '') === family);
  const all = (cidr: string, except: string[]) => ({
    ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) },
  });
  const elsewhere = { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: apart };
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: cutName,
      namespace,
      labels: { [labels.kind]: 'drill-cut' },
      annotations: { [runAnnotation]: run },
    },
    spec: {
      podSelector: selector,
      policyTypes: ['Egress'],
      egress: [
        // Pods are allowed by selector, because some network plugins do not apply an ipBlock to pods.
        { to: [{ namespaceSelector: apart.length === 0 ? {} : { matchExpressions: [elsewhere] } }] },
        { to: [all('0.0.0.0/0', of(4)), all('::/0', of(6))] },
        ...networks.map(cidr => ({
          to: [{ ipBlock: { cidr } }],
          ports: otherPorts(destinations.filter(each => each.cidr === cidr).map(({ port }) => port)),
        })),
      ],
    },
  };
  return policy as unknown as KubeObject;
}

/** Returns all TCP ports except these, and all UDP ports. Pure. */
function otherPorts(closed: readonly number[]) {
  const ports = [...new Set(closed)].sort((a, b) => a - b);
  const begins = [1, ...ports.map(port => port + 1)];
  const ranges = begins.map((port, index) => ({ port, endPort: (ports[index] ?? 65_536) - 1 }));
  return [
    ...ranges.filter(({ port, endPort }) => port <= endPort).map(each => ({ protocol: 'TCP', ...each })),
    { protocol: 'UDP', port: 1, endPort: 65_535 },
  ];
}

/** @throws {UserError} if another policy restricts egress in the namespace: then ours would cut nothing off. */
export async function requireNoEgressPolicy(cluster: Cluster, namespace: string): Promise<void> {
  interface Policy extends KubeObject {
    spec?: { policyTypes?: string[]; egress?: unknown[] };
  }
  const { items } = await cluster.list<Policy>(pathOf(networkPolicy, namespace));
  const other = items.find(
    ({ metadata, spec }) =>
      metadata?.name !== cutName && (spec?.policyTypes?.includes('Egress') ?? spec?.egress !== undefined),
  );
  if (other === undefined) return;
  throw new UserError(
    `the NetworkPolicy ${other.metadata?.name} in ${namespace} already restricts egress, so another one cannot cut anything off`,
    'add `drills.inject.off-site` with a command that cuts the repository off, and one that restores access',
  );
}

export async function cutOff(
  cluster: Cluster,
  namespace: string,
  run: string,
  cut: EgressCut = { selector: {}, destinations: [] },
): Promise<void> {
  const policy = cutPolicy(namespace, run, cut, await namespacesAt(cluster, cut.destinations));
  await requireNoEgressPolicy(cluster, namespace);
  try {
    await cluster.create(pathOf(networkPolicy, namespace), policy);
  } catch (error) {
    // A policy that an earlier drill left has the same effect.
    if (!isConflict(error)) throw error;
  }
}

/** Returns the namespaces with pods at these addresses, such as pods in the host network. Empty without the permission to list pods. */
async function namespacesAt(cluster: Cluster, destinations: EgressCut['destinations']): Promise<string[]> {
  const found = await Promise.all(
    destinations.map(async ({ cidr }) => {
      const query = { fieldSelector: `status.podIP=${cidr.split('/')[0]}` };
      const pods = await cluster
        .list<KubeObject>('/api/v1/pods', query)
        .catch(ifNotAllowed({ items: [] as KubeObject[] }));
      return pods.items.flatMap(({ metadata }) => metadata?.namespace ?? []);
    }),
  );
  return [...new Set(found.flat())].sort();
}

/** Restores access; does nothing if nothing is cut off. */
export async function restoreAccess(cluster: Cluster, namespace: string): Promise<void> {
  const path = pathOf(networkPolicy, namespace, cutName);
  const there = await cluster.get<KubeObject>(path);
  if (there?.metadata?.annotations?.[runAnnotation] === undefined) return;
  await cluster.remove(path, there.metadata.uid);
}
