import { ClusterError } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseRepository } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { DeployedImage } from '../release/preflight/live-state.ts';
import type { Promotion } from '../release/store/schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { readAttached } from './attachments.ts';
import type { ProofSigning } from './proof.ts';
import { type FoundProofs, forcedPromotion, judgePromotion, onlySigned } from './requirement.ts';

export interface PromotionRequest {
  config: Config;
  /** From the environment. */
  requires: NonNullable<Environment['requires']>;
  images: Record<string, DeployedImage>;
  /** The repository of each image in the required environment. */
  origin: Readonly<Record<string, string>>;
  registry: RegistryClient;
  /** Set where slipway.yml signs images and requires that: then only signed proofs count. */
  proofSigning?: ProofSigning | undefined;
  /** Why the images are released even if the requirement is not met. */
  force?: string;
}

/**
 * Returns why these images may be released to an environment that requires another one, by the clock of the API server. Writes nothing.
 * @throws UserError when they must not be released, or that is not known.
 */
export async function provePromotion(
  cluster: Cluster,
  { config, requires, images, origin, registry, proofSigning, force }: PromotionRequest,
): Promise<Promotion> {
  try {
    const places = Object.entries(images).map(([name, { repository, digest }]) =>
      [...new Set([repository, origin[name] ?? repository].map(parseRepository))].map(
        place => `${place}@${digest}`,
      ),
    );
    const about = { app: config.app, environment: requires.environment };
    const found = await ask({ registry, proofSigning }, places, about);
    // Any request updates `cluster.now()`: the registry may have taken long.
    await cluster.call('GET', '/version');
    return judgePromotion(requires, found, cluster.now());
  } catch (error) {
    if (force === undefined || !(error instanceof UserError) || error instanceof ClusterError) throw error;
    return forcedPromotion(requires, force, error.message);
  }
}

/**
 * Reads what is attached to each image where it is released from, and where the required environment has it: a copy has the proofs
 * that existed when it was made, but neither later ones nor their withdrawals.
 */
async function ask(
  { registry, proofSigning }: { registry: RegistryClient; proofSigning: ProofSigning | undefined },
  places: readonly (readonly string[])[],
  about: { app: string; environment: string },
): Promise<FoundProofs[]> {
  try {
    const found = await eachPlace(places, reference => readAttached(registry, reference, about));
    if (proofSigning === undefined) return found.map(onlyHere);
    if (found.flat().every(({ proofs }) => proofs.length === 0)) return found.map(together);
    return await proofSigning(async signedProofs => {
      const counting = await eachPlace(found, async each =>
        each.proofs.length === 0 ? each : onlySigned(each, await signedProofs.read(each.reference)),
      );
      return counting.map(together);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `Slipway cannot tell whether ${about.environment} has verified these images: ${error.message}`,
      error.remedy,
      { cause: error },
    );
  }
}

const eachPlace = <Place, Result>(
  images: readonly (readonly Place[])[],
  read: (place: Place) => Promise<Result>,
): Promise<Result[][]> => Promise.all(images.map(places => Promise.all(places.map(read))));

/** Of another place, an unsigned proof does not count: who may push there need not be allowed to release here. */
const onlyHere = ([here, ...others]: readonly FoundProofs[]): FoundProofs => {
  const why = 'is not signed, and not with this copy of the image: copy the image again with `push`';
  const withdrawn = others.map(each => ({ ...each, proofs: [], rejected: each.proofs.map(() => why) }));
  return together(here === undefined ? withdrawn : [here, ...withdrawn]);
};

/** Merges what was found at several places of an image. */
const together = (places: readonly FoundProofs[]): FoundProofs => ({
  reference: places[0]?.reference ?? '',
  proofs: places.flatMap(({ proofs }) => proofs),
  withdrawals: places.flatMap(({ withdrawals }) => withdrawals),
  rejected: places.flatMap(({ rejected }) => rejected),
});
