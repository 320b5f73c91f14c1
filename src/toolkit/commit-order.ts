import { z } from 'zod';
import { UserError } from './errors.ts';
import { type GitHub, gitHubOf } from './github.ts';
import { type Octokit, validated } from './octokit.ts';
import { howToRun } from './operations.ts';
import type { Origin } from './origin.ts';

/** Whether a commit is older than another one, which GitHub knows also without a full checkout. */

/**
 * Returns why the commit of this run must not replace the live release: that is of a newer one. Undefined if it may, and also if that
 * is unknown.
 */
export type OlderCommitProblem = (live: {
  readonly release: number;
  readonly by: Origin;
}) => Promise<UserError | undefined>;

/**
 * Returns a function that asks GitHub whether this commit is older than that of the live release: the runs of two pushes can overtake
 * each other. A run that a person has started again, or by hand, may release an older commit on purpose, as may a push after which
 * its branch or tag names that commit: then it is a force push, or another branch.
 * @param token with `contents: read`.
 * @returns undefined for any other run than the first attempt after a push.
 */
export function olderCommitProblemOf(
  env: NodeJS.ProcessEnv,
  token: string,
  report: (line: string) => void,
): OlderCommitProblem | undefined {
  const {
    GITHUB_EVENT_NAME: event,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_SHA: own = '',
    GITHUB_REF: ref = '',
  } = env;
  if (event !== 'push' || attempt !== '1') return undefined;
  const github = gitHubOf(env, token);
  return async ({ release, by: { repository, revision = '' } }) => {
    // The name of the commit comes from the cluster.
    const isOurs = repository === env.GITHUB_REPOSITORY && /^[0-9a-f]{40,64}$/.test(revision);
    if (!isOurs || revision === own) return undefined;
    const [ours, theirs] = [own.slice(0, 7), revision.slice(0, 7)];
    try {
      if (github === undefined) throw new Error('the input `actions-token` is not set');
      const octokit = await github.open();
      if (!(await isInHistoryOf(octokit, github, own, revision))) return undefined;
      if ((await headOf(octokit, github, ref)) === own) return undefined;
    } catch (error) {
      const why = (error as Error).message;
      report(`warning: whether commit ${ours} is older than the live commit ${theirs} is unknown: ${why}`);
      return undefined;
    }
    return new UserError(
      `commit ${ours} is older than commit ${theirs} of the live release ${release}`,
      `if the run of the newer push only overtook this one, do nothing; to release the older one on purpose, use "Re-run all jobs" in this run, or ${howToRun('rollback', undefined, env)}`,
    );
  };
}

/** Asks GitHub for the commit of a branch or tag. @param ref `refs/heads/main`. */
async function headOf({ rest }: Octokit, { repo }: Pick<GitHub, 'repo'>, ref: string): Promise<string> {
  const { data } = await rest.repos.getCommit({ ...repo, ref: ref.replace(/^refs\//, ''), per_page: 1 });
  return validated(z.object({ sha: z.string() }), data).sha;
}

/** Asks GitHub whether a commit is in the history of another one, or is that one. */
export async function isInHistoryOf(
  { rest }: Octokit,
  { repo }: Pick<GitHub, 'repo'>,
  sha: string,
  newer: string,
): Promise<boolean> {
  const basehead = `${newer}...${sha}`;
  const { data } = await rest.repos.compareCommitsWithBasehead({ ...repo, basehead, per_page: 1 });
  return ['behind', 'identical'].includes(validated(z.object({ status: z.string() }), data).status);
}
