import { hostname, userInfo } from 'node:os';

/** Who asked for it: a run of a workflow, or a person at a terminal. */
export interface Origin {
  run: string;
  actor: string;
  repository?: string;
  revision?: string;
  url?: string;
}

/** Reads it from the environment of GitHub Actions; elsewhere it is the user, host and process. */
export function originOf(env: NodeJS.ProcessEnv): Origin {
  const {
    GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT,
    GITHUB_SERVER_URL,
    GITHUB_REPOSITORY,
    GITHUB_ACTOR,
    GITHUB_SHA,
  } = env;
  if (GITHUB_RUN_ID === undefined || GITHUB_REPOSITORY === undefined) {
    return { run: `process ${process.pid} on ${hostname()}`, actor: userName() };
  }
  return {
    run: `run ${GITHUB_RUN_ID}${GITHUB_RUN_ATTEMPT === undefined ? '' : ` attempt ${GITHUB_RUN_ATTEMPT}`} of ${GITHUB_REPOSITORY}`,
    actor: GITHUB_ACTOR ?? 'unknown',
    repository: GITHUB_REPOSITORY,
    ...(GITHUB_SHA === undefined ? {} : { revision: GITHUB_SHA }),
    ...(GITHUB_SERVER_URL === undefined
      ? {}
      : { url: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` }),
  };
}

/** A container may run as a user that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
