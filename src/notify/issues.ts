import { z } from 'zod';
import type { GitHub } from '../toolkit/github.ts';
import { keepComment, keepIssues, markOf, quoted, type Topic } from '../toolkit/issues.ts';
import type { Notice } from './message.ts';

/** Notices on GitHub: an issue as long as a state is bad, and one comment in the pull request of the commit. */

const label = 'slipway-notify';

/** Opens, updates or closes the issue of a kind of event in an environment. @returns what was done. @throws RequestError of octokit. */
export const keepNoticeIssue = (github: GitHub, notice: Notice): Promise<string[]> =>
  keepIssues(github, label, topicsOf(notice));

/**
 * Returns the issue: of the kind, not of the release, so that the next success closes it; none for an outcome that neither solves a
 * problem nor is one. Pure.
 */
export function topicsOf(notice: Notice): Topic[] {
  const { event, severity, title, url } = notice;
  const mark = markOf(label, `${event.app}/${event.environment}/${event.kind}`);
  if (event.outcome === 'success')
    return [{ mark, said: undefined, farewell: `${quoted(title)}${linked(url)}` }];
  if (event.outcome === 'paused' || event.outcome === 'cancelled') return [];
  const last = `Severity: ${severity}. The next success closes this issue.`;
  const said = { title: title.replaceAll('`', "'"), body: `${bodyOf(mark, notice)}\n\n${last}` };
  return [{ mark, said }];
}

const pullRequest = z.object({ number: z.int() });

/**
 * Writes one comment per environment in each pull request of a commit, and replaces it later.
 * @returns what was done, a sentence each.
 * @throws RequestError of octokit.
 */
export async function comment(github: GitHub, notice: Notice, revision: string): Promise<string[]> {
  const { repo } = github;
  const { rest } = await github.open();
  const { validated } = await import('../toolkit/octokit.ts');
  const { data } = await rest.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: revision });
  const mark = markOf(label, `${notice.event.app}/${notice.event.environment}`);
  const body = bodyOf(mark, notice);
  const done: string[] = [];
  for (const { number } of validated(z.array(pullRequest), data).slice(0, 3)) {
    const { isNew } = await keepComment(github, number, mark, body, { byApp: false });
    done.push(`${isNew ? 'commented' : 'updated the comment'} in pull request ${number}`);
  }
  return done;
}

/** Untrusted text is code, so that it mentions no user. */
const bodyOf = (mark: string, { title, why, next, source, url }: Notice): string =>
  [
    ...[mark, quoted(title)],
    ...(why === '' ? [] : [`Why: ${quoted(why, 500)}`]),
    ...(next === '' ? [] : [`Next: ${quoted(next, 500)}`]),
    `${quoted(source)}${linked(url)}`,
  ].join('\n\n');

const linked = (url: string) => (url === '' ? '' : `, [the run](${url})`);
