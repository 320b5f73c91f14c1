import type { Assess } from '../config/assess.ts';
import type { RequirementAssessment } from './assessment.ts';
import { levelOfRule } from './assessment.ts';
import { manifestRules } from './manifests/rules.ts';
import type { Places } from './places.ts';
import type { AssessRule, Judged } from './rule.ts';
import { type AssessSubject, nameOfManifest } from './subject.ts';

/**
 * Judges an application by all rules that slipway.yml does not turn off.
 * @param places finds lines.
 */
export function judgeManifests(
  subject: AssessSubject,
  levels: Assess['rules'],
  places: Places,
  rules: readonly AssessRule[] = manifestRules,
): RequirementAssessment[] {
  return rules.flatMap(rule => {
    const level = levelOfRule(rule.rule, levels);
    if (level === 'off') return [];
    // A level in slipway.yml also counts for results that have their own.
    const set = levels[rule.rule] === undefined ? undefined : level;
    return tried(rule, subject).map(({ at, ...judged }): RequirementAssessment => {
      const object = judged.object ?? (at && nameOfManifest(at.manifest));
      return {
        ...{
          id: rule.id,
          rule: rule.rule,
          evidence: at === undefined ? [] : [seen(at.manifest.source, subject)],
        },
        ...judged,
        level: set ?? judged.level ?? level,
        ...(object === undefined ? {} : { object }),
        ...(at === undefined ? {} : { place: places.find(at.manifest, at.path) }),
      };
    });
  });
}

const seen = (of: string, { now: at }: AssessSubject) => ({ asked: 'the manifests', of, at });

/** The API server validates types, and a rule does not: a manifest with other types gives no result. */
function tried(rule: AssessRule, subject: AssessSubject): readonly Judged[] {
  try {
    return rule.judge(subject);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return [{ status: 'unknown', what: 'a manifest has a field of another type than Kubernetes expects' }];
  }
}
