import type { Cluster } from '../cluster/port.ts';
import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Config, Environment } from '../config/types.ts';
import { pinned } from '../image/reference.ts';
import type { ProofSigning } from '../promotion/proof.ts';
import type { Verified } from '../promotion/prove.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { RequirePromotion } from '../release/preflight/release-objects.ts';
import type { Host } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import { cell } from '../toolkit/markdown.ts';
import { registryClient } from './registry.ts';
import type { ActionRequest } from './session.ts';
import { type TrustInputs, trustOptions } from './trust.ts';

/** Proofs at images that a release with them was verified: requires, signs, attaches and withdraws them. */

/** Returns the check that another environment has verified the images; empty if none is required. */
export async function promotionOf(
  inputs: TrustInputs,
  { environment, force, ...common }: PromotionRequest,
): Promise<{ requirePromotion?: RequirePromotion }> {
  const { config, registry } = common;
  const { requires } = environment;
  if (requires === undefined) return {};
  const proofSigning = await proofSigningOf(inputs, { ...common, environments: [environment] });
  return {
    requirePromotion: async (cluster, images) => {
      const { provePromotion } = await import('../promotion/require.ts');
      const { promotionSentence } = await import('../promotion/requirement.ts');
      // Read again, because the images of `config` are in the repositories of this environment.
      const written = await loadConfig(inputs.config);
      const there = configFor(written, environmentOf(written, requires.environment));
      const origin = mapValues(there.images, ({ repository }) => repository);
      const asked = { config, environment, requires, images, origin, registry, proofSigning };
      const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
      return { promotion, sentence: promotionSentence(promotion) };
    },
  };
}

/** Description of the output that `publishProofs` sets. */
export const proofOutput =
  'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';

/** The same for an action that verifies nothing. */
export const withdrawalOutput =
  'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';

/** Withdraws the proof of the release that is being rolled back, in parallel to the rollback. @returns whether any was withdrawn. */
export async function withdrawEarly(cluster: Cluster, request: ActionRequest): Promise<boolean> {
  const { withdrawRollingBack } = await import('../promotion/prove.ts');
  return withdrawRollingBack(cluster, { ...request, registry: await registryClient() });
}

/**
 * Attaches or withdraws the proofs at the images, for later environments. A failure is a warning.
 * @param request `inputs` are needed to attach a proof, which is signed if slipway.yml signs images.
 * @param withdrawn whether a proof was already withdrawn.
 */
export async function publishProofs(
  host: Host,
  cluster: Cluster,
  request: ActionRequest & { readonly inputs?: TrustInputs },
  verified: Verified | undefined,
  withdrawn = false,
): Promise<void> {
  const { settleProofs } = await import('../promotion/prove.ts');
  const registry = await registryClient();
  const { config, environmentName, inputs } = request;
  const environments = requiring(config, environmentName);
  const proofSigning =
    verified && inputs && (await proofSigningOf(inputs, { config, environments, registry, host }));
  const { state, warnings } = await settleProofs(cluster, { ...request, registry, proofSigning }, verified);
  host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
  for (const message of warnings) {
    host.annotate('warning', { title: 'Promotion', message });
    await host.summary(`⚠️ ${cell(message)}\n`);
  }
}

interface ProofSigningRequest {
  readonly config: Config;
  /** Environments that require proofs; the first that requires signatures determines the trusted signers. */
  readonly environments: readonly Environment[];
  readonly registry: RegistryClient;
  readonly host: Pick<Host, 'env' | 'report'>;
}

interface PromotionRequest extends Omit<ProofSigningRequest, 'environments'> {
  readonly environment: Environment;
  /** Why images are released that do not meet the requirement. */
  readonly force?: string;
}

/** Returns how to sign proofs and to read signed ones; undefined if slipway.yml signs no images, or no environment requires signatures. */
async function proofSigningOf(
  inputs: TrustInputs,
  { config, environments, registry, host }: ProofSigningRequest,
): Promise<ProofSigning | undefined> {
  const { signing } = config;
  const trust = await demanded(config, environments);
  if (signing === undefined || trust === undefined) return undefined;
  const { env, report } = host;
  return async use => {
    const { withCosign } = await import('../signing/cosign.ts');
    const { signingKey } = await import('../signing/key.ts');
    const { attachStatement, signedPredicates } = await import('../signing/statements.ts');
    const { predicates } = await import('../signing/predicates.ts');
    const type = predicates.verification;
    // Never aborted: a signal that ends this process also ends cosign.
    const { signal } = new AbortController();
    return withCosign({ env, signal, report }, cosign => {
      const asked = { ...trustOptions(inputs.config, config, trust), registry, cosign, env };
      const { root } = asked;
      return use({
        read: reference => signedPredicates(pinned(reference), type, { ...asked, now: Date.now() }),
        add: async (reference, proof) => {
          const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
          const key = await signingKey(from);
          await attachStatement(registry, pinned(reference), type, proof, { cosign, key });
        },
      });
    });
  };
}

/** Description of the output with the result of `signsProofs`. */
export const signOutput =
  'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';

/** Whether the proofs of an environment are signed, so that `verify` needs the key or the identity. */
export const signsProofs = async (config: Config, environmentName: string): Promise<boolean> =>
  (await demanded(config, requiring(config, environmentName))) !== undefined;

/** Returns the environments that require the given one. Pure. */
const requiring = ({ environments }: Config, environmentName: string): Environment[] =>
  Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);

/** Returns the required signer of proofs; undefined if slipway.yml does not sign proofs or does not require signatures. */
async function demanded(config: Config, environments: readonly Environment[]) {
  if (config.signing === undefined) return undefined;
  // Imported only when it is needed.
  const { trustOfProofs } = await import('../config/signing.ts');
  return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}
