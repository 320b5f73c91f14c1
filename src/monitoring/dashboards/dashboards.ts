import type { MonitoringSubject } from '../subject.ts';

/** A dashboard of Grafana. */
export interface NamedDashboard {
  /** `service`, `release`, `data` or `recovery`. */
  readonly name: string;
  readonly json: object;
}

/** Returns the dashboards of an application. Pure. */
export function dashboardsOf(_subject: MonitoringSubject): NamedDashboard[] {
  return [];
}
