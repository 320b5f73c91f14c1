import { ifNotAllowed } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn, textsIn } from '../../toolkit/map.ts';
import type { Exported } from '../cluster-objects/portable.ts';

/** Adapts PVCs to another cluster, which may have other storage classes, and does not have their data sources. */

interface Pvcs {
  readonly objects: readonly Exported[];
  /** A sentence for each change. */
  readonly changes: readonly string[];
}

/**
 * Adapts PVCs: keeps size and mode, and replaces a class that does not exist with the cluster's default.
 * @throws UserError when there is no default, and the PVC does not exist already.
 */
export async function pvcsFor(
  { cluster, into }: { readonly cluster: Pick<Cluster, 'get' | 'list'>; readonly into: string },
  objects: readonly Exported[],
): Promise<Pvcs> {
  const named = objects.some(each => classesNamed(each).length > 0);
  const { names, defaultClass } = named ? await classesOf(cluster) : { names: [], defaultClass: undefined };
  const isLost = (storageClass: string) => names !== undefined && !names.includes(storageClass);
  const lost = objects
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .flatMap(each =>
      classesNamed(each)
        .filter(isLost)
        .map(storageClass => ({ pvc: each.metadata.name, storageClass })),
    );
  if (defaultClass === undefined)
    for (const { pvc, storageClass } of lost)
      if ((await cluster.get(pathOf(resources.pvc, into, pvc))) === undefined)
        throw new UserError(
          `the PVC ${pvc} cannot be created: the cluster has neither its storage class ${storageClass} nor a default one`,
          `create that class, or the PVC itself in ${into}, then run it again`,
        );
  const wanted = (spec: unknown) => {
    const { dataSource: _, dataSourceRef: __, storageClassName, ...rest } = isMap(spec) ? spec : {};
    if (typeof storageClassName !== 'string') return rest;
    // An empty class must be kept: it binds the PVC to a volume that was created by hand.
    const stays = storageClassName === '' || defaultClass === undefined || !isLost(storageClassName);
    return { ...rest, storageClassName: stays ? storageClassName : defaultClass };
  };
  return {
    objects: objects.map(object => withPvcs(object, wanted)),
    changes:
      defaultClass === undefined
        ? []
        : lost.map(
            ({ pvc, storageClass }) =>
              `the PVC ${pvc} gets the storage class ${defaultClass} instead of ${storageClass}, which this cluster does not have`,
          ),
  };
}

/** Returns the storage classes of a cluster; no names if they may not be read: then every class is kept. */
async function classesOf(cluster: Pick<Cluster, 'list'>) {
  const list = await cluster
    .list<KubeObject>(pathOf(resources.storageClass, ''))
    .catch(ifNotAllowed(undefined));
  if (list === undefined) return { names: undefined, defaultClass: undefined };
  const { items } = list;
  const isUsual = ({ metadata }: KubeObject) =>
    metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  return {
    names: items.flatMap(({ metadata }) => metadata?.name ?? []),
    defaultClass: items.find(isUsual)?.metadata?.name,
  };
}

/** Changes PVCs, and the PVC templates of StatefulSets. */
function withPvcs(object: Exported, change: (spec: unknown) => unknown): Exported {
  if (object.kind === 'PersistentVolumeClaim') return { ...object, spec: change(object.spec) } as Exported;
  if (object.kind !== 'StatefulSet' || !isMap(object.spec)) return object;
  const { volumeClaimTemplates: templates } = object.spec;
  if (templates === undefined) return object;
  const changed = mapsIn(templates).map(each => ({ ...each, spec: change(each.spec) }));
  return { ...object, spec: { ...object.spec, volumeClaimTemplates: changed } } as Exported;
}

/** Returns the storage classes of a PVC, or of the PVC templates of a StatefulSet. */
function classesNamed({ kind, spec }: Exported): string[] {
  if (kind === 'PersistentVolumeClaim') return textsIn(mapsIn([spec]).map(each => each.storageClassName));
  if (kind !== 'StatefulSet' || !isMap(spec)) return [];
  const pvcs = mapsIn(spec.volumeClaimTemplates).map(each => each.spec);
  return textsIn(mapsIn(pvcs).map(each => each.storageClassName));
}
