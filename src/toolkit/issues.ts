import { z } from 'zod';
import type { GitHub } from './github.ts';
import { code } from './markdown.ts';
import { pagesOf } from './octokit.ts';
import { oneLine } from './printable.ts';

/** GitHub issues about problems: opened when a problem occurs, updated when it changes, and closed when it is solved. */

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** The subject of one issue. */
export interface Topic {
  /** The first line of the body, an HTML comment by which the issue is found. */
  readonly mark: string;
  /** Title, and body starting with the mark; undefined: there is no problem. */
  readonly said: { readonly title: string; readonly body: string } | undefined;
  /** Comment when the issue is closed. Default: none. */
  readonly farewell?: string | undefined;
}

export type IssueStep =
  | { readonly do: 'open'; readonly title: string; readonly body: string }
  | { readonly do: 'update'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly do: 'close'; readonly number: number; readonly farewell?: string | undefined };

/** Returns the mark of an issue with that label. Pure. */
export const markOf = (label: string, name: string) => `<!-- ${label}: ${name} -->`;

/**
 * Plans the changes of the open issues. Idempotent; of several issues with the same topic, which concurrent runs may have opened, the
 * oldest is kept. Pure.
 */
export function planIssues(topics: readonly Topic[], open: readonly Issue[]): IssueStep[] {
  return topics.flatMap(({ mark, said, farewell }): IssueStep[] => {
    const [first, ...others] = open
      .filter(({ body }) => body.startsWith(mark))
      .sort((a, b) => a.number - b.number);
    const closed = others.map(({ number }): IssueStep => ({ do: 'close', number }));
    if (said === undefined)
      return first === undefined
        ? []
        : [{ do: 'close', number: first.number, ...(farewell === undefined ? {} : { farewell }) }, ...closed];
    if (first === undefined) return [{ do: 'open', ...said }];
    if (first.title === said.title && first.body.replaceAll('\r\n', '\n') === said.body) return closed;
    return [{ do: 'update', number: first.number, ...said }, ...closed];
  });
}

const mostPages = 50;
/** GitHub lists pull requests among the issues. */
const listed = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/**
 * Opens, updates and closes issues on GitHub.
 * @param label of all these issues.
 * @returns the changes, a sentence each.
 * @throws RequestError of octokit.
 */
export async function keepIssues(github: GitHub, label: string, topics: readonly Topic[]): Promise<string[]> {
  const { repo } = github;
  const { rest, paginate } = await github.open();
  const query = { ...repo, state: 'open', labels: label, per_page: 100 } as const;
  const issues = await paginate(rest.issues.listForRepo, query, pagesOf(listed, mostPages));
  const open = issues
    .filter(each => each.pull_request === undefined)
    .map(({ number, title, body }) => ({ number, title, body: body ?? '' }));
  const done: string[] = [];
  for (const step of planIssues(topics, open)) {
    if (step.do === 'open') {
      const { title, body } = step;
      const { data } = await rest.issues.create({ ...repo, title, body, labels: [label] });
      done.push(`opened issue ${data.number}: ${title}`);
    } else if (step.do === 'update') {
      const { number, title, body } = step;
      await rest.issues.update({ ...repo, issue_number: number, title, body });
      done.push(`updated issue ${number}: ${title}`);
    } else {
      const { number, farewell } = step;
      const issue = { ...repo, issue_number: number };
      if (farewell !== undefined) await rest.issues.createComment({ ...issue, body: farewell });
      await rest.issues.update({ ...issue, state: 'closed', state_reason: 'completed' });
      done.push(`closed issue ${number}`);
    }
  }
  return done;
}

const comments = z.object({
  id: z.int(),
  body: z.string().nullish(),
  user: z.object({ type: z.string() }).nullish(),
});

/**
 * Writes one comment in an issue or pull request, and replaces it later. It is found by its mark.
 * @param byApp whether only an app can have written it: others could write the mark first, and change the text afterwards.
 * @throws RequestError of octokit.
 */
export async function keepComment(
  github: GitHub,
  number: number,
  mark: string,
  body: string,
  { byApp }: { readonly byApp: boolean },
): Promise<{ url: string; isNew: boolean }> {
  const { repo } = github;
  const { rest, paginate } = await github.open();
  const query = { ...repo, issue_number: number, per_page: 100 };
  const all = await paginate(rest.issues.listComments, query, pagesOf(comments, mostPages));
  const own = all.find(each => each.body?.startsWith(mark) === true && (!byApp || each.user?.type === 'Bot'));
  const { data } =
    own === undefined
      ? await rest.issues.createComment({ ...repo, issue_number: number, body })
      : await rest.issues.updateComment({ ...repo, comment_id: own.id, body });
  return { url: data.html_url, isNew: own === undefined };
}

/** Quotes untrusted text as code for a body, so that it mentions no user and contains no link. */
export function quoted(line: string, longest = 200): string {
  const text = oneLine(line).replace(/\s+/g, ' ').trim();
  return code(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}
