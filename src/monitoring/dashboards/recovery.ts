import { formatDuration } from '../../toolkit/duration.ts';
import { ageLimits, lastSuccess, standbyPromises, streamingStandbys } from '../rules/recovery.ts';
import type { MonitoringSubject } from '../subject.ts';
import { type DashboardText, type PanelText, single, tooHigh, tooLow } from './panel.ts';

/** Returns the dashboard for "could we recover now, and what would be lost?". Pure. */
export function recoveryDashboard(subject: MonitoringSubject): DashboardText {
  return {
    name: 'recovery',
    description: 'Age of backups and drills, WAL archive, standbys.',
    range: '7d',
    rows: {
      'Backups and drills': agePanels(subject),
      'WAL archive': archivePanels(subject),
      Standbys: standbyPanels(subject),
    },
  };
}

function agePanels(subject: MonitoringSubject): PanelText[] {
  return ageLimits(subject.recovery).map(({ what, noun, most }) =>
    single(`Age of the last ${noun}`, 'seconds', `time() - max(${lastSuccess(subject, what)})`, {
      shape: 'values',
      bands: tooHigh({ critical: most / 1000 }),
      description: `At most ${formatDuration(most)}.`,
    }),
  );
}

function archivePanels({ namespace, recovery }: MonitoringSubject): PanelText[] {
  if (Object.keys(recovery?.databases ?? {}).length === 0) return [];
  const own = `{namespace="${namespace}"}`;
  const failed = `sum(increase(pg_stat_archiver_failed_count${own}[15m]))`;
  const archived = `sum(rate(pg_stat_archiver_archived_count${own}[5m]))`;
  const kept = [
    { expr: `max by (instance) (pg_wal_size_bytes${own})`, legend: '{{instance}}' },
    { expr: `3 * max(pg_settings_max_wal_size_bytes${own})`, legend: 'limit of the alert' },
  ];
  return [
    single('Failures to archive WAL in 15 minutes', 'count', failed, { bands: tooHigh({ critical: 1 }) }),
    single('Archived WAL segments per second', 'count', archived),
    { title: 'WAL on the disk of the database', unit: 'bytes', queries: kept },
  ];
}

function standbyPanels({ namespace, recovery }: MonitoringSubject): PanelText[] {
  const databases = Object.values(recovery?.databases ?? {});
  if (recovery === undefined || databases.every(({ replicas }) => replicas.length === 0)) return [];
  const behind = `max by (application_name) (pg_stat_replication_pg_wal_lsn_diff${streamingStandbys(namespace)})`;
  return [
    ...standbyPromises(namespace, recovery).map(({ lag, count, within }) =>
      single(`Standbys within ${formatDuration(lag)}`, 'count', within, {
        shape: 'values',
        bands: tooLow({ critical: count }),
        description: `slipway.yml promises ${count}.`,
      }),
    ),
    single('Lag of each standby', 'bytes', behind, { legend: '{{application_name}}' }),
  ];
}
