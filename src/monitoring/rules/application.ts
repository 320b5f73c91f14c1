import { type Matcher, matching, narrowed } from '../../analysis/selector.ts';
import { recorded, signalsOf } from '../signals.ts';
import {
  exporterNames,
  type MonitoringSubject,
  ownLabels,
  podMatchers,
  sourceJob,
  toleratesDown,
} from '../subject.ts';
import type { AlertText, RecordingRule } from './rule.ts';

/** Rules about the application itself: its signals are recorded, and alerts fire before it runs out of something. */

/** Returns a recording rule for each signal. Pure. */
export function signalRecordings(subject: MonitoringSubject): RecordingRule[] {
  return signalsOf(subject).map(({ record, expr }) => ({ record, expr, labels: ownLabels(subject) }));
}

/** Shares from which an alert fires. */
export const fullest = { memory: 0.9, connections: 0.9 } as const;

/** Shares of a volume below which an alert fires. */
export const leastLeft = { warning: 0.1, critical: 0.03 } as const;

/** Returns PromQL for the share of its memory limit that each container uses. Pure. */
export function memoryOfLimit({ namespace, workload }: MonitoringSubject): string {
  const of = (metric: string, further: Matcher) =>
    narrowed(metric, [...podMatchers(namespace, workload), further]);
  const used = of('container_memory_working_set_bytes', matching('container', '!~', '|POD'));
  const limit = of('kube_pod_container_resource_limits', matching('resource', '=', 'memory'));
  return `max by (pod, container) (${used}) / on (pod, container) max by (pod, container) (${limit})`;
}

/** Returns PromQL for the share of each volume of the application that is left; undefined if it has none. Pure. */
export function volumeLeft({ namespace, owned: { pvcs } }: MonitoringSubject): string | undefined {
  if (pvcs.length === 0) return undefined;
  const of = (metric: string) =>
    narrowed(`kubelet_volume_stats_${metric}_bytes`, [
      matching('namespace', '=', namespace),
      matching('persistentvolumeclaim', '=~', pvcs.join('|')),
    ]);
  return `min by (persistentvolumeclaim) (${of('available')} / ${of('capacity')})`;
}

/** Returns the alerts about pods, volumes, the database and the scraping. Pure. */
export function applicationAlerts(subject: MonitoringSubject): AlertText[] {
  const { app, namespace, workload } = subject;
  const of = (metric: string) => narrowed(metric, podMatchers(namespace, workload));
  return [
    {
      alert: 'SlipwayTargetDown',
      for: '5m',
      severity: 'warning',
      // With the labels of a scrape, an alert may roll nothing back.
      expr: `min by (pod) (${of('up')}) == 0`,
      summary: `${app}: Prometheus gets no metrics from {{ $labels.pod }}`,
      description:
        'Without metrics neither alerts nor the gate see this pod. Check its metrics port, its NetworkPolicy and its log.',
    },
    {
      alert: 'SlipwayTargetsMissing',
      for: '5m',
      severity: 'critical',
      // The series of a target that cannot be scraped exists, and is 0.
      expr: `absent(${of('up')} == 1)${unlessScaledToZero(subject)}`,
      summary: `${app}: Prometheus gets metrics from no pod`,
      description: `No pod of ${workload.kind}/${workload.name} in namespace ${namespace} is scraped, so the alerts about requests cannot fire. Check whether pods run, their metrics port and NetworkPolicy, and the scrape configuration.`,
    },
    {
      alert: 'SlipwayPodsRestart',
      severity: 'warning',
      expr: restartsOften(subject),
      summary: `${app}: {{ $labels.pod }} restarts repeatedly`,
      description:
        'Read the log of the container before it ended (kubectl logs --previous), and its last state (kubectl describe pod).',
    },
    {
      alert: 'SlipwayMemoryNearLimit',
      for: '10m',
      severity: 'warning',
      expr: `${memoryOfLimit(subject)} > ${fullest.memory}`,
      summary: `${app}: {{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit`,
      description:
        'At the limit the kernel kills the container (OOMKilled). Find the leak, or raise the limit in the manifests.',
    },
    ...volumeAlerts(subject),
    ...signalsOf(subject)
      .filter(({ name }) => name === 'connections')
      .map(
        (signal): AlertText => ({
          alert: 'SlipwayConnectionsNearLimit',
          for: '5m',
          severity: 'warning',
          expr: `${recorded(signal, subject)} > ${fullest.connections}`,
          summary: `${app}: the database uses {{ $value | humanizePercentage }} of its connections`,
          description:
            'New connections are refused at the limit. Find which client holds them (pg_stat_activity), or use a connection pool.',
        }),
      ),
  ];
}

/** A DaemonSet has no replicas. */
function unlessScaledToZero({ namespace, workload: { kind, name } }: MonitoringSubject): string {
  if (kind === 'DaemonSet') return '';
  const metric = kind === 'Deployment' ? 'kube_deployment_spec_replicas' : 'kube_statefulset_replicas';
  return ` unless on () max(${metric}{namespace="${namespace}",${kind.toLowerCase()}="${name}"}) == 0`;
}

/** A container that crashes at once waits five minutes for its next start, so few restarts in 15 minutes may be a crash loop, too. */
function restartsOften({ namespace, workload }: MonitoringSubject): string {
  const own = podMatchers(namespace, workload);
  const restarts = narrowed('kube_pod_container_status_restarts_total', own);
  const waits = narrowed('kube_pod_container_status_waiting_reason', [
    ...own,
    matching('reason', '=', 'CrashLoopBackOff'),
  ]);
  const more = (range: string) => `sum by (pod) (increase(${restarts}[${range}])) > 3`;
  return `${more('15m')} or (${more('1h')} and max by (pod) (max_over_time(${waits}[10m])) > 0)`;
}

function volumeAlerts(subject: MonitoringSubject): AlertText[] {
  const left = volumeLeft(subject);
  if (left === undefined) return [];
  return (['warning', 'critical'] as const).map(severity => ({
    alert: severity === 'critical' ? 'SlipwayVolumeAlmostFull' : 'SlipwayVolumeFillsUp',
    expr: `${left} < ${leastLeft[severity]}`,
    for: '5m',
    severity,
    summary: `${subject.app}: the PVC {{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left`,
    description: 'Make the PVC larger, or remove what is not needed. Never remove WAL of a database by hand.',
  }));
}

/** Returns the alert about an exporter that slipway.yml names and Prometheus cannot scrape: one of its pods, or every node. Pure. */
export function sourceAlerts(subject: MonitoringSubject): AlertText[] {
  return exporterNames(subject).map(source => {
    const up = `up{job="${sourceJob(subject, source)}"}`;
    const [best, of] = toleratesDown(source) ? ['max', ''] : ['min', ', or from one of its pods'];
    return {
      alert: 'SlipwaySourceDown',
      for: '5m',
      severity: 'warning',
      labels: { source },
      expr: `${best}(${up}) == 0 or absent(${best}(${up}))`,
      summary: `${subject.app}: Prometheus gets no metrics from the ${source} exporter${of}`,
      description: `The alerts and dashboards that use its metrics show nothing. Check the exporter that \`sources.${source}\` in slipway.yml names: write the name of the port in the Service, or the number on which its pods listen.`,
    };
  });
}
