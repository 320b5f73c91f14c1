import type { Recovery } from '../../config/recovery.ts';
import { notArchived, replicaBehind } from '../../recovery/feasibility.ts';
import {
  type ApplicationPlace,
  drillTooOld,
  leaseName,
  type Milestone,
} from '../../recovery/last-success.ts';
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

/** How old the last success of a schedule may be. */
interface AgeLimit {
  readonly what: Milestone;
  readonly alert: string;
  /** ms. */
  readonly most: number;
  readonly noun: string;
  /** By which Prometheus tells apart the alerts of one name: equal ones would hide each other. */
  readonly labels?: Record<string, string>;
}

/** Returns the limits for backups and drills that slipway.yml schedules. Pure. */
export function ageLimits(recovery: MonitoringSubject['recovery']): AgeLimit[] {
  if (recovery === undefined) return [];
  const { databases, managed, drills } = recovery;
  const every = [
    ...Object.values(databases).map(({ incremental }) => incremental),
    ...Object.values(managed).map(each => each.every),
  ];
  const backup = { what: 'backup', alert: 'SlipwayBackupTooOld', noun: 'backup' } as const;
  const dueDrills = scenarioIds.flatMap((id): AgeLimit[] => {
    const most = drills?.due?.['max-age'][id];
    if (most === undefined) return [];
    const drill = { what: `drill-${id}`, alert: drillTooOld, labels: { drill: id } } as const;
    return [{ ...drill, most, noun: `passed ${id} drill` }];
  });
  return [...(every.length === 0 ? [] : [{ ...backup, most: late * Math.min(...every) }]), ...dueDrills];
}

/** Selects the time of the last success, in seconds since 1970, as kube-state-metrics exports it. Pure. */
export const lastSuccess = ({ app, namespace }: ApplicationPlace, what: Milestone): string =>
  `kube_lease_renew_time{namespace="${namespace}",lease="${leaseName(app, what)}"}`;

/** Returns the alerts about recovery; none if slipway.yml has no `recovery`. Pure. */
export function recoveryAlerts(
  place: Pick<MonitoringSubject, 'app' | 'namespace' | 'recovery'>,
): AlertText[] {
  const { namespace, recovery } = place;
  if (recovery === undefined) return [];
  const promises = standbyPromises(namespace, recovery);
  return [
    ...ageLimits(recovery).map(limit => tooOld(place, limit)),
    ...(Object.keys(recovery.databases).length === 0 ? [] : archiveAlerts(place, recovery)),
    ...promises.map(promise => behind(place, promise)),
    ...(promises.length === 0 ? [] : [lagUnknown(place)]),
  ];
}

function tooOld(place: ApplicationPlace, { what, alert, most, noun, labels = {} }: AgeLimit): AlertText {
  const lease = lastSuccess(place, what);
  return {
    alert,
    for: '15m',
    severity: 'critical',
    labels,
    // A Lease that never existed is as bad as one that is too old.
    expr: `time() - max(${lease}) > ${Math.round(most / 1000)} or absent(${lease})`,
    summary: `${place.app}: the last ${noun} is too old, or there has never been one`,
    description: `The maximum age is ${Math.round(most / 3_600_000)} h. Check whether its workflow still runs: schedules stop silently.`,
  };
}

function archiveAlerts({ app, namespace }: ApplicationPlace, recovery: Recovery): AlertText[] {
  const own = `{namespace="${namespace}"}`;
  const bytes = (metric: string) => `max by (namespace, pod, instance) (${metric}_bytes${own})`;
  return [
    {
      ...notArchived,
      severity: 'critical',
      // PostgreSQL retries every minute: one failure is over before the alert fires, and a broken archive fails again within the range.
      expr: `increase(pg_stat_archiver_failed_count${own}[5m]) > 0`,
      summary: `${app}: WAL archiving fails`,
      description:
        'PostgreSQL keeps WAL that it cannot archive, and loses none until its disk is full. Find out which repository is unreachable; never remove WAL by hand.',
    },
    ...archiveBehind({ app, namespace }, recovery),
    {
      alert: 'SlipwayWalPilesUp',
      for: '10m',
      severity: 'warning',
      expr: `${bytes('pg_wal_size')} > 3 * ${bytes('pg_settings_max_wal_size')}`,
      summary: `${app}: WAL piles up on the disk of the database`,
      description:
        'Either archiving fails, or a standby or replication slot lags far behind: check pg_stat_archiver and pg_replication_slots.',
    },
  ];
}

/** Several scrapes; ms. */
const shortestAge = 120_000;

/**
 * An `archive_command` that hangs counts no failure, so the age of the last success counts, too. Without writes PostgreSQL archives nothing:
 * the age is too high only if rows were written that long ago. Rows written just before the last success fulfil this for less than the
 * time itself, for which the alert waits.
 */
function archiveBehind(
  { app, namespace }: ApplicationPlace,
  { databases }: Pick<Recovery, 'databases'>,
): AlertText[] {
  const times = Object.values(databases).flatMap(({ 'archive-timeout': timeout, 'archive-lag': lag }) =>
    timeout === undefined ? [] : timeout + lag,
  );
  if (times.length === 0) return [];
  const most = `${Math.ceil(Math.max(shortestAge, ...times) / 1000)}`;
  const own = `{namespace="${namespace}"}`;
  const written = ['inserted', 'updated', 'deleted']
    .map(what => `increase(pg_stat_database_tup_${what}${own}[${most}s] offset ${most}s)`)
    .join(' + ');
  return [
    {
      alert: 'SlipwayWalArchiveBehind',
      for: `${most}s`,
      severity: 'critical',
      expr: `pg_stat_archiver_last_archive_age${own} > ${most} and on (instance) sum by (instance) (${written}) > 0`,
      summary: `${app}: WAL is not archived, although rows are written`,
      description: `Nothing was archived for more than ${most} s, so a restore would lose more than slipway.yml promises. Check whether archive_command hangs, and pg_stat_archiver.`,
    },
  ];
}

/** ms. */
const mostBetweenLooks = 15_000;

/** What slipway.yml promises about standbys. */
interface StandbyPromise {
  /** ms. */
  readonly lag: number;
  /** How many standbys are within it. */
  readonly count: number;
  /** PromQL for how many are, or were at some time in the last two minutes; nothing without postgres_exporter. */
  readonly within: string;
}

/**
 * Returns one promise for each distinct `max-lag`: as many standbys as slipway.yml promises must have replayed what the primary had written
 * that long ago. A disconnected standby does not count. It compares WAL positions on the primary: the lag that a standby reports
 * grows while nothing is written, and is absent while it is disconnected. No label of the exporter names the workload, so the standbys of all
 * count together. Databases outside of the cluster have no known exporter.
 *
 * Later than `max-lag` after a scrape, that scrape is also the newest of `max-lag` ago, so a standby would have to have replayed everything.
 * Only an earlier look shows whether it is within: two minutes contain one. Pure.
 */
export function standbyPromises(
  namespace: string,
  { databases }: Pick<Recovery, 'databases'>,
): StandbyPromise[] {
  const replicas = [
    ...Map.groupBy(Object.values(databases), ({ workload: { kind, name } }) => `${kind}/${name}`).values(),
  ]
    // Two databases in one workload have the same standbys.
    .flatMap(each => each.map(database => database.replicas).reduce((a, b) => (a.length < b.length ? b : a)));
  // Without a standby, only this shows that the exporter is scraped.
  const exporters = `count(${exporterOf(namespace)})`;
  const lags = replicas.flatMap(({ 'max-lag': lag }) => lag ?? []);
  const streams = streamingStandbys(namespace);
  const written = 'pg_stat_replication_pg_current_wal_lsn_bytes';
  const replayed = `(${written}${streams} - pg_stat_replication_pg_wal_lsn_diff${streams})`;
  return [...new Set(lags)]
    .sort((a, b) => a - b)
    .map(lag => {
      const isWithin = ({ mode, 'max-lag': own }: (typeof replicas)[number]) =>
        mode === 'synchronous' || (own !== undefined && own <= lag);
      const before = `max by (instance) (${written}{namespace="${namespace}"} offset ${lag}ms)`;
      // `>= 0` drops the NaN that a cascading standby reports for the standbys behind it.
      const near = `${replayed} >= 0 unless ${replayed} < on (instance) group_left () ${before}`;
      // Several exporters may report the same standby.
      const distinct = `max by (application_name, client_addr) (${near})`;
      const now = `count(${distinct}) or 0 * ${exporters}`;
      return {
        lag,
        count: replicas.filter(isWithin).length,
        within: `max_over_time((${now})[2m:${Math.min(mostBetweenLooks, Math.max(lag, 1000))}ms])`,
      };
    });
}

const exporterOf = (namespace: string) => `pg_up{namespace="${namespace}"}`;

/** Labels of the connected standbys, without programs that take backups. Pure. */
export const streamingStandbys = (namespace: string): string =>
  `{namespace="${namespace}",state="streaming",application_name!~"pg_basebackup|pg_receivewal"}`;

function behind({ app }: ApplicationPlace, { lag, count, within }: StandbyPromise): AlertText {
  const standbys = count === 1 ? 'one standby' : `${count} standbys`;
  return {
    alert: replicaBehind,
    for: '1m',
    severity: 'critical',
    expr: `${within} < ${count}`,
    labels: { lag: formatDuration(lag) },
    summary: `${app}: a standby lags more than ${formatDuration(lag)}, or is disconnected`,
    description: `slipway.yml promises ${standbys} within this lag. Until this is resolved, the loss of the primary may cost more data than \`plan\` reports: check pg_stat_replication, the network, and the load of the standby.`,
  };
}

/** Has the name of the alert that `plan` refers to, because without metrics that one cannot fire. */
function lagUnknown({ app, namespace }: ApplicationPlace): AlertText {
  return {
    alert: replicaBehind,
    for: '15m',
    severity: 'warning',
    expr: `absent(${exporterOf(namespace)})`,
    summary: `${app}: it is unknown whether a standby lags, because Prometheus gets no metrics from postgres_exporter`,
    description:
      'slipway.yml promises standbys within a lag. Check the exporter, and that `sources.postgres` in slipway.yml names it.',
  };
}
