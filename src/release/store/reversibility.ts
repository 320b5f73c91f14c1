import type { Environment, Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { originText } from '../../toolkit/origin.ts';
import type { Release } from './releases.ts';
import type { RolloutState } from './schema.ts';

/**
 * Releases that cannot be rolled back past, because the previous version cannot read the data that they changed. Only people know
 * that, so they mark such a release. All pure.
 */

/** Returns the later releases that are marked as not reversible and were not rolled back. */
export function irreversibleSince(releases: readonly Release[], to: number): Release[] {
  return releases.filter(
    ({ record, outcome }) =>
      record.release > to && record.reversible === false && outcome?.state !== 'rolled-back',
  );
}

/** Whether a release can be rolled back, and what is reported about that before it starts. */
interface Reversibility {
  reversible: boolean;
  said: string[];
  problems: UserError[];
}

/**
 * Decides whether a release can be rolled back.
 * @param kind the effective strategy.
 * @param baseline the release that a rollback would restore; undefined for a first release, whose rollback restores none.
 */
export function reversibilityOf(
  { reversible = true }: Pick<Environment, 'reversible'>,
  kind: Strategy['kind'],
  baseline: number | undefined,
  releases: readonly Release[],
): Reversibility {
  const skipped = baseline === undefined ? [] : irreversibleSince(releases, baseline);
  if (baseline === undefined || (reversible && skipped.length === 0)) {
    return { reversible: true, said: [], problems: [] };
  }
  const why = reversible
    ? `A rollback of this release would go past release ${skipped[0]?.record.release}, which is marked as not reversible`
    : 'This release is marked as not reversible';
  const until =
    kind === 'canary'
      ? 'If this release fails before its promotion, the traffic is restored to the baseline. If it fails later, it needs action'
      : 'If this release does not become ready, it needs action';
  return {
    reversible: false,
    said: [
      `${why}. ${until} instead of a rollback. A rollback to an earlier release is refused unless the input \`force\` gives a reason.`,
    ],
    problems: kind === 'blue-green' ? [noSwitchBack] : [],
  };
}

const noSwitchBack = new UserError(
  'this release is not reversible, but a blue-green release must be able to switch back at once',
  'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side',
);

/** Returns why a failed rollout is not rolled back automatically. */
export const needsActionBecause = (release: number, reason: string) =>
  `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;

/** Whether the candidate has replaced the baseline, so that restoring the baseline would be a rollback past it. */
export function hasReplacedBaseline(
  { phase, strategy }: Pick<RolloutState, 'phase' | 'strategy'>,
  written: boolean,
): boolean {
  return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}

/**
 * Returns why a rollback to a release is refused; undefined when it is allowed or forced.
 * @param to undefined when there was no earlier release.
 * @param under the rollout that is under way. It may be ended, even if it is irreversible, until its candidate has replaced the baseline.
 */
export function rollbackProblem(
  releases: readonly Release[],
  to: number | undefined,
  force: string | undefined,
  under?: Pick<RolloutState, 'phase' | 'strategy' | 'candidate'>,
): UserError | undefined {
  if (to === undefined || force !== undefined) return undefined;
  const [newest] = irreversibleSince(releases, to).filter(
    ({ record }) => record.release !== under?.candidate || hasReplacedBaseline(under, true),
  );
  if (newest === undefined) return undefined;
  const { release, by } = newest.record;
  return new UserError(
    `release ${release} (${originText(by)}) is marked as not reversible, so release ${to} must not be restored after it`,
    'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`',
  );
}

/** Returns the clause for a forced rollback. */
export const forcedBecause = (force: string) =>
  `although this goes past a release that is not reversible: ${force}`;
