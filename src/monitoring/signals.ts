import { matching, narrowed, parseSelector, renamed } from '../analysis/selector.ts';
import { businessQuery } from '../config/monitoring.ts';
import { type MonitoringSubject, ownSelector, podMatchers, sourceJob } from './subject.ts';

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
  /** PromQL for the number of requests within a range that show its value: those that failed, or were slower than the percentile. */
  readonly shownBy?: (range: string) => string;
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

/** A signal without what most signals of its function share. */
type Partly<Shared extends keyof Signal> = Omit<Signal, Shared> & Partial<Pick<Signal, Shared>>;

const rateOf = (selector: string, range: string) => `sum(rate(${selector}[${range}]))`;
const increaseOf = (selector: string, range: string) => `sum(increase(${selector}[${range}]))`;

function requestSignals({ requests, histogram }: MonitoringSubject, range: string): Signal[] {
  const signals: Partly<'worse'>[] = [];
  if (requests !== undefined) {
    const total = rateOf(requests.total, range);
    signals.push(
      {
        name: 'requests',
        title: 'Requests',
        unit: 'requests per second',
        group: 'traffic',
        worse: 'less',
        record: 'app:requests:rate5m',
        expr: total,
      },
      {
        name: 'errors',
        title: 'Failed requests',
        unit: 'share',
        group: 'errors',
        record: 'app:request_errors:ratio_rate5m',
        // Without any failed request the counter may not exist yet.
        expr: `(${rateOf(requests.bad, range)} or vector(0)) / (${total} > 0)`,
        shownBy: within => increaseOf(requests.bad, within),
      },
    );
  }
  for (const percent of histogram === undefined ? [] : [50, 95, 99]) {
    const buckets = renamed(histogram ?? '', 'bucket');
    signals.push({
      name: `latency-p${percent}`,
      title: `Latency, ${percent}th percentile`,
      unit: 'seconds',
      group: 'latency',
      record: `app:request_duration_seconds:p${percent}_5m`,
      expr: `histogram_quantile(${percent / 100}, sum by (le) (rate(${buckets}[${range}])))`,
      shownBy: within =>
        `${increaseOf(renamed(histogram ?? '', 'count'), within)} * ${(100 - percent) / 100}`,
    });
  }
  return signals.map(each => ({ worse: 'more', ...each }));
}

/**
 * Returns the labels by which `bad` selects requests, each with PromQL that returns a sample if no request has it: a wrong label looks like
 * no failure. A failure counter of another name may be absent until the first failure, so none of its labels is returned. Pure.
 */
export function labelsOfBad({ requests }: MonitoringSubject): { label: string; unknown: string }[] {
  const [total, bad] = [parseSelector(requests?.total ?? ''), parseSelector(requests?.bad ?? '')];
  if (requests === undefined || total === undefined || bad?.name !== total.name) return [];
  const known = total.matchers.map(({ label }) => label);
  const own = bad.matchers.map(({ label }) => label).filter(label => !known.includes(label));
  return [...new Set(own)].map(label => {
    const having = narrowed(requests.total, [matching(label, '!=', '')]);
    const unknown = `count(${requests.total}) unless (count(${having}) or count(${requests.bad}))`;
    return { label, unknown };
  });
}

/** Returns a selector of the containers of all pods. */
const containersOf = ({ namespace, workload }: MonitoringSubject, metric: string) =>
  narrowed(metric, [...podMatchers(namespace, workload), matching('container', '!~', '|POD')]);

const cpuSeconds = 'container_cpu_usage_seconds_total';

/** Returns PromQL for the number of pods that the signal `cpu` adds up. Pure. */
export const podsWithCpu = (subject: MonitoringSubject, range: string): string =>
  `count(sum by (pod) (rate(${containersOf(subject, cpuSeconds)}[${range}])))`;

function podSignals(subject: MonitoringSubject, range: string): Signal[] {
  const { namespace, workload } = subject;
  const pods = (metric: string) => narrowed(metric, podMatchers(namespace, workload));
  const containers = (metric: string) => containersOf(subject, metric);
  const nodes =
    subject.settings.sources.node === undefined
      ? []
      : [rateOf(`node_disk_written_bytes_total{job="${sourceJob(subject, 'node')}"}`, range)];
  const network = ['receive', 'transmit'].map(way =>
    rateOf(pods(`container_network_${way}_bytes_total`), range),
  );
  const signals: Partly<'group' | 'worse'>[] = [
    {
      name: 'cpu',
      title: 'CPU',
      unit: 'cores',
      worse: 'more',
      record: 'app:cpu_usage:cores_rate5m',
      expr: rateOf(containers(cpuSeconds), range),
    },
    {
      name: 'memory',
      title: 'Memory per pod',
      unit: 'bytes',
      worse: 'more',
      record: 'app:memory_working_set:bytes_per_pod',
      // Per pod, so that more pods are not a change.
      expr: `avg(sum by (pod) (${containers('container_memory_working_set_bytes')}))`,
    },
    {
      name: 'network',
      title: 'Network',
      unit: 'bytes per second',
      record: 'app:network:bytes_rate5m',
      expr: network.join(' + '),
    },
    {
      name: 'disk',
      title: 'Disk writes',
      unit: 'bytes per second',
      record: 'app:disk_writes:bytes_rate5m',
      // With cgroup v1, cadvisor has none of containers; then those of all nodes.
      expr: [rateOf(containers('container_fs_writes_bytes_total'), range), ...nodes].join(' or '),
    },
    {
      name: 'restarts',
      title: 'Container restarts',
      unit: 'count',
      group: 'errors',
      worse: 'more',
      record: 'app:container_restarts:increase',
      expr: `sum(increase(${pods('kube_pod_container_status_restarts_total')}[${range}]))`,
    },
  ];
  return signals.map(each => ({ group: 'saturation', worse: 'neither', ...each }));
}

function dataSignals({ namespace, settings: { sources } }: MonitoringSubject, range: string): Signal[] {
  const own = `{namespace="${namespace}"}`;
  const [hits, misses] = ['hits', 'misses'].map(of => rateOf(`redis_keyspace_${of}_total${own}`, range));
  const postgres: Partly<'group' | 'worse'>[] = [
    {
      name: 'connections',
      title: 'Database connections',
      unit: 'share',
      record: 'app:postgres_connections:ratio',
      expr: `max(sum by (instance) (pg_stat_activity_count${own}) / on (instance) max by (instance) (pg_settings_max_connections${own}))`,
    },
    {
      name: 'replication-lag',
      title: 'Replication lag',
      unit: 'bytes',
      record: 'app:postgres_replication_lag:bytes',
      expr: `max(pg_stat_replication_pg_wal_lsn_diff${own})`,
    },
  ];
  const redis: Partly<'group' | 'worse'>[] = [
    {
      name: 'cache-hits',
      title: 'Cache hits',
      unit: 'share',
      worse: 'less',
      record: 'app:cache_hits:ratio_rate5m',
      expr: `${hits} / (${hits} + ${misses} > 0)`,
    },
  ];
  const named = [...(sources.postgres ? postgres : []), ...(sources.redis ? redis : [])];
  return named.map(each => ({ group: 'data', worse: 'more', ...each }));
}

/** Names of business metrics that come first; for the first two, more is bad. For all others, no direction is bad. */
const first = ['cost', 'budget', 'sessions'];

function businessSignals({ settings: { queries } }: MonitoringSubject): Signal[] {
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  return Object.entries(queries)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([name, written]) => ({
      name,
      title: name,
      unit: 'count',
      group: 'business',
      worse: place(name) < 2 ? 'more' : 'neither',
      record: `app:${name.replaceAll('-', '_')}:query`,
      expr: `sum(${businessQuery(written).query})`,
    }));
}
