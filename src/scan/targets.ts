import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { candidateOf, type Digest } from '../image/reference.ts';
import { parseDigestsInput } from '../image/selection.ts';
import { UserError } from '../toolkit/errors.ts';
import { layoutsIn } from './layout.ts';
import type { ScanTarget } from './scan.ts';

export type FetchLayout = (
  reference: { repository: string; digest: Digest },
  folder: string,
) => Promise<void>;

/**
 * What to scan: the images of a map of digests, from their candidate repositories, or all layouts in a folder.
 * @throws UserError when neither or both are given, or when they name what is not in slipway.yml.
 */
export async function targetsOf(
  inputs: { images: string; layouts: string },
  images: Config['images'],
  fetch: FetchLayout,
): Promise<ScanTarget[]> {
  if ((inputs.images === '') === (inputs.layouts === '')) {
    throw new UserError(
      inputs.images === '' ? 'there is nothing to scan' : 'both `images` and `layouts` are given',
      'give either `images` (digests that were pushed) or `layouts` (the folder that `build` wrote)',
    );
  }
  return inputs.images === ''
    ? fromLayouts(inputs.layouts, images)
    : fromDigests(inputs.images, images, fetch);
}

function fromDigests(text: string, images: Config['images'], fetch: FetchLayout): ScanTarget[] {
  return Object.entries(parseDigestsInput(text, images)).map(([name, { repository, digest }]) => {
    const layout = async (folder: string) => {
      await fetch({ repository: candidateOf(repository), digest }, folder);
      return folder;
    };
    return { name, repository, layout };
  });
}

async function fromLayouts(folder: string, images: Config['images']): Promise<ScanTarget[]> {
  return (await layoutsIn(folder)).map(name => {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
      throw new UserError(
        `${join(folder, name)} is the layout of no image in slipway.yml`,
        `it names ${Object.keys(images).join(', ')}`,
      );
    }
    return { name, repository: image.repository, layout: async () => join(folder, name) };
  });
}
