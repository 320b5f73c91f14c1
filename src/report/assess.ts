import type { AssessResult } from '../assess/assess.ts';
import {
  type AssessmentStatus,
  countAssessments,
  placeText,
  type RequirementAssessment,
  shortfallsIn,
  worstFirst,
} from '../assess/assessment.ts';
import { counted } from '../toolkit/count.ts';
import { cell, foldedTable, paragraphs, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';

/** The maximum number of findings in the summary; the report has all of them. */
const most = 40;

const icons = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** Returns the job summary of an assessment. Pure. */
export function assessSummary(
  app: string,
  environment: string,
  { assessments, notes }: AssessResult,
): string {
  const short = worstFirst(shortfallsIn(assessments));
  const accepted = assessments.filter(({ excused }) => excused !== undefined);
  const failed = short.some(({ level }) => level === 'error');
  return paragraphs([
    `### ${failed ? '❌' : short.length > 0 ? '⚠️' : '✅'} Assessment: ${cell(app)} in ${cell(environment)}`,
    cell(`${countsSaid(assessments)}.`),
    table(
      ['level', 'requirement', 'where', 'what', 'remedy', 'rule'],
      short
        .slice(0, most)
        .map(each => [icons[each.level], each.id, whereOf(each), whatOf(each), each.remedy ?? '', each.rule]),
    ),
    short.length > most ? `${counted(short.length - most, 'more finding')} in the report.` : '',
    table(
      ['accepted', 'where', 'what', 'by', 'reason', 'until'],
      accepted.map(each => [each.rule, whereOf(each), whatOf(each), ...excuseOf(each)]),
    ),
    details('Unknown', assessments, 'unknown'),
    details('Met', assessments, 'met'),
    notes.map(note => `- ${cell(note)}`).join('\n'),
  ]);
}

/** GitHub shows ten annotations per level and step; one more says why the step failed. */
const annotated = 9;

/** Returns the errors and warnings to annotate. Pure. */
export const toAnnotate = (assessments: readonly RequirementAssessment[]): RequirementAssessment[] =>
  (['error', 'warning'] as const).flatMap(level =>
    worstFirst(shortfallsIn(assessments))
      .filter(each => each.level === level)
      .slice(0, annotated),
  );

/** Returns an assessment as lines of a log, without what is annotated, worst first. Pure. */
export function assessLines({ assessments, notes }: AssessResult): string[] {
  const reasons = Map.groupBy(
    assessments.filter(({ status }) => status === 'unknown'),
    ({ what }) => what,
  );
  const shown = new Set(toAnnotate(assessments));
  return [
    ...worstFirst(shortfallsIn(assessments))
      .filter(each => !shown.has(each))
      .map(findingLine),
    ...[...reasons].map(([why, list]) =>
      printable(`unknown: ${why} [${[...new Set(list.map(({ rule }) => rule))].join(', ')}]`),
    ),
    ...notes.map(note => `note: ${note}`),
    `assess: ${countsSaid(assessments)}`,
  ];
}

/** Returns the count and the worst findings, for a plan; none without findings. Pure. */
export function worstLines(assessments: readonly RequirementAssessment[]): string[] {
  const short = worstFirst(shortfallsIn(assessments));
  if (short.length === 0) return [];
  return [
    `assess: ${countsSaid(assessments)}; \`slipway assess\` shows all`,
    ...short.slice(0, 3).map(findingLine),
  ];
}

function countsSaid(assessments: readonly RequirementAssessment[]): string {
  const { error, warning, info, met, unknown, accepted } = countAssessments(assessments);
  const all = [counted(error, 'error'), counted(warning, 'warning'), `${info} informational`];
  const more = accepted > 0 ? [`${accepted} accepted`] : [];
  return [...all, ...more, `${met} met`, `${unknown} unknown`].join(', ');
}

const findingLine = (each: RequirementAssessment) =>
  printable(
    `${each.level}: ${whereOf(each)}: ${whatOf(each)} [${each.id} ${each.rule}]${each.remedy === undefined ? '' : `; ${each.remedy}`}`,
  );

const whereOf = (each: RequirementAssessment) => printable(placeText(each));
const whatOf = ({ what, note }: RequirementAssessment) =>
  printable(note === undefined ? what : `${what} (${note})`);
const excuseOf = ({ excused }: RequirementAssessment): [string, string, string] =>
  excused === undefined ? ['', '', ''] : [excused.owner, excused.reason, excused.expires];

function details(title: string, all: readonly RequirementAssessment[], status: AssessmentStatus): string {
  const chosen = all.filter(each => each.status === status);
  const rows = new Map(chosen.map(each => [`${each.rule} ${each.what}`, [each.id, each.rule, whatOf(each)]]));
  return foldedTable(title, ['requirement', 'rule', 'what'], [...rows.values()], 100);
}
