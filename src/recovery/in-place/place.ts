import { templateOf, type Workload } from '../../release/workloads/kinds.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { dataMount } from '../data-mount.ts';

/** Where the files of a database are that is restored over itself: the PVCs of its pods, and the folder in them. */

export interface FilesPlace {
  /** One of each pod; that of the first one, into which is restored, first. */
  readonly pvcs: readonly string[];
  /** Within the PVC, without "/" at its beginning. */
  readonly folder: string;
}

/**
 * Pure.
 * @param given the folder of the files in the container, as slipway.yml has it. Default: its variable PGDATA.
 * @throws UserError when it is not said, is on no PVC, or is a whole PVC: what is a place of its own cannot be moved aside.
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
      `nothing says in which folder the files of ${name} are`,
      'add `in-place: {data: /path}` to the database in slipway.yml',
    );
  const mount = dataMount(workload, container, data);
  if (mount === undefined || mount.part)
    throw new UserError(
      `${data} of ${name} is on no PVC of its pods`,
      'correct `in-place.data` of the database in slipway.yml; what is on no PVC is restored by starting the pod anew',
    );
  const { pvc, perPod, folder } = mount;
  if (folder === '')
    throw new UserError(
      `the files of ${name} are all of their volume, and cannot be moved aside in it`,
      'let PGDATA be a folder in it, or restore into another namespace and lead the application there',
    );
  const numbers = Array.from({ length: replicas }, (_, index) => firstOrdinal(workload) + index);
  return { pvcs: perPod ? numbers.map(each => `${pvc}-${each}`) : [pvc], folder };
}

/**
 * Pure.
 * @throws UserError when Kubernetes deletes the PVCs of a StatefulSet as soon as it has no pods, as during a restore.
 */
export function demandKeptPvcs({ metadata, spec }: Workload): void {
  const { persistentVolumeClaimRetentionPolicy: policy }: Record<string, unknown> = isMap(spec) ? spec : {};
  if (!isMap(policy) || policy.whenScaled !== 'Delete') return;
  const name = metadata?.name ?? '';
  throw new UserError(
    `a restore stops all pods of ${name}, and its persistentVolumeClaimRetentionPolicy deletes their PVCs then (whenScaled: Delete)`,
    `set it to Retain first: kubectl patch statefulset ${name} --type merge -p '{"spec":{"persistentVolumeClaimRetentionPolicy":{"whenScaled":"Retain"}}}'`,
  );
}

function firstOrdinal({ spec }: Workload): number {
  const { ordinals }: Record<string, unknown> = isMap(spec) ? spec : {};
  return isMap(ordinals) && typeof ordinals.start === 'number' ? ordinals.start : 0;
}
