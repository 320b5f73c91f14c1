import { RequestError } from '@octokit/request-error';
import { describe, expect, it } from 'vitest';
import { pullRequestsAt } from '../../src/gitops/pull-requests.ts';
import type { Octokit } from '../../src/toolkit/octokit.ts';
import { wording } from '../wording.ts';

/** Opens a pull request at a GitHub that fails. */
const open = (error: Error) => {
  const create = () => Promise.reject(error);
  const github = { rest: { pulls: { create } } } as unknown as Octokit;
  const pulls = pullRequestsAt({ owner: 'acme', repo: 'deploy' }, async () => github);
  return pulls.open('release-7', 'main', 'Release 7', '');
};
const answered = (status: number, message: string) =>
  new RequestError(message, status, {
    request: { method: 'POST', url: 'https://api.github.com/', headers: {} },
  });

describe('a pull request that GitHub does not open', () => {
  it.each([401, 403, 404])('needs another token after the status %i', async status => {
    await expect(open(answered(status, 'Not Found'))).rejects.toEqual(
      wording('could not be opened: Not Found', 'Give `gitops-token` write access'),
    );
  });

  it.each([
    [answered(422, 'A pull request already exists'), 'remove the cause'],
    [answered(502, 'Bad Gateway'), 'can be reached'],
    [new Error('connect ECONNREFUSED'), 'can be reached'],
  ])('is not blamed on the token: %s', async (error, remedy) => {
    const said = await open(error).catch(each => each);
    expect(said).toEqual(wording(`could not be opened: ${error.message}`));
    expect(said.remedy).toContain(remedy);
    expect(said.sentence).not.toContain('gitops-token');
  });
});
