import { severities } from '../../config/channels.ts';
import type { AlertSeverity } from '../../config/receivers.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/**
 * The alert of `slipway alerts test`, one for each severity. It fires while a Lease was renewed a short time ago, so a check that is killed
 * ends by itself. It needs kube-state-metrics (`kube_lease_renew_time`).
 */

export const checkAlert = 'SlipwayAlertCheck';

/** Milliseconds after which the alert ends by itself. */
export const longestCheck = 600_000;

/** Returns the name of the Lease of a severity. Application names have no dot, so it is never that of an application. Pure. */
export const checkLease = (app: string, severity: AlertSeverity): string =>
  `slipway-${app}.alert-check.${severity}`;

/** Returns the selector of the time when that Lease was renewed, in seconds. Pure. */
export const checkSeries = ({ app, namespace }: MonitoringSubject, severity: AlertSeverity): string =>
  `kube_lease_renew_time{namespace="${namespace}",lease="${checkLease(app, severity)}"}`;

/** The time of the check, by which it is recognized at each hop. */
const number = '{{ $value | printf "%.0f" }}';

/** Returns the alerts. Each check is a new alert, because Alertmanager does not repeat one that it has sent a short time ago. Pure. */
export const checkAlerts = (subject: MonitoringSubject): AlertText[] =>
  severities.map(severity => ({
    alert: checkAlert,
    severity,
    for: '5s',
    labels: { check: number },
    expr: `max(${checkSeries(subject, severity)}) > time() - ${longestCheck / 1000}`,
    summary: `${subject.app}: a test of the ${severity} alerts, number ${number}`,
    description: '`slipway alerts test` started this alert and will end it. Nothing is wrong.',
  }));
