import { formatDuration } from '../../toolkit/duration.ts';
import { ageLimits, lastSuccess, standbyPromises, streamingStandbys } from '../rules/recovery.ts';
import type { MonitoringSubject } from '../subject.ts';
import { type DashboardText, type PanelText, single, tooHigh } from './panel.ts';

/** Returns the dashboard for "could we recover now, and what would be lost?". Pure. */
export function recoveryDashboard(subject: MonitoringSubject): DashboardText {
  return {
    ...{ name: 'recovery', description: 'Age of backups and drills, WAL archive, standbys.', range: '7d' },
    rows: [
      { title: 'Backups and drills', panels: agePanels(subject) },
      { title: 'WAL archive', panels: archivePanels(subject) },
      { title: 'Standbys', panels: standbyPanels(subject) },
    ],
  };
}

function agePanels(subject: MonitoringSubject): PanelText[] {
  return ageLimits(subject.recovery).map(({ what, noun, most }) =>
    single({
      ...{ title: `Age of the last ${noun}`, unit: 'seconds', shape: 'values' },
      description: `At most ${formatDuration(most)}.`,
      bands: tooHigh({ critical: most / 1000 }),
      expr: `time() - max(${lastSuccess(subject, what)})`,
    }),
  );
}

function archivePanels({ namespace, recovery }: MonitoringSubject): PanelText[] {
  if (Object.keys(recovery?.databases ?? {}).length === 0) return [];
  const own = `{namespace="${namespace}"}`;
  return [
    single({
      ...{ title: 'Failed attempts to archive WAL', unit: 'count', bands: tooHigh({ critical: 1 }) },
      description: 'In 15 minutes.',
      expr: `sum(increase(pg_stat_archiver_failed_count${own}[15m]))`,
    }),
    single({
      ...{ title: 'Archived WAL segments per second', unit: 'count' },
      expr: `sum(rate(pg_stat_archiver_archived_count${own}[5m]))`,
    }),
    {
      ...{ title: 'WAL on the disk of the database', unit: 'bytes' },
      queries: [
        { expr: `max by (instance) (pg_wal_size_bytes${own})`, legend: '{{instance}}' },
        { expr: `3 * max(pg_settings_max_wal_size_bytes${own})`, legend: 'limit of the alert' },
      ],
    },
  ];
}

function standbyPanels({ namespace, recovery }: MonitoringSubject): PanelText[] {
  const databases = Object.values(recovery?.databases ?? {});
  if (recovery === undefined || databases.every(({ replicas }) => replicas.length === 0)) return [];
  return [
    ...standbyPromises(namespace, recovery).map(({ lag, count, within }) =>
      single({
        ...{ title: `Standbys within ${formatDuration(lag)}`, unit: 'count', shape: 'values' },
        description: `slipway.yml promises ${count}.`,
        bands: [
          [null, 'red'],
          [count, 'green'],
        ],
        expr: within,
      }),
    ),
    single({
      ...{ title: 'Lag of each standby', unit: 'bytes', legend: '{{application_name}}' },
      expr: `max by (application_name) (pg_stat_replication_pg_wal_lsn_diff${streamingStandbys(namespace)})`,
    }),
  ];
}
