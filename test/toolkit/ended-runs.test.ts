import { afterEach, describe, expect, it, vi } from 'vitest';
import { endedRunsOf, runIdOf } from '../../src/toolkit/ended-runs.ts';
import { originOf } from '../../src/toolkit/origin.ts';

const env = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '1',
};
const left = originOf(env);

afterEach(() => vi.restoreAllMocks());

const answering = (status: number, body: unknown) =>
  vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify(body), { status }));
const asked = (token = 'ghs_1', lines: string[] = []) =>
  endedRunsOf(env, token, line => lines.push(line))?.(left);

describe('CH 1: the run of an unfinished rollout', () => {
  it('has ended if GitHub says so about all its attempts', async () => {
    const fetched = answering(200, { id: 42, status: 'completed', conclusion: 'failure' });
    expect(await asked()).toBe(true);
    expect(fetched.mock.calls.map(([address]) => address)).toEqual([
      'https://api.github.com/repos/acme/shop/actions/runs/42',
    ]);
  });

  it.each([
    ['it is at work', 200, { id: 42, status: 'in_progress' }],
    ['it waits for an approval', 200, { id: 42, status: 'waiting' }],
    ['the answer is of another run', 200, { id: 43, status: 'completed' }],
    ['the answer is nothing of that kind', 200, {}],
  ])('has not ended if %s', async (_, status, body) => {
    answering(status, body);
    expect(await asked()).toBe(false);
  });

  it('counts as not ended, with a warning, if GitHub does not answer or the token lacks the permission', async () => {
    const lines: string[] = [];
    answering(403, { message: 'Resource not accessible by integration' });
    expect(await asked('ghs_1', lines)).toBe(false);
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'));
    expect(await asked('ghs_1', lines)).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(/^warning: .* run 42 .*403/),
      expect.stringMatching(/^warning: .* run 42 .*fetch failed/),
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
