import { describe, expect, it } from 'vitest';
import { readGit, sourceOf } from '../../src/image/git.ts';
import { gitOfGitLab, gitOfJenkins } from '../../src/image/pipelines.ts';

describe('the ref from GitLab', () => {
  const job = {
    GITLAB_CI: 'true',
    CI_JOB_ID: '1',
    CI_COMMIT_SHA: 'abc',
    CI_PROJECT_URL: 'https://gitlab.example.com/acme/shop',
    CI_DEFAULT_BRANCH: 'main',
    CI_PIPELINE_SOURCE: 'push',
  };
  const known = {
    revision: 'abc',
    source: 'https://gitlab.example.com/acme/shop',
    defaultBranch: 'main',
  };

  it.each([
    ['a branch', { CI_COMMIT_BRANCH: 'fix/login' }, { ref: { kind: 'branch', name: 'fix/login' } }],
    ['a tag', { CI_COMMIT_TAG: 'v1.4.2' }, { ref: { kind: 'tag', name: 'v1.4.2' } }],
    [
      'a merge request, whose pipeline names no branch',
      {
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_MERGE_REQUEST_IID: '12',
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'next',
      },
      { ref: { kind: 'pull-request', number: 12, base: 'next' } },
    ],
    [
      'a schedule',
      { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' },
      { ref: { kind: 'branch', name: 'main' }, scheduled: true },
    ],
  ])('is %s', (_, env, expected) => {
    expect(gitOfGitLab({ ...job, ...env })).toEqual({ ...known, ...expected });
  });

  it('is used instead of that from Git, which has no branch for a detached commit', async () => {
    const env = { ...job, CI_COMMIT_BRANCH: 'main', SOURCE_DATE_EPOCH: '7' };
    expect(await readGit(env, '/')).toEqual({ ...known, ref: { kind: 'branch', name: 'main' }, time: 7 });
  });
});

describe('the ref from Jenkins', () => {
  const build = {
    BUILD_NUMBER: '42',
    BUILD_TAG: 'jenkins-acme-shop-main-42',
    GIT_COMMIT: 'abc',
    GIT_URL: 'https://ann:secret@git.example.com/acme/shop.git',
  };
  const known = { revision: 'abc', source: 'https://git.example.com/acme/shop' };

  it.each([
    [
      'a branch of a multibranch project',
      { BRANCH_NAME: 'main', BRANCH_IS_PRIMARY: 'true', GIT_BRANCH: 'origin/other' },
      { ref: { kind: 'branch', name: 'main' }, defaultBranch: 'main' },
    ],
    [
      'a branch of a simple project',
      { GIT_BRANCH: 'origin/fix/login' },
      { ref: { kind: 'branch', name: 'fix/login' } },
    ],
    ['a tag', { BRANCH_NAME: 'v1.4.2', TAG_NAME: 'v1.4.2' }, { ref: { kind: 'tag', name: 'v1.4.2' } }],
    [
      'a pull request',
      { BRANCH_NAME: 'PR-12', CHANGE_ID: '12', CHANGE_TARGET: 'main' },
      { ref: { kind: 'pull-request', number: 12, base: 'main' } },
    ],
    [
      'unknown for a change request with a non-numeric ID, and never a branch',
      { BRANCH_NAME: 'x', CHANGE_ID: 'I8473b' },
      {},
    ],
  ])('is %s', (_, env, expected) => {
    expect(gitOfJenkins({ ...build, ...env }, sourceOf)).toEqual({ ...known, ...expected });
  });

  it('is used instead of that from Git', async () => {
    const env = { ...build, BRANCH_NAME: 'main', SOURCE_DATE_EPOCH: '7' };
    expect(await readGit(env, '/')).toMatchObject({ ref: { kind: 'branch', name: 'main' }, revision: 'abc' });
  });
});
