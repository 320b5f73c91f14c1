import { fullest, leastLeft, volumeLeft } from '../rules/application.ts';
import type { MonitoringSubject } from '../subject.ts';
import { type DashboardText, type PanelText, signalPanels, single, tooHigh, tooLow } from './panel.ts';

/** Returns the dashboard for "are the stores of the application well?". Pure. */
export function dataDashboard(subject: MonitoringSubject): DashboardText {
  const bands = { connections: tooHigh({ warning: fullest.connections }) };
  const signals = signalPanels(subject, ['data'], bands);
  const isCache = ({ title }: PanelText) => title === 'Cache hits';
  return {
    name: 'data',
    description: 'Database, replication, cache and volumes.',
    range: '6h',
    rows: {
      Database: [...signals.filter(each => !isCache(each)), ...postgresPanels(subject)],
      Cache: [...signals.filter(isCache), ...redisPanels(subject)],
      Volumes: volumePanels(subject),
    },
  };
}

function volumePanels(subject: MonitoringSubject): PanelText[] {
  const left = volumeLeft(subject);
  const how = { legend: '{{persistentvolumeclaim}}', bands: tooLow(leastLeft) };
  return left === undefined ? [] : [single('Free space', 'share', left, how)];
}

function postgresPanels({ namespace, settings: { sources } }: MonitoringSubject): PanelText[] {
  if (sources.postgres === undefined) return [];
  const rate = (metric: string) => `sum(rate(pg_stat_database_${metric}{namespace="${namespace}"}[5m]))`;
  const reads = `${rate('blks_hit')} / (${rate('blks_hit')} + ${rate('blks_read')} > 0)`;
  const deadlocks = `sum(increase(pg_stat_database_deadlocks{namespace="${namespace}"}[15m]))`;
  const size = `max by (datname) (pg_database_size_bytes{namespace="${namespace}",datname!~"template.*"})`;
  const transactions = [
    { expr: rate('xact_commit'), legend: 'committed' },
    { expr: rate('xact_rollback'), legend: 'rolled back' },
  ];
  return [
    { title: 'Transactions per second', unit: 'count', queries: transactions },
    single('Reads from the buffer cache', 'share', reads),
    single('Deadlocks in 15 minutes', 'count', deadlocks),
    single('Size of the databases', 'bytes', size, { legend: '{{datname}}' }),
  ];
}

function redisPanels({ namespace, settings: { sources } }: MonitoringSubject): PanelText[] {
  if (sources.redis === undefined) return [];
  const own = `{namespace="${namespace}"}`;
  const rate = (metric: string) => `sum(rate(redis_${metric}_total${own}[5m]))`;
  return [
    single('Memory of the cache', 'bytes', `redis_memory_used_bytes${own}`, { legend: '{{instance}}' }),
    single('Commands per second', 'count', rate('commands_processed')),
    single('Evicted keys per second', 'count', rate('evicted_keys')),
  ];
}
