import { type MonitoringSubject, ownLabels } from '../subject.ts';
import { checkAlerts } from './alert-check.ts';
import { applicationAlerts, signalRecordings, sourceAlerts } from './application.ts';
import { burnAlertsOf, burnRecordings } from './burn-rate.ts';
import { certificateAlerts } from './certificates.ts';
import { recoveryAlerts } from './recovery.ts';
import { rolloutAlerts } from './rollouts.ts';
import { type AlertText, alertsFor, type RuleGroup, rulesLoaded } from './rule.ts';
import { securityEventAlerts } from './security-events.ts';

/** Returns all rules of an application, in the groups of a rule file. Pure. */
export function ruleGroups(subject: MonitoringSubject): RuleGroup[] {
  const { app, environment } = subject;
  const alerts = (name: string, texts: AlertText[]): RuleGroup => ({
    name: `slipway-${app}-${environment}-${name}`,
    rules: alertsFor(subject, texts),
  });
  const loaded = { record: rulesLoaded, expr: 'vector(1)', labels: ownLabels(subject) };
  const recordings = [loaded, ...signalRecordings(subject), ...burnRecordings(subject)];
  return [
    { name: `slipway-${app}-${environment}-signals`, interval: '30s', rules: recordings },
    alerts('objectives', burnAlertsOf(subject)),
    alerts('application', [...applicationAlerts(subject), ...sourceAlerts(subject)]),
    alerts('rollouts', rolloutAlerts(subject)),
    alerts('certificates', certificateAlerts(subject)),
    alerts('recovery', recoveryAlerts(subject)),
    alerts('security-events', securityEventAlerts(subject)),
    // Often, so that a check takes less than a minute.
    { ...alerts('check', checkAlerts(subject)), interval: '5s' },
  ].filter(({ rules }) => rules.length > 0);
}
