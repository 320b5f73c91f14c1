import { UserError } from '../../toolkit/errors.ts';
import type { FromRelease, ReleaseNumber } from '../workloads/naming.ts';
import { isRestorable, isWhole, type Release, type WholeRelease } from './releases.ts';

/** Where a rollback goes, or why there is nothing to roll back; without `to` no release served before. */
export type RollbackTarget = { to?: ReleaseNumber } | { notNeeded: string };

/**
 * Whether a release is still there to be rolled back, and the release before it. A newer release belongs to another run, and is left alone. Pure.
 * @param releases newest first.
 * @param run of the asking run, as its records name it.
 * @throws UserError for a number that was never given.
 */
export function targetFrom(releases: Release[], from: FromRelease, run: string): RollbackTarget {
  const own = releases.find(({ record }) => record.source === 'released' && record.by.run === run);
  const number = from === 'run' ? own?.record.release : from;
  if (number === undefined)
    return { notNeeded: 'this run recorded no release, so there is nothing to roll back' };
  // One that was rolled back has given its place back to what served before it.
  const newer = releases.find(
    ({ record, outcome }) => record.release > number && outcome?.state !== 'rolled-back',
  );
  if (newer !== undefined) {
    const { release, by } = newer.record;
    const whose = `release ${release} by ${by.actor} in ${by.run}`;
    return { notNeeded: `${whose} came after release ${number}, so nothing was rolled back` };
  }
  const { record, outcome } = numbered(releases, number);
  if (outcome?.state === 'rolled-back')
    return { notNeeded: `release ${number} has been rolled back already` };
  return record.baseline === undefined ? {} : { to: record.baseline };
}

/**
 * The release that a rollback goes to: the named one, else the last verified one. Pure.
 * @param releases newest first.
 * @throws UserError when there is none, listing those that there are.
 */
export function rollbackTarget(releases: Release[], named: ReleaseNumber | undefined): WholeRelease {
  if (named === undefined) {
    const verified = releases.find(release => release.outcome?.state === 'verified');
    if (verified !== undefined && isWhole(verified)) return verified;
    throw new UserError(
      'no release of this application has been verified yet',
      releases.some(isRestorable)
        ? `name one with \`to-release\`: ${listed(releases)}`
        : 'deploy a good version',
    );
  }
  const found = numbered(releases, named);
  if (!isRestorable(found)) {
    throw new UserError(
      `release ${named} never came up, so there is nothing to go back to`,
      `name one of ${listed(releases)}`,
    );
  }
  return found;
}

function numbered(releases: Release[], number: ReleaseNumber): Release {
  const found = releases.find(({ record }) => record.release === number);
  if (found !== undefined) return found;
  throw new UserError(`there is no record of release ${number}`, `name one of ${listed(releases) || 'none'}`);
}

function listed(releases: Release[]): string {
  return releases
    .filter(isRestorable)
    .slice(0, 10)
    .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
    .join(', ');
}
