import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { countsOf, type Finding, standing } from './finding.ts';
import type { Review } from './review.ts';

/** The report for machines. Its form is told by `schema`; keys may be added to one, never taken away. */
export interface PolicyReport {
  readonly schema: 1;
  readonly app: string;
  /** ISO 8601: exceptions were weighed by it. */
  readonly at: string;
  readonly verdict: 'pass' | 'fail';
  /** Those that stand; `excused` are those that a comment or an exception tolerates. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'excused', number>>;
  readonly findings: readonly ReportedFinding[];
  readonly notes: readonly string[];
}

/** A finding without the text of its line, which may be a secret. */
type ReportedFinding = Omit<Finding, 'place'> & { readonly place: object };

/** Pure. */
export function policyReport(app: string, { findings, notes }: Review, now: Date): PolicyReport {
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
  };
}

/** How many stand by level, and how many are excused. Pure. */
export const policyCounts = (findings: readonly Finding[]): PolicyReport['counts'] => ({
  ...countsOf(findings),
  excused: findings.length - standing(findings).length,
});

/** @throws UserError when the file cannot be written. */
export async function writePolicyReport(path: string, report: PolicyReport): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new UserError(`the report ${path} cannot be written`, 'name another file', { cause: error });
  }
}
