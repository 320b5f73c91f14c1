import { firstOf } from '../toolkit/count.ts';
import { defined } from '../toolkit/map.ts';
import type { AssessmentEvidence, AssessmentStatus, RequirementAssessment } from './assessment.ts';
import type { RequirementId } from './requirement.ts';

/** How every check writes its results: those of manifests, of `report`, of `keys` and of `cost`. All pure. */

/** What a check found, before its requirement, rule and evidence are added. */
export interface RuleJudgement
  extends Pick<RequirementAssessment, 'status' | 'what'>,
    Partial<
      Pick<RequirementAssessment, 'remedy' | 'object' | 'scope' | 'place' | 'evidence' | 'level' | 'id'>
    > {}

type More = {
  readonly [Key in keyof Omit<RuleJudgement, 'status' | 'what'>]?: RuleJudgement[Key] | undefined;
};

/** Judgements by the rule that made them; undefined: the rule has nothing to say. */
export type Judgements = Readonly<Record<string, RuleJudgement | readonly RuleJudgement[] | undefined>>;

export const found = (status: AssessmentStatus, what: string, more: More = {}): RuleJudgement => ({
  status,
  what,
  ...defined(more),
});

export const unknown = (why: string, object?: string): RuleJudgement => found('unknown', why, { object });

/** Of a run that did not ask: it hides no earlier result. */
export const notAsked = (why: string, more: More = {}): RuleJudgement =>
  found('unknown', why, { ...more, evidence: [] });

export const notApplicable = (why: string): RuleJudgement => found('not-applicable', why);

/** Returns `met` without a problem, else the first problem and the number of others. */
export function metUnless(
  problems: string | undefined | readonly string[],
  good: string,
  remedy?: string,
  object?: string,
): RuleJudgement {
  const problem = firstOf([problems ?? []].flat());
  return problem === undefined
    ? found('met', good, { object })
    : found('not-met', problem, { remedy, object });
}

/** A verdict that may also be unknown; undefined without one. */
export function judgementOf(
  good: string,
  judged: { readonly verdict?: unknown; readonly reason?: unknown } | undefined,
): RuleJudgement | undefined {
  if (judged === undefined) return undefined;
  const why = String(judged.reason || 'the step gave no reason').slice(0, 600);
  if (judged.verdict === 'pass') return metUnless([], good);
  return judged.verdict === 'fail' ? metUnless(why, good) : unknown(why);
}

interface Addition {
  readonly ids: readonly RequirementId[];
  readonly level: RequirementAssessment['level'];
  readonly evidence: readonly AssessmentEvidence[];
  readonly scope?: string;
}

/** Returns what rules found as assessments. @param addition what a judgement does not say itself. */
export const assessmentsOf = (
  judged: Judgements,
  addition: (rule: string, judgement: RuleJudgement) => Addition,
): RequirementAssessment[] =>
  Object.entries(judged).flatMap(([rule, each = []]) =>
    [each].flat().flatMap(judgement => {
      const { ids, ...more } = addition(rule, judgement);
      return ids.map(id => ({ id, rule, ...more, ...judgement }));
    }),
  );
