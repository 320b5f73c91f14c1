import type { Manifest } from '../cluster/manifests.ts';
import type { AssessRuleName } from '../config/assess.ts';
import { found, notApplicable, type RuleJudgement, unknown } from './judgement.ts';
import type { Queried } from './live.ts';
import type { RequirementId } from './requirement.ts';
import type { AssessSubject } from './subject.ts';

/** Where in a manifest: keys and indexes. */
export type ManifestPath = readonly (string | number)[];

/** What a rule found, before its file and line are looked up. */
export interface Judged extends RuleJudgement {
  /** Its object is the default of `object`. */
  readonly at?: { readonly manifest: Manifest; readonly path: ManifestPath };
}

/** A check of manifests and cluster. Pure. */
export interface AssessRule {
  readonly rule: AssessRuleName;
  readonly id: RequirementId;
  judge(subject: AssessSubject): readonly Judged[];
}

/** Returns a rule. */
export const ruleOf = (rule: AssessRuleName, id: RequirementId, judge: AssessRule['judge']): AssessRule => ({
  rule,
  id,
  judge,
});

/** Judges each of a list; without any, the rule does not apply. @param none why. */
export const overEach = <Each>(
  all: readonly Each[],
  none: string,
  judge: (each: Each) => Judged | readonly Judged[],
): Judged[] => (all.length === 0 ? [notApplicable(none)] : all.flatMap(each => judge(each)));

export { notApplicable, unknown };

type Answer = Extract<Queried<unknown>, { known: true }>;

/** @param from the answers of the cluster that show it. */
export const met = (what: string, of: string, from: readonly Answer[], object?: string): Judged =>
  found('met', what, { object, evidence: from.map(({ asked, at }) => ({ asked, of, at })) });

/** A finding that a manifest shows. */
export const finding = (
  what: string,
  remedy: string,
  manifest: Manifest,
  path: ManifestPath = [],
): Judged => ({ ...found('not-met', what, { remedy }), at: { manifest, path } });

/** A finding that the cluster shows. */
export const liveFinding = (what: string, remedy: string, of: string, { asked, at }: Answer): Judged =>
  found('not-met', what, { remedy, object: of, evidence: [{ asked, of, at }] });
