import { RequestError } from '@octokit/request-error';
import { UserError } from '../toolkit/errors.ts';
import { gitHubOf, isForFork, workflowEvent } from '../toolkit/github.ts';
import { defineAction, optional, required, setOutputs } from '../toolkit/host.ts';
import { isMap } from '../toolkit/map.ts';
import { originOf } from '../toolkit/origin.ts';
import { fitting } from '../toolkit/runner.ts';
import * as shared from './inputs.ts';

/** GitHub takes at most 65,536 characters. */
const longest = 60_000;
const rest = '\n\nThe job summary has the rest.\n';

export const commentAction = defineAction({
  name: 'comment',
  description:
    'Summarize in one comment what a pull request changes: manifests, new vulnerabilities, image size, policy, tests. Fails only for invalid inputs.',
  inputs: {
    needs: required(
      'Results and outputs of the jobs `test`, `scan` and `plan`: `toJSON(needs)` of a job that needs them.',
    ),
    config: shared.config,
    'github-token': optional(
      'Token with `pull-requests: write`. Default: none, then only the job summary has the text, as for pull requests from forks.',
    ),
  },
  outputs: {
    url: 'URL of the comment; empty if there is none.',
    reason: 'Why there is no comment, in one sentence; otherwise empty.',
  },
  run: async (inputs, host) => {
    const { parseResults, pullRequestComment } = await import('../report/pull-request.ts');
    const { keepComment, markOf } = await import('../toolkit/issues.ts');
    const results = parseResults(inputs.needs);
    if (results === undefined)
      throw new UserError(
        'the input `needs` does not have the jobs `test`, `scan` and `plan`',
        'set it to `toJSON(needs)` in a job that needs them',
      );
    const text = pullRequestComment(results, { run: originOf(host.env).url ?? '' });
    await host.summary(text);
    const said = (reason: string, comment = '') => {
      setOutputs(host, { url: comment, reason });
      host.report(reason === '' ? `commented: ${comment}` : `the text is only in the job summary: ${reason}`);
      return true;
    };
    const event = await workflowEvent(host.env);
    const { pull_request: pull } = event;
    // Of the event, because everything in `needs` comes from jobs that ran code of the pull request.
    const number = isMap(pull) && Number.isSafeInteger(pull.number) ? Number(pull.number) : undefined;
    if (number === undefined) return said('this run does not belong to a pull request');
    if (isForFork(event, host.env)) return said('a run for a fork is not allowed to comment');
    const github = gitHubOf(host.env, inputs['github-token']);
    if (github === undefined) return said('there is no token');
    const mark = markOf('slipway-check', inputs.config);
    try {
      const body = fitting(`${mark}\n${text}`, longest, rest);
      return said('', (await keepComment(github, number, mark, body, { byApp: true })).url);
    } catch (error) {
      if (!(error instanceof RequestError || error instanceof UserError)) throw error;
      const remedy = 'grant the calling job `pull-requests: write`';
      const lacking = error instanceof RequestError && error.status === 403;
      return said(lacking ? `${error.message}; ${remedy}` : error.message);
    }
  },
});
