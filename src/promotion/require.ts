import { ClusterError } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { DeployedImage } from '../release/preflight/preflight.ts';
import type { Promotion } from '../release/store/schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { readAttached } from './attachments.ts';
import type { ProofSigning } from './proof.ts';
import { type FoundProofs, forcedPromotion, judgePromotion, onlySigned } from './requirement.ts';

export interface PromotionRequest {
  config: Config;
  /** From the environment. */
  requires: NonNullable<Environment['requires']>;
  images: Record<string, DeployedImage>;
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
  { config, requires, images, registry, proofSigning, force }: PromotionRequest,
): Promise<Promotion> {
  try {
    const references = Object.values(referencesOf(images));
    const about = { app: config.app, environment: requires.environment };
    const found = await ask({ registry, proofSigning }, references, about);
    // Any request updates `cluster.now()`: the registry may have taken long.
    await cluster.call('GET', '/version');
    return judgePromotion(requires, found, cluster.now());
  } catch (error) {
    if (force === undefined || !(error instanceof UserError) || error instanceof ClusterError) throw error;
    return forcedPromotion(requires, force, error.message);
  }
}

async function ask(
  { registry, proofSigning }: { registry: RegistryClient; proofSigning: ProofSigning | undefined },
  references: readonly string[],
  about: { app: string; environment: string },
): Promise<FoundProofs[]> {
  try {
    const found = await Promise.all(references.map(reference => readAttached(registry, reference, about)));
    if (proofSigning === undefined || found.every(({ proofs }) => proofs.length === 0)) return found;
    return await proofSigning(signedProofs =>
      Promise.all(found.map(async each => onlySigned(each, await signedProofs.read(each.reference)))),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `Slipway cannot tell whether ${about.environment} has verified these images: ${error.message}`,
      error.remedy,
      { cause: error },
    );
  }
}
