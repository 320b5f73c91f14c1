import type { Environment, Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Release } from './releases.ts';
import type { RolloutState } from './schema.ts';

/**
 * Releases from which there is no way back, because what they did to their data the version before cannot read. Only people
 * know that, so they mark such a release; what follows is decided here. All pure.
 */

/** Releases that are marked as not reversible and came after another one; what was rolled back has given its place back. */
export function irreversibleSince(releases: readonly Release[], to: number): Release[] {
  return releases.filter(
    ({ record, outcome }) =>
      record.release > to && record.reversible === false && outcome?.state !== 'rolled-back',
  );
}

/** Whether there is a way back from a release, and what is said of it before it starts. */
export interface Reversibility {
  reversible: boolean;
  said: string[];
  problems: UserError[];
}

/**
 * @param kind of the rollout as it really is.
 * @param baseline the release that a rollback would go back to; undefined for a first release, which cannot be rolled back
 * puts anything back.
 */
export function reversibilityOf(
  { reversible = true }: Pick<Environment, 'reversible'>,
  kind: Strategy['kind'],
  baseline: number | undefined,
  releases: readonly Release[],
): Reversibility {
  const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
  if (baseline === undefined || (reversible && passed.length === 0)) {
    return { reversible: true, said: [], problems: [] };
  }
  const why = reversible
    ? `Going back from this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
    : 'This release is marked as not reversible';
  const until =
    kind === 'canary'
      ? 'until its promotion the traffic is taken back as ever, for the version before serves beside it; after that it is held'
      : 'when it does not come up it is held';
  return {
    reversible: false,
    said: [
      `${why}: ${until} instead of rolled back, and a rollback past it is refused unless it is forced with a reason.`,
    ],
    problems: kind === 'blue-green' ? [noSwitchBack()] : [],
  };
}

const noSwitchBack = () =>
  new UserError(
    'a blue-green release is one that can be switched back at once, and this one is not reversible',
    'use `strategy: {rolling: {}}`, or a canary if both versions can serve side by side',
  );

/** Why a rollout that goes no further is not rolled back by itself. */
export const heldBecause = (release: number, reason: string) =>
  `${reason}; release ${release} is not reversible, so it is left as it is: release a version that works, or roll back with \`force\``;

/** Whether what serves has moved over to the candidate, so that taking it back would be a rollback past it. */
export function hasMovedOver(
  { phase, strategy }: Pick<RolloutState, 'phase' | 'strategy'>,
  written: boolean,
): boolean {
  return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}

/**
 * What is against going back to a release; undefined when nothing is, or when it is forced.
 * @param to undefined when nothing served before.
 * @param under a rollout that is under way: as long as it has not moved over, its end is no way back past it.
 */
export function wayBackProblem(
  releases: readonly Release[],
  to: number | undefined,
  force: string | undefined,
  under?: Pick<RolloutState, 'phase' | 'strategy' | 'candidate'>,
): UserError | undefined {
  if (to === undefined || force !== undefined) return undefined;
  const [newest] = irreversibleSince(releases, to).filter(
    ({ record }) => record.release !== under?.candidate || hasMovedOver(under, true),
  );
  if (newest === undefined) return undefined;
  const { release, by } = newest.record;
  return new UserError(
    `release ${release} (${by.actor} in ${by.run}) is marked as not reversible, so release ${to} must not serve after it`,
    'release a version that works with what it left, or force the rollback with a reason: `force: the old column is still there`',
  );
}

/**
 * Reads the reason with which something is forced; undefined for an empty one.
 * @param example of a reason.
 * @throws UserError for what is none.
 */
export function parseForce(
  text: string,
  example = 'say in a few words why the version before can serve, such as `the old column is still there`',
): string | undefined {
  const reason = text.replace(/\s+/g, ' ').trim();
  if (reason === '') return undefined;
  if (reason.length >= 10 && reason.includes(' ')) return reason;
  throw new UserError(
    `the input \`force\` is "${reason}", which is no reason`,
    `${example}; it is kept in the record`,
  );
}

/** How a forced way back is written down. */
export const forcedBecause = (force: string) => `although it is not reversible: ${force}`;
