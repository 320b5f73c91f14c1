import type { Hold } from '../../cluster/apply.ts';
import { ClusterError, isRaced } from '../../cluster/errors.ts';
import type { ConfigMap, KubeObject, ObjectMeta } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { annotationOf, annotationPointer, stampOf, stampPatch } from '../../traffic/fence.ts';
import { heartbeatData } from '../watchdog/watchdog.ts';
import { labels, nameOf } from '../workloads/naming.ts';
import { overtaken } from '../workloads/overtaken.ts';

/**
 * Whoever lost its lease is kept from writing by the API server itself, not by a look at the lease before: every object
 * that a rollout moves carries the token of the run that may move it, and every patch tests it first.
 */

/**
 * For an apply: the object with our stamp, held to what was looked at. What a release ships under immutable names is
 * nobody's to move, and is left alone.
 * @throws LeaseLost when somebody with a higher token was there before.
 */
export function fencedApply(app: string, token: number): Hold {
  return (object, live) => {
    if (object.metadata?.labels?.[labels.kind] === 'shipped') return object;
    if ((live === undefined ? 0 : stampOf(live, app)) > token) throw overtaken(app);
    const { uid, resourceVersion } = live?.metadata ?? {};
    return {
      ...object,
      metadata: {
        ...object.metadata,
        annotations: { ...object.metadata?.annotations, [annotationOf.token(app)]: String(token) },
        ...(uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion }),
      },
    };
  };
}

/**
 * Stamps the object at a path, however often others write to it meanwhile.
 * @returns it as it is then; undefined when there is none.
 */
export async function stamp<T extends KubeObject>(
  cluster: Cluster,
  path: string,
  app: string,
  token: number,
  known?: T,
): Promise<T | undefined> {
  let object = known ?? (await cluster.get<T>(path));
  for (let attempt = 1; object !== undefined; attempt += 1) {
    if (stampOf(object, app) > token) throw overtaken(app);
    const patch = stampPatch(object, { app, token });
    if (patch.length === 0) return object;
    try {
      return await cluster.patch<T>(path, 'json', patch);
    } catch (error) {
      if (!isRaced(error) || attempt === 8) {
        throw error;
      }
      object = await cluster.get<T>(path);
    }
  }
  return undefined;
}

/** Owner of all that is temporary: when it is deleted, the garbage collector takes whatever a stalled run still makes. */
export function ownerConfigMap(app: string, namespace: string, token: number): ConfigMap {
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

/** The token of whose fence it is. Pure. */
export function tokenOfOwner({ metadata }: ConfigMap): number {
  return Number(/-fence-(\d{1,9})$/.exec(metadata?.name ?? '')?.[1] ?? 0);
}

export type Owner = NonNullable<ObjectMeta['ownerReferences']>[number];

export function ownedBy(fence: ConfigMap): Owner {
  const { name = '', uid = '' } = fence.metadata ?? {};
  return { apiVersion: 'v1', kind: 'ConfigMap', name, uid };
}

/** Makes the fence of a token, or finds the one that this run made before. */
export async function createOwner(
  cluster: Cluster,
  app: string,
  namespace: string,
  token: number,
): Promise<ConfigMap> {
  try {
    return await cluster.create<ConfigMap>(
      pathOf(resources.configMap, namespace),
      ownerConfigMap(app, namespace, token),
    );
  } catch (error) {
    if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
    const there = await cluster.get<ConfigMap>(
      pathOf(resources.configMap, namespace, nameOf.fence(app, token)),
    );
    if (there === undefined) throw error;
    return there;
  }
}

/** Takes back a fence in whose name nothing was made. Where that fails it is in nobody's way, and a later run removes it. */
export async function deleteOwner(cluster: Cluster, { metadata }: ConfigMap): Promise<void> {
  const path = pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name);
  await cluster.remove(path, metadata?.uid).catch(() => undefined);
}

/**
 * Takes temporary objects over from the runs before: they are owned by this fence from now on, and the older fences go.
 * @param owned objects of the rollout with their paths.
 */
export async function adopt(
  cluster: Cluster,
  fence: ConfigMap,
  {
    older,
    owned,
    app,
    token,
  }: { older: ConfigMap[]; owned: { path: string; object: KubeObject }[]; app: string; token: number },
): Promise<void> {
  await Promise.all(
    owned.map(async ({ path, object }) => {
      const stamped = await stamp(cluster, path, app, token, object);
      if (stamped === undefined) return;
      await cluster.patch(path, 'json', [
        { op: 'test', path: '/metadata/uid', value: stamped.metadata?.uid },
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'add', path: '/metadata/ownerReferences', value: [ownedBy(fence)] },
      ]);
    }),
  );
  await Promise.all(
    older.map(({ metadata }) =>
      cluster.remove(pathOf(resources.configMap, metadata?.namespace ?? '', metadata?.name), metadata?.uid),
    ),
  );
}
