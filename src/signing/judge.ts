import { formatDuration } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Demand, IdentityPattern, Signer } from './demand.ts';
import { type Identity, nameOf } from './identity.ts';
import { type Kind, nounOf, predicates } from './predicates.ts';

/** Whether what is attached to an image is what slipway.yml demands of it. All pure. */

/** What is known of one thing that is attached, after cosign has looked at it. */
export interface Fact {
  readonly type: string;
  /** Digests of what it speaks of. */
  readonly about: readonly string[];
  /** Why its signature does not hold, or what stands beside it; undefined when all of it does. */
  readonly fault?: string;
  /** Undefined for a key. */
  readonly signer?: Identity;
  /** When what it tells was found, in milliseconds since 1970; of scans. */
  readonly at?: number;
}

/** Why a thing does not count, from the least that is right with it to the most. */
export type Problem =
  | { readonly why: 'other-image'; readonly digest: string }
  | { readonly why: 'not-signed-so'; readonly signed: string }
  | { readonly why: 'invalid'; readonly fault: string }
  | { readonly why: 'stranger'; readonly who: string }
  | { readonly why: 'old'; readonly age: string };

const progress: readonly Problem['why'][] = ['other-image', 'not-signed-so', 'invalid', 'stranger', 'old'];

export interface Image {
  /** `repository@digest`. */
  readonly reference: string;
  readonly digest: string;
}

/** What an image has proved. */
export interface Vouched {
  readonly reference: string;
  /** Who signed, for people. */
  readonly by: string;
  /** What counted, without the signature. */
  readonly attested: readonly Kind[];
}

/**
 * Why a thing does not count; undefined when it does.
 * @param now milliseconds since 1970.
 */
export function problemOf(
  { digest }: Image,
  fact: Fact,
  { signer, scanAge }: Demand,
  now: number,
): Problem | undefined {
  if (!fact.about.includes(digest))
    return { why: 'other-image', digest: fact.about[0] ?? 'nothing that has a digest' };
  if (signer.by === 'key' && fact.signer !== undefined)
    return { why: 'not-signed-so', signed: `by ${nameOf(fact.signer)}` };
  if (signer.by === 'identity' && fact.signer === undefined)
    return { why: 'not-signed-so', signed: 'with a key' };
  if (fact.fault !== undefined) return { why: 'invalid', fault: fact.fault };
  if (signer.by === 'identity' && fact.signer !== undefined && !fits(fact.signer, signer))
    return { why: 'stranger', who: nameOf(fact.signer) };
  if (scanAge === undefined || fact.type !== predicates.scan) return undefined;
  if (fact.at === undefined) return { why: 'old', age: 'of an unknown age' };
  const age = now - fact.at;
  if (age <= scanAge) return undefined;
  return { why: 'old', age: `${formatDuration(Math.floor(age / 1000) * 1000)} old` };
}

/**
 * What an image proves.
 * @param facts of each kind that is demanded.
 * @param now milliseconds since 1970.
 * @throws UserError for the first kind that it lacks, with what comes closest to it.
 */
export function judge(
  image: Image,
  facts: Readonly<Partial<Record<Kind, readonly Fact[]>>>,
  demand: Demand,
  now: number,
): Vouched {
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

function refusal(image: Image, kind: Kind, facts: readonly Fact[], demand: Demand, now: number): UserError {
  const problems = facts.flatMap(fact => problemOf(image, fact, demand, now) ?? []);
  const closest = problems.sort((a, b) => progress.indexOf(b.why) - progress.indexOf(a.why))[0];
  return kind === 'signature'
    ? unsigned(image, demand.signer, closest)
    : unattested(image, kind, demand.signer, closest);
}

function unsigned({ reference }: Image, signer: Signer, closest: Problem | undefined): UserError {
  const who = signerText(signer);
  switch (closest?.why) {
    case undefined:
      return new UserError(
        `${reference} is not signed`,
        'sign it with `sign`, or release a digest that is signed',
      );
    case 'other-image':
      return new UserError(
        `${reference} is not what was signed: the signature at it was made for ${closest.digest}`,
        'release that digest, and find out who put the signature here',
      );
    case 'not-signed-so':
      return new UserError(
        `${reference} is signed ${closest.signed}, and must be signed ${byWhom(signer)}`,
        'sign it as `trust` of slipway.yml wants it, or correct that',
      );
    case 'invalid':
      return isOtherKey(signer, closest.fault)
        ? new UserError(
            `${reference} is signed with another key than ${who}`,
            'sign it with the key that belongs to that one, or name the right one in `trust.key`',
          )
        : new UserError(
            `the signature of ${reference} does not hold: ${closest.fault}`,
            'sign it anew; when it stays so, see whether `trust.root` fits the services that sign',
          );
    case 'stranger':
      return new UserError(
        `${reference} was signed by ${closest.who}, and must be signed by ${who}`,
        'release what that repository built, or correct `trust.identity`',
      );
    case 'old':
      return new UserError(`the signature of ${reference} is ${closest.age}`, 'sign it anew');
    default:
      return closest satisfies never;
  }
}

function unattested(
  { reference }: Image,
  kind: Kind,
  signer: Signer,
  closest: Problem | undefined,
): UserError {
  const noun = nounOf[kind];
  const remedy = `attest it with \`sign\`, or take ${kind} out of \`trust.attestations\``;
  switch (closest?.why) {
    case undefined:
      return new UserError(`${reference} has no ${noun}`, remedy);
    case 'other-image':
      return new UserError(`${reference} has no ${noun}, but one of ${closest.digest}`, remedy);
    case 'not-signed-so':
      return new UserError(
        `the ${noun} of ${reference} is signed ${closest.signed}, and must be signed ${byWhom(signer)}`,
        remedy,
      );
    case 'invalid':
      return isOtherKey(signer, closest.fault)
        ? new UserError(
            `the ${noun} of ${reference} is signed with another key than ${signerText(signer)}`,
            remedy,
          )
        : new UserError(`the ${noun} of ${reference} does not hold: ${closest.fault}`, remedy);
    case 'stranger':
      return new UserError(
        `the ${noun} of ${reference} was signed by ${closest.who}, and must be signed by ${signerText(signer)}`,
        remedy,
      );
    case 'old':
      return new UserError(
        `the ${noun} of ${reference} is ${closest.age}, and \`trust.scan-age\` allows less`,
        'scan the image again and attest what is found with `sign`',
      );
    default:
      return closest satisfies never;
  }
}

/** What cosign says when a signature and a key do not belong together. */
const isOtherKey = (signer: Signer, fault: string) =>
  signer.by === 'key' && /do not match threshold|invalid signature/i.test(fault);

const byWhom = (signer: Signer) =>
  signer.by === 'key' ? `with ${signerText(signer)}` : `by ${signerText(signer)}`;

/** For a sentence. */
export function signerText(signer: Signer): string {
  if (signer.by === 'key') return `the key ${signer.key}`;
  const { repository, repositoryId, refs, subject, issuer } = signer;
  const where = repository === undefined ? [] : [`${repository} (${repositoryId})`];
  const what = subject === undefined ? [] : [subject];
  const from = refs === undefined ? '' : ` at ${refs.join(' or ')}`;
  const whose = repository === undefined ? ` (by ${issuer})` : '';
  return `${[...where, ...what].join(' with ')}${from}${whose}`;
}

/** Whether an identity is one of a pattern: what the pattern names must be there and fit. */
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

/** `*` matches anything, also nothing. */
function matches(pattern: string, text: string | undefined): boolean {
  if (text === undefined) return false;
  const expression = pattern
    .split('*')
    .map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`, 's').test(text);
}
