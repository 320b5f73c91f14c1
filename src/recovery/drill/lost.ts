import type { Cluster } from '../../cluster/port.ts';

/**
 * A cluster in which a namespace is lost: what was read of it before is still known, and nothing of it is asked for any more. Whoever
 * does so all the same has found that the recovery needs what would be gone.
 *
 * @param known paths of what is kept, such as what is known from a backup.
 */
export async function afterLoss(
  cluster: Cluster,
  namespace: string,
  known: readonly string[],
): Promise<Cluster> {
  const kept = new Map(await Promise.all(known.map(async path => [path, await cluster.get(path)] as const)));
  const still = <Result>(path: string, ask: () => Promise<Result>): Promise<Result> =>
    isOf(namespace, path)
      ? Promise.reject(new Error(`${path} was asked for, which is lost in this drill`))
      : ask();
  return {
    ...cluster,
    call: (method, path, ...rest) => still(path, () => cluster.call(method, path, ...rest)),
    fetch: (path, signal) => still(path, () => cluster.fetch(path, signal)),
    get: async <T>(path: string) =>
      kept.has(path) ? (kept.get(path) as T | undefined) : still(path, () => cluster.get<T>(path)),
    list: (path, query) => still(path, () => cluster.list(path, query)),
    create: (path, object) => still(path, () => cluster.create(path, object)),
    replace: (path, object) => still(path, () => cluster.replace(path, object)),
    patch: (path, kind, patch, query) => still(path, () => cluster.patch(path, kind, patch, query)),
    remove: (path, uid, version) => still(path, () => cluster.remove(path, uid, version)),
    watch: (path, query, signal) => {
      if (isOf(namespace, path)) throw new Error(`${path} was watched, which is lost in this drill`);
      return cluster.watch(path, query, signal);
    },
  };
}

/** Whether a path is that of a namespace, or of something in it. Pure. */
export const isOf = (namespace: string, path: string): boolean =>
  `${path.split('?')[0]}/`.includes(`/namespaces/${namespace}/`);
