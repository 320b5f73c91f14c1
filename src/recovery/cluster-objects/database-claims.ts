import { templateOf, type Workload } from '../../release/workloads/kinds.ts';

/**
 * The claim on which PostgreSQL has its data, by its name or that of its template with the workload (`data-db`): its backups are those of
 * the database. Undefined where the data are on no claim. Pure.
 * @param directory its `data_directory`.
 */
export function databaseClaim(
  workload: Workload,
  container: string | undefined,
  directory: string,
): string | undefined {
  const spec = templateOf(workload)?.spec;
  const { containers = [], volumes = [] } = spec ?? {};
  const mounts = (containers.find(({ name }) => name === container) ?? containers[0])?.volumeMounts ?? [];
  const [mount] = mounts
    .filter(({ mountPath }) => isWithin(directory, mountPath))
    .sort((a, b) => b.mountPath.length - a.mountPath.length);
  if (mount === undefined) return undefined;
  const volume = volumes.find(({ name }) => name === mount.name);
  if (volume !== undefined) return volume.persistentVolumeClaim?.claimName;
  const templates = workload.spec?.volumeClaimTemplates ?? [];
  const isOfTemplate = templates.some(({ metadata }) => metadata?.name === mount.name);
  return isOfTemplate ? `${mount.name}-${workload.metadata?.name}` : undefined;
}

const isWithin = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
