import { type ImageRuleName, imageRules, levelOf } from '../../config/rules.ts';
import type { Config } from '../../config/types.ts';
import { shortDigests } from '../../toolkit/digest.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Checked, readDockerfile } from '../check.ts';
import { platformVariables } from '../dockerfile/variables.ts';
import { except, exceptionNotes } from '../exceptions.ts';
import { type Finding, type ImageLayer, inOrder } from '../finding.ts';
import { checkedOf, type Review } from '../review.ts';
import { configurationOf, type FoundInConfiguration, foundInConfiguration } from './configuration.ts';
import { instructionsOf, type LayerOrigin, originsOf } from './origin.ts';
import { imageRuleTexts } from './rules.ts';
import { readTar, TarError } from './tar.ts';
import { unpacked } from './unpacked.ts';
import { ImageWatch, type Sighting } from './watch.ts';

/** An image of one platform, from a registry or an image layout. */
export interface ReviewedImage {
  /** Name in slipway.yml. */
  readonly name: string;
  readonly platform: string;
  /** Its parsed configuration. */
  readonly configuration: unknown;
  /** Lowest first. */
  readonly layers: readonly {
    readonly digest: string;
    /** Its bytes, compressed or not. */
    open(): AsyncIterable<Uint8Array>;
  }[];
}

/** The maximum number of findings per image and rule; the others are only counted. */
const mostOfARule = 50;

/** Whether any rule for images is enabled. Pure. */
export const asksForImages = ({ rules }: Config['policy']): boolean =>
  Object.keys(imageRules).some(rule => levelOf(rule as ImageRuleName, rules) !== 'off');

/**
 * Checks the content of an image of one platform: reads each layer once, as a stream, lowest first.
 * @param dockerfile if it exists here: it shows which layers are not from the base image.
 * @throws UserError when a layer cannot be read.
 */
export async function reviewImage(
  image: ReviewedImage,
  dockerfile: Checked | undefined,
  { rules }: Config['policy'],
): Promise<Review> {
  const { name, platform, layers } = image;
  const configuration = configurationOf(image.configuration);
  const known = dockerfile && originsIn(dockerfile, platform, configuration.history, layers.length);
  // Without a matching Dockerfile, the lowest layer counts as the base image, because it usually is that of a distribution.
  const origins =
    known ?? layers.map((_, index): LayerOrigin | undefined => (index === 0 ? { by: 'base' } : undefined));
  const watch = new ImageWatch();
  for (const [index, layer] of layers.entries()) {
    const visitor = watch.over(index, origins[index]?.by !== 'base');
    await readTar(unpacked(layer.open()), visitor).catch((error: unknown) => {
      const why = error instanceof TarError ? error.message : 'it cannot be decompressed';
      const problem = `the layer ${shortDigests(layer.digest)} of ${name} (${platform}) cannot be read: ${why}`;
      throw new UserError(problem, 'rebuild the image', { cause: error });
    });
  }
  const make = ({ rule, message, path, layer }: FoundInConfiguration & Partial<Told>): Finding[] => {
    const level = levelOf(rule, rules);
    if (level === 'off') return [];
    const place = {
      kind: 'image' as const,
      platforms: [platform],
      ...(path === undefined ? {} : { path }),
      ...(layer === undefined ? {} : { layer: layerOf(image, layer, origins[layer], dockerfile) }),
    };
    return [{ rule, level, images: [name], place, message, remedy: imageRuleTexts[rule].remedy }];
  };
  const found = [...foundInConfiguration(configuration), ...shortened(gathered(watch.sightings))];
  const notes: string[] = [];
  if (known === undefined) {
    const why =
      dockerfile === undefined
        ? 'its Dockerfile does not exist here'
        : 'its history does not match its Dockerfile';
    notes.push(
      `it is unknown which layers of ${name} come from its base image, because ${why}; the lowest layer counts as the base image`,
    );
  }
  if (watch.beyond > 0)
    notes.push(`${name} (${platform}) has too many findings: ${watch.beyond} more are left out`);
  return { findings: found.flatMap(make), notes };
}

/** Checks every platform of an image. `root` is the folder of slipway.yml, which names the Dockerfile. */
export async function reviewLayout(
  name: string,
  platforms: readonly Omit<ReviewedImage, 'name'>[],
  config: Pick<Config, 'images' | 'policy'>,
  root: string,
): Promise<Review> {
  const dockerfile = await checkedOf(config, root, name);
  const each: Review[] = [];
  for (const platform of platforms)
    each.push(await reviewImage({ name, ...platform }, dockerfile, config.policy));
  return { findings: each.flatMap(one => one.findings), notes: each.flatMap(one => one.notes) };
}

/**
 * Merges the reviews of images, and applies the exceptions of slipway.yml. Pure.
 * @param names of the images that were checked.
 */
export function concluded(
  reviews: readonly Review[],
  { images, policy }: Pick<Config, 'images' | 'policy'>,
  names: readonly string[],
  now: Date,
): Review {
  const findings = except(acrossPlatforms(reviews.flatMap(each => each.findings)), policy.exceptions, now);
  const all = Object.keys(images).every(name => names.includes(name));
  const about = policy.exceptions.filter(({ image }) => (image === undefined ? all : names.includes(image)));
  return {
    findings: inOrder(findings),
    notes: [
      ...new Set(reviews.flatMap(each => each.notes)),
      ...exceptionNotes(findings, about, now, rule => Object.hasOwn(imageRules, rule)),
    ],
  };
}

function originsIn(
  dockerfile: Checked,
  platform: string,
  history: Parameters<typeof originsOf>[0],
  layers: number,
): LayerOrigin[] | undefined {
  const variables = { ...platformVariables(platform, platform), ...dockerfile.args };
  const made = instructionsOf(readDockerfile(dockerfile), variables, dockerfile.target);
  return originsOf(history, layers, made);
}

function layerOf(
  { layers }: ReviewedImage,
  index: number,
  origin: LayerOrigin | undefined,
  dockerfile: Checked | undefined,
): ImageLayer {
  return {
    digest: layers[index]?.digest ?? '',
    number: index + 1,
    of: layers.length,
    base: origin?.by === 'base',
    ...(origin?.by === 'line' && dockerfile !== undefined
      ? { by: { path: dockerfile.path, line: origin.line } }
      : {}),
  };
}

type Told = Pick<Sighting, 'rule' | 'message' | 'path' | 'layer'>;

/** Merges findings in a world-writable folder into that of the folder, and marks files that a later layer only hides. Pure. */
export function gathered(sightings: readonly Sighting[]): Told[] {
  const open = sightings.filter(({ rule }) => rule === 'image-world-writable');
  const paths = new Set(open.map(({ path }) => path));
  const above = (path: string): string | undefined => {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      if (paths.has(path.slice(0, slash))) return path.slice(0, slash);
    return undefined;
  };
  const within = new Map<string, number>();
  for (const { path } of open) {
    const folder = above(path);
    if (folder !== undefined) within.set(folder, (within.get(folder) ?? 0) + 1);
  }
  return sightings.flatMap(({ rule, message, path, layer, hidden }): Told[] => {
    if (rule !== 'image-world-writable') {
      const still = `${message}, which a later layer only hides`;
      return [{ rule, path, layer, message: hidden ? still : message }];
    }
    if (above(path) !== undefined) return [];
    const more = within.get(path);
    return [
      { rule, path, layer, message: more === undefined ? message : `${message}, and to ${more} more in it` },
    ];
  });
}

/** Cuts the findings of each rule to the maximum, and adds one with the number of the others. Pure. */
function shortened(all: readonly Told[]): Told[] {
  return Object.keys(imageRules).flatMap(rule => {
    const of = all.filter(each => each.rule === rule);
    const [first, second] = [of[mostOfARule], of[mostOfARule + 1]];
    if (first === undefined || second === undefined) return of;
    const rest = of.slice(mostOfARule);
    const message = `${first.message}, and the same in ${rest.length - 1} more files`;
    return [
      ...of.slice(0, mostOfARule),
      { ...first, message, path: commonFolder(rest.map(({ path }) => path)) },
    ];
  });
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(path => path.split('/').slice(0, -1));
  const differs = first.findIndex((part, index) => others.some(other => other[index] !== part));
  return first.slice(0, differs < 0 ? undefined : differs).join('/');
}

/** Merges equal findings of several platforms; the layer is that of the first. Pure. */
export function acrossPlatforms(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, images, place, message } = finding;
    if (place.kind !== 'image') continue;
    const key = JSON.stringify([rule, images, place.path, place.layer?.number, place.layer?.by, message]);
    const before = known.get(key)?.place;
    const others = before?.kind === 'image' ? before : undefined;
    const platforms = [...new Set([...(others?.platforms ?? []), ...place.platforms])];
    known.set(key, { ...finding, place: { ...(others ?? place), platforms } });
  }
  return [...known.values()];
}
