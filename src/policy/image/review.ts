import { type ImageRuleName, imageRules, levelOf } from '../../config/rules.ts';
import type { Config } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Checked, readDockerfile } from '../check.ts';
import { platformVariables } from '../dockerfile/variables.ts';
import { except, exceptionNotes } from '../exceptions.ts';
import { type Finding, inOrder, type Layer } from '../finding.ts';
import { checkedOf, type Review } from '../review.ts';
import { configurationOf, foundInConfiguration } from './configuration.ts';
import { instructionsOf, type Origin, originsOf } from './origin.ts';
import { imageRuleTexts } from './rules.ts';
import { readTar, TarError } from './tar.ts';
import { unpacked } from './unpacked.ts';
import { type Sighting, Watch } from './watch.ts';

/** An image of one platform, as a registry or a layout has it. */
export interface ReviewedImage {
  /** Name in slipway.yml. */
  readonly name: string;
  readonly platform: string;
  /** The document of its configuration. */
  readonly configuration: unknown;
  /** Lowest first. */
  readonly layers: readonly {
    readonly digest: string;
    /** Its bytes, compressed or not. */
    open(): AsyncIterable<Uint8Array>;
  }[];
}

/** In one image and of one rule; the rest is told as a number. */
const mostOfARule = 50;

/** Whether any rule on images is on. Pure. */
export const asksForImages = ({ rules }: Config['policy']): boolean =>
  Object.keys(imageRules).some(rule => levelOf(rule as ImageRuleName, rules) !== 'off');

/**
 * Looks at what is in an image of a platform: each layer is read once, as a stream, lowest first.
 * @param dockerfile where it is at hand: it tells which layers are the image's own.
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
  // Without a Dockerfile that fits, what the lowest layer has is taken for the base's: a distribution's own.
  const origins =
    known ?? layers.map((_, index): Origin | undefined => (index === 0 ? { by: 'base' } : undefined));
  const watch = new Watch();
  for (const [index, layer] of layers.entries()) {
    const visitor = watch.over(index, origins[index]?.by !== 'base');
    await readTar(unpacked(layer.open()), visitor).catch((error: unknown) => {
      const why = error instanceof TarError ? error.message : 'it cannot be decompressed';
      const problem = `the layer ${layer.digest} of ${name} (${platform}) cannot be read: ${why}`;
      throw new UserError(problem, 'build it again', { cause: error });
    });
  }
  const make = (rule: ImageRuleName, message: string, path?: string, layer?: number): Finding[] => {
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
  return {
    findings: [
      ...foundInConfiguration(configuration).flatMap(({ rule, message }) => make(rule, message)),
      ...shortened(gathered(watch.sightings)).flatMap(({ rule, message, path, layer }) =>
        make(rule, message, path, layer),
      ),
    ],
    notes: [
      ...(known === undefined
        ? [
            `which layers of ${name} came with its base is not known, because ${
              dockerfile === undefined
                ? 'its Dockerfile is not here'
                : 'its history does not fit its Dockerfile'
            }; the lowest is taken for it`,
          ]
        : []),
      ...(watch.beyond > 0
        ? [`${name} (${platform}) has more than could be kept: ${watch.beyond} files were left out`]
        : []),
    ],
  };
}

/** The same of every platform of an image. The Dockerfile is found by slipway.yml, in whose folder `root` is. */
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
 * All that was found in images, weighed by the exceptions of slipway.yml. Pure.
 * @param names of the images that were looked at.
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
): Origin[] | undefined {
  const variables = { ...platformVariables(platform, platform), ...dockerfile.args };
  const made = instructionsOf(readDockerfile(dockerfile), variables, dockerfile.target);
  return originsOf(history, layers, made);
}

function layerOf(
  { layers }: ReviewedImage,
  index: number,
  origin: Origin | undefined,
  dockerfile: Checked | undefined,
): Layer {
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

/** What stands in a folder that everybody may write is told with it; what is only hidden is told to be. Pure. */
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
      const still = `${message}; a later layer only hides it`;
      return [{ rule, path, layer, message: hidden ? still : message }];
    }
    if (above(path) !== undefined) return [];
    const more = within.get(path);
    return [
      { rule, path, layer, message: more === undefined ? message : `${message}, and so ${more} more in it` },
    ];
  });
}

/** At most so many of a rule, and one that says how many more. Pure. */
function shortened(all: readonly Told[]): Told[] {
  return Object.keys(imageRules).flatMap(rule => {
    const of = all.filter(each => each.rule === rule);
    const [first, second] = [of[mostOfARule], of[mostOfARule + 1]];
    if (first === undefined || second === undefined) return of;
    const rest = of.slice(mostOfARule);
    const message = `${first.message}, and so ${rest.length - 1} more files`;
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

/** The same in several platforms is one finding; the layer is that of the first. Pure. */
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
