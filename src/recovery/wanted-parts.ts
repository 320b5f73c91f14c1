import { UserError } from '../toolkit/errors.ts';
import { fileNames } from './attachments.ts';
import type { Manifest } from './manifest.ts';
import { pvcsIn } from './restoring-parts.ts';

/** What of a set is restored, as an input says it. Pure. */

export interface WantedParts {
  /** Whatever the set holds: what it does not is no mistake. */
  readonly all: boolean;
  readonly database: boolean;
  /** Databases outside of the cluster, by their names in slipway.yml; `all` that the set has. */
  readonly managed: readonly string[] | 'all';
  readonly objects: boolean;
  readonly secrets: boolean;
  /** PVCs; `all` that the set has files of. */
  readonly volumes: readonly string[] | 'all';
  /** By their names in slipway.yml; `all` that the set has. */
  readonly buckets: readonly string[] | 'all';
}

const remedy =
  'write database, managed, managed/NAME, objects, secrets, volume, volume/CLAIM, bucket or bucket/NAME, with commas between them, or all';

/** @throws {UserError} for what is none. */
export function parseParts(text: string): WantedParts {
  const words = text.split(',').map(each => each.trim());
  const all = words.includes('all');
  const has = (word: string) => all || words.includes(word);
  const named = (kind: string) =>
    has(kind)
      ? 'all'
      : words.filter(word => word.startsWith(`${kind}/`)).map(word => word.slice(kind.length + 1));
  const known = /^(all|database|objects|secrets|(volume|bucket|managed)(\/[a-z0-9][a-z0-9.-]{0,252})?)$/;
  const wrong = words.find(word => !known.test(word));
  if (wrong !== undefined) throw new UserError(`the input \`what\` has "${wrong}"`, remedy);
  return {
    all,
    ...{ database: has('database'), objects: has('objects'), secrets: has('secrets') },
    ...{ managed: named('managed'), volumes: named('volume'), buckets: named('bucket') },
  };
}

/** Whether anything is restored that stands in a set alone. */
export const needsSet = ({ objects, secrets, managed, volumes, buckets }: WantedParts): boolean =>
  objects || secrets || [managed, volumes, buckets].some(each => each === 'all' || each.length > 0);

export interface HeldParts {
  readonly objects: boolean;
  readonly secrets: boolean;
  readonly managed: readonly string[];
  readonly volumes: readonly string[];
  readonly buckets: readonly string[];
}

/**
 * What of that is in a set, by name.
 * @throws {UserError} when something is asked for by its kind or name, and the set does not hold it.
 */
export function heldParts(
  { all, objects, secrets, managed, volumes, buckets }: WantedParts,
  manifest: Manifest,
): HeldParts {
  const pvcs = pvcsIn(manifest);
  const dumps = (manifest.managed ?? []).map(({ name }) => name);
  const stores = manifest.objectStores.map(({ name }) => name);
  const holds = (file: string) => manifest.attachments?.some(({ name }) => name === file) === true;
  if (!all && managed === 'all' && dumps.length === 0) throw absentFrom('managed databases');
  if (!all && volumes === 'all' && pvcs.length === 0) throw absentFrom('files of volumes');
  if (!all && buckets === 'all' && stores.length === 0) throw absentFrom('buckets');
  return {
    // Without `all`, whoever reads them says that they are not there.
    objects: objects && (!all || holds(fileNames.objects)),
    secrets: secrets && (!all || holds(fileNames.secrets)),
    managed: namedOf(managed, dumps, 'the managed database'),
    volumes: namedOf(volumes, pvcs, 'the volume'),
    buckets: namedOf(buckets, stores, 'the bucket'),
  };
}

const absentFrom = (what: string) =>
  new UserError(`the set holds no ${what}`, 'take a set that holds them, or restore something else');

function namedOf(
  wanted: readonly string[] | 'all',
  held: readonly string[],
  what: string,
): readonly string[] {
  if (wanted === 'all') return held;
  const absent = wanted.find(name => !held.includes(name));
  if (absent === undefined) return wanted;
  throw new UserError(
    `the set does not hold ${what} ${absent}`,
    held.length === 0 ? 'take a set that holds it' : `name one of ${held.join(', ')}`,
  );
}

/**
 * Where buckets go: `NAME=ADDRESS` for each, with spaces or lines between them.
 * @throws {UserError} for what is none, and when one of the wanted is not said.
 */
export function parseTargets(text: string, wanted: readonly string[]): ReadonlyMap<string, string> {
  const targets = new Map(
    text.split(/\s+/).flatMap(each => {
      if (each === '') return [];
      const [, name, address] = /^([a-z0-9-]+)=(https?:\/\/[^\s/@?#]+\/[^\s?#]+)$/.exec(each) ?? [];
      if (name === undefined || address === undefined)
        throw new UserError(
          'the input `buckets` does not say where buckets go',
          'write NAME=https://HOST/BUCKET for each, with spaces between them',
        );
      return [[name, address] as const];
    }),
  );
  const absent = wanted.find(name => !targets.has(name));
  if (absent === undefined) return targets;
  throw new UserError(
    `nobody says which bucket the objects of ${absent} go to`,
    `give ${absent}=https://HOST/BUCKET in the input \`buckets\`; the bucket has to be empty`,
  );
}
