import type { Inspected } from '../image/bases.ts';
import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import type { RegistryClient } from './client.ts';
import { inspected } from './contents.ts';
import { layoutTree } from './layout.ts';

/**
 * Reads the manifests of an image that was just built, from a repository or a layout.
 * @throws UserError when the image is missing.
 */
export async function inspectIn(
  registry: RegistryClient,
  place: { readonly repository: string } | { readonly folder: string },
  digest: Digest,
): Promise<Inspected> {
  const tree =
    'repository' in place
      ? await registry.tree(place.repository, digest)
      : await layoutTree(place.folder, { digest, mediaType: '' });
  if (tree !== undefined) return inspected(tree);
  const where = 'repository' in place ? place.repository : place.folder;
  throw new UserError(`${where} does not have ${digest}, which was just built there`, 'run the step again');
}

/**
 * Reads the manifests of the deployed images.
 * @throws UserError when a registry does not have one of them.
 */
export async function inspectDeployed(
  registry: RegistryClient,
  deployed: ReadonlyMap<string, { readonly repository: string; readonly digest: Digest }>,
): Promise<Record<string, Inspected>> {
  const read = async (name: string, { repository, digest }: { repository: string; digest: Digest }) => {
    const tree = await registry.tree(repository, digest);
    if (tree !== undefined) return [name, inspected(tree)] as const;
    throw new UserError(
      `${repository} does not have ${digest}, which the input \`deployed\` names for "${name}"`,
      'name the digest that is deployed now, or leave it out once to skip the comparison',
    );
  };
  return Object.fromEntries(await Promise.all([...deployed].map(([name, place]) => read(name, place))));
}
