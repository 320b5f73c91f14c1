import { dashboardsOf } from '../../src/monitoring/dashboards/dashboards.ts';
import type { MonitoringSubject } from '../../src/monitoring/subject.ts';

/** A query as Grafana sends it to Prometheus. */
export interface DashboardQuery {
  readonly dashboard: string;
  /** Title of the panel, or `annotation` and its name. */
  readonly panel: string;
  readonly legend: string;
  /** PromQL without variables of Grafana. */
  readonly expr: string;
}

interface Dashboard {
  panels: { title: string; type: string; targets?: { expr: string; legendFormat: string }[] }[];
  annotations: { list: { name: string; expr: string; titleFormat: string }[] };
}

/** Returns every query of the dashboards of a subject, including those of annotations. */
export function dashboardQueries(subject: MonitoringSubject): DashboardQuery[] {
  return dashboardsOf(subject).flatMap(({ name: dashboard, json }) => {
    const { panels, annotations } = json as Dashboard;
    return [
      ...panels.flatMap(({ title: panel, targets = [] }) =>
        targets.map(({ expr, legendFormat: legend }) => ({ dashboard, panel, legend, expr })),
      ),
      ...annotations.list.map(({ name, expr, titleFormat: legend }) => ({
        ...{ dashboard, panel: `annotation ${name}`, legend, expr },
      })),
    ];
  });
}

/**
 * Runs every query, and returns those that fail or return no sample: `dashboard / panel / legend: reason`.
 * @param query runs PromQL at this moment, and returns the number of series. It rejects what Prometheus refuses.
 * @param emptyByDesign whether a query may be empty now, such as that of a canary after its rollout.
 */
export async function emptyPanels(
  subject: MonitoringSubject,
  query: (expr: string) => Promise<number>,
  emptyByDesign: (query: DashboardQuery) => boolean = () => false,
): Promise<string[]> {
  const empty: string[] = [];
  for (const each of dashboardQueries(subject)) {
    const found = await query(each.expr).catch((error: Error) => error.message);
    if (typeof found === 'number' && (found > 0 || emptyByDesign(each))) continue;
    const reason = typeof found === 'number' ? 'no data' : found;
    empty.push(`${each.dashboard} / ${each.panel} / ${each.legend}: ${reason}`);
  }
  return empty;
}
