import type { Config } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonInput } from '../toolkit/input-text.ts';
import { isMap } from '../toolkit/map.ts';
import { type Digest, isDigest } from './reference.ts';

/** Builds an image of several platforms in parts: each on a machine of its platform, then merged. */

type Images = Config['images'];

/**
 * Returns the images to build on a machine of this platform: images for it, and those without platforms.
 * @throws UserError when slipway.yml does not name the platform, or an image has a base that is not built for it. Pure.
 */
export function imagesFor(platform: string, images: Images): Images {
  const all = [...new Set(Object.values(images).flatMap(({ platforms = [] }) => platforms))];
  if (!all.includes(platform)) {
    const known = all.length === 0 ? 'add `platforms` to the images' : `choose one of ${all.join(', ')}`;
    throw new UserError(`the input \`platform\` is "${platform}", which no image of slipway.yml has`, known);
  }
  const chosen = Object.entries(images).filter(([, { platforms }]) => platforms?.includes(platform) ?? true);
  const names = new Set(chosen.map(([name]) => name));
  for (const [name, { bases }] of chosen) {
    const lacking = bases.find(base => !names.has(base));
    if (lacking !== undefined)
      throw new UserError(
        `the image "${name}" is built for ${platform}, but its base "${lacking}" is not`,
        `add ${platform} to the platforms of "${lacking}" in slipway.yml`,
      );
  }
  return Object.fromEntries(chosen.map(([name, image]) => [name, { ...image, platforms: [platform] }]));
}

/**
 * Normalizes a platform as containerd does: the configuration of a base image may say `linux/arm64/v8` where the build says
 * `linux/arm64`. Pure.
 */
export function usualPlatform(platform: string): string {
  if (platform === 'linux/arm') return 'linux/arm/v7';
  return platform.replace(/^(.+\/arm64)\/v8$|^(.+\/amd64)\/v1$/, '$1$2');
}

/**
 * Parses the input `parts`: a JSON array of the outputs `images` of `build`, one per machine.
 * @returns the digests of each image.
 * @throws UserError for anything else, and for names that are not in slipway.yml.
 */
export function parseParts(text: string, images: Readonly<Record<string, unknown>>): Map<string, Digest[]> {
  const remedy =
    'pass a JSON array of the outputs `images` of `build`, such as [{"shop": "sha256:…"}, {"shop": "sha256:…"}]';
  const value = jsonInput('parts', text, remedy);
  if (!Array.isArray(value) || !value.every(isMap))
    throw new UserError('the input `parts` is not a JSON array of objects', remedy);
  const parts = new Map<string, Digest[]>();
  for (const [name, digest] of value.flatMap(part => Object.entries(part))) {
    if (!Object.hasOwn(images, name))
      throw new UserError(`the input \`parts\` names "${name}", which is not in slipway.yml`, remedy);
    if (typeof digest !== 'string' || !isDigest(digest))
      throw new UserError(`the input \`parts\` has no digest for "${name}"`, remedy);
    parts.set(name, [...new Set([...(parts.get(name) ?? []), digest])]);
  }
  if (parts.size === 0) throw new UserError('the input `parts` names no image', remedy);
  return parts;
}
