import type { Environment } from '../config/types.ts';
import type { Promotion } from '../release/store/schema.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { formatDuration, formatTime } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';
import { isSigned, type Proof, type Withdrawal, withdrawalOf } from './proof.ts';

/** Decides whether images that were verified in one environment may be released to the next. All pure. */

/** The statements that were found at one image. */
export interface FoundProofs {
  /** `repository@digest`. */
  reference: string;
  proofs: readonly Proof[];
  withdrawals: readonly Withdrawal[];
  /** The problem of each statement that does not count. */
  rejected: readonly string[];
}

/**
 * Returns the newest release of the required environment in which all of these images were verified together, and which was not rolled
 * back since.
 * @param now milliseconds since 1970, by the clock of a server.
 * @throws UserError when there is none, or its soak is not over yet.
 */
export function judgePromotion(
  { environment, soak }: NonNullable<Environment['requires']>,
  images: readonly FoundProofs[],
  now: number,
): Promotion {
  for (const found of images) requireProof(environment, found);
  const [newest] = verifiedTogether(images);
  if (newest === undefined) throw apart(environment, images);
  const { release, verifiedAt } = newest;
  const until = Date.parse(verifiedAt) + soak;
  if (soak > 0 && until > now) {
    const ago = formatDuration(Math.max(0, Math.floor((now - Date.parse(verifiedAt)) / 1000)) * 1000);
    throw new UserError(
      `release ${release} of ${environment} was verified there ${ago} ago, and its soak of ${formatDuration(soak)} is not over`,
      // Rounded up, so that a release after that time is not refused.
      `wait for ${formatDuration(Math.ceil((until - now) / 1000) * 1000)}, until ${formatTime(until)}, or set the input \`force\` to a reason`,
    );
  }
  return { environment, release, verifiedAt, soak };
}

/** Drops the proofs that no required signer has signed. */
export function onlySigned(found: FoundProofs, predicates: readonly unknown[]): FoundProofs {
  const proofs = found.proofs.filter(proof => isSigned(proof, predicates));
  const others = found.proofs.filter(proof => !proofs.includes(proof));
  const problems = others.map(() => 'is not signed as slipway.yml requires for images');
  return { ...found, proofs, rejected: [...problems, ...found.rejected] };
}

/** Returns the promotion in one sentence. */
export function promotionSentence(promotion: Promotion): string {
  const { environment, release, verifiedAt = '', soak, forced } = promotion;
  if (forced !== undefined)
    return `This release was forced without a proof of ${environment} (${forced.against}): ${forced.reason}.`;
  const waited = soak === 0 ? '' : `, and its soak of ${formatDuration(soak)} is over`;
  return `This release has the digests of release ${release} of ${environment}, verified there at ${formatTime(Date.parse(verifiedAt))}${waited}.`;
}

/** Returns the record of a forced promotion. */
export const forcedPromotion = (
  { environment, soak }: NonNullable<Environment['requires']>,
  reason: string,
  against: string,
): Promotion => ({ environment, soak, forced: { reason, against } });

/** @throws UserError when an image has no proof that counts. */
function requireProof(environment: string, found: FoundProofs): void {
  const { reference, proofs, withdrawals, rejected } = found;
  if (validProofs(found).length > 0) return;
  const [newest] = [...proofs].sort(byMoment);
  const withdrawal = newest && withdrawalOf(newest, withdrawals);
  if (newest === undefined || withdrawal === undefined) {
    const but =
      rejected[0] === undefined
        ? ''
        : `; an attached statement does not count: it ${shortDigests(rejected[0])}`;
    throw new UserError(
      `${shortDigests(reference)} was never verified in ${environment}${but}`,
      `release it to ${environment} first and let verify pass there, or set the input \`force\` to a reason`,
    );
  }
  throw new UserError(
    `release ${newest.release} of ${environment}, in which ${shortDigests(reference)} was verified, was rolled back there at ${formatTime(Date.parse(withdrawal.withdrawnAt))}: ${clipped(withdrawal.reason)}`,
    `release to ${environment} a version that stays there, or set the input \`force\` to a reason`,
  );
}

/** Returns the proofs of the first image for whose release every other image has a proof, too, newest first. */
function verifiedTogether(images: readonly FoundProofs[]): Proof[] {
  const [first, ...others] = images.map(validProofs);
  // A recreated namespace counts its releases from 1 again.
  const same = (a: Proof) => (b: Proof) => a.release === b.release && a.verifiedAt === b.verifiedAt;
  return (first ?? []).filter(proof => others.every(each => each.some(same(proof)))).sort(byMoment);
}

const validProofs = ({ proofs, withdrawals }: FoundProofs) =>
  proofs.filter(proof => withdrawalOf(proof, withdrawals) === undefined);

const byMoment = (a: Proof, b: Proof) => Date.parse(b.verifiedAt) - Date.parse(a.verifiedAt);

function apart(environment: string, images: readonly FoundProofs[]): UserError {
  const each = images.map(found => {
    const releases = [...new Set(validProofs(found).map(({ release }) => release))].sort((a, b) => b - a);
    return `${shortDigests(found.reference)} in release ${releases.join(' and ')}`;
  });
  return new UserError(
    `these images were never verified together in ${environment}: ${each.join(', ')}`,
    `release all images of one release of ${environment}, or set the input \`force\` to a reason`,
  );
}

const clipped = (text: string) => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
