import { UserError } from '../toolkit/errors.ts';
import type { OpenStore } from './backup.ts';
import type { Manifest } from './manifest.ts';
import { keep, type RetentionPolicy } from './retention.ts';
import { type BackupSet, listSets, type Owner, readSet, removeSet } from './sets.ts';

/** Which backup sets stay, and which snapshots of restic they need. */

interface Snapshot {
  readonly repository: string;
  readonly snapshot: string;
}

export interface Needed {
  /** Snapshots that any set names, and when that was made; ms since 1970. */
  readonly verified: ReadonlyMap<string, number>;
  /**
   * Those of the sets that stay. Where a repository has a store of its own, only sets in that one count: a locked store elsewhere keeps
   * every set, and would keep all snapshots here with it.
   */
  readonly needed: ReadonlySet<string>;
  /** What could not be taken away, and why. */
  readonly notes: readonly string[];
}

/**
 * Takes sets away that the policy lets go, in each store that lets something be deleted. Every set that is finished was proved when it was
 * made, and is whole by itself.
 * @returns undefined when a set cannot be read: then nothing is taken away, for nobody knows what it needs.
 */
export async function expireSets(
  stores: readonly OpenStore[],
  owner: Owner,
  policy: RetentionPolicy,
  now: number,
  report: (line: string) => void,
): Promise<Needed | { readonly problem: string }> {
  const notes: string[] = [];
  const own = new Set(stores.map(({ name }) => name));
  const all: BackupSet[] = [];
  const staying: { store: string; set: BackupSet }[] = [];
  try {
    for (const each of stores) {
      const sets = [];
      for (const id of await listSets(each.store, owner)) sets.push(await readSet(each.store, owner, id));
      const gone = new Set<string>();
      if (each.locked === undefined)
        for (const id of setsToGo(sets, policy, now)) {
          const failed = await removeSet(each.store, owner, id).catch(reasonOf);
          if (failed === undefined) {
            gone.add(id);
            report(`${each.name}: the set ${id} goes`);
          } else notes.push(`${each.name}: the set ${id} is too old and stays: ${failed}`);
        }
      all.push(...sets);
      staying.push(...sets.filter(({ id }) => !gone.has(id)).map(set => ({ store: each.name, set })));
    }
  } catch (error) {
    return { problem: `nothing that is too old was taken away: ${reasonOf(error)}` };
  }
  return {
    notes,
    verified: new Map(
      all.flatMap(({ manifest }) => snapshotsIn(manifest).map(({ snapshot }) => [snapshot, manifest.at])),
    ),
    needed: new Set(
      staying
        .flatMap(({ store, set }) => snapshotsIn(set.manifest).map(each => ({ ...each, store })))
        .filter(({ store, repository }) => store === repository || !own.has(repository))
        .map(({ snapshot }) => snapshot),
    ),
  };
}

/** Names of those that no rule keeps, the oldest first. Pure. */
export function setsToGo(
  sets: readonly Pick<BackupSet, 'id' | 'manifest'>[],
  policy: RetentionPolicy,
  now: number,
): string[] {
  const backups = sets.map(({ id, manifest: { at } }) => ({
    label: id,
    type: 'full' as const,
    finishedAt: at,
    verifiedAt: at,
  }));
  return keep(backups, policy, now)
    .goes.map(({ backup }) => backup.label)
    .sort();
}

/** The snapshots that a set is restored from, each in its repository. Pure. */
export const snapshotsIn = ({ volumes, objectStores, managed = [] }: Manifest): Snapshot[] =>
  [
    ...volumes.map(({ files }) => files?.backups ?? []),
    ...objectStores.map(({ backups = [] }) => backups),
    ...managed.map(({ backups }) => backups),
  ].flat();

function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  throw error;
}
