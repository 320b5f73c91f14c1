import { parseReference } from '../../image/reference.ts';
import { isMap } from '../../toolkit/map.ts';
import type { Exported } from '../cluster-objects/portable.ts';

/** Changes objects to the images in another registry. */

/** Returns the images of a set and that of the pod that restores files, each once. Pure. */
export function imagesFor(running: readonly string[], backupPod: string | undefined): string[] {
  return [...new Set([...running, ...(backupPod === undefined ? [] : [byDigest(backupPod)])])].sort();
}

/** Returns the new reference of an image in the archive; undefined for any other image. Pure. */
export function imageNow(
  image: string,
  archived: readonly string[],
  place: (repository: string) => string,
): string | undefined {
  const { repository, digest } = parseReference(image);
  return archived.includes(byDigest(image)) ? `${place(repository)}@${digest}` : undefined;
}

/** Returns the name of an image in an archive: without its tag. */
function byDigest(image: string): string {
  const { repository, digest } = parseReference(image);
  return `${repository}@${digest}`;
}

interface Relocated {
  readonly objects: readonly Exported[];
  /** Images that the archive does not hold. Their references are not changed, so the cluster must be able to pull them. */
  readonly foreign: readonly string[];
}

/**
 * Replaces every image with its digest in the new repository. For an image with a tag, that is the digest that ran from its repository, if
 * there is only one. Pure.
 * @param archived `REPOSITORY@DIGEST` of each image that ran.
 * @param place maps an old repository to the new one.
 */
export function relocated(
  objects: readonly Exported[],
  archived: readonly string[],
  place: (repository: string) => string,
): Relocated {
  const digests = new Map<string, Set<string>>();
  for (const image of archived) {
    const { repository, digest } = parseReference(image);
    if (digest !== undefined) digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
  }
  const foreign = new Set<string>();
  const found = (image: string): string => {
    const { repository, digest } = parseReference(image);
    const known = digests.get(repository) ?? new Set();
    const [only] = known;
    const chosen = digest ?? (known.size === 1 ? only : undefined);
    if (chosen !== undefined && known.has(chosen)) return `${place(repository)}@${chosen}`;
    foreign.add(image);
    return image;
  };
  const moved = (name: string, value: unknown) =>
    isContainers(name, value) ? value.map(container => withImage(container, found)) : value;
  return {
    objects: objects.map(each => JSON.parse(JSON.stringify(each, moved)) as Exported),
    foreign: [...foreign].sort(),
  };
}

/** Only `image` of containers is replaced: elsewhere, such as in a ConfigMap, the field may mean anything. */
const isContainers = (name: string, value: unknown): value is readonly unknown[] =>
  /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);

const withImage = (container: unknown, found: (image: string) => string): unknown =>
  isMap(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;
