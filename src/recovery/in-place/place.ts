import { posix } from 'node:path';
import { templateOf, type Workload } from '../../release/workloads/kinds.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';

/** Where the files of a database are that is restored over itself: the claims of its pods, and the folder in them. */

export interface FilesPlace {
  /** One of each pod; that of the first one, into which is restored, first. */
  readonly claims: readonly string[];
  /** Within the claim, without "/" at its beginning. */
  readonly folder: string;
}

/**
 * Pure.
 * @param given the folder of the files in the container, as slipway.yml has it. Default: its variable PGDATA.
 * @throws UserError when it is not said, is on no claim, or is a whole claim: what is a place of its own cannot be moved aside.
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
  const path = posix.resolve('/', data);
  const mount = (of?.volumeMounts ?? [])
    .filter(({ mountPath, subPath }) => subPath === undefined && isIn(path, posix.resolve('/', mountPath)))
    .toSorted((a, b) => b.mountPath.length - a.mountPath.length)[0];
  const claims = mount === undefined ? undefined : claimsOf(workload, mount.name, replicas);
  if (mount === undefined || claims === undefined)
    throw new UserError(
      `${path} of ${name} is on no claim of its pods`,
      'correct `in-place.data` of the database in slipway.yml; what is on no claim is restored by starting the pod anew',
    );
  const folder = posix.relative(posix.resolve('/', mount.mountPath), path);
  if (folder === '')
    throw new UserError(
      `the files of ${name} are all of their volume, and cannot be moved aside in it`,
      'let PGDATA be a folder in it, or restore into another namespace and lead the application there',
    );
  return { claims, folder };
}

const isIn = (path: string, folder: string) =>
  path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`);

/** Of a StatefulSet one for each pod, of anything else the one that its only pod has; undefined when there is none. Pure. */
function claimsOf(workload: Workload, volume: string, replicas: number): string[] | undefined {
  const name = workload.metadata?.name ?? '';
  const spec: Record<string, unknown> = isMap(workload.spec) ? workload.spec : {};
  const templates = mapsIn(spec.volumeClaimTemplates).map(({ metadata }) => isMap(metadata) && metadata.name);
  const first = isMap(spec.ordinals) && typeof spec.ordinals.start === 'number' ? spec.ordinals.start : 0;
  if (templates.includes(volume))
    return Array.from({ length: replicas }, (_, index) => `${volume}-${name}-${first + index}`);
  const claim = templateOf(workload)?.spec?.volumes?.find(
    each => each.name === volume,
  )?.persistentVolumeClaim;
  return claim === undefined ? undefined : [claim.claimName];
}
