import { dirname, resolve } from 'node:path';
import type { Config } from '../config/types.ts';
import type { Document } from '../signing/document.ts';
import type { Host } from '../toolkit/host.ts';

/** Signs documents, such as the manifest of a backup set, with the `signing` of slipway.yml. */

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
    const [{ withCosign }, { signingKey }, { signDocument }] = await Promise.all([
      import('../signing/cosign.ts'),
      import('../signing/key.ts'),
      import('../signing/document.ts'),
    ]);
    const root = resolve(dirname(path));
    return withCosign({ env, signal, report }, async cosign => {
      const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
      return signDocument(cosign, key, document);
    });
  };
}
