import { prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { ReleaseNumber } from '../../release/workloads/naming.ts';
import { liveRelease, type MonitorRequest } from '../monitor.ts';
import { firingAlerts } from '../readings.ts';
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
 * confirm that one of the alerts is firing, and that it began after the release was live.
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
  const alert = confirmedAlert(asked, firing.value, liveSince(live));
  if ('ignored' in alert) return { state: 'ignored', reason: alert.ignored };
  const { name, severity, since = 0 } = alert;
  return {
    ...{ state: 'rollback', release: live.record.release },
    because: `the alert ${name} (${severity}) has been firing since ${new Date(since).toISOString()}`,
  };
}
