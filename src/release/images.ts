import { parseReference } from '../image/reference.ts';
import type { SelectedImage } from '../image/selection.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import type { ResolvedImage } from './preflight.ts';

/**
 * Asks the registry for every image of a release: that it exists, its digest, its platforms.
 * @throws UserError naming the image that the registry does not have.
 */
export async function resolveImages(
  registry: RegistryClient,
  selected: Record<string, SelectedImage>,
): Promise<Record<string, ResolvedImage>> {
  const entries = Object.entries(selected).map(async ([name, image]): Promise<[string, ResolvedImage]> => {
    const text =
      'digest' in image ? `${image.repository}@${image.digest}` : `${image.repository}:${image.tag}`;
    const found = await registry.resolve(parseReference(text));
    if (found === undefined) {
      throw new UserError(
        `image ${name}: the registry has no ${text}`,
        'push it first, or correct the `images` input',
      );
    }
    return [name, { repository: image.repository, digest: found.digest, platforms: found.platforms }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
