import { dirname, resolve } from 'node:path';
import type { Trust } from '../config/signing.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import type { RequireSigned } from '../release/preflight/rollback-checks.ts';
import type { SignedImage } from '../signing/judge.ts';
import { nounOf } from '../signing/predicates.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { UntrustedImage, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import { registryClient } from './registry.ts';

/** The inputs of an action that signs or verifies. */
export interface TrustInputs {
  /** Path of slipway.yml. */
  readonly config: string;
}

interface Asking {
  readonly config: Config;
  readonly environment: Environment | undefined;
  readonly images: Readonly<Record<string, { readonly repository: string; readonly digest: string }>>;
  readonly registry: RegistryClient;
  readonly host: Pick<Host, 'env' | 'report'>;
}

/**
 * Verifies the signatures and attestations that slipway.yml requires. Read-only.
 * @returns the proofs by image name; empty if nothing is required.
 * @throws UserError for the first image that lacks one.
 */
export async function verifiedImages(
  inputs: TrustInputs,
  { config, environment, images, registry, host }: Asking,
): Promise<Readonly<Record<string, SignedImage>>> {
  // Imported only when it is needed.
  const { trustOf } = await import('../config/signing.ts');
  const trust = trustOf(config, environment?.trust);
  return trust === undefined ? {} : verified(inputs, trust, { config, images, registry, host });
}

async function verified(
  inputs: TrustInputs,
  trust: Trust,
  { config, images, registry, host }: Omit<Asking, 'environment'>,
): Promise<Readonly<Record<string, SignedImage>>> {
  const { withCosign } = await import('../signing/cosign.ts');
  const { verifyImages } = await import('../signing/verify-images.ts');
  const { env, report } = host;
  // Never aborted: a signal that ends this process also ends cosign.
  const { signal } = new AbortController();
  const options = trustOptions(inputs.config, config, trust);
  return withCosign({ env, signal, report }, cosign =>
    verifyImages(images, { ...options, registry, cosign, env, now: Date.now() }),
  );
}

/**
 * Returns the check of images that are known to be released only from a record; undefined if slipway.yml requires no signatures.
 * Attestations are not checked, because a scan may be too old by now.
 * @param force why an image may be restored without a valid signature.
 */
export async function signatureDemand(
  inputs: TrustInputs,
  {
    config,
    environment,
    force,
    host,
  }: Pick<Asking, 'config' | 'environment' | 'host'> & { force: string | undefined },
): Promise<RequireSigned | undefined> {
  const { trustOf } = await import('../config/signing.ts');
  const trust = trustOf(config, environment?.trust);
  if (trust === undefined) return undefined;
  return async references => {
    if (references.length === 0) return;
    try {
      const images = Object.fromEntries(references.map(each => [each, pinnedPlace(each)]));
      const registry = await registryClient();
      await verified(inputs, signatureAlone(trust), { config, images, registry, host });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const isUntrusted = error instanceof UntrustedImage;
      const said = isUntrusted ? 'the image is not trusted' : 'it is not known whether the image is trusted';
      const problem = `${said}: only a record says that it was released, and ${error.message}`;
      const forced = 'or, to restore the image anyway, set the input `force` to your reason';
      if (force === undefined && isUntrusted)
        throw new UntrustedImage(
          problem,
          `find out who wrote that record, and deploy the version that you want; ${forced}`,
        );
      if (force === undefined) throw new UserError(problem, `${error.remedy}; ${forced}`);
      host.report(`warning: ${problem}. The image is restored because of \`force\`: ${force}`);
    }
  };
}

function pinnedPlace(image: string): { repository: string; digest: string } {
  const { repository, digest } = parseReference(image);
  if (digest !== undefined) return { repository, digest };
  throw new UntrustedImage(`${image} is not pinned by digest`, 'deploy that version again');
}

/** Requires only the signature, from any branch or tag, because the record does not say from which one the image was built. Pure. */
function signatureAlone({ 'max-scan-age': _, ...trust }: Trust): Trust {
  const { key, identity } = trust;
  const signer = key === undefined ? { identity: { ref: ['refs/heads/*', 'refs/tags/*'], ...identity } } : {};
  return { ...trust, ...signer, attestations: [] };
}

export function trustOptions(path: string, config: Pick<Config, 'signing'>, trust: Trust) {
  return { trust, publicLog: config.signing?.['public-log'] === true, root: resolve(dirname(path)) };
}

/** Returns a sentence for each image. */
export function signatureSentences(verified: Readonly<Record<string, SignedImage>>): string[] {
  return Object.values(verified).map(({ reference, by, attested }) => {
    const said = attested.length === 0 ? '' : `, with ${attested.map(kind => nounOf[kind]).join(', ')}`;
    return `${shortDigests(reference)} is signed by ${by}${said}`;
  });
}

/** Returns the signers and attestations, for the record. */
export const signaturesOf = (verified: Readonly<Record<string, SignedImage>>) =>
  mapValues(verified, ({ by, attested }) => ({ by, attested: [...attested] }));

/** Returns the output `signed`. */
export const signedOutput = (verified: Readonly<Record<string, SignedImage>>) =>
  mapValues(verified, ({ by }) => by);
