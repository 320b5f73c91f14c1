import type { OpenStore } from '../recovery/backup.ts';
import type { BackupSet, SetIn, SetOwner } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';

/** Reads backup sets and verifies their signatures, if `trust` requires them. The signed manifest has the checksums of all files. */

export type VerifiedSet = SetIn & { readonly set: BackupSet };

/** Verifies a set. @returns the signer; undefined if no signature is required. @throws UserError without a trusted signature. */
export type VerifySet = (set: BackupSet) => Promise<string | undefined>;

/**
 * Reads a set of a store, by default the newest one, and verifies it.
 * @throws UserError when there is none, or it has no trusted signature.
 */
export async function readVerifiedSet(
  { store, owner, id }: { readonly store: Store; readonly owner: SetOwner; readonly id?: string | undefined },
  report: (line: string) => void,
  verify: VerifySet,
): Promise<VerifiedSet> {
  const { readSet } = await import('../recovery/sets.ts');
  return verified({ store, owner, set: await readSet(store, owner, id, report) }, report, verify);
}

/** Verifies a set and logs the signer. @throws UserError when it has no trusted signature. */
export async function verified(
  at: VerifiedSet,
  report: (line: string) => void,
  verify: VerifySet,
): Promise<VerifiedSet> {
  const { id } = at.set;
  const by = await verify(at.set);
  report(
    by === undefined ? `the backup set ${id} needs no signature` : `the manifest of ${id} is signed by ${by}`,
  );
  return at;
}

/**
 * Reads a set, by default the newest one, from the first store that has it, and verifies it. An untrusted set is an error and not replaced
 * by that of another store, so that the user notices it.
 * @throws UserError as `readVerifiedSet`; the error of the last store when no store has one.
 */
export async function newestVerified(
  stores: readonly OpenStore[],
  { owner, id }: { readonly owner: SetOwner; readonly id?: string | undefined },
  report: (line: string) => void,
  verify: VerifySet,
): Promise<VerifiedSet> {
  const { readSet } = await import('../recovery/sets.ts');
  const found = await firstSet(stores, report, store => readSet(store, owner, id, report));
  return verified({ ...found, owner }, report, verify);
}

/** Reads a set from the first store that has one. @throws the error of the last store when none has. */
export async function firstSet(
  stores: readonly OpenStore[],
  report: (line: string) => void,
  read: (store: Store) => Promise<BackupSet>,
): Promise<Pick<VerifiedSet, 'store' | 'set'>> {
  let problem: unknown = new Error('no store');
  for (const { store } of stores) {
    try {
      return { store, set: await read(store) };
    } catch (error) {
      problem = error;
      report(`no backup set was read from ${store.name}`);
    }
  }
  throw problem;
}
