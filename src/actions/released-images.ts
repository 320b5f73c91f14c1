import { parseImagesInput } from '../image/selection.ts';
import { resolveImages } from '../plan/images.ts';
import type { DeployedImage } from '../release/preflight/live-state.ts';
import type { Host } from '../toolkit/host.ts';
import { forced } from './inputs.ts';
import { promotionOf } from './proofs.ts';
import { registryClient } from './registry.ts';
import type { ActionRequest } from './session.ts';
import { verifiedImages } from './trust.ts';

/**
 * Begins to resolve the images of a release, and prepares the checks of their signatures and their promotion.
 * @param inputs without `images` there are none.
 * @throws UserError for an invalid input.
 */
export async function releasedImages(
  inputs: Readonly<Record<'config' | 'images' | 'force', string>>,
  { config, environment }: Pick<ActionRequest, 'config' | 'environment'>,
  host: Host,
) {
  const selected = inputs.images === '' ? undefined : parseImagesInput(inputs.images, config.images);
  const force = forced(inputs.force);
  const registry = await registryClient();
  const promotion = await promotionOf(inputs, { config, environment, registry, host, ...force });
  const images: Promise<Record<string, DeployedImage>> =
    selected === undefined
      ? Promise.resolve({})
      : resolveImages(registry, selected, Object.keys(config.images));
  images.catch(() => undefined);
  const verify = async () =>
    verifiedImages(inputs, { config, environment, images: await images, registry, host });
  return { images, verify, promotion };
}
