import type { SetIn } from '../recovery/attachments.ts';
import type { OpenStore } from '../recovery/backup.ts';
import { type BackupSet, type Owner, readSet } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';
import { UserError } from '../toolkit/errors.ts';

/** A backup set that somebody vouches for where `trust` demands it: what is read of it afterwards is covered by that. */

export type VouchedSet = SetIn & { readonly set: BackupSet };

/** @returns who signed it, for people; undefined when nobody has to have. @throws UserError when nobody did who counts. */
export type Vouch = (set: BackupSet) => Promise<string | undefined>;

/**
 * @param place with the name of the set; default: the newest one.
 * @throws UserError when there is none, or nobody vouches for it.
 */
export async function vouchedSet(
  { store, owner, id }: { readonly store: Store; readonly owner: Owner; readonly id?: string | undefined },
  report: (line: string) => void,
  vouch: Vouch,
): Promise<VouchedSet> {
  const set = await readSet(store, owner, id);
  const by = await vouch(set);
  report(
    by === undefined
      ? `nobody has to have signed the backup set ${set.id}`
      : `the manifest of ${set.id} is signed by ${by}`,
  );
  return { store, owner, set };
}

/** The newest of the first store that has one. @throws UserError as `vouchedSet`, of the last store. */
export async function newestVouched(
  stores: readonly OpenStore[],
  owner: Owner,
  report: (line: string) => void,
  vouch: Vouch,
): Promise<VouchedSet> {
  let problem: unknown = new Error('no store');
  for (const { store } of stores)
    try {
      return await vouchedSet({ store, owner }, report, vouch);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem = error;
    }
  throw problem;
}
