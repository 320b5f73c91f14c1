import { narrowed } from '../../analysis/selector.ts';
import { fullest, memoryOfLimit } from '../rules/application.ts';
import {
  budgetLeft,
  burnLimits,
  burnWindows,
  indicatorsOf,
  mostBad,
  rangeOf,
  ratioOver,
} from '../rules/burn-rate.ts';
import { type MonitoringSubject, ownSelector, podMatchers, sourceJob } from '../subject.ts';
import type { DashboardText, PanelText, ThresholdBand } from './panel.ts';
import { signalPanels, single, tooHigh, tooLow } from './panel.ts';

/** A budget of which less is left is drawn as a warning. */
const lowBudget = 0.25;

/** Returns the dashboard for "do users get what was promised?". Pure. */
export function serviceDashboard(subject: MonitoringSubject): DashboardText {
  const ofLimit = single('Memory usage (share of limit)', 'share', memoryOfLimit(subject), {
    legend: '{{pod}} {{container}}',
    bands: tooHigh({ warning: fullest.memory }),
  });
  return {
    name: 'service',
    description: 'Whether users get what the objectives promise.',
    range: '6h',
    rows: {
      Objectives: [...objectivePanels(subject), ...alertPanels(subject)],
      'Golden signals': goldenSignals(subject),
      Saturation: [...signalPanels(subject, ['saturation']), ofLimit],
      Nodes: nodePanels(subject),
      Business: signalPanels(subject, ['business']),
    },
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
function burnBands({ objectives: { window } }: MonitoringSubject, share: number): ThresholdBand[] {
  const allowed = Number((1 - share).toPrecision(8));
  return tooHigh({ warning: allowed, critical: mostBad(burnLimits[0], allowed, window) });
}

function objectivePanels(subject: MonitoringSubject): PanelText[] {
  const indicators = indicatorsOf(subject);
  if (indicators.length === 0) return [];
  const of = (record: string, objective: string) => ownSelector(record, subject, { objective });
  return [
    {
      title: 'Error budget remaining',
      unit: 'share',
      shape: 'values',
      description: `Over ${rangeOf(subject.objectives.window)}. 100 % is untouched, below 0 is overspent.`,
      bands: tooLow({ warning: lowBudget, critical: 0 }),
      queries: indicators.map(({ objective }) => ({ expr: of(budgetLeft, objective), legend: objective })),
    },
    ...indicators.map(({ objective, share, bad }): PanelText => {
      const queries = burnWindows.map(window => ({
        expr: of(ratioOver(window), objective),
        legend: `last ${rangeOf(window)}`,
      }));
      return { title: `Requests that ${bad}`, unit: 'share', queries, bands: burnBands(subject, share) };
    }),
  ];
}

function alertPanels(subject: MonitoringSubject): PanelText[] {
  const { namespace, workload } = subject;
  const up = narrowed('up', podMatchers(namespace, workload));
  const firing = ownSelector('ALERTS', subject, { slipway: 'true', alertstate: 'firing' });
  const queries = ['sum', 'count'].map(of => ({
    expr: `${of}(${up})`,
    legend: of === 'sum' ? 'reached' : 'all',
  }));
  return [
    single('Firing alerts', 'count', `count(${firing}) or vector(0)`, {
      shape: 'values',
      bands: tooHigh({ critical: 1 }),
    }),
    { title: 'Pods that Prometheus reaches', unit: 'count', queries },
  ];
}

function nodePanels(subject: MonitoringSubject): PanelText[] {
  if (subject.settings.sources.node === undefined) return [];
  const job = `job="${sourceJob(subject, 'node')}"`;
  const disks = `{${job},fstype!~"tmpfs|ramfs|overlay|squashfs"}`;
  const used = {
    CPU: `1 - avg by (instance) (rate(node_cpu_seconds_total{${job},mode="idle"}[5m]))`,
    Memory: `1 - node_memory_MemAvailable_bytes{${job}} / node_memory_MemTotal_bytes{${job}}`,
    'Fullest disk': `max by (instance) (1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks})`,
  };
  return Object.entries(used).map(([what, expr]) =>
    single(`${what} of the nodes`, 'share', expr, { legend: '{{instance}}' }),
  );
}
