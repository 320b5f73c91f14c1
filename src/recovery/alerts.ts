import type { Recovery } from '../config/recovery.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { replicaBehind } from './feasibility.ts';
import { leaseName, type Place, type What } from './last.ts';
import { type ScenarioId, scenarioIds } from './scenario.ts';

/**
 * Rules for Prometheus that tell when backups or drills stop, when a repository takes no WAL, when WAL piles up, and when a standby is
 * farther behind than slipway.yml allows: what a schedule
 * that is no longer run never says itself. They need kube-state-metrics (`kube_lease_renew_time`) and postgres_exporter.
 */

export interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: 'warning' | 'critical' };
  readonly annotations: { readonly summary: string; readonly description: string };
}

export interface AlertRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
}

/** How much later than its schedule something may be. */
const late = 1.5;

/** @param within how old the last green drill of each scenario may be; ms. Pure. */
export function alertRules(
  { app, namespace }: Place,
  { databases, managed }: Pick<Recovery, 'databases' | 'managed'>,
  within: Readonly<Partial<Record<ScenarioId, number>>>,
): AlertRules {
  const every = [
    ...Object.values(databases).map(({ incremental }) => incremental),
    ...Object.values(managed).map(each => each.every),
  ];
  const place = { app, namespace };
  return {
    groups: [
      {
        name: `slipway-recovery-${app}`,
        rules: [
          ...(every.length === 0
            ? []
            : [tooOld(place, 'backup', 'SlipwayBackupTooOld', Math.min(...every), 'backup')]),
          ...scenarioIds.flatMap(id => {
            const most = within[id];
            if (most === undefined) return [];
            return [tooOld(place, `drill-${id}`, 'SlipwayDrillTooOld', most / late, `green drill of ${id}`)];
          }),
          ...(Object.keys(databases).length === 0 ? [] : archiveRules(place)),
          ...replicaRules(place, Object.values(databases)),
        ],
      },
    ],
  };
}

function tooOld({ app, namespace }: Place, what: What, alert: string, every: number, noun: string): Rule {
  const lease = `kube_lease_renew_time{namespace="${namespace}",lease="${leaseName(app, what)}"}`;
  const seconds = Math.round((late * every) / 1000);
  return {
    alert,
    // One that never was is as bad as one that is too old.
    expr: `time() - max(${lease}) > ${seconds} or absent(${lease})`,
    for: '15m',
    labels: { severity: 'critical' },
    annotations: {
      summary: `${app}: the last ${noun} is too old, or there never was one`,
      description: `It may be ${Math.round((late * every) / 3_600_000)} h old. See whether its workflow still runs: schedules stop silently.`,
    },
  };
}

/** The rule that a drill of the far repository looks at by the same count: `failed_count` of `pg_stat_archiver` grows. */
export const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' } as const;

function archiveRules({ app, namespace }: Place): Rule[] {
  return [
    {
      alert: notArchived.alert,
      expr: `increase(pg_stat_archiver_failed_count{namespace="${namespace}"}[15m]) > 0`,
      for: notArchived.for,
      labels: { severity: 'critical' },
      annotations: {
        summary: `${app}: a repository does not take WAL`,
        description:
          'PostgreSQL keeps what it cannot archive and loses none of it, until its disk is full. See which repository cannot be reached; never remove WAL by hand.',
      },
    },
    {
      alert: 'SlipwayWalPilesUp',
      expr: `max by (namespace, pod, instance) (pg_wal_size_bytes{namespace="${namespace}"}) > 3 * max by (namespace, pod, instance) (pg_settings_max_wal_size_bytes{namespace="${namespace}"})`,
      for: '10m',
      labels: { severity: 'warning' },
      annotations: {
        summary: `${app}: WAL piles up on the disk of the database`,
        description:
          'Either it is not archived, or a standby or a slot is far behind: see pg_stat_archiver and pg_replication_slots.',
      },
    },
  ];
}

/**
 * A rule for each `max-lag`: so many standbys have to have replayed now what the primary had written so long ago. A standby that is not
 * connected has not. The primary is asked, by bytes of its log: what a standby says of its own lag grows while nothing is written, or is
 * nothing while it is cut off. Databases outside of the cluster have no exporter that is known here.
 */
function replicaRules(
  { app, namespace }: Place,
  databases: readonly Recovery['databases'][string][],
): Rule[] {
  const replicas = [...Map.groupBy(databases, ({ workload: { kind, name } }) => `${kind}/${name}`).values()]
    // Of two databases in one workload the standbys are the same.
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
      // What a cascading standby says of those behind it is no number.
      const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
      return {
        alert: replicaBehind,
        expr: `(count(${near}) or vector(0)) < ${count}`,
        for: '1m',
        labels: { severity: 'critical' },
        annotations: {
          summary: `${app}: a standby is more than ${formatDuration(lag)} behind, or not connected`,
          description: `slipway.yml promises ${count === 1 ? 'one standby' : `${count} standbys`} no farther behind. What is lost with the primary is more than \`plan\` says until this is over: see pg_stat_replication, the network, and the load of the standby.`,
        },
      };
    });
}
