import type { Cluster } from '../../cluster/port.ts';

/**
 * A view of the cluster in which some objects are lost. Known copies of them are still returned; any other access fails, and shows that
 * the recovery needs an object that would be gone.
 */

interface LostObjects {
  isLost(path: string): boolean;
  /** Objects by path, read before the loss or taken from a backup. */
  readonly known: ReadonlyMap<string, unknown>;
}

export function withoutLost(cluster: Cluster, { isLost, known }: LostObjects): Cluster {
  const still = <Result>(path: string, ask: () => Promise<Result>): Promise<Result> =>
    isLost(path) ? Promise.reject(new Error(`${path} was requested, but is lost in this drill`)) : ask();
  return {
    ...cluster,
    call: (method, path, ...rest) => still(path, () => cluster.call(method, path, ...rest)),
    fetch: (path, signal, request) => still(path, () => cluster.fetch(path, signal, request)),
    get: async <T>(path: string) =>
      known.has(path) ? (known.get(path) as T | undefined) : still(path, () => cluster.get<T>(path)),
    list: (path, query) => still(path, () => cluster.list(path, query)),
    create: (path, object) => still(path, () => cluster.create(path, object)),
    replace: (path, object) => still(path, () => cluster.replace(path, object)),
    patch: (path, kind, patch, query) => still(path, () => cluster.patch(path, kind, patch, query)),
    remove: (path, uid, version) => still(path, () => cluster.remove(path, uid, version)),
    watch: (path, query, signal) => {
      if (isLost(path)) throw new Error(`${path} was watched, but is lost in this drill`);
      return cluster.watch(path, query, signal);
    },
  };
}

/** Returns whether a path is that of a namespace, or of an object in it. Pure. */
export const isOf = (namespace: string, path: string): boolean =>
  `${path.split('?')[0]}/`.includes(`/namespaces/${namespace}/`);

/** Returns whether a path is that of one or all Secrets of a namespace. Pure. */
export const isSecretOf = (namespace: string, path: string): boolean =>
  `${path.split('?')[0]}/`.includes(`/namespaces/${namespace}/secrets/`);
