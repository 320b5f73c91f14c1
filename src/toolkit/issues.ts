import type { GitHub } from './github.ts';

/** Issues on GitHub that say how something stands: opened when it is not well, kept up to date, and closed when it is well again. */

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** What one issue is about. */
export interface Topic {
  /** The first line of its body, by which it is found again; GitHub does not show it. */
  readonly mark: string;
  /** What is to be said, with the mark first; undefined: all is well. */
  readonly said: { readonly title: string; readonly body: string } | undefined;
  /** What is said when it is closed. Default: nothing. */
  readonly farewell?: string | undefined;
}

export type Step =
  | { readonly do: 'open'; readonly title: string; readonly body: string }
  | { readonly do: 'update'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly do: 'close'; readonly number: number; readonly farewell?: string | undefined };

/** The mark of an issue of that label. Pure. */
export const markOf = (label: string, name: string) => `<!-- ${label}: ${name} -->`;

/**
 * What is to be done with the open issues. The same twice does nothing the second time, and of several issues of one topic, which two
 * runs at once may have opened, the oldest stays. Pure.
 */
export function planIssues(topics: readonly Topic[], open: readonly Issue[]): Step[] {
  return topics.flatMap(({ mark, said, farewell }): Step[] => {
    const [first, ...others] = open
      .filter(({ body }) => body.startsWith(mark))
      .sort((a, b) => a.number - b.number);
    const closed = others.map(({ number }): Step => ({ do: 'close', number }));
    if (said === undefined)
      return first === undefined
        ? []
        : [{ do: 'close', number: first.number, ...(farewell === undefined ? {} : { farewell }) }, ...closed];
    if (first === undefined) return [{ do: 'open', ...said }];
    if (first.title === said.title && first.body.replaceAll('\r\n', '\n') === said.body) return closed;
    return [{ do: 'update', number: first.number, ...said }, ...closed];
  });
}

const pageSize = 100;
const mostPages = 50;

async function openIssues(github: GitHub, label: string): Promise<Issue[]> {
  const found: Issue[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = `issues?state=open&labels=${label}&per_page=${pageSize}&page=${page}`;
    const listed = await github.call<(Issue & { body: string | null; pull_request?: unknown })[]>(
      'GET',
      query,
    );
    for (const { body, pull_request: request, ...issue } of listed)
      if (request === undefined) found.push({ ...issue, body: body ?? '' });
    if (listed.length < pageSize) break;
  }
  return found;
}

/**
 * Does it on GitHub.
 * @param label by which issues of ours are found.
 * @returns what was done, a sentence each.
 * @throws GitHubError
 */
export async function keepIssues(github: GitHub, label: string, topics: readonly Topic[]): Promise<string[]> {
  const open = await openIssues(github, label);
  const done: string[] = [];
  for (const step of planIssues(topics, open)) {
    if (step.do === 'open') {
      const { title, body } = step;
      const { number } = await github.call<Issue>('POST', 'issues', { title, body, labels: [label] });
      done.push(`issue ${number} is opened: ${title}`);
    } else if (step.do === 'update') {
      const { number, title, body } = step;
      await github.call('PATCH', `issues/${number}`, { title, body });
      done.push(`issue ${number} is brought up to date: ${title}`);
    } else {
      const { number, farewell } = step;
      if (farewell !== undefined) await github.call('POST', `issues/${number}/comments`, { body: farewell });
      const closed = { state: 'closed', state_reason: 'completed' };
      await github.call('PATCH', `issues/${number}`, closed);
      done.push(`issue ${number} is closed`);
    }
  }
  return done;
}

/** Text of others, for a body: in code nobody is mentioned and nothing linked. */
export function quoted(line: string): string {
  const text = line.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return text === '' ? '' : `\`${text.length > 200 ? `${text.slice(0, 199)}…` : text}\``;
}
