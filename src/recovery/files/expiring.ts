import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Backup, keep, neededBySet, type Retained, type RetentionPolicy } from '../retention.ts';
import { parseCheck, type Snapshot } from './answers.ts';
import { type Access, call, must, snapshotsOf } from './repository.ts';
import { check, forget, prune, type Source, subsetOfWeek } from './restic.ts';

/** Deletes backups of files that are not needed any more: verify, then expire. */

export interface FilesExpiry extends Access {
  readonly source: Pick<Source, 'name'>;
  readonly policy: RetentionPolicy;
  /** Snapshots that were restored and compared, or made by a run that passed, and when; ms since 1970. */
  readonly verified: ReadonlyMap<string, number>;
  /** Snapshots that a set which stays is restored from, whatever the policy says. */
  readonly needed?: ReadonlySet<string>;
  now(): number;
}

/**
 * Nothing goes unless the repository is whole, and what is judged is what is there then.
 * @returns what stays and what went, with the reasons.
 * @throws UserError when the repository is not whole, nobody may delete from it, or it does not do so.
 */
export async function expireFiles(task: FilesExpiry): Promise<Retained> {
  const { source, repository, policy, verified, now, report } = task;
  if (repository.locked === true)
    throw new UserError(
      `${repository.name} lets nothing be deleted`,
      'let what is locked there be expired by the rules of its storage, or by hand',
    );
  const all = (await snapshotsOf(task, source)) ?? [];
  const judged = retain(all, { verified, needed: task.needed ?? new Set() }, policy, now());
  if (judged.goes.length === 0) return judged;
  const faults = parseCheck(await call(task, check(subsetOfWeek(now()))));
  if (faults.length > 0)
    throw new UserError(
      `nothing is deleted from ${repository.name}, because it is not whole: ${faults[0]?.slice(0, 300)}`,
      'fix it first: what is old may be all that can still be restored',
    );
  for (const { backup, why } of judged.goes)
    report(`${source.name}: ${backup.label.slice(0, 8)} goes: ${why}`);
  const ids = judged.goes.map(({ backup }) => backup.label);
  await must(task, `forget ${counted(ids.length, 'backup')}`, forget(ids));
  // It answers 0 whatever it did.
  const still = new Set((await snapshotsOf(task, source))?.map(({ id }) => id));
  const left = ids.filter(id => still.has(id));
  if (left.length > 0)
    throw new UserError(
      `${counted(left.length, 'backup')} of ${source.name} could not be deleted from ${repository.name}`,
      'see whether the login may delete there',
    );
  await must(task, 'delete what no backup needs', prune);
  return judged;
}

/** Each of them is whole by itself: restic builds none upon another. Pure. */
export function retain(
  snapshots: readonly Snapshot[],
  {
    verified,
    needed,
  }: { readonly verified: ReadonlyMap<string, number>; readonly needed: ReadonlySet<string> },
  policy: RetentionPolicy,
  now: number,
): Retained {
  const backups = snapshots.map(({ id, at }): Backup => {
    const verifiedAt = verified.get(id);
    return {
      ...{ label: id, type: 'full', finishedAt: at },
      ...(verifiedAt === undefined ? {} : { verifiedAt }),
      ...(needed.has(id) ? { needed: neededBySet } : {}),
    };
  });
  return keep(backups, policy, now);
}
