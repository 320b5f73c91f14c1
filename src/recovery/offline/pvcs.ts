import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import type { Exported } from '../cluster-objects/portable.ts';

/** PVCs as another cluster can make them: it may have other storage classes, and what a PVC was once made from is lost. */

/** The storage classes of a cluster. */
export interface Classes {
  readonly names: readonly string[];
  /** The one that a PVC gets which names none. */
  readonly usual: string | undefined;
}

export interface Pvcs {
  readonly objects: readonly Exported[];
  /** What was changed, a sentence each. */
  readonly changes: readonly string[];
}

/**
 * Size and mode stay. A class that is not there is left to the cluster's default: what was behind it is of the place that is lost.
 * @throws UserError when there is no default, and nobody has made the PVC by hand.
 */
export async function pvcsFor(
  { cluster, into }: { readonly cluster: Pick<Cluster, 'get' | 'list'>; readonly into: string },
  objects: readonly Exported[],
): Promise<Pvcs> {
  if (!objects.some(each => classesNamed(each).length > 0)) return inClasses(objects, nothing);
  const found = inClasses(objects, await classesOf(cluster));
  for (const { pvc, storageClass } of found.lacking)
    if ((await cluster.get(pathOf(resources.pvc, into, pvc))) === undefined)
      throw new UserError(
        `the PVC ${pvc} wants the storage class ${storageClass}, which this cluster does not have, and it has no default one`,
        `make that class, or the PVC itself in ${into}, and run it again`,
      );
  return found;
}

const nothing: Classes = { names: [], usual: undefined };

async function classesOf(cluster: Pick<Cluster, 'list'>): Promise<Classes> {
  const { items } = await cluster.list<KubeObject>(pathOf(resources.storageClass, ''));
  const isUsual = ({ metadata }: KubeObject) =>
    metadata?.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  return {
    names: items.flatMap(({ metadata }) => metadata?.name ?? []),
    usual: items.find(isUsual)?.metadata?.name,
  };
}

/** @returns with the PVCs whose class is not there, when nothing can stand for it. Pure. */
export function inClasses(
  objects: readonly Exported[],
  { names, usual }: Classes,
): Pvcs & { readonly lacking: readonly { readonly pvc: string; readonly storageClass: string }[] } {
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
    const stays = typeof storageClassName === 'string' && (usual === undefined || !isLost(storageClassName));
    // The empty one is none: such a PVC takes a volume that somebody has made.
    return { ...rest, ...(stays || storageClassName === '' ? { storageClassName } : {}) };
  };
  return {
    objects: objects.map(object => withPvcs(object, wanted)),
    changes:
      usual === undefined
        ? []
        : lost.map(
            ({ pvc, storageClass }) =>
              `the PVC ${pvc} gets the storage class ${usual}: ${storageClass}, which it had, is not there`,
          ),
    lacking: usual === undefined ? lost : [],
  };
}

/** A PVC, and a StatefulSet that makes some; nothing else is changed. */
function withPvcs(object: Exported, change: (spec: unknown) => unknown): Exported {
  if (object.kind === 'PersistentVolumeClaim') return { ...object, spec: change(object.spec) } as Exported;
  if (object.kind !== 'StatefulSet' || !isMap(object.spec)) return object;
  const { volumeClaimTemplates: templates } = object.spec;
  if (templates === undefined) return object;
  const changed = mapsIn(templates).map(each => ({ ...each, spec: change(each.spec) }));
  return { ...object, spec: { ...object.spec, volumeClaimTemplates: changed } } as Exported;
}

/** What a PVC, or what a StatefulSet makes, asks for. */
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
