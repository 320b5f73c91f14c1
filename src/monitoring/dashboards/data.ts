import { fullest, leastLeft, volumeLeft } from '../rules/application.ts';
import type { MonitoringSubject } from '../subject.ts';
import { type DashboardText, type PanelText, signalPanels, single, tooHigh, tooLow } from './panel.ts';

/** Returns the dashboard for "are the stores of the application well?". Pure. */
export function dataDashboard(subject: MonitoringSubject): DashboardText {
  const { postgres, redis } = subject.settings.sources;
  const recordedPanels = signalPanels(subject, ['data'], {
    connections: tooHigh({ warning: fullest.connections }),
  });
  const isCache = ({ title }: PanelText) => title === 'Cache hits';
  return {
    ...{ name: 'data', description: 'Database, replication, cache and volumes.', range: '6h' },
    rows: [
      {
        title: 'Database',
        panels: [
          ...recordedPanels.filter(panel => !isCache(panel)),
          ...(postgres === undefined ? [] : postgresPanels(subject)),
        ],
      },
      {
        title: 'Cache',
        panels: [...recordedPanels.filter(isCache), ...(redis === undefined ? [] : redisPanels(subject))],
      },
      { title: 'Volumes', panels: hasVolumes(subject) ? [volumePanel(subject)] : [] },
    ],
  };
}

/** slipway.yml does not name PVCs; where it names no store either, there are probably none. */
const hasVolumes = ({ workload, recovery, settings: { sources } }: MonitoringSubject): boolean =>
  workload.kind === 'StatefulSet' || (recovery ?? sources.postgres ?? sources.redis) !== undefined;

const volumePanel = (subject: MonitoringSubject): PanelText =>
  single({
    ...{ title: 'Space left', unit: 'share', bands: tooLow(leastLeft) },
    expr: volumeLeft(subject),
    legend: '{{persistentvolumeclaim}}',
  });

function postgresPanels({ namespace }: MonitoringSubject): PanelText[] {
  const own = `{namespace="${namespace}"}`;
  const rate = (metric: string) => `sum(rate(pg_stat_database_${metric}${own}[5m]))`;
  return [
    {
      ...{ title: 'Transactions per second', unit: 'count' },
      queries: [
        { expr: rate('xact_commit'), legend: 'committed' },
        { expr: rate('xact_rollback'), legend: 'rolled back' },
      ],
    },
    single({
      ...{ title: 'Reads from the buffer cache', unit: 'share' },
      expr: `${rate('blks_hit')} / (${rate('blks_hit')} + ${rate('blks_read')} > 0)`,
    }),
    single({
      ...{ title: 'Deadlocks in 15 minutes', unit: 'count' },
      expr: `sum(increase(pg_stat_database_deadlocks${own}[15m]))`,
    }),
    single({
      ...{ title: 'Size of the databases', unit: 'bytes', legend: '{{datname}}' },
      expr: `max by (datname) (pg_database_size_bytes{namespace="${namespace}",datname!~"template.*"})`,
    }),
  ];
}

function redisPanels({ namespace }: MonitoringSubject): PanelText[] {
  const own = `{namespace="${namespace}"}`;
  return [
    single({
      ...{ title: 'Memory of the cache', unit: 'bytes', legend: '{{instance}}' },
      expr: `redis_memory_used_bytes${own}`,
    }),
    single({
      ...{ title: 'Commands per second', unit: 'count' },
      expr: `sum(rate(redis_commands_processed_total${own}[5m]))`,
    }),
    single({
      ...{ title: 'Evicted keys per second', unit: 'count' },
      expr: `sum(rate(redis_evicted_keys_total${own}[5m]))`,
    }),
  ];
}
