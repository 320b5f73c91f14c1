import { countsOf, type Finding, unexcused } from './finding.ts';
import type { ReadDockerfile, Review } from './review.ts';

/** The machine-readable report. `schema` is its version; keys may be added to a version, but never removed. */
export interface PolicyReport {
  readonly schema: 1;
  readonly app: string;
  /** ISO 8601: the time at which exceptions were checked for expiry. */
  readonly at: string;
  readonly verdict: 'pass' | 'fail';
  /** Findings that are not excused, by level; `excused` counts those that a comment or an exception excuses. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'excused', number>>;
  readonly findings: readonly ReportedFinding[];
  readonly notes: readonly string[];
  readonly checked: PolicyChecked;
}

/** What was checked, by names of images in slipway.yml. */
export type PolicyChecked =
  | { readonly what: 'dockerfiles'; readonly images: readonly ReadDockerfile[] }
  | {
      readonly what: 'images';
      readonly images: readonly { readonly image: string; readonly digest: string }[];
    };

/** A finding without the text of its line, which may contain a secret. */
type ReportedFinding = Omit<Finding, 'place'> & { readonly place: object };

/** Builds the report. Pure. */
export function policyReport(
  app: string,
  { findings, notes }: Review,
  checked: PolicyChecked,
  now: Date,
): PolicyReport {
  const counts = policyCounts(findings);
  return {
    schema: 1,
    app,
    at: now.toISOString(),
    verdict: counts.error === 0 ? 'pass' : 'fail',
    counts,
    findings: findings.map(finding => {
      if (finding.place.kind === 'image') return finding;
      const { text: _text, ...place } = finding.place;
      return { ...finding, place };
    }),
    notes,
    checked,
  };
}

/** Counts the findings that are not excused, by level, and those that are. Pure. */
export const policyCounts = (findings: readonly Finding[]): PolicyReport['counts'] => ({
  ...countsOf(findings),
  excused: findings.length - unexcused(findings).length,
});
