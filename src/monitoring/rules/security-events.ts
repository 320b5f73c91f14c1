import { matching, narrowed } from '../../analysis/selector.ts';
import type { SecurityEventKind } from '../../config/security-events.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/**
 * Alerts about security events: logins, permission changes, access to data, abnormal behavior. The counters come from the application, or
 * from its logs by the log pipeline.
 */

/** Fewer logins, or other events, within five minutes say nothing about an attack. */
const fewest = 10;

/**
 * Factor over the busiest hours of the last week that is abnormal: their 99th percentile, which an application that is used only by day
 * reaches, and a short attack does not raise.
 */
const abnormal = 3;

/** Alerts that one permitted event fires, so that they say nothing about a release. */
export const eventAlertNames = {
  permissions: 'SlipwayPermissionsChanged',
  data: 'SlipwaySensitiveDataRead',
} as const;

/** Returns an alert for each declared kind of event. Pure. */
export function securityEventAlerts(subject: MonitoringSubject): AlertText[] {
  const { app, settings } = subject;
  const own = (selector: string) => ownCounter(selector, subject);
  const { logins, permissions, data, behavior } = settings['security-events'] ?? {};
  const alerts: AlertText[] = [];
  if (logins !== undefined)
    alerts.push({
      alert: 'SlipwayLoginsFail',
      severity: 'critical',
      labels: { event: 'logins' },
      expr: `sum(increase(${own(logins.failed)}[5m])) / (sum(increase(${own(logins.total)}[5m])) >= ${fewest}) > ${logins.max / 100}`,
      summary: `${app}: {{ $value | humanizePercentage }} of the logins fail`,
      description:
        'Either passwords are being guessed, or logins are broken: compare with the last release, and look at where the attempts come from.',
    });
  if (permissions !== undefined)
    alerts.push({
      alert: eventAlertNames.permissions,
      severity: 'warning',
      labels: { event: 'permissions' },
      expr: happened(own(permissions)),
      summary: `${app}: roles or permissions were changed`,
      description: 'Check in the audit log that a person was allowed to make this change.',
    });
  if (data !== undefined)
    alerts.push({
      alert: eventAlertNames.data,
      severity: 'warning',
      labels: { event: 'data' },
      expr: happened(own(data)),
      summary: `${app}: sensitive data was read`,
      description: 'Check in the audit log who read it, and why.',
    });
  if (behavior !== undefined) {
    const events = own(behavior);
    const rate = `sum(rate(${events}[5m]))`;
    alerts.push({
      alert: 'SlipwayAbnormalBehavior',
      for: '5m',
      severity: 'warning',
      labels: { event: 'behavior' },
      expr: `${rate} > ${abnormal} * quantile_over_time(0.99, ${rate}[7d:5m] offset 1h) and on () count(${events} offset 7d) > 0 and sum(increase(${events}[5m])) >= ${fewest}`,
      summary: `${app}: a security metric is more than ${abnormal} times as high as in the busiest hours of the last week`,
      description: 'Look at who causes it: an import, a crawler, or an attack.',
    });
  }
  return alerts;
}

/** Returns the selector of the counter that an event of a kind raises; of logins, that of the failed ones. Pure. */
export function securityEventCounter(
  subject: MonitoringSubject,
  kind: SecurityEventKind,
): string | undefined {
  const counter = subject.settings['security-events']?.[kind];
  const selector = typeof counter === 'object' ? counter.failed : counter;
  return selector === undefined ? undefined : ownCounter(selector, subject);
}

/** Another environment may use the same Prometheus. */
const ownCounter = (selector: string, { namespace }: MonitoringSubject): string =>
  narrowed(selector, [matching('namespace', '=', namespace)]);

/**
 * A counter has grown within five minutes, or appeared: `increase` needs two samples, so it misses the first event of a new series. After a gap
 * every counter appears. So the scrape of its target must not have failed then, and Prometheus must have scraped something before that. A new
 * pod has no series `up` then, so its first event counts.
 */
const happened = (counter: string): string =>
  `sum(increase(${counter}[5m])) > 0 or sum(${counter} unless ${counter} offset 5m unless on (job, instance) ${notScraped} and on () count(up offset 7m)) > 0`;

/** Targets that Prometheus knew five minutes ago, and did not scrape. */
const notScraped = '(max_over_time(up[10m] offset 5m) unless up offset 5m == 1)';
