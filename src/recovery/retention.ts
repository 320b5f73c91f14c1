import { UserError } from '../toolkit/errors.ts';

/**
 * Decides which backups of one repository to keep. A backup is kept together with all backups that it depends on, and none expires before a
 * newer one is proved to be restorable without it.
 */

export interface RetainedBackup {
  /** Its name in the repository. */
  readonly label: string;
  readonly type: 'full' | 'differential' | 'incremental';
  /** The backup that it depends on: absent for a full one, required for all others. */
  readonly prior?: string;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  /** When it was read back in full, with all backups that it depends on. */
  readonly verifiedAt?: number;
  /** Until when the storage refuses to delete it; ms since 1970. */
  readonly lockedUntil?: number;
  /** Why it is kept whatever the policy says, such as what is restored from it. */
  readonly needed?: string;
}

/** The reason for backups from which a retained backup set is restored. */
export const neededBySet = 'a backup set needs it';

/** Grandfather-father-son: for each of this many recent days, ISO weeks, months and years (UTC) that have any, one backup. */
export interface RetentionPolicy {
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  /** Milliseconds back from now within which recovery to any moment must be possible. */
  readonly window?: number;
}

export interface JudgedBackup {
  readonly backup: RetainedBackup;
  /** The first applicable reason. */
  readonly why: string;
}

export interface Retained {
  /** From the newest to the oldest. */
  readonly kept: readonly JudgedBackup[];
  /** In the order of deletion: a backup comes after all that depend on it. */
  readonly expired: readonly JudgedBackup[];
}

/**
 * Judges every backup.
 *
 * - In each period the newest verified backup is kept, and the newest of all if none is verified: an unverified backup must not displace
 *   a verified one.
 * - The newest verified backup and the newest verified full one are kept, and everything that is not older than the latter.
 * - A backup that depends on a missing one cannot be restored. It is kept and reported, because the list may be incomplete.
 *
 * @param now milliseconds since 1970.
 * @throws {UserError} when labels repeat, or the chains are invalid.
 */
export function keep(backups: readonly RetainedBackup[], policy: RetentionPolicy, now: number): Retained {
  const chains = chainsOf(backups);
  const newestFirst = backups.toSorted((a, b) => b.finishedAt - a.finishedAt || compare(b.label, a.label));
  // A backup with a time in the future proves nothing.
  const usable = newestFirst.filter(each => each.finishedAt <= now && chains.of(each) !== undefined);
  const proof = usable.find(each => each.type === 'full' && isVerified(each));
  const reasons = new Map<RetainedBackup, string>();
  const stays = (backup: RetainedBackup | undefined, why: string) => {
    if (backup !== undefined && !reasons.has(backup)) reasons.set(backup, why);
  };
  for (const each of newestFirst)
    if (each.lockedUntil !== undefined && each.lockedUntil > now)
      stays(each, `the storage refuses to delete it before ${day(each.lockedUntil)}`);
  for (const each of newestFirst) if (each.needed !== undefined) stays(each, each.needed);
  stays(usable.find(isVerified), 'the newest verified backup');
  stays(proof, 'the newest verified full backup');
  for (const [backup, why] of [...places(usable, policy), ...windowed(usable, policy, now)])
    stays(backup, why);
  for (const each of newestFirst) {
    if (each.finishedAt > now) stays(each, 'its time is in the future');
    else if (chains.of(each) === undefined)
      stays(each, `it cannot be restored, because ${chains.missing(each)} is missing; delete it by hand`);
    else if (proof === undefined) stays(each, 'no full backup is verified');
    else if (each.finishedAt >= proof.finishedAt) stays(each, 'no newer full backup is verified');
  }
  for (const each of newestFirst)
    if (reasons.has(each))
      for (const needed of chains.under(each)) stays(needed, `${each.label} depends on it`);
  const judged = newestFirst.map(backup => ({ backup, why: reasons.get(backup) ?? limits(policy) }));
  return {
    kept: judged.filter(({ backup }) => reasons.has(backup)),
    expired: judged
      .filter(({ backup }) => !reasons.has(backup))
      .sort((a, b) => chains.under(b.backup).length - chains.under(a.backup).length),
  };
}

type Reason = readonly [RetainedBackup, string];

const periods = [
  { count: 'daily', name: 'day', of: day },
  { count: 'weekly', name: 'week', of: week },
  { count: 'monthly', name: 'month', of: (at: number) => day(at).slice(0, 7) },
  { count: 'yearly', name: 'year', of: (at: number) => day(at).slice(0, 4) },
] as const;

function places(newestFirst: readonly RetainedBackup[], policy: RetentionPolicy): Reason[] {
  return periods.flatMap(({ count, name, of }) => {
    const groups = Map.groupBy(newestFirst, ({ finishedAt }) => of(finishedAt));
    return [...groups].slice(0, policy[count] ?? 0).flatMap(([period, members]): Reason[] => {
      const member = members.find(isVerified) ?? members[0];
      return member === undefined ? [] : [[member, `for the ${name} ${period}`]];
    });
  });
}

/** Recovery to the start of the window needs the last backup before it. */
function windowed(
  newestFirst: readonly RetainedBackup[],
  { window }: RetentionPolicy,
  now: number,
): Reason[] {
  if (window === undefined) return [];
  const begin = now - window;
  const within = newestFirst.filter(({ finishedAt }) => finishedAt > begin);
  const older = newestFirst.slice(within.length);
  const base = older.find(isVerified);
  // An unverified backup may turn out to be unusable, so the verified one before it is kept, too.
  const newer = older.slice(0, base === undefined ? older.length : older.indexOf(base));
  return [
    ...within.map((each): Reason => [each, `within the window since ${day(begin)}`]),
    ...[...newer.slice(0, 1), ...(base === undefined ? [] : [base])].map(
      (each): Reason => [each, `recovery to ${day(begin)} starts with it`],
    ),
  ];
}

interface Chains {
  /** All backups that a restore of it needs, itself first; undefined when one is missing. */
  of(backup: RetainedBackup): readonly RetainedBackup[] | undefined;
  /** The existing backups that it depends on. */
  under(backup: RetainedBackup): readonly RetainedBackup[];
  /** Label of the missing backup. */
  missing(backup: RetainedBackup): string;
}

function chainsOf(backups: readonly RetainedBackup[]): Chains {
  const all = new Map(backups.map(each => [each.label, each]));
  if (all.size !== backups.length) throw broken('a label occurs twice');
  const walked = new Map<RetainedBackup, { found: readonly RetainedBackup[]; missing?: string }>();
  const walk = (backup: RetainedBackup) => {
    const known = walked.get(backup);
    if (known !== undefined) return known;
    const found = [backup];
    let missing: string | undefined;
    for (let at = backup; at.prior !== undefined; ) {
      const prior = all.get(at.prior);
      if (prior === undefined) {
        missing = at.prior;
        break;
      }
      if (found.includes(prior)) throw broken(`${backup.label} depends on itself`);
      found.push(prior);
      at = prior;
    }
    const result = { found, ...(missing === undefined ? {} : { missing }) };
    walked.set(backup, result);
    return result;
  };
  for (const each of backups) {
    if ((each.type === 'full') !== (each.prior === undefined))
      throw broken(`${each.label} is ${each.type} and depends on ${each.prior ?? 'nothing'}`);
    walk(each);
  }
  return {
    of: backup => (walk(backup).missing === undefined ? walk(backup).found : undefined),
    under: backup => walk(backup).found.slice(1),
    missing: backup => walk(backup).missing ?? '',
  };
}

const broken = (problem: string) =>
  new UserError(`the list of backups is invalid: ${problem}`, 'check the repository; nothing was deleted');

const isVerified = ({ verifiedAt }: RetainedBackup) => verifiedAt !== undefined;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function limits(policy: RetentionPolicy): string {
  const counts = periods.flatMap(({ count, name }) => {
    const number = policy[count] ?? 0;
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
  });
  const kept =
    counts.length === 0
      ? 'the policy keeps no backup of that age'
      : `the policy keeps one for each of ${counts.join(', ')}`;
  return `${kept}, and a newer full backup is verified`;
}

/** Returns the UTC day of a moment: `2026-11-24`. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Returns the ISO week, such as `2026-W48`: weeks begin on Monday and belong to the year of their Thursday. */
function week(at: number): string {
  const date = new Date(at);
  const thursday = Date.UTC(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate() + 4 - (date.getUTCDay() || 7),
  );
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
