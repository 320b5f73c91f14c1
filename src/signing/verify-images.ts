import { isAbsolute, join, resolve } from 'node:path';
import { isKmsKey, type Trust } from '../config/signing.ts';
import { readGitHubEvent } from '../image/git.ts';
import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, isMap, textMap } from '../toolkit/map.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { readAttached, type SignedAttachment } from './attached.ts';
import { bareEnvironment, type Cosign, type Verifier, verify } from './cosign.ts';
import { type Demand, demandOf, demandsOf } from './demand.ts';
import { identityOf } from './identity.ts';
import { type Image, judge, problemOf, type SignedImage, type VerifiedSignature } from './judge.ts';
import { type Kind, predicates, typesOf } from './predicates.ts';

/** Verifies that images are signed and attested as slipway.yml demands. Writes nothing. */

export interface VerifyOptions {
  readonly trust: Trust;
  /** Whether signatures made with a key must be in the public log. */
  readonly publicLog: boolean;
  /** The folder of slipway.yml. */
  readonly root: string;
  readonly registry: RegistryClient;
  readonly cosign: Cosign;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Images that are verified concurrently. */
const atOnce = 2;

type Images = Readonly<Record<string, { readonly repository: string; readonly digest: string }>>;

/**
 * Verifies images, and returns the result by name.
 * @throws UserError for the first image that lacks a proof.
 */
export async function verifyImages(
  images: Images,
  options: VerifyOptions,
): Promise<Record<string, SignedImage>> {
  const demand = await demandHere(options);
  const known = { ...options, demand, verifier: await verifierOf(options) };
  const verified = await mapOf(Object.entries(images), atOnce, async ([name, { repository, digest }]) => {
    const image = { reference: `${repository}@${digest}`, digest };
    const wanted = demand.kinds.flatMap(kind => typesOf[kind]);
    const attached = await readAttached(options.registry, repository, digest as Digest, wanted);
    return [name, judge(image, await factsOf(image, attached, known), demand, options.now)] as const;
  });
  return Object.fromEntries(verified);
}

/** Returns a predicate that verifies one attached signature or attestation. */
export async function attachmentVerifier(
  options: VerifyOptions,
): Promise<(attached: SignedAttachment, image: { repository: string; digest: string }) => Promise<boolean>> {
  const demand = await demandHere(options);
  const known = { ...options, demand, verifier: await verifierOf(options) };
  return async (attached, { repository, digest }) => {
    const image = { reference: `${repository}@${digest}`, digest };
    return problemOf(image, await factOf(attached, image, known), demand, options.now) === undefined;
  };
}

interface Known extends VerifyOptions {
  readonly demand: Demand;
  readonly verifier: Verifier;
}

/**
 * Verifies with cosign, for each kind until one is accepted; without an accepted signature the other kinds are skipped. The
 * signature comes first also because that run of cosign fetches the root that the others need.
 */
async function factsOf(
  image: Image,
  attached: readonly SignedAttachment[],
  known: Known,
): Promise<Partial<Record<Kind, VerifiedSignature[]>>> {
  const signature = await factsOfKind('signature', image, attached, known);
  if (!signature.some(fact => counts(fact, image, known))) return { signature };
  const others = known.demand.kinds.filter(kind => kind !== 'signature');
  const rest = await Promise.all(
    others.map(async kind => [kind, await factsOfKind(kind, image, attached, known)] as const),
  );
  return { signature, ...Object.fromEntries(rest) };
}

async function factsOfKind(
  kind: Kind,
  image: Image,
  attached: readonly SignedAttachment[],
  known: Known,
): Promise<VerifiedSignature[]> {
  const facts: VerifiedSignature[] = [];
  for (const each of attached.filter(({ claim }) => typesOf[kind].includes(claim.type))) {
    const fact = await factOf(each, image, known);
    facts.push(fact);
    if (counts(fact, image, known)) break;
  }
  return facts;
}

const counts = (fact: VerifiedSignature, image: Image, { demand, now }: Known) =>
  problemOf(image, fact, demand, now) === undefined;

async function factOf(attached: SignedAttachment, image: Image, known: Known): Promise<VerifiedSignature> {
  const { cosign, verifier, demand, now } = known;
  const unproved = unprovedFact(attached);
  const { why } = problemOf(image, unproved, demand, now) ?? {};
  // A claim about another image, or one signed in another way, is refused without verification.
  if (why === 'other-image' || why === 'not-signed-so') return unproved;
  const [{ bundle, payload }, { digest }] = [attached, image];
  const answer = await verify(cosign, verifier, bundle, { type: unproved.type, digest, payload });
  return answer.valid ? unproved : { ...unproved, fault: answer.fault };
}

/** Returns the fact of a claim before its signature is verified. Pure. */
export function unprovedFact({ claim }: Pick<SignedAttachment, 'claim'>): VerifiedSignature {
  const { type, about, predicate, certificate } = claim;
  const at = type === predicates.scan ? finishedIn(predicate) : undefined;
  const signer = certificate === undefined ? undefined : identityOf(certificate);
  return { type, about, ...defined({ signer: certificate && (signer ?? anonymous), at }) };
}

/** A certificate without an identity matches no demand. */
const anonymous = { subject: 'a certificate without an identity', issuer: 'an unknown issuer' };

function finishedIn(predicate: unknown): number | undefined {
  const metadata = isMap(predicate) ? predicate.metadata : undefined;
  const at = Date.parse(textMap(metadata).scanFinishedOn ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Returns the key or root that verifies. @throws UserError when a file that slipway.yml names does not exist. */
export async function verifierOf(options: Omit<VerifyOptions, 'registry' | 'now'>): Promise<Verifier> {
  const { trust, publicLog, root, cosign, env } = options;
  const rootFile = trust.root === undefined ? undefined : resolve(root, trust.root);
  const text = rootFile === undefined ? undefined : await readNamed(rootFile, correct('trust.root'));
  const find = (file: string) => readNamed(file, correct('trust.key'));
  const key = trust.key && (await resolveKey(trust.key, { root, env }, unsetPublicKey, find));
  // A key service needs the credentials in the environment.
  const whole = key !== undefined && (isKmsKey(key) || key.startsWith('env://'));
  return {
    key,
    root: rootFile,
    demands: demandsOf(text, key !== undefined, publicLog),
    env: whole ? env : bareEnvironment(cosign.folder, env),
  };
}

/** Returns what images must prove in this run, by slipway.yml and by the event that started it. */
export const demandHere = async ({ trust, env }: Pick<VerifyOptions, 'trust' | 'env'>): Promise<Demand> =>
  demandOf(trust, env, (await readGitHubEvent(env)).defaultBranch);

/**
 * Returns a key in cosign's syntax, where a file is absolute.
 * @param unset returns the error for a variable that has no value.
 * @param find throws the error for a file that cannot be used.
 */
export async function resolveKey(
  key: string,
  { root, env }: Pick<VerifyOptions, 'root' | 'env'>,
  unset: (variable: string) => UserError,
  find: (file: string) => Promise<unknown>,
): Promise<string> {
  const variable = variableOf(key);
  if (variable !== undefined && !env[variable]) throw unset(variable);
  if (variable !== undefined || isKmsKey(key)) return key;
  const file = isAbsolute(key) ? key : join(root, key);
  await find(file);
  return file;
}

/** Returns the variable that holds a key. */
export const variableOf = (key: string): string | undefined => /^env:\/\/(.*)$/.exec(key)?.[1];

const unsetPublicKey = (variable: string) =>
  new UserError(
    `the public key of \`trust.key\` comes from ${variable}, which is not set`,
    `set ${variable} in the \`env\` of this step`,
  );

/** Returns the remedy for a file that slipway.yml names. */
export const correct = (key: string): string =>
  `correct \`${key}\` in slipway.yml: the path is relative to slipway.yml, and the file must be checked out`;
