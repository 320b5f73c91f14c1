import { dirname } from 'node:path';
import { annotationsOf } from '../policy/annotations.ts';
import { reasonOf } from '../policy/finding.ts';
import { policyCounts, policyReport } from '../policy/report.ts';
import type { Review } from '../policy/review.ts';
import { policyLines } from '../policy/summary.ts';
import type { Host } from '../toolkit/host.ts';
import { writeReport } from './reports.ts';

/**
 * Publishes the policy findings: log, annotations, the output `policy`, and the report.
 * @param config the path of slipway.yml.
 * @returns why the step fails, in one sentence; undefined if it does not.
 */
export async function tellPolicy(
  host: Host,
  { app, config, review, now, report }: Reviewed,
): Promise<string | undefined> {
  host.output('policy', JSON.stringify(policyCounts(review.findings)));
  if (report !== '')
    await writeReport(report, `${JSON.stringify(policyReport(app, review, now), null, 2)}\n`, {
      env: host.env,
      about: ['policy', config],
    });
  for (const line of policyLines(review)) host.report(line);
  for (const { level, annotation } of annotationsOf(review.findings, dirname(config)))
    host.annotate(level, annotation);
  return reasonOf(review.findings);
}

interface Reviewed {
  readonly app: string;
  readonly config: string;
  readonly review: Review;
  readonly now: Date;
  /** The path of the report; empty: none. */
  readonly report: string;
}

export { policySummary } from '../policy/summary.ts';
