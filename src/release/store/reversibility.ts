import type { Environment, Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { originText } from '../../toolkit/origin.ts';
import type { FromRelease, ReleaseNumber } from '../../workloads/naming.ts';
import { hasTemplate, isDefaultTarget, type Release, type RestorableRelease } from './releases.ts';
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
 * @param under the rollout that is under way: until its candidate has replaced the baseline, ending it is no rollback past it.
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

/** The target of a rollback, or why none is needed; without `to` there was no earlier release. */
export type RollbackTarget = { to?: ReleaseNumber } | { notNeeded: string };

/**
 * Returns the release before the one to roll back, or why no rollback is needed. A newer release belongs to another run, and is not
 * rolled back. Pure.
 * @param releases newest first.
 * @param run the calling run, as its records name it.
 * @throws UserError for a release that has no record.
 */
export function targetFrom(releases: Release[], from: FromRelease, run: string): RollbackTarget {
  const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
  const number = from === 'run' ? own?.record.release : from;
  if (number === undefined)
    return { notNeeded: 'this run recorded no release, so there is nothing to roll back' };
  // A newer release that was rolled back does not count.
  const newer = releases.find(
    ({ record, outcome }) => record.release > number && outcome?.state !== 'rolled-back',
  );
  if (newer !== undefined) {
    const { release, by } = newer.record;
    const whose = `release ${release} by ${originText(by)}`;
    return { notNeeded: `${whose} came after release ${number}, so nothing was rolled back` };
  }
  const { record, outcome } = numbered(releases, number);
  if (outcome?.state === 'rolled-back')
    return { notNeeded: `release ${number} has already been rolled back` };
  return record.baseline === undefined ? {} : { to: record.baseline };
}

/**
 * Returns the release to roll back to: the named one, else the last verified one. Pure.
 * @param releases newest first.
 * @throws UserError when there is none, listing the possible ones.
 */
export function rollbackTarget(releases: Release[], named: ReleaseNumber | undefined): RestorableRelease {
  if (named === undefined) {
    const verified = releases.find(release => release.outcome?.state === 'verified');
    if (verified !== undefined && isDefaultTarget(verified)) return verified;
    throw new UserError(
      'no release of this application has been verified yet',
      releases.some(hasTemplate)
        ? `choose one with \`to-release\`: ${listed(releases)}`
        : 'deploy a version that works',
    );
  }
  const found = numbered(releases, named);
  if (!hasTemplate(found)) {
    throw new UserError(
      `cannot roll back to release ${named}: it never became ready`,
      `choose one of these: ${listed(releases)}`,
    );
  }
  return found;
}

/** Returns how to go further back, for a rollback that named no release and found the last verified one live. Pure. */
export function earlierHint(releases: readonly Release[], live: number): string {
  const before = releases.find(
    release =>
      release.record.release < live && release.outcome?.state === 'verified' && isDefaultTarget(release),
  );
  return before === undefined
    ? 'it is the last verified release, and no earlier one was verified'
    : `it is the last verified release; to restore the one before, set \`to-release\` to ${before.record.release}`;
}

function numbered(releases: Release[], number: ReleaseNumber): Release {
  const found = releases.find(({ record }) => record.release === number);
  if (found !== undefined) return found;
  throw new UserError(
    `there is no record of release ${number}`,
    listed(releases) === '' ? 'deploy a version that works' : `choose one of these: ${listed(releases)}`,
  );
}

function listed(releases: Release[]): string {
  return releases
    .filter(hasTemplate)
    .slice(0, 10)
    .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
    .join(', ');
}
