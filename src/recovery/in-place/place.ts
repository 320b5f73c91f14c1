import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { templateOf, type Workload } from '../../workloads/kinds.ts';
import { dataMount } from '../data-mount.ts';

/** Finds the files of a database for an in-place restore: the PVCs of its pods, and the folder in them. */

export interface FilesPlace {
  /** One per pod; first that of the first pod, into which the backup is restored. */
  readonly pvcs: readonly string[];
  /** Relative to the PVC, without a leading "/". */
  readonly folder: string;
}

/**
 * Returns the PVCs and the folder of the database files. Pure.
 * @param given the data folder in the container, as in slipway.yml. Default: the container's variable PGDATA.
 * @throws UserError if the folder is unknown, is on no PVC, or is the root of one: a mount point cannot be moved aside.
 */
export function placeIn(
  workload: Workload,
  container: string | undefined,
  given: string | undefined,
  replicas: number,
): FilesPlace {
  const spec = templateOf(workload)?.spec;
  const name = workload.metadata?.name ?? '';
  const of = spec?.containers.find(each => container === undefined || each.name === container);
  const data = given ?? of?.env?.find(each => each.name === 'PGDATA')?.value;
  if (data === undefined || data.includes('$('))
    throw new UserError(
      `the data folder of ${name} is unknown: neither slipway.yml nor a literal PGDATA names it`,
      'add `in-place: {data: /path}` to the database in slipway.yml',
    );
  const mount = dataMount(workload, container, data);
  if (mount === undefined || mount.part)
    throw new UserError(
      `${data} of ${name} is on no PVC of its pods`,
      'correct `in-place.data` of the database in slipway.yml, or recreate the pod if its data are on no PVC',
    );
  const { pvc, perPod, folder } = mount;
  if (folder === '')
    throw new UserError(
      `the data folder of ${name} is the root of its volume, so it cannot be moved aside`,
      'set PGDATA to a folder in the volume, or restore into another namespace and point the application there',
    );
  const numbers = Array.from({ length: replicas }, (_, index) => firstOrdinal(workload) + index);
  return { pvcs: perPod ? numbers.map(each => `${pvc}-${each}`) : [pvc], folder };
}

/** Returns the folder into which a restore moves the files that it finds. Pure. */
export const asideOf = ({ folder }: FilesPlace, id: string): string => `${folder}.before-${id}`;

/**
 * Checks that the PVCs of a StatefulSet are kept while a restore scales it to 0. Pure.
 * @throws UserError if its retention policy deletes them.
 */
export function requireKeptPvcs({ metadata, spec }: Workload): void {
  const { persistentVolumeClaimRetentionPolicy: policy }: Record<string, unknown> = isMap(spec) ? spec : {};
  if (!isMap(policy) || policy.whenScaled !== 'Delete') return;
  const name = metadata?.name ?? '';
  throw new UserError(
    `a restore scales ${name} to 0, and its persistentVolumeClaimRetentionPolicy would delete the PVCs (whenScaled: Delete)`,
    `set it to Retain first: kubectl patch statefulset ${name} --type merge -p '{"spec":{"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Retain"}}}'`,
  );
}

function firstOrdinal({ spec }: Workload): number {
  const { ordinals }: Record<string, unknown> = isMap(spec) ? spec : {};
  return isMap(ordinals) && typeof ordinals.start === 'number' ? ordinals.start : 0;
}
