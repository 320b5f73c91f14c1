import type { AlertSeverity } from '../../config/receivers.ts';
import { type MonitoringSubject, ownLabels } from '../subject.ts';

/** Prometheus rules: the shape of a rule file (prometheus.io, "Recording rules" and "Alerting rules"). */

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must hold. */
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>> & { readonly severity: AlertSeverity };
  readonly annotations: { readonly summary: string; readonly description: string };
}

export interface RuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

/** What is special in an alert. */
export type AlertText = Pick<AlertRule, 'alert' | 'expr' | 'for'> &
  AlertRule['annotations'] & { readonly severity: AlertSeverity; readonly labels?: Record<string, string> };

/** Returns alerts with the labels by which Alertmanager routes and groups them. Pure. */
export const alertsFor = (subject: MonitoringSubject, alerts: readonly AlertText[]): AlertRule[] =>
  alerts.map(({ severity, labels, summary, description, ...alert }) => ({
    ...alert,
    labels: { ...ownLabels(subject), severity, slipway: 'true', ...labels },
    annotations: { summary, description },
  }));

/** The series that shows that the rules are loaded. It is always there, and has no label of a scrape. */
export const rulesLoaded = 'slipway:rules_loaded';
