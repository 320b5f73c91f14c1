import { ClusterError } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  adoptedAnnotation,
  disposableLabel,
  expiresAnnotation,
  handedOn,
  liveLabel,
  policyName,
  runLabel,
} from './manifests.ts';

/** The namespace of a drill, cleared away: by the drill itself, or by whoever comes by when its time is over. */

export interface Scratch {
  readonly name: string;
  readonly run: string;
  /** Of the namespace that was made: another of the same name is not ours. */
  readonly uid: string;
}

export const networkPolicy: Resource = {
  ...resources.configMap,
  group: 'networking.k8s.io',
  plural: 'networkpolicies',
  kind: 'NetworkPolicy',
};

/** What a restore puts there, in the order in which it is cleared away: what starts pods before the pods. */
const contents: readonly Resource[] = [
  resources.cronJob,
  resources.deployment,
  resources.statefulSet,
  resources.daemonSet,
  resources.job,
  resources.replicaSet,
  resources.pod,
  resources.service,
  { ...resources.configMap, plural: 'persistentvolumeclaims', kind: 'PersistentVolumeClaim' },
  resources.secret,
];

/** `Kind/name` of something that a restore may have put there; undefined of an empty one. */
export async function firstIn(cluster: Cluster, name: string): Promise<string | undefined> {
  for (const resource of contents) {
    const { items } = await cluster.list<KubeObject>(pathOf(resource, name), { limit: '1' });
    if (items.length > 0) return `${resource.kind}/${items[0]?.metadata?.name}`;
  }
  return undefined;
}

/** That somebody is clearing it away, and since when. */
const clearedAnnotation = 'dr-drill/clearing';

/**
 * Clears the namespace of a drill away; one that was there before stays, empty and without a policy of ours. What is not of this run
 * any more, or is gone, is left alone.
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
    // Of exactly that version: whoever took it meanwhile keeps it.
    return cluster.remove(path, uid, resourceVersion);
  // Before anything in it goes, and only of that version, too.
  const taken = await cluster.patch<KubeObject>(path, 'merge', {
    metadata: {
      resourceVersion,
      annotations: { [clearedAnnotation]: new Date(cluster.now()).toISOString() },
    },
  });
  for (const resource of contents)
    await cluster.call('DELETE', pathOf(resource, name), { propagationPolicy: 'Background' });
  await cluster.remove(pathOf(networkPolicy, name, policyName), undefined);
  for (const each of handedOn) await cluster.remove(pathOf(resources.configMap, name, each), undefined);
  const gone = { [expiresAnnotation]: null, [adoptedAnnotation]: null, [clearedAnnotation]: null };
  await cluster.patch(path, 'merge', {
    metadata: {
      resourceVersion: taken.metadata?.resourceVersion,
      labels: { [runLabel]: null },
      annotations: gone,
    },
  });
}

/** What was cleared away, and what was left, with why. */
export type Swept = Readonly<Record<'cleared' | 'left', readonly string[]>>;

/**
 * Clears away the namespaces of drills that ran out: with our label, of a run, and with an end that is over. What says no end is left.
 * @throws UserError when the namespaces may not be listed.
 */
export async function sweepScratch(cluster: Cluster): Promise<Swept> {
  const { items } = await cluster.list<KubeObject>('/api/v1/namespaces', {
    labelSelector: `${disposableLabel}=true,${runLabel}`,
  });
  const cleared: string[] = [];
  const left: string[] = [];
  for (const namespace of items) {
    const name = namespace.metadata?.name ?? '';
    const { annotations, deletionTimestamp } = namespace.metadata ?? {};
    if (deletionTimestamp !== undefined) continue;
    if (!isLeftover(namespace, cluster.now())) {
      const expires = annotations?.[expiresAnnotation];
      left.push(`${name}: ${expires === undefined ? 'it says no end' : `until ${expires}`}`);
      continue;
    }
    try {
      await clear(cluster, namespace);
      cleared.push(name);
    } catch (error) {
      if (!(error instanceof ClusterError || error instanceof UserError)) throw error;
      left.push(`${name}: ${error.message}`);
    }
  }
  return { cleared, left };
}

/**
 * Clears the namespace of a drill away when it ran out.
 * @returns whether there was something to clear.
 */
export async function clearExpired(cluster: Cluster, name: string): Promise<boolean> {
  const there = await cluster.get(pathOf(resources.namespace, '', name));
  if (there === undefined || !isLeftover(there, cluster.now())) return false;
  await clear(cluster, there);
  return true;
}

/** Where something lives, nothing may be lost, whatever else is said of it. Pure. */
export const isDisposable = (labels: Readonly<Record<string, string>>): boolean =>
  labels[disposableLabel] === 'true' && labels[liveLabel] !== 'true';

/** Whether it is of a drill whose time is over, and nobody is removing it. Pure. */
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
