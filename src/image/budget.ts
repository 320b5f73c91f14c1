import type { Config } from '../config/types.ts';
import { defined } from '../toolkit/map.ts';
import type { Inspected } from './bases.ts';
import { usualPlatform } from './parts.ts';
import type { Digest } from './reference.ts';

/** The sizes of images according to their manifests: compressed bytes, as stored and pulled. */

/** One platform of an image. */
export interface Size {
  readonly image: string;
  readonly platform: string;
  readonly bytes: number;
  /** The limit in slipway.yml. */
  readonly most?: number;
  /** The size of the same platform in the deployed image. */
  readonly before?: number;
  /** The limit from the growth in slipway.yml and the size of the deployed image. */
  readonly grown?: number;
}

export interface LayerSize {
  readonly image: string;
  readonly platform: string;
  readonly digest: Digest;
  readonly bytes: number;
  /** Whether the deployed image also has it. */
  readonly known: boolean;
}

export interface Sizes {
  readonly sizes: readonly Size[];
  /** The largest layers of each image, largest first. */
  readonly largest: readonly LayerSize[];
  /** Sizes that could not be checked, one sentence each. */
  readonly notes: readonly string[];
  /** The platform that is too large or missing. */
  readonly objection?: string;
}

type Images = Readonly<Record<string, Pick<Config['images'][string], 'budget' | 'platforms'>>>;
type Manifests = Readonly<Record<string, Inspected>>;

const shown = 5;

const partOf = (image: Inspected | undefined, platform: string) =>
  image?.platforms.find(each => usualPlatform(each.platform) === usualPlatform(platform));

/** Checks the built images against the platforms and budgets in slipway.yml, and against the deployed images if known. Pure. */
export function measure(images: Images, built: Manifests, deployed: Manifests): Sizes {
  const sizes = Object.entries(built).flatMap(([image, { platforms }]) =>
    platforms.map(({ platform, bytes }): Size => {
      const { compressed: most, growth } = images[image]?.budget ?? {};
      const before = partOf(deployed[image], platform)?.bytes;
      const grown = growth === undefined || before === undefined ? undefined : withGrowth(before, growth);
      return { image, platform, bytes, ...defined({ most, before, grown }) };
    }),
  );
  const absent = Object.entries(built).flatMap(([image, inspected]) =>
    (images[image]?.platforms ?? [])
      .filter(platform => partOf(inspected, platform) === undefined)
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
          `the growth of "${image}" for ${platform} is not checked: its deployed image is not known`,
      ),
    ...(first === undefined ? {} : { objection: `${first}${more}; ${remedyFor(absent)}` }),
  };
}

/** Returns the size limit after growth; exact in spite of float rounding: 0.1 % of 3,000 bytes are 3. */
function withGrowth(before: number, percent: number): number {
  return before + Math.floor(Number((before * percent).toPrecision(15)) / 100);
}

function problemsOf({ image, platform, bytes, most, before, grown }: Size): string[] {
  const size = `the image "${image}" for ${platform} is ${exact(bytes)} compressed`;
  return [
    ...(most !== undefined && bytes > most ? [`${size}, but its budget is ${exact(most)}`] : []),
    ...(grown !== undefined && before !== undefined && bytes > grown
      ? [`${size}, but the deployed image is ${exact(before)} and may grow only to ${exact(grown)}`]
      : []),
  ];
}

const remedyFor = (absent: readonly string[]) =>
  absent.length > 0
    ? 'build that platform, or remove it from `platforms` in slipway.yml'
    : 'check its largest layers in the summary, or change `budget` in slipway.yml';

function largestOf(
  image: string,
  built: Inspected | undefined,
  deployed: Inspected | undefined,
): LayerSize[] {
  const before = new Set(deployed?.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest)));
  const found = new Map<Digest, LayerSize>();
  for (const { platform, layers } of built?.platforms ?? []) {
    for (const { digest, bytes } of layers) {
      const platforms = found.get(digest)?.platform.split(', ') ?? [];
      const all = [...new Set([...platforms, platform])].join(', ');
      found.set(digest, { image, platform: all, digest, bytes, known: before.has(digest) });
    }
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes).slice(0, shown);
}

/** Formats the compressed bytes by image and platform as an output. Pure. */
export function sizesOutput({ sizes }: Pick<Sizes, 'sizes'>): Record<string, Record<string, number>> {
  const output: Record<string, Record<string, number>> = {};
  for (const { image, platform, bytes } of sizes) output[image] = { ...output[image], [platform]: bytes };
  return output;
}

/** Formats bytes without rounding, so that a budget that is exceeded by one byte is visible. */
export function exact(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
