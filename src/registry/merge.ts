import type { Inspected } from '../image/bases.ts';
import { usualPlatform } from '../image/parts.ts';
import { candidateOf, type Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import type { RegistryClient } from './client.ts';
import { inspected, type RawManifest, type Tree } from './contents.ts';
import { indexType, rawManifest } from './manifest.ts';

export interface MergeTask {
  readonly name: string;
  /** The release repository. */
  readonly repository: string;
  /** The repository of the parts and of the merged image; default: beside the release repository. */
  readonly candidate?: string;
  /** The platforms in slipway.yml; undefined: those that were built. */
  readonly platforms: readonly string[] | undefined;
  readonly parts: readonly Digest[];
}

export interface Merged {
  readonly digest: Digest;
  readonly inspected: Inspected;
}

/**
 * Merges parts that were built separately, one per platform, into one image. Nothing is written unless all parts of all images
 * exist and fit together; each index is read back.
 * @throws UserError with the missing platform, among others.
 */
export async function mergeImages(
  registry: RegistryClient,
  tasks: readonly MergeTask[],
  report: (line: string) => void,
): Promise<Record<string, Merged>> {
  const wholes = [];
  for (const task of tasks) {
    const trees = await Promise.all(task.parts.map(part => partOf(registry, task, part)));
    wholes.push({ task, whole: wholeOf(task, trees) });
  }
  const merged: Record<string, Merged> = {};
  for (const { task, whole } of wholes) {
    const place = candidateOf(task);
    if (!task.parts.includes(whole.digest)) await registry.putManifest(place, whole);
    const tree = await registry.tree(place, whole.digest);
    if (tree === undefined)
      throw new UserError(
        `${place} does not have ${whole.digest}, which was just pushed to it`,
        'run the step again',
      );
    merged[task.name] = { digest: whole.digest, inspected: inspected(tree) };
    const platforms = tree.images.map(({ platform }) => platform).join(', ');
    report(`${task.name}: ${whole.digest} has the platforms ${platforms}`);
  }
  return merged;
}

async function partOf(registry: RegistryClient, task: MergeTask, digest: Digest): Promise<Tree> {
  const place = candidateOf(task);
  const tree = await registry.tree(place, digest);
  if (tree !== undefined) return tree;
  throw new UserError(
    `the part ${digest} of the image "${task.name}" is not in ${place}`,
    'build it there first, and pass the outputs `images` of those builds as `parts`',
  );
}

const revision = 'org.opencontainers.image.revision';

/**
 * Builds the index of parts: the same parts in any order give the same bytes. A single part is returned unchanged. The index
 * has the annotations that all parts share.
 * @throws UserError when a platform is missing or occurs twice, or the parts are of different commits. Pure.
 */
export function wholeOf(
  { name, platforms }: Pick<MergeTask, 'name' | 'platforms'>,
  trees: readonly Tree[],
): RawManifest {
  const images = trees.flatMap(tree =>
    tree.images.map(image => {
      const raw = tree.manifests.find(({ digest }) => digest === image.digest);
      if (raw === undefined) throw new Error(`${image.digest} is not in its own tree`);
      return { platform: usualPlatform(image.platform ?? 'unknown'), raw };
    }),
  );
  const found = new Map<string, RawManifest>();
  for (const { platform, raw } of images) {
    const other = found.get(platform);
    if (other !== undefined && other.digest !== raw.digest)
      throw new UserError(
        `the image "${name}" has two parts for ${platform}, ${other.digest} and ${raw.digest}`,
        'build each platform once',
      );
    found.set(platform, raw);
  }
  const missing = (platforms ?? []).filter(platform => !found.has(usualPlatform(platform)));
  if (missing.length > 0)
    throw new UserError(
      `the image "${name}" lacks ${missing.join(' and ')}: no part was built for ${missing.length === 1 ? 'it' : 'them'}`,
      'check why that build failed, or remove the platform from `platforms` in slipway.yml',
    );
  const [only, ...others] = [...found.values()];
  if (only === undefined) throw new UserError(`the image "${name}" has no parts`, 'build it first');
  if (others.length === 0) return only;
  const annotations = shared([...found.values()].map(annotationsIn));
  const commits = new Set([...found.values()].map(raw => annotationsIn(raw)[revision]));
  if (commits.size > 1)
    throw new UserError(
      `the parts of the image "${name}" are of different commits, ${[...commits].map(each => each ?? 'an unknown commit').join(' and ')}`,
      'build all parts in one run',
    );
  const order = (platform: string) => {
    const place = platforms?.map(usualPlatform).indexOf(platform) ?? -1;
    return place < 0 ? Number.POSITIVE_INFINITY : place;
  };
  const manifests = [...found]
    .sort(([a], [b]) => (order(a) === order(b) ? (a < b ? -1 : 1) : order(a) - order(b)))
    .map(([platform, { mediaType, digest, body }]) => {
      const [os, architecture, variant] = platform.split('/');
      const named = { architecture, os, ...(variant === undefined ? {} : { variant }) };
      return { mediaType, digest, size: body.byteLength, platform: named };
    });
  return rawManifest(indexType, {
    manifests,
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  });
}

function annotationsIn({ body }: RawManifest): Record<string, string> {
  return (jsonMap(body)?.annotations ?? {}) as Record<string, string>;
}

/** Returns the annotations that all parts share, sorted by key. */
function shared(all: readonly Record<string, string>[]): Record<string, string> {
  const [first = {}] = all;
  const alike = Object.entries(first).filter(([key, value]) => all.every(each => each[key] === value));
  return Object.fromEntries(alike.sort(([a], [b]) => (a < b ? -1 : 1)));
}
