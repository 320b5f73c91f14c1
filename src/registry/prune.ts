import {
  type Protections,
  planRetention,
  type Retention,
  type RetentionPlan,
} from '../image/deletion-plan.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { matchesWildcard } from '../toolkit/wildcard.ts';
import type { RegistryClient } from './client.ts';
import { Inventory } from './inventory.ts';
import type { Package } from './packages.ts';

export interface PruneOptions {
  readonly policy: Retention;
  /** Returns the images that must stay in this repository; called each time that the repository is read. */
  protections(): Promise<Protections>;
  /** The GitHub package, for ghcr.io, which lists and deletes by another API than registries. */
  readonly package?: Package | undefined;
  /** Whether the planned images are deleted. */
  readonly apply: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  report(line: string): void;
}

export interface Pruned {
  readonly plan: RetentionPlan;
  readonly removed: readonly Digest[];
  /** The manifests that the registry did not delete, with its answer. */
  readonly refused: ReadonlyMap<Digest, string>;
  /** The error that ended the deletion before it finished. */
  readonly problem?: UserError;
}

/** Milliseconds of deletion after which the repository is read again, unless a reading takes longer. */
const lookEvery = 60_000;

/** The result over all repositories. */
export interface Conclusion {
  readonly state: 'nothing' | 'planned' | 'removed' | 'partial';
  readonly planned: number;
  readonly removed: number;
  /** Why not all planned images were deleted; empty when all were, or none should be. */
  readonly reason: string;
}

/**
 * Prunes the repositories one after the other, until one of them fails.
 * @throws UserError when one fails before anything was deleted.
 */
export async function pruneRepositories(
  registry: RegistryClient,
  repositories: readonly string[],
  optionsOf: (repository: string) => Promise<PruneOptions>,
): Promise<(readonly [string, Pruned])[]> {
  const done: (readonly [string, Pruned])[] = [];
  for (const repository of repositories) {
    const pruning = optionsOf(repository).then(options => pruneRepository(registry, repository, options));
    const pruned = await pruning.catch((error: unknown): Pruned => {
      // The deletions in the other repositories must still be reported.
      if (done.every(each => each[1].removed.length === 0)) throw error;
      return {
        plan: { toDelete: [], toKeep: [] },
        removed: [],
        refused: new Map(),
        problem: problemOf(error),
      };
    });
    done.push([repository, pruned]);
    if (pruned.problem !== undefined) break;
  }
  return done;
}

/** Sums up the results of all repositories. Pure. */
export function concluded(done: readonly (readonly [string, Pruned])[], apply: boolean): Conclusion {
  const planned = done.reduce((sum, [, { plan }]) => sum + plan.toDelete.length, 0);
  const removed = done.reduce((sum, each) => sum + each[1].removed.length, 0);
  const problem = done.find(each => each[1].problem !== undefined)?.[1].problem;
  const refused = done.flatMap(([repository, pruned]) =>
    [...pruned.refused].map(([digest, why]) => `${repository}@${digest} was not deleted: ${why}`),
  );
  const reason = problem?.sentence ?? refused[0] ?? '';
  const state = reason !== '' ? 'partial' : planned === 0 ? 'nothing' : apply ? 'removed' : 'planned';
  return { state, planned, removed, reason };
}

/**
 * Plans which images of a repository to delete. With `apply` it deletes those that a second reading still allows, and reads it again
 * every minute.
 * @throws UserError before the first deletion when the registry refuses or cannot be reached.
 */
export async function pruneRepository(
  registry: RegistryClient,
  repository: string,
  options: PruneOptions,
): Promise<Pruned> {
  const inventory = new Inventory(registry, repository);
  const first = planOf(await readState(inventory, options), options);
  const none = { plan: first, removed: [], refused: new Map() };
  if (!options.apply || first.toDelete.length === 0) return none;
  // Tags may be pushed, and releases deployed, while a large repository is read.
  const second = await readState(inventory, options);
  return remove(registry, repository, options, { inventory, planned: first, now: second });
}

type RepositoryState = Awaited<ReturnType<typeof readState>>;

async function readState(inventory: Inventory, { policy, protections, package: github }: PruneOptions) {
  const isManaged = (tags: readonly string[]) =>
    tags.some(tag => policy.rules.some(rule => matchesWildcard(rule.tags, tag)));
  const stored = await inventory.read((await github?.list()) ?? new Map(), isManaged);
  // Read after the tags, so that it includes anything deployed in the meantime.
  return { stored, protections: await protections() };
}

function planOf(
  { stored, protections: { digests, tags } }: RepositoryState,
  { policy, now }: PruneOptions,
  refused: ReadonlyMap<Digest, string> = new Map(),
): RetentionPlan {
  return planRetention(stored, policy, { digests: new Map([...digests, ...refused]), tags }, now);
}

/**
 * Adds a new reading during the deletion. What only the earlier one has stays: what was deleted, and parts of it, which nothing
 * leads to any longer. Pure.
 */
function joined(
  before: RepositoryState,
  { stored, protections }: RepositoryState,
  removed: ReadonlySet<Digest>,
): RepositoryState {
  const all = new Map(before.stored.map(each => [each.digest, each]));
  // A registry may still show a deleted manifest; with a tag, it was pushed again.
  for (const each of stored)
    if (!removed.has(each.digest) || each.tags.length > 0) all.set(each.digest, each);
  return { stored: [...all.values()], protections };
}

async function remove(
  registry: RegistryClient,
  repository: string,
  options: PruneOptions,
  looks: {
    readonly inventory: Inventory;
    readonly planned: RetentionPlan;
    readonly now: RepositoryState;
  },
): Promise<Pruned> {
  const { report, package: github } = options;
  const { inventory, planned } = looks;
  let { now } = looks;
  const allowed = new Set(planned.toDelete.map(({ digest }) => digest));
  const removed: Digest[] = [];
  const refused = new Map<Digest, string>();
  const latest = planOf(now, options);
  let queue = latest.toDelete.filter(({ digest }) => allowed.has(digest));
  let plan: RetentionPlan = { toDelete: [...queue], toKeep: latest.toKeep };
  const reportKept = (count: number) => {
    if (count === 0) return;
    const them = count === 1 ? 'it' : 'them';
    report(`${repository}: kept ${count} more than planned, because newer images or releases need ${them}`);
  };
  reportKept(planned.toDelete.length - queue.length);
  const clock = () => registry.options.now?.() ?? performance.now();
  let due = clock() + lookEvery;
  /** Takes what must stay out of the queue, and returns the rest of the plan. */
  const planAgain = (): RetentionPlan => {
    const { toDelete, toKeep } = planOf(now, options, refused);
    const still = new Set(toDelete.map(({ digest }) => digest));
    const needed = new Set(queue.filter(({ digest }) => !still.has(digest)));
    queue = queue.filter(each => !needed.has(each));
    const gone = new Set(removed);
    return {
      toDelete: plan.toDelete.filter(each => !needed.has(each)),
      // What was deleted may have been deployed since.
      toKeep: toKeep.filter(({ digest }) => !gone.has(digest)),
    };
  };
  const lookAgain = async () => {
    const began = clock();
    now = joined(now, await readState(inventory, options), new Set(removed));
    const before = queue.length;
    plan = planAgain();
    reportKept(before - queue.length);
    due = clock() + Math.max(lookEvery, clock() - began);
  };
  try {
    while (queue.length > 0) {
      if (clock() >= due) await lookAgain();
      const next = queue.shift();
      if (next === undefined) break;
      const { digest } = next;
      const removal = await (github?.remove(digest) ?? registry.remove(repository, digest));
      if (typeof removal === 'string') {
        removed.push(digest);
        if (removed.length % 100 === 0) report(`${repository}: ${removed.length} deleted`);
        continue;
      }
      report(
        `${repository}@${digest} was not deleted, because the registry refuses to delete it: ${removal.refused}`,
      );
      refused.set(digest, `the registry refuses to delete it: ${removal.refused}`);
      // The manifests that it needs must stay with it.
      planAgain();
    }
    await readBack(registry, repository, { ...plan, toKeep: planAgain().toKeep }, new Set(removed));
    return { plan, removed, refused };
  } catch (error) {
    if (removed.length === 0) throw error;
    return { plan, removed, refused, problem: problemOf(error) };
  }
}

/** Turns any error into one that can be reported beside the deletions that were made. */
function problemOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  return new UserError(
    `the deletion was interrupted (${error instanceof Error ? error.message : error})`,
    'run the step again: it deletes the rest then',
    { cause: error },
  );
}

/** @throws UserError when an image that should stay is missing, or a tag outlives its deleted manifest. */
async function readBack(
  registry: RegistryClient,
  repository: string,
  { toDelete, toKeep }: RetentionPlan,
  removed: ReadonlySet<Digest>,
): Promise<void> {
  const tags = new Set(await registry.tags(repository));
  const lost = toKeep.flatMap(each => each.tags).filter(tag => !tags.has(tag));
  await eachOf(toKeep, 8, async ({ digest }) => {
    if ((await registry.manifest(repository, digest)) === undefined) lost.push(digest);
  });
  if (lost.length > 0)
    throw new UserError(
      `${repository} has lost ${shown(lost)}, which this run did not delete`,
      'check whether something else deletes there, and push the lost images again',
    );
  const left: string[] = [];
  for (const tag of toDelete.filter(({ digest }) => removed.has(digest)).flatMap(each => each.tags)) {
    // Another image may have been pushed under this tag since.
    const there = tags.has(tag) ? await registry.manifest(repository, tag) : undefined;
    if (there !== undefined && removed.has(there.digest)) left.push(tag);
  }
  if (left.length > 0)
    throw new UserError(
      `${repository} still lists ${left.length === 1 ? 'the tag' : 'the tags'} ${shown(left)} of deleted manifests`,
      'remove them in the registry: by the OCI distribution specification, it should have deleted them with their manifest',
    );
}

const shown = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
