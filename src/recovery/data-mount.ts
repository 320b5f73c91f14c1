import { posix } from 'node:path';
import { templateOf, type Workload } from '../release/workloads/kinds.ts';

/** Where in the volumes of its pods PostgreSQL has its data. */

export interface DataMount {
  /** The PVC by its name, or by that of its template with the workload (`data-db`). */
  readonly pvc: string;
  /** Whether each pod has one of its own, with its number behind that name. */
  readonly perPod: boolean;
  /** Whether only a part of the PVC is mounted. */
  readonly part: boolean;
  /** Within what is mounted, without "/" at its beginning; empty when it is all of it. */
  readonly folder: string;
}

/**
 * Undefined where the data are on no PVC. Pure.
 * @param container default: the first one.
 * @param directory its `data_directory`.
 */
export function dataMount(
  workload: Workload,
  container: string | undefined,
  directory: string,
): DataMount | undefined {
  const { containers = [], volumes = [] } = templateOf(workload)?.spec ?? {};
  const path = posix.resolve('/', directory);
  const mounts = containers.find(({ name }) => container === undefined || name === container)?.volumeMounts;
  const [mount] = (mounts ?? [])
    .map(each => ({ ...each, at: posix.resolve('/', each.mountPath) }))
    .filter(({ at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length);
  if (mount === undefined) return undefined;
  const place = { part: mount.subPath !== undefined, folder: posix.relative(mount.at, path) };
  // A template goes before a volume of its name.
  if (workload.spec?.volumeClaimTemplates?.some(({ metadata }) => metadata?.name === mount.name))
    return { pvc: `${mount.name}-${workload.metadata?.name}`, perPod: true, ...place };
  const pvc = volumes.find(({ name }) => name === mount.name)?.persistentVolumeClaim?.claimName;
  return pvc === undefined ? undefined : { pvc, perPod: false, ...place };
}
