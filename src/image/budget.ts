import type { Config } from '../config/types.ts';
import type { Inspected } from './bases.ts';
import { usualPlatform } from './parts.ts';
import type { Digest } from './reference.ts';

/** How large images may be, by what their manifests say: compressed bytes, as they are stored and pulled. */

/** One platform of an image. */
export interface Size {
  readonly image: string;
  readonly platform: string;
  readonly bytes: number;
  /** What slipway.yml allows. */
  readonly most?: number;
  /** Of the same platform in the image that is deployed. */
  readonly before?: number;
  /** What slipway.yml and the deployed image allow together. */
  readonly grown?: number;
}

export interface Layer {
  readonly image: string;
  readonly platform: string;
  readonly digest: Digest;
  readonly bytes: number;
  /** In the image that is deployed, too. */
  readonly known: boolean;
}

export interface Sizes {
  readonly sizes: readonly Size[];
  /** The largest of each image, the largest first. */
  readonly largest: readonly Layer[];
  /** What could not be judged, a sentence each. */
  readonly notes: readonly string[];
  /** What is too large, or not there, in a sentence. */
  readonly objection?: string;
}

type Images = Readonly<Record<string, Pick<Config['images'][string], 'budget' | 'platforms'>>>;
type Manifests = Readonly<Record<string, Inspected>>;

const shown = 5;

/** Holds what was built to its platforms and budget in slipway.yml, and to what is deployed where that is known. Pure. */
export function measure(images: Images, built: Manifests, deployed: Manifests): Sizes {
  const sizes = Object.entries(built).flatMap(([image, { platforms }]) =>
    platforms.map(({ platform, bytes }): Size => {
      const { compressed: most, growth } = images[image]?.budget ?? {};
      const before = deployed[image]?.platforms.find(
        each => usualPlatform(each.platform) === usualPlatform(platform),
      )?.bytes;
      const grown = growth === undefined || before === undefined ? undefined : withGrowth(before, growth);
      return { image, platform, bytes, ...defined({ most, before, grown }) };
    }),
  );
  const absent = Object.entries(built).flatMap(([image, { platforms }]) =>
    (images[image]?.platforms ?? [])
      .filter(platform => !platforms.some(each => usualPlatform(each.platform) === usualPlatform(platform)))
      .map(platform => `the image "${image}" lacks the platform ${platform}`),
  );
  const problems = [...absent, ...sizes.flatMap(problemsOf)];
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return {
    sizes,
    largest: Object.keys(built).flatMap(image => largestOf(image, built[image], deployed[image])),
    notes: sizes
      .filter(({ image, before }) => images[image]?.budget?.growth !== undefined && before === undefined)
      .map(
        ({ image, platform }) =>
          `the growth of "${image}" for ${platform} is not judged: no deployed image of it is known`,
      ),
    ...(first === undefined ? {} : { objection: `${first}${more}; ${remedyFor(absent)}` }),
  };
}

/** The largest number of bytes that the growth allows. 0.1 % of 3,000 bytes are 3, and not a trifle less by the errors of floats. */
function withGrowth(before: number, percent: number): number {
  return before + Math.floor(Number((before * percent).toPrecision(15)) / 100);
}

function problemsOf({ image, platform, bytes, most, before, grown }: Size): string[] {
  const size = `the image "${image}" for ${platform} has ${exact(bytes)} compressed`;
  return [
    ...(most !== undefined && bytes > most ? [`${size}, and its budget is ${exact(most)}`] : []),
    ...(grown !== undefined && before !== undefined && bytes > grown
      ? [`${size}, and what is deployed has ${exact(before)}, of which it may grow to ${exact(grown)}`]
      : []),
  ];
}

const remedyFor = (absent: readonly string[]) =>
  absent.length > 0
    ? 'build that platform, or take it out of `platforms` in slipway.yml'
    : 'see its largest layers in the summary, or change `budget` in slipway.yml';

function largestOf(image: string, built: Inspected | undefined, deployed: Inspected | undefined): Layer[] {
  const before = new Set(deployed?.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  const found = new Map<Digest, Layer>();
  for (const { platform, layers } of built?.platforms ?? []) {
    for (const { digest, bytes } of layers) {
      const platforms = found.get(digest)?.platform.split(', ') ?? [];
      const all = [...new Set([...platforms, platform])].join(', ');
      found.set(digest, { image, platform: all, digest, bytes, known: before.has(digest) });
    }
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes).slice(0, shown);
}

/** Compressed bytes by image and platform, as an output. Pure. */
export function sizesOutput({ sizes }: Pick<Sizes, 'sizes'>): Record<string, Record<string, number>> {
  const output: Record<string, Record<string, number>> = {};
  for (const { image, platform, bytes } of sizes) output[image] = { ...output[image], [platform]: bytes };
  return output;
}

/** Bytes to the last one: a budget that is missed by one is missed. */
export function exact(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}

function defined<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
