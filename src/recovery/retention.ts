import { UserError } from '../toolkit/errors.ts';

/**
 * Which backups of one repository stay. A backup is worth what can be restored from it, so it stays with all that it is built upon,
 * and nothing goes before something newer is proved to be restorable without it.
 */

export interface Backup {
  /** Its name in the repository. */
  readonly label: string;
  readonly type: 'full' | 'differential' | 'incremental';
  /** What it is built upon: absent of a full one, and needed of all others. */
  readonly prior?: string;
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  /** When it was read back whole, with all that it is built upon. */
  readonly verifiedAt?: number;
  /** Until when the storage refuses to delete it. */
  readonly lockedUntil?: number;
  /** Why it stays whatever the policy says, such as what else is restored from it. */
  readonly needed?: string;
}

/** Of what a backup set that stays is restored from. */
export const neededBySet = 'a backup set needs it';

/** Grandfather, father and son: of so many of the last days, ISO weeks, months and years (UTC) that have any, one backup each. */
export interface RetentionPolicy {
  readonly daily?: number;
  readonly weekly?: number;
  readonly monthly?: number;
  readonly yearly?: number;
  /** Milliseconds back from now to every moment of which it has to be possible to recover. */
  readonly window?: number;
}

export interface Judged {
  readonly backup: Backup;
  /** The first reason of those that there are. */
  readonly why: string;
}

export interface Retained {
  /** From the newest to the oldest. */
  readonly kept: readonly Judged[];
  /** In the order in which to delete: nothing before what is built upon it. */
  readonly goes: readonly Judged[];
}

/**
 * Judges every backup.
 *
 * - In each period the newest verified backup stays, and the newest of all where none is verified: one that nobody has read must not
 *   displace one that is proved.
 * - The newest verified backup and the newest verified full one stay, and nothing goes that is not older than the latter.
 * - What is built upon something that is not there cannot be restored. It stays, because a list may be incomplete, and is named.
 *
 * @param now milliseconds since 1970.
 * @throws {UserError} when labels repeat, or the chains are none.
 */
export function keep(backups: readonly Backup[], policy: RetentionPolicy, now: number): Retained {
  const chains = chainsOf(backups);
  const newestFirst = backups.toSorted((a, b) => b.finishedAt - a.finishedAt || compare(b.label, a.label));
  // What the clock says to be made in the future proves nothing.
  const usable = newestFirst.filter(each => each.finishedAt <= now && chains.of(each) !== undefined);
  const proof = usable.find(each => each.type === 'full' && isVerified(each));
  const reasons = new Map<Backup, string>();
  const stays = (backup: Backup | undefined, why: string) => {
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
    if (each.finishedAt > now) stays(each, 'made in the future, by its own clock');
    else if (chains.of(each) === undefined)
      stays(each, `it cannot be restored, ${chains.missing(each)} is not there; delete it by hand`);
    else if (proof === undefined) stays(each, 'no full backup is verified');
    else if (each.finishedAt >= proof.finishedAt) stays(each, 'no newer full backup is verified');
  }
  for (const each of newestFirst)
    if (reasons.has(each))
      for (const needed of chains.under(each)) stays(needed, `${each.label} is built upon it`);
  const judged = newestFirst.map(backup => ({ backup, why: reasons.get(backup) ?? limits(policy) }));
  return {
    kept: judged.filter(({ backup }) => reasons.has(backup)),
    goes: judged
      .filter(({ backup }) => !reasons.has(backup))
      .sort((a, b) => chains.under(b.backup).length - chains.under(a.backup).length),
  };
}

type Reason = readonly [Backup, string];

const periods = [
  { count: 'daily', name: 'day', of: day },
  { count: 'weekly', name: 'week', of: week },
  { count: 'monthly', name: 'month', of: (at: number) => day(at).slice(0, 7) },
  { count: 'yearly', name: 'year', of: (at: number) => day(at).slice(0, 4) },
] as const;

function places(newestFirst: readonly Backup[], policy: RetentionPolicy): Reason[] {
  return periods.flatMap(({ count, name, of }) => {
    const groups = Map.groupBy(newestFirst, ({ finishedAt }) => of(finishedAt));
    return [...groups].slice(0, policy[count] ?? 0).flatMap(([period, members]): Reason[] => {
      const member = members.find(isVerified) ?? members[0];
      return member === undefined ? [] : [[member, `for the ${name} ${period}`]];
    });
  });
}

/** To recover to the beginning of the window takes the last backup from before it. */
function windowed(newestFirst: readonly Backup[], { window }: RetentionPolicy, now: number): Reason[] {
  if (window === undefined) return [];
  const begin = now - window;
  const within = newestFirst.filter(({ finishedAt }) => finishedAt > begin);
  const older = newestFirst.slice(within.length);
  const base = older.find(isVerified);
  // One that is not verified may turn out to be none.
  const newer = older.slice(0, base === undefined ? older.length : older.indexOf(base));
  return [
    ...within.map((each): Reason => [each, `within the window since ${day(begin)}`]),
    ...[...newer.slice(0, 1), ...(base === undefined ? [] : [base])].map(
      (each): Reason => [each, `recovery to ${day(begin)} begins with it`],
    ),
  ];
}

interface Chains {
  /** All that it needs to be restored, itself first; undefined when something is missing. */
  of(backup: Backup): readonly Backup[] | undefined;
  /** What it is built upon and is there. */
  under(backup: Backup): readonly Backup[];
  /** The label of what is missing. */
  missing(backup: Backup): string;
}

function chainsOf(backups: readonly Backup[]): Chains {
  const all = new Map(backups.map(each => [each.label, each]));
  if (all.size !== backups.length) throw broken('a label is there twice');
  const walked = new Map<Backup, { found: readonly Backup[]; missing?: string }>();
  const walk = (backup: Backup) => {
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
      if (found.includes(prior)) throw broken(`${backup.label} is built upon itself`);
      found.push(prior);
      at = prior;
    }
    const result = { found, ...(missing === undefined ? {} : { missing }) };
    walked.set(backup, result);
    return result;
  };
  for (const each of backups) {
    if ((each.type === 'full') !== (each.prior === undefined))
      throw broken(`${each.label} is ${each.type} and built upon ${each.prior ?? 'nothing'}`);
    walk(each);
  }
  return {
    of: backup => (walk(backup).missing === undefined ? walk(backup).found : undefined),
    under: backup => walk(backup).found.slice(1),
    missing: backup => walk(backup).missing ?? '',
  };
}

const broken = (problem: string) =>
  new UserError(`the list of backups is none: ${problem}`, 'nothing was deleted; look at the repository');

const isVerified = ({ verifiedAt }: Backup) => verifiedAt !== undefined;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function limits(policy: RetentionPolicy): string {
  const counts = periods.flatMap(({ count, name }) => {
    const number = policy[count] ?? 0;
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`];
  });
  const kept =
    counts.length === 0 ? 'nothing is kept for long' : `one is kept for each of ${counts.join(', ')}`;
  return `${kept}, and a newer full backup is verified`;
}

/** `2026-11-24` of a moment, in UTC. */
function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-W48`: ISO weeks begin on Monday and belong to the year in which their Thursday is. */
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
