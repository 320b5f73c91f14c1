import type { WriteGuard } from '../../cluster/apply.ts';
import { ClusterError, isRaced } from '../../cluster/errors.ts';
import type { ConfigMap, KubeObject, OwnerReference } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { NoAnswer } from '../../cluster/retry.ts';
import { UserError } from '../../toolkit/errors.ts';
import { retry } from '../../toolkit/retry.ts';
import {
  annotationOf,
  type Fenced,
  type FencingToken,
  fencingTests,
  isNewer,
  parseToken,
  tokenOn,
  tokenPatch,
  tokensOfOthers,
} from '../../traffic/fencing-token.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { heartbeatData } from '../watchdog/watchdog.ts';

/**
 * The API server itself refuses the writes of a run that lost its Lease, so a check of the Lease before each write is not needed: every
 * object that a rollout changes carries the token of the run that may change it, and every patch tests it.
 */

/**
 * Returns the guard of an apply: it writes our fencing token to the object and binds the write to the version that was read. Shipped
 * copies are immutable, so they get no token.
 * @throws LeaseLost when a newer run has set its token on the object.
 */
export function fencedApply({ app, token }: FencingToken): WriteGuard {
  return (object, live) => {
    if (object.metadata?.labels?.[labels.kind] === 'shipped') return object;
    requireNoHigherToken(live, { app, token });
    const { uid, resourceVersion } = live?.metadata ?? {};
    return {
      ...object,
      metadata: {
        ...object.metadata,
        annotations: {
          ...object.metadata?.annotations,
          // All applications have the same field manager, so an apply without their tokens would remove them.
          ...tokensOfOthers(live ?? {}, app),
          [annotationOf.token(app)]: String(token),
        },
        ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
      },
    };
  };
}

/**
 * Sets the fencing token of the object at a path; retries while others write to it.
 * @returns the object with the token; undefined when there is none.
 */
export function setToken<T extends KubeObject>(
  cluster: Cluster,
  path: string,
  writer: FencingToken,
  known?: T,
): Promise<T | undefined> {
  return retry({ attempts: 8, temporary: isRaced }, async count => {
    const object = (count === 1 ? known : undefined) ?? (await cluster.get<T>(path));
    if (object === undefined) return undefined;
    requireNoHigherToken(object, writer);
    const patch = tokenPatch(object, writer);
    return patch.length === 0 ? object : cluster.patch<T>(path, 'json', patch);
  });
}

/** Returns the fence, which owns all temporary objects: once it is deleted, whatever a stalled run creates is garbage-collected. */
export function fenceConfigMap(app: string, namespace: string, token: number): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: nameOf.fence(app, token),
      namespace,
      labels: { [labels.app]: app, [labels.kind]: 'fence' },
    },
    data: heartbeatData({ beat: 0 }),
  };
}

/** Returns the token of a fence. Pure. */
export function tokenOfFence({ metadata }: ConfigMap): number {
  return parseToken(/-fence-(\d+)$/.exec(metadata?.name ?? '')?.[1]);
}

export function ownedBy(fence: ConfigMap): OwnerReference {
  const { name = '', uid = '' } = fence.metadata ?? {};
  return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}

/**
 * Creates the fence of a token, or returns the one that this run created before. Repeats a create that got no answer, because the fence
 * may exist: a run that was overtaken meanwhile must know it to delete it.
 */
export function createFence(
  cluster: Cluster,
  namespace: string,
  { app, token }: FencingToken,
): Promise<ConfigMap> {
  const noAnswer = (error: unknown) => error instanceof NoAnswer;
  return retry({ attempts: 2, temporary: noAnswer }, async () => {
    try {
      return await cluster.create<ConfigMap>(
        pathOf(resources.configMap, namespace),
        fenceConfigMap(app, namespace, token),
      );
    } catch (error) {
      if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
      const there = await cluster.get<ConfigMap>(
        pathOf(resources.configMap, namespace, nameOf.fence(app, token)),
      );
      if (there === undefined) throw error;
      return there;
    }
  });
}

/** Deletes a fence that owns nothing. A failure does no harm: a later run removes it. */
export async function deleteFence(cluster: Cluster, { metadata }: ConfigMap): Promise<void> {
  const path = pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name);
  await cluster.remove(path, metadata?.uid).catch(() => undefined);
}

/**
 * Takes over the temporary objects of earlier runs: makes this fence their owner, and deletes the older fences.
 * @param owned paths of the objects of the rollout.
 */
export async function takeTemporary(
  cluster: Cluster,
  fence: ConfigMap,
  { older, owned }: { older: ConfigMap[]; owned: string[] },
  writer: FencingToken,
): Promise<void> {
  await Promise.all(
    owned.map(async path => {
      await fencedUpdate(cluster, path, writer, seen =>
        cluster.patch(path, 'json', [
          ...fencingTests(seen, writer),
          { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
        ]),
      );
    }),
  );
  await Promise.all(
    older.map(({ metadata }) =>
      cluster.remove(pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid),
    ),
  );
}

/** Attempts while others write to the same object: controllers update its status many times a second. */
const attempts = 20;

/**
 * Sets the fencing token of an object and writes to it; retries when another writer came in between.
 * @param write gets the object with the token, and must test its uid and token, or its resourceVersion.
 * @returns the result of `write`; undefined when the object does not exist.
 * @throws LeaseLost when a newer run has set its token on the object.
 */
export async function fencedUpdate<T extends KubeObject, R>(
  cluster: Cluster,
  path: string,
  writer: FencingToken,
  write: (seen: T) => Promise<R>,
): Promise<R | undefined> {
  return retry({ attempts, temporary: isRaced }, async () => {
    const seen = await setToken<T>(cluster, path, writer);
    return seen === undefined ? undefined : write(seen);
  });
}

/**
 * Deletes the object at a path, unless a newer run has set its token on it: an object that it applied has the same name and uid.
 * @param uid of the only object to delete; by default any.
 * @returns the deleted object; undefined when there was none.
 * @throws LeaseLost when a newer run has set its token on the object.
 */
export async function fencedDelete(
  cluster: Cluster,
  path: string,
  writer: FencingToken,
  uid?: string,
): Promise<KubeObject | undefined> {
  let removed: KubeObject | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const object = await cluster.get<KubeObject>(path);
    const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
    if (object === undefined || deletionTimestamp !== undefined) return removed ?? object;
    if (present !== (removed?.metadata?.uid ?? uid ?? present)) return removed;
    requireNoHigherToken(object, writer);
    await cluster.remove(path, present, resourceVersion);
    removed = object;
  }
  throw new Error(`${path} could not be deleted: other writers keep changing it`);
}

/** Another run has taken over. */
export class LeaseLost extends UserError {}

/** @throws LeaseLost when a newer run has set its token on an object. */
export function requireNoHigherToken(object: Fenced | undefined, { app, token }: FencingToken): void {
  if (object !== undefined && isNewer(tokenOn(object, app), token)) throw leaseLost(app);
}

/** @param holder of the Lease, if it is known. */
export const leaseLost = (app: string, holder = 'another run') =>
  new LeaseLost(
    `${holder} has taken over the rollout of ${app}`,
    'follow that run; this one no longer writes to the cluster',
  );
