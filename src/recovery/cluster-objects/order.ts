import type { Exported } from './portable.ts';

/** Orders objects so that each is applied after the objects that it needs. */

const stages: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['StorageClass', 'IngressClass', 'GatewayClass', 'PriorityClass', 'RuntimeClass', 'PersistentVolume'],
  ['ServiceAccount', 'ClusterRole', 'Role'],
  ['ClusterRoleBinding', 'RoleBinding'],
  ['NetworkPolicy', 'ResourceQuota', 'LimitRange'],
  ['ConfigMap', 'Secret'],
  ['PersistentVolumeClaim'],
  ['Service'],
  // All other kinds, such as those of add-ons: a workload may need them.
  [],
  ['PodDisruptionBudget'],
  ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Pod', 'Job', 'CronJob'],
  // Last: these scale workloads, or route traffic to them.
  [
    'HorizontalPodAutoscaler',
    'Ingress',
    'Gateway',
    'HTTPRoute',
    'GRPCRoute',
    'TCPRoute',
    'TLSRoute',
    'UDPRoute',
  ],
];

const others = stages.findIndex(kinds => kinds.length === 0);
const stageOf = new Map(stages.flatMap((kinds, stage) => kinds.map(kind => [kind, stage])));

const rank = ({ kind }: Exported) => stageOf.get(kind) ?? others;

/** Sorts objects so that each needs only earlier ones; equal sets of objects get equal orders. Pure. */
export function inOrder(objects: readonly Exported[]): Exported[] {
  return objects.toSorted((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}

/** Returns what identifies an object: `apps/Deployment shop/web`. Without the version, because another cluster may prefer another one. */
export function keyOf(object: Exported): string {
  const { name, namespace } = object.metadata;
  return `${kindOf(object)} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Returns group and kind: `apps/Deployment`, or `ConfigMap` for the core group. */
export function kindOf({ apiVersion, kind }: Pick<Exported, 'apiVersion' | 'kind'>): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

export const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
