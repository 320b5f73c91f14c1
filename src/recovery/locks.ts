import { UserError } from '../toolkit/errors.ts';
import { listSets, manifestPath, type Owner, setTime } from './sets.ts';
import type { Store } from './store.ts';

/**
 * Whether a repository that slipway.yml calls locked is: asked of its store, for the store decides who may delete. Two locks
 * are needed. Objects of ours have one each; what pgBackRest and restic write has that of their bucket.
 */

/** Why a lock that is declared is not counted, and what helps. */
export interface Doubt {
  readonly problem: string;
  readonly help: string;
}

export interface Declared {
  readonly store: Store;
  /** The buckets into which pgBackRest and restic write; they may be that of the store. */
  readonly others: readonly Pick<Store, 'name' | 'lockedByDefault'>[];
  /** For how long, as slipway.yml has it; ms. */
  readonly locked: number;
}

const clocks = 60_000;

/**
 * Reads the locks of the newest set and of the buckets.
 * @param set which was just written. Default: the newest one.
 * @param now ms since 1970.
 * @returns undefined when all of it is locked for as long as is declared. Throws no UserError: what cannot be read is a doubt.
 */
export async function doubtOfLock(
  { store, others, locked }: Declared,
  owner: Owner,
  now: number,
  set?: string,
): Promise<Doubt | undefined> {
  try {
    const id = set ?? (await listSets(store, owner)).at(-1);
    if (id === undefined)
      return { problem: `${store.name} holds no set yet whose lock could be read`, help: 'make a backup' };
    const until = await store.lockedUntil(manifestPath(owner, id));
    if (until === undefined || until <= now)
      return {
        problem: `anybody with the right to may delete the set ${id} in ${store.name}`,
        help: 'make the bucket with object lock: a lock cannot be added to every bucket afterwards',
      };
    if (until < setTime(id) + locked - clocks)
      return {
        problem: `the set ${id} in ${store.name} is locked until ${textOf(until)} only, and slipway.yml says ${daysOf(locked)}`,
        help: 'see what shortens it in the settings of the bucket, or correct `locked`',
      };
    for (const each of others) {
      const usual = (await each.lockedByDefault()) ?? 0;
      if (usual < locked)
        return {
          problem: `${each.name} locks what pgBackRest and restic write ${usual === 0 ? 'not at all' : `for ${daysOf(usual)} only`}, and slipway.yml says ${daysOf(locked)}`,
          help: 'give the bucket a default retention in COMPLIANCE mode that is as long',
        };
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      problem: `its lock cannot be read: ${error.message}`,
      help: 'let the login read it: s3:GetObjectRetention and s3:GetBucketObjectLockConfiguration',
    };
  }
}

/**
 * Of each repository that slipway.yml calls locked and is not, a sentence, by its name.
 * @param set which was just written into all of them.
 * @param now ms since 1970.
 */
export async function unlockedIn(
  stores: readonly (Pick<Declared, 'store'> & {
    readonly name: string;
    readonly locked: number | undefined;
    readonly others?: Declared['others'];
  })[],
  owner: Owner,
  now: number,
  set: string,
): Promise<ReadonlyMap<string, string>> {
  const sentences = new Map<string, string>();
  for (const { name, store, locked, others = [] } of stores) {
    if (locked === undefined) continue;
    const doubt = await doubtOfLock({ store, others, locked }, owner, now, set);
    if (doubt !== undefined)
      sentences.set(
        name,
        `the repository ${name} is not locked as slipway.yml says: ${doubt.problem}; ${doubt.help}`,
      );
  }
  return sentences;
}

const textOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const daysOf = (duration: number) => `${Math.round((duration / 86_400_000) * 10) / 10} days`;
