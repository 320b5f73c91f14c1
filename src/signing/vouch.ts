import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { isKmsKey, type Trust } from '../config/signing.ts';
import { readGitHubEvent } from '../image/git.ts';
import type { Digest } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import { type Attached, readAttached } from './attached.ts';
import { bareEnvironment, type Cosign, type Verifier, verify } from './cosign.ts';
import { type Demand, demandOf, demandsOf } from './demand.ts';
import { identityOf } from './identity.ts';
import { type Fact, type Image, judge, problemOf, type Vouched } from './judge.ts';
import { type Kind, predicates, typesOf } from './predicates.ts';

/** Proves of images that who should have signed them has, and has said of them what slipway.yml demands. Writes nothing. */

export interface VouchOptions {
  readonly trust: Trust;
  /** Whether signatures made with a key must stand in the public log. */
  readonly publicLog: boolean;
  /** The folder of slipway.yml. */
  readonly root: string;
  readonly registry: RegistryClient;
  readonly cosign: Cosign;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Images that are looked at at the same time. */
const atOnce = 2;

type Images = Readonly<Record<string, { readonly repository: string; readonly digest: string }>>;

/**
 * What each image proves, by name.
 * @throws UserError for the first that lacks something, in one sentence.
 */
export async function vouchFor(images: Images, options: VouchOptions): Promise<Record<string, Vouched>> {
  const demand = await demandHere(options);
  const known = { ...options, demand, verifier: await verifierOf(options) };
  const vouched = await mapOf(Object.entries(images), atOnce, async ([name, { repository, digest }]) => {
    const image = { reference: `${repository}@${digest}`, digest };
    const wanted = demand.kinds.flatMap(kind => typesOf[kind]);
    const attached = await readAttached(options.registry, repository, digest as Digest, wanted);
    return [name, judge(image, await factsOf(image, attached, known), demand, options.now)] as const;
  });
  return Object.fromEntries(vouched);
}

/** Whether a thing that is attached counts, as what `signImages` asks. */
export async function holding(
  options: VouchOptions,
): Promise<(attached: Attached, image: { repository: string; digest: string }) => Promise<boolean>> {
  const demand = await demandHere(options);
  const known = { ...options, demand, verifier: await verifierOf(options) };
  return async (attached, { repository, digest }) => {
    const image = { reference: `${repository}@${digest}`, digest };
    return problemOf(image, await factOf(attached, image, known), demand, options.now) === undefined;
  };
}

interface Known extends VouchOptions {
  readonly demand: Demand;
  readonly verifier: Verifier;
}

/**
 * What cosign says of what is attached: of each kind as many as it takes until one counts, and of nothing but the signature where
 * none does. The first one that cosign looks at also fetches what the others need.
 */
async function factsOf(
  image: Image,
  attached: readonly Attached[],
  known: Known,
): Promise<Partial<Record<Kind, Fact[]>>> {
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
  attached: readonly Attached[],
  known: Known,
): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const each of attached.filter(({ claim }) => typesOf[kind].includes(claim.type))) {
    const fact = await factOf(each, image, known);
    facts.push(fact);
    if (counts(fact, image, known)) break;
  }
  return facts;
}

const counts = (fact: Fact, image: Image, { demand, now }: Known) =>
  problemOf(image, fact, demand, now) === undefined;

async function factOf(attached: Attached, image: Image, known: Known): Promise<Fact> {
  const { cosign, verifier, demand, now } = known;
  const unproved = unprovedFact(attached);
  const { why } = problemOf(image, unproved, demand, now) ?? {};
  // What speaks of another image, or is signed in another way, needs no proof to be refused.
  if (why === 'other-image' || why === 'not-signed-so') return unproved;
  return proved(unproved, attached, image, cosign, verifier);
}

/** What a claim says before anybody has looked at its signature. Pure. */
export function unprovedFact({ claim }: Pick<Attached, 'claim'>): Fact {
  const { type, about, predicate, certificate } = claim;
  const at = type === predicates.scan ? finishedIn(predicate) : undefined;
  const signer = certificate === undefined ? undefined : identityOf(certificate);
  return {
    type,
    about,
    ...(certificate === undefined ? {} : { signer: signer ?? nobody }),
    ...(at === undefined ? {} : { at }),
  };
}

/** A certificate that names nobody fits no demand. */
const nobody = { subject: 'a certificate that names nobody', issuer: 'nobody' };

async function proved(
  fact: Fact,
  { bundle, payload }: Attached,
  { digest }: Image,
  cosign: Cosign,
  verifier: Verifier,
): Promise<Fact> {
  const answer = await verify(cosign, verifier, bundle, { type: fact.type, digest, payload });
  return answer.valid ? fact : { ...fact, fault: answer.fault };
}

function finishedIn(predicate: unknown): number | undefined {
  const metadata = isMap(predicate) ? predicate.metadata : undefined;
  const at = isMap(metadata) ? Date.parse(String(metadata.scanFinishedOn)) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** @throws UserError when a file that slipway.yml names is not there. */
export async function verifierOf({
  trust,
  publicLog,
  root,
  cosign,
  env,
}: Omit<VouchOptions, 'registry' | 'now'>): Promise<Verifier> {
  const rootFile = trust.root === undefined ? undefined : resolve(root, trust.root);
  const text = rootFile === undefined ? undefined : await readNamed(rootFile, 'trust.root');
  const key = trust.key === undefined ? undefined : await publicKey(trust.key, root, env);
  // A service that keeps keys wants to know who asks.
  const whole = key !== undefined && (isKmsKey(key) || key.startsWith('env://'));
  return {
    key,
    root: rootFile,
    demands: demandsOf(text, key !== undefined, publicLog),
    env: whole ? env : bareEnvironment(cosign.folder, env),
  };
}

/** What images must prove in this run, by slipway.yml and by the event that started it. */
export const demandHere = async ({ trust, env }: Pick<VouchOptions, 'trust' | 'env'>): Promise<Demand> =>
  demandOf(trust, env, (await readGitHubEvent(env)).defaultBranch);

async function publicKey(key: string, root: string, env: NodeJS.ProcessEnv): Promise<string> {
  const variable = /^env:\/\/(.*)$/.exec(key)?.[1];
  if (variable !== undefined) {
    if (env[variable]) return key;
    throw new UserError(
      `the public key of \`trust.key\` comes from ${variable}, which is not set`,
      `set ${variable} in the \`env\` of this step`,
    );
  }
  if (isKmsKey(key)) return key;
  const file = isAbsolute(key) ? key : join(root, key);
  await readNamed(file, 'trust.key');
  return file;
}

export async function readNamed(file: string, key: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(
      `${file}, which \`${key}\` of slipway.yml names, cannot be read`,
      'correct its path; it is relative to slipway.yml, and must be checked out',
      { cause: error },
    );
  }
}
