import { gitHubOf } from './github.ts';
import type { Origin } from './origin.ts';

/** Returns whether a workflow run has certainly ended; `false` if that is unknown. */
export type HasEnded = (run: Origin) => Promise<boolean>;

/**
 * Returns a function that asks GitHub whether a run has ended. It asks only about runs of this repository, because the name of the run
 * comes from the cluster.
 * @param token with `actions: read`; in a public repository any token works.
 * @returns undefined without a token, or outside of GitHub Actions.
 */
export function endedRunsOf(
  env: NodeJS.ProcessEnv,
  token: string,
  report: (line: string) => void,
): HasEnded | undefined {
  const github = gitHubOf(env, token);
  if (github === undefined) return undefined;
  return async origin => {
    const id = runIdOf(origin, env);
    if (id === undefined) return false;
    try {
      const { rest } = await github.open();
      const { data } = await rest.actions.getWorkflowRun({ ...github.repo, run_id: Number(id) });
      return String(data.id) === id && data.status === 'completed';
    } catch (error) {
      report(`warning: GitHub did not report whether run ${id} has ended: ${(error as Error).message}`);
      return false;
    }
  };
}

/** Parses the number of a run of this repository and server, as `originOf` writes it; undefined for anything else. Pure. */
export function runIdOf({ run, repository, url }: Origin, env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_REPOSITORY: ours, GITHUB_SERVER_URL: server } = env;
  const [, id, of] = /^run ([1-9]\d{0,19})(?: attempt \d{1,9})? of (\S+)$/.exec(run) ?? [];
  const isOurs = ours !== undefined && of === ours && repository === ours;
  return isOurs && url === `${server}/${ours}/actions/runs/${id}` ? id : undefined;
}
