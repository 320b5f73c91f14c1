import { describe, expect, it } from 'vitest';
import { originOf } from '../../src/toolkit/origin.ts';
import { wording } from '../wording.ts';

const github = {
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_ACTOR: 'ann',
  GITHUB_SHA: 'abc',
};

describe('the origin of a release', () => {
  it('is the run and the person, in GitHub Actions', () => {
    expect(originOf(github)).toEqual({
      run: wording('42', '2', 'acme/shop'),
      actor: 'ann',
      repository: 'acme/shop',
      revision: 'abc',
      url: 'https://github.com/acme/shop/actions/runs/42',
    });
  });

  it('names the person who started this attempt again', () => {
    expect(originOf({ ...github, GITHUB_TRIGGERING_ACTOR: 'bob' }).actor).toBe('bob');
  });

  it('contains only known facts', () => {
    expect(originOf({ GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'acme/shop' })).toEqual({
      run: wording('42', 'acme/shop'),
      actor: 'unknown',
      repository: 'acme/shop',
    });
  });

  it('is the job of GitLab, not its pipeline, because a retried job has a new number', () => {
    const gitlab = {
      GITLAB_CI: 'true',
      CI_JOB_ID: '456',
      CI_JOB_URL: 'https://gitlab.example.com/acme/shop/-/jobs/456',
      CI_PIPELINE_ID: '123',
      CI_PROJECT_PATH: 'acme/shop',
      CI_COMMIT_SHA: 'abc',
      GITLAB_USER_LOGIN: 'ann',
    };
    expect(originOf(gitlab)).toEqual({
      run: wording('456', '123', 'acme/shop'),
      actor: 'ann',
      repository: 'acme/shop',
      revision: 'abc',
      url: 'https://gitlab.example.com/acme/shop/-/jobs/456',
    });
    expect(originOf({ GITLAB_CI: 'true', CI_JOB_ID: '456' })).toEqual({
      run: wording('456', 'unknown'),
      actor: 'unknown',
      repository: 'unknown',
    });
  });

  it.each([
    ['https://git.example.com/acme/shop.git', 'acme/shop'],
    ['git@git.example.com:acme/team/shop.git', 'acme/team/shop'],
    ['ssh://git@git.example.com:2222/acme/shop', 'acme/shop'],
    [undefined, 'acme/shop/main'],
  ])('is the build of Jenkins, of %s', (GIT_URL, repository) => {
    const jenkins = {
      BUILD_NUMBER: '42',
      BUILD_TAG: 'jenkins-acme-shop-main-42',
      BUILD_URL: 'https://jenkins.example.com/job/acme/job/shop/job/main/42/',
      JOB_NAME: 'acme/shop/main',
      GIT_COMMIT: 'abc',
      ...(GIT_URL === undefined ? {} : { GIT_URL }),
    };
    expect(originOf(jenkins)).toEqual({
      run: wording('42', 'acme/shop/main'),
      actor: 'jenkins',
      repository,
      revision: 'abc',
      url: 'https://jenkins.example.com/job/acme/job/shop/job/main/42/',
    });
    expect(originOf({ ...jenkins, BUILD_USER_ID: 'ann' }).actor).toBe('ann');
  });

  it('is that of GitHub if several are detected, as for a runner in a container of another CI', () => {
    expect(originOf({ ...github, GITLAB_CI: 'true', CI_JOB_ID: '1' }).actor).toBe('ann');
  });

  it('is the process, host and user at a terminal', () => {
    const origin = originOf({});
    expect(origin.run).toMatch(new RegExp(`^process ${process.pid} on .+`));
    expect(origin.actor).not.toBe('');
    expect(Object.keys(origin)).toEqual(['run', 'actor']);
  });
});
