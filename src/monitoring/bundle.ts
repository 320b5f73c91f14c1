import { stringify } from 'yaml';
import { alertmanagerConfig } from './alert-routing.ts';
import { dashboardsOf } from './dashboards/dashboards.ts';
import { ruleGroups } from './rules/rules.ts';
import { scrapeJobs } from './scrape.ts';
import type { MonitoringSubject } from './subject.ts';

/** The monitoring of an application as files for Prometheus, Alertmanager and Grafana. */
export interface MonitoringBundle {
  /** Text by file name. */
  readonly files: Readonly<Record<string, string>>;
  readonly rules: number;
  readonly alerts: number;
  readonly dashboards: number;
}

export const bundleFiles = {
  rules: 'rules.yml',
  scrape: 'scrape.yml',
  alertmanager: 'alertmanager.yml',
} as const;

/** Renders the monitoring of an application. Pure. */
export function bundleOf(subject: MonitoringSubject): MonitoringBundle {
  const groups = ruleGroups(subject);
  const rules = groups.flatMap(group => group.rules);
  const dashboards = dashboardsOf(subject);
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });
  return {
    files: {
      [bundleFiles.rules]: yaml({ groups }),
      [bundleFiles.scrape]: yaml({ scrape_configs: scrapeJobs(subject) }),
      [bundleFiles.alertmanager]: yaml(alertmanagerConfig(subject)),
      ...Object.fromEntries(
        dashboards.map(({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`]),
      ),
    },
    rules: rules.length,
    alerts: rules.filter(rule => 'alert' in rule).length,
    dashboards: dashboards.length,
  };
}
