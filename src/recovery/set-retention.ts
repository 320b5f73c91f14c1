import { UserError } from '../toolkit/errors.ts';
import { mapOf } from '../toolkit/parallel.ts';
import type { OpenStore } from './backup.ts';
import type { Manifest } from './manifest.ts';
import { keep, type RetentionPolicy } from './retention.ts';
import { type BackupSet, listSets, type Owner, readSet, removeSet } from './sets.ts';

/** Which backup sets stay, and which snapshots of restic they need. */

interface Snapshot {
  readonly repository: string;
  readonly snapshot: string;
}

/** Each a backup of pgBackRest. */
interface Label {
  readonly repository: string;
  readonly label: string;
}

export interface Needed {
  /** Snapshots that any set names, and when that was made; ms since 1970. */
  readonly verified: ReadonlyMap<string, number>;
  /**
   * Those of the sets that stay. Where a repository has a store of its own, only sets in that one count: a locked store elsewhere keeps
   * every set, and would keep all snapshots here with it.
   */
  readonly needed: ReadonlySet<string>;
  /** Labels of backups of databases that the same sets are restored from, by the name of the repository. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Labels that sets of ours name, whether they stay or go: those of stores where some went, without sets for which nobody vouches. Where
   * none went, `labels` has them.
   */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  /** What could not be taken away, and why, with the remedy. */
  readonly problems: readonly string[];
}

/**
 * Takes sets away that the policy lets go, in each store that lets something be deleted. All are read before anything is taken away. Every
 * set that is finished was proved when it was made, and is whole by itself; but one that nobody vouches for may be anybody's, and lets no
 * other go.
 * @param vouched whether somebody vouches for a set where that is demanded; asked only when something would go.
 * @returns undefined when a set cannot be read: then nothing is taken away, for nobody knows what it needs.
 */
export async function expireSets(
  stores: readonly OpenStore[],
  owner: Owner,
  policy: RetentionPolicy,
  now: number,
  report: (line: string) => void,
  vouched: (set: BackupSet) => Promise<boolean>,
): Promise<Needed | { readonly problem: string }> {
  const problems: string[] = [];
  const own = new Set(stores.map(({ name }) => name));
  const held: Held[] = [];
  try {
    for (const each of stores) held.push(await releaseNeedingAction(each, owner, { policy, now, vouched }));
  } catch (error) {
    return { problem: `nothing that is too old was removed, so the repositories grow: ${reasonOf(error)}` };
  }
  const staying: { store: string; set: BackupSet }[] = [];
  for (const { from, sets, goes } of held) {
    const gone = new Set<string>();
    for (const id of goes) {
      const failed = await removeSet(from.store, owner, id).catch(reasonOf);
      if (failed === undefined) {
        gone.add(id);
        report(`${from.name}: the set ${id} goes`);
      } else
        problems.push(`${from.name}: the set ${id} is too old and stays, with all that it needs: ${failed}`);
    }
    staying.push(...sets.filter(({ id }) => !gone.has(id)).map(set => ({ store: from.name, set })));
  }
  const all = held.flatMap(({ sets }) => sets);
  /** What the sets that stay need, as far as they count there. */
  const needs = <Named extends { readonly repository: string }>(
    of: (manifest: Manifest) => readonly Named[],
  ) =>
    staying
      .flatMap(({ store, set }) => of(set.manifest).map(each => ({ ...each, store })))
      .filter(({ store, repository }) => store === repository || !own.has(repository));
  return {
    problems,
    verified: new Map(
      all.flatMap(({ manifest }) => snapshotsIn(manifest).map(({ snapshot }) => [snapshot, manifest.at])),
    ),
    needed: new Set(needs(snapshotsIn).map(({ snapshot }) => snapshot)),
    labels: byRepository(needs(labelsIn)),
    named: byRepository(held.flatMap(({ counts }) => counts.flatMap(({ manifest }) => labelsIn(manifest)))),
  };
}

const byRepository = (all: readonly Label[]) =>
  new Map(
    [...Map.groupBy(all, ({ repository }) => repository)].map(([repository, some]) => [
      repository,
      new Set(some.map(({ label }) => label)),
    ]),
  );

interface Held {
  readonly from: OpenStore;
  readonly sets: readonly BackupSet[];
  /** Those that may go. */
  readonly goes: readonly string[];
  /** Those that are vouched for; none where that was not asked. */
  readonly counts: readonly BackupSet[];
}

async function releaseNeedingAction(
  from: OpenStore,
  owner: Owner,
  by: { policy: RetentionPolicy; now: number; vouched: (set: BackupSet) => Promise<boolean> },
): Promise<Held> {
  const sets = await mapOf(await listSets(from.store, owner), atOnce, id => readOne(from, owner, id));
  if (from.locked !== undefined) return { from, sets, goes: [], counts: [] };
  const goes = setsToGo(sets, by.policy, by.now);
  if (goes.length === 0) return { from, sets, goes, counts: [] };
  const vouched = await mapOf(sets, atOnce, async set => ((await by.vouched(set)) ? [set] : []));
  const counts = vouched.flat();
  const ids = new Set(counts.map(({ id }) => id));
  return { from, sets, goes: setsToGo(sets, by.policy, by.now, ids), counts };
}

async function readOne({ name, store }: OpenStore, owner: Owner, id: string): Promise<BackupSet> {
  try {
    return await readSet(store, owner, id);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `what the set ${id} in ${name} needs cannot be read: ${error.message}`,
      'restore its manifest, or remove the set where it is of no more use',
      { cause: error },
    );
  }
}

const atOnce = 4;

/** Names of those that no rule keeps, the oldest first. @param vouched those that count; default: all. Pure. */
export function setsToGo(
  sets: readonly Pick<BackupSet, 'id' | 'manifest'>[],
  policy: RetentionPolicy,
  now: number,
  vouched?: ReadonlySet<string>,
): string[] {
  const backups = sets.map(({ id, manifest: { at } }) => ({
    label: id,
    type: 'full' as const,
    finishedAt: at,
    ...(vouched === undefined || vouched.has(id) ? { verifiedAt: at } : {}),
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

/** The backups of databases that a set is restored from, each in its repository. Pure. */
export const labelsIn = ({ databases }: Manifest): Label[] => databases.flatMap(({ backups }) => backups);

function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.sentence;
  throw error;
}
