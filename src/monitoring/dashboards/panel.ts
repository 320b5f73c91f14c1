import { recorded, type Signal, signalsOf } from '../signals.ts';
import type { MonitoringSubject } from '../subject.ts';

/** Panels as data; render.ts turns them into the JSON of Grafana. */

export interface DashboardText {
  readonly name: 'service' | 'release' | 'data' | 'recovery';
  readonly description: string;
  /** How far back it looks, such as `6h`. */
  readonly range: string;
  /** Panels by the title of their row. */
  readonly rows: Readonly<Record<string, readonly PanelText[]>>;
}

/** `moment`: ms since 1970, shown as the time since then. */
export type PanelUnit = Signal['unit'] | 'moment';

export interface PanelText {
  readonly title: string;
  readonly unit: PanelUnit;
  readonly queries: readonly PanelQuery[];
  readonly description?: string;
  /** `values`: the newest value of each series, over its history. `now`: without history. Default: lines. */
  readonly shape?: 'lines' | 'stacked' | 'values' | 'now';
  readonly bands?: readonly ThresholdBand[];
}

export interface PanelQuery {
  /** PromQL without variables of Grafana, so that Prometheus itself can run it. */
  readonly expr: string;
  /** Name of a series; `{{label}}` is the value of a label. */
  readonly legend: string;
}

/** From this value on, a panel has this color; null is no lower bound. */
export type ThresholdBand = readonly [from: number | null, color: 'green' | 'orange' | 'red'];

/** Returns the bands of a value that should be low. Pure. */
export const tooHigh = ({ warning, critical }: { warning?: number; critical?: number }): ThresholdBand[] => [
  [null, 'green'],
  ...(warning === undefined ? [] : [[warning, 'orange'] as const]),
  ...(critical === undefined ? [] : [[critical, 'red'] as const]),
];

/** Returns the bands of a value that should be high. Pure. */
export const tooLow = ({ warning, critical }: { warning?: number; critical: number }): ThresholdBand[] => [
  [null, 'red'],
  [critical, warning === undefined ? 'green' : 'orange'],
  ...(warning === undefined ? [] : [[warning, 'green'] as const]),
];

/** Returns a panel with one query; its series are named like the panel, unless `legend` says otherwise. Pure. */
export const single = (
  title: string,
  unit: PanelUnit,
  expr: string,
  { legend = title, ...more }: Partial<Omit<PanelText, 'queries'>> & { legend?: string } = {},
): PanelText => ({ title, unit, queries: [{ expr, legend }], ...more });

/**
 * Returns a panel for each signal of these groups, from the recorded series; the percentiles of the latency share one. Pure.
 * @param bands by the name of the first signal in a panel.
 */
export function signalPanels(
  subject: MonitoringSubject,
  groups: readonly Signal['group'][],
  bands: Readonly<Record<string, readonly ThresholdBand[] | undefined>> = {},
): PanelText[] {
  const signals = signalsOf(subject).filter(({ group }) => groups.includes(group));
  const panels = Map.groupBy(signals, ({ group, title }) => (group === 'latency' ? 'Latency' : title));
  return [...panels].flatMap(([title, [first, ...more]]): PanelText[] => {
    if (first === undefined) return [];
    const band = bands[first.name];
    const queries = [first, ...more].map(each => ({ expr: recorded(each, subject), legend: each.title }));
    return [{ title, unit: first.unit, queries, ...(band === undefined ? {} : { bands: band }) }];
  });
}
