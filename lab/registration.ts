import type { Api } from './api.ts';
import { ADDRESS, PAUSE_IMAGE } from './lab.ts';
import { until } from './progress.ts';

/** A Kubernetes object and the API path that it is applied to. */
export type Placed = readonly [path: string, object: object];

const RBAC = 'rbac.authorization.k8s.io';
const RBAC_PATH = `/apis/${RBAC}/v1`;

/** Name of a Service's only port, by which endpoints refer to it. */
const PORT_NAME = 'main';

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export const READ = ['get', 'list', 'watch'] as const;

/** Grants permissions in the whole cluster to the user `lab-<identity>`. */
export function rights(identity: string, rules: readonly Rule[]): Placed[] {
  const name = `lab-${identity}`;
  return [
    [
      `${RBAC_PATH}/clusterroles/${name}`,
      { apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
    ],
    clusterRole(identity, name),
  ];
}

/** Binds an existing ClusterRole to the user `lab-<identity>`. */
export function clusterRole(identity: string, role: string): Placed {
  const name = `lab-${identity}`;
  const binding = role === name ? name : `${name}-${role.replaceAll(':', '-')}`;
  return [
    `${RBAC_PATH}/clusterrolebindings/${binding}`,
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: binding },
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
      subjects: [{ apiGroup: RBAC, kind: 'User', name }],
    },
  ];
}

/** Binds an existing Role in its namespace to the user `lab-<identity>`. */
export function namespacedRole(identity: string, namespace: string, role: string): Placed {
  const name = `lab-${identity}`;
  return [
    `${RBAC_PATH}/namespaces/${namespace}/rolebindings/${name}`,
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: role },
      subjects: [{ apiGroup: RBAC, kind: 'User', name }],
    },
  ];
}

export function namespaceOf(name: string): Placed {
  return [`/api/v1/namespaces/${name}`, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }];
}

/** Returns a Service for a program outside of the cluster. It has no selector; its only endpoint is the lab's address. */
export function outsideService(namespace: string, name: string, port: number, target: number): Placed[] {
  return [service(namespace, name, port, target), endpointOf(namespace, name, target)];
}

/** Like outsideService, but also reachable at the lab's address and port, like a cloud load balancer. */
export function loadBalancer(namespace: string, name: string, port: number, target: number): Placed[] {
  const [path, object] = service(namespace, name, port, target, {
    type: 'LoadBalancer',
    allocateLoadBalancerNodePorts: false,
  });
  return [
    [path, object],
    [`${path}/status`, { ...object, status: { loadBalancer: { ingress: [{ ip: ADDRESS }] } } }],
    endpointOf(namespace, name, target),
  ];
}

function endpointOf(namespace: string, name: string, target: number): Placed {
  return [
    `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices/${name}`,
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [ADDRESS], conditions: { ready: true } }],
      ports: [{ name: PORT_NAME, protocol: 'TCP', port: target }],
    },
  ];
}

/**
 * Like outsideService, but also reachable through the API server's proxy. The proxy connects only to endpoints that refer to a pod in the
 * namespace, so this also returns a pod, which is never scheduled.
 */
export function proxiedService(namespace: string, name: string, port: number): Placed[] {
  const pod = `/api/v1/namespaces/${namespace}/pods/${name}`;
  const head = { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace } };
  return [
    service(namespace, name, port, port),
    [
      pod,
      {
        ...head,
        spec: {
          schedulerName: 'none',
          automountServiceAccountToken: false,
          containers: [{ name: 'beside-the-cluster', image: PAUSE_IMAGE }],
        },
      },
    ],
    [`${pod}/status`, { ...head, status: { phase: 'Running', podIP: ADDRESS, podIPs: [{ ip: ADDRESS }] } }],
    [
      `/api/v1/namespaces/${namespace}/endpoints/${name}`,
      {
        apiVersion: 'v1',
        kind: 'Endpoints',
        metadata: { name, namespace },
        subsets: [
          {
            addresses: [{ ip: ADDRESS, targetRef: { kind: 'Pod', namespace, name } }],
            ports: [{ name: PORT_NAME, protocol: 'TCP', port }],
          },
        ],
      },
    ],
  ];
}

function service(namespace: string, name: string, port: number, target: number, spec: object = {}): Placed {
  return [
    `/api/v1/namespaces/${namespace}/services/${name}`,
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { ...spec, ports: [{ name: PORT_NAME, protocol: 'TCP', port, targetPort: target }] },
    },
  ];
}

/** Applies objects in order, with retries: an object needs its namespace, and a pod the ServiceAccount that a controller creates. */
export async function applyAll(api: Api, objects: readonly Placed[]): Promise<void> {
  for (const [path, object] of objects) {
    const apply = () => api.apply(path, JSON.stringify(object)).then(() => true);
    await until(`${path} is applied`, apply, { within: 30_000 });
  }
}
