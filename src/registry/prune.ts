import type { Digest } from '../image/reference.ts';
import {
  matchesTag,
  type Plan,
  type Protections,
  planRetention,
  type Retention,
} from '../image/retention.ts';
import { UserError } from '../toolkit/errors.ts';
import { eachOf } from '../toolkit/parallel.ts';
import type { RegistryClient } from './client.ts';
import { Inventory } from './inventory.ts';
import type { Package } from './packages.ts';

export interface PruneOptions {
  readonly policy: Retention;
  /** What must stay in this repository; asked each time that it is looked at. */
  protections(): Promise<Protections>;
  /** Where it lists and deletes by another API than that of registries. */
  readonly package?: Package | undefined;
  /** Whether what may go is deleted. */
  readonly apply: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  report(line: string): void;
}

export interface Pruned {
  readonly plan: Plan;
  readonly removed: readonly Digest[];
  /** What the registry did not let go, and what it said. */
  readonly refused: ReadonlyMap<Digest, string>;
  /** What ended it in the middle. */
  readonly problem?: UserError;
}

/** How it ended, over all repositories. */
export interface Conclusion {
  readonly state: 'nothing' | 'planned' | 'removed' | 'partly';
  readonly planned: number;
  readonly removed: number;
  /** Why not all that may go was deleted; empty when it was, or was not to be. */
  readonly reason: string;
}

/**
 * Prunes one repository after the other, until one of them cannot be.
 * @throws UserError when that is so before anything was deleted.
 */
export async function pruneRepositories(
  registry: RegistryClient,
  repositories: readonly string[],
  optionsOf: (repository: string) => Promise<PruneOptions>,
): Promise<(readonly [string, Pruned])[]> {
  const done: (readonly [string, Pruned])[] = [];
  for (const repository of repositories) {
    const options = await optionsOf(repository);
    const pruned = await pruneRepository(registry, repository, options).catch((error: unknown): Pruned => {
      // What was deleted in another repository is told all the same.
      if (done.every(each => each[1].removed.length === 0)) throw error;
      return { plan: { goes: [], stays: [] }, removed: [], refused: new Map(), problem: problemOf(error) };
    });
    done.push([repository, pruned]);
    if (pruned.problem !== undefined) break;
  }
  return done;
}

/** Pure. */
export function concluded(done: readonly (readonly [string, Pruned])[], apply: boolean): Conclusion {
  const planned = done.reduce((sum, [, { plan }]) => sum + plan.goes.length, 0);
  const removed = done.reduce((sum, each) => sum + each[1].removed.length, 0);
  const problem = done.find(each => each[1].problem !== undefined)?.[1].problem;
  const refused = done.flatMap(([repository, pruned]) =>
    [...pruned.refused].map(([digest, why]) => `${repository}@${digest} stays, for ${why}`),
  );
  const reason = problem?.sentence ?? refused[0] ?? '';
  const state = reason !== '' ? 'partly' : planned === 0 ? 'nothing' : apply ? 'removed' : 'planned';
  return { state, planned, removed, reason };
}

/**
 * Plans what may go from a repository and, when told to, deletes it: what was planned and, looked at once more, still may.
 * @throws UserError before the first deletion when the registry refuses or cannot be reached.
 */
export async function pruneRepository(
  registry: RegistryClient,
  repository: string,
  options: PruneOptions,
): Promise<Pruned> {
  const inventory = new Inventory(registry, repository);
  const first = planOf(await look(inventory, options), options);
  const none = { plan: first, removed: [], refused: new Map() };
  if (!options.apply || first.goes.length === 0) return none;
  // Tags are pushed and releases deployed while a large repository is read.
  const second = await look(inventory, options);
  return remove(registry, repository, options, first, second);
}

type Look = Awaited<ReturnType<typeof look>>;

async function look(inventory: Inventory, { policy, protections, package: github }: PruneOptions) {
  const speaks = (tags: readonly string[]) =>
    tags.some(tag => policy.rules.some(rule => matchesTag(rule.tags, tag)));
  const stored = await inventory.read((await github?.list()) ?? new Map(), speaks);
  // After the tags: what was deployed meanwhile is known.
  return { stored, protections: await protections() };
}

function planOf(
  { stored, protections: { digests, tags } }: Look,
  { policy, now }: PruneOptions,
  refused: ReadonlyMap<Digest, string> = new Map(),
): Plan {
  return planRetention(stored, policy, { digests: new Map([...digests, ...refused]), tags }, now);
}

async function remove(
  registry: RegistryClient,
  repository: string,
  options: PruneOptions,
  planned: Plan,
  now: Look,
): Promise<Pruned> {
  const { report, package: github } = options;
  const allowed = new Set(planned.goes.map(({ digest }) => digest));
  const removed: Digest[] = [];
  const refused = new Map<Digest, string>();
  const latest = planOf(now, options);
  const queue = latest.goes.filter(({ digest }) => allowed.has(digest));
  const plan = { goes: [...queue], stays: latest.stays };
  const fewer = planned.goes.length - queue.length;
  if (fewer > 0) report(`${repository}: ${fewer} more stay than planned, for what came meanwhile needs them`);
  try {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { digest } = next;
      const removal = await (github?.remove(digest) ?? registry.remove(repository, digest));
      if (typeof removal === 'string') {
        removed.push(digest);
        if (removed.length % 100 === 0) report(`${repository}: ${removed.length} removed`);
        continue;
      }
      report(`${repository}@${digest} stays, because the registry refuses: ${removal.refused}`);
      refused.set(digest, `the registry refuses: ${removal.refused}`);
      // Whatever it needs has to stay with it.
      const still = new Set(planOf(now, options, refused).goes.map(each => each.digest));
      queue.splice(0, queue.length, ...queue.filter(each => still.has(each.digest)));
    }
    const { stays } = planOf(now, options, refused);
    await readBack(registry, repository, { ...plan, stays }, new Set(removed));
    return { plan, removed, refused };
  } catch (error) {
    if (removed.length === 0) throw error;
    return { plan, removed, refused, problem: problemOf(error) };
  }
}

/** Whatever it is: what is gone already must be told. */
function problemOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  return new UserError(
    `it broke off in the middle (${error instanceof Error ? error.message : error})`,
    'run it again: what may go still may',
    { cause: error },
  );
}

/** @throws UserError when something that was to stay is not there, or a tag still is that was to go with its manifest. */
async function readBack(
  registry: RegistryClient,
  repository: string,
  { goes, stays }: Plan,
  removed: ReadonlySet<Digest>,
): Promise<void> {
  const tags = new Set(await registry.tags(repository));
  const lost = stays.flatMap(each => each.tags).filter(tag => !tags.has(tag));
  await eachOf(stays, 8, async ({ digest }) => {
    if ((await registry.manifest(repository, digest)) === undefined) lost.push(digest);
  });
  if (lost.length > 0)
    throw new UserError(
      `${repository} has lost ${shown(lost)}, which nobody asked to delete`,
      'look whether somebody else deletes there, and push what is needed again',
    );
  const left: string[] = [];
  for (const tag of goes.filter(({ digest }) => removed.has(digest)).flatMap(each => each.tags)) {
    // Somebody may have pushed another image under it.
    const there = tags.has(tag) ? await registry.manifest(repository, tag) : undefined;
    if (there !== undefined && removed.has(there.digest)) left.push(tag);
  }
  if (left.length > 0)
    throw new UserError(
      `${repository} still has the tags ${shown(left)}, although it deleted the manifests that they stand for`,
      'remove them in the registry: by the specification they go with their manifest',
    );
}

const shown = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
