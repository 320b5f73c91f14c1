import type { Cluster } from '../cluster/port.ts';
import { recordedEnvironment } from '../release/store/recorded-environment.ts';
import { probeOwner } from '../release/verify.ts';
import { counted } from '../toolkit/count.ts';
import { describe } from '../toolkit/errors.ts';
import { pause, type Waiting } from '../toolkit/retry.ts';
import { type AcceptanceRequest, type AcceptanceResult, acceptance } from '../verify/acceptance.ts';
import { type CheckResult, mayBeFaultOfRelease, sentenceOf } from '../verify/checks.ts';
import type { HealthReason } from './health.ts';
import { liveRelease, type MonitorReport, type MonitorRequest, pace } from './monitor.ts';

/** The checks of `verify` at a release that is monitored: once in each run, after the watch. */

type Accepted = Pick<AcceptanceResult, 'address' | 'results'>;

/** A matrix may have hundreds of requests; the report shows them all. */
const mostNamed = 5;

/**
 * Makes the checks of `verify`, and adds what they found to a report. What a rollback could cure is asked twice before it counts. Nothing
 * is asked if the metrics start a rollback already, or there is no release to judge, or no pod of it.
 */
export async function withAcceptance(
  cluster: Cluster,
  request: MonitorRequest & Pick<Waiting, 'sleep'> & Pick<AcceptanceRequest, 'clock'>,
  report: MonitorReport,
): Promise<MonitorReport> {
  const { environmentName, signal } = request;
  const isAsked = request.environment.monitoring?.['verify-checks'] !== 'none';
  const isDoomed = report.refusal === undefined && report.reasons.some(({ sinceRelease }) => sinceRelease);
  const isJudged = report.release !== undefined && report.verdict !== 'superseded';
  if (!isAsked || !isJudged || isDoomed || signal.aborted) return report;
  let accepted: Accepted;
  try {
    const before = await liveRelease(cluster, request);
    if (before.rollout !== undefined || before.scaledToZero) return report;
    const own = before.releases.find(({ record }) => record.release === report.release);
    // As recorded: slipway.yml of today may ask for what only a later release has.
    const environment = recordedEnvironment(own?.record, environmentName, request.environment);
    if (environment.verify === undefined) return report;
    const all = request.environment.monitoring?.['verify-checks'] === 'all';
    accepted = await asked(cluster, { ...request, environment }, all && report.verdict === 'healthy');
    const { live, rollout, scaledToZero } = await liveRelease(cluster, request);
    if (scaledToZero)
      return withReason(report, 'the workload was scaled to 0 while the checks of `verify` ran');
    if (rollout !== undefined || live !== report.release)
      return withReason(report, 'a rollout began while the checks of `verify` ran');
  } catch (error) {
    if (signal.aborted) return report;
    return withReason(report, `the checks of \`verify\` could not be run: ${describe(error)}`);
  }
  const passed = accepted.results.filter(({ ok }) => ok).length;
  request.report(`verify: ${passed} of ${counted(accepted.results.length, 'check')} passed`);
  return judged(report, accepted);
}

async function asked(
  cluster: Cluster,
  { config, environment, env, clock, signal, sleep }: Parameters<typeof withAcceptance>[1],
  mayWrite: boolean,
): Promise<Accepted> {
  const owner = probeOwner(config.app, environment.namespace);
  const ask = (only: 'reads' | 'writes') =>
    acceptance(cluster, { environment, owner, env, only, ...(clock && { clock }) });
  let accepted = await ask('reads');
  // One answer may have met a restart.
  if (accepted.results.some(mayBeFaultOfRelease)) {
    await pause(pace, { signal, sleep });
    accepted = await ask('reads');
  }
  if (!mayWrite || accepted.results.some(({ ok }) => !ok)) return accepted;
  const { results } = await ask('writes');
  return { ...accepted, results: [...accepted.results, ...results] };
}

/** Adds the failures to a report: it is degraded by what failed, and unknown by what could not be asked. Pure. */
export function judged(report: MonitorReport, { address, results }: Accepted): MonitorReport {
  const failed = results.filter(({ ok }) => !ok);
  const broken = failed.filter(({ skipped }) => skipped !== true);
  const unknown = failed.filter(({ skipped }) => skipped === true);
  const worst =
    broken.length > 0
      ? 'degraded'
      : unknown.length > 0 && report.verdict === 'healthy'
        ? 'unknown'
        : undefined;
  return {
    ...report,
    verdict: worst ?? report.verdict,
    // A rollback needs a reason that it can cure, so that one is named first.
    reasons: [
      ...report.reasons,
      ...named(broken.toSorted((a, b) => Number(mayBeFaultOfRelease(b)) - Number(mayBeFaultOfRelease(a)))),
      ...named(unknown),
    ],
    acceptance: { address, results: results.map(({ check: _, ...rest }) => rest) },
  };
}

function named(failed: readonly CheckResult[]): HealthReason[] {
  const reasons = failed.slice(0, mostNamed).map(each => ({
    sentence: sentenceOf(each),
    sinceRelease: mayBeFaultOfRelease(each),
  }));
  const more = failed.length - reasons.length;
  if (more <= 0) return reasons;
  return [
    ...reasons,
    { sentence: `${counted(more, 'more check')} of \`verify\` did not pass`, sinceRelease: false },
  ];
}

/** Adds why the checks say nothing. */
const withReason = (report: MonitorReport, sentence: string): MonitorReport => ({
  ...report,
  verdict: report.verdict === 'healthy' ? 'unknown' : report.verdict,
  reasons: [...report.reasons, { sentence, sinceRelease: false }],
});
