import type { Exported } from './portable.ts';

/** In which order objects are made: nothing before what it needs. */

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
  // Others, such as those of add-ons, come here: a workload may need them.
  [],
  ['PodDisruptionBudget'],
  ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Pod', 'Job', 'CronJob'],
  // Else they would count workloads that are not there yet, or lead there.
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

/** Sorted so that what is made later needs only what is before it; the same objects always come in the same order. Pure. */
export function inOrder(objects: readonly Exported[]): Exported[] {
  return objects.toSorted((a, b) => rank(a) - rank(b) || compare(keyOf(a), keyOf(b)));
}

/** By what an object is known: `apps/Deployment shop/web`. The version does not count, for a cluster may prefer another one. */
export function keyOf(object: Exported): string {
  const { name, namespace } = object.metadata;
  return `${kindOf(object)} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** `apps/Deployment`, or `ConfigMap` for the core group. */
export function kindOf({ apiVersion, kind }: Pick<Exported, 'apiVersion' | 'kind'>): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
