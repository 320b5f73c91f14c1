import { describe, expect, it } from 'vitest';
import { originOf } from '../../src/toolkit/origin.ts';

const github = {
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_ACTOR: 'ann',
  GITHUB_SHA: 'abc',
};

describe('who asked for a release', () => {
  it('is the run and the person, in GitHub Actions', () => {
    expect(originOf(github)).toEqual({
      run: 'run 42 attempt 2 of acme/shop',
      actor: 'ann',
      repository: 'acme/shop',
      revision: 'abc',
      url: 'https://github.com/acme/shop/actions/runs/42',
    });
  });

  it('is told as far as it is known', () => {
    expect(originOf({ GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'acme/shop' })).toEqual({
      run: 'run 42 of acme/shop',
      actor: 'unknown',
      repository: 'acme/shop',
    });
  });

  it('is the process, host and user at a terminal', () => {
    const origin = originOf({});
    expect(origin.run).toMatch(new RegExp(`^process ${process.pid} on .+`));
    expect(origin.actor).not.toBe('');
    expect(Object.keys(origin)).toEqual(['run', 'actor']);
  });
});
