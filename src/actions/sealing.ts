import type { Config, Environment } from '../config/types.ts';
import { pinned } from '../image/reference.ts';
import type { Sealing } from '../promotion/proof.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Host } from '../toolkit/host.ts';
import { trustOptions } from './trust.ts';

interface Asked {
  /** Path of slipway.yml. */
  readonly config: string;
}

interface Asking {
  readonly config: Config;
  /** Environments that require proofs; the first that requires signatures determines the trusted signers. */
  readonly environments: readonly Environment[];
  readonly registry: RegistryClient;
  readonly host: Pick<Host, 'env' | 'report'>;
}

/** Returns how to sign proofs and to read signed ones; undefined if slipway.yml signs no images, or no environment requires signatures. */
export async function sealingOf(
  inputs: Asked,
  { config, environments, registry, host }: Asking,
): Promise<Sealing | undefined> {
  const { signing } = config;
  const trust = await demanded(config, environments);
  if (signing === undefined || trust === undefined) return undefined;
  const { env, report } = host;
  return async use => {
    const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] =
      await Promise.all([
        import('../signing/cosign.ts'),
        import('../signing/key.ts'),
        import('../signing/statements.ts'),
        import('../signing/predicates.ts'),
      ]);
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
export const requiring = ({ environments }: Config, environmentName: string): Environment[] =>
  Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);

/** Returns the required signer of proofs; undefined if slipway.yml does not sign proofs or does not require signatures. */
async function demanded(config: Config, environments: readonly Environment[]) {
  if (config.signing === undefined) return undefined;
  // Imported only when it is needed.
  const { trustOfProofs } = await import('../config/signing.ts');
  return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}
