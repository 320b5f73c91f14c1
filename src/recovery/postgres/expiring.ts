import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  type Backup as Judged,
  keep,
  neededBySet,
  type Retained,
  type RetentionPolicy,
} from '../retention.ts';
import { lockHeld, refused, stanzaOf } from './backing-up.ts';
import { diskOf, gigabytes, nearlyFull } from './disk.ts';
import type { Exec } from './exec.ts';
import { type Backup, demandRead } from './info.ts';
import { expire, expiredIn, type RepositoryName } from './pgbackrest.ts';

/**
 * Deletes backups of a database that nothing needs any more, by backup set. The retention in pgBackRest's own configuration knows nothing
 * of the sets that are restored from its backups, and is not asked.
 */

export interface BackupsExpiry {
  readonly exec: Exec;
  readonly place: RepositoryName;
  /** Of the repository, in slipway.yml. */
  readonly name: string;
  /** For how long nobody can delete what is written there; ms. Where it is set, nothing is taken away by us. */
  readonly locked: number | undefined;
  /** Without it nothing is removed now, and only the disk is looked at. */
  readonly by: Deciding | undefined;
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
  /** Those that the sets of this owner name, whether they stay or go. What no annotation gives to an owner is ours by them alone. */
  readonly named: ReadonlySet<string>;
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

/** What fails is a problem, and never keeps the disk from being looked at. */
export async function expireBackups(task: BackupsExpiry): Promise<Expired> {
  const { by, name, signal } = task;
  const asProblem = (error: unknown): Expired => {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return failed(`${name}: ${error.sentence}`);
  };
  const removed = by === undefined ? nothing : await removeOld(task, by).catch(asProblem);
  const disk = await fills(task);
  return { problems: [...removed.problems, ...disk.problems], notes: [...removed.notes, ...disk.notes] };
}

const nothing: Expired = { problems: [], notes: [] };

const failed = (problem: string): Expired => ({ problems: [problem], notes: [] });

async function removeOld(task: BackupsExpiry, by: Deciding): Promise<Expired> {
  const { name, locked } = task;
  const own = await backupsIn(task);
  const { goes } = judgeBackups(own, locked, by);
  const notes = ofOthers(name, own, by);
  if (locked === undefined) {
    const removed = await remove(task, by, own, goes);
    return { problems: removed.problems, notes: [...notes, ...removed.notes] };
  }
  if (goes.length > 0)
    notes.push(
      `${name}: no longer needed and no longer locked: ${counted(goes.length, 'backup')} of ${sizeOf(own, labelsOf(goes))}, the oldest ${rootsOf(goes)[0]}. Slipway removes nothing from a locked repository, so it grows; let another login remove them with \`pgbackrest expire --set\``,
    );
  return { problems: [], notes };
}

/** As they are now. @throws UserError when the repository cannot be read. */
async function backupsIn({ exec, place, signal }: BackupsExpiry): Promise<Backup[]> {
  const stanza = await stanzaOf({ exec, place, signal });
  demandRead(stanza, place.repository, 'nobody knows what may be removed from it');
  return stanza.backups.filter(({ repository }) => repository === place.repository);
}

/**
 * Judges every backup of one repository.
 *
 * - What a set that stays is restored from stays, and what another application made.
 * - What names no owner stays, unless a set of ours names it or something that is built upon it: anybody may have made it.
 * - What no set names although it is ours, because its run failed, is judged by the same policy.
 * - The chain of the backup that this run has proved stays, and nothing goes that is not older than its full backup.
 *
 * Pure.
 * @param locked for how long the storage refuses to delete; ms.
 */
export function judgeBackups(backups: readonly Backup[], locked: number | undefined, by: Deciding): Retained {
  const { made, needed, policy, now } = by;
  const proved = chains(backups, new Set([made, ...needed]));
  const newest = backups.find(({ label }) => label === made);
  if (newest === undefined)
    throw new UserError(
      `the backup ${made} of this run is not there any more`,
      'see who else expires backups of this stanza, and let only Slipway do it',
    );
  const others = othersIn(backups, by);
  const all = backups.map((each): Judged => {
    const why =
      each === newest
        ? 'this run has made and proved it'
        : needed.has(each.label)
          ? neededBySet
          : others.get(each);
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

/** Backups that are not ours, and why each is not. */
function othersIn(
  backups: readonly Backup[],
  { made, owner, needed, named }: Deciding,
): ReadonlyMap<Backup, string> {
  const ours = chains(backups, new Set([made, ...needed, ...named]));
  return new Map(
    backups.flatMap(each => {
      const by = each.annotations[ownerAnnotation];
      if (by === undefined) return ours.has(each.label) ? [] : [[each, 'it names no owner']];
      return by === owner ? [] : [[each, `${by} made it`]];
    }),
  );
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

/** What fails once is not tried again with the next. @param first what the repository held when `goes` was judged. */
async function remove(
  task: BackupsExpiry,
  by: Deciding,
  first: readonly Backup[],
  goes: Retained['goes'],
): Promise<Expired> {
  const { exec, place, name, locked, signal, report } = task;
  const may = labelsOf(goes);
  let own = first;
  for (const set of rootsOf(goes)) {
    const told = (dryRun: boolean) => {
      const fulls = own.filter(({ type, label }) => type === 'full' && label !== set).length;
      return exec(expire(place, { set, fulls, dryRun }), { signal });
    };
    const asked = await told(true);
    // Others make backups, too: told of too few full ones, pgBackRest removes WAL that older ones need.
    own = await backupsIn(task);
    const gone = own.map(({ label }) => label).filter(label => label === set || isBuiltUpon(own, label, set));
    const mayNow = labelsOf(judgeBackups(own, locked, by).goes);
    const wrong =
      [...expiredIn(asked.stdout), ...gone].find(label => !may.has(label)) ??
      gone.find(label => !mayNow.has(label));
    if (wrong !== undefined)
      return failed(
        `${name}: ${set} was not removed: pgBackRest would remove ${wrong} with it, which stays; see what else makes backups in this stanza, and run the step again`,
      );
    const done = asked.code === 0 ? await told(false) : asked;
    if (done.code === lockHeld)
      return {
        problems: [],
        notes: [
          `${name}: ${set} is no longer needed and stays until the next run, because another backup or expiry of this stanza is at work`,
        ],
      };
    if (done.code !== 0)
      return failed(
        `${name}: ${set} is no longer needed and was not removed, so the repository grows: ${refused(place, done).sentence}; let the login of pgBackRest delete there, or declare the repository \`locked\``,
      );
    report(`${name}: ${gone.sort().join(', ')} removed`);
  }
  if (goes.length === 0) return nothing;
  const left = (await backupsIn(task)).find(({ label }) => may.has(label));
  return left === undefined
    ? nothing
    : failed(
        `${name}: pgBackRest was told to remove ${left.label}, and still lists it, so the repository grows; see its log in the pod`,
      );
}

function isBuiltUpon(backups: readonly Backup[], label: string, set: string): boolean {
  return label !== set && chains(backups, new Set([label])).has(set);
}

/** Whether the disk will be full, where there is one that can be looked at. */
async function fills(task: BackupsExpiry): Promise<Expired> {
  const { exec, place, name, signal } = task;
  try {
    const disk = await diskOf(exec, place, signal);
    if (disk === undefined) return nothing;
    const next = (await backupsIn(task)).findLast(({ type }) => type === 'full')?.repositoryCopied ?? 0;
    const why = nearlyFull(disk, next);
    return { problems: why === undefined ? [] : [`${name}: ${why}`], notes: [] };
  } catch (error) {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return { problems: [], notes: [`${name}: ${error.sentence}`] };
  }
}

/** After a new name, or with a database that is shared, nothing of it is removed here: that is said each time. */
function ofOthers(name: string, own: readonly Backup[], by: Deciding): string[] {
  const others = [...othersIn(own, by).keys()];
  const groups = Map.groupBy(others, ({ annotations }) => annotations[ownerAnnotation]);
  return [...groups].map(([owner, some]) => {
    const size = sizeOf(some, new Set(some.map(({ label }) => label)));
    const what = `${name}: ${counted(some.length, 'backup')} (${size}) of this stanza, the newest ${some.at(-1)?.label},`;
    return owner === undefined
      ? `${what} without the annotation \`${ownerAnnotation}\` and in no set of this environment: Slipway removes none of them; remove by hand what is too old, with \`pgbackrest expire --set\``
      : `${what} made by ${owner}, whose runs alone remove them`;
  });
}

function sizeOf(backups: readonly Backup[], labels: ReadonlySet<string>): string {
  const bytes = backups
    .filter(({ label }) => labels.has(label))
    .reduce((sum, { repositoryCopied }) => sum + repositoryCopied, 0);
  return gigabytes(bytes);
}
