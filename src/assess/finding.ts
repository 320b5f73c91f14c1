import { defined } from '../toolkit/map.ts';
import type { AssessmentEvidence, AssessmentStatus, RequirementAssessment } from './assessment.ts';
import type { RequirementId } from './requirement.ts';

/** How every check writes its results: those of manifests, of `report`, of `keys` and of `cost`. All pure. */

/** What a check found, before its requirement, rule and evidence are added. */
export interface Finding
  extends Pick<RequirementAssessment, 'status' | 'what'>,
    Partial<Pick<RequirementAssessment, 'remedy' | 'object' | 'evidence' | 'level' | 'id'>> {}

type More = { readonly [Key in keyof Omit<Finding, 'status' | 'what'>]?: Finding[Key] | undefined };

/** Findings by the rule that made them; undefined: the rule has nothing to say. */
export type Findings = Readonly<Record<string, Finding | readonly Finding[] | undefined>>;

export const found = (status: AssessmentStatus, what: string, more: More = {}): Finding => ({
  ...{ status, what },
  ...defined(more),
});

export const unknown = (why: string, object?: string): Finding => found('unknown', why, { object });

export const notApplicable = (why: string): Finding => found('not-applicable', why);

/** Returns `met` without a problem, else the first problem and the number of others. */
export function unless(
  problems: string | undefined | readonly string[],
  good: string,
  remedy?: string,
  object?: string,
): Finding {
  const [first, ...others] = [problems ?? []].flat();
  if (first === undefined) return found('met', good, { object });
  return found('not-met', others.length === 0 ? first : `${first} (and ${others.length} more)`, {
    remedy,
    object,
  });
}

interface Addition {
  readonly ids: readonly RequirementId[];
  readonly level: RequirementAssessment['level'];
  readonly evidence: readonly AssessmentEvidence[];
}

/** Returns findings as assessments. @param addition what a finding does not say itself. */
export const assessmentsOf = (
  findings: Findings,
  addition: (rule: string, finding: Finding) => Addition,
): RequirementAssessment[] =>
  Object.entries(findings).flatMap(([rule, each = []]) =>
    [each].flat().flatMap(finding => {
      const { ids, ...more } = addition(rule, finding);
      return ids.map(id => ({ id, rule, ...more, ...finding }));
    }),
  );
