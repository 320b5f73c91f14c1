import type { Manifest } from '../cluster/manifests.ts';
import type { AssessRuleName } from '../config/assess.ts';
import type { Level } from '../config/rules.ts';
import type { AssessmentEvidence, RequirementAssessment } from './assessment.ts';
import type { Asked } from './live.ts';
import type { RequirementId } from './requirement.ts';
import type { AssessSubject } from './subject.ts';

/** Where in a manifest: keys and indexes. */
export type ManifestPath = readonly (string | number)[];

/** What a rule found, before its file and line are sought. */
export interface Judged extends Pick<RequirementAssessment, 'status' | 'what' | 'remedy'> {
  readonly at?: { readonly manifest: Manifest; readonly path: ManifestPath };
  /** Default: the object of `at`. */
  readonly object?: string;
  readonly evidence?: readonly AssessmentEvidence[];
  /** Default: that of the rule. */
  readonly id?: RequirementId;
  readonly level?: Exclude<Level, 'off'>;
}

/** A check of manifests and cluster. Pure. */
export interface AssessRule {
  readonly rule: AssessRuleName;
  readonly id: RequirementId;
  judge(subject: AssessSubject): readonly Judged[];
}

/** Returns a rule. */
export const ruleOf = (rule: AssessRuleName, id: RequirementId, judge: AssessRule['judge']): AssessRule => ({
  ...{ rule, id, judge },
});

// How rules write their results.

export const unknown = (why: string, object?: string): Judged => ({
  status: 'unknown',
  what: why,
  ...(object === undefined ? {} : { object }),
});

export const notApplicable = (why: string): Judged => ({ status: 'not-applicable', what: why });

/** @param from the answers of the cluster that show it. */
export const met = (
  what: string,
  of: string,
  from: readonly Extract<Asked<unknown>, { known: true }>[],
  object?: string,
): Judged => ({
  status: 'met',
  what,
  evidence: from.map(({ asked, at }) => ({ asked, of, at })),
  ...(object === undefined ? {} : { object }),
});

/** A shortfall that a manifest shows. */
export const shortfall = (
  what: string,
  remedy: string,
  manifest: Manifest,
  path: ManifestPath = [],
): Judged => ({ status: 'not-met', what, remedy, at: { manifest, path } });

/** A shortfall that the cluster shows. */
export const liveShortfall = (
  what: string,
  remedy: string,
  of: string,
  { asked, at }: Extract<Asked<unknown>, { known: true }>,
): Judged => ({ status: 'not-met', what, remedy, object: of, evidence: [{ asked, of, at }] });
