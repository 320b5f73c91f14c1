import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { canonical } from '../../workloads/naming.ts';
import type { GuardAnswer, LateFacts } from '../guard/facts.ts';
import {
  clear,
  firstObjectIn,
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
  isolationPolicy,
  liveLabel,
  policyName,
  runLabel,
  type ScratchPlan,
  scratchNamespace,
} from './manifests.ts';

/** Creates and isolates the namespace that a drill restores into. */

/**
 * Creates the namespace, and isolates it before anything is in it. An existing one is adopted only if it is labeled for drills and
 * belongs to this run, or is empty and belongs to no run or an expired one.
 * @throws UserError for any other one, without a write.
 */
export async function openScratch(cluster: Cluster, plan: ScratchPlan): Promise<Scratch> {
  const { name, run } = plan;
  // Before the first write, so that an invalid policy leaves no namespace.
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
    // Forced, to overwrite manual changes. Other policies that allow egress are not removed here; the guard reports them.
    await cluster.patch(pathOf(networkPolicy, name, policyName), 'apply', policy, { force: 'true' });
  } catch (error) {
    // The namespace of an earlier job of this run is isolated already, and its data are kept. If the removal fails, it expires.
    if (there?.metadata?.labels?.[runLabel] !== run)
      await removeScratch(cluster, scratch).catch(() => undefined);
    throw error;
  }
  return scratch;
}

/** Number of checks, one each half second. */
const looks = 240;

/**
 * Returns the existing namespace. If it has expired, first cleans up what a killed drill left: otherwise no drill could start there
 * again. Waits for a namespace of drills that is being deleted.
 */
async function withoutLeftover(cluster: Cluster, name: string, run: string): Promise<KubeObject | undefined> {
  const path = pathOf(resources.namespace, '', name);
  let there = await cluster.get(path);
  if (there === undefined) return there;
  const ours = there.metadata?.labels?.[runLabel] === run;
  if (!ours && isLeftover(there, cluster.now())) await clear(cluster, there);
  else if (!isTerminating(there)) return there;
  for (let turn = 0; turn < looks; turn += 1) {
    there = await cluster.get(path);
    if (there === undefined || (!isTerminating(there) && (await firstObjectIn(cluster, name)) === undefined))
      return there;
    await sleep(500);
  }
  return there;
}

const isTerminating = ({ metadata }: KubeObject): boolean =>
  metadata?.deletionTimestamp !== undefined && isDisposable(metadata.labels ?? {});

async function adopt(
  cluster: Cluster,
  there: KubeObject,
  wanted: ReturnType<typeof scratchNamespace>,
): Promise<KubeObject> {
  const { name } = wanted.metadata;
  const ours = there.metadata?.labels?.[runLabel] === wanted.metadata.labels[runLabel];
  const reason = whyNotAdoptable(there, wanted.metadata.labels[runLabel] ?? '', cluster.now());
  if (reason !== undefined) throw new UserError(...reason);
  const first = ours ? undefined : await firstObjectIn(cluster, name);
  if (first !== undefined)
    throw new UserError(
      `the namespace ${name} is not empty: it contains ${first}`,
      'empty it, or choose another namespace for the drill',
    );
  const { metadata } = there;
  // With its resourceVersion, so that only one of two concurrent drills gets it.
  return cluster.replace(pathOf(resources.namespace, '', name), {
    ...there,
    metadata: {
      ...metadata,
      labels: { ...metadata?.labels, ...wanted.metadata.labels },
      annotations: {
        ...metadata?.annotations,
        ...wanted.metadata.annotations,
        // A namespace that an earlier drill created is deleted with this drill, as it would have been with the earlier one.
        ...(metadata?.labels?.[runLabel] === undefined ? { [adoptedAnnotation]: 'true' } : {}),
      },
    },
  });
}

type Objection = [problem: string, remedy: string];

/** Returns why an existing namespace may not be adopted, and the remedy; undefined if it may. Pure. */
export function whyNotAdoptable({ metadata }: KubeObject, run: string, now: number): Objection | undefined {
  const name = metadata?.name ?? '';
  const [labels, annotations] = [metadata?.labels ?? {}, metadata?.annotations ?? {}];
  const wrong = notDisposable(name, labels);
  if (wrong !== undefined) return wrong;
  if (metadata?.deletionTimestamp !== undefined)
    return [`the namespace ${name} is being deleted`, 'run the drill when it is gone'];
  const other = labels[runLabel];
  if (other === undefined || other === run || isExpired(annotations[expiresAnnotation], now))
    return undefined;
  return [
    `the namespace ${name} belongs to the drill ${other}`,
    'wait until that drill has ended, or delete what it left',
  ];
}

/** Returns why drills may not empty a namespace, and the remedy; undefined if they may. Pure. */
export function notDisposable(name: string, labels: Readonly<Record<string, string>>): Objection | undefined {
  if (isDisposable(labels)) return undefined;
  if (labels[liveLabel] === 'true')
    return [
      `the namespace ${name} has the label ${liveLabel}: it contains a live system, and a drill would delete it`,
      'choose another namespace for drills to restore into',
    ];
  return [
    `the namespace ${name} does not have the label ${disposableLabel}=true, which allows drills to delete everything in it`,
    `choose another name, or run \`kubectl label namespace ${name} ${disposableLabel}=true\``,
  ];
}

/** Returns why drills may not break the workloads of a namespace, and the remedy; undefined if they may. Pure. */
export function notLive(name: string, labels: Readonly<Record<string, string>>): Objection | undefined {
  if (labels[liveLabel] === 'true') return undefined;
  return [
    `the namespace ${name} does not have the label ${liveLabel}=true, which allows drills to break its workloads`,
    `to allow that, run \`kubectl label namespace ${name} ${liveLabel}=true\``,
  ];
}

/** Collects the facts about a namespace for the guard. @param why why its labels forbid the drill: `notLive` or `notDisposable`. */
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

/** Returns whether our policy is unchanged and the only one: policies add up, and a second one may allow what ours blocks. */
export async function isClosed(cluster: Cluster, plan: ScratchPlan): Promise<GuardAnswer> {
  try {
    const { items } = await cluster.list<KubeObject>(pathOf(networkPolicy, plan.name));
    const [only, ...others] = items;
    if (only === undefined || others.length > 0 || only.metadata?.name !== policyName) return 'no';
    return canonical(only.spec) === canonical(isolationPolicy(plan).spec) ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}
