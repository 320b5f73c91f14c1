import type { SetIn } from '../recovery/attachments.ts';
import type { OpenStore } from '../recovery/backup.ts';
import type { BackupSet, Owner } from '../recovery/sets.ts';
import type { Store } from '../recovery/store.ts';

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
  const { readSet } = await import('../recovery/sets.ts');
  return vouched({ store, owner, set: await readSet(store, owner, id) }, report, vouch);
}

/** @throws UserError when nobody vouches for it. */
export async function vouched(
  at: VouchedSet,
  report: (line: string) => void,
  vouch: Vouch,
): Promise<VouchedSet> {
  const { set } = at;
  const by = await vouch(set);
  report(
    by === undefined
      ? `nobody has to have signed the backup set ${set.id}`
      : `the manifest of ${set.id} is signed by ${by}`,
  );
  return at;
}

/**
 * The newest of the first store that gives one, or the one that is named. Another one is not asked where nobody vouches for it: that is to be seen.
 * @throws UserError as `vouchedSet`; when no store gives one, what the last one said.
 */
export async function newestVouched(
  stores: readonly OpenStore[],
  { owner, id }: { readonly owner: Owner; readonly id?: string | undefined },
  report: (line: string) => void,
  vouch: Vouch,
): Promise<VouchedSet> {
  const { readSet } = await import('../recovery/sets.ts');
  const found = await firstSet(stores, report, store => readSet(store, owner, id));
  return vouched({ ...found, owner }, report, vouch);
}

/** That of the first store that gives one. @throws what the last one said when none does. */
export async function firstSet(
  stores: readonly OpenStore[],
  report: (line: string) => void,
  read: (store: Store) => Promise<BackupSet>,
): Promise<Pick<VouchedSet, 'store' | 'set'>> {
  let problem: unknown = new Error('no store');
  for (const { store } of stores) {
    try {
      return { store, set: await read(store) };
    } catch (error) {
      problem = error;
      report(`no backup set comes from ${store.name}`);
    }
  }
  throw problem;
}
