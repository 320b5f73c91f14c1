import type { Config, Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { RequirePromotion } from '../release/preflight/plan.ts';
import type { Host } from '../toolkit/host.ts';
import { sealingOf } from './sealing.ts';

/** Returns the check that another environment has verified the images; empty if none is required. */
export async function promotionOf(
  inputs: Parameters<typeof sealingOf>[0],
  {
    config,
    environment,
    registry,
    host,
    force,
  }: {
    config: Config;
    environment: Environment;
    registry: RegistryClient;
    host: Pick<Host, 'env' | 'report'>;
    /** Why images are released that do not meet the requirement. */
    force?: string;
  },
): Promise<{ requirePromotion?: RequirePromotion }> {
  const { requires } = environment;
  if (requires === undefined) return {};
  const sealing = await sealingOf(inputs, { config, environments: [environment], registry, host });
  return {
    requirePromotion: async (cluster, images) => {
      const [{ provePromotion }, { promotionSentence }] = await Promise.all([
        import('../promotion/require.ts'),
        import('../promotion/requirement.ts'),
      ]);
      const asked = { config, environment, requires, images, registry, sealing };
      const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
      return { promotion, sentence: promotionSentence(promotion) };
    },
  };
}
