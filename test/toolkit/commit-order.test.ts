import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { olderCommitProblemOf } from '../../src/toolkit/commit-order.ts';
import { wording } from '../wording.ts';
import { type FakeGitHub, type GivenAnswer, startGitHub } from './fake-github.ts';

const [own, newer] = ['1'.repeat(40), '2'.repeat(40)];
const push = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: own,
  GITHUB_REF: 'refs/heads/main',
};
const live = (revision: string | undefined, repository = 'acme/shop') => ({
  release: 8,
  by: {
    ...{ run: 'run 43 of acme/shop', actor: 'ann', repository },
    ...(revision === undefined ? {} : { revision }),
  },
});

let server: FakeGitHub;
let answer: GivenAnswer;
let head: string;
beforeEach(async () => {
  head = newer;
  server = await startGitHub(({ path }) => (path.includes('/commits/') ? [200, { sha: head }] : answer));
});
afterEach(() => server.close());

const asked = (of = live(newer), token = 'ghs_1', lines: string[] = []) =>
  olderCommitProblemOf({ ...push, ...server.env }, token, line => lines.push(line))?.(of);

describe('the commit of a push', () => {
  it('is refused if it is in the history of the live one, with the ways to release it on purpose', async () => {
    answer = [200, { status: 'behind', ahead_by: 0, behind_by: 1 }];
    const problem = await asked();
    expect(problem?.sentence).toEqual(
      wording('1111111', '2222222', 'release 8', 'Re-run all jobs', 'rollback.yml'),
    );
    expect(server.calls()).toEqual([`GET compare/${newer}...${own}`, 'GET commits/heads%2Fmain']);
  });

  it('is released if its branch names it, as after a force push or on another branch', async () => {
    answer = [200, { status: 'behind' }];
    head = own;
    expect(await asked()).toBeUndefined();
  });

  it.each(['ahead', 'diverged'])('is released if it is %s of the live one', async status => {
    answer = [200, { status }];
    expect(await asked()).toBeUndefined();
  });

  it.each([
    ['the same commit', live(own)],
    ['another repository', live(newer, 'acme/shop-2')],
    ['no commit', live(undefined)],
    ['no hash', live('../../../users/ann')],
  ])('is not compared with a release of %s', async (_, of) => {
    const lines: string[] = [];
    expect(await asked(of, 'ghs_1', lines)).toBeUndefined();
    expect([server.asked, lines]).toEqual([[], []]);
  });

  it('is released, with a warning, if GitHub does not answer, or there is no token', async () => {
    const lines: string[] = [];
    answer = [403, { message: 'Resource not accessible by integration' }];
    expect(await asked(live(newer), 'ghs_1', lines)).toBeUndefined();
    answer = [200, {}];
    expect(await asked(live(newer), 'ghs_1', lines)).toBeUndefined();
    server.close();
    expect(await asked(live(newer), 'ghs_1', lines)).toBeUndefined();
    expect(await asked(live(newer), '', lines)).toBeUndefined();
    expect(lines).toEqual([
      wording('1111111', '2222222', '403'),
      wording('invalid response'),
      wording('ECONNREFUSED'),
      wording('actions-token'),
    ]);
  });

  it.each([
    ['a second attempt', { GITHUB_RUN_ATTEMPT: '2' }],
    ['a run that was started by hand', { GITHUB_EVENT_NAME: 'workflow_dispatch' }],
    ['a schedule', { GITHUB_EVENT_NAME: 'schedule' }],
  ])('is not asked about in %s', (_, more) => {
    expect(olderCommitProblemOf({ ...push, ...more }, 'ghs_1', () => {})).toBeUndefined();
  });

  it('is not asked about outside of GitHub Actions', () => {
    expect(olderCommitProblemOf({}, 'ghs_1', () => {})).toBeUndefined();
  });
});
