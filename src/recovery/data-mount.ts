import { posix } from 'node:path';
import { templateOf, type Workload } from '../workloads/kinds.ts';

/** The PVC that holds the data of PostgreSQL, and the folder in it. */

interface DataMount {
  /** Name of the PVC, or that of its template with the workload (`data-db`). */
  readonly pvc: string;
  /** Whether each pod has a PVC, whose name ends with the number of the pod. */
  readonly perPod: boolean;
  /** Whether only a part of the PVC is mounted. */
  readonly part: boolean;
  /** Path inside the mount, without a leading "/"; empty for the whole mount. */
  readonly folder: string;
}

/**
 * Returns where the data directory is; undefined when it is not on a PVC. Pure.
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
  // A PVC template takes precedence over a volume of the same name.
  if (workload.spec?.volumeClaimTemplates?.some(({ metadata }) => metadata?.name === mount.name))
    return { pvc: `${mount.name}-${workload.metadata?.name}`, perPod: true, ...place };
  const pvc = volumes.find(({ name }) => name === mount.name)?.persistentVolumeClaim?.claimName;
  return pvc === undefined ? undefined : { pvc, perPod: false, ...place };
}
