import { hostname, userInfo } from 'node:os';
import { ciOf } from './ci.ts';

/** Who asked for it: a run of a workflow, or a person at a terminal. */
export interface Origin {
  run: string;
  actor: string;
  repository?: string;
  revision?: string;
  url?: string;
}

/** Reads it from the environment of GitHub Actions, GitLab CI or Jenkins; elsewhere it is the user, host and process. */
export function originOf(env: NodeJS.ProcessEnv): Origin {
  switch (ciOf(env)) {
    case 'github':
      return gitHubRun(env);
    case 'gitlab':
      return gitLabJob(env);
    case 'jenkins':
      return jenkinsBuild(env);
    case undefined:
      return { run: `process ${process.pid} on ${hostname()}`, actor: userName() };
  }
}

function gitHubRun(env: NodeJS.ProcessEnv): Origin {
  const { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REPOSITORY: repository = '' } = env;
  const { GITHUB_SERVER_URL: server, GITHUB_ACTOR: actor = 'unknown', GITHUB_SHA: revision } = env;
  return {
    run: `run ${id}${attempt === undefined ? '' : ` attempt ${attempt}`} of ${repository}`,
    actor,
    repository,
    ...(revision === undefined ? {} : { revision }),
    ...(server === undefined ? {} : { url: `${server}/${repository}/actions/runs/${id}` }),
  };
}

/** A job and not its pipeline: one that is retried has another number. */
function gitLabJob(env: NodeJS.ProcessEnv): Origin {
  const { CI_JOB_ID: job, CI_PIPELINE_ID: pipeline, CI_PROJECT_PATH: repository = 'unknown' } = env;
  const { GITLAB_USER_LOGIN: actor = 'unknown', CI_COMMIT_SHA: revision, CI_JOB_URL: url } = env;
  return {
    run: `job ${job}${pipeline === undefined ? '' : ` of pipeline ${pipeline}`} of ${repository}`,
    actor,
    repository,
    ...(revision === undefined ? {} : { revision }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Who started it is known to Jenkins' plugin "build user vars" alone. */
function jenkinsBuild(env: NodeJS.ProcessEnv): Origin {
  const { BUILD_NUMBER: build, JOB_NAME: job = 'unknown', BUILD_URL: url, GIT_COMMIT: revision } = env;
  return {
    run: `build ${build} of ${job}`,
    actor: env.BUILD_USER_ID || 'jenkins',
    repository: pathOf(env.GIT_URL) ?? job,
    ...(revision === undefined ? {} : { revision }),
    ...(url === undefined ? {} : { url }),
  };
}

/** `acme/shop` of an address of Git, whatever its form. */
function pathOf(address = ''): string | undefined {
  return /^(?:\w+:\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+?)(?:\.git)?\/?$/.exec(address)?.[1];
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
