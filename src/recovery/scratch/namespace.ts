import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Known, LateFacts } from '../guard/facts.ts';
import {
  adoptedAnnotation,
  allowedLabel,
  expiresAnnotation,
  handedOn,
  isolationPolicy,
  policyName,
  runLabel,
  type ScratchPlan,
  scratchNamespace,
} from './manifests.ts';

/** The namespace that a drill restores into: made, closed, and cleared away. */

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

/**
 * Makes the namespace, closed before anything is in it. One that is there is taken only when it is labelled for drills, is of this
 * run, of none, or of one that ran out, and is empty unless it is of this run.
 * @throws UserError for one that is not; then nothing was written.
 */
export async function openScratch(cluster: Cluster, plan: ScratchPlan): Promise<Scratch> {
  const { name, run } = plan;
  // Before the first write: what cannot be a policy makes no namespace.
  const policy = isolationPolicy(plan);
  const wanted = scratchNamespace(plan, cluster.now());
  const there = await withoutLeftover(cluster, name, run);
  const namespace =
    there === undefined
      ? await cluster.create<KubeObject>('/api/v1/namespaces', wanted)
      : await adopt(cluster, there, wanted);
  const uid = namespace.metadata?.uid;
  if (uid === undefined) throw new Error(`the namespace ${name} was made without a uid`);
  const scratch = { name, run, uid };
  try {
    await closeOff(cluster, name, policy);
  } catch (error) {
    // It would be removed when its time is over, if that fails too.
    await removeScratch(cluster, scratch).catch(() => undefined);
    throw error;
  }
  return scratch;
}

/** A look each half second, so many times. */
const looks = 240;

/**
 * The namespace as it is there. What a drill that was killed has left in it is cleared away first, when its time is over: else no drill
 * could begin there any more, for nobody else comes by.
 */
async function withoutLeftover(cluster: Cluster, name: string, run: string): Promise<KubeObject | undefined> {
  const path = pathOf(resources.namespace, '', name);
  let there = await cluster.get(path);
  if (there === undefined || !isLeftover(there, run, cluster.now())) return there;
  await clear(cluster, there);
  for (let turn = 0; turn < looks; turn += 1) {
    there = await cluster.get(path);
    const isGoing = there?.metadata?.deletionTimestamp !== undefined;
    if (there === undefined || (!isGoing && (await firstIn(cluster, name)) === undefined)) return there;
    await sleep(500);
  }
  return there;
}

/** Pure. */
function isLeftover({ metadata }: KubeObject, run: string, now: number): boolean {
  const { labels = {}, annotations = {}, deletionTimestamp } = metadata ?? {};
  const other = labels[runLabel];
  return (
    labels[allowedLabel] === 'true' &&
    other !== undefined &&
    other !== run &&
    deletionTimestamp === undefined &&
    isExpired(annotations[expiresAnnotation], now)
  );
}

async function adopt(
  cluster: Cluster,
  there: KubeObject,
  wanted: ReturnType<typeof scratchNamespace>,
): Promise<KubeObject> {
  const { name } = wanted.metadata;
  const ours = there.metadata?.labels?.[runLabel] === wanted.metadata.labels[runLabel];
  const reason = whyNotOurs(there, wanted.metadata.labels[runLabel] ?? '', cluster.now());
  if (reason !== undefined) throw new UserError(...reason);
  if (!ours) await mustBeEmpty(cluster, name);
  const { metadata } = there;
  // With its resourceVersion: of two drills that want it, one gets it.
  return cluster.replace(pathOf(resources.namespace, '', name), {
    ...there,
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, ...wanted.metadata.labels },
      annotations: {
        ...metadata?.annotations,
        ...wanted.metadata.annotations,
        // One that a drill made and left goes as that one would have gone.
        ...(metadata?.labels?.[runLabel] === undefined ? { [adoptedAnnotation]: 'true' } : {}),
      },
    },
  });
}

/** Why a namespace that is there may not be taken, and what to do; undefined when it may. Pure. */
export function whyNotOurs(
  { metadata }: KubeObject,
  run: string,
  now: number,
): [problem: string, remedy: string] | undefined {
  const name = metadata?.name ?? '';
  const [labels, annotations] = [metadata?.labels ?? {}, metadata?.annotations ?? {}];
  if (labels[allowedLabel] !== 'true')
    return [
      `the namespace ${name} is there, and does not say that drills are allowed in it`,
      `choose another name, or label it ${allowedLabel}=true when all in it may be lost`,
    ];
  if (metadata?.deletionTimestamp !== undefined)
    return [`the namespace ${name} is being removed`, 'run the drill when it is gone'];
  const other = labels[runLabel];
  if (other === undefined || other === run || isExpired(annotations[expiresAnnotation], now))
    return undefined;
  return [
    `the namespace ${name} is of the drill ${other}`,
    'wait for that one, or clear away what is left of it',
  ];
}

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

async function mustBeEmpty(cluster: Cluster, name: string): Promise<void> {
  const first = await firstIn(cluster, name);
  if (first !== undefined)
    throw new UserError(
      `the namespace ${name} holds ${first}, and a drill restores into an empty one`,
      'clear it, or choose another name',
    );
}

/** `Kind/name` of something that a restore may have put there; undefined of an empty one. */
async function firstIn(cluster: Cluster, name: string): Promise<string | undefined> {
  for (const resource of contents) {
    const { items } = await cluster.list<KubeObject>(pathOf(resource, name), { limit: '1' });
    if (items.length > 0) return `${resource.kind}/${items[0]?.metadata?.name}`;
  }
  return undefined;
}

/** What else opens a way is a finding of the guard, and not for us to remove. */
async function closeOff(cluster: Cluster, name: string, policy: object): Promise<void> {
  // Forced: whatever somebody changed in it is ours again.
  await cluster.patch(pathOf(networkPolicy, name, policyName), 'apply', policy, { force: 'true' });
}

/** What the guard asks of the namespace. */
export async function namespaceFacts(cluster: Cluster, name: string): Promise<LateFacts['namespace']> {
  const there = await cluster.get(pathOf(resources.namespace, '', name)).catch(() => undefined);
  if (there === undefined) return { name, labelled: 'unknown', run: undefined, expires: undefined };
  const { labels = {}, annotations = {} } = there.metadata ?? {};
  const expires = Date.parse(annotations[expiresAnnotation] ?? '');
  return {
    name,
    labelled: labels[allowedLabel] === 'true' ? 'yes' : 'no',
    run: labels[runLabel],
    expires: Number.isNaN(expires) ? undefined : expires,
  };
}

/** Whether the one policy there is the one that we wrote: policies add up, and a second one may open what ours closes. */
export async function isClosed(cluster: Cluster, plan: ScratchPlan): Promise<Known> {
  try {
    const { items } = await cluster.list<KubeObject>(pathOf(networkPolicy, plan.name));
    const [only, ...others] = items;
    if (only === undefined || others.length > 0 || only.metadata?.name !== policyName) return 'no';
    return canonical(only.spec) === canonical(isolationPolicy(plan).spec) ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}

/** The same text for the same content, in whatever order a server gives its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

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

async function clear(cluster: Cluster, namespace: KubeObject): Promise<void> {
  const { name = '', uid, resourceVersion } = namespace.metadata ?? {};
  const path = pathOf(resources.namespace, '', name);
  if (namespace.metadata?.annotations?.[adoptedAnnotation] !== 'true')
    // Of exactly that version: whoever took it meanwhile keeps it.
    return cluster.remove(path, uid, resourceVersion);
  for (const resource of contents)
    await cluster.call('DELETE', pathOf(resource, name), { propagationPolicy: 'Background' });
  await cluster.remove(pathOf(networkPolicy, name, policyName), undefined);
  for (const each of handedOn) await cluster.remove(pathOf(resources.configMap, name, each), undefined);
  const gone = { [expiresAnnotation]: null, [adoptedAnnotation]: null };
  await cluster.patch(path, 'merge', {
    metadata: { resourceVersion, labels: { [runLabel]: null }, annotations: gone },
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
    labelSelector: `${allowedLabel}=true,${runLabel}`,
  });
  const cleared: string[] = [];
  const left: string[] = [];
  for (const namespace of items) {
    const name = namespace.metadata?.name ?? '';
    const expires = namespace.metadata?.annotations?.[expiresAnnotation];
    if (namespace.metadata?.deletionTimestamp !== undefined) continue;
    if (!isExpired(expires, cluster.now())) {
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
  const { labels, annotations, deletionTimestamp } = there?.metadata ?? {};
  if (there === undefined || deletionTimestamp !== undefined) return false;
  if (labels?.[allowedLabel] !== 'true' || labels[runLabel] === undefined) return false;
  if (!isExpired(annotations?.[expiresAnnotation], cluster.now())) return false;
  await clear(cluster, there);
  return true;
}

function isExpired(expires: string | undefined, now: number): boolean {
  const at = Date.parse(expires ?? '');
  return !Number.isNaN(at) && at < now;
}
