import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { UserError } from '../toolkit/errors.ts';
import type { Octokit } from '../toolkit/octokit.ts';
import { validated } from '../toolkit/octokit.ts';

/** Pull requests at GitHub, for branches that take no push. */

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly url: string;
  /** The commit of the merge. */
  readonly commit?: string;
}

export interface PullRequests {
  open(branch: string, base: string, title: string, body: string): Promise<PullRequest>;
  /** Returns the newest one of a branch; undefined when there is none. */
  of(branch: string): Promise<PullRequest | undefined>;
  read(number: number): Promise<PullRequest>;
  close(number: number): Promise<void>;
}

const answer = z.object({
  number: z.int(),
  state: z.string(),
  html_url: z.string(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
});

const from = (data: unknown): PullRequest => {
  const { number, state, html_url: url, merged_at, merge_commit_sha } = validated(answer, data);
  if (typeof merged_at !== 'string') return { number, url, state: state === 'open' ? 'open' : 'closed' };
  return { number, url, state: 'merged', ...(merge_commit_sha ? { commit: merge_commit_sha } : {}) };
};

/** Returns the owner and name of a repository of this GitHub server; undefined for any other address. Pure. */
export function gitHubRepository(
  url: string,
  server = 'https://github.com',
): { owner: string; repo: string } | undefined {
  const host = URL.canParse(server) ? new URL(server).host : '';
  const web = /^https?:\/\/([^/]+)\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url);
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([^/:]+)(?::\d+\/|[:/])([^/]+)\/([^/]+?)(?:\.git)?$/.exec(url);
  const [, at, owner, repo] = web ?? ssh ?? [];
  return at !== undefined && at === host && owner !== undefined && repo !== undefined
    ? { owner, repo }
    : undefined;
}

function remedyOf(error: unknown): string {
  const status = error instanceof RequestError ? error.status : 500;
  // GitHub answers 404 for a repository that a token may not read.
  if ([401, 403, 404].includes(status))
    return 'give `gitops-token` write access to the pull requests of that repository';
  return status < 500 && status !== 429
    ? 'remove the cause that GitHub names, then run the step again'
    : 'check that GitHub works and can be reached from here, then run the step again';
}

export function pullRequestsAt(
  repo: { owner: string; repo: string },
  open: () => Promise<Octokit>,
): PullRequests {
  const call = async <Answer>(
    what: string,
    use: (rest: Octokit['rest']) => Promise<Answer>,
  ): Promise<Answer> => {
    try {
      return await use((await open()).rest);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError(
        `the pull request could not be ${what}: ${(error as Error).message}`,
        remedyOf(error),
        { cause: error },
      );
    }
  };
  return {
    open: async (head, base, title, body) =>
      from((await call('opened', rest => rest.pulls.create({ ...repo, head, base, title, body }))).data),
    of: async branch => {
      const head = `${repo.owner}:${branch}`;
      const { data } = await call('found', rest =>
        rest.pulls.list({ ...repo, head, state: 'all', per_page: 1 }),
      );
      return data[0] === undefined ? undefined : from(data[0]);
    },
    read: async pull_number =>
      from((await call('read', rest => rest.pulls.get({ ...repo, pull_number }))).data),
    close: async pull_number => {
      await call('closed', rest => rest.pulls.update({ ...repo, pull_number, state: 'closed' }));
    },
  };
}
