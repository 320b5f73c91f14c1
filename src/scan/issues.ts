import type { GitHub } from '../toolkit/github.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type Finding } from './findings.ts';

/** One issue for each image that fails a scan of what is deployed: opened, kept up to date, and closed when nothing fails it. */

/** By which issues of ours are found. */
export const label = 'slipway-scan';

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

export type Step =
  | { readonly do: 'open'; readonly title: string; readonly body: string }
  | { readonly do: 'update'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly do: 'close'; readonly number: number };

/** An image that was scanned, with what fails it. */
export interface ScannedForIssue {
  readonly name: string;
  readonly reference: string;
  readonly failing: readonly Finding[];
}

/** Fifty are read; the rest is in the reports. */
const most = 50;

/**
 * What is to be done with the open issues. The same scan twice does nothing the second time, and of several issues of an image, which two
 * runs at once may have opened, the oldest stays. Pure.
 */
export function planIssues(app: string, images: readonly ScannedForIssue[], open: readonly Issue[]): Step[] {
  return images.flatMap((image): Step[] => {
    const [first, ...others] = open
      .filter(({ body }) => body.startsWith(markOf(app, image.name)))
      .sort((a, b) => a.number - b.number);
    const closed = others.map(({ number }): Step => ({ do: 'close', number }));
    if (image.failing.length === 0)
      return first === undefined ? [] : [{ do: 'close', number: first.number }, ...closed];
    const [title, body] = [titleOf(app, image), bodyOf(app, image)];
    if (first === undefined) return [{ do: 'open', title, body }];
    if (first.title === title && first.body.replaceAll('\r\n', '\n') === body) return closed;
    return [{ do: 'update', number: first.number, title, body }, ...closed];
  });
}

/** Says whose issue it is; GitHub does not show it. */
const markOf = (app: string, image: string) => `<!-- ${label}: ${app}/${image} -->`;

const titleOf = (app: string, { name, failing }: ScannedForIssue) => {
  const count = distinct(failing).length;
  return `${app}: ${count === 1 ? 'a finding' : `${count} findings`} in the deployed image ${name}`;
};

/** No times and no runs: a body that says the same is the same. */
function bodyOf(app: string, { name, reference, failing }: ScannedForIssue): string {
  const groups = distinct(failing);
  const rows = groups
    .slice(0, most)
    .map(({ finding: { severity, id, package: where, version, fixed, title } }) =>
      [severity, id, `${where} ${version}`.trim(), fixed || 'no fix yet', title].map(code).join(' | '),
    );
  const rest = groups.length - rows.length;
  return [
    markOf(app, name),
    `${code(reference)} serves, and fails \`scan\` of slipway.yml by what is known today:`,
    `| severity | finding | in | fixed in | what |\n| --- | --- | --- | --- | --- |\n${rows.map(row => `| ${row} |`).join('\n')}`,
    ...(rest > 0 ? [`And ${rest} more.`] : []),
    'This issue is closed by itself once nothing fails the scan: release an image without it, or write an exception with an end.',
  ].join('\n\n');
}

/** Text of others: in code nobody is mentioned and nothing linked. */
function code(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
  return line === '' ? '' : `\`${line.length > 200 ? `${line.slice(0, 199)}…` : line}\``;
}

const pageSize = 100;
const mostPages = 50;

async function openIssues(github: GitHub): Promise<Issue[]> {
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
 * @returns what was done, a sentence each.
 */
export async function keepIssues(
  github: GitHub,
  app: string,
  images: readonly ScannedForIssue[],
): Promise<string[]> {
  const open = await openIssues(github);
  const done: string[] = [];
  for (const step of planIssues(app, images, open)) {
    if (step.do === 'open') {
      const { title, body } = step;
      const { number } = await github.call<Issue>('POST', 'issues', { title, body, labels: [label] });
      done.push(`issue ${number} is opened: ${title}`);
    } else if (step.do === 'update') {
      const { number, title, body } = step;
      await github.call('PATCH', `issues/${number}`, { title, body });
      done.push(`issue ${number} is brought up to date: ${title}`);
    } else {
      const closed = { state: 'closed', state_reason: 'completed' };
      await github.call('PATCH', `issues/${step.number}`, closed);
      done.push(`issue ${step.number} is closed`);
    }
  }
  return done;
}
