import type { Inspected } from '../image/bases.ts';
import { usualPlatform } from '../image/parts.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Checked } from './check.ts';
import { ParseError, parseDockerfile } from './dockerfile/parse.ts';
import { chainOf, stagesOf, targetOf } from './dockerfile/stages.ts';
import { platformVariables } from './dockerfile/variables.ts';

/** Finds out whether the base of an image has changed since its build: a fix in the base reaches the image only with its next build. */

/** The base image of a Dockerfile's result. */
export type BaseImage =
  | { readonly kind: 'image'; readonly reference: Reference }
  /** `own` is an image of the same slipway.yml, `none` is scratch: neither changes without a build of ours. */
  | { readonly kind: 'own' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string };

export interface Staleness {
  /** As named in the Dockerfile, without its digest; undefined for a base that is not from elsewhere. */
  readonly base?: string;
  /** undefined: unknown. */
  readonly stale?: boolean;
  readonly why: string;
}

type Source = Pick<Checked, 'text' | 'args' | 'target' | 'ours'>;

/** Returns the base of the image for one platform. Pure. */
export function baseOf({ text, args, target, ours }: Source, platform: string): BaseImage {
  try {
    const stages = stagesOf(parseDockerfile(text), { ...platformVariables(platform, platform), ...args });
    const [first] = chainOf(targetOf(stages, target));
    if (first === undefined) return { kind: 'unknown', why: 'the Dockerfile has no such stage' };
    const { base, written } = first;
    if (base === undefined) return { kind: 'unknown', why: `${written} has a variable without a value` };
    if (base === 'scratch') return { kind: 'none' };
    return ours.includes(base) ? { kind: 'own' } : { kind: 'image', reference: parseReference(base) };
  } catch (error) {
    if (error instanceof ParseError) return { kind: 'unknown', why: 'its Dockerfile cannot be parsed' };
    if (error instanceof UserError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}

/** Reads the image that a tag points to now; undefined when the tag does not exist. */
export type Look = (reference: Reference) => Promise<Inspected | undefined>;

/**
 * Compares an image with the current image of its base: an up-to-date image starts with the layers of that base, whatever its build
 * recorded. A digest beside the tag is used by the build, but the tag may point to another image now.
 */
export async function stalenessOf(source: Source, image: Inspected, look: Look): Promise<Staleness> {
  let known: Staleness | undefined;
  for (const { platform, layers } of image.platforms) {
    const base = baseOf(source, usualPlatform(platform));
    if (base.kind === 'none') return { stale: false, why: 'it is built from scratch' };
    if (base.kind === 'own')
      return { stale: false, why: 'it is built from an image of the same slipway.yml' };
    if (base.kind === 'unknown') return { why: base.why };
    const { digest, tag, ...rest } = base.reference;
    const name = `${rest.repository}${tag === undefined && digest !== undefined ? '' : `:${tag ?? 'latest'}`}`;
    if (tag === undefined && digest !== undefined)
      return { base: name, why: 'it is named only by its digest, so its current version is unknown' };
    const now = await look({ ...rest, tag: tag ?? 'latest' });
    if (now === undefined) return { base: name, why: 'its tag no longer exists' };
    const below = now.platforms.find(each => usualPlatform(each.platform) === usualPlatform(platform));
    if (below === undefined) return { base: name, why: `it no longer exists for ${platform}` };
    const begins = below.layers.every((layer, index) => layers[index]?.digest === layer.digest);
    const renew = digest === undefined ? 'rebuild it' : 'update the digest in the Dockerfile, and rebuild it';
    if (!begins)
      return {
        base: name,
        stale: true,
        why: `for ${platform} it does not start with the current layers of ${name}; ${renew}`,
      };
    known = { base: name, stale: false, why: `it starts with the current layers of ${name}` };
  }
  return known ?? { why: 'it has no platforms' };
}
