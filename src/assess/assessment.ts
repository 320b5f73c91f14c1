import { type Assess, assessRules, keyRules } from '../config/assess.ts';
import { type ExceptionExcuse, excuseBy, notesOnExceptions } from '../config/expiry.ts';
import type { Level } from '../config/rules.ts';
import { defined } from '../toolkit/map.ts';
import type { RequirementId } from './requirement.ts';

/** What one check found out about one requirement. Every check of the report returns this. */
export interface RequirementAssessment {
  readonly id: RequirementId;
  /** `unknown`: it could not be asked, and `what` says why. It never counts as met. */
  readonly status: AssessmentStatus;
  /** `error` fails the step. */
  readonly level: Exclude<Level, 'off'>;
  /** One sentence, without a full stop. */
  readonly what: string;
  /** An unknown result without any comes from a run that did not ask, and hides no earlier one. */
  readonly evidence: readonly AssessmentEvidence[];
  /** What was asked where there are several, such as `database shop`: a newer result hides only those of the same scope. */
  readonly scope?: string;
  /** The object, as `Kind/name`. */
  readonly object?: string;
  readonly remedy?: string;
  readonly place?: SourcePlace;
  /** A name of `assessRules`, of another check, or an ID of trivy. */
  readonly rule: string;
  /** Why a finding is accepted; then it does not fail the step. */
  readonly excused?: ExceptionExcuse;
  /** A sentence about an expired exception. */
  readonly note?: string;
}

export type AssessmentStatus = 'met' | 'not-met' | 'unknown' | 'not-applicable';

/** What was asked, of whom, and when (ISO 8601). */
export interface AssessmentEvidence {
  readonly asked: string;
  readonly of: string;
  readonly at: string;
}

export interface SourcePlace {
  /** Relative to slipway.yml. */
  readonly file: string;
  /** From 1; undefined in rendered charts and kustomizations. */
  readonly line?: number;
}

const usualLevels: Readonly<Record<string, Level>> = { ...assessRules, ...keyRules };

/** Returns the level of a rule: the one that slipway.yml sets, or its default. Pure. */
export const levelOfRule = (
  rule: string,
  rules: Assess['rules'],
  usual: Level = usualLevels[rule] ?? 'warning',
): Level => rules[rule] ?? usual;

/** Returns the rules that slipway.yml turns off. Pure. */
export const rulesOff = (rules: Assess['rules'] = {}): string[] =>
  Object.entries(rules).flatMap(([rule, level]) => (level === 'off' ? [rule] : []));

/** Returns the findings that count: those without a valid exception. Pure. */
export const findingsIn = (all: readonly RequirementAssessment[]): RequirementAssessment[] =>
  all.filter(({ status, excused }) => status === 'not-met' && excused === undefined);

/** The order of findings, worst first. */
export const ranks = { error: 0, warning: 1, info: 2 } as const;

/** Sorts assessments: worst first, then by place, so that the order is the same in every run. Pure. */
export function worstFirst(all: readonly RequirementAssessment[]): RequirementAssessment[] {
  const key = ({ place, object = '', rule }: RequirementAssessment) =>
    `${place?.file ?? ''} ${String(place?.line ?? 0).padStart(8, '0')} ${object} ${rule}`;
  return [...all].sort((a, b) => ranks[a.level] - ranks[b.level] || (key(a) < key(b) ? -1 : 1));
}

/** Formats a place: `deploy/web.yaml:12`. Pure. */
export const placeText = ({ place, object = '' }: Pick<RequirementAssessment, 'place' | 'object'>): string =>
  place === undefined ? object : place.line === undefined ? place.file : `${place.file}:${place.line}`;

/** Accepts findings that match a valid exception, and adds a note to those that match only an expired one. Pure. */
export function acceptExceptions(
  all: readonly RequirementAssessment[],
  exceptions: Assess['exceptions'],
  now: Date,
): RequirementAssessment[] {
  return all.map(each => {
    if (each.status !== 'not-met' || each.excused !== undefined) return each;
    const { excuse: excused, note } = excuseBy(
      exceptions.filter(exception => covers(exception, each)),
      now,
    );
    return { ...each, ...defined({ excused, note }) };
  });
}

/** Returns notes on exceptions, for the rules that were `looked` at; default: all. Pure. */
export const assessmentNotes = (
  all: readonly RequirementAssessment[],
  exceptions: Assess['exceptions'],
  now: Date,
  looked?: (rule: string) => boolean,
): string[] =>
  notesOnExceptions(
    exceptions,
    now,
    exception => all.some(each => each.status === 'not-met' && covers(exception, each)),
    looked,
  );

const covers = ({ rule, object }: Assess['exceptions'][number], found: RequirementAssessment): boolean =>
  rule === found.rule && (object === undefined || object === found.object);

/** Counts findings by level, and the rest by status. Pure. */
export function countAssessments(all: readonly RequirementAssessment[]) {
  const short = findingsIn(all);
  const of = (level: Level) => short.filter(each => each.level === level).length;
  const having = (status: AssessmentStatus) => all.filter(each => each.status === status).length;
  return {
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    met: having('met'),
    unknown: having('unknown'),
    accepted: having('not-met') - short.length,
  };
}

/** Returns why the step fails: the first error and the number of others; undefined without errors. Pure. */
export function failureSentence(all: readonly RequirementAssessment[]): string | undefined {
  const [first, ...more] = worstFirst(findingsIn(all)).filter(({ level }) => level === 'error');
  if (first === undefined) return undefined;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  const remedy = first.remedy === undefined ? '' : `; ${first.remedy}`;
  return `${placeText(first)}: ${first.what} [${first.rule}]${others}${remedy}`;
}
