import { UserError } from '../toolkit/errors.ts';
import { mapOf } from '../toolkit/parallel.ts';
import type { OpenStore } from './backup.ts';
import type { BackupManifest } from './manifest.ts';
import { keep, type RetentionPolicy } from './retention.ts';
import { type BackupSet, listSets, readSet, removeSet, type SetOwner, unfinishedSets } from './sets.ts';

/** Which backup sets are kept, and which restic snapshots they need. */

interface Snapshot {
  readonly repository: string;
  readonly snapshot: string;
}

/** A backup of pgBackRest. */
interface Label {
  readonly repository: string;
  readonly label: string;
}

interface Needed {
  /** Snapshots that any set names, and when the set was made; ms since 1970. */
  readonly verified: ReadonlyMap<string, number>;
  /**
   * Snapshots of the sets that are kept. Where a repository has a store, only sets in that store count, and elsewhere only those that the
   * policy keeps: a locked store keeps every set, and would keep all snapshots here with it.
   */
  readonly needed: ReadonlySet<string>;
  /** Labels of database backups that the same sets are restored from, by the name of the repository. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Labels that our sets name, kept or not, in stores with sets that the policy does not keep; sets without a trusted signature do not
   * count. For other stores, `labels` has them.
   */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
  /** What could not be removed, and why, with the remedy. */
  readonly problems: readonly string[];
}

/**
 * Removes expired sets from each store that permits deletion, and what killed runs left of sets. All sets are read before any is removed.
 * Every finished set was verified when it was made, and is complete; but a set without a trusted signature may be forged, so no other set
 * expires because of it.
 * @param isTrusted whether a set has a trusted signature, where one is required; called only when a set would expire.
 * @returns `problem` when a set cannot be read: then nothing is removed, because its needs are unknown.
 */
export async function expireSets(
  stores: readonly OpenStore[],
  owner: SetOwner,
  policy: RetentionPolicy,
  now: number,
  report: (line: string) => void,
  isTrusted: (set: BackupSet) => Promise<boolean>,
): Promise<Needed | { readonly problem: string }> {
  const problems: string[] = [];
  const own = new Set(stores.map(({ name }) => name));
  const held: Held[] = [];
  try {
    for (const each of stores) held.push(await expirableIn(each, owner, { policy, now, isTrusted, own }));
  } catch (error) {
    return { problem: `no expired set was removed, so the repositories grow: ${reasonOf(error)}` };
  }
  /** Returns whether the set is gone. */
  const remove = async ({ name, store }: OpenStore, id: string, what: string, left: string) => {
    const failed = await removeSet(store, owner, id).catch(reasonOf);
    if (failed === undefined) report(`${name}: removed ${what}`);
    else problems.push(`${name}: ${left}: ${failed}`);
    return failed === undefined;
  };
  const staying: { store: string; set: BackupSet; isUnneeded: boolean }[] = [];
  for (const { from, sets, expired, unfinished } of held) {
    const isLocked = from.locked !== undefined;
    for (const id of unfinished) {
      const rest = `what a killed run left of the set ${id}`;
      await remove(from, id, rest, `${rest} is not removed`);
    }
    for (const set of sets) {
      const what = `the set ${set.id}`;
      const left = `${what} has expired, but is kept with everything that it needs`;
      const isExpired = expired.includes(set.id);
      const isGone = isExpired && !isLocked ? await remove(from, set.id, what, left) : false;
      if (!isGone) staying.push({ store: from.name, set, isUnneeded: isExpired && isLocked });
    }
  }
  const all = held.flatMap(({ sets }) => sets);
  /** Returns what the kept sets need, where they count. */
  const needs = <Named extends { readonly repository: string }>(
    of: (manifest: BackupManifest) => readonly Named[],
  ) =>
    staying
      .flatMap(({ set, ...rest }) => of(set.manifest).map(each => ({ ...each, ...rest })))
      .filter(({ store, repository, isUnneeded }) =>
        own.has(repository) ? store === repository : !isUnneeded,
      );
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
  /** Sets that the policy does not keep. A locked store keeps them nevertheless. */
  readonly expired: readonly string[];
  /** Sets without a manifest that no run is still writing. */
  readonly unfinished: readonly string[];
  /** Sets with a trusted signature; empty where none was checked. */
  readonly counts: readonly BackupSet[];
}

async function expirableIn(
  from: OpenStore,
  owner: SetOwner,
  by: {
    policy: RetentionPolicy;
    now: number;
    isTrusted: (set: BackupSet) => Promise<boolean>;
    /** Repositories with a store. */
    own: ReadonlySet<string>;
  },
): Promise<Held> {
  const sets = await mapOf(await listSets(from.store, owner), atOnce, id => readOne(from, owner, id));
  const isNeededElsewhere = ({ manifest }: BackupSet) =>
    [...snapshotsIn(manifest), ...labelsIn(manifest)].some(({ repository }) => !by.own.has(repository));
  const isLocked = from.locked !== undefined;
  if (isLocked && !sets.some(isNeededElsewhere))
    return { from, sets, expired: [], unfinished: [], counts: [] };
  const unfinished = isLocked ? [] : await unfinishedSets(from.store, owner, by.now - day);
  const expired = expiredSets(sets, by.policy, by.now);
  if (expired.length === 0) return { from, sets, expired, unfinished, counts: [] };
  const trusted = await mapOf(sets, atOnce, async set => ((await by.isTrusted(set)) ? [set] : []));
  const counts = trusted.flat();
  const ids = new Set(counts.map(({ id }) => id));
  return { from, sets, expired: expiredSets(sets, by.policy, by.now, ids), unfinished, counts };
}

const day = 86_400_000;

async function readOne({ name, store }: OpenStore, owner: SetOwner, id: string): Promise<BackupSet> {
  try {
    return await readSet(store, owner, id);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `the manifest of the set ${id} in ${name} cannot be read: ${error.message}`,
      'restore the manifest, or remove the set if it is no longer needed',
      { cause: error },
    );
  }
}

const atOnce = 4;

/**
 * Returns the names of the sets that no rule keeps, oldest first.
 * @param trusted those that count; default: all. Pure.
 */
export function expiredSets(
  sets: readonly Pick<BackupSet, 'id' | 'manifest'>[],
  policy: RetentionPolicy,
  now: number,
  trusted?: ReadonlySet<string>,
): string[] {
  const backups = sets.map(({ id, manifest: { at } }) => ({
    label: id,
    type: 'full' as const,
    finishedAt: at,
    ...(trusted === undefined || trusted.has(id) ? { verifiedAt: at } : {}),
  }));
  return keep(backups, policy, now)
    .expired.map(({ backup }) => backup.label)
    .sort();
}

/** Returns the restic snapshots that a set is restored from, with their repositories. Pure. */
export const snapshotsIn = ({ volumes, objectStores, managed = [] }: BackupManifest): Snapshot[] =>
  [
    ...volumes.map(({ files }) => files?.backups ?? []),
    ...objectStores.map(({ backups = [] }) => backups),
    ...managed.map(({ backups }) => backups),
  ].flat();

/** Returns the database backups that a set is restored from, with their repositories. Pure. */
const labelsIn = ({ databases }: BackupManifest): Label[] => databases.flatMap(({ backups }) => backups);

function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.sentence;
  throw error;
}
