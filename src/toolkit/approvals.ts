import { z } from 'zod';
import type { GitHub } from './github.ts';
import { validated } from './octokit.ts';

/** Approvals of a workflow run, for GitHub environments with required reviewers. */

const review = z.object({
  state: z.string(),
  user: z.object({ login: z.string().min(1) }).nullish(),
  environments: z.array(z.object({ name: z.string() })),
});

export interface Approval {
  readonly by: string;
  /** Names of the GitHub environments. */
  readonly environments: readonly string[];
}

/**
 * Returns the approvals of a run from GitHub, which alone can attest them.
 * @param run its number.
 * @throws RequestError of octokit, for example when the token lacks `actions: read`.
 */
export async function approvalsOf(github: GitHub, run: string): Promise<Approval[]> {
  const { rest } = await github.open();
  const { data } = await rest.actions.getReviewsForRun({ ...github.repo, run_id: Number(run) });
  return validated(z.array(review), data).flatMap(({ state, user, environments }) =>
    state === 'approved' && user
      ? [{ by: user.login, environments: environments.map(({ name }) => name) }]
      : [],
  );
}
