import { prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { budgetReasons, isBurnAlert } from '../health.ts';
import { liveRelease, type MonitorRequest } from '../monitor.ts';
import { asking, type ObjectiveReading, readAlerts, readObjectives } from '../readings.ts';
import { liveSince, rollbackRefusal, timeBefore } from '../rollback-guard.ts';
import { burnAlertNames, burnLimits } from '../rules/burn-rate.ts';
import { type MonitoringSubject, requirePrometheus } from '../subject.ts';
import { confirmedAlerts } from './dispatch.ts';

/** What an alert leads to. `unknown`: the cluster's Prometheus cannot tell whether it is real. */
export type AlertDecision =
  | { readonly state: 'rollback'; readonly release: ReleaseNumber; readonly because: string }
  | { readonly state: 'ignored' | 'unknown'; readonly reason: string };

/**
 * Decides whether the live release is rolled back: slipway.yml must allow it, the release must be young and the newest, and Prometheus must
 * confirm that one of the alerts is firing, and that it began with its rollout; of a burn-rate alert also that the requests since then exceed one of its limits.
 * @param asked names of alerts.
 * @throws UserError if no Prometheus is known.
 */
export async function decideOnAlert(
  cluster: Cluster,
  request: Pick<MonitorRequest, 'config' | 'environment' | 'env' | 'report'>,
  subject: MonitoringSubject,
  asked: readonly string[],
): Promise<AlertDecision> {
  const source = prometheusOf(requirePrometheus(subject), cluster, request.env);
  const [known, clock] = await Promise.all([liveRelease(cluster, request), source.now()]);
  const refusal = rollbackRefusal(subject.settings.rollback, known);
  const live = known.releases.find(({ record }) => record.release === known.live);
  if (refusal !== undefined || live === undefined)
    return { state: 'ignored', reason: refusal ?? 'no release is live' };
  if (!clock.ok) return { state: 'unknown', reason: clock.detail };
  const began = Date.parse(live.record.at);
  const { query, failures } = asking(source);
  const [firing, objectives] = await Promise.all([
    readAlerts(query, subject, clock.value, began),
    readObjectives(query, subject, {
      before: timeBefore(known, began, subject.settings.compare),
      after: { from: liveSince(live) ?? began, to: clock.value },
    }),
  ]);
  const [failure] = failures;
  if (failure !== undefined) return { state: 'unknown', reason: failure };
  const alerts = confirmedAlerts(asked, firing, began);
  if ('ignored' in alerts) return { state: 'ignored', reason: alerts.ignored };
  const doubts = alerts.map(({ name }) => whyBurnUnconfirmed(name, objectives, subject.objectives.window));
  const alert = alerts.find((_, index) => doubts[index] === undefined);
  if (alert === undefined)
    return { state: 'ignored', reason: `since release ${live.record.release} went live, ${doubts[0]}` };
  const { name, severity, since = 0 } = alert;
  return {
    state: 'rollback',
    release: live.record.release,
    because: `the alert ${name} (${severity}) has been firing since ${new Date(since).toISOString()}`,
  };
}

/** Returns why the requests since the release do not confirm a burn-rate alert; undefined if they do, or it is another alert. */
function whyBurnUnconfirmed(
  name: string,
  objectives: readonly ObjectiveReading[],
  window: number,
): string | undefined {
  if (!isBurnAlert(name)) return undefined;
  const limits = burnLimits.filter(({ severity }) => burnAlertNames[severity] === name);
  const burnt = objectives.flatMap(each => budgetReasons(each, window, limits));
  if (burnt.some(({ sinceRelease }) => sinceRelease)) return undefined;
  return burnt[0]?.sentence ?? `too few requests were bad or slow to exceed a limit of ${name}`;
}
