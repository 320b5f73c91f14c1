import { narrowed, renamed } from '../analysis/selector.ts';
import { type MonitoringSubject, ownSelector, podMatchers } from './subject.ts';

/**
 * The signals of an application: what rules record, dashboards draw, and `monitor` compares before and after a release. One list, so that
 * all of them agree. Names of metrics are those of cadvisor, kubelet, node_exporter, postgres_exporter and redis_exporter.
 */
export interface Signal {
  /** Unique within the subject. */
  readonly name: string;
  readonly title: string;
  readonly unit:
    | 'requests per second'
    | 'share'
    | 'seconds'
    | 'cores'
    | 'bytes'
    | 'bytes per second'
    | 'count';
  /** The four golden signals of the SRE book, then what the application stores and what it costs. */
  readonly group: 'traffic' | 'errors' | 'latency' | 'saturation' | 'data' | 'business';
  /** Which change is bad for users. */
  readonly worse: 'more' | 'less' | 'neither';
  /** Name of the recorded series; it has the labels `app` and `environment`. */
  readonly record: string;
  /** PromQL that returns one sample. */
  readonly expr: string;
}

/**
 * Returns the signals of an application, in the order in which people read them. Pure.
 * @param range of the rates. A recorded one has four scrapes of the usual 30 s, and more.
 */
export function signalsOf(subject: MonitoringSubject, range = '5m'): Signal[] {
  return [
    ...requestSignals(subject, range),
    ...podSignals(subject, range),
    ...dataSignals(subject, range),
    ...businessSignals(subject),
  ];
}

/** Selects the recorded series of a signal. Pure. */
export const recorded = ({ record }: Pick<Signal, 'record'>, subject: MonitoringSubject): string =>
  ownSelector(record, subject);

function requestSignals({ requests, histogram }: MonitoringSubject, range: string): Signal[] {
  const rate = (selector: string) => `sum(rate(${selector}[${range}]))`;
  const counted: Signal[] =
    requests === undefined
      ? []
      : [
          {
            ...{ name: 'requests', title: 'Requests', unit: 'requests per second', group: 'traffic' },
            ...{ worse: 'less', record: 'app:requests:rate5m', expr: rate(requests.total) },
          },
          {
            ...{ name: 'errors', title: 'Failed requests', unit: 'share', group: 'errors', worse: 'more' },
            record: 'app:request_errors:ratio_rate5m',
            // Without any failed request the counter may not exist yet.
            expr: `(${rate(requests.bad)} or vector(0)) / (${rate(requests.total)} > 0)`,
          },
        ];
  if (histogram === undefined) return counted;
  const buckets = renamed(histogram, 'bucket');
  const quantiles = [50, 95, 99].map(
    (percent): Signal => ({
      ...{ name: `latency-p${percent}`, title: `Latency, ${percent}th percentile`, unit: 'seconds' },
      ...{ group: 'latency', worse: 'more', record: `app:request_duration_seconds:p${percent}_5m` },
      expr: `histogram_quantile(${percent / 100}, sum by (le) (rate(${buckets}[${range}])))`,
    }),
  );
  return [...counted, ...quantiles];
}

function podSignals({ namespace, workload }: MonitoringSubject, range: string): Signal[] {
  const matchers = podMatchers(namespace, workload);
  const containers = [...matchers, { label: 'container', operator: '!~', value: '|POD' } as const];
  const of = (metric: string) => narrowed(metric, containers);
  const pods = (metric: string) => narrowed(metric, matchers);
  return [
    {
      ...{ name: 'cpu', title: 'CPU', unit: 'cores', group: 'saturation', worse: 'more' },
      record: 'app:cpu_usage:cores_rate5m',
      expr: `sum(rate(${of('container_cpu_usage_seconds_total')}[${range}]))`,
    },
    {
      ...{ name: 'memory', title: 'Memory per pod', unit: 'bytes', group: 'saturation', worse: 'more' },
      record: 'app:memory_working_set:bytes_per_pod',
      // Per pod, so that more pods are no change.
      expr: `avg(sum by (pod) (${of('container_memory_working_set_bytes')}))`,
    },
    {
      ...{
        name: 'network',
        title: 'Network',
        unit: 'bytes per second',
        group: 'saturation',
        worse: 'neither',
      },
      record: 'app:network:bytes_rate5m',
      expr: `sum(rate(${pods('container_network_receive_bytes_total')}[${range}])) + sum(rate(${pods('container_network_transmit_bytes_total')}[${range}]))`,
    },
    {
      ...{
        name: 'disk',
        title: 'Disk writes',
        unit: 'bytes per second',
        group: 'saturation',
        worse: 'neither',
      },
      record: 'app:disk_writes:bytes_rate5m',
      expr: `sum(rate(${of('container_fs_writes_bytes_total')}[${range}]))`,
    },
    {
      ...{ name: 'restarts', title: 'Container restarts', unit: 'count', group: 'errors', worse: 'more' },
      record: 'app:container_restarts:increase',
      expr: `sum(increase(${pods('kube_pod_container_status_restarts_total')}[${range}]))`,
    },
  ];
}

function dataSignals({ namespace, settings: { sources } }: MonitoringSubject, range: string): Signal[] {
  const own = `{namespace="${namespace}"}`;
  const postgres: Signal[] =
    sources.postgres === undefined
      ? []
      : [
          {
            ...{
              name: 'connections',
              title: 'Database connections',
              unit: 'share',
              group: 'data',
              worse: 'more',
            },
            record: 'app:postgres_connections:ratio',
            expr: `max(sum by (instance) (pg_stat_activity_count${own}) / on (instance) max by (instance) (pg_settings_max_connections${own}))`,
          },
          {
            ...{
              name: 'replication-lag',
              title: 'Replication lag',
              unit: 'bytes',
              group: 'data',
              worse: 'more',
            },
            record: 'app:postgres_replication_lag:bytes',
            expr: `max(pg_stat_replication_pg_wal_lsn_diff${own})`,
          },
        ];
  const redis: Signal[] =
    sources.redis === undefined
      ? []
      : [
          {
            ...{ name: 'cache-hits', title: 'Cache hits', unit: 'share', group: 'data', worse: 'less' },
            record: 'app:cache_hits:ratio_rate5m',
            expr: `sum(rate(redis_keyspace_hits_total${own}[${range}])) / (sum(rate(redis_keyspace_hits_total${own}[${range}])) + sum(rate(redis_keyspace_misses_total${own}[${range}])) > 0)`,
          },
        ];
  return [...postgres, ...redis];
}

/** Names of business metrics that have a usual direction; of the others, none is bad. */
const costly = ['cost', 'budget'];

function businessSignals({ settings: { queries } }: MonitoringSubject): Signal[] {
  const first = ['cost', 'budget', 'sessions'];
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return Object.entries(queries)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([name, expr]) => ({
      ...{ name, title: name, unit: 'count', group: 'business' },
      ...{
        worse: costly.includes(name) ? 'more' : 'neither',
        record: `app:${name.replaceAll('-', '_')}:query`,
      },
      expr: `sum(${expr})`,
    }));
}
