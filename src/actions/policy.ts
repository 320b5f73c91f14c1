import { dirname } from 'node:path';
import { annotationsOf } from '../policy/annotations.ts';
import { reasonOf } from '../policy/finding.ts';
import { type PolicyChecked, policyCounts, policyReport } from '../policy/report.ts';
import type { Review } from '../policy/review.ts';
import { policyLines } from '../policy/summary.ts';
import { innermostCause } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { writeRecord } from '../toolkit/records.ts';
import { writeReport } from './reports.ts';

/**
 * Publishes the policy findings: log, annotations, the output `policy`, the report, and its record.
 * @param config the path of slipway.yml.
 * @returns why the step fails, in one sentence; undefined if it does not.
 */
export async function publishPolicy(
  host: Host,
  { app, config, review, images, now, report }: Reviewed,
): Promise<string | undefined> {
  host.output('policy', JSON.stringify(policyCounts(review.findings)));
  const checked: PolicyChecked =
    images === undefined ? { what: 'dockerfiles', images: review.read ?? [] } : { what: 'images', images };
  const text = `${JSON.stringify(policyReport(app, review, checked, now), null, 2)}\n`;
  if (report !== '') await writeReport(report, text);
  // A full disk fails no build.
  await writeRecord(host.env, ['policy', checked.what, config], text).catch((error: unknown) =>
    host.annotate('warning', {
      message: `the record of the policy was not written: ${innermostCause(error)}`,
    }),
  );
  for (const line of policyLines(review)) host.report(line);
  for (const { level, annotation } of annotationsOf(review.findings, dirname(config)))
    host.annotate(level, annotation);
  return reasonOf(review.findings);
}

interface Reviewed {
  readonly app: string;
  readonly config: string;
  readonly review: Review;
  /** The images whose layers were checked; without it, Dockerfiles were. */
  readonly images?: Extract<PolicyChecked, { what: 'images' }>['images'];
  readonly now: Date;
  /** The path of the report; empty: none. */
  readonly report: string;
}

export { policySummary } from '../policy/summary.ts';
