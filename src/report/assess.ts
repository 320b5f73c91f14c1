import type { AssessResult } from '../assess/assess.ts';
import {
  type AssessmentStatus,
  countAssessments,
  findingsIn,
  placeText,
  type RequirementAssessment,
  worstFirst,
} from '../assess/assessment.ts';
import { counted } from '../toolkit/count.ts';
import { cell, foldedTable, paragraphs, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';
import { bullets } from './summary-parts.ts';

/** The maximum number of rows in the summary; the report has all findings. */
const most = 40;

/** The maximum number of further places in a row. */
const mostPlaces = 20;

/** Findings of one cause: the same rule asks for the same remedy. */
interface SharedFinding {
  readonly first: RequirementAssessment;
  readonly others: readonly RequirementAssessment[];
}

/** Joins the findings that count by their cause, worst first. */
function byCause(assessments: readonly RequirementAssessment[]): SharedFinding[] {
  const groups = Map.groupBy(worstFirst(findingsIn(assessments)), ({ level, rule, remedy, note }) =>
    JSON.stringify([level, rule, remedy, note]),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, others }],
  );
}

/** Names where else a finding is: `; also Deployment/a (deploy/a.yaml:3), Deployment/b`. */
function alsoIn({ others }: SharedFinding): string {
  if (others.length === 0) return '';
  const places = [...new Set(others.map(each => placeNamed(each)))];
  const more = places.length > mostPlaces ? ` and ${counted(places.length - mostPlaces, 'more place')}` : '';
  return `; also ${places.slice(0, mostPlaces).join(', ')}${more}`;
}

function placeNamed(each: RequirementAssessment): string {
  const { object, place } = each;
  if (object === undefined) return whereOf(each);
  // Rendered charts and kustomizations have no lines.
  return printable(place?.line === undefined ? object : `${object} (${placeText(each)})`);
}

const icons = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** Returns the job summary of an assessment. Pure. */
export function assessSummary(
  by: 'assess' | 'keys',
  app: string,
  environment: string,
  { assessments, notes }: AssessResult,
): string {
  const short = byCause(assessments);
  const accepted = assessments.filter(({ excused }) => excused !== undefined);
  const failed = short.some(({ first }) => first.level === 'error');
  return paragraphs([
    `### ${failed ? '❌' : short.length > 0 ? '⚠️' : '✅'} ${by === 'keys' ? 'Keys' : 'Assessment'}: ${cell(app)} in ${cell(environment)}`,
    cell(`${countsText(assessments)}.`),
    table(
      ['level', 'requirement', 'where', 'what', 'remedy', 'rule'],
      short
        .slice(0, most)
        .map(({ first, ...rest }) => [
          ...[icons[first.level], first.id, whereOf(first), `${whatOf(first)}${alsoIn({ first, ...rest })}`],
          ...[first.remedy ?? '', first.rule],
        ]),
    ),
    short.length > most ? `${counted(short.length - most, 'more cause')} of findings in the report.` : '',
    table(
      ['accepted', 'where', 'what', 'by', 'reason', 'until'],
      accepted.map(each => [each.rule, whereOf(each), whatOf(each), ...excuseOf(each)]),
    ),
    details('Unknown', assessments, 'unknown'),
    details('Met', assessments, 'met'),
    bullets(notes),
  ]);
}

/** GitHub shows ten annotations per level and step; one more says why the step failed. */
const annotated = 9;

/** Returns the errors and warnings to annotate: one of each cause, which names the others. Pure. */
export const toAnnotate = (assessments: readonly RequirementAssessment[]): RequirementAssessment[] =>
  annotatedIn(byCause(assessments)).map(each => ({
    ...each.first,
    what: `${whatOf(each.first)}${alsoIn(each)}`,
  }));

const annotatedIn = (shared: readonly SharedFinding[]) =>
  (['error', 'warning'] as const).flatMap(level =>
    shared.filter(({ first }) => first.level === level).slice(0, annotated),
  );

/** Returns an assessment as lines of a log, without what is annotated, worst first. Pure. */
export function assessLines(by: 'assess' | 'keys', { assessments, notes }: AssessResult): string[] {
  const reasons = Map.groupBy(
    assessments.filter(({ status }) => status === 'unknown'),
    ({ what, remedy = '' }) => `${what}|${remedy}`,
  );
  const shared = byCause(assessments);
  const shown = new Set(annotatedIn(shared));
  return [
    ...shared.filter(each => !shown.has(each)).map(findingLine),
    ...[...reasons.values()].map(list => {
      const [{ what = '', remedy } = {}] = list;
      const rules = [...new Set(list.map(({ rule }) => rule))].join(', ');
      return printable(`unknown: ${what} [${rules}]${remedy === undefined ? '' : `; ${remedy}`}`);
    }),
    ...notes.map(note => `note: ${note}`),
    `${by}: ${countsText(assessments)}`,
  ];
}

/** Returns the count and the worst findings, for a plan, which they do not fail; none without findings. Pure. */
export function worstLines(assessments: readonly RequirementAssessment[], command: string): string[] {
  const short = byCause(assessments);
  if (short.length === 0) return [];
  return [
    `assess: ${countsText(assessments)}. The plan passes despite them; \`${command}\` shows all`,
    ...short.slice(0, 3).map(findingLine),
  ];
}

function countsText(assessments: readonly RequirementAssessment[]): string {
  const { error, warning, info, met, unknown, accepted } = countAssessments(assessments);
  const all = [counted(error, 'error'), counted(warning, 'warning'), `${info} informational`];
  const more = accepted > 0 ? [`${accepted} accepted`] : [];
  return [...all, ...more, `${met} met`, `${unknown} unknown`].join(', ');
}

const findingLine = (shared: SharedFinding) => {
  const { level, id, rule, remedy } = shared.first;
  const after = remedy === undefined ? '' : `; ${remedy}`;
  return printable(
    `${level}: ${whereOf(shared.first)}: ${whatOf(shared.first)} [${id} ${rule}]${after}${alsoIn(shared)}`,
  );
};

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
