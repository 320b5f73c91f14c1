import { suggest } from '../config/suggest.ts';
import { UserError } from '../toolkit/errors.ts';
import { listed, mapInput } from '../toolkit/input-text.ts';
import { type Digest, isDigest, parseReference, parseRepository } from './reference.ts';

/** The image that a run uses: fixed by its digest, or by a tag that is not resolved yet. */
export type SelectedImage =
  | { readonly repository: string; readonly digest: Digest }
  | { readonly repository: string; readonly tag: string };

const form = 'write a JSON object such as {"shop": "sha256:…"}';

/** An image of slipway.yml. */
interface Named {
  readonly repository: string;
  /** Repositories of other environments, which have the same digests. */
  readonly elsewhere?: readonly string[];
}

/**
 * Parses the input `images` of the actions: a JSON object that maps the names in slipway.yml to `sha256:…`, `repository@sha256:…` or
 * `repository:tag`. A digest wins over a tag. At least one image must be given, but not every image of slipway.yml.
 * @returns name → full repository name (with registry) and digest or tag.
 * @throws UserError for malformed input, unknown names, and a repository other than that in slipway.yml.
 */
export function parseImagesInput(
  text: string,
  images: Readonly<Record<string, Named>>,
): Record<string, SelectedImage> {
  const entries = Object.entries(mapInput('images', text, form));
  if (entries.length === 0) throw new UserError('the input `images` names no image', form);
  return Object.fromEntries(entries.map(([name, value]) => [name, select(name, value, images)]));
}

/**
 * Parses image names, separated by commas or lines; empty means all.
 * @throws UserError for a name that is not in slipway.yml, with the most similar one.
 */
export function parseImageNames(text: string, images: Readonly<Record<string, unknown>>): string[] {
  const names = listed(text);
  if (names.length === 0) return Object.keys(images);
  for (const name of names) knownIn(images, name);
  return [...new Set(names)];
}

/** Returns an image of slipway.yml. @throws UserError for a name that is not in it, with the most similar one. */
function knownIn<Image>(images: Readonly<Record<string, Image>>, name: string): Image {
  if (Object.hasOwn(images, name)) return images[name] as Image;
  const problem = `the input \`images\` names "${name}", which is not in slipway.yml`;
  throw new UserError(problem, suggest(name, Object.keys(images)));
}

/**
 * Parses the input `images` of an action that accepts only digests: a JSON object that maps names to digests.
 * @throws UserError as `parseImagesInput` does, and for a tag.
 */
export function parseDigestsInput(
  text: string,
  images: Readonly<Record<string, { readonly repository: string }>>,
): Record<string, { readonly repository: string; readonly digest: Digest }> {
  const plain = Object.entries(mapInput('images', text, form)).find(
    ([name, value]) => Object.hasOwn(images, name) && !isDigest(String(value).replace(/^.*@/, '')),
  );
  if (plain !== undefined) {
    const [name, value] = plain;
    throw new UserError(
      `the input \`images\` has ${JSON.stringify(value).slice(0, 120)} instead of a digest for "${name}"`,
      'pass the digest from the output `images` of `build`',
    );
  }
  return Object.fromEntries(
    Object.entries(parseImagesInput(text, images)).flatMap(([name, image]) =>
      'digest' in image ? [[name, image]] : [],
    ),
  );
}

/**
 * Parses the input `deployed`: a JSON object that maps names to digests, or to `repository@digest` as `status` prints it. Images that are no
 * longer in slipway.yml are skipped. An empty map means a first release.
 * @throws UserError for anything else.
 */
export function parseDeployedInput(
  text: string,
  images: Readonly<Record<string, { readonly repository: string }>>,
): ReadonlyMap<string, { repository: string; digest: Digest }> {
  const remedy = 'pass a JSON object such as {"shop": "sha256:…"}, like the output `images` of `status`';
  const map = text === '' ? {} : mapInput('deployed', text, remedy);
  return new Map(
    Object.entries(map).flatMap(([name, written]) => {
      const image = Object.hasOwn(images, name) ? images[name] : undefined;
      if (image === undefined) return [];
      const [before, last = before] = String(written).split('@');
      if (last === undefined || !isDigest(last))
        throw new UserError(`the input \`deployed\` has no digest for "${name}"`, remedy);
      const named = before === last || before === undefined ? image.repository : before;
      return [[name, { repository: parseReference(`${named}@${last}`).repository, digest: last }]];
    }),
  );
}

function select(name: string, value: unknown, images: Readonly<Record<string, Named>>): SelectedImage {
  const image = knownIn(images, name);
  if (typeof value !== 'string') throw new UserError(`the input \`images\` has no value for "${name}"`, form);
  const repository = parseRepository(image.repository);
  if (isDigest(value)) return { repository, digest: value };
  if (/^sha(256|512):/.test(value)) {
    throw new UserError(
      `the input \`images\` has an incomplete digest for "${name}": ${value.slice(0, 80)}`,
      'write sha256: and its 64 hexadecimal digits',
    );
  }

  const reference = parseReference(value);
  const { digest, tag } = reference;
  const known = image.elsewhere?.some(place => parseRepository(place) === reference.repository);
  // A digest means the same content in every repository; a tag does not.
  if (known && digest !== undefined) return { repository, digest };
  if (reference.repository !== repository) {
    throw new UserError(
      `the input \`images\` takes "${name}" from ${reference.repository}, but slipway.yml takes it from ${repository}`,
      'name the same repository in both',
    );
  }
  if (digest !== undefined) return { repository, digest };
  if (tag !== undefined) return { repository, tag };
  throw new UserError(
    `the input \`images\` has neither a tag nor a digest for "${name}"`,
    'add :tag or @sha256:…, or write only the digest',
  );
}
