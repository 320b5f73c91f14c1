import type { Config, Environment } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import type { Sealing } from '../promotion/proof.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import { trustOptions } from './trust.ts';

interface Asked {
  /** Path of slipway.yml. */
  readonly config: string;
  readonly 'tool-mirrors': string;
}

interface Asking {
  readonly config: Config;
  /** That demand proofs; the first that demands signatures says by whom. */
  readonly environments: readonly Environment[];
  readonly registry: RegistryClient;
  readonly host: Pick<Host, 'env' | 'report'>;
}

/** What signs proofs and finds those that are signed; undefined where slipway.yml signs no images, or no environment demands signatures. */
export async function sealingOf(
  inputs: Asked,
  { config, environments, registry, host }: Asking,
): Promise<Sealing | undefined> {
  const { signing } = config;
  const trust = await demanded(config, environments);
  if (signing === undefined || trust === undefined) return undefined;
  const { env, report } = host;
  return async use => {
    const [{ withCosign }, { signingKey }, { say, signedPredicates }, { predicates }] = await Promise.all([
      import('../signing/cosign.ts'),
      import('../signing/key.ts'),
      import('../signing/said.ts'),
      import('../signing/predicates.ts'),
    ]);
    const type = predicates.verification;
    // A signal that ends us ends cosign, too.
    const { signal } = new AbortController();
    const toolMirrors = parseMirrors(inputs['tool-mirrors']);
    return withCosign({ toolMirrors, env, signal, report }, cosign => {
      const asked = { ...trustOptions(inputs.config, config, trust), registry, cosign, env };
      const { root } = asked;
      return use({
        read: reference => signedPredicates(placeOf(reference), type, { ...asked, now: Date.now() }),
        add: async (reference, proof) => {
          const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
          const key = await signingKey(from);
          await say(registry, placeOf(reference), type, proof, { cosign, key });
        },
      });
    });
  };
}

/** Description of the output that says what `signsProofs` does. */
export const signOutput =
  'Whether `verify` signs what it proves there, because another environment requires it: `true` or `false`.';

/** Whether what is verified in an environment is signed, and so needs the key or the identity. */
export const signsProofs = async (config: Config, environmentName: string): Promise<boolean> =>
  (await demanded(config, requiring(config, environmentName))) !== undefined;

/** The environments that require another one. Pure. */
export const requiring = ({ environments }: Config, environmentName: string): Environment[] =>
  Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);

/** Whose signature a proof needs; undefined where slipway.yml neither signs proofs nor demands signatures. */
async function demanded(config: Config, environments: readonly Environment[]) {
  if (config.signing === undefined) return undefined;
  // Not before it is needed.
  const { trustOfProofs } = await import('../config/signing.ts');
  return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}

function placeOf(reference: string) {
  const { repository, digest } = parseReference(reference);
  if (digest === undefined) throw new Error(`${reference} has no digest`);
  return { repository, digest };
}
