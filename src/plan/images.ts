import type { KubeObject } from '../cluster/objects.ts';
import { parseReference, parseRepository } from '../image/reference.ts';
import type { SelectedImage } from '../image/selection.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { DeployedImage } from '../release/preflight/live-state.ts';
import { UserError } from '../toolkit/errors.ts';
import { containersOf, type PinnedImage, podTemplatesOf, repositoryOf } from '../workloads/kinds.ts';

/**
 * Resolves every image of a release in the registry: its digest and platforms.
 * @param declared names of the images in slipway.yml.
 * @throws UserError naming an image that was not selected, or that the registry does not have.
 */
export async function resolveImages(
  registry: RegistryClient,
  selected: Record<string, SelectedImage>,
  declared: string[],
): Promise<Record<string, DeployedImage>> {
  const missing = declared.filter(name => selected[name] === undefined);
  if (missing.length > 0)
    throw new UserError(
      `the input \`images\` lacks ${missing.join(', ')}`,
      'pass a digest for every image in slipway.yml: a release always contains all of them',
    );
  const entries = Object.entries(selected).map(async ([name, image]): Promise<[string, DeployedImage]> => {
    const text =
      'digest' in image ? `${image.repository}@${image.digest}` : `${image.repository}:${image.tag}`;
    const found = await registry.resolve(parseReference(text));
    if (found === undefined)
      throw new UserError(
        `image ${name}: the registry has no ${text}`,
        'push it first, or correct the input `images`',
      );
    return [name, { repository: image.repository, digest: found.digest, platforms: found.platforms }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Returns the live digests of the images that are deployed by digest. Pure.
 * @param live the live objects of the manifests.
 */
export function liveImages(
  images: Readonly<Record<string, { readonly repository: string }>>,
  live: KubeObject[],
): Record<string, PinnedImage> {
  const used = live
    .flatMap(object => podTemplatesOf(object).flatMap(({ spec }) => containersOf(spec)))
    .map(({ image = '' }) => image);
  return Object.fromEntries(
    Object.entries(images).flatMap(([name, { repository }]): [string, PinnedImage][] => {
      const wanted = parseRepository(repository);
      const digest = used
        .filter(image => image.includes('@') && parseRepository(repositoryOf(image)) === wanted)
        .map(image => image.slice(image.indexOf('@') + 1))[0];
      return digest === undefined ? [] : [[name, { repository: wanted, digest }]];
    }),
  );
}
