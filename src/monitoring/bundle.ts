import { stringify } from 'yaml';
import { alertmanagerConfig } from './alert-routing.ts';
import { dashboardsOf } from './dashboards/dashboards.ts';
import { ruleGroups } from './rules/rules.ts';
import { scrapeJobs } from './scrape.ts';
import type { MonitoringSubject } from './subject.ts';

export const bundleFiles = {
  rules: 'rules.yml',
  scrape: 'scrape.yml',
  alertmanager: 'alertmanager.yml',
} as const;

/**
 * Renders the monitoring of an application as files for Prometheus, Alertmanager and Grafana. Pure.
 * @returns the text of each file, and the number of alerts.
 */
export function bundleOf(subject: MonitoringSubject): { files: Record<string, string>; alerts: number } {
  const groups = ruleGroups(subject);
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 });
  const dashboards = dashboardsOf(subject).map(
    ({ name, json }) => [`dashboards/${name}.json`, `${JSON.stringify(json, null, 2)}\n`] as const,
  );
  return {
    files: {
      [bundleFiles.rules]: yaml({ groups }),
      [bundleFiles.scrape]: yaml({ scrape_configs: scrapeJobs(subject) }),
      [bundleFiles.alertmanager]: yaml(alertmanagerConfig(subject)),
      ...Object.fromEntries(dashboards),
    },
    alerts: groups.flatMap(({ rules }) => rules).filter(rule => 'alert' in rule).length,
  };
}
