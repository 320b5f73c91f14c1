import { UserError } from '../toolkit/errors.ts';
import type { ResticRepository } from './files/restic.ts';
import { dumpSource } from './managed/dumping.ts';
import type { ManagedRestore } from './managed/restoring.ts';
import type { PartsTask } from './restoring-parts.ts';

/** Chooses the repository that a part of a set is restored from. */

/**
 * Returns the dump of a managed database in a set.
 * @throws {UserError} when the set does not contain it, or not in that repository.
 */
export function managedIn(
  { at, repository }: Pick<PartsTask, 'at' | 'repository'>,
  name: string,
  repositories: ReadonlyMap<string, ResticRepository>,
): Pick<ManagedRestore, 'managed' | 'source' | 'repository' | 'snapshot'> {
  const managed = at.set.manifest.managed?.find(each => each.name === name);
  const place = chosen(managed?.backups, repositories, repository, `the managed database ${name}`);
  if (managed === undefined) throw new Error('a dump of nothing');
  return { managed, source: dumpSource(at.owner, name), ...place };
}

/** Checks that each part has a backup that can be read. @throws {UserError} for the first one that has none. */
export function requireBackups(
  { at, repository }: Pick<PartsTask, 'at' | 'repository'>,
  wanted: Readonly<Record<'managed' | 'volumes' | 'buckets', readonly string[]>>,
  repositories: ReadonlyMap<string, ResticRepository>,
): void {
  const { managed = [], volumes, objectStores } = at.set.manifest;
  const check = (backups: Parameters<typeof chosen>[0], what: string) =>
    chosen(backups, repositories, repository, what);
  for (const name of wanted.managed)
    check(managed.find(each => each.name === name)?.backups, `the managed database ${name}`);
  for (const pvc of wanted.volumes)
    check(volumes.find(each => each.pvc === pvc)?.files?.backups, `the volume ${pvc}`);
  for (const name of wanted.buckets)
    check(objectStores.find(each => each.name === name)?.backups, `the bucket ${name}`);
}

/** Returns the given repository, or the first one in the set, with its snapshot there. */
export function chosen(
  backups: readonly { readonly repository: string; readonly snapshot: string }[] = [],
  repositories: ReadonlyMap<string, ResticRepository>,
  wanted: string | undefined,
  what: string,
): { repository: ResticRepository; snapshot: string } {
  for (const { repository: name, snapshot } of backups) {
    const repository = repositories.get(name);
    if (repository !== undefined && (wanted === undefined || wanted === name))
      return { repository, snapshot };
  }
  throw new UserError(
    `the set contains no backup of ${what}${wanted === undefined ? '' : ` in ${wanted}`}`,
    backups.length === 0
      ? 'choose a set that contains it'
      : `choose one of ${backups.map(({ repository }) => repository).join(', ')}`,
  );
}
