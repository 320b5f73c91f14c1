import type { KubeObject } from '../../cluster/objects.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import type { BackupManifest } from '../manifest.ts';
import type { Exported } from './portable.ts';

/** Finds out how each PVC of a namespace is backed up. */

/** By the name of a PVC, or of a StatefulSet's template: `data-db` covers `data-db-0` and `data-db-1`. */
export type DeclaredPvcs = Readonly<
  Record<string, Exclude<BackupManifest['volumes'][number]['covered'], 'not'>>
>;

interface PvcCoverage {
  readonly volumes: BackupManifest['volumes'];
  /** Declared names that match no PVC: renamed or mistyped. */
  readonly unmatched: readonly string[];
}

/** Matches PVCs with their declarations. An undeclared PVC is `not` covered, which makes the backup incomplete. Pure. */
export function pvcsOf(objects: readonly Exported[], pvcs: DeclaredPvcs): PvcCoverage {
  const found = objects.filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const templates = objects.filter(({ kind }) => kind === 'StatefulSet').flatMap(templatesOf);
  const used = new Set<string>();
  const volumes = found.map(({ metadata: { name, namespace = '' } }) => {
    const template = templates.find(
      each => name.startsWith(`${each}-`) && /^\d+$/.test(name.slice(each.length + 1)),
    );
    const declared = [name, template].find(each => each !== undefined && Object.hasOwn(pvcs, each));
    if (declared !== undefined) used.add(declared);
    return { namespace, pvc: name, covered: pvcs[declared ?? ''] ?? ('not' as const) };
  });
  return { volumes, unmatched: Object.keys(pvcs).filter(name => !used.has(name)) };
}

/** Returns `TEMPLATE-STATEFULSET` for each template; Kubernetes appends the ordinal of the pod. */
export const templatesOf = ({ metadata, spec }: KubeObject): string[] =>
  mapsIn(isMap(spec) ? spec.volumeClaimTemplates : []).map(
    each => `${isMap(each.metadata) ? each.metadata.name : ''}-${metadata?.name}`,
  );
