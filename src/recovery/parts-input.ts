import { UserError } from '../toolkit/errors.ts';
import { listed } from '../toolkit/input-text.ts';
import { fileNames, holds } from './attachments.ts';
import type { BackupManifest } from './manifest.ts';
import { pvcsIn } from './restoring-parts.ts';

/** The parts of a set to restore, as an input names them. Pure. */

export interface RequestedParts {
  /** Everything that the set contains: a missing part is not an error. */
  readonly all: boolean;
  readonly database: boolean;
  /** Databases outside of the cluster, by their names in slipway.yml; `all`: every one in the set. */
  readonly managed: readonly string[] | 'all';
  readonly objects: boolean;
  readonly secrets: boolean;
  /** PVCs; `all`: every one whose files are in the set. */
  readonly volumes: readonly string[] | 'all';
  /** By their names in slipway.yml; `all`: every one in the set. */
  readonly buckets: readonly string[] | 'all';
  /** The same for Redis. */
  readonly redis: readonly string[] | 'all';
}

const remedy =
  'write database, managed, managed/NAME, objects, secrets, volume, volume/PVC, bucket, bucket/NAME, redis or redis/NAME, separated by commas or lines, or all';

/** Parses the input. @throws {UserError} for an unknown part. */
export function parseParts(text: string): RequestedParts {
  const words = listed(text);
  const all = words.includes('all');
  const has = (word: string) => all || words.includes(word);
  const named = (kind: string) =>
    has(kind)
      ? 'all'
      : words.filter(word => word.startsWith(`${kind}/`)).map(word => word.slice(kind.length + 1));
  const known =
    /^(all|database|objects|secrets|(volume|bucket|managed|redis)(\/[a-z0-9][a-z0-9.-]{0,252})?)$/;
  const wrong = words.length === 0 ? '' : words.find(word => !known.test(word));
  if (wrong !== undefined)
    throw new UserError(`the input \`include\` names an unknown part: "${wrong}"`, remedy);
  return {
    all,
    database: has('database'),
    objects: has('objects'),
    secrets: has('secrets'),
    managed: named('managed'),
    volumes: named('volume'),
    buckets: named('bucket'),
    redis: named('redis'),
  };
}

/** Whether a part is restored that only a set contains. */
export const needsSet = ({ objects, secrets, managed, volumes, buckets, redis }: RequestedParts): boolean =>
  objects || secrets || [managed, volumes, buckets, redis].some(each => each === 'all' || each.length > 0);

interface PartsInSet {
  readonly objects: boolean;
  readonly secrets: boolean;
  readonly managed: readonly string[];
  readonly volumes: readonly string[];
  readonly buckets: readonly string[];
  readonly redis: readonly string[];
}

/**
 * Returns the requested parts of a set, by name.
 * @throws {UserError} when a part is requested by its kind or name, and the set does not contain it.
 */
export function partsInSet(
  { all, objects, secrets, managed, volumes, buckets, redis }: RequestedParts,
  manifest: BackupManifest,
): PartsInSet {
  const pvcs = pvcsIn(manifest);
  const dumps = (manifest.managed ?? []).map(({ name }) => name);
  const stores = manifest.objectStores.map(({ name }) => name);
  const caches = (manifest.redis ?? []).map(({ name }) => name);
  if (!all && managed === 'all' && dumps.length === 0) throw absentFrom('managed databases');
  if (!all && volumes === 'all' && pvcs.length === 0) throw absentFrom('files of volumes');
  if (!all && buckets === 'all' && stores.length === 0) throw absentFrom('buckets');
  if (!all && redis === 'all' && caches.length === 0) throw absentFrom('Redis');
  return {
    // Without `all`, reading a missing part reports it.
    objects: objects && (!all || holds(manifest, fileNames.objects)),
    secrets: secrets && (!all || holds(manifest, fileNames.secrets)),
    managed: namedOf(managed, dumps, 'the managed database'),
    volumes: namedOf(volumes, pvcs, 'the volume'),
    buckets: namedOf(buckets, stores, 'the bucket'),
    redis: namedOf(redis, caches, 'the Redis'),
  };
}

const absentFrom = (what: string) =>
  new UserError(`the set contains no ${what}`, 'choose a set that contains them, or restore something else');

function namedOf(
  wanted: readonly string[] | 'all',
  held: readonly string[],
  what: string,
): readonly string[] {
  if (wanted === 'all') return held;
  const absent = wanted.find(name => !held.includes(name));
  if (absent === undefined) return wanted;
  throw new UserError(
    `the set does not contain ${what} ${absent}`,
    held.length === 0 ? 'choose a set that contains it' : `choose one of ${held.join(', ')}`,
  );
}

/**
 * Parses the targets of buckets: `NAME=ADDRESS` for each, separated by commas or lines.
 * @throws {UserError} for an invalid entry, and when a wanted bucket has no target.
 */
export function parseTargets(text: string, wanted: readonly string[]): ReadonlyMap<string, string> {
  const targets = new Map(
    listed(text).map(each => {
      const [, name, address] = /^([a-z0-9-]+)=(https?:\/\/[^\s/@?#]+\/[^\s?#]+)$/.exec(each) ?? [];
      if (name === undefined || address === undefined)
        throw new UserError(
          'the input `buckets` has an invalid entry',
          'write NAME=https://HOST/BUCKET for each, separated by commas or lines',
        );
      return [name, address] as const;
    }),
  );
  const absent = wanted.find(name => !targets.has(name));
  if (absent === undefined) return targets;
  throw new UserError(
    `the input \`buckets\` has no target for the objects of ${absent}`,
    `add ${absent}=https://HOST/BUCKET to the input \`buckets\`; the bucket must be empty`,
  );
}
