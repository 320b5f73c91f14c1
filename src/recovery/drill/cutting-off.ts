import { isIP } from 'node:net';
import { ClusterError, MissingRight } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf } from '../../cluster/resources.ts';
import { labels } from '../../release/workloads/naming.ts';
import { UserError } from '../../toolkit/errors.ts';
import { networkPolicy } from '../scratch/clearing.ts';
import type { Way } from '../scratch/manifests.ts';
import { runAnnotation } from './client-pod.ts';

/**
 * Cuts the pods of a database off from some addresses, by a NetworkPolicy that lets them reach everything else. Policies only ever add up
 * to what is allowed, so it does nothing where another one already says what they may reach, and would open more than that one.
 */

export interface Cut {
  /** Which pods: a label selector as objects have it. */
  readonly selector: object;
  readonly ways: readonly Way[];
}

export const cutName = 'slipway-drill-far';

/**
 * @param apart namespaces that have a pod at one of these addresses: theirs are not let through as pods. Pure.
 * @throws {UserError} for nothing to cut off.
 */
export function cutPolicy(
  namespace: string,
  run: string,
  { selector, ways }: Cut,
  apart: readonly string[] = [],
): KubeObject {
  if (ways.length === 0)
    throw new UserError(
      'nothing in slipway.yml says where the far repository is',
      'add `drills.far.at`, or `drills.inject.far` with `run` and `fix`',
    );
  const networks = [...new Set(ways.map(({ cidr }) => cidr))];
  const of = (family: 4 | 6) => networks.filter(each => isIP(each.split('/')[0] ?? '') === family);
  const all = (cidr: string, except: string[]) => ({
    ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) },
  });
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
        // Other pods first: to some networks an address is nothing that a pod has.
        { to: [{ namespaceSelector: allBut(apart) }] },
        { to: [all('0.0.0.0/0', of(4)), all('::/0', of(6))] },
        ...networks.map(cidr => ({
          to: [{ ipBlock: { cidr } }],
          ports: otherPorts(ways.filter(each => each.cidr === cidr).map(({ port }) => port)),
        })),
      ],
    },
  };
  return policy as unknown as KubeObject;
}

const allBut = (namespaces: readonly string[]) =>
  namespaces.length === 0
    ? {}
    : {
        matchExpressions: [
          { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [...namespaces] },
        ],
      };

/** All but these of TCP, and all of UDP. Pure. */
function otherPorts(closed: readonly number[]) {
  const ports = [...new Set(closed)].sort((a, b) => a - b);
  const begins = [1, ...ports.map(port => port + 1)];
  const ranges = begins.map((port, index) => ({ port, endPort: (ports[index] ?? 65_536) - 1 }));
  return [
    ...ranges.filter(({ port, endPort }) => port <= endPort).map(each => ({ protocol: 'TCP', ...each })),
    { protocol: 'UDP', port: 1, endPort: 65_535 },
  ];
}

/** @throws {UserError} when another policy says what pods of the namespace may reach: then ours would cut nothing off. */
export async function demandNoOther(cluster: Cluster, namespace: string): Promise<void> {
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
    `the NetworkPolicy ${other.metadata?.name} in ${namespace} already says what pods may reach, so another one can cut nothing off`,
    'add `drills.inject.far` with a command that does it and one that takes it back',
  );
}

export async function cutOff(
  cluster: Cluster,
  namespace: string,
  run: string,
  cut: Cut | undefined,
): Promise<void> {
  const { ways } = cut ?? { ways: [] };
  const policy = cutPolicy(namespace, run, cut ?? { selector: {}, ways }, await namespacesAt(cluster, ways));
  await demandNoOther(cluster, namespace);
  try {
    await cluster.create(pathOf(networkPolicy, namespace), policy);
  } catch (error) {
    // One that an earlier drill has left does the same.
    if (!(error instanceof ClusterError && error.isConflict)) throw error;
  }
}

/** A pod in the network of its machine has the address of that. Nothing where nobody may ask. */
async function namespacesAt(cluster: Cluster, ways: Cut['ways']): Promise<string[]> {
  const found = await Promise.all(
    ways.map(async ({ cidr }) => {
      const query = { fieldSelector: `status.podIP=${cidr.split('/')[0]}` };
      const pods = await cluster.list<KubeObject>('/api/v1/pods', query).catch((error: unknown) => {
        if (error instanceof MissingRight) return { items: [] };
        throw error;
      });
      return pods.items.flatMap(({ metadata }) => metadata?.namespace ?? []);
    }),
  );
  return [...new Set(found.flat())].sort();
}

/** Does no harm where nothing is cut off. */
export async function letThrough(cluster: Cluster, namespace: string): Promise<void> {
  const path = pathOf(networkPolicy, namespace, cutName);
  const there = await cluster.get<KubeObject>(path);
  if (there?.metadata?.annotations?.[runAnnotation] === undefined) return;
  await cluster.remove(path, there.metadata.uid);
}
