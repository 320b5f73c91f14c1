import type { UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { timing } from '../toolkit/timing.ts';
import { ClusterError, MissingPermission } from './errors.ts';
import type { KubeObject } from './objects.ts';
import type { Cluster } from './port.ts';

/** An informer: a live copy of a collection, kept by list and watch. It survives an outage of the API server. */
export interface Informer<T> {
  items(): T[];
  /** Stores the response to a write, so that no decision is based on the object before it. */
  put(object: T): void;
  /** Removes an object that is known to be deleted. */
  drop(uid: string): void;
  /** Since when the copy may be stale because the API server does not answer, in milliseconds of `performance.now()`. */
  staleSince(): number | undefined;
  /** The error of a credential that has been refused for longer than `timing.refusal`. */
  refusal(): UserError | undefined;
}

/**
 * Lists a collection, then follows its changes until the signal aborts.
 * @param changed called after every change.
 * @param shortest minimum ms from one list to the next.
 */
export async function startInformer<T extends KubeObject>(
  cluster: Cluster,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
  changed: () => void,
  shortest = 1000,
): Promise<Informer<T>> {
  const objects = new Map<string, T>();
  /** The resource version with which each object left, by uid: one that was only relabelled may come back with a newer one. */
  const gone = new Map<string, number>();
  /** Since when watch or list fail. */
  let failing: number | undefined;
  /** When the last watch ended, until there is a new list. */
  let unwatched: number | undefined;
  let refused: { since: number; error: UserError } | undefined;
  const put = (object: T) => {
    const uid = object.metadata?.uid ?? '';
    const known = objects.get(uid);
    if (isGone(object) || (known !== undefined && isNewer(known, object))) return;
    objects.set(uid, object);
    changed();
  };
  const isGone = (object: T) => {
    const left = gone.get(object.metadata?.uid ?? '');
    return left !== undefined && !(versionOf(object) > left);
  };
  const drop = (uid: string, version = Number.POSITIVE_INFINITY) => {
    gone.set(uid, Math.max(gone.get(uid) ?? 0, version));
    objects.delete(uid);
    changed();
  };
  const relist = async () => {
    const { items, resourceVersion } = await cluster.list<T>(path, query);
    const before = [...objects.values()];
    objects.clear();
    for (const item of items) objects.set(item.metadata?.uid ?? '', item);
    // Responses to writes that were accepted while the list was on its way.
    const list = { metadata: { resourceVersion } };
    for (const object of before) if (isNewer(object, list)) objects.set(object.metadata?.uid ?? '', object);
    for (const [uid, object] of objects) if (isGone(object)) objects.delete(uid);
    failing = undefined;
    unwatched = undefined;
    refused = undefined;
    changed();
    return resourceVersion;
  };
  const follow = async (version: string) => {
    for await (const { type, object } of cluster.watch<T>(
      path,
      { ...query, resourceVersion: version },
      signal,
    )) {
      if (type === 'ERROR') return;
      if (type === 'BOOKMARK') continue;
      if (type === 'DELETED') drop(object.metadata?.uid ?? '', versionOf(object) || undefined);
      else put(object);
    }
  };
  const keep = async (first: string) => {
    let version: string | undefined = first;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        version ??= await relist();
        await follow(version);
      } catch (error) {
        if (signal.aborted) return;
        failing ??= performance.now();
        // The port retries a list while a returning API server has not loaded its accounts yet, but not a watch.
        if (version === undefined)
          refused = isRefusal(error) ? { since: refused?.since ?? performance.now(), error } : undefined;
        changed();
        await pauseUnlessAborted(shortest / 2, signal);
      }
      unwatched ??= performance.now();
      // An overloaded server may end each watch at once; a new list each time would keep it overloaded.
      await pauseUnlessAborted(began + shortest - performance.now(), signal);
      // Whatever ended the watch (timeout, 410 Gone, a restarted server), a new list is always correct.
      version = undefined;
    }
  };
  void keep(await relist());
  return {
    items: () => [...objects.values()],
    put,
    drop: uid => drop(uid),
    // Watches end all the time, and a new list follows at once. A list without an answer is retried, which is not a failure yet.
    staleSince: () =>
      failing ??
      (performance.now() - (unwatched ?? Number.POSITIVE_INFINITY) > longestList ? unwatched : undefined),
    refusal: () =>
      refused !== undefined && performance.now() - refused.since > timing.refusal ? refused.error : undefined,
  };
}

/** Milliseconds after the end of a watch until a list must have answered. */
const longestList = 5000;

const isRefusal = (error: unknown): error is UserError =>
  error instanceof MissingPermission || (error instanceof ClusterError && error.status === 401);

/** Resource versions of one resource can be compared as integers, which Kubernetes guarantees since 1.35. */
const isNewer = (a: KubeObject, b: KubeObject): boolean => versionOf(a) > versionOf(b);

const versionOf = ({ metadata }: KubeObject): number => Number(metadata?.resourceVersion ?? Number.NaN);

/** Waits until the time is over or the signal aborts; returns at once when `ms` is not positive. */
const pauseUnlessAborted = (ms: number, signal: AbortSignal): Promise<void> | undefined =>
  ms <= 0 ? undefined : pause(ms, { signal }).catch(() => undefined);
