import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import type { Exported } from '../cluster-objects/portable.ts';

/** Adapts PVCs to another cluster, which may have other storage classes, and does not have their data sources. */

/** The storage classes of a cluster. */
interface Classes {
  readonly names: readonly string[];
  /** The default class. */
  readonly defaultClass: string | undefined;
}

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
  if (!objects.some(each => classesNamed(each).length > 0)) return inClasses(objects, nothing);
  const found = inClasses(objects, await classesOf(cluster));
  for (const { pvc, storageClass } of found.missingClasses)
    if ((await cluster.get(pathOf(resources.pvc, into, pvc))) === undefined)
      throw new UserError(
        `the PVC ${pvc} cannot be created: the cluster has neither its storage class ${storageClass} nor a default one`,
        `create that class, or the PVC itself in ${into}, then run it again`,
      );
  return found;
}

const nothing: Classes = { names: [], defaultClass: undefined };

async function classesOf(cluster: Pick<Cluster, 'list'>): Promise<Classes> {
  const { items } = await cluster.list<KubeObject>(pathOf(resources.storageClass, ''));
  const isUsual = ({ metadata }: KubeObject) =>
    metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  return {
    names: items.flatMap(({ metadata }) => metadata?.name ?? []),
    defaultClass: items.find(isUsual)?.metadata?.name,
  };
}

/** Replaces missing storage classes. @returns in `missingClasses` the PVCs whose class is missing when there is no default class. Pure. */
function inClasses(
  objects: readonly Exported[],
  { names, defaultClass }: Classes,
): Pvcs & { readonly missingClasses: readonly { readonly pvc: string; readonly storageClass: string }[] } {
  const isLost = (storageClass: string) => !names.includes(storageClass);
  const lost = objects
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .flatMap(each =>
      classesNamed(each)
        .filter(isLost)
        .map(storageClass => ({ pvc: each.metadata.name, storageClass })),
    );
  const wanted = (spec: unknown) => {
    const { dataSource: _, dataSourceRef: __, storageClassName, ...rest } = isMap(spec) ? spec : {};
    const stays =
      typeof storageClassName === 'string' && (defaultClass === undefined || !isLost(storageClassName));
    // An empty class must be kept: it binds the PVC to a volume that was created by hand.
    return { ...rest, ...(stays || storageClassName === '' ? { storageClassName } : {}) };
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
    missingClasses: defaultClass === undefined ? lost : [],
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
  if (!isMap(spec)) return [];
  const pvcs =
    kind === 'PersistentVolumeClaim'
      ? [spec]
      : kind === 'StatefulSet'
        ? mapsIn(spec.volumeClaimTemplates).map(each => each.spec)
        : [];
  return pvcs.flatMap(each =>
    isMap(each) && typeof each.storageClassName === 'string' && each.storageClassName !== ''
      ? [each.storageClassName]
      : [],
  );
}
