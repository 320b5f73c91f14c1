import { markOf, quoted, type Topic } from '../toolkit/issues.ts';
import { printable } from '../toolkit/printable.ts';
import { distinct, type ScanFinding } from './findings.ts';

/** One issue for each deployed image that fails the scan; environments with repositories of their own have issues of their own. */

/** The label that identifies our issues. */
export const label = 'slipway-scan';

/** A scanned image, with the findings that fail it. */
export interface ScannedForIssue {
  readonly name: string;
  readonly reference: string;
  readonly failing: readonly ScanFinding[];
}

/** Rows in an issue; all findings are in the reports. */
const most = 50;

/** Builds the issue of each image. Pure. */
export const issuesOf = (app: string, images: readonly ScannedForIssue[]): Topic[] =>
  images.map(image => ({
    mark: markIn(app, image),
    said: image.failing.length === 0 ? undefined : { title: titleOf(app, image), body: bodyOf(app, image) },
  }));

const markIn = (app: string, { name, reference }: ScannedForIssue) =>
  markOf(label, `${app}/${name} of ${repositoryIn(reference)}`);

const repositoryIn = (reference: string) => reference.replace(/@.*$/, '');

const titleOf = (app: string, { name, reference, failing }: ScannedForIssue) => {
  const count = distinct(failing).length;
  return `${app}: ${count === 1 ? 'a finding' : `${count} findings`} in the deployed image ${name} of ${repositoryIn(reference)}`;
};

/** Contains no dates or run numbers, so that an unchanged result gives an unchanged body. */
function bodyOf(app: string, image: ScannedForIssue): string {
  const { reference, failing } = image;
  const groups = distinct(failing);
  const rows = groups
    .slice(0, most)
    .map(({ finding: { severity, id, package: where, version, fixed, title } }) =>
      [severity, id, `${where} ${version}`.trim(), fixed || 'no fix yet', title].map(code).join(' | '),
    );
  const rest = groups.length - rows.length;
  return [
    markIn(app, image),
    `${code(reference)} is deployed, and fails \`scan\` of slipway.yml with the current vulnerability database:`,
    `| severity | finding | in | fixed in | what |\n| --- | --- | --- | --- | --- |\n${rows.map(row => `| ${row} |`).join('\n')}`,
    ...(rest > 0 ? [`And ${rest} more.`] : []),
    'This issue is closed automatically once no finding fails the scan: release a fixed image, or add an exception with an expiry date.',
  ].join('\n\n');
}

const code = (text: string) => quoted(printable(text));
