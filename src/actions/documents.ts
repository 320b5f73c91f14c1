import { dirname, resolve } from 'node:path';
import type { Trust } from '../config/signing.ts';
import type { Config, Environment } from '../config/types.ts';
import type { Document } from '../signing/document.ts';
import type { Host } from '../toolkit/host.ts';
import { trustOptions } from './trust.ts';

/** Signs documents, such as the manifest of a backup set, with the `signing` of slipway.yml, and verifies them. */

export interface DocumentSigning {
  readonly config: Pick<Config, 'signing' | 'trust'>;
  /** Path of slipway.yml. */
  readonly path: string;
  readonly host: Pick<Host, 'env' | 'report'>;
  readonly signal: AbortSignal;
}

/**
 * Returns a function that signs a document. It returns a Sigstore bundle, or undefined without `signing` in slipway.yml, and throws a
 * UserError when the key or the identity is missing.
 */
export function documentSigner({
  config: { signing, trust },
  path,
  host: { env, report },
  signal,
}: DocumentSigning): (document: Document) => Promise<string | undefined> {
  if (signing === undefined) return async () => undefined;
  return async document => {
    const { withCosign } = await import('../signing/cosign.ts');
    const { signingKey } = await import('../signing/key.ts');
    const { signDocument } = await import('../signing/document.ts');
    const root = resolve(dirname(path));
    return withCosign({ env, signal, report }, async cosign => {
      const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
      return signDocument(cosign, key, document);
    });
  };
}

/**
 * Verifies the signature of a document by the `trust` of the environment.
 * @returns the signer, for the log; undefined if no signature is required.
 * @throws UserError when the signature is missing or not trusted.
 */
export async function verifySigned(
  document: Document,
  bundle: string | undefined,
  { config, environment, inputs, host, signal }: DocumentVerification,
): Promise<string | undefined> {
  const { trustOfDocuments } = await import('../config/signing.ts');
  const trust = trustOfDocuments(config, environment.trust);
  return trust && verifyBy(trust, document, bundle, { config, path: inputs.config, host, signal });
}

/** Verifies the signature of a document. @returns the signer, for the log. @throws UserError when it is missing or not trusted. */
export async function verifyBy(
  trust: Trust,
  document: Document,
  bundle: string | undefined,
  { config, path, host: { env, report }, signal }: DocumentSigning,
): Promise<string> {
  const { withCosign } = await import('../signing/cosign.ts');
  const { verifyDocument } = await import('../signing/document.ts');
  const options = trustOptions(path, config, trust);
  return withCosign({ env, signal, report }, cosign =>
    verifyDocument(document, bundle, { ...options, cosign, env, now: Date.now() }),
  );
}

export interface DocumentVerification {
  readonly config: Config;
  readonly environment: Environment;
  readonly inputs: { readonly config: string };
  readonly host: Pick<Host, 'env' | 'report'>;
  readonly signal: AbortSignal;
}
