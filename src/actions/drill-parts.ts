import type { Cluster } from '../cluster/port.ts';
import type { Recovery } from '../config/recovery.ts';
import { type LevelCheck, partOrFailure } from '../recovery/levels.ts';
import { notRestoredChecks } from '../recovery/not-restored.ts';
import { openBucket, removeObjects } from '../recovery/object-stores/bucket.ts';
import { pvcsIn } from '../recovery/restoring-parts.ts';
import { placeOf } from '../recovery/s3.ts';
import type { Once, Steps } from '../recovery/steps.ts';
import { UserError } from '../toolkit/errors.ts';
import { mapValues } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import type { Ordered } from './drill.ts';
import { scratchOf } from './drill-in-scratch.ts';
import { offSiteIn } from './drill-off-site-repository.ts';
import type { DrillSet } from './drill-set.ts';
import { s3CredentialsOf } from './kept.ts';
import { nameOfDatabase, volumeOf } from './recovery.ts';
import { resticFor, restoreParts } from './restore-parts.ts';

/** Restores volumes, managed databases and buckets from the backup set next to the live system, and compares each with the set. */

export interface DrillParts {
  /** The restic repositories that are read, so that the guard can check their credentials. */
  readonly repositories: readonly string[];
  /** Restores all parts. A failed part is a check, not an error; one that a killed job left partly done is redone. */
  restore(cluster: Cluster, once: Once): Promise<LevelCheck[]>;
  /** Empties the buckets that any job of this drill filled. @returns the ones that could not be emptied, with the error. */
  clear(): Promise<string[]>;
}

type Target = NonNullable<Ordered['drills']['scratch']>['buckets'][string];

/**
 * Prepares the restore of the parts; undefined if the scenario restores none.
 * @param before the steps that earlier jobs have done; undefined in the first job.
 * @throws UserError when credentials or a passphrase are not set, or a drill's bucket is otherwise in use.
 */
export async function drillParts(
  order: Ordered,
  set: DrillSet,
  before: Partial<Steps> | undefined,
): Promise<DrillParts | undefined> {
  const { scenario, drills, env, report } = order;
  if (!scenario.steps.some(({ action }) => action === 'restore-files')) return undefined;
  const { manifest } = set.at.set;
  const pvcs = pvcsIn(manifest);
  const { managed = [] } = manifest;
  const targets = drills.scratch?.buckets ?? {};
  const named = Object.entries(targets).map(
    ([name, { url }]) => [`drills.scratch.buckets.${name}`, url] as const,
  );
  requireApart(named, order.recovery);
  // After the loss of a region only the off-site repository is left.
  const repository = scenario.breaks.kind === 'out-of-reach' ? offSiteIn(order) : '';
  const recovery = narrowed(order.recovery, repository, targets);
  const buckets = manifest.objectStores.filter(({ name }) => targets[name] !== undefined);
  const { at, identities } = set;
  if (pvcs.length + managed.length + buckets.length > 0) await resticFor({ recovery, env, identities, at });
  const restored = { ...order, recovery, repository };
  let vacant = before?.vacant ?? [];
  const addressed = (names: readonly string[]) =>
    names.flatMap(name => (targets[name] === undefined ? [] : [targets[name]]));
  return {
    repositories: [
      ...manifest.volumes.flatMap(({ files }) => readFrom(files?.backups, recovery)),
      ...[...managed, ...buckets].flatMap(({ backups }) => readFrom(backups, recovery)),
    ],
    restore: async (cluster, once) => {
      const restoring = { ...restored, replace: before !== undefined };
      const levelChecks: LevelCheck[] = [];
      const part = async (kind: keyof typeof titles, name: string) =>
        void levelChecks.push(...(await restorePart(cluster, restoring, set, kind, name)));
      for (const pvc of pvcs) await part('volumes', pvc);
      for (const { name } of managed) await part('managed', name);
      vacant = await once('vacant', async () => {
        const names = buckets.map(({ name }) => name);
        const held = await mapOf(addressed(names), 8, async target => (await opened(target, env)).list());
        return names.filter((_, index) => held[index]?.length === 0);
      });
      // An earlier job found them vacant, so their objects are leftovers of that job.
      for (const target of addressed(before?.vacant ?? [])) await emptyBucket(target, env, report);
      for (const { name, backups } of manifest.objectStores) {
        const refusal = refusalOf(name, targets[name], backups, restored, vacant);
        if (refusal === undefined) await part('buckets', name);
        else levelChecks.push(refusal);
      }
      for (const { name } of manifest.redis ?? [])
        if (identities.length === 0) levelChecks.push(sealedRedis(name));
        else await part('redis', name);
      const database = nameOfDatabase(drills.database ?? '', order.recovery);
      const brought = [database, ...managed.map(({ name }) => name)];
      return [...levelChecks, ...notRestoredChecks(manifest, brought, drills['not-drilled'])];
    },
    clear: async () => {
      const left = await Promise.all(addressed(vacant).map(target => emptyBucket(target, env, report)));
      // A second call must do nothing.
      vacant = [];
      return left.flat();
    },
  };
}

/**
 * Requires that the buckets of drills are apart from all others, because a drill writes to them and deletes afterwards.
 * @param targets keys of slipway.yml, with the URL that each names.
 * @throws UserError for a URL that overlaps with a bucket that is backed up or that contains backups.
 */
export function requireApart(
  targets: readonly (readonly [key: string, url: string])[],
  { buckets, repositories }: Pick<Recovery, 'buckets' | 'repositories'>,
): void {
  const used = [
    ...Object.values(buckets).map(({ url }) => url),
    ...Object.values(repositories).flatMap(({ store, restic }) => [store?.url, restic?.url]),
  ].filter(each => each !== undefined);
  const within = (one: string, other: string) => `${one.replace(/\/+$/, '')}/`.startsWith(`${other}/`);
  for (const [key, url] of targets) {
    const own = url.replace(/\/+$/, '');
    const clash = used.find(each => within(own, each.replace(/\/+$/, '')) || within(each, own));
    if (clash !== undefined)
      throw new UserError(
        `the drill bucket ${url} overlaps with ${clash}, which is in use`,
        `set \`${key}\` to a bucket that is used for drills only`,
      );
  }
}

/** Returns the declaration with one repository, and with the buckets of drills in place of the application's. */
function narrowed(recovery: Recovery, only: string, targets: Readonly<Record<string, Target>>): Recovery {
  const { repositories, buckets } = recovery;
  return {
    ...recovery,
    repositories: Object.fromEntries(
      Object.entries(repositories).filter(([name]) => only === '' || name === only),
    ),
    buckets: mapValues(buckets, (bucket, name) => ({ ...bucket, ...targets[name] })),
  };
}

type Backups = readonly { readonly repository: string }[];

/** Returns the repository to read: the first that is declared. */
const readFrom = (backups: Backups | undefined, { repositories }: Recovery): string[] =>
  (backups ?? [])
    .map(({ repository }) => repository)
    .filter(name => repositories[name]?.restic !== undefined)
    .slice(0, 1);

/** Returns why a bucket cannot be restored; undefined if it can. */
function refusalOf(
  name: string,
  target: Target | undefined,
  backups: Backups | undefined,
  { recovery }: Pick<Ordered, 'recovery'>,
  vacant: readonly string[],
): LevelCheck | undefined {
  const what = `objects of the bucket ${name}`;
  const fault = (sentence: string, state: LevelCheck['state'] = 'failed'): LevelCheck => ({
    level: 'L3',
    what,
    state,
    sentence,
  });
  if (target === undefined) {
    const place = `drills.scratch.buckets.${name}`;
    return fault(`there is no bucket to restore them into: name an empty one in \`${place}\``, 'skipped');
  }
  if (recovery.buckets[name] === undefined) return fault('slipway.yml no longer declares the bucket');
  if (readFrom(backups, recovery).length === 0)
    return fault(`the backup set has none of them in ${Object.keys(recovery.repositories).join(' or ')}`);
  if (vacant.includes(name)) return undefined;
  return fault(
    `the bucket ${target.url} is not empty, so it may not be for drills only: empty it if a killed drill left the objects`,
  );
}

const opened = ({ url, region, 'credentials-prefix': prefix }: Target, env: NodeJS.ProcessEnv) =>
  openBucket({ url, region, ...s3CredentialsOf(prefix, env, `the bucket ${placeOf(url).bucket}`) });

async function emptyBucket(
  target: Target,
  env: NodeJS.ProcessEnv,
  report: Ordered['report'],
): Promise<string[]> {
  try {
    const bucket = await opened(target, env);
    await removeObjects(bucket, await bucket.list());
    report(`emptied ${target.url}`);
    return [];
  } catch (error) {
    return [`objects in ${target.url}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

interface Restored extends Ordered {
  /** The only repository to read files from; empty: the first in the set. */
  readonly repository: string;
  /** Whether existing files in a PVC may be replaced. */
  readonly replace: boolean;
}

/** What a part is called in a check, by its kind. */
const titles = {
  volumes: 'files of',
  managed: 'managed database',
  buckets: 'objects of the bucket',
  redis: 'redis',
};

const noParts = { all: false, database: false, objects: false, secrets: false };
const noNames = { volumes: [], managed: [], buckets: [], redis: [] };

const sealedRedis = (name: string): LevelCheck => ({
  level: 'L2',
  what: `redis ${name}`,
  state: 'skipped',
  sentence: 'its backup is encrypted: set the input `drill-key-file`',
});

/** Restores one part. Its failure is a check, so that the others are still restored. */
async function restorePart(
  cluster: Cluster,
  order: Restored,
  { at, identities }: DrillSet,
  kind: keyof typeof titles,
  name: string,
): Promise<LevelCheck[]> {
  const { recovery, repository, environment, config, env, owner, run, signal, report } = order;
  const scratch = scratchOf(order);
  return partOrFailure(`${titles[kind]} ${name}`, signal, async () => {
    const { levelChecks } = await restoreParts(cluster, {
      parts: { ...noParts, ...noNames, [kind]: [name] },
      recovery,
      at,
      identities,
      repository,
      config,
      env,
      signal,
      report,
      into: scratch.namespace,
      from: environment.namespace,
      app: owner.app,
      run: run.id,
      volume: volumeOf(scratch.volume ?? ''),
      buckets: kind === 'buckets' ? `${name}=${recovery.buckets[name]?.url}` : '',
      replace: order.replace,
      temporary: true,
    });
    return [...levelChecks];
  });
}
