import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import {
  type RetainedBackup as Judged,
  keep,
  neededBySet,
  type Retained,
  type RetentionPolicy,
} from '../retention.ts';
import { lockHeld, ownerAnnotation, refused, stanzaOf } from './backing-up.ts';
import { diskOf, gigabytes, nearlyFull } from './disk.ts';
import { type PostgresBackup, requireRead } from './info.ts';
import { expireArguments, expiredLabels, type RepositoryTask } from './pgbackrest.ts';

/**
 * Expires the backups of a database that no backup set needs. The retention in pgBackRest's configuration is not used, because it does not
 * know the sets.
 */

export interface BackupsExpiry extends Pick<RepositoryTask, 'exec' | 'place' | 'signal' | 'report'> {
  /** Name of the repository in slipway.yml. */
  readonly name: string;
  /** How long the storage refuses to delete a new object; ms. If it is set, Slipway removes nothing. */
  readonly locked: number | undefined;
  /** If undefined, nothing is removed, and only the disk is checked. */
  readonly by: Deciding | undefined;
}

/** The facts that decide which backups are kept. */
export interface Deciding {
  /** Label of the backup that this run has made and proved. */
  readonly made: string;
  /** The value of `ownerAnnotation`. */
  readonly owner: string;
  /** Labels of the backups that the kept sets need. */
  readonly needed: ReadonlySet<string>;
  /** Labels in any set of this owner, kept or not. A backup without an owner annotation is ours only if it is among them. */
  readonly named: ReadonlySet<string>;
  readonly policy: RetentionPolicy;
  /** ms since 1970. */
  readonly now: number;
}

export interface Expired {
  /** Why the repository grows or fills up, with a remedy. Each fails the run. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** Expires backups and checks the disk. A failure to expire becomes a problem, and the disk is checked even then. */
export async function expireBackups(task: BackupsExpiry): Promise<Expired> {
  const { by, name, signal } = task;
  const asProblem = (error: unknown): Expired => {
    if (!(error instanceof UserError) || signal.aborted) throw error;
    return failed(`${name}: ${error.sentence}`);
  };
  const removed = by === undefined ? nothing : await removeOld(task, by).catch(asProblem);
  return allOf([removed, await diskWarnings(task)]);
}

/** Returns what several repositories, or parts of the work, have found. Pure. */
export const allOf = (found: readonly Expired[]): Expired => ({
  problems: found.flatMap(({ problems }) => problems),
  notes: found.flatMap(({ notes }) => notes),
});

const nothing: Expired = { problems: [], notes: [] };

const failed = (problem: string): Expired => ({ problems: [problem], notes: [] });

async function removeOld(task: BackupsExpiry, by: Deciding): Promise<Expired> {
  const { name, locked } = task;
  const own = await backupsIn(task);
  const { expired } = judgeBackups(own, locked, by);
  const notes = foreignBackups(name, own, by);
  if (locked === undefined) return allOf([{ problems: [], notes }, await remove(task, by, own, expired)]);
  if (expired.length > 0)
    notes.push(
      `${name}: no longer needed and no longer locked: ${counted(expired.length, 'backup')} (${sizeOf(own, labelsOf(expired))}), the oldest ${rootsOf(expired)[0]}. Slipway removes nothing from a locked repository, so it grows; remove them with other credentials and \`pgbackrest expire --set\``,
    );
  return { problems: [], notes };
}

/** Reads the current backups. @throws UserError when the repository cannot be read. */
async function backupsIn({ exec, place, signal }: BackupsExpiry): Promise<PostgresBackup[]> {
  const stanza = await stanzaOf({ exec, place, signal });
  requireRead(stanza, place.repository, 'no backup is removed from it');
  return stanza.backups.filter(({ repository }) => repository === place.repository);
}

/**
 * Judges every backup of one repository.
 *
 * - It keeps what a kept set needs, and what another application made.
 * - It keeps a backup without an owner, unless one of our sets names it or a backup that depends on it: its origin is unknown.
 * - The same policy decides on our backups that no set names, because their run failed.
 * - It keeps the chain of the backup that this run has proved, and removes nothing that is not older than its full backup.
 *
 * Pure.
 * @param locked how long the storage refuses to delete; ms.
 */
export function judgeBackups(
  backups: readonly PostgresBackup[],
  locked: number | undefined,
  by: Deciding,
): Retained {
  const { made, needed, policy, now } = by;
  const proved = chains(backups, new Set([made, ...needed]));
  const newest = backups.find(({ label }) => label === made);
  if (newest === undefined)
    throw new UserError(
      `the backup ${made} of this run no longer exists`,
      'find out what else expires backups of this stanza, and let only Slipway do it',
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
  // The clock of the database may be ahead of ours, and the proved backup must not count as made in the future.
  return keep(all, policy, Math.max(now, newest.endedAt));
}

const types = { full: 'full', diff: 'differential', incr: 'incremental' } as const;

/** Backups that are not ours, each with the reason. */
function othersIn(
  backups: readonly PostgresBackup[],
  { made, owner, needed, named }: Deciding,
): ReadonlyMap<PostgresBackup, string> {
  const ours = chains(backups, new Set([made, ...needed, ...named]));
  return new Map(
    backups.flatMap(each => {
      const by = each.annotations[ownerAnnotation];
      if (by === undefined) return ours.has(each.label) ? [] : [[each, 'it has no owner annotation']];
      return by === owner ? [] : [[each, `${by} made it`]];
    }),
  );
}

/** The labels, with those of all backups that they depend on. */
function chains(backups: readonly PostgresBackup[], labels: ReadonlySet<string>): Set<string> {
  const all = new Map(backups.map(each => [each.label, each]));
  const found = new Set<string>();
  for (const label of labels)
    for (let at = all.get(label); at !== undefined && !found.has(at.label); at = all.get(at.prior ?? ''))
      found.add(at.label);
  return found;
}

/** Returns the backups to pass to pgBackRest, the oldest first: it also removes those that depend on them. Pure. */
export function rootsOf(expired: Retained['expired']): string[] {
  const labels = labelsOf(expired);
  return expired
    .filter(({ backup: { prior } }) => prior === undefined || !labels.has(prior))
    .map(({ backup }) => backup.label)
    .sort();
}

const labelsOf = (expired: Retained['expired']) => new Set(expired.map(({ backup }) => backup.label));

/** Stops at the first failure. @param first the contents of the repository when `expired` was decided. */
async function remove(
  task: BackupsExpiry,
  by: Deciding,
  first: readonly PostgresBackup[],
  expired: Retained['expired'],
): Promise<Expired> {
  const { exec, place, name, locked, signal, report } = task;
  const may = labelsOf(expired);
  let own = first;
  for (const set of rootsOf(expired)) {
    const runExpire = (dryRun: boolean) => {
      const fulls = own.filter(({ type, label }) => type === 'full' && label !== set).length;
      return exec(expireArguments(place, { set, fulls, dryRun }), { signal });
    };
    const asked = await runExpire(true);
    // Another run may have made a backup: with too low a count of full backups, pgBackRest removes WAL that older ones need.
    own = await backupsIn(task);
    const gone = own.map(({ label }) => label).filter(label => label === set || isBuiltUpon(own, label, set));
    const mayNow = labelsOf(judgeBackups(own, locked, by).expired);
    const wrong =
      [...expiredLabels(asked.stdout), ...gone].find(label => !may.has(label)) ??
      gone.find(label => !mayNow.has(label));
    if (wrong !== undefined)
      return failed(
        `${name}: ${set} was not removed: pgBackRest would also remove ${wrong}, which must be kept; find out what else makes backups in this stanza, and run the step again`,
      );
    const done = asked.code === 0 ? await runExpire(false) : asked;
    if (done.code === lockHeld)
      return {
        problems: [],
        notes: [
          `${name}: ${set} is no longer needed, but is kept until the next run, because another backup or expiry of this stanza is running`,
        ],
      };
    if (done.code !== 0)
      return failed(
        `${name}: ${set} is no longer needed but was not removed, so the repository grows: ${refused(place, done).sentence} Allow the credentials of pgBackRest to delete there, or declare the repository \`locked\``,
      );
    report(`${name}: removed ${gone.sort().join(', ')}`);
  }
  if (expired.length === 0) return nothing;
  const left = (await backupsIn(task)).find(({ label }) => may.has(label));
  return left === undefined
    ? nothing
    : failed(
        `${name}: pgBackRest still lists ${left.label} after its removal, so the repository grows; read the log of pgBackRest in the pod`,
      );
}

function isBuiltUpon(backups: readonly PostgresBackup[], label: string, set: string): boolean {
  return label !== set && chains(backups, new Set([label])).has(set);
}

/** Warns of a disk that is nearly full, if the repository is on one. */
async function diskWarnings(task: BackupsExpiry): Promise<Expired> {
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

/** Names backups of other owners, left by a rename or in a shared stanza. No run of ours removes them, so each run says so. */
function foreignBackups(name: string, own: readonly PostgresBackup[], by: Deciding): string[] {
  const others = [...othersIn(own, by).keys()];
  const groups = Map.groupBy(others, ({ annotations }) => annotations[ownerAnnotation]);
  return [...groups].map(([owner, some]) => {
    const size = sizeOf(some, new Set(some.map(({ label }) => label)));
    const what = `${name}: ${counted(some.length, 'backup')} (${size}) of this stanza, the newest ${some.at(-1)?.label},`;
    return owner === undefined
      ? `${what} without the annotation \`${ownerAnnotation}\` and in no set of this environment: Slipway does not remove them; remove old ones by hand with \`pgbackrest expire --set\``
      : `${what} made by ${owner}: only its runs remove them`;
  });
}

function sizeOf(backups: readonly PostgresBackup[], labels: ReadonlySet<string>): string {
  const bytes = backups
    .filter(({ label }) => labels.has(label))
    .reduce((sum, { repositoryCopied }) => sum + repositoryCopied, 0);
  return gigabytes(bytes);
}
