import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import type { Exported } from '../cluster-objects/portable.ts';

/** Claims as another cluster can make them: it may have other storage classes, and what a claim was once made from is lost. */

/** The storage classes of a cluster. */
export interface Classes {
  readonly names: readonly string[];
  /** The one that a claim gets which names none. */
  readonly usual: string | undefined;
}

export interface Claims {
  readonly objects: readonly Exported[];
  /** What was changed, a sentence each. */
  readonly changes: readonly string[];
}

/**
 * Size and mode stay. A class that is not there is left to the cluster's default: what was behind it is of the place that is lost.
 * @throws UserError when there is no default, and nobody has made the claim by hand.
 */
export async function claimsFor(
  { cluster, into }: { readonly cluster: Pick<Cluster, 'get' | 'list'>; readonly into: string },
  objects: readonly Exported[],
): Promise<Claims> {
  if (!objects.some(each => classesNamed(each).length > 0)) return inClasses(objects, nothing);
  const found = inClasses(objects, await classesOf(cluster));
  for (const { claim, storageClass } of found.lacking)
    if ((await cluster.get(pathOf(resources.claim, into, claim))) === undefined)
      throw new UserError(
        `the claim ${claim} wants the storage class ${storageClass}, which this cluster does not have, and it has no default one`,
        `make that class, or the claim itself in ${into}, and run it again`,
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

/** @returns with the claims whose class is not there, when nothing can stand for it. Pure. */
export function inClasses(
  objects: readonly Exported[],
  { names, usual }: Classes,
): Claims & { readonly lacking: readonly { readonly claim: string; readonly storageClass: string }[] } {
  const isLost = (storageClass: string) => !names.includes(storageClass);
  const lost = objects
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .flatMap(each =>
      classesNamed(each)
        .filter(isLost)
        .map(storageClass => ({ claim: each.metadata.name, storageClass })),
    );
  const wanted = (spec: unknown) => {
    const { dataSource: _, dataSourceRef: __, storageClassName, ...rest } = isMap(spec) ? spec : {};
    const stays = typeof storageClassName === 'string' && (usual === undefined || !isLost(storageClassName));
    // The empty one is none: such a claim takes a volume that somebody has made.
    return { ...rest, ...(stays || storageClassName === '' ? { storageClassName } : {}) };
  };
  return {
    objects: objects.map(object => withClaims(object, wanted)),
    changes:
      usual === undefined
        ? []
        : lost.map(
            ({ claim, storageClass }) =>
              `the claim ${claim} gets the storage class ${usual}: ${storageClass}, which it had, is not there`,
          ),
    lacking: usual === undefined ? lost : [],
  };
}

/** A claim, and a StatefulSet that makes some; nothing else is changed. */
function withClaims(object: Exported, change: (spec: unknown) => unknown): Exported {
  if (object.kind === 'PersistentVolumeClaim') return { ...object, spec: change(object.spec) } as Exported;
  if (object.kind !== 'StatefulSet' || !isMap(object.spec)) return object;
  const { volumeClaimTemplates: templates } = object.spec;
  if (templates === undefined) return object;
  const changed = mapsIn(templates).map(each => ({ ...each, spec: change(each.spec) }));
  return { ...object, spec: { ...object.spec, volumeClaimTemplates: changed } } as Exported;
}

/** What a claim, or what a StatefulSet makes, asks for. */
function classesNamed({ kind, spec }: Exported): string[] {
  if (!isMap(spec)) return [];
  const claims =
    kind === 'PersistentVolumeClaim'
      ? [spec]
      : kind === 'StatefulSet'
        ? mapsIn(spec.volumeClaimTemplates).map(each => each.spec)
        : [];
  return claims.flatMap(each =>
    isMap(each) && typeof each.storageClassName === 'string' && each.storageClassName !== ''
      ? [each.storageClassName]
      : [],
  );
}
