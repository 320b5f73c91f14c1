import type { Inspected } from '../image/bases.ts';
import { usualPlatform } from '../image/parts.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Checked } from './check.ts';
import { type Dockerfile, ParseError, parseDockerfile } from './dockerfile/parse.ts';
import { chainOf, stagesOf, targetOf } from './dockerfile/stages.ts';
import { platformVariables } from './dockerfile/variables.ts';

/** Whether what an image is built from has moved on since: what is fixed there reaches the image with its next build alone. */

/** The image that a Dockerfile's result begins with. */
export type Base =
  | { readonly kind: 'image'; readonly reference: Reference }
  /** Of the same slipway.yml, or nothing: that base cannot move without a build of ours. */
  | { readonly kind: 'own' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string };

export interface Staleness {
  /** As the Dockerfile names it, without its digest; undefined where it has none from elsewhere. */
  readonly base?: string;
  /** undefined: it cannot be told. */
  readonly stale?: boolean;
  readonly why: string;
}

type Source = Pick<Checked, 'text' | 'args' | 'target' | 'ours'>;

/** What the image of one platform begins with. Pure. */
export function baseOf({ text, args, target, ours }: Source, platform: string): Base {
  const file = read(text);
  if (file === undefined) return { kind: 'unknown', why: 'its Dockerfile cannot be read' };
  const stages = stagesOf(file, { ...platformVariables(platform, platform), ...args });
  const [first] = chainOf(targetOf(stages, target));
  if (first === undefined) return { kind: 'unknown', why: 'the Dockerfile has no such stage' };
  const { base, written } = first;
  if (base === undefined) return { kind: 'unknown', why: `${written} has a variable without a value` };
  if (base === 'scratch') return { kind: 'none' };
  if (ours.includes(base)) return { kind: 'own' };
  try {
    return { kind: 'image', reference: parseReference(base) };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}

function read(text: string): Dockerfile | undefined {
  try {
    return parseDockerfile(text);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** Reads what a tag stands for now; undefined when it is not there. */
export type Look = (reference: Reference) => Promise<Inspected | undefined>;

/**
 * Compares an image with its base of today: an image of a base begins with the layers of that base, whatever was recorded when it
 * was built. A digest beside the tag is what the build takes, and not what the tag stands for now.
 */
export async function stalenessOf(source: Source, image: Inspected, look: Look): Promise<Staleness> {
  let known: Staleness | undefined;
  for (const { platform, layers } of image.platforms) {
    const base = baseOf(source, usualPlatform(platform));
    if (base.kind === 'none') return { stale: false, why: 'it is built from nothing' };
    if (base.kind === 'own')
      return { stale: false, why: 'it is built from an image of the same slipway.yml' };
    if (base.kind === 'unknown') return { why: base.why };
    const { digest, tag, ...rest } = base.reference;
    const name = `${rest.repository}${tag === undefined && digest !== undefined ? '' : `:${tag ?? 'latest'}`}`;
    if (tag === undefined && digest !== undefined)
      return { base: name, why: 'it is named by its digest alone, so that nothing says what came after it' };
    const now = await look({ ...rest, tag: tag ?? 'latest' });
    if (now === undefined) return { base: name, why: 'its tag is no longer there' };
    const below = now.platforms.find(each => usualPlatform(each.platform) === usualPlatform(platform));
    if (below === undefined) return { base: name, why: `it is no longer there for ${platform}` };
    const begins = below.layers.every((layer, index) => layers[index]?.digest === layer.digest);
    const renew =
      digest === undefined ? 'build it again' : 'renew the digest in the Dockerfile, and build it again';
    if (!begins)
      return {
        base: name,
        stale: true,
        why: `for ${platform} it does not begin with what ${name} is now; ${renew}`,
      };
    known = { base: name, stale: false, why: `it begins with what ${name} is now` };
  }
  return known ?? { why: 'it has no platforms' };
}
