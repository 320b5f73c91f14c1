import { counted } from '../toolkit/count.ts';
import { cell, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';
import { unannotated } from './annotations.ts';
import { countsOf, type Finding, inOrder, placeOf, unexcused } from './finding.ts';
import type { Review } from './review.ts';

/** The maximum number of findings in the summary; the report has all of them. */
const most = 30;

/** Returns the part of a job summary with the findings, those that are tolerated and until when, and what was not checked. Pure. */
export function policySummary({ findings, notes }: Review): string {
  const stand = inOrder(unexcused(findings));
  const excused = findings.filter(each => each.excused !== undefined);
  const rest = stand.length - most;
  return [
    '#### Policy',
    headline(findings),
    table(
      ['level', 'where', 'what', 'remedy', 'rule'],
      stand.slice(0, most).map(each => [each.level, whereOf(each), whatOf(each), each.remedy, each.rule]),
    ),
    rest > 0 ? `${counted(rest, 'more finding')}.` : '',
    table(
      ['tolerated', 'where', 'what', 'by', 'reason', 'until'],
      excused.map(each => [each.rule, whereOf(each), each.message, ...excuseOf(each)]),
    ),
    notes.map(note => `- ${cell(note)}`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** Returns the log lines for the findings without an annotation, and for the notes. Pure. */
export function policyLines({ findings, notes }: Review): string[] {
  return [
    ...unannotated(findings).map(each => {
      const what = `${whereOf(each)}: ${whatOf(each)} [${each.rule}]`;
      return each.excused === undefined
        ? `policy: ${each.level}: ${what}; ${each.remedy}`
        : `policy: tolerated: ${what}`;
    }),
    ...notes.map(note => `policy: ${note}`),
  ];
}

function headline(findings: readonly Finding[]): string {
  const { error, warning, info } = countsOf(findings);
  const all = [counted(error, 'error'), counted(warning, 'warning'), `${info} informational`];
  return `${error === 0 ? '✅' : '❌'} ${all.join(', ')}.`;
}

const whereOf = (finding: Finding) =>
  printable(
    finding.place.kind === 'image' ? `${finding.images.join(', ')}: ${placeOf(finding)}` : placeOf(finding),
  );

const whatOf = ({ message, note }: Finding) =>
  printable(note === undefined ? message : `${message} (${note})`);

function excuseOf({ excused }: Finding): [by: string, reason: string, until: string] {
  if (excused === undefined) return ['', '', ''];
  return excused.by === 'comment'
    ? [`comment on line ${excused.line}`, excused.reason, '']
    : [excused.owner, excused.reason, excused.expires];
}
