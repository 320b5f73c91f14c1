import { markOf, quoted, type Topic } from '../toolkit/issues.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type Finding } from './findings.ts';

/** One issue for each image that fails a scan of what is deployed. */

/** By which issues of ours are found. */
export const label = 'slipway-scan';

/** An image that was scanned, with what fails it. */
export interface ScannedForIssue {
  readonly name: string;
  readonly reference: string;
  readonly failing: readonly Finding[];
}

/** Fifty are read; the rest is in the reports. */
const most = 50;

/** What the issue of each image has to say. Pure. */
export const issuesOf = (app: string, images: readonly ScannedForIssue[]): Topic[] =>
  images.map(image => ({
    mark: markOf(label, `${app}/${image.name}`),
    said: image.failing.length === 0 ? undefined : { title: titleOf(app, image), body: bodyOf(app, image) },
  }));

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
    markOf(label, `${app}/${name}`),
    `${code(reference)} serves, and fails \`scan\` of slipway.yml by what is known today:`,
    `| severity | finding | in | fixed in | what |\n| --- | --- | --- | --- | --- |\n${rows.map(row => `| ${row} |`).join('\n')}`,
    ...(rest > 0 ? [`And ${rest} more.`] : []),
    'This issue is closed by itself once nothing fails the scan: release an image without it, or write an exception with an end.',
  ].join('\n\n');
}

const code = (text: string) => quoted(printable(text));
