import { type DecidingRequest, decideAll } from './decide.ts';
import {
  type ConformanceReport,
  conformanceSchema,
  type StatusCounts,
  statusSchema,
} from './report-schema.ts';

export interface ReportRequest extends DecidingRequest {
  readonly app: string;
  readonly environment: string;
  /** The version of Slipway. */
  readonly by: string;
  readonly notes: readonly string[];
  /** An earlier report, to compare with. */
  readonly before?: ConformanceReport;
}

/** Returns the report. */
export function conformanceReport(request: ReportRequest): ConformanceReport {
  const { app, environment, by, notes, shown, now, before } = request;
  const requirements = decideAll(request).map(each =>
    each.remedy === undefined
      ? each
      : { ...each, remedy: each.remedy.replaceAll('ENVIRONMENT', environment) },
  );
  return {
    schema: 1,
    app,
    environment,
    at: new Date(now).toISOString(),
    by,
    counts: countsOf(requirements),
    requirements,
    sources: shown
      .map(({ of, at, assessments }) => ({
        of,
        at: new Date(at).toISOString(),
        results: assessments.length,
      }))
      .sort((a, b) => (`${a.of} ${a.at}` < `${b.of} ${b.at}` ? -1 : 1)),
    notes: [...notes],
    ...(before === undefined ? {} : { since: sinceOf(before, requirements) }),
  };
}

const countsOf = (requirements: ConformanceReport['requirements']): StatusCounts =>
  Object.fromEntries(
    statusSchema.options.map(each => [each, requirements.filter(({ status }) => status === each).length]),
  ) as StatusCounts;

function sinceOf(
  before: ConformanceReport,
  requirements: ConformanceReport['requirements'],
): NonNullable<ConformanceReport['since']> {
  const was = new Map(before.requirements.map(({ id, status }) => [id, status]));
  const changed = requirements.flatMap(({ id, status: to }) => {
    const from = was.get(id) ?? 'unknown';
    return from === to ? [] : [{ id, from, to }];
  });
  return { at: before.at, counts: before.counts, changed };
}

/**
 * Reads an earlier report.
 * @returns it, or why it is not one, in a clause.
 */
export function earlierReport(value: unknown, app: string, environment: string): ConformanceReport | string {
  const read = conformanceSchema.safeParse(value);
  if (!read.success) return 'it is not a requirements report with `schema: 1`';
  const { data } = read;
  if (data.app !== app || data.environment !== environment)
    return `it is about ${data.app} in ${data.environment}`;
  const ids = new Set(data.requirements.map(({ id }) => id));
  return ids.size === data.requirements.length ? data : 'it names a requirement twice';
}
