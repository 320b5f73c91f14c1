import { hostname, userInfo } from 'node:os';
import { ciOf } from './ci.ts';
import { defined } from './map.ts';

/** The origin of a request: a workflow run, or a person at a terminal. */
export interface Origin {
  run: string;
  actor: string;
  repository?: string;
  revision?: string;
  url?: string;
}

/** Names the person and the run of a request in a sentence or a label: `ada in run 7 of acme/shop`. Pure. */
export const originText = ({ actor, run }: Pick<Origin, 'actor' | 'run'>): string => `${actor} in ${run}`;

/** Reads the origin from the environment of GitHub Actions, GitLab CI or Jenkins; elsewhere it is the user, host and process. */
export function originOf(env: NodeJS.ProcessEnv): Origin {
  switch (ciOf(env)) {
    case 'github': {
      const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: of = '' } = env;
      const server = env.GITHUB_SERVER_URL;
      const url = server === undefined ? undefined : `${server}/${of}/actions/runs/${id}`;
      const run = `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${of}`;
      // GITHUB_ACTOR started the first attempt.
      const actor = env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
      return known(run, actor, of, env.GITHUB_SHA, url);
    }
    case 'gitlab': {
      // The job, not the pipeline: a retried job has a new number.
      const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: of = 'unknown' } = env;
      const run = `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${of}`;
      return known(run, env.GITLAB_USER_LOGIN ?? 'unknown', of, env.CI_COMMIT_SHA, env.CI_JOB_URL);
    }
    case 'jenkins': {
      const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', GIT_URL } = env;
      // Only the plugin "build user vars" sets the user.
      const actor = env.BUILD_USER_ID || 'jenkins';
      return known(`build ${build} of ${job}`, actor, pathOf(GIT_URL) ?? job, env.GIT_COMMIT, env.BUILD_URL);
    }
    case undefined:
      return { run: `process ${process.pid} on ${hostname()}`, actor: userName() };
  }
}

const known = (run: string, actor: string, repository: string, revision?: string, url?: string): Origin => ({
  run,
  actor,
  repository,
  ...defined({ revision, url }),
});

/** Returns `acme/shop` from a Git URL of any form. */
function pathOf(address = ''): string | undefined {
  return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}

/** The user of a container may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
