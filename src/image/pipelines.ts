import { defined } from '../toolkit/map.ts';
import type { Git, GitRef } from './git.ts';

/** Reads the built ref from GitLab CI and Jenkins: they check out a detached commit, for which Git itself knows no branch. */

/**
 * Reads the environment of GitLab CI. A merge request counts as a pull request, so that it never gets the tag or the cache of a
 * branch. Pure. Source: docs.gitlab.com, "Predefined CI/CD variables reference".
 */
export function gitOfGitLab(env: NodeJS.ProcessEnv): Git {
  return defined({
    ref: refOf({
      tag: env.CI_COMMIT_TAG,
      request: env.CI_MERGE_REQUEST_IID,
      base: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
      branch: env.CI_COMMIT_BRANCH,
    }),
    revision: env.CI_COMMIT_SHA || undefined,
    source: env.CI_PROJECT_URL || undefined,
    defaultBranch: env.CI_DEFAULT_BRANCH || undefined,
    scheduled: env.CI_PIPELINE_SOURCE === 'schedule' || undefined,
  });
}

/**
 * Reads the environment of Jenkins: the variables of a multibranch project, or else those of its Git plugin. Pure.
 * @param sourceOf returns the web address of a remote.
 */
export function gitOfJenkins(env: NodeJS.ProcessEnv, sourceOf: (remote: string) => string | undefined): Git {
  const { BRANCH_NAME } = env;
  return defined({
    ref: refOf({
      tag: env.TAG_NAME,
      request: env.CHANGE_ID,
      base: env.CHANGE_TARGET,
      branch: BRANCH_NAME || env.GIT_BRANCH?.replace(/^origin\//, ''),
    }),
    revision: env.GIT_COMMIT || undefined,
    source: sourceOf(env.GIT_URL ?? ''),
    defaultBranch: (env.BRANCH_IS_PRIMARY === 'true' && BRANCH_NAME) || undefined,
  });
}

/** Returns the ref. A change request with a non-numeric ID, as Gerrit has them, counts neither as a pull request nor as a branch. */
function refOf({
  tag,
  request,
  base,
  branch,
}: Record<'tag' | 'request' | 'base' | 'branch', string | undefined>): GitRef | undefined {
  if (request) {
    const number = Number(request);
    if (!Number.isSafeInteger(number)) return undefined;
    return { kind: 'pull-request', number, ...(base ? { base } : {}) };
  }
  if (tag) return { kind: 'tag', name: tag };
  return branch ? { kind: 'branch', name: branch } : undefined;
}
