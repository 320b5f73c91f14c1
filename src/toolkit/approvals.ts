import type { GitHub } from './github.ts';

/** Who has approved a run of a workflow, for the environments on GitHub that demand reviewers. */

interface Review {
  readonly state?: string;
  readonly user?: { readonly login?: string } | null;
  readonly environments?: readonly { readonly name?: string }[];
}

export interface Approval {
  readonly by: string;
  /** Names of the environments on GitHub. */
  readonly environments: readonly string[];
}

/**
 * The approvals of a run; nobody else but GitHub can say so of it.
 * @param run its number.
 * @throws GitHubError when it does not say, for which a token needs `actions: read`.
 */
export async function approvalsOf(github: GitHub, run: string): Promise<Approval[]> {
  const reviews = await github.call<readonly Review[]>('GET', `actions/runs/${run}/approvals`);
  return reviews.flatMap(({ state, user, environments = [] }) =>
    state === 'approved' && user?.login
      ? [{ by: user.login, environments: environments.flatMap(({ name }) => name ?? []) }]
      : [],
  );
}
