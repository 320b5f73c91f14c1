import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { RegistryClient } from '../../registry/client.ts';
import { UserError } from '../../toolkit/errors.ts';
import { type Found, forcedPromotion, judgePromotion } from '../state/requirement.ts';
import type { Promotion } from '../state/stored.ts';
import { referencesOf } from '../workloads/containers.ts';
import { readAttached } from './attachments.ts';
import type { ResolvedImage } from './preflight.ts';

export interface PromotionRequest {
  config: Config;
  environment: Environment;
  images: Record<string, ResolvedImage>;
  /** Needed where the environment requires another one. */
  registry?: RegistryClient;
  /** Why it goes even when the requirement is not met. */
  force?: string;
}

/**
 * On what a release of these images rests in an environment that requires another one; undefined where none is required. Time is
 * told by the API server. Writes nothing.
 * @throws UserError when they must not come here, or nobody can say.
 */
export async function provePromotion(
  cluster: Cluster,
  { config, environment, images, registry, force }: PromotionRequest,
): Promise<Promotion | undefined> {
  const { requires } = environment;
  if (requires === undefined) return undefined;
  if (registry === undefined) throw new Error('an environment that requires another one needs a registry');
  try {
    const references = Object.values(referencesOf(images));
    const found = await ask(registry, references, { app: config.app, environment: requires.environment });
    // A question that changes nothing tells what time it is: the registry may have taken long.
    await cluster.call('GET', '/version');
    return judgePromotion(requires, found, cluster.now());
  } catch (error) {
    if (force === undefined || !(error instanceof UserError) || error instanceof ClusterError) throw error;
    return forcedPromotion(requires, force, error.message);
  }
}

async function ask(
  registry: RegistryClient,
  references: readonly string[],
  about: { app: string; environment: string },
): Promise<Found[]> {
  try {
    return await Promise.all(references.map(reference => readAttached(registry, reference, about)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `it is not known whether ${about.environment} has verified these images: ${error.message}`,
      error.remedy,
      { cause: error },
    );
  }
}
