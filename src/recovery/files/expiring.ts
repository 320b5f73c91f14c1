import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';
import { keep, neededBySet, type Retained, type RetainedBackup, type RetentionPolicy } from '../retention.ts';
import { parseCheck } from './answers.ts';
import { type Access, call, resticOrThrow, snapshotsOf } from './repository.ts';
import { type BackedUpFolder, check, forget, prune, subsetOfWeek } from './restic.ts';

/** Deletes backups of files by the retention policy, after the repository has been checked. */

interface FilesExpiry extends Access {
  readonly source: Pick<BackedUpFolder, 'name'>;
  readonly policy: RetentionPolicy;
  /** Snapshots that were restored and compared, or made by a run that succeeded, and when; ms since 1970. */
  readonly verified: ReadonlyMap<string, number>;
  /** Snapshots of sets that are kept; these stay even if the policy would delete them. */
  readonly needed?: ReadonlySet<string>;
  now(): number;
}

/**
 * Deletes the backups that the policy does not keep. Deletes nothing unless the repository passes a check.
 * @returns the kept and the deleted backups, with reasons.
 * @throws UserError when the repository is damaged or locked, or a backup is still there after its deletion.
 */
export async function expireFiles(task: FilesExpiry): Promise<Retained> {
  const { source, repository, policy, verified, needed, now, report } = task;
  if (repository.locked === true)
    throw new UserError(
      `backups in ${repository.name} cannot be deleted: the repository is locked`,
      'configure its storage to expire locked backups, or delete them by hand',
    );
  const all = (await snapshotsOf(task, source)) ?? [];
  const backups = all.map(({ id, at }): RetainedBackup => {
    const optional = { verifiedAt: verified.get(id), needed: needed?.has(id) ? neededBySet : undefined };
    // Every restic snapshot counts as a full backup, because it depends on no other.
    return { label: id, type: 'full', finishedAt: at, ...defined(optional) };
  });
  const judged = keep(backups, policy, now());
  if (judged.expired.length === 0) return judged;
  const faults = parseCheck(await call(task, check(subsetOfWeek(now()))));
  if (faults.length > 0)
    throw new UserError(
      `no backup is deleted from ${repository.name}, because its check failed: ${faults[0]?.slice(0, 300)}`,
      'repair the repository first: the old backups may be the only ones that can still be restored',
    );
  for (const { backup, why } of judged.expired)
    report(`${source.name}: deleting ${backup.label.slice(0, 8)}: ${why}`);
  const ids = judged.expired.map(({ backup }) => backup.label);
  await resticOrThrow(task, `forget ${counted(ids.length, 'backup')}`, forget(ids));
  // `restic forget` exits with 0 even when it deletes nothing.
  const still = new Set((await snapshotsOf(task, source))?.map(({ id }) => id));
  const left = ids.filter(id => still.has(id));
  if (left.length > 0)
    throw new UserError(
      `${counted(left.length, 'backup')} of ${source.name} could not be deleted from ${repository.name}`,
      'check that the credentials allow deletion',
    );
  await resticOrThrow(task, 'delete data that no backup needs', prune);
  return judged;
}
