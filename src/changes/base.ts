import { basename } from 'node:path/posix';
import { ciOf } from '../toolkit/ci.ts';
import { type GitHub, workflowEvent } from '../toolkit/github.ts';
import { isMap } from '../toolkit/map.ts';
import { isOutsideHistory } from './git.ts';

/** Which commit the commit of a run is compared with. */

export interface Base {
  /** Full hash of the commit; undefined when there is none to compare with. */
  readonly commit?: string | undefined;
  /** Why this commit, or why none. */
  readonly why: string;
}

/**
 * Finds the base: for a pull request its target; for a push to a branch the last commit whose workflow run succeeded, so that a failed
 * application is built again, or else the commit before the push. A commit that is no ancestor, such as a newer one while an old run is
 * repeated, is not taken: old code of other applications would be released. Other runs, such as those of a tag or by hand, have none.
 * @param github undefined without a token.
 */
export async function baseOf(
  env: NodeJS.ProcessEnv,
  github: GitHub | undefined,
  report: (line: string) => void,
): Promise<Base> {
  switch (ciOf(env)) {
    case 'github':
      return baseOfGitHub(env, github, report);
    case 'gitlab':
      return baseOfGitLab(env);
    case 'jenkins':
      return known(env.GIT_PREVIOUS_SUCCESSFUL_COMMIT, 'the last successful build of this job');
    default:
      return { why: 'no base is given' };
  }
}

async function baseOfGitHub(
  env: NodeJS.ProcessEnv,
  github: GitHub | undefined,
  report: (line: string) => void,
): Promise<Base> {
  const { pull_request: pull, before } = await workflowEvent(env);
  const base = isMap(pull) && isMap(pull.base) ? pull.base.sha : undefined;
  if (base !== undefined) return known(base, 'the target of the pull request');
  const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref = '' } = env;
  if (event !== 'push' || !ref.startsWith('refs/heads/'))
    return { why: `the run was not started by a push to a branch or a pull request` };
  const successful = await lastSuccess(env, github, report);
  if (successful === undefined) return known(before, 'the commit before the push');
  if (await isOutsideHistory('.', successful)) {
    report(
      `the last successful run is of ${successful.slice(0, 7)}, which this commit does not follow, so only this push is looked at`,
    );
    return known(before, 'the commit before the push');
  }
  return known(successful, 'the last successful run of this workflow on this branch');
}

async function lastSuccess(
  env: NodeJS.ProcessEnv,
  github: GitHub | undefined,
  report: (line: string) => void,
): Promise<string | undefined> {
  const { GITHUB_WORKFLOW_REF: workflow = '', GITHUB_REF_NAME: branch = '' } = env;
  const file = basename(workflow.replace(/@.*$/s, ''));
  if (github === undefined || file === '') return undefined;
  try {
    const { rest } = await github.open();
    const { data } = await rest.actions.listWorkflowRuns({
      ...github.repo,
      workflow_id: file,
      branch,
      event: 'push',
      status: 'success',
      per_page: 1,
    });
    const { head_sha: commit = '' } = data.workflow_runs[0] ?? {};
    return isCommit(commit) ? commit : undefined;
  } catch (error) {
    report(
      `warning: GitHub did not name the last successful run, so only this push is looked at: ${(error as Error).message}. Grant the job \`actions: read\`.`,
    );
    return undefined;
  }
}

const baseOfGitLab = (env: NodeJS.ProcessEnv): Base =>
  env.CI_MERGE_REQUEST_DIFF_BASE_SHA
    ? known(env.CI_MERGE_REQUEST_DIFF_BASE_SHA, 'the base of the merge request')
    : known(env.CI_COMMIT_BEFORE_SHA, 'the commit before the push');

/** Whether a text is a full hash. */
const isCommit = (text: string): boolean => /^[0-9a-f]{40,64}$/.test(text);

/** A CI names a missing commit by zeros. */
const known = (commit: unknown, why: string): Base =>
  typeof commit === 'string' && isCommit(commit) && !/^0+$/.test(commit)
    ? { commit, why }
    : { why: 'the branch is new' };
