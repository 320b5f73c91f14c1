import type { UserError } from '../toolkit/errors.ts';
import { timing } from '../toolkit/timing.ts';
import { ClusterError, MissingRight } from './errors.ts';
import type { KubeObject } from './objects.ts';
import type { Cluster } from './port.ts';

/** A live copy of a collection, kept by list and watch; it survives an API server that is away for a while. */
export interface Mirror<T> {
  items(): T[];
  /** Takes over what a write was answered, so that nothing is decided by what stood there before it. */
  put(object: T): void;
  /** Takes out what is known to be gone. */
  drop(uid: string): void;
  /** Since when the copy may be old, in milliseconds of `performance.now()`: the API server does not answer at present. */
  staleSince(): number | undefined;
  /** The error of a credential that has been refused for longer than `timing.refusal`. */
  refusal(): UserError | undefined;
}

/**
 * Lists a collection, then follows its changes until the signal aborts.
 * @param changed called after every change.
 * @param shortest ms from one list to the next, at least.
 */
export async function mirror<T extends KubeObject>(
  cluster: Cluster,
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
  changed: () => void,
  shortest = 1000,
): Promise<Mirror<T>> {
  const objects = new Map<string, T>();
  const gone = new Set<string>();
  let stale: number | undefined;
  let refused: { since: number; error: UserError } | undefined;
  const put = (object: T) => {
    const uid = object.metadata?.uid ?? '';
    const known = objects.get(uid);
    if (gone.has(uid) || (known !== undefined && isNewer(known, object))) return;
    objects.set(uid, object);
    changed();
  };
  const drop = (uid: string) => {
    gone.add(uid);
    objects.delete(uid);
    changed();
  };
  const relist = async () => {
    const { items, resourceVersion } = await cluster.list<T>(path, query);
    objects.clear();
    for (const item of items) objects.set(item.metadata?.uid ?? '', item);
    stale = undefined;
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
      if (type === 'DELETED') drop(object.metadata?.uid ?? '');
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
        stale ??= performance.now();
        // A list is repeated by itself while an API server that was away does not know its accounts yet; a watch is not.
        if (version === undefined)
          refused = isRefusal(error) ? { since: refused?.since ?? performance.now(), error } : undefined;
        changed();
        await pause(shortest / 2, signal);
      }
      // An overloaded server may end each watch at once; asked for list after list it would never recover.
      await pause(began + shortest - performance.now(), signal);
      // Whatever ended the watch (time-out, 410 Gone, a restarted server): a new list is always right.
      version = undefined;
    }
  };
  void keep(await relist());
  return {
    items: () => [...objects.values()],
    put,
    drop,
    staleSince: () => stale,
    refusal: () =>
      refused !== undefined && performance.now() - refused.since > timing.refusal ? refused.error : undefined,
  };
}

const isRefusal = (error: unknown): error is UserError =>
  error instanceof MissingRight || (error instanceof ClusterError && error.status === 401);

/** Resource versions of one resource may be compared as whole numbers, since Kubernetes 1.35 by contract. */
function isNewer(a: KubeObject, b: KubeObject): boolean {
  const [known, other] = [a, b].map(({ metadata }) => Number(metadata?.resourceVersion ?? Number.NaN));
  return (known ?? 0) > (other ?? 0);
}

/** Not at all when `ms` is negative. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
