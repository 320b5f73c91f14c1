import { isDeepStrictEqual } from 'node:util';
import { digestOf } from '../registry/manifest.ts';
import { UserError } from '../toolkit/errors.ts';
import { claimOf, readBundle, textOf } from './bundle.ts';
import { type Cosign, type SigningKey, sign, verify } from './cosign.ts';
import { judge } from './judge.ts';
import { statementOf } from './statement.ts';
import { demandHere, unprovedFact, type VerifyOptions, verifierOf } from './verify-images.ts';

/** Signs and verifies a document that is not an image, such as the manifest of a backup, with the same keys and identities. */

export interface Document {
  /** For messages. */
  readonly name: string;
  readonly content: Uint8Array;
  /** A URI that names the type of the document. */
  readonly type: string;
  /** The purpose of the document: one that was signed for another purpose is refused. */
  readonly about: Readonly<Record<string, string>>;
}

/**
 * Signs a document.
 * @returns the signature as a Sigstore bundle.
 * @throws UserError with cosign's error, without secrets.
 */
export async function signDocument(
  cosign: Cosign,
  key: SigningKey,
  { name, content, type, about }: Document,
): Promise<string> {
  const statement = statementOf({ repository: name, digest: digestOf(content) }, type, about);
  return textOf(await sign(cosign, key, { statement: statement.text }));
}

/**
 * Verifies the signature of a document.
 * @param bundle undefined when there is no signature.
 * @returns the name of the signer, for messages.
 * @throws UserError when it is not signed as slipway.yml demands.
 */
export async function verifyDocument(
  { name, content, type, about }: Document,
  bundle: string | undefined,
  options: Omit<VerifyOptions, 'registry'>,
): Promise<string> {
  const { cosign, trust, env, now } = options;
  const digest = digestOf(content);
  const read = bundle === undefined ? undefined : readBundle(bundle);
  const claim = read === undefined || typeof read === 'string' ? undefined : claimOf(read);
  if (read === undefined || typeof read === 'string' || claim === undefined || typeof claim === 'string')
    throw refused(`${name} is not signed${typeof claim === 'string' ? `: the signature file ${claim}` : ''}`);
  const demand = { ...(await demandHere({ trust, env })), kinds: ['signature' as const] };
  const answer = await verify(cosign, await verifierOf(options), read, { type, digest });
  const fact = { ...unprovedFact({ claim }), ...(answer.valid ? {} : { fault: answer.fault }) };
  try {
    const { by } = judge({ reference: name, digest }, { signature: [fact] }, demand, now);
    if (claim.type === type && isDeepStrictEqual(claim.predicate, about)) return by;
  } catch (error) {
    if (error instanceof UserError) throw refused(error.message);
    throw error;
  }
  const said = JSON.stringify(claim.predicate ?? {}).slice(0, 200);
  throw refused(`${name} was signed for another purpose: ${said}`);
}

const refused = (problem: string) =>
  new UserError(problem, 'use one that is signed as `trust` in slipway.yml requires, or correct `trust`');
