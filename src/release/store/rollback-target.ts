import { UserError } from '../../toolkit/errors.ts';
import { againWith } from '../../toolkit/operations.ts';
import { originText } from '../../toolkit/origin.ts';
import type { FromRelease, ReleaseNumber } from '../../workloads/naming.ts';
import { hasSucceeded, hasTemplate, type Release, type RestorableRelease } from './releases.ts';

/** Which release a rollback restores. */

/** The release to roll back, if one was named, and the one to restore, if there was an earlier one; or why no rollback is needed. */
export type RollbackTarget = { of?: ReleaseNumber; to?: ReleaseNumber } | { notNeeded: string };

/**
 * Returns the release before the one to roll back, or why no rollback is needed. A newer release belongs to another run, and is not
 * rolled back.
 * @param releases newest first.
 * @param run the calling run, as its records name it.
 * @throws UserError for a release that has no record.
 */
export function rollbackTarget(releases: Release[], from: FromRelease, run: string): RollbackTarget {
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
  return { of: number, ...(record.baseline === undefined ? {} : { to: record.baseline }) };
}

/**
 * Returns the release to roll back to: the named one, else the last verified one.
 * @param releases newest first.
 * @throws UserError when there is none, listing the possible ones.
 */
export function releaseToRestore(releases: Release[], named: ReleaseNumber | undefined): RestorableRelease {
  if (named === undefined) {
    const verified = releases.find(release => release.outcome?.state === 'verified');
    if (verified !== undefined && hasSucceeded(verified)) return verified;
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
      `cannot roll back to release ${named}: it was never rolled out completely`,
      `choose one of these: ${listed(releases)}`,
    );
  }
  return found;
}

/** Returns how to go further back, for a rollback that named no release and found the last verified one live. */
export function earlierHint(releases: readonly Release[], live: number): string {
  const before = releases.find(
    release =>
      release.record.release < live && release.outcome?.state === 'verified' && hasSucceeded(release),
  );
  return before === undefined
    ? `release ${live} is the last verified one, and no earlier one was verified`
    : `release ${live} is the last verified one; to restore the one before, ${againWith('to-release', before.record.release)}`;
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
