import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { attachBundles, type ImagePlace } from './attach.ts';
import { readAttached } from './attached.ts';
import { type Cosign, type SigningKey, sign } from './cosign.ts';
import { ofAnyWorkflow } from './demand.ts';
import { statementOf } from './statement.ts';
import { attachmentVerifier, type VerifyOptions } from './verify-images.ts';

/** Signed statements about an image that its build does not make and `trust` does not demand, such as a verified release. */

/**
 * Signs a statement about an image and attaches it as a bundle.
 * @throws UserError when it cannot be signed, or the registry refuses.
 */
export async function attachStatement(
  registry: RegistryClient,
  place: ImagePlace,
  type: string,
  predicate: unknown,
  { cosign, key }: { readonly cosign: Cosign; readonly key: SigningKey },
): Promise<void> {
  const { text } = statementOf(place, type, predicate);
  const bundle = await sign(cosign, key, { statement: text });
  await attachBundles(registry, place, [{ bundle, type }], new Date().toISOString());
}

/**
 * Returns the predicates of a type that the required signer has signed for an image.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function signedPredicates(
  { repository, digest }: ImagePlace,
  type: string,
  options: VerifyOptions,
): Promise<unknown[]> {
  const attached = await readAttached(options.registry, repository, digest as Digest, [type]);
  const claimed = attached.filter(({ claim }) => claim.type === type);
  if (claimed.length === 0) return [];
  const holds = await attachmentVerifier({ ...options, trust: ofAnyWorkflow(options.trust) });
  const predicates: unknown[] = [];
  for (const each of claimed)
    if (await holds(each, { repository, digest })) predicates.push(each.claim.predicate);
  return predicates;
}
