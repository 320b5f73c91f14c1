import { UserError } from '../toolkit/errors.ts';
import type { OpenStore } from './backup.ts';
import { type BackupSet, listSets, type Owner, readSet } from './sets.ts';

/** When all of a repository was read back the last time: the newest set says so of each. */

/**
 * @param vouched whether a set is signed where that is demanded: else all is read again.
 * @returns ms since 1970, by database and repository; nothing where no set can be read.
 */
export async function readBackBefore({
  stores,
  owner,
  vouched,
}: {
  readonly stores: readonly OpenStore[];
  readonly owner: Owner;
  vouched(set: BackupSet): Promise<boolean>;
}): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const set = await newestSet(stores, owner);
  if (set === undefined || !(await vouched(set))) return new Map();
  return new Map(
    set.manifest.databases.map(({ name, backups }) => [
      name,
      new Map(backups.flatMap(({ repository, whole }) => (whole === undefined ? [] : [[repository, whole]]))),
    ]),
  );
}

async function newestSet(stores: readonly OpenStore[], owner: Owner): Promise<BackupSet | undefined> {
  let newest: BackupSet | undefined;
  for (const { store } of stores)
    try {
      const id = (await listSets(store, owner)).at(-1);
      if (id !== undefined && (newest === undefined || id > newest.id))
        newest = await readSet(store, owner, id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  return newest;
}
