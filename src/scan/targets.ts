import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { candidateOf, type Digest } from '../image/reference.ts';
import { parseDeployedInput, parseDigestsInput } from '../image/selection.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Layout, layoutsIn } from './layout.ts';
import type { ScanTarget } from './scan.ts';

/** How images become layouts, and layouts are read: the registry's business. */
export interface Layouts {
  fetch(reference: { repository: string; digest: Digest }, folder: string): Promise<void>;
  read(folder: string): Promise<Layout>;
}

/**
 * What to scan: the images of a map of digests, from their candidate repositories, or all layouts in a folder.
 * @throws UserError when neither or both are given, or when they name what is not in slipway.yml.
 */
export async function targetsOf(
  inputs: { images: string; layouts: string; deployed?: string; from?: string },
  images: Config['images'],
  layouts: Layouts,
): Promise<ScanTarget[]> {
  if ((inputs.images === '') === (inputs.layouts === '')) {
    throw new UserError(
      inputs.images === '' ? 'there is nothing to scan' : 'both `images` and `layouts` are given',
      'give either `images` (digests that were pushed) or `layouts` (the folder that `build` wrote)',
    );
  }
  const targets =
    inputs.images === ''
      ? await fromLayouts(inputs.layouts, images, layouts)
      : fromDigests(inputs.images, images, layouts, placeIn(inputs.from ?? 'candidate'));
  const deployed = parseDeployedInput(inputs.deployed ?? '', images);
  return targets.map(target => {
    const place = deployed.get(target.name);
    if (place === undefined) return target;
    return {
      ...target,
      deployed: async folder => {
        await layouts.fetch(place, folder);
        return layouts.read(folder);
      },
    };
  });
}

/** @throws UserError for what is neither. */
function placeIn(from: string): (image: { repository: string; candidate?: string }) => string {
  if (from === 'candidate') return candidateOf;
  if (from === 'release') return ({ repository }) => repository;
  throw new UserError(`the input \`from\` is "${from}"`, 'write candidate or release');
}

function fromDigests(
  text: string,
  images: Config['images'],
  layouts: Layouts,
  placeOf: ReturnType<typeof placeIn>,
): ScanTarget[] {
  return Object.entries(parseDigestsInput(text, images)).map(([name, { repository, digest }]) => {
    const layout = async (folder: string) => {
      await layouts.fetch({ repository: placeOf({ ...images[name], repository }), digest }, folder);
      return layouts.read(folder);
    };
    return { name, repository, layout };
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
        `${join(folder, name)} is the layout of no image in slipway.yml`,
        `it names ${Object.keys(images).join(', ')}`,
      );
    }
    return { name, repository: image.repository, layout: () => layouts.read(join(folder, name)) };
  });
}
