import { UserError } from '../toolkit/errors.ts';
import type { ReleaseNumber } from './naming.ts';
import { isRestorable, isWhole, type Release, type WholeRelease } from './record.ts';

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
  const found = releases.find(({ record }) => record.release === named);
  if (found === undefined) {
    throw new UserError(
      `there is no record of release ${named}`,
      `name one of ${listed(releases) || 'none'}`,
    );
  }
  if (!isRestorable(found)) {
    throw new UserError(
      `release ${named} never came up, so there is nothing to go back to`,
      `name one of ${listed(releases)}`,
    );
  }
  return found;
}

function listed(releases: Release[]): string {
  return releases
    .filter(isRestorable)
    .slice(0, 10)
    .map(({ record, outcome }) => `${record.release} (${outcome.state})`)
    .join(', ');
}
