import type { GitHub } from './github.ts';

/** Approvals of a workflow run, for GitHub environments with required reviewers. */

interface Review {
  readonly state?: string;
  readonly user?: { readonly login?: string } | null;
  readonly environments?: readonly { readonly name?: string }[];
}

export interface Approval {
  readonly by: string;
  /** Names of the GitHub environments. */
  readonly environments: readonly string[];
}

/**
 * Returns the approvals of a run from GitHub, which alone can attest them.
 * @param run its number.
 * @throws GitHubError, for example when the token lacks `actions: read`.
 */
export async function approvalsOf(github: GitHub, run: string): Promise<Approval[]> {
  const reviews = await github.call<readonly Review[]>('GET', `actions/runs/${run}/approvals`);
  return reviews.flatMap(({ state, user, environments = [] }) =>
    state === 'approved' && user?.login
      ? [{ by: user.login, environments: environments.flatMap(({ name }) => name ?? []) }]
      : [],
  );
}
