import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endedRunsOf, runIdOf } from '../../src/toolkit/ended-runs.ts';
import { originOf } from '../../src/toolkit/origin.ts';
import { type FakeGitHub, type GivenAnswer, startGitHub } from './fake-github.ts';

const env = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
};
const left = originOf(env);

let server: FakeGitHub;
let answer: GivenAnswer;
beforeEach(async () => {
  server = await startGitHub(() => answer);
});
afterEach(() => server.close());

const asked = (token = 'ghs_1', lines: string[] = []) =>
  endedRunsOf({ ...env, ...server.env }, token, line => lines.push(line))?.(left);

describe('CH 1: the run of an unfinished rollout', () => {
  it('has ended if GitHub says so about all its attempts', async () => {
    answer = [200, { id: 42, status: 'completed', conclusion: 'failure' }];
    expect(await asked()).toBe(true);
    expect(server.calls()).toEqual(['GET actions/runs/42']);
  });

  it.each([
    ['it is at work', 200, { id: 42, status: 'in_progress' }],
    ['it waits for an approval', 200, { id: 42, status: 'waiting' }],
    ['the answer is of another run', 200, { id: 43, status: 'completed' }],
    ['the answer is nothing of that kind', 200, {}],
  ])('has not ended if %s', async (_, status, body) => {
    answer = [status, body];
    expect(await asked()).toBe(false);
  });

  it('counts as not ended, with a warning, if GitHub does not answer or the token lacks the permission', async () => {
    const lines: string[] = [];
    answer = [403, { message: 'Resource not accessible by integration' }];
    expect(await asked('ghs_1', lines)).toBe(false);
    server.close();
    expect(await asked('ghs_1', lines)).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(/^warning: .* run 42 .*403/),
      expect.stringMatching(/^warning: .* run 42 .*ECONNREFUSED/),
    ]);
  });

  it('is not looked up without a token, or outside of GitHub', () => {
    expect(asked('')).toBeUndefined();
    expect(endedRunsOf({}, 'ghs_1', () => {})).toBeUndefined();
  });
});

describe('the number of a run', () => {
  it('is read for a run of this repository and server', () => {
    expect(runIdOf(left, env)).toBe('42');
    expect(runIdOf(originOf({ ...env, GITHUB_RUN_ATTEMPT: undefined }), env)).toBe('42');
  });

  it.each([
    ['another repository', originOf({ ...env, GITHUB_REPOSITORY: 'evil/shop' })],
    ['another server', originOf({ ...env, GITHUB_SERVER_URL: 'https://evil.example.com' })],
    ['a job of GitLab', originOf({ GITLAB_CI: 'true', CI_JOB_ID: '42', CI_PROJECT_PATH: 'acme/shop' })],
    ['a person at a terminal', originOf({})],
    ['no address', { ...left, url: undefined as never }],
    ['a path', { ...left, run: 'run 42/../../../../user of acme/shop' }],
    ['two repositories', { ...left, repository: 'evil/shop' }],
  ])('is not read for %s', (_, origin) => {
    expect(runIdOf(origin, env)).toBeUndefined();
  });
});
