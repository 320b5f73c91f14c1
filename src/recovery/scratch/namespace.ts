import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Known, LateFacts } from '../guard/facts.ts';
import {
  clear,
  firstIn,
  isDisposable,
  isExpired,
  isLeftover,
  networkPolicy,
  removeScratch,
  type Scratch,
} from './clearing.ts';
import {
  adoptedAnnotation,
  disposableLabel,
  expiresAnnotation,
  formerLabel,
  isolationPolicy,
  liveLabel,
  policyName,
  runLabel,
  type ScratchPlan,
  scratchNamespace,
} from './manifests.ts';

/** The namespace that a drill restores into: made, closed, and cleared away. */

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
    // What an earlier job of this run has restored is closed since then. It would be removed when its time is over, if that fails too.
    if (there?.metadata?.labels?.[runLabel] !== run)
      await removeScratch(cluster, scratch).catch(() => undefined);
    throw error;
  }
  return scratch;
}

/** A look each half second, so many times. */
const looks = 240;

/**
 * The namespace as it is there. What a drill that was killed has left in it is cleared away first, when its time is over: else no drill
 * could begin there any more, for nobody else comes by. One of drills that is going is waited for.
 */
async function withoutLeftover(cluster: Cluster, name: string, run: string): Promise<KubeObject | undefined> {
  const path = pathOf(resources.namespace, '', name);
  let there = await cluster.get(path);
  if (there === undefined) return there;
  const ours = there.metadata?.labels?.[runLabel] === run;
  if (!ours && isLeftover(there, cluster.now())) await clear(cluster, there);
  else if (!isGoing(there)) return there;
  for (let turn = 0; turn < looks; turn += 1) {
    there = await cluster.get(path);
    if (there === undefined || (!isGoing(there) && (await firstIn(cluster, name)) === undefined))
      return there;
    await sleep(500);
  }
  return there;
}

const isGoing = ({ metadata }: KubeObject): boolean =>
  metadata?.deletionTimestamp !== undefined && isDisposable(metadata.labels ?? {});

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
  const wrong = notDisposable(name, labels);
  if (wrong !== undefined) return wrong;
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

/** Why a namespace may not be cleared by drills, and what to do; undefined when it may. Pure. */
export function notDisposable(
  name: string,
  labels: Readonly<Record<string, string>>,
): [problem: string, remedy: string] | undefined {
  if (isDisposable(labels)) return undefined;
  if (labels[liveLabel] === 'true')
    return [
      `the namespace ${name} has the label ${liveLabel}: a system lives in it, and a drill would clear it`,
      'choose another namespace for what drills restore',
    ];
  return [
    `the namespace ${name} does not have the label ${disposableLabel}=true, which says that everything in it may be lost`,
    withFormer(
      `choose another name, or run \`kubectl label namespace ${name} ${disposableLabel}=true\``,
      labels,
    ),
  ];
}

/** The same of a namespace in which a drill breaks what lives there. Pure. */
export function notLive(
  name: string,
  labels: Readonly<Record<string, string>>,
): [problem: string, remedy: string] | undefined {
  if (labels[liveLabel] === 'true') return undefined;
  return [
    `the namespace ${name} does not have the label ${liveLabel}=true, which says that drills may break what runs in it`,
    withFormer(`when they may, run \`kubectl label namespace ${name} ${liveLabel}=true\``, labels),
  ];
}

function withFormer(remedy: string, labels: Readonly<Record<string, string>>): string {
  if (labels[formerLabel] === undefined) return remedy;
  return `${remedy}, and remove the label ${formerLabel}, which meant both and no longer counts`;
}

async function mustBeEmpty(cluster: Cluster, name: string): Promise<void> {
  const first = await firstIn(cluster, name);
  if (first !== undefined)
    throw new UserError(
      `the namespace ${name} holds ${first}, and a drill restores into an empty one`,
      'clear it, or choose another name',
    );
}

/** What else opens a way is a finding of the guard, and not for us to remove. */
async function closeOff(cluster: Cluster, name: string, policy: object): Promise<void> {
  // Forced: whatever somebody changed in it is ours again.
  await cluster.patch(pathOf(networkPolicy, name, policyName), 'apply', policy, { force: 'true' });
}

/** What the guard asks of the namespace. @param why why its labels do not allow the drill: `notLive`, or `notDisposable`. */
export async function namespaceFacts(
  cluster: Cluster,
  name: string,
  why: typeof notLive,
): Promise<LateFacts['namespace']> {
  const there = await cluster.get(pathOf(resources.namespace, '', name)).catch(() => undefined);
  if (there === undefined) return { name, forbids: 'unknown', run: undefined, expires: undefined };
  const { labels = {}, annotations = {} } = there.metadata ?? {};
  const expires = Date.parse(annotations[expiresAnnotation] ?? '');
  return {
    name,
    forbids: why(name, labels),
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
