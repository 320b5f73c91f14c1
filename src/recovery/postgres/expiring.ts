import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  type Backup as Judged,
  keep,
  neededBySet,
  type Retained,
  type RetentionPolicy,
} from '../retention.ts';
import { refused, stanzaOf } from './backing-up.ts';
import { diskOf, gigabytes, nearlyFull } from './disk.ts';
import type { Exec } from './exec.ts';
import type { Backup, Stanza } from './info.ts';
import { expire, expiredIn, type RepositoryName } from './pgbackrest.ts';

/**
 * Deletes backups of a database that nothing needs any more, by backup set. The retention in pgBackRest's own configuration knows nothing
 * of the sets that are restored from its backups, and is not asked.
 */

export interface BackupsExpiry {
  readonly exec: Exec;
  readonly place: RepositoryName;
  /** What pgBackRest said of its repositories after the backup of this run. What was made since is noticed when something is removed. */
  readonly stanza: Stanza;
  /** Of the repository, in slipway.yml. */
  readonly name: string;
  /** For how long nobody can delete what is written there; ms. Where it is set, nothing is taken away by us. */
  readonly locked: number | undefined;
  readonly by: Deciding;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** What decides which backups stay. */
export interface Deciding {
  /** Label of the backup that this run has made and proved. */
  readonly made: string;
  /** As `ownerAnnotation` says it. */
  readonly owner: string;
  /** Labels of the backups that the sets which stay are restored from. */
  readonly needed: ReadonlySet<string>;
  readonly policy: RetentionPolicy;
  /** ms since 1970. */
  readonly now: number;
}

export interface Expired {
  /** Why the repository grows, or will be full: the run is red for each. With its remedy. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** Noted with each backup: another application may keep its database in the same stanza. */
export const ownerAnnotation = 'slipway-owner';

/** @throws UserError when the repository cannot be read. */
export async function expireBackups(task: BackupsExpiry): Promise<Expired> {
  const { place, stanza, name, locked, by } = task;
  const own = stanza.backups.filter(({ repository }) => repository === place.repository);
  const judged = judgeBackups(own, locked, by);
  const notes = ofOthers(name, own, by.owner);
  const removed = locked === undefined ? await remove(task, own, judged) : [];
  const disk = await fills(task, own);
  notes.push(...disk.notes);
  if (locked !== undefined && judged.goes.length > 0)
    notes.push(
      `${name}: no longer needed and no longer locked: ${counted(judged.goes.length, 'backup')} of ${sizeOf(own, labelsOf(judged.goes))}, the oldest ${rootsOf(judged.goes)[0]}. Slipway removes nothing from a locked repository, so it grows; let another login remove them with \`pgbackrest expire --set\``,
    );
  return { problems: [...removed, ...disk.problems], notes };
}

/**
 * Judges every backup of one repository.
 *
 * - What a set that stays is restored from stays, and what another application made.
 * - What no set names, because its run failed or pgBackRest alone made it, is judged by the same policy.
 * - The chain of the backup that this run has proved stays, and nothing goes that is not older than its full backup.
 *
 * Pure.
 * @param locked for how long the storage refuses to delete; ms.
 */
export function judgeBackups(
  backups: readonly Backup[],
  locked: number | undefined,
  { made, owner, needed, policy, now }: Deciding,
): Retained {
  const proved = chains(backups, new Set([made, ...needed]));
  const newest = backups.find(({ label }) => label === made);
  if (newest === undefined)
    throw new UserError(
      `the backup ${made} of this run is not there any more`,
      'see who else expires backups of this stanza, and let only Slipway do it',
    );
  const all = backups.map((each): Judged => {
    const why =
      each === newest
        ? 'this run has made and proved it'
        : needed.has(each.label)
          ? neededBySet
          : ofAnother(each, owner);
    return {
      label: each.label,
      type: types[each.type],
      ...(each.prior === undefined ? {} : { prior: each.prior }),
      finishedAt: each.endedAt,
      ...(proved.has(each.label) ? { verifiedAt: now } : {}),
      ...(locked === undefined ? {} : { lockedUntil: each.endedAt + locked }),
      ...(why === undefined ? {} : { needed: why }),
    };
  });
  // The clock of the database may be ahead of ours: what this run has proved is no backup of the future.
  return keep(all, policy, Math.max(now, newest.endedAt));
}

const types = { full: 'full', diff: 'differential', incr: 'incremental' } as const;

function ofAnother({ annotations }: Backup, owner: string): string | undefined {
  const other = annotations[ownerAnnotation];
  return other === undefined || other === owner ? undefined : `${other} made it`;
}

/** Labels with those of all that they are built upon. */
function chains(backups: readonly Backup[], labels: ReadonlySet<string>): Set<string> {
  const all = new Map(backups.map(each => [each.label, each]));
  const found = new Set<string>();
  for (const label of labels)
    for (let at = all.get(label); at !== undefined && !found.has(at.label); at = all.get(at.prior ?? ''))
      found.add(at.label);
  return found;
}

/** Of what goes, what pgBackRest is asked to remove: it removes what is built upon it, too. The oldest first. Pure. */
export function rootsOf(goes: Retained['goes']): string[] {
  const labels = labelsOf(goes);
  return goes
    .filter(({ backup: { prior } }) => prior === undefined || !labels.has(prior))
    .map(({ backup }) => backup.label)
    .sort();
}

const labelsOf = (goes: Retained['goes']) => new Set(goes.map(({ backup }) => backup.label));

/** @returns why not all of it could be removed. What fails once is not tried again with the next. */
async function remove(
  { exec, place, name, signal, report }: BackupsExpiry,
  own: readonly Backup[],
  { goes }: Retained,
): Promise<string[]> {
  const may = labelsOf(goes);
  const there = new Set(own.map(({ label }) => label));
  for (const set of rootsOf(goes)) {
    const gone = [...there].filter(label => label === set || isBuiltUpon(own, label, set));
    for (const label of gone) there.delete(label);
    const fulls = own.filter(each => each.type === 'full' && there.has(each.label)).length;
    const asked = await exec(expire(place, { set, fulls, dryRun: true }), { signal });
    // Meanwhile another run may have built upon it.
    const wrong = expiredIn(asked.stdout).find(label => !may.has(label));
    if (wrong !== undefined)
      return [
        `${name}: ${set} was not removed: pgBackRest would remove ${wrong} with it, which stays; see what else makes backups in this stanza, and run the step again`,
      ];
    const done =
      asked.code === 0 ? await exec(expire(place, { set, fulls, dryRun: false }), { signal }) : asked;
    if (done.code !== 0)
      return [
        `${name}: ${set} is no longer needed and was not removed, so the repository grows: ${refused(place, done).sentence}; let the login of pgBackRest delete there, or declare the repository \`locked\``,
      ];
    report(`${name}: ${gone.sort().join(', ')} removed`);
  }
  if (goes.length === 0) return [];
  const after = await stanzaOf({ exec, place, signal });
  const left = after.backups.find(
    ({ label, repository }) => repository === place.repository && may.has(label),
  );
  return left === undefined
    ? []
    : [
        `${name}: pgBackRest was told to remove ${left.label}, and still lists it, so the repository grows; see its log in the pod`,
      ];
}

function isBuiltUpon(backups: readonly Backup[], label: string, set: string): boolean {
  return label !== set && chains(backups, new Set([label])).has(set);
}

/** Whether the disk will be full, where there is one that can be looked at. */
async function fills({ exec, place, name, signal }: BackupsExpiry, own: readonly Backup[]): Promise<Expired> {
  try {
    const disk = await diskOf(exec, place, signal);
    const next = own.findLast(({ type }) => type === 'full')?.repositoryCopied ?? 0;
    const why = disk && nearlyFull(disk, next);
    return { problems: why === undefined ? [] : [`${name}: ${why}`], notes: [] };
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return { problems: [], notes: [`${name}: ${error.sentence}`] };
  }
}

/** Whoever was renamed, or shares the database, removes nothing here: that is said each time. */
function ofOthers(name: string, own: readonly Backup[], owner: string): string[] {
  const others = own.filter(each => ofAnother(each, owner) !== undefined);
  if (others.length === 0) return [];
  const size = sizeOf(others, new Set(others.map(({ label }) => label)));
  return [
    `${name}: ${counted(others.length, 'backup')} (${size}) of this stanza, the newest ${others.at(-1)?.label}, made by ${others[0]?.annotations[ownerAnnotation]}, whose runs alone remove them`,
  ];
}

function sizeOf(backups: readonly Backup[], labels: ReadonlySet<string>): string {
  const bytes = backups
    .filter(({ label }) => labels.has(label))
    .reduce((sum, { repositoryCopied }) => sum + repositoryCopied, 0);
  return gigabytes(bytes);
}
