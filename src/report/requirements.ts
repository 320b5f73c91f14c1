import { ranks } from '../assess/assessment.ts';
import type { ConformanceReport, RequirementVerdict } from '../assess/conformance/report-schema.ts';
import { sectionOf, sections, requirements as titled } from '../assess/requirement.ts';
import { counted } from '../toolkit/count.ts';
import { cell, foldedTable, paragraphs, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';
import { bullets } from './summary-parts.ts';

export const statuses = ['met', 'not-met', 'unknown', 'not-applicable'] as const;
/** `not met`. */
export const statusWord = (status: RequirementVerdict['status']): string => status.replace('-', ' ');

const worst = 10;

/** Returns the job summary. */
export function requirementsSummary(report: ConformanceReport): string {
  const { app, environment, requirements, notes } = report;
  const short = shortfallsOf(report);
  const rowOf = (each: RequirementVerdict) => [nameOf(each), whatOf(each), each.remedy ?? ''];
  const details = (title: string, status: RequirementVerdict['status']) =>
    foldedTable(
      title,
      ['requirement', 'why', 'how to find out'],
      requirements.filter(each => each.status === status).map(rowOf),
    );
  const mark = short.some(({ excused }) => excused === undefined)
    ? '❌'
    : report.counts.unknown > 0
      ? '⚠️'
      : '✅';
  return paragraphs([
    `### ${mark} Requirements of ${cell(app)} in ${cell(environment)}: ${headline(report)}`,
    table(['section', ...statuses.map(statusWord)], bySection(report)),
    table(['requirement', 'what', 'remedy'], short.slice(0, worst).map(rowOf)),
    short.length > worst ? `${counted(short.length - worst, 'more finding')} in the report.` : '',
    trendSentence(report),
    details('Unknown', 'unknown'),
    details('Not applicable', 'not-applicable'),
    bullets(notes.map(printable)),
  ]);
}

/** `96 of 112 met, 3 not met, 10 unknown, 3 not applicable`. */
export function headline({ counts, requirements }: ConformanceReport): string {
  const rest = statuses.slice(1).map(each => `${counts[each]} ${statusWord(each)}`);
  return `${counts.met} of ${requirements.length} met, ${rest.join(', ')}`;
}

/** Returns the findings, worst first, accepted ones last. */
export function shortfallsOf({ requirements }: ConformanceReport): RequirementVerdict[] {
  const rank = ({ excused, level = 'warning' }: RequirementVerdict) =>
    (excused === undefined ? 0 : 10) + ranks[level];
  return requirements.filter(({ status }) => status === 'not-met').sort((a, b) => rank(a) - rank(b));
}

/** Returns a row for each section: its name, and the count of each status. */
export function bySection({ requirements }: ConformanceReport): string[][] {
  return Object.values(sections).map(section => {
    const own = requirements.filter(({ id }) => sectionOf(id) === section);
    return [section, ...statuses.map(each => String(own.filter(({ status }) => status === each).length))];
  });
}

/** Returns what changed since the earlier report; empty without one. */
export function trendSentence({ since, counts }: ConformanceReport): string {
  if (since === undefined) return '';
  const lost = since.changed.filter(({ from }) => from === 'met');
  const gained = since.changed.filter(({ to }) => to === 'met');
  const named = (all: typeof lost) => (all.length === 0 ? 'none' : all.map(({ id }) => id).join(', '));
  return `Since ${since.at.slice(0, 10)}: ${since.counts.met} met before, ${counts.met} now. Newly met: ${named(gained)}. No longer met: ${named(lost)}.`;
}

/** Returns the findings as lines of a log. */
export const requirementLines = (report: ConformanceReport): string[] => [
  ...shortfallsOf(report).map(each =>
    printable(
      `not met: ${nameOf(each)}: ${whatOf(each)}${each.remedy === undefined ? '' : `; ${each.remedy}`}`,
    ),
  ),
  ...report.notes.map(note => printable(`note: ${note}`)),
  `report: ${headline(report)}`,
];

export const nameOf = ({ id }: RequirementVerdict): string => `${id} ${titled[id].title}`;

/** Returns what was found, with its place and who accepts it. */
export function whatOf({ what, where, excused }: RequirementVerdict): string {
  const accepted =
    excused === undefined
      ? ''
      : ` (accepted by ${excused.owner} until ${excused.expires}: ${excused.reason})`;
  return printable(`${where === undefined || what.includes(where) ? '' : `${where}: `}${what}${accepted}`);
}
