import { fieldManager } from '../../cluster/apply.ts';
import { ifNotAllowed } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import {
  adoptedAnnotation,
  disposableLabel,
  expiresAnnotation,
  handedOver,
  liveLabel,
  policyName,
  runLabel,
} from './manifests.ts';

/** Cleans up the namespace of a drill: at the end of the drill, or in any run once the namespace has expired. */

export interface Scratch {
  readonly name: string;
  readonly run: string;
  /** UID of the created namespace: another one with the same name is not ours. */
  readonly uid: string;
}

export const networkPolicy: Resource = {
  ...resources.configMap,
  group: 'networking.k8s.io',
  plural: 'networkpolicies',
  kind: 'NetworkPolicy',
};

/** The kinds that a restore creates and that are deleted whole, in that order: controllers before pods. */
const contents: readonly Resource[] = [
  resources.cronJob,
  resources.deployment,
  resources.statefulSet,
  resources.daemonSet,
  resources.job,
  resources.replicaSet,
  resources.pod,
  resources.service,
  resources.pvc,
  resources.secret,
];

const policy = { ...resources.configMap, group: 'policy' };
const rbac = { ...resources.configMap, group: 'rbac.authorization.k8s.io' };

/** More kinds that a restore creates. Others have such objects in an empty namespace, too, by which the drill has its permissions. */
const shared: readonly Resource[] = [
  resources.configMap,
  resources.horizontalPodAutoscaler,
  { ...policy, plural: 'poddisruptionbudgets', kind: 'PodDisruptionBudget' },
  resources.resourceQuota,
  { ...resources.configMap, plural: 'limitranges', kind: 'LimitRange' },
  { ...rbac, plural: 'rolebindings', kind: 'RoleBinding' },
  { ...rbac, plural: 'roles', kind: 'Role' },
  resources.serviceAccount,
];

/** Returns the objects of a kind that Slipway wrote. */
async function ownIn(cluster: Cluster, resource: Resource, name: string): Promise<KubeObject[]> {
  // A restore needs the permission to list each kind that it creates.
  const none = { items: [] as KubeObject[] };
  const { items } = await cluster.list<KubeObject>(pathOf(resource, name)).catch(ifNotAllowed(none));
  return items.filter(({ metadata }) =>
    metadata?.managedFields?.some(({ manager }) => manager === fieldManager),
  );
}

/** Returns `Kind/name` of an object that a restore may have created; undefined if the namespace is empty. */
export async function firstObjectIn(cluster: Cluster, name: string): Promise<string | undefined> {
  for (const resource of contents) {
    const { items } = await cluster.list<KubeObject>(pathOf(resource, name), { limit: '1' });
    if (items.length > 0) return `${resource.kind}/${items[0]?.metadata?.name}`;
  }
  for (const resource of shared) {
    const [first] = await ownIn(cluster, resource, name);
    if (first !== undefined) return `${resource.kind}/${first.metadata?.name}`;
  }
  return undefined;
}

/** Marks a namespace that is being cleaned up, with the time at which that began. */
const clearedAnnotation = 'slipway.dev/drill-clearing';

/**
 * Cleans up the namespace of a drill. A namespace that existed before the drill stays, without our policy and what was restored. One that
 * is gone, or belongs to another run, is left alone.
 */
export async function removeScratch(cluster: Cluster, { name, run, uid }: Scratch): Promise<void> {
  const path = pathOf(resources.namespace, '', name);
  const there = await cluster.get(path);
  if (there?.metadata?.uid !== uid || there.metadata.labels?.[runLabel] !== run) return;
  await clear(cluster, there);
}

export async function clear(cluster: Cluster, namespace: KubeObject): Promise<void> {
  const { name = '', uid, resourceVersion, annotations } = namespace.metadata ?? {};
  const path = pathOf(resources.namespace, '', name);
  if (annotations?.[adoptedAnnotation] !== 'true')
    // Only at the version that was read: a run that took the namespace since then keeps it.
    return cluster.remove(path, uid, resourceVersion);
  // Before anything in it is deleted, and only at the version that was read.
  const taken = await cluster.patch<KubeObject>(path, 'merge', {
    metadata: {
      resourceVersion,
      annotations: { [clearedAnnotation]: new Date(cluster.now()).toISOString() },
    },
  });
  for (const resource of contents)
    await cluster.call('DELETE', pathOf(resource, name), { propagationPolicy: 'Background' });
  for (const resource of shared)
    for (const { metadata } of await ownIn(cluster, resource, name))
      await cluster.remove(pathOf(resource, name, metadata?.name), metadata?.uid);
  await cluster.remove(pathOf(networkPolicy, name, policyName), undefined);
  for (const each of handedOver) await cluster.remove(pathOf(resources.configMap, name, each), undefined);
  const gone = { [expiresAnnotation]: null, [adoptedAnnotation]: null, [clearedAnnotation]: null };
  await cluster.patch(path, 'merge', {
    metadata: {
      resourceVersion: taken.metadata?.resourceVersion,
      labels: { [runLabel]: null },
      annotations: gone,
    },
  });
}

/**
 * Cleans up the namespace of a drill if it has expired.
 * @returns whether it had expired.
 */
export async function clearExpired(cluster: Cluster, name: string): Promise<boolean> {
  const there = await cluster.get(pathOf(resources.namespace, '', name));
  if (there === undefined || !isLeftover(there, cluster.now())) return false;
  await clear(cluster, there);
  return true;
}

/** Returns whether everything in a namespace may be lost; the label of a live system rules that out. Pure. */
export const isDisposable = (labels: Readonly<Record<string, string>>): boolean =>
  labels[disposableLabel] === 'true' && labels[liveLabel] !== 'true';

/** Returns whether it is the namespace of an expired drill and not being deleted yet. Pure. */
export function isLeftover({ metadata }: KubeObject, now: number): boolean {
  const { labels = {}, annotations = {}, deletionTimestamp } = metadata ?? {};
  return (
    isDisposable(labels) &&
    labels[runLabel] !== undefined &&
    deletionTimestamp === undefined &&
    isExpired(annotations[expiresAnnotation], now)
  );
}

export function isExpired(expires: string | undefined, now: number): boolean {
  const at = Date.parse(expires ?? '');
  return !Number.isNaN(at) && at < now;
}
