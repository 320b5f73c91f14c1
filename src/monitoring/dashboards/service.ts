import { narrowed } from '../../analysis/selector.ts';
import { fullest, memoryOfLimit, sourceJob } from '../rules/application.ts';
import { budgetLeft, burnLimits, burnRate, indicatorsOf, rangeOf, ratioOver } from '../rules/burn-rate.ts';
import { type MonitoringSubject, podMatchers } from '../subject.ts';
import {
  type DashboardText,
  type PanelText,
  signalPanels,
  single,
  type ThresholdBand,
  tooHigh,
  tooLow,
} from './panel.ts';

/** A budget of which less is left is drawn as a warning. */
const lowBudget = 0.25;

/** Returns the dashboard for "do users get what was promised?". Pure. */
export function serviceDashboard(subject: MonitoringSubject): DashboardText {
  return {
    ...{ name: 'service', description: 'Whether users get what the objectives promise.', range: '6h' },
    rows: [
      { title: 'Objectives', panels: [...objectivePanels(subject), ...alertPanels(subject)] },
      { title: 'Golden signals', panels: goldenSignals(subject) },
      { title: 'Saturation', panels: [...signalPanels(subject, ['saturation']), limitPanel(subject)] },
      { title: 'Nodes', panels: nodePanels(subject) },
      { title: 'Business', panels: signalPanels(subject, ['business']) },
    ],
  };
}

/** Returns the panels of traffic, errors and latency, with the objectives as limits. Pure. */
export function goldenSignals(subject: MonitoringSubject): PanelText[] {
  const { availability, latency } = subject.objectives;
  return signalPanels(subject, ['traffic', 'errors', 'latency'], {
    errors: availability === undefined ? undefined : burnBands(subject, availability),
    'latency-p50': latency === undefined ? undefined : tooHigh({ critical: latency.under }),
  });
}

/** Above the first limit the budget does not last for its window; above the second an urgent alert fires. */
function burnBands({ objectives }: MonitoringSubject, share: number): ThresholdBand[] {
  const allowed = Number((1 - share).toPrecision(8));
  const [urgent] = burnLimits;
  const critical = urgent && Number((burnRate(urgent, objectives.window) * allowed).toPrecision(8));
  return tooHigh({ warning: allowed, ...(critical === undefined ? {} : { critical }) });
}

function objectivePanels(subject: MonitoringSubject): PanelText[] {
  const indicators = indicatorsOf(subject);
  if (indicators.length === 0) return [];
  const of = (record: string, objective: string) =>
    `${record}{app="${subject.app}",environment="${subject.environment}",objective="${objective}"}`;
  const windows = [...new Set(burnLimits.flatMap(({ short, long }) => [short, long]))].sort((a, b) => a - b);
  return [
    {
      ...{ title: 'Error budget left', unit: 'share', shape: 'values' },
      description: `Over ${rangeOf(subject.objectives.window)}. 100 % is untouched, below 0 is overspent.`,
      bands: tooLow({ warning: lowBudget, critical: 0 }),
      queries: indicators.map(({ objective }) => ({ expr: of(budgetLeft, objective), legend: objective })),
    },
    ...indicators.map(
      ({ objective, share, bad }): PanelText => ({
        ...{ title: `Requests that ${bad}`, unit: 'share', bands: burnBands(subject, share) },
        description: 'Over the windows of the burn-rate alerts.',
        queries: windows.map(window => ({
          expr: of(ratioOver(window), objective),
          legend: `last ${rangeOf(window)}`,
        })),
      }),
    ),
  ];
}

function alertPanels({ app, environment, namespace, workload }: MonitoringSubject): PanelText[] {
  const up = narrowed('up', podMatchers(namespace, workload));
  const firing = `ALERTS{app="${app}",environment="${environment}",slipway="true",alertstate="firing"}`;
  return [
    single({
      ...{ title: 'Firing alerts', unit: 'count', shape: 'values', bands: tooHigh({ critical: 1 }) },
      expr: `count(${firing}) or vector(0)`,
    }),
    {
      ...{ title: 'Pods that Prometheus reaches', unit: 'count' },
      queries: [
        { expr: `sum(${up})`, legend: 'reached' },
        { expr: `count(${up})`, legend: 'all' },
      ],
    },
  ];
}

const limitPanel = (subject: MonitoringSubject): PanelText =>
  single({
    ...{ title: 'Memory, share of the limit', unit: 'share', bands: tooHigh({ warning: fullest.memory }) },
    expr: memoryOfLimit(subject),
    legend: '{{pod}} {{container}}',
  });

function nodePanels({ app, settings: { sources } }: MonitoringSubject): PanelText[] {
  if (sources.node === undefined) return [];
  const job = `job="${sourceJob(app, 'node')}"`;
  const disks = `{${job},fstype!~"tmpfs|ramfs|overlay|squashfs"}`;
  const share = { unit: 'share', legend: '{{instance}}' } as const;
  return [
    single({
      ...{ ...share, title: 'CPU of the nodes' },
      expr: `1 - avg by (instance) (rate(node_cpu_seconds_total{${job},mode="idle"}[5m]))`,
    }),
    single({
      ...{ ...share, title: 'Memory of the nodes' },
      expr: `1 - node_memory_MemAvailable_bytes{${job}} / node_memory_MemTotal_bytes{${job}}`,
    }),
    single({
      ...{ ...share, title: 'Fullest disk of the nodes' },
      expr: `max by (instance) (1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks})`,
    }),
  ];
}
