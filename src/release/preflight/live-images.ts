import type { KubeObject } from '../../cluster/objects.ts';
import { parseRepository } from '../../image/reference.ts';
import { containersOf, type PinnedImage, podTemplatesOf, repositoryOf } from '../workloads/containers.ts';

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
