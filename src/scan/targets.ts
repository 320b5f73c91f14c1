import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { type Digest, repositoryIn } from '../image/reference.ts';
import { parseDeployedInput, parseDigestsInput } from '../image/selection.ts';
import type { Layout } from '../registry/layout.ts';
import { UserError } from '../toolkit/errors.ts';
import { layoutsIn } from './layout.ts';
import type { ScanTarget } from './scan.ts';

/** Fetches images as layouts and reads layouts; implemented by the registry modules. */
export interface Layouts {
  /** @param input names the digest, for errors. */
  fetch(reference: { repository: string; digest: Digest }, folder: string, input: string): Promise<void>;
  read(folder: string): Promise<Layout>;
}

/**
 * Returns the images to scan: those of a map of digests, from their candidate repositories, or all layouts in a folder.
 * @throws UserError when neither or both are given, or when they name an image that is not in slipway.yml.
 */
export async function targetsOf(
  inputs: { images: string; layouts: string; deployed?: string; from?: string },
  images: Config['images'],
  layouts: Layouts,
): Promise<ScanTarget[]> {
  if ((inputs.images === '') === (inputs.layouts === '')) {
    throw new UserError(
      inputs.images === '' ? 'there is nothing to scan' : 'both `images` and `layouts` are given',
      'set either `images` (pushed digests) or `layouts` (the folder that `build` wrote)',
    );
  }
  const targets =
    inputs.images === ''
      ? await fromLayouts(inputs.layouts, images, layouts)
      : fromDigests(inputs.images, inputs.from ?? 'candidate', images, layouts);
  const deployed = parseDeployedInput(inputs.deployed ?? '', images);
  return targets.map(target => {
    const place = deployed.get(target.name);
    return place === undefined ? target : { ...target, deployed: fetching(layouts, place, 'deployed') };
  });
}

/** Returns a function that fetches an image into a folder, and reads it there. */
const fetching =
  (layouts: Layouts, place: Parameters<Layouts['fetch']>[0], input: string) => async (folder: string) => {
    await layouts.fetch(place, folder, input);
    return layouts.read(folder);
  };

function fromDigests(text: string, from: string, images: Config['images'], layouts: Layouts): ScanTarget[] {
  return Object.entries(parseDigestsInput(text, images)).map(([name, { repository, digest }]) => {
    const place = { repository: repositoryIn(from, { ...images[name], repository }), digest };
    return { name, repository, layout: fetching(layouts, place, 'images') };
  });
}

async function fromLayouts(
  folder: string,
  images: Config['images'],
  layouts: Layouts,
): Promise<ScanTarget[]> {
  return (await layoutsIn(folder)).map(name => {
    const image = Object.hasOwn(images, name) ? images[name] : undefined;
    if (image === undefined) {
      throw new UserError(
        `${join(folder, name)} is not the layout of an image in slipway.yml`,
        `use a layout of one of its images: ${Object.keys(images).join(', ')}`,
      );
    }
    return { name, repository: image.repository, layout: () => layouts.read(join(folder, name)) };
  });
}
