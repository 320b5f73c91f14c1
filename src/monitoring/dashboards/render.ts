import { createHash } from 'node:crypto';
import * as common from '@grafana/grafana-foundation-sdk/common';
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type { Options } from '@grafana/grafana-foundation-sdk/stat';
import type { MonitoringSubject } from '../subject.ts';
import type { DashboardText, PanelQuery, PanelText } from './panel.ts';
import { releaseEvents } from './release.ts';

/**
 * Builds the JSON of a dashboard with the SDK of Grafana. Of the SDK only `dashboard` and `common` are loaded: its builders of panels and
 * queries would load the whole schema of dashboards twice more.
 */

/** A variable, so that any Grafana can import the dashboard. */
const source: common.DataSourceRef = { type: 'prometheus', uid: '$datasource' };

/** Panels in a row. */
const perRow = 3;

const units: Record<PanelText['unit'], string> = {
  'requests per second': 'reqps',
  share: 'percentunit',
  seconds: 's',
  cores: 'suffix: cores',
  bytes: 'bytes',
  'bytes per second': 'binBps',
  count: 'short',
  moment: 'dateTimeFromNow',
};

/** Returns the JSON of a dashboard. Pure. */
export function render(text: DashboardText, subject: MonitoringSubject): object {
  const { app, environment } = subject;
  const all = ['slipway', `${app}/${environment}`];
  const built = new dashboard.DashboardBuilder(`${app} ${environment}: ${text.name}`)
    .uid(uidOf(subject, text.name))
    .description(text.description)
    .tags(all)
    .timezone('utc')
    .time({ from: `now-${text.range}`, to: 'now' })
    .refresh('30s')
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .withVariable(
      new dashboard.DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'),
    )
    // By tag instead of address, because an import may change addresses.
    .link(
      new dashboard.DashboardLinkBuilder('Dashboards')
        .type(dashboard.DashboardLinkType.Dashboards)
        .tags(all)
        .includeVars(true)
        .keepTime(true),
    );
  for (const event of releaseEvents(subject))
    built.annotation(
      new dashboard.AnnotationQueryBuilder()
        .name(event.name)
        .datasource(source)
        .enable(true)
        .iconColor(event.color)
        .expr(event.expr)
        .titleFormat(event.text)
        .step('60s')
        .useValueForTime(true),
    );
  let id = 0;
  for (const [title, panels] of Object.entries(text.rows)) {
    if (panels.length > 0) built.withRow(new dashboard.RowBuilder(title).id(++id));
    for (const panel of panels) built.withPanel(panelOf(panel).id(++id));
  }
  // The SDK marks types by methods, and places links and annotations in a menu, which hides them.
  return JSON.parse(JSON.stringify(built.build(), (key, value) => (key === 'placement' ? undefined : value)));
}

/** Returns a stable ID. The names are hashed, because Grafana allows 40 characters. */
function uidOf({ app, environment }: MonitoringSubject, name: DashboardText['name']): string {
  const hash = createHash('sha256').update(`${app}/${environment}`).digest('hex').slice(0, 12);
  return `slipway-${hash}-${name}`;
}

function panelOf({ title, description, unit, shape = 'lines', bands, queries }: PanelText) {
  const isGraph = shape === 'lines' || shape === 'stacked';
  const steps = (bands ?? [[null, 'text'] as const]).map(([value, color]) => ({ value, color }));
  const panel = new dashboard.PanelBuilder()
    .type(isGraph ? 'timeseries' : 'stat')
    .title(title)
    .datasource(source)
    .height(8)
    .span(24 / perRow)
    .unit(units[unit])
    .thresholds(new dashboard.ThresholdsConfigBuilder().mode(dashboard.ThresholdsMode.Absolute).steps(steps))
    .targets(queries.map((query, index) => ({ build: () => targetOf(query, index, shape === 'now') })));
  if (description !== undefined) panel.description(description);
  return isGraph ? panel.custom(graph(shape, bands !== undefined)) : panel.options(values(shape));
}

function targetOf({ expr, legend }: PanelQuery, index: number, instant: boolean): Dataquery {
  return {
    refId: String.fromCharCode(65 + index),
    expr,
    legendFormat: legend,
    datasource: source,
    instant,
    range: !instant,
    _implementsDataqueryVariant: () => {},
  };
}

function graph(shape: 'lines' | 'stacked', hasLimits: boolean): common.GraphFieldConfig {
  const { Dashed, Off } = common.GraphThresholdsStyleMode;
  return {
    fillOpacity: 10,
    thresholdsStyle: { mode: hasLimits ? Dashed : Off },
    stacking: { mode: shape === 'stacked' ? common.StackingMode.Normal : common.StackingMode.None },
  };
}

function values(shape: 'values' | 'now'): Partial<Options> {
  return {
    reduceOptions: { calcs: ['lastNotNull'] },
    colorMode: common.BigValueColorMode.Value,
    graphMode: shape === 'now' ? common.BigValueGraphMode.None : common.BigValueGraphMode.Area,
    textMode: shape === 'now' ? common.BigValueTextMode.ValueAndName : common.BigValueTextMode.Auto,
  };
}
