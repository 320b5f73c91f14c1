import { isDeepStrictEqual } from 'node:util';
import { digestOf } from '../registry/manifest.ts';
import { UntrustedDocument, UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { claimOf, readBundle, textOf } from './bundle.ts';
import { type Cosign, type SigningKey, sign, verify } from './cosign.ts';
import { ofAnyWorkflow } from './demand.ts';
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
 * @throws UntrustedDocument when it is not signed as slipway.yml demands, and another UserError when that cannot be decided here.
 */
export async function verifyDocument(
  { name, content, type, about }: Document,
  bundle: string | undefined,
  options: Omit<VerifyOptions, 'registry'>,
): Promise<string> {
  const { cosign, env, now } = options;
  const digest = digestOf(content);
  const read = bundle === undefined ? undefined : readBundle(bundle);
  const claim = read === undefined || typeof read === 'string' ? undefined : claimOf(read);
  if (read === undefined || typeof read === 'string' || claim === undefined || typeof claim === 'string')
    throw refused(`${name} is not signed${typeof claim === 'string' ? `: the signature file ${claim}` : ''}`);
  const demand = {
    ...(await demandHere({ trust: ofAnyWorkflow(options.trust), env })),
    kinds: ['signature' as const],
  };
  const answer = await verify(cosign, await verifierOf(options), read, { type, digest });
  const [fault, doubt] = answer.valid ? [] : answer.undecided ? [undefined, answer.fault] : [answer.fault];
  const fact = { ...unprovedFact({ claim }), ...defined({ fault }) };
  let by: string;
  try {
    by = judge({ reference: name, digest }, { signature: [fact] }, demand, now).by;
  } catch (error) {
    throw error instanceof UserError ? refused(error.message) : error;
  }
  if (claim.type !== type || !isDeepStrictEqual(claim.predicate, about)) {
    const said = JSON.stringify(claim.predicate ?? {}).slice(0, 200);
    throw refused(`${name} was signed for another purpose: ${said}`);
  }
  if (doubt === undefined) return by;
  throw new UserError(
    `the signature of ${name} cannot be verified here: ${doubt}`,
    'let this step read the public key of `trust.key`, or the trusted root',
  );
}

const refused = (problem: string) =>
  new UntrustedDocument(
    problem,
    'use one that is signed as `trust` in slipway.yml requires, or correct `trust`',
  );
