import type { MonitoringSubject } from '../subject.ts';
import { dataDashboard } from './data.ts';
import type { DashboardText } from './panel.ts';
import { recoveryDashboard } from './recovery.ts';
import { releaseDashboard } from './release.ts';
import { render } from './render.ts';
import { serviceDashboard } from './service.ts';

/**
 * Returns the dashboards of an application. Each panel reads what rules record or alerts read; what is not configured has no panel, and a
 * dashboard without panels is left out. Pure.
 */
export function dashboardsOf(subject: MonitoringSubject): { name: DashboardText['name']; json: object }[] {
  return [serviceDashboard, releaseDashboard, dataDashboard, recoveryDashboard]
    .map(dashboard => dashboard(subject))
    .filter(({ rows }) => Object.values(rows).some(panels => panels.length > 0))
    .map(text => ({ name: text.name, json: render(text, subject) }));
}
