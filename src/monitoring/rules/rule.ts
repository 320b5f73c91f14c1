import type { AlertSeverity } from '../../config/receivers.ts';
import { type MonitoringSubject, ownLabels } from '../subject.ts';

/** Prometheus rules: the shape of a rule file (prometheus.io, "Recording rules" and "Alerting rules"). */

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface AlertRule {
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

/** An alert without the labels that all alerts have. */
export type AlertText = Omit<AlertRule, 'labels'> & {
  readonly severity: AlertSeverity;
  readonly labels?: Record<string, string>;
};

/** Returns alerts with the labels by which Alertmanager routes and groups them. Pure. */
export function alertsFor(subject: MonitoringSubject, alerts: readonly AlertText[]): AlertRule[] {
  return alerts.map(({ severity, labels, ...alert }) => ({
    ...alert,
    labels: { ...ownLabels(subject), severity, slipway: 'true', ...labels },
  }));
}

/** The series that shows that the rules are loaded. It is always there, and has no label of a scrape. */
export const rulesLoaded = 'slipway:rules_loaded';
