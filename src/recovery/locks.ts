import { formatTime } from '../toolkit/duration.ts';
import { UserError, withRemedy } from '../toolkit/errors.ts';
import type { OpenStore } from './backup.ts';
import { manifestPath, newestSet, type SetOwner, setTime } from './sets.ts';
import type { Store } from './store.ts';

/**
 * Checks whether a repository that slipway.yml declares locked really is. Its store is asked, because the store decides about deletions.
 * Two locks are checked: our objects have a lock each, and what pgBackRest and restic write has the default lock of their bucket.
 */

/** Why a declared lock does not count, and the remedy. */
export interface LockDoubt {
  readonly problem: string;
  readonly help: string;
}

export interface DeclaredStore {
  readonly store: Store;
  /** The buckets that pgBackRest and restic write to; may include that of the store. */
  readonly others: readonly Pick<Store, 'name' | 'lockedByDefault'>[];
  /** The duration that slipway.yml declares; ms. */
  readonly locked: number;
}

const clockSkew = 60_000;

/**
 * Reads the locks of the newest set and of the buckets.
 * @param set the one that was just written. Default: the newest one.
 * @param now ms since 1970.
 * @returns undefined when everything is locked for the declared time. Throws no UserError: an unreadable lock is a doubt.
 */
export async function checkLock(
  { store, others, locked }: DeclaredStore,
  owner: SetOwner,
  now: number,
  set?: string,
): Promise<LockDoubt | undefined> {
  try {
    const id = set ?? (await newestSet(store, owner));
    if (id === undefined)
      return {
        problem: `${store.name} contains no backup set yet, so no lock can be read`,
        help: 'make a backup',
      };
    const until = await store.lockedUntil(manifestPath(owner, id));
    if (until === undefined || until <= now)
      return {
        problem: `the set ${id} in ${store.name} is not locked: any user with the permission may delete it`,
        help: 'create the bucket with object lock: not every store can add it later',
      };
    if (until < setTime(id) + locked - clockSkew)
      return {
        problem: `the set ${id} in ${store.name} is locked only until ${formatTime(until)}, but slipway.yml says ${daysOf(locked)}`,
        help: 'check which setting of the bucket shortens it, or correct `locked`',
      };
    for (const each of others) {
      const usual = (await each.lockedByDefault()) ?? 0;
      if (usual < locked)
        return {
          problem: `the default retention of ${each.name}, where pgBackRest and restic write, is ${usual === 0 ? 'not set' : `only ${daysOf(usual)}`}, but slipway.yml says ${daysOf(locked)}`,
          help: 'give the bucket a default retention in COMPLIANCE mode that is at least as long',
        };
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      problem: `its lock cannot be read: ${error.message}`,
      help: 'grant the credentials s3:GetObjectRetention and s3:GetBucketObjectLockConfiguration',
    };
  }
}

/**
 * Returns a sentence for each repository that slipway.yml declares locked and that is not, by its name.
 * @param set the one that was just written into all of them.
 * @param now ms since 1970.
 */
export async function unlockedIn(
  stores: readonly OpenStore[],
  owner: SetOwner,
  now: number,
  set: string,
): Promise<ReadonlyMap<string, string>> {
  const sentences = new Map<string, string>();
  for (const { name, store, locked, others = [] } of stores) {
    if (locked === undefined) continue;
    const doubt = await checkLock({ store, others, locked }, owner, now, set);
    if (doubt !== undefined)
      sentences.set(
        name,
        `the repository ${name} is not locked as slipway.yml says: ${withRemedy(doubt.problem, doubt.help)}`,
      );
  }
  return sentences;
}

const daysOf = (duration: number) => `${Math.round((duration / 86_400_000) * 10) / 10} days`;
