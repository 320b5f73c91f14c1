import { prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { ReleaseNumber } from '../../release/workloads/naming.ts';
import { budgetReasons, isBurnAlert } from '../health.ts';
import { liveRelease, type MonitorRequest } from '../monitor.ts';
import { firingAlerts, missedObjectives } from '../readings.ts';
import { liveSince, rollbackRefusal } from '../rollback-guard.ts';
import type { MonitoringSubject } from '../subject.ts';
import { requirePrometheus } from '../subject.ts';
import { type AskedAlerts, confirmedAlert } from './dispatch.ts';

/** What an alert leads to. `unknown`: the cluster's Prometheus cannot tell whether it is real. */
export type AlertDecision =
  | { readonly state: 'rollback'; readonly release: ReleaseNumber; readonly because: string }
  | { readonly state: 'ignored' | 'unknown'; readonly reason: string };

/**
 * Decides whether the live release is rolled back: slipway.yml must allow it, the release must be young and the newest, and Prometheus must
 * confirm that one of the alerts is firing, and that it began with its rollout; of a burn-rate alert also that the requests since then burn the error budget.
 * @throws UserError if no Prometheus is known.
 */
export async function decideOnAlert(
  cluster: Cluster,
  request: Pick<MonitorRequest, 'config' | 'environment' | 'env' | 'report'>,
  subject: MonitoringSubject,
  asked: AskedAlerts,
): Promise<AlertDecision> {
  const source = prometheusOf(requirePrometheus(subject), cluster, request.env);
  const known = await liveRelease(cluster, request);
  const refusal = rollbackRefusal(subject.settings.rollback, known);
  const live = known.releases.find(({ record }) => record.release === known.live);
  if (refusal !== undefined || live === undefined)
    return { state: 'ignored', reason: refusal ?? 'no release is live' };
  const firing = await firingAlerts(source, subject);
  if (!firing.ok) return { state: 'unknown', reason: firing.detail };
  const began = Date.parse(live.record.at);
  const alert = confirmedAlert(asked, firing.value, began);
  if ('ignored' in alert) return { state: 'ignored', reason: alert.ignored };
  if (isBurnAlert(alert.name)) {
    const at = await source.now();
    if (!at.ok) return { state: 'unknown', reason: at.detail };
    const from = liveSince(live) ?? began;
    const spans = {
      before: { from: began - subject.settings.compare, to: began },
      after: { from, to: at.value },
    };
    const missed = await missedObjectives(source, subject, spans);
    if (!missed.ok) return { state: 'unknown', reason: missed.detail };
    const blamed = missed.value.flatMap(each => budgetReasons(each, subject.objectives.window));
    if (!blamed.some(({ sinceRelease }) => sinceRelease))
      return {
        state: 'ignored',
        reason: `the requests since release ${live.record.release} is live do not burn the error budget faster than before`,
      };
  }
  const { name, severity, since = 0 } = alert;
  return {
    ...{ state: 'rollback', release: live.record.release },
    because: `the alert ${name} (${severity}) has been firing since ${new Date(since).toISOString()}`,
  };
}
