import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MonitoringSubject } from '../../src/monitoring/subject.ts';
import { escaped } from '../../src/report/html.ts';
import { rangeQuery } from '../prometheus.ts';
import { type DashboardQuery, dashboardQueries } from './dashboards.ts';
import type { Shop } from './harness.ts';

/** Pictures of dashboards: what each panel's queries return, as one SVG for each dashboard. Grafana draws them more beautifully. */

/** A series over time; times in seconds since 1970. */
interface Line {
  readonly legend: string;
  readonly points: readonly (readonly [at: number, value: number])[];
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const columns = 3;
const [width, height, gap] = [320, 170, 12];
const colors = ['#1f6feb', '#cf222e', '#1a7f37', '#9a6700', '#8250df', '#0a7ea4'];
/** More series than colors are not drawn. */
const most = colors.length;

/**
 * Draws dashboards of a subject from the lab's Prometheus, as `dashboard-NAME.svg` in the folder that SLIPWAY_PICTURES names; none without it.
 * @param names of the dashboards.
 * @param seconds until now that a picture shows.
 */
export async function drawDashboards(
  { cluster }: Pick<Shop, 'cluster'>,
  subject: MonitoringSubject,
  names: readonly string[],
  seconds: number,
): Promise<void> {
  const folder = process.env.SLIPWAY_PICTURES;
  if (folder === undefined) return;
  const now = Math.floor(Date.now() / 1000);
  const range = async ({ expr, legend }: DashboardQuery): Promise<Line[]> =>
    (await rangeQuery(cluster, expr, now - seconds, now)).map(({ metric, values }) => ({
      // As Grafana writes a legend.
      legend: legend.replace(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? ''),
      points: values
        .map(([at, value]) => [at, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    }));
  const queries = dashboardQueries(subject).filter(
    ({ dashboard, panel }) => names.includes(dashboard) && !panel.startsWith('annotation'),
  );
  mkdirSync(folder, { recursive: true });
  for (const [dashboard, own] of Map.groupBy(queries, each => each.dashboard)) {
    const panels: Panel[] = [];
    for (const [title, each] of Map.groupBy(own, ({ panel }) => panel)) {
      const lines = (await Promise.all(each.map(range))).flat();
      if (lines.length > 0) panels.push({ title, lines: lines.slice(0, most) });
    }
    writeFileSync(join(folder, `dashboard-${dashboard}.svg`), svgOf(dashboard, panels));
  }
}

function svgOf(dashboard: string, panels: readonly Panel[]): string {
  const rows = Math.ceil(panels.length / columns);
  const size = [columns * (width + gap) + gap, rows * (height + gap) + gap + 30];
  const body = panels.map((panel, index) => {
    const x = gap + (index % columns) * (width + gap);
    const y = 30 + gap + Math.floor(index / columns) * (height + gap);
    return `<g transform="translate(${x} ${y})">${panelSvg(panel)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" font-family="sans-serif" font-size="11" role="img">
<title>The data of the dashboard ${dashboard}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${gap}" y="24" font-size="16" font-weight="bold" fill="#1f2328">${dashboard}</text>
${body.join('\n')}
</svg>
`;
}

function panelSvg({ title, lines }: Panel): string {
  const points = lines.flatMap(line => line.points);
  const [from, to] = boundsOf(points.map(([at]) => at));
  const [low, high] = boundsOf([0, ...points.map(([, value]) => value)]);
  const plot = {
    left: 44,
    top: 26,
    right: width - 8,
    bottom: height - 22 - 12 * Math.ceil(lines.length / 2),
  };
  const x = (at: number) => plot.left + ((at - from) / (to - from || 1)) * (plot.right - plot.left);
  const y = (value: number) => plot.bottom - ((value - low) / (high - low || 1)) * (plot.bottom - plot.top);
  const drawn = lines.map(
    ({ points }, index) =>
      `<polyline fill="none" stroke="${colors[index]}" stroke-width="1.5" points="${points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}"/>`,
  );
  const legends = lines.map(({ legend }, index) => {
    const [left, top] = [8 + (index % 2) * (width / 2 - 8), plot.bottom + 14 + 12 * Math.floor(index / 2)];
    return `<circle cx="${left + 3}" cy="${top - 3}" r="3" fill="${colors[index]}"/><text x="${left + 10}" y="${top}" fill="#59636e" font-size="10">${escaped(legend.slice(0, 24))}</text>`;
  });
  return [
    `<rect width="${width}" height="${height}" rx="4" fill="none" stroke="#d1d9e0"/>`,
    `<text x="8" y="17" font-weight="bold" fill="#1f2328">${escaped(title)}</text>`,
    `<text x="${plot.left - 4}" y="${plot.top + 8}" text-anchor="end" fill="#59636e">${short(high)}</text>`,
    `<text x="${plot.left - 4}" y="${plot.bottom}" text-anchor="end" fill="#59636e">${short(low)}</text>`,
    `<path d="M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}" fill="none" stroke="#d1d9e0"/>`,
    ...drawn,
    ...legends,
  ].join('');
}

/** Returns the lowest and the highest value. */
function boundsOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0] ?? 0, values[0] ?? 0],
  );
}

const short = (value: number): string =>
  Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
