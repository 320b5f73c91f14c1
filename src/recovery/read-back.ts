import { UserError } from '../toolkit/errors.ts';
import type { BackupTask, OpenStore } from './backup.ts';
import { type BackupSet, newestSet, readSet, type SetOwner } from './sets.ts';

/** When each repository was last read back in full, as the newest set records it. */

/**
 * Reads the times from the newest set.
 * @param isTrusted whether a set is signed, where a signature is required: otherwise everything is read again.
 * @returns ms since 1970, by database and repository; empty where no set can be read.
 */
export async function readBackBefore({
  stores,
  owner,
  isTrusted,
}: Pick<BackupTask, 'stores' | 'owner' | 'isTrusted'>): Promise<
  ReadonlyMap<string, ReadonlyMap<string, number>>
> {
  const set = await newestIn(stores, owner);
  if (set === undefined || !(await isTrusted(set))) return new Map();
  return new Map(
    set.manifest.databases.map(({ name, backups }) => [
      name,
      new Map(backups.flatMap(({ repository, whole }) => (whole === undefined ? [] : [[repository, whole]]))),
    ]),
  );
}

async function newestIn(stores: readonly OpenStore[], owner: SetOwner): Promise<BackupSet | undefined> {
  let newest: BackupSet | undefined;
  for (const { store } of stores)
    try {
      const id = await newestSet(store, owner);
      if (id !== undefined && (newest === undefined || id > newest.id))
        newest = await readSet(store, owner, id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  return newest;
}
