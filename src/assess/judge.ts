import type { Assess } from '../config/assess.ts';
import type { RequirementAssessment } from './assessment.ts';
import { levelOfRule } from './assessment.ts';
import { assessmentsOf, type RuleJudgement } from './judgement.ts';
import { manifestRules } from './manifests/rules.ts';
import type { Places } from './places.ts';
import { type AssessRule, type Judged, unknown } from './rule.ts';
import { type AssessSubject, nameOfManifest } from './subject.ts';

/**
 * Judges an application by all rules that slipway.yml does not turn off.
 * @param places finds lines.
 */
export function judgeManifests(
  subject: AssessSubject,
  levels: Assess['rules'],
  places: Places,
): RequirementAssessment[] {
  return manifestRules.flatMap(rule => {
    const level = levelOfRule(rule.rule, levels);
    if (level === 'off') return [];
    const judged = tried(rule, subject).map(
      ({ at, ...rest }): RuleJudgement => ({
        ...(at && {
          object: nameOfManifest(at.manifest),
          place: places.find(at.manifest, at.path),
          evidence: [{ asked: 'the manifests', of: at.manifest.source, at: subject.now }],
        }),
        ...rest,
        // A level in slipway.yml also counts for results that have their own.
        ...(levels[rule.rule] === undefined ? {} : { level }),
      }),
    );
    return assessmentsOf({ [rule.rule]: judged }, () => ({ ids: [rule.id], level, evidence: [] }));
  });
}

/** The API server validates types, and a rule does not: a manifest with other types gives no result, and hides none of the others. */
function tried(rule: AssessRule, subject: AssessSubject): readonly Judged[] {
  const { workloads } = subject;
  const judge = (some: AssessSubject['workloads']) => {
    try {
      return rule.judge({ ...subject, workloads: some });
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
  const all = judge(workloads);
  if (all !== undefined) return all;
  const odd = workloads.filter(each => judge([each]) === undefined);
  const sound = workloads.filter(each => !odd.includes(each));
  const others = odd.length === 0 || sound.length === 0 ? [] : (judge(sound) ?? []);
  const names = odd.length === 0 || others.length === 0 ? [undefined] : odd.map(({ title }) => title);
  return [
    ...others,
    ...names.map(title => unknown(`${title ?? 'a manifest'} has a field of the wrong type`, title)),
  ];
}
