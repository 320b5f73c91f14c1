import { shortDigests } from '../toolkit/digest.ts';
import { formatDuration, formatTime, maxClockSkew } from '../toolkit/duration.ts';
import { UntrustedImage } from '../toolkit/errors.ts';
import { matchesWildcard } from '../toolkit/wildcard.ts';
import type { Demand, IdentityPattern, Signer } from './demand.ts';
import { type Identity, nameOf } from './identity.ts';
import { type Kind, nounOf, predicates } from './predicates.ts';

/** Decides whether the signatures and attestations of an image meet the demands of slipway.yml. All pure. */

/** An attached signature or attestation, after cosign has verified it. */
export interface VerifiedSignature {
  readonly type: string;
  /** Digests of the subjects. */
  readonly about: readonly string[];
  /** Why its signature, or a proof beside it, is not valid; undefined when all are. */
  readonly fault?: string;
  /** Undefined for a key. */
  readonly signer?: Identity;
  /** When a scan finished, in milliseconds since 1970. */
  readonly at?: number;
}

/** Why an attached signature or attestation is refused, from the largest deficiency to the smallest. */
export type SignatureProblem =
  | { readonly why: 'other-image'; readonly digest: string }
  | { readonly why: 'not-signed-so'; readonly signed: string }
  | { readonly why: 'invalid'; readonly fault: string }
  | { readonly why: 'stranger'; readonly who: string }
  | { readonly why: 'old'; readonly age: string }
  | { readonly why: 'future'; readonly at: number };

const progress: readonly SignatureProblem['why'][] = [
  'other-image',
  'not-signed-so',
  'invalid',
  'stranger',
  'old',
  'future',
];

export interface Image {
  /** `repository@digest`. */
  readonly reference: string;
  readonly digest: string;
}

/** The verified proofs of an image. */
export interface SignedImage {
  readonly reference: string;
  /** The signer, for messages. */
  readonly by: string;
  /** The verified kinds, without the signature. */
  readonly attested: readonly Kind[];
}

/**
 * Returns why a fact is refused; undefined when it is accepted.
 * @param now milliseconds since 1970.
 */
export function problemOf(
  { digest }: Image,
  fact: VerifiedSignature,
  { signer, scanAge }: Demand,
  now: number,
): SignatureProblem | undefined {
  if (!fact.about.includes(digest))
    return { why: 'other-image', digest: fact.about[0] ?? 'something without a digest' };
  if (signer.by === 'key' && fact.signer !== undefined)
    return { why: 'not-signed-so', signed: `by ${nameOf(fact.signer)}` };
  if (signer.by === 'identity' && fact.signer === undefined)
    return { why: 'not-signed-so', signed: 'with a key' };
  if (fact.fault !== undefined) return { why: 'invalid', fault: fact.fault };
  if (signer.by === 'identity' && fact.signer !== undefined && !fits(fact.signer, signer))
    return { why: 'stranger', who: nameOf(fact.signer) };
  if (scanAge === undefined || fact.type !== predicates.scan) return undefined;
  if (fact.at === undefined) return { why: 'old', age: 'has no trusted timestamp' };
  const age = now - fact.at;
  if (age < -maxClockSkew) return { why: 'future', at: fact.at };
  if (age <= scanAge) return undefined;
  return { why: 'old', age: `is ${formatDuration(Math.floor(age / 1000) * 1000)} old` };
}

/**
 * Checks that an image has an accepted fact of each demanded kind.
 * @param facts by kind.
 * @param now milliseconds since 1970.
 * @throws UntrustedImage for the first kind without one; it names the fact that comes closest.
 */
export function judge(
  image: Image,
  facts: Readonly<Partial<Record<Kind, readonly VerifiedSignature[]>>>,
  demand: Demand,
  now: number,
): SignedImage {
  let by = '';
  for (const kind of demand.kinds) {
    const found = facts[kind] ?? [];
    const counts = found.find(fact => problemOf(image, fact, demand, now) === undefined);
    if (counts === undefined) throw refusal(image, kind, found, demand, now);
    if (kind === 'signature')
      by = counts.signer === undefined ? signerText(demand.signer) : nameOf(counts.signer);
  }
  return { reference: image.reference, by, attested: demand.kinds.filter(kind => kind !== 'signature') };
}

function refusal(
  image: Image,
  kind: Kind,
  facts: readonly VerifiedSignature[],
  demand: Demand,
  now: number,
): UntrustedImage {
  const { signer } = demand;
  const problems = facts.flatMap(fact => problemOf(image, fact, demand, now) ?? []);
  const [closest] = problems.sort((a, b) => progress.indexOf(b.why) - progress.indexOf(a.why));
  const reference = shortDigests(image.reference);
  const noun = nounOf[kind];
  const isSignature = kind === 'signature';
  const its = `the ${noun} of ${reference}`;
  const what = isSignature ? reference : its;
  const attest = `attest it with \`sign\`, or remove ${kind} from \`trust.attestations\``;
  // A new attestation replaces a wrong one, so all problems of attestations have the same remedy; those of signatures differ.
  const refused = (problem: string, forSignature: string) =>
    new UntrustedImage(problem, isSignature ? forSignature : attest);
  switch (closest?.why) {
    case undefined:
      return refused(
        `${reference} ${isSignature ? 'is not signed' : `has no ${noun}`}`,
        'sign it with `sign`, or release a digest that is signed',
      );
    case 'other-image': {
      const other = shortDigests(closest.digest);
      return refused(
        isSignature
          ? `${reference} is not the signed content: its signature was made for ${other}`
          : `${reference} has no ${noun}: the attached one is of ${other}`,
        'release that digest, and find out who attached the signature to this one',
      );
    }
    case 'not-signed-so':
      return refused(
        `${what} is signed ${closest.signed}, but must be signed ${byWhom(signer)}`,
        'sign it as `trust` in slipway.yml requires, or correct `trust`',
      );
    case 'invalid':
      return isOtherKey(signer, closest.fault)
        ? refused(
            `${what} is signed, but not with ${signerText(signer)}`,
            'sign it with the private key that matches, or name the right public key in `trust.key`',
          )
        : refused(
            `${its} is not valid: ${closest.fault}`,
            'sign it again; if it is still not valid, check whether `trust.root` matches the services that sign',
          );
    case 'stranger':
      return refused(
        `${what} was signed by ${closest.who}, but must be signed by ${signerText(signer)}`,
        'release an image that the required signer built, or correct `trust.identity`',
      );
    case 'old':
      return isSignature
        ? new UntrustedImage(`${its} ${closest.age}`, 'sign it again')
        : new UntrustedImage(
            `${its} ${closest.age}, but \`trust.max-scan-age\` requires a newer one`,
            'scan the image again and attest the result with `sign`',
          );
    case 'future':
      return new UntrustedImage(
        `${its} is dated ${formatTime(closest.at)}, which is in the future`,
        'correct the clock of the machine that scanned it, then scan the image again and attest the result with `sign`',
      );
    default:
      return closest satisfies never;
  }
}

/** Recognizes cosign's errors for a signature that was made with another key. */
const isOtherKey = (signer: Signer, fault: string) =>
  signer.by === 'key' && /do not match threshold|invalid signature/i.test(fault);

const byWhom = (signer: Signer) =>
  signer.by === 'key' ? `with ${signerText(signer)}` : `by ${signerText(signer)}`;

/** Formats the required signer for messages. */
export function signerText(signer: Signer): string {
  if (signer.by === 'key') return `the key ${signer.key}`;
  const { repository, repositoryId, refs, subject, issuer } = signer;
  const where = repository === undefined ? [] : [`${repository} (${repositoryId})`];
  const what = subject === undefined ? [] : [subject];
  const from = refs === undefined ? '' : ` at ${refs.join(' or ')}`;
  const whose = repository === undefined ? ` (by ${issuer})` : '';
  return `${[...where, ...what].join(' with ')}${from}${whose}`;
}

/** Whether an identity matches a pattern; each field of the pattern must be present and match. */
export function fits(identity: Identity, pattern: IdentityPattern): boolean {
  const { issuer, repository, repositoryId, refs, subject } = pattern;
  const same = (wanted: string | undefined, found: string | undefined) =>
    wanted === undefined || wanted === found;
  return (
    identity.issuer === issuer &&
    same(repository, identity.repository) &&
    same(repositoryId, identity.repositoryId) &&
    (refs === undefined || refs.some(ref => matches(ref, identity.ref))) &&
    (subject === undefined || matches(subject, identity.subject))
  );
}

/** `*` matches any text, including none. */
const matches = (pattern: string, text: string | undefined): boolean =>
  text !== undefined && matchesWildcard(pattern, text);
