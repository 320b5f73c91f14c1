import type { Recovery } from '../../config/recovery.ts';
import { notArchived, replicaBehind } from '../../recovery/feasibility.ts';
import { type ApplicationPlace, leaseName, type Milestone } from '../../recovery/last-success.ts';
import { scenarioIds } from '../../recovery/scenario.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/**
 * Alerts about recovery: overdue backups and drills, failing WAL archiving, piled-up WAL, and standbys that lag more than slipway.yml
 * allows. A schedule that has stopped running reports nothing, so monitoring must notice. They need kube-state-metrics
 * (`kube_lease_renew_time`) and postgres_exporter.
 */

/** Factor by which a backup may exceed its interval. */
const late = 1.5;

/** Returns the alerts about recovery; none if slipway.yml has no `recovery`. Pure. */
export function recoveryAlerts({
  app,
  namespace,
  recovery,
}: Pick<MonitoringSubject, 'app' | 'namespace' | 'recovery'>): AlertText[] {
  if (recovery === undefined) return [];
  const { databases, managed, drills } = recovery;
  const within = drills?.due?.within ?? {};
  const every = [
    ...Object.values(databases).map(({ incremental }) => incremental),
    ...Object.values(managed).map(each => each.every),
  ];
  const place = { app, namespace };
  return [
    ...(every.length === 0
      ? []
      : [tooOld(place, 'backup', 'SlipwayBackupTooOld', Math.min(...every), 'backup')]),
    ...scenarioIds.flatMap(id => {
      const most = within[id];
      if (most === undefined) return [];
      return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
    }),
    ...(Object.keys(databases).length === 0 ? [] : archiveAlerts(place)),
    ...replicaAlerts(place, Object.values(databases)),
  ];
}

function tooOld(
  { app, namespace }: ApplicationPlace,
  what: Milestone,
  alert: string,
  every: number,
  noun: string,
): AlertText {
  const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${leaseName(app, what)}"}`;
  const seconds = Math.round((late * every) / 1000);
  return {
    alert,
    // A Lease that never existed is as bad as one that is too old.
    expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
    for: '15m',
    severity: 'critical',
    annotations: {
      summary: `${app}: the last ${noun} is too old, or there has never been one`,
      description: `The maximum age is ${Math.round((late * every) / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
    },
  };
}

function archiveAlerts({ app, namespace }: ApplicationPlace): AlertText[] {
  return [
    {
      alert: notArchived.alert,
      expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
      for: notArchived.for,
      severity: 'critical',
      annotations: {
        summary: `${app}: WAL archiving fails`,
        description:
          'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
      },
    },
    {
      alert: 'SlipwayWalPilesUp',
      expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
      for: '10m',
      severity: 'warning',
      annotations: {
        summary: `${app}: WAL piles up on the disk of the database`,
        description:
          'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
      },
    },
  ];
}

/**
 * Returns one alert for each distinct `max-lag`: as many standbys as slipway.yml promises must have replayed what the primary had written
 * that long ago. A disconnected standby does not count. It compares WAL positions on the primary: the lag that a standby reports
 * grows while nothing is written, and is absent while it is disconnected. Databases outside of the cluster have no known exporter.
 */
function replicaAlerts(
  { app, namespace }: ApplicationPlace,
  databases: readonly Recovery['databases'][string][],
): AlertText[] {
  const replicas = [...Map.groupBy(databases, ({ workload: { kind, name } }) => `${kind}/${name}`).values()]
    // Two databases in one workload have the same standbys.
    .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
  const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
  const streams = `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;
  const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
  const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
  return [...new Set(lags)]
    .sort((a, b) => a - b)
    .map(lag => {
      const within = ({ mode, 'max-lag': own }: (typeof replicas)[number]) =>
        mode === 'synchronous' || (own !== undefined && own <= lag);
      const count = replicas.filter(within).length;
      const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
      // `>= 0` drops the NaN that a cascading standby reports for the standbys behind it.
      const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
      return {
        alert: replicaBehind,
        expr: `(count(${near}) or vector(0)) < ${count}`,
        for: '1m',
        severity: 'critical',
        annotations: {
          summary: `${app}: a standby lags more than ${formatDuration(lag)}, or is disconnected`,
          description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
        },
      };
    });
}
