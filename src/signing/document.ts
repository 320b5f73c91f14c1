import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../toolkit/errors.ts';
import { claimOf, readBundle, textOf } from './bundle.ts';
import { type Cosign, type SigningKey, sign, verify } from './cosign.ts';
import { judge } from './judge.ts';
import { statementOf } from './statement.ts';
import { demandHere, unprovedFact, type VouchOptions, verifierOf } from './vouch.ts';

/** Signs and proves a document that is no image, such as the manifest of a backup, by the same keys and identities. */

export interface Document {
  /** For people. */
  readonly name: string;
  readonly content: Uint8Array;
  /** A URI that says what it is. */
  readonly type: string;
  /** What it is for: a document that was signed for something else does not count. */
  readonly about: Readonly<Record<string, string>>;
}

const digestOf = (content: Uint8Array) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

/**
 * @returns the signature as a bundle of Sigstore.
 * @throws UserError in one sentence, without what is secret.
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
 * @param bundle undefined when nobody signed it.
 * @returns who signed it, for people.
 * @throws UserError when it is not signed as slipway.yml demands.
 */
export async function vouchForDocument(
  { name, content, type, about }: Document,
  bundle: string | undefined,
  options: Omit<VouchOptions, 'registry'>,
): Promise<string> {
  const { cosign, trust, env, now } = options;
  const digest = digestOf(content);
  const read = bundle === undefined ? undefined : readBundle(bundle);
  const claim = read === undefined || typeof read === 'string' ? undefined : claimOf(read);
  if (read === undefined || typeof read === 'string' || claim === undefined || typeof claim === 'string')
    throw refused(
      `${name} is not signed${typeof claim === 'string' ? `: what stands beside it ${claim}` : ''}`,
    );
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
  throw refused(`${name} was signed for something else: ${said}`);
}

const refused = (problem: string) =>
  new UserError(problem, 'take one that is signed as `trust` of slipway.yml wants it, or correct that');
