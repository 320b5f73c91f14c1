import type { GitHub } from '../toolkit/github.ts';
import { keepIssues, markOf, quoted, type Topic } from '../toolkit/issues.ts';
import type { Notice } from './message.ts';

/** Notices on GitHub: an issue as long as a state is bad, and one comment in the pull request of the commit. */

const label = 'slipway-notify';

/** Outcomes that neither are a problem nor solve one. */
const unchanged: ReadonlySet<string> = new Set(['paused', 'started', 'cancelled']);

/** Opens, updates or closes the issue of a kind of event in an environment. @returns what was done. @throws GitHubError */
export async function keepNoticeIssue(github: GitHub, notice: Notice): Promise<string[]> {
  const topic = topicOf(notice);
  return topic === undefined ? [] : keepIssues(github, label, [topic]);
}

/**
 * Returns the issue: of the kind, not of the release, so that the next success closes it; undefined for an outcome that neither solves a
 * problem nor is one. Pure.
 */
export function topicOf(notice: Notice): Topic | undefined {
  const { event, severity, title, url } = notice;
  const mark = markOf(label, `${event.app}/${event.environment}/${event.kind}`);
  if (event.outcome === 'success')
    return { mark, said: undefined, farewell: `${quoted(title)}${linked(url)}` };
  if (unchanged.has(event.outcome)) return undefined;
  return {
    mark,
    said: {
      title: title.replaceAll('`', "'"),
      body: [mark, ...bodyOf(notice), `Severity: ${severity}. The next success closes this issue.`].join(
        '\n\n',
      ),
    },
  };
}

interface Comment {
  readonly id: number;
  readonly body: string | null;
}

const pageSize = 100;
const mostPages = 20;

/**
 * Writes one comment an environment in each pull request of a commit, and replaces it later.
 * @returns what was done, a sentence each.
 * @throws GitHubError
 */
export async function comment(github: GitHub, notice: Notice, revision: string): Promise<string[]> {
  const pulls = await github.call<{ number: number }[]>('GET', `commits/${revision}/pulls`);
  const { app, environment } = notice.event;
  const mark = markOf(label, `${app}/${environment}`);
  const body = [mark, ...bodyOf(notice)].join('\n\n');
  const done: string[] = [];
  for (const { number } of pulls.slice(0, 3)) {
    const own = await ownComment(github, number, mark);
    if (own === undefined) await github.call('POST', `issues/${number}/comments`, { body });
    else await github.call('PATCH', `issues/comments/${own.id}`, { body });
    done.push(`${own === undefined ? 'commented' : 'updated the comment'} in pull request ${number}`);
  }
  return done;
}

async function ownComment(github: GitHub, number: number, mark: string): Promise<Comment | undefined> {
  for (let page = 1; page <= mostPages; page += 1) {
    const query = `issues/${number}/comments?per_page=${pageSize}&page=${page}`;
    const comments = await github.call<Comment[]>('GET', query);
    const own = comments.find(each => each.body?.startsWith(mark) === true);
    if (own !== undefined || comments.length < pageSize) return own;
  }
  return undefined;
}

/** Untrusted text is code, so that it mentions no user. */
const bodyOf = ({ title, why, next, source, url }: Notice): string[] => [
  quoted(title),
  ...(why === undefined ? [] : [`Why: ${inCode(why)}`]),
  ...(next === undefined ? [] : [`Next: ${inCode(next)}`]),
  `${quoted(source)}${linked(url)}`,
];

const linked = (url: string | undefined) => (url === undefined ? '' : `, [the run](${url})`);
/** Longer than `quoted` allows, in pieces. */
const inCode = (text: string) =>
  (text.match(/.{1,180}(?:\s|$)|.{1,180}/gu) ?? [])
    .map(quoted)
    .filter(each => each !== '')
    .join(' ');
